package dateline.launcher.acls;

import static org.apache.kafka.common.acl.AclPermissionType.ALLOW;
import static org.apache.kafka.common.acl.AclPermissionType.DENY;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What a cluster has too few and too many of. */
class AclChangeTest {

  private static final String NEWSROOM = "User:dateline-newsroom";
  private final Wanted usual = new Wanted(Map.of());

  @Test
  void anEmptyClusterMissesAll() {
    AclChange change = AclChange.between(usual, List.of());
    assertThat(change.missing()).containsExactlyElementsOf(usual.all());
    assertThat(change.there()).isEmpty();
    assertThat(change.prunable()).isEmpty();
    assertThat(change.others()).isEmpty();
  }

  @Test
  void appliedOnceNothingIsMissing() {
    AclChange change = AclChange.between(usual, usual.all());
    assertThat(change.missing()).isEmpty();
    assertThat(change.there()).containsExactlyElementsOf(usual.all());
    assertThat(change.prunable()).isEmpty();
    assertThat(change.others()).isEmpty();
  }

  @Test
  void aRightTooManyOnOurNamesOrOfOurPrincipalsCanBeTakenAway() {
    List<AclBinding> planted =
        List.of(
            acl(ALLOW, NEWSROOM, AclOperation.READ, TOPIC, "dateline.drafting.events.v1", LITERAL),
            acl(ALLOW, "User:backup", AclOperation.READ, TOPIC, "dateline.", PREFIXED),
            acl(ALLOW, "User:*", AclOperation.READ, GROUP, "dateline-dispatcher", LITERAL),
            acl(ALLOW, "User:x", AclOperation.WRITE, TRANSACTIONAL_ID, "dateline-", PREFIXED),
            acl(ALLOW, NEWSROOM, AclOperation.ALTER, CLUSTER, "kafka-cluster", LITERAL),
            acl(ALLOW, NEWSROOM, AclOperation.READ, TOPIC, "elsewhere", LITERAL));
    assertThat(with(planted).prunable()).containsExactlyElementsOf(planted);
    assertThat(with(planted).others()).isEmpty();
  }

  @Test
  void whatIsMeantForMoreThanDatelineIsOnlyTold() {
    List<AclBinding> planted =
        List.of(
            acl(ALLOW, "User:backup", AclOperation.READ, TOPIC, "*", LITERAL),
            acl(ALLOW, "User:backup", AclOperation.READ, TOPIC, "date", PREFIXED),
            acl(DENY, "User:x", AclOperation.READ, TOPIC, "dateline.addresses.v1", LITERAL),
            acl(DENY, NEWSROOM, AclOperation.READ, TOPIC, "dateline.releases.v1", LITERAL));
    assertThat(with(planted).others()).containsExactlyElementsOf(planted);
    assertThat(with(planted).prunable()).isEmpty();
  }

  @Test
  void whatDoesNotConcernUsIsLeftAlone() {
    AclChange change =
        with(
            List.of(
                acl(ALLOW, "User:shop", AclOperation.WRITE, TOPIC, "orders", LITERAL),
                acl(ALLOW, "User:shop", AclOperation.WRITE, TOPIC, "dateline", LITERAL),
                acl(ALLOW, "User:shop", AclOperation.READ, TOPIC, "datum", PREFIXED),
                acl(ALLOW, "User:kafka", AclOperation.ALL, CLUSTER, "kafka-cluster", LITERAL)));
    assertThat(change.prunable()).isEmpty();
    assertThat(change.others()).isEmpty();
  }

  @Test
  void aModuleMayHaveAnotherName() {
    Wanted renamed = new Wanted(Map.of(Principal.NEWSROOM, "User:web"));
    AclChange change = AclChange.between(renamed, usual.all());
    assertThat(change.missing())
        .hasSize(4)
        .allSatisfy(acl -> assertThat(acl.entry().principal()).isEqualTo("User:web"));
    assertThat(change.prunable())
        .hasSize(4)
        .allSatisfy(acl -> assertThat(acl.entry().principal()).isEqualTo(NEWSROOM));
  }

  @Test
  void kafkasOwnToolIsToldTheSame() {
    List<String> lines = new KafkaAclsCommands(usual, "broker-1:9093").lines().toList();
    String begin =
        "kafka-acls.sh --bootstrap-server broker-1:9093 --command-config admin.properties --add --allow-principal ";
    assertThat(lines)
        .contains(
            begin
                + "'User:dateline-newsroom' --operation Read --operation DescribeConfigs --topic dateline.releases.v1",
            begin
                + "'User:dateline-drafting' --operation Write --transactional-id dateline-drafting- --resource-pattern-type prefixed",
            begin + "'User:dateline-operator' --operation DescribeConfigs --cluster")
        .doesNotHaveDuplicates();
    assertThat(lines.stream().mapToLong(line -> line.split("--operation ").length - 1).sum())
        .isEqualTo(usual.all().size());
  }

  private AclChange with(List<AclBinding> planted) {
    List<AclBinding> held = new ArrayList<>(usual.all());
    held.addAll(planted);
    assertThat(Set.copyOf(held)).hasSameSizeAs(held);
    return AclChange.between(usual, held);
  }

  private static AclBinding acl(
      AclPermissionType permission,
      String who,
      AclOperation operation,
      ResourceType type,
      String name,
      PatternType pattern) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry(who, "*", operation, permission));
  }
}
