package dateline.launcher.acls;

import dateline.contracts.Principal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** The same rights as commands of Kafka's own tool, to be read and run by somebody else. */
record KafkaAclsCommands(Wanted wanted, String bootstrapServers) {

  /** One for each principal and resource, for a shell. */
  Stream<String> lines() {
    return Stream.of(Principal.values())
        .flatMap(who ->
            Wanted.byResource(who).entrySet().stream()
                .map(one -> line(who, one.getKey(), one.getValue())));
  }

  private String line(Principal who, ResourcePattern resource, List<AclOperation> operations) {
    return "kafka-acls.sh --bootstrap-server %s --command-config admin.properties --add --allow-principal '%s' %s --%s%s"
        .formatted(
            bootstrapServers,
            wanted.name(who),
            operations.stream()
                .map(operation -> "--operation " + SecurityUtils.operationName(operation))
                .collect(Collectors.joining(" ")),
            named(resource),
            resource.patternType() == PatternType.PREFIXED
                ? " --resource-pattern-type prefixed"
                : "");
  }

  /** There is but one cluster, and the tool takes no name for it. */
  private static String named(ResourcePattern resource) {
    String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return resource.resourceType() == ResourceType.CLUSTER ? type : type + ' ' + resource.name();
  }
}
