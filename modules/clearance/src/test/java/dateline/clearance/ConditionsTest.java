package dateline.clearance;

import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.TRADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which notes a rule is about, how long offices have, and who must approve. */
class ConditionsTest {

  private static final Occasion ROUTINE = new Occasion(PRESS, false, false);
  private static final MediaNote NOTE =
      with(
          Office.note("Talks in Tokyo", "Japan and France agree on tariffs."),
          Optional.of("Readout"),
          Optional.empty(),
          List.of("en"));

  private static MediaNote with(
      MediaNote note, Optional<String> kind, Optional<String> embargo, List<String> languages) {
    return new MediaNote(
        note.headline(),
        note.subheadline(),
        kind,
        note.issuer(),
        note.place(),
        note.date(),
        note.releaseLine(),
        embargo,
        note.attribution(),
        note.correction(),
        note.releaseNumber(),
        note.body(),
        note.contacts(),
        note.boilerplate(),
        note.endMark(),
        languages);
  }

  private static NoteCondition naming(List<String> countries, List<List<String>> lists) {
    return new NoteCondition(
        List.of(), List.of(), lists, countries, List.of(), List.of(), false, false);
  }

  private static boolean meets(NoteCondition condition, MediaNote note, Occasion occasion) {
    return condition.metBy(ReadText.of(note), occasion).isPresent();
  }

  @Test
  void aCountryIsMetByItsNameInEnglishAndInTheNotesLanguages() {
    MediaNote german =
        with(
            Office.note("Gespräche", "Japan und Frankreich sind sich einig."),
            Optional.empty(),
            Optional.empty(),
            List.of("de"));
    assertThat(meets(naming(List.of("FR"), List.of()), NOTE, ROUTINE)).isTrue();
    assertThat(meets(naming(List.of("FR"), List.of()), german, ROUTINE)).isTrue();
    assertThat(
            meets(
                naming(List.of("FR"), List.of()),
                with(german, Optional.empty(), Optional.empty(), List.of("en")),
                ROUTINE))
        .as("Frankreich is no English")
        .isFalse();
    assertThat(meets(naming(List.of("BR", "KE"), List.of()), NOTE, ROUTINE)).isFalse();
    assertThat(meets(naming(List.of("BR", "JP"), List.of()), NOTE, ROUTINE)).isTrue();
  }

  @Test
  void everyListThatIsGivenMustBeMet() {
    assertThat(meets(naming(List.of("JP"), List.of(List.of("tariffs"))), NOTE, ROUTINE)).isTrue();
    assertThat(meets(naming(List.of("JP"), List.of(List.of("cables"))), NOTE, ROUTINE)).isFalse();
    assertThat(
            meets(naming(List.of(), List.of(List.of("tariffs"), List.of("cables"))), NOTE, ROUTINE))
        .isFalse();
    assertThat(meets(naming(List.of(), List.of(List.of())), NOTE, ROUTINE))
        .as("an empty list asks for nothing")
        .isTrue();
  }

  @Test
  void aConditionOfWordsConcernsTheirPassagesAndAnyOtherTheWholeText() {
    ReadText text = ReadText.of(NOTE);
    assertThat(naming(List.of(), List.of(List.of("tariffs"))).metBy(text, ROUTINE).orElseThrow())
        .isEqualTo(new Interest(List.of(text.passages().getLast().digest())));
    assertThat(
            naming(List.of("JP"), List.of(List.of("Tokyo")))
                .metBy(text, ROUTINE)
                .orElseThrow()
                .passages())
        .as("both the headline and the paragraph")
        .containsExactly(text.passages().getFirst().digest(), text.passages().getLast().digest());
    assertThat(NoteCondition.NONE.metBy(text, ROUTINE)).contains(Interest.WHOLE);
  }

  @Test
  void aLinksTargetIsPartOfItsPassage() {
    Interest before = linking("https://one.example");
    Interest after = linking("https://two.example");
    assertThat(before.isUnchangedIn(after)).isFalse();
    assertThat(before.isUnchangedIn(linking("https://one.example"))).isTrue();
  }

  private static Interest linking(String target) {
    MediaNote note = Office.note("The bridge", "Nothing.");
    MediaNote linked =
        new MediaNote(
            note.headline(),
            Optional.of("On tariffs"),
            note.kind(),
            note.issuer(),
            note.place(),
            note.date(),
            note.releaseLine(),
            note.embargoLine(),
            Optional.of("To be attributed to the tariffs office."),
            Optional.of("An earlier text had other tariffs."),
            note.releaseNumber(),
            List.of(
                new Block.Heading(List.of(Span.plain("Tariffs"))),
                new Block.Paragraph(List.of(new Span("tariffs", Optional.of(target)))),
                new Block.ListItem("•", 0, List.of(Span.plain("tariffs"))),
                new Block.Quotation(List.of(Span.plain("tariffs!"))),
                new Block.Footnote("1", List.of(Span.plain("tariffs?"))),
                new Block.TableRow(List.of(List.of(Span.plain("tariffs")), List.of()))),
            note.contacts(),
            note.boilerplate(),
            note.endMark(),
            note.languages());
    Interest interest =
        naming(List.of(), List.of(List.of("tariffs")))
            .metBy(ReadText.of(linked), ROUTINE)
            .orElseThrow();
    assertThat(interest.passages()).as("nine parts speak of tariffs").hasSize(9);
    return interest;
  }

  @Test
  void aConditionMayBeAboutTheActionOfficeTheEmbargoAndTheFiles() {
    NoteCondition office =
        new NoteCondition(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(TRADE), false, false);
    assertThat(meets(office, NOTE, ROUTINE)).isFalse();
    assertThat(meets(office, NOTE, new Occasion(TRADE, false, false))).isTrue();
    NoteCondition embargo =
        new NoteCondition(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), true, false);
    assertThat(meets(embargo, NOTE, ROUTINE)).isFalse();
    assertThat(
            meets(
                embargo,
                with(NOTE, Optional.empty(), Optional.of("EMBARGOED UNTIL NOON"), List.of("en")),
                ROUTINE))
        .isTrue();
    NoteCondition files =
        new NoteCondition(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, true);
    assertThat(meets(files, NOTE, ROUTINE)).isFalse();
    assertThat(meets(files, NOTE, new Occasion(PRESS, false, true))).isTrue();
  }

  @Test
  void anExemptOfficeOnlyNotifies() {
    ClearanceRule rule =
        new ClearanceRule(
            NoteCondition.NONE,
            new ClearanceLine(SECURITY, Power.CLEAR, false, "cables"),
            List.of(TRADE));
    Directory directory =
        new Directory(1, List.of(rule, ClearanceRule.always(LEGAL, Power.CLEAR, "all")));
    assertThat(power(directory, ROUTINE)).isEqualTo(Power.CLEAR);
    assertThat(power(directory, new Occasion(TRADE, false, false))).isEqualTo(Power.INFORM);
    assertThatThrownBy(() ->
            new ClearanceRule(
                NoteCondition.NONE,
                new ClearanceLine(SECURITY, Power.CLEAR, true, "cables"),
                List.of(TRADE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Power power(Directory directory, Occasion occasion) {
    return directory.listFor(NOTE, occasion).lineOf(SECURITY).orElseThrow().power();
  }

  @Test
  void theFirstDeadlineThatIsMetCountsByKindAndUrgency() {
    OfficeHours hours = OfficeHours.usual(ZoneOffset.UTC);
    Directory directory =
        new Directory(
            1,
            List.of(
                ClearanceRule.always(LEGAL, Power.CLEAR, "all"),
                ClearanceRule.always(SECURITY, Power.CLEAR, "all"),
                ClearanceRule.always(TRADE, Power.INFORM, "all")),
            Map.of(LEGAL, hours, TRADE, hours),
            List.of(
                new Deadline(List.of("READOUT"), Optional.of(true), Duration.ofMinutes(30)),
                new Deadline(List.of(), Optional.of(true), Duration.ofHours(1)),
                new Deadline(List.of("Transcript"), Optional.empty(), Duration.ofHours(16)),
                new Deadline(List.of(), Optional.of(false), Duration.ofHours(8))),
            List.of(),
            Optional.empty());
    Occasion urgent = new Occasion(PRESS, true, false);
    assertThat(within(directory, NOTE, urgent)).contains(Duration.ofMinutes(30));
    assertThat(within(directory, NOTE, ROUTINE)).contains(Duration.ofHours(8));
    MediaNote transcript = with(NOTE, Optional.of("Transcript"), Optional.empty(), List.of("en"));
    assertThat(within(directory, transcript, urgent)).contains(Duration.ofHours(1));
    assertThat(within(directory, transcript, ROUTINE)).contains(Duration.ofHours(16));
    MediaNote untold = with(NOTE, Optional.empty(), Optional.empty(), List.of("en"));
    assertThat(within(directory, untold, ROUTINE)).contains(Duration.ofHours(8));
    ClearanceList list = directory.listFor(NOTE, ROUTINE);
    assertThat(list.lineOf(SECURITY).orElseThrow().term())
        .as("an office without a calendar has no deadline")
        .isEmpty();
    assertThat(list.lineOf(TRADE).orElseThrow().term())
        .as("who is informed has none either")
        .isEmpty();
  }

  private static Optional<Duration> within(Directory directory, MediaNote note, Occasion occasion) {
    return directory.listFor(note, occasion).lineOf(LEGAL).orElseThrow().term().map(Term::within);
  }

  @Test
  void someNotesNeedTwoApprovers() {
    Directory directory =
        new Directory(
            1,
            List.of(ClearanceRule.always(LEGAL, Power.CLEAR, "all")),
            Map.of(),
            List.of(),
            List.of(naming(List.of(), List.of(List.of("declaration of war")))),
            Optional.empty());
    assertThat(directory.listFor(NOTE, ROUTINE).approvers()).isEqualTo(1);
    assertThat(
            directory
                .listFor(Office.note("A declaration of war", "It is war."), ROUTINE)
                .approvers())
        .isEqualTo(2);
  }

  @Test
  void clearanceAfterTheFactIsDueInWorkingHoursOfTheActionOffice() {
    Directory directory =
        new Directory(
            1,
            List.of(),
            Map.of(PRESS, OfficeHours.usual(ZoneOffset.UTC)),
            List.of(),
            List.of(),
            Optional.of(Duration.ofHours(16)));
    Instant mondayAtNine = Instant.parse("2026-03-02T09:00:00Z");
    assertThat(directory.afterTheFact(PRESS, mondayAtNine))
        .contains(Instant.parse("2026-03-03T17:00:00Z"));
    assertThat(directory.afterTheFact(TRADE, mondayAtNine)).isEmpty();
    assertThat(Directory.NONE.afterTheFact(PRESS, mondayAtNine)).isEmpty();
  }
}
