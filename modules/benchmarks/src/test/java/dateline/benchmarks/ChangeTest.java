package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.MediaNote;
import dateline.note.PlainTextReader;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import dateline.note.checks.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as corrected, and what as pointing at it. */
class ChangeTest {

  @Test
  void wordsBesideEachOtherAreOnePlaceAndOthersAnother() {
    assertThat(changes("The old gate of the port is open.", "The new lock of the port is shut."))
        .extracting(change -> change.former().getFirst())
        .extracting(words -> words.passage().substring(words.start(), words.end()))
        .containsExactly("old gate", "open");
  }

  @Test
  void whiteSpaceAloneIsNoPlaceAndALinkIsOne() {
    assertThat(changes("The gate  is\u00a0open.", "The gate is open.")).isEmpty();
    assertThat(changes("The gate is open.", "The [gate](https://h.example) is open.")).hasSize(1);
  }

  @Test
  void linesThatCameOrWentTogetherAreOnePlace() {
    assertThat(changes("One.\n\nTwo words.\n\nThree.\n\nFour.", "One.\n\nFour.")).hasSize(1);
  }

  @Test
  void aFindingPointsAtItsOwnWordsAndNotAtTheirNeighbours() {
    String former = "The gate of the the port is opne.";
    Mark doubled =
        Checks.marks(note(former), HouseStyle.usual(), Optional.empty()).stream()
            .filter(mark -> mark.finding().code().equals("DOUBLED_WORD"))
            .findFirst()
            .orElseThrow();
    assertThat(changes(former, "The gate of the port is opne."))
        .allMatch(change -> change.isPointedAtBy(doubled));
    assertThat(changes(former, "The gate of the the port is open."))
        .hasSize(1)
        .noneMatch(change -> change.isPointedAtBy(doubled));
  }

  private static List<Change> changes(String former, String later) {
    return Change.between(note(former), note(later));
  }

  private static MediaNote note(String body) {
    return PlainTextReader.read("Gate Opened\n\nOffice of Ports\n\n" + body).note();
  }
}
