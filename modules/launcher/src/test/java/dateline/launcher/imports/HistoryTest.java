package dateline.launcher.imports;

import static dateline.launcher.imports.Outcome.ALREADY_THERE;
import static dateline.launcher.imports.Outcome.OLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.launcher.imports.History.Step;
import dateline.launcher.imports.PatientDesk.Known;
import dateline.note.PlainTextReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which versions are sent, by what the desk has. */
class HistoryTest {

  @Test
  void aNoteThatIsNotThereIsSentWhole() {
    assertThat(sent(History.of(versions("a", "b", "c"), Optional.empty())))
        .containsExactly(name("a"), name("b"), name("c"));
  }

  @Test
  void whatIsThereIsNotSentAgain() {
    History history = History.of(versions("a", "b", "c"), known("a", "b"));
    assertThat(sent(history)).containsExactly(name("c"));
    assertThat(history.outcomes().values()).containsExactly(ALREADY_THERE, ALREADY_THERE);
  }

  @Test
  void whatStandsBeforeAVersionThatIsThereIsNotPutAfterIt() {
    History history = History.of(versions("zero", "a", "between", "b", "c"), known("a", "b"));
    assertThat(sent(history)).containsExactly(name("c"));
    assertThat(history.outcomes())
        .containsEntry(0, OLDER)
        .containsEntry(1, ALREADY_THERE)
        .containsEntry(2, OLDER)
        .containsEntry(3, ALREADY_THERE);
  }

  @Test
  void aLaterCopyAloneGoesOn() {
    assertThat(sent(History.of(versions("b", "c"), known("a", "b")))).containsExactly(name("c"));
    assertThat(sent(History.of(versions("c"), known("a", "b")))).containsExactly(name("c"));
  }

  @Test
  void aSourceThatGoesBackToWhatItSaidMakesAFurtherRevision() {
    assertThat(sent(History.of(versions("a", "b", "a"), Optional.empty())))
        .containsExactly(name("a"), name("b"), name("a") + ".2");
    assertThat(sent(History.of(versions("a", "b", "a"), known("a", "b"))))
        .containsExactly(name("a") + ".2");
    Optional<Known> all =
        Optional.of(
            new Known(
                Optional.empty(),
                List.of(name("a"), name("b"), name("a") + ".2"),
                Optional.empty()));
    assertThat(sent(History.of(versions("a", "b", "a"), all))).isEmpty();
  }

  @Test
  void aCopyThatIsOlderByItsInstantIsNotPutAfter() {
    Optional<Known> known =
        Optional.of(
            new Known(Optional.empty(), List.of("another"), Optional.of("2029-05-04T00:00:00Z")));
    History history =
        History.of(
            List.of(
                step(0, "old", Optional.of(Instant.parse("2029-05-03T00:00:00Z"))),
                step(1, "new", Optional.of(Instant.parse("2029-05-05T00:00:00Z")))),
            known);
    assertThat(history.outcomes()).containsOnlyKeys(0).containsEntry(0, OLDER);
    assertThat(history.steps()).extracting(Step::index).containsExactly(1);
  }

  private static List<String> sent(History history) {
    return history.steps().stream().map(Step::name).toList();
  }

  private static Optional<Known> known(String... titles) {
    return Optional.of(
        new Known(
            Optional.of("\"1.0.0\""),
            Stream.of(titles).map(HistoryTest::name).toList(),
            Optional.empty()));
  }

  private static List<Step> versions(String... titles) {
    List<Step> steps = new ArrayList<>();
    for (String title : titles) {
      steps.add(step(steps.size(), title, Optional.empty()));
    }
    return steps;
  }

  private static Step step(int index, String title, Optional<Instant> updated) {
    SourceVersion version = version(title, updated);
    return new Step(
        index, version, version.name(), PlainTextReader.read(title + "\n\nA text.").note());
  }

  private static String name(String title) {
    return version(title, Optional.empty()).name();
  }

  private static SourceVersion version(String title, Optional<Instant> updated) {
    return new SourceVersion(
        new Place("file", "line 1"), title, Optional.empty(), "", "A text.", updated);
  }
}
