package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is so: held against the code. */
class DocumentsTest {

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
  void aTopicIsInTheFlowWithItsKeeperAndSchema(Topic topic) {
    assertThat(rowsOf(topic, HERE.text("docs/flow.md")))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get(3)).isEqualTo(topic.writer());
          assertThat(row.get(4)).isEqualTo(kept(topic) + (topic.flushed() ? ", flushed" : ""));
          String schema = row.get(5).replace("`", "");
          assertThat(HERE.text("schemas/" + schema)).contains("schema " + topic.schema().getName());
        });
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
  void aTopicWithoutARowIsFound() {
    assertThat(rowsOf(Topic.RELEASES, "The topic `dateline.releases.v1` has no row.")).isEmpty();
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
        .filter(line -> line.matches("\\| `[^|]*` \\| [^|]+ \\|"))
        .flatMap(line -> Arrays.stream(line.split("\\|")[1].split(",")))
        .map(artifact -> artifact.replace("`", "").strip())
        .toList();
  }

  private static String kept(Topic topic) {
    return switch (topic.kept()) {
      case FOR_EVER -> "for ever";
      case WEEK -> "7 days";
      case NEWEST -> "newest of each key";
    };
  }
}
