package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.note.Finding;
import dateline.note.Finding.Severity;
import dateline.note.MediaNote;
import dateline.note.PlainTextReader;
import dateline.note.checks.HouseStyle;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings are shown in the house's style and on the press office's day. */
class NoteChecksTest {

  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT =
      PlainTextReader.read(
              "A Bridge Opens in Kiev\n\nOffice of Ports\nNorthwater\nMarch 2, 2026\n\nSee [it](#).")
          .note();

  private static final HouseStyle STYLE =
      new HouseStyle(
          Set.of("NO_CONTACT"),
          Map.of("HOUSE_SPELLING", Severity.ADVISES),
          Map.of("Kiev", "Kyiv"),
          Map.of(),
          List.of(),
          Map.of(),
          HouseStyle.HeadlineCase.FREE,
          Set.of());

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.created(NOTE, "c", TEXT));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aFindingIsAsTheHouseStyleSays() {
    assertThat(findings()).contains("ADVISES NO_CONTACT").doesNotContain("ADVISES HOUSE_SPELLING");
    desk.inStyle(STYLE);
    assertThat(findings()).contains("ADVISES HOUSE_SPELLING").doesNotContain("ADVISES NO_CONTACT");
  }

  @Test
  void whatBlocksIsShownInEveryStyle() {
    desk.inStyle(STYLE);
    assertThat(findings()).contains("BLOCKS DEAD_LINK");
  }

  /** It is noon in UTC on March 2, and on the Line Islands March 3 already. */
  @Test
  void theDayIsThePressOfficesOwn() {
    desk.apply(desk.facts.pressOffice("UTC"));
    assertThat(findings()).doesNotContain("ADVISES OTHER_DAY");
    desk.apply(desk.facts.pressOffice("Pacific/Kiritimati"));
    assertThat(findings()).contains("ADVISES OTHER_DAY");
  }

  @Test
  void aPublicNoteIsLookedAtAsOnTheDayOfItsRelease() {
    ReadModel model = new ReadModel(desk.table);
    InstantSource later = InstantSource.fixed(Instant.parse("2026-04-01T12:00:00Z"));
    NoteChecks checks = new NoteChecks(HouseStyle.usual(), model, later);
    assertThat(checks.of(model.note(NOTE).orElseThrow()))
        .extracting(Finding::code)
        .contains("OTHER_DAY");
    desk.apply(desk.facts.released(NOTE, TEXT));
    assertThat(checks.of(model.note(NOTE).orElseThrow()))
        .extracting(Finding::code)
        .doesNotContain("OTHER_DAY");
  }

  private List<String> findings() {
    JsonNode note = json(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/" + NOTE)));
    return StreamSupport.stream(note.path("findings").spliterator(), false)
        .map(finding -> finding.path("severity").asText() + " " + finding.path("code").asText())
        .toList();
  }
}
