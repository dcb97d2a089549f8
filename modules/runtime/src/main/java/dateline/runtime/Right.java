package dateline.runtime;

import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * One thing that somebody may do on the log.
 *
 * @param resource which topic, consumer group or transactional id, or the cluster itself; prefixed
 *     for all whose names begin so
 */
public record Right(AclOperation operation, ResourcePattern resource) {

  /** For people: {@code "topic dateline.releases.v1"}, {@code "group dateline-drafting"}. */
  public static String named(ResourcePattern resource) {
    return resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ' '
        + resource.name()
        + (resource.patternType() == PatternType.PREFIXED ? "…" : "");
  }
}
