package dateline.drafting;

import static dateline.drafting.Drafts.DEAD_LINK;
import static dateline.drafting.Drafts.FIRST;
import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.NONE;
import static dateline.drafting.Drafts.SECOND;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.TWO_FAULTS;
import static dateline.drafting.Drafts.begin;
import static dateline.drafting.Drafts.created;
import static dateline.drafting.Drafts.draft;
import static dateline.drafting.Drafts.note;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.officer;
import static dateline.drafting.Drafts.people;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.submitted;
import static dateline.drafting.Drafts.submittedBy;
import static dateline.drafting.Drafts.withBody;
import static dateline.drafting.Drafts.withHeadline;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.MediaNoteV1;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.kernel.Decision;
import dateline.note.Digest;
import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.NoteCodec;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import dateline.testkit.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

/** What a text must be to be saved and to be submitted, sentence by sentence. */
class SubmissionTest {

  // Limits

  @Test
  void aTextHasAHeadline() {
    nothing().when(MAYA, begin(withHeadline(""))).isRefused("NO_HEADLINE");
    draft().when(MAYA, new ReviseDraft(1, withHeadline(" \u00a0\u200b"))).isRefused("NO_HEADLINE");
  }

  @Test
  void aHeadlineHasAtMostAThousandCharacters() {
    String longest = "ü😀".repeat(500);
    nothing().when(MAYA, begin(withHeadline(longest))).then(created(withHeadline(longest)));
    nothing().when(MAYA, begin(withHeadline(longest + "!"))).isRefused("HEADLINE_TOO_LONG");
  }

  @Test
  void aNoteFitsIntoARecordOfTheLog() {
    MediaNote large = withBody(Span.plain("é".repeat(500_000)));
    nothing().when(MAYA, begin(large)).isRefused("NOTE_TOO_LARGE");
    draft().when(MAYA, new ReviseDraft(1, large)).isRefused("NOTE_TOO_LARGE");
  }

  @Test
  void noNoteTakesMoreRoomOnTheWireThanWasCounted() throws IOException {
    Seed seed = Seed.ofThisRun();
    for (int i = 0; i < 1_000; i++) {
      MediaNote note = new Notes(seed.round(i)).any();
      ByteArrayOutputStream wire = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(wire, null);
      new SpecificDatumWriter<>(MediaNoteV1.class).write(NoteCodec.toWire(note), encoder);
      encoder.flush();
      assertThat((long) wire.size()).as("%s", seed).isLessThanOrEqualTo(TextLimits.bytes(note));
    }
  }

  @Test
  void whiteSpaceThatNoReaderSeesStillTakesRoom() {
    MediaNote large = withBody(Span.plain("a" + " ".repeat(1_000_000) + "b"));
    nothing().when(MAYA, begin(large)).isRefused("NOTE_TOO_LARGE");
  }

  // Submitting

  @Test
  void aSubmittedNoteNamesEveryoneWhoChangedItInTheOrderTheyFirstDid() {
    draft()
        .by(TOM, revised(2, SECOND))
        .by(MAYA, revised(3, FIRST))
        .by(officer("ines"), revised(4, SECOND))
        .when(officer("karl"), new SubmitNote(4, NONE))
        .then(
            new NoteSubmitted(
                4,
                SECOND,
                Digest.of(SECOND),
                people("maya", "tom", "ines"),
                NONE,
                List.of(),
                List.of(),
                false));
  }

  @Test
  void whoOnlySubmitsWroteNothing() {
    draft().when(TOM, new SubmitNote(1, NONE)).then(submittedBy(FIRST, "maya"));
  }

  @Test
  void aTextThatSomebodyChangedSinceItWasReadIsNotSubmitted() {
    draft()
        .by(TOM, revised(2, SECOND))
        .when(MAYA, new SubmitNote(1, NONE))
        .isRefused("STALE_REVISION");
  }

  @Test
  void submittingAgainDoesNothing() {
    submitted().when(TOM, new SubmitNote(1, NONE)).isNothingToDo();
    submitted().when(TOM, new SubmitNote(2, NONE)).isRefused("STALE_REVISION");
  }

  @Test
  void anIncompleteTextIsNotSubmittedAndEveryMissingPartIsNamed() {
    MediaNote bare = note("Ferry sails", Optional.empty(), Optional.of(" "), List.of());
    DeciderScenario.Outcome<DraftingEvent> outcome =
        nothing().by(MAYA, created(bare)).when(MAYA, new SubmitNote(1, NONE));
    outcome.isRefused("INCOMPLETE");
    assertThat(((Decision.Refused<DraftingEvent>) outcome.decision()).reason())
        .contains("no kind, no issuer, no body")
        .doesNotContain("headline");
  }

  @Test
  void aBodyOfEmptyParagraphsIsNone() {
    nothing()
        .by(MAYA, created(withBody(Span.plain("\u00a0 "))))
        .when(MAYA, new SubmitNote(1, NONE))
        .isRefused("INCOMPLETE");
  }

  // Findings and waivers

  @Test
  void aTextWithABlockingFindingIsNotSubmitted() {
    nothing()
        .by(MAYA, created(DEAD_LINK))
        .when(MAYA, new SubmitNote(1, NONE))
        .isRefused("BLOCKING_FINDINGS");
  }

  @Test
  void aBlockingFindingIsWaivedWithAReasonOnTheRecord() {
    List<Waiver> waivers = List.of(new Waiver("DEAD_LINK", "The page opens at noon."));
    nothing()
        .by(MAYA, created(DEAD_LINK))
        .when(MAYA, new SubmitNote(1, waivers))
        .then(
            new NoteSubmitted(
                1,
                DEAD_LINK,
                Digest.of(DEAD_LINK),
                people("maya"),
                waivers,
                List.of(),
                List.of(),
                false));
  }

  @Test
  void aWaiverOfOneFindingWaivesNoOther() {
    DeciderScenario.Outcome<DraftingEvent> outcome =
        nothing()
            .by(MAYA, created(TWO_FAULTS))
            .when(MAYA, new SubmitNote(1, List.of(new Waiver("DEAD_LINK", "It opens at noon."))));
    outcome.isRefused("BLOCKING_FINDINGS");
    assertThat(((Decision.Refused<DraftingEvent>) outcome.decision()).reason())
        .contains("PLACEHOLDER")
        .doesNotContain("DEAD_LINK");
  }

  @Test
  void aWaiverWithoutAReasonIsRefused() {
    nothing()
        .by(MAYA, created(DEAD_LINK))
        .when(MAYA, new SubmitNote(1, List.of(new Waiver("DEAD_LINK", " "))))
        .isRefused("WAIVER_WITHOUT_REASON");
    nothing()
        .by(MAYA, created(DEAD_LINK))
        .when(MAYA, new SubmitNote(1, List.of(new Waiver("DEAD_LINK", "x".repeat(1_001)))))
        .isRefused("WAIVER_WITHOUT_REASON");
  }

  @Test
  void ofTwoWaiversOfOneFindingTheFirstIsRecorded() {
    Waiver first = new Waiver("DEAD_LINK", "It opens at noon.");
    nothing()
        .by(MAYA, created(DEAD_LINK))
        .when(MAYA, new SubmitNote(1, List.of(first, new Waiver("DEAD_LINK", "It opens."))))
        .then(
            new NoteSubmitted(
                1,
                DEAD_LINK,
                Digest.of(DEAD_LINK),
                people("maya"),
                List.of(first),
                List.of(),
                List.of(),
                false));
  }

  @Test
  void aWaiverOfWhatDoesNotBlockIsRefusedWithWhatDoes() {
    Waiver mistyped = new Waiver("DEAD_LINKS", "It opens at noon.");
    draft().when(MAYA, new SubmitNote(1, List.of(mistyped))).isRefused("UNKNOWN_WAIVER");
    DeciderScenario.Outcome<DraftingEvent> outcome =
        nothing()
            .by(MAYA, created(TWO_FAULTS))
            .when(MAYA, new SubmitNote(1, List.of(mistyped, new Waiver("PLACEHOLDER", "So."))));
    outcome.isRefused("UNKNOWN_WAIVER");
    assertThat(((Decision.Refused<DraftingEvent>) outcome.decision()).reason())
        .isEqualTo(
            "There is nothing to waive with DEAD_LINKS in this text; what blocks it is DEAD_LINK, PLACEHOLDER.");
  }

  @Test
  void aFindingThatOnlyWarnsDoesNotBlock() {
    DraftingDecider warned =
        new DraftingDecider(note ->
            List.of(new Finding("OLD_YEAR", Finding.Severity.WARNS, 0, 0, "Old.", "Look.")));
    DeciderScenario.given(warned)
        .by(MAYA, created(FIRST))
        .when(MAYA, new SubmitNote(1, NONE))
        .then(submittedBy(FIRST, "maya"));
  }
}
