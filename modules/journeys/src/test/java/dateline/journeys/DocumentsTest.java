package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.Principal;
import dateline.contracts.Topic;
import dateline.runtime.Right;
import dateline.runtime.Rights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is so: held against the code. */
class DocumentsTest {

  /** A row of two cells that begins with names. */
  private static final Pattern REASON = Pattern.compile("\\| (`[^|]*`) \\| [^|]+ \\|");

  private static final Pattern NAME = Pattern.compile("`([^`]*)`");

  private static final Documents HERE = Documents.here();

  @Test
  void theConfigurationTableHasEverySettingAndNoOther() {
    assertThat(Documents.defaultsIn(HERE.text("README.md")).keySet())
        .containsExactlyInAnyOrderElementsOf(Documents.settings(HERE.sources()));
  }

  @Test
  void theConfigurationTableHasTheDefaultsOfTheCode() {
    Map<String, String> table = Documents.defaultsIn(HERE.text("README.md"));
    assertThat(HERE.sources().flatMap(source -> Documents.wrongDefaults(table, source).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/checks.md",
        "docs/dependencies.md",
        "docs/flow.md",
        "docs/operations.md"
      })
  void everyFileThatIsNamedIsThere(String document) {
    assertThat(HERE.missingFiles(document, HERE.text(document))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTopicIsInTheFlowWithItsWritersReadersAndSchema(Topic topic) {
    assertThat(rowsOf(topic, HERE.text("docs/flow.md")))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get(3)).isEqualTo(names(topic.writers()));
          assertThat(row.get(4)).isEqualTo(names(topic.readers()));
          assertThat(row.get(5)).isEqualTo(kept(topic) + (topic.flushed() ? ", flushed" : ""));
          String schema = row.get(6).replace("`", "");
          assertThat(HERE.text("schemas/" + schema)).contains("schema " + topic.schema().getName());
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoMayWhatIsInTheTableOfRights(Principal who) {
    assertThat(rightsRow(who, HERE.text("docs/operations.md")))
        .containsExactly(rightsRow(who, Rights.of(who)));
  }

  @Test
  void everyArtifactThatAPomNamesHasItsReasonAndNoOtherHas() {
    assertThat(reasons(HERE.text("docs/dependencies.md")))
        .containsExactlyInAnyOrderElementsOf(HERE.artifacts());
  }

  @Test
  void theReadmeIsShort() {
    assertThat(HERE.text("README.md").lines()).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void thereAreTwelveDecisionsAtMost() {
    assertThat(decisions()).hasSizeBetween(1, 12);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void aDecisionIsOnePageAndEndsWithWhatWasRejected(String file) {
    String text = HERE.text(file);
    assertThat(text.lines()).hasSizeLessThanOrEqualTo(60);
    assertThat(lastHeading(text)).isEqualTo("## Rejected");
    assertThat(HERE.missingFiles(file, text)).isEmpty();
  }

  @Test
  void aSettingThatTheTableLacksIsFound() {
    assertThat(Documents.settings(Stream.of("read.text(\"DATELINE_NEW_THING\", \"x\")")))
        .containsExactly("DATELINE_NEW_THING");
    assertThat(Documents.defaultsIn("Set `DATELINE_NEW_THING` to what you like.")).isEmpty();
  }

  @Test
  void aDefaultThatChangedIsFound() {
    Map<String, String> table =
        Documents.defaultsIn("| `DATELINE_A` ° | `1` | |\n| `DATELINE_B` | `host:1` | |\n");
    assertThat(Documents.wrongDefaults(table, "read.integer(\"DATELINE_A\", 12, 1, 20)"))
        .containsExactly("DATELINE_A is 12");
    assertThat(Documents.wrongDefaults(table, "read.text(\n  \"DATELINE_B\", \"host:2\")"))
        .containsExactly("DATELINE_B is host:2");
    assertThat(Documents.wrongDefaults(table, "read.text(\"DATELINE_B\", \"host:1\")")).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsFound() {
    assertThat(
            HERE.missingFiles(
                "docs/flow.md",
                "`kernel/Decider.java` and `kernel/Guesser.java`; [a](notes.md), [b](nowhere.md)"))
        .containsExactly("kernel/Guesser.java", "nowhere.md");
    assertThat(HERE.missingFiles("README.md", "`BypassesTest.java`"))
        .as("a name that several files have")
        .containsExactly("BypassesTest.java");
  }

  @Test
  void anArtifactWithoutAReasonIsFound() {
    assertThat(reasons("| `org.example:thing` | |\n| `org.example:thing` | 1.0 | MIT | shipped |"))
        .isEmpty();
    assertThat(reasons("| `org.example:a`, `org.example:b` | reads things |"))
        .containsExactly("org.example:a", "org.example:b");
  }

  @Test
  void aRightThatTheTableLacksIsFound() {
    Set<Right> more = new LinkedHashSet<>(Rights.of(Principal.NEWSROOM));
    more.addAll(
        Rights.of(Principal.AUDITOR).stream()
            .filter(right -> right.resource().name().equals(Topic.ADDRESSES.topicName()))
            .toList());
    assertThat(rightsRow(Principal.NEWSROOM, more))
        .isEqualTo("| newsroom | `releases`, `addresses` | `notification.commands` | nothing |")
        .isNotEqualTo(rightsRow(Principal.NEWSROOM, Rights.of(Principal.NEWSROOM)));
  }

  @Test
  void aTopicWithoutARowIsFound() {
    assertThat(rowsOf(Topic.RELEASES, "The topic `dateline.releases.v1` has no row.")).isEmpty();
  }

  private static List<String> rightsRow(Principal who, String text) {
    String section = "## A secured Kafka\n";
    String rest = text.substring(text.indexOf(section) + section.length());
    return rest.lines()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| " + who.id() + " |"))
        .toList();
  }

  /** A principal's row: what it reads and writes of the catalogue, and what else it may. */
  private static String rightsRow(Principal who, Set<Right> rights) {
    List<String> beside = new ArrayList<>();
    if (!topics(rights, AclOperation.CREATE).isEmpty()) {
      beside.add("makes all topics");
    }
    Set<String> catalogue =
        Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
    rights.stream()
        .map(Right::resource)
        .filter(resource -> !catalogue.contains(resource.name()))
        .distinct()
        .map(resource -> beside(resource, rights))
        .forEach(beside::add);
    List<String> reads = topics(rights, AclOperation.READ);
    return "| %s | %s | %s | %s |"
        .formatted(
            who.id(),
            reads.size() == Topic.values().length ? "all" : orNothing(reads),
            orNothing(topics(rights, AclOperation.WRITE)),
            orNothing(beside));
  }

  private static List<String> topics(Set<Right> rights, AclOperation operation) {
    return Arrays.stream(Topic.values())
        .map(Topic::topicName)
        .filter(topic ->
            rights.stream()
                .anyMatch(right ->
                    right.operation() == operation && right.resource().name().equals(topic)))
        .map(topic -> '`' + topic.replaceAll("^dateline\\.|\\.v1$", "") + '`')
        .toList();
  }

  private static String beside(ResourcePattern resource, Set<Right> rights) {
    boolean looks =
        rights.stream()
            .filter(right -> right.resource().equals(resource))
            .map(Right::operation)
            .allMatch(Set.of(AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS)::contains);
    String kind = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String named =
        resource.patternType() == PatternType.PREFIXED
            ? "%ss `%s…`".formatted(kind, resource.name())
            : "%s `%s`".formatted(kind, resource.name());
    return looks ? "looks at " + named : named;
  }

  private static String orNothing(List<String> all) {
    return all.isEmpty() ? "nothing" : String.join(", ", all);
  }

  private static List<String> decisions() {
    return HERE.below("docs/decisions");
  }

  private static String lastHeading(String text) {
    return text.lines().filter(line -> line.startsWith("#")).reduce("", (_, last) -> last);
  }

  /** The table's rows of a topic, cut at the bars; the first cell is empty. */
  private static List<List<String>> rowsOf(Topic topic, String text) {
    return text.lines()
        .filter(line -> line.startsWith("| `" + topic.topicName() + "` |"))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .toList();
  }

  /** The artifacts that a row of two cells gives a reason for. */
  private static List<String> reasons(String page) {
    return page.lines()
        .map(REASON::matcher)
        .filter(Matcher::matches)
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(name -> name.group(1))
        .toList();
  }

  private static String names(List<Principal> who) {
    return who.isEmpty() ? "nobody" : String.join(", ", who.stream().map(Principal::id).toList());
  }

  private static String kept(Topic topic) {
    return switch (topic.kept()) {
      case FOR_EVER -> "for ever";
      case WEEK -> "7 days";
      case NEWEST -> "newest of each key";
    };
  }
}
