package dateline.launcher.acls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * How a cluster's ACLs differ from those that Dateline needs.
 *
 * @param missing to be added
 * @param there as they should be already
 * @param prunable rights too many on Dateline's own topics, groups and transactional ids, or of one
 *     of its principals
 * @param others whatever else reaches Dateline's names: wildcards of others, and denials. They may
 *     be meant for more than Dateline, so a person decides
 */
record AclChange(
    List<AclBinding> missing,
    List<AclBinding> there,
    List<AclBinding> prunable,
    List<AclBinding> others) {

  /** Every name of Dateline's begins with one of these. */
  private static final List<String> OURS = List.of("dateline.", "dateline-");

  /**
   * @param held all ACLs of the cluster
   */
  static AclChange between(Wanted wanted, Collection<AclBinding> held) {
    Set<AclBinding> all = wanted.all();
    List<AclBinding> prunable = new ArrayList<>();
    List<AclBinding> others = new ArrayList<>();
    for (AclBinding acl : held) {
      boolean ofOurs = wanted.names().containsValue(acl.entry().principal());
      if (all.contains(acl) || !(ofOurs || reaches(acl.pattern()))) {
        continue;
      }
      boolean allows = acl.entry().permissionType() == AclPermissionType.ALLOW;
      (allows && (ofOurs || isOurs(acl.pattern())) ? prunable : others).add(acl);
    }
    return new AclChange(
        all.stream().filter(acl -> !held.contains(acl)).toList(),
        all.stream().filter(held::contains).toList(),
        prunable,
        others);
  }

  /** What is there beyond what is needed. */
  Stream<AclBinding> beyond() {
    return Stream.concat(prunable.stream(), others.stream());
  }

  private static boolean isOurs(ResourcePattern resource) {
    return OURS.stream().anyMatch(resource.name()::startsWith);
  }

  /** Whether it is about something of ours, among others perhaps. */
  private static boolean reaches(ResourcePattern resource) {
    return switch (resource.resourceType()) {
      case TOPIC, GROUP, TRANSACTIONAL_ID ->
          isOurs(resource)
              || resource.name().equals(ResourcePattern.WILDCARD_RESOURCE)
              || (resource.patternType() == PatternType.PREFIXED
                  && OURS.stream().anyMatch(ours -> ours.startsWith(resource.name())));
      default -> false;
    };
  }
}
