package dateline.clearance;

import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesAsked;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The small press office in which clearance's rules are told: its people, texts and lists. */
final class Office {

  static final PersonId ANA = new PersonId("ana");
  static final PersonId BEN = new PersonId("ben");
  static final PersonId LEA = new PersonId("lea");
  static final PersonId LUC = new PersonId("luc");
  static final PersonId SAM = new PersonId("sam");
  static final PersonId PIA = new PersonId("pia");
  static final PersonId VERA = new PersonId("vera");

  static final OfficeId LEGAL = new OfficeId("legal");
  static final OfficeId SECURITY = new OfficeId("security");
  static final OfficeId TRADE = new OfficeId("trade");
  static final OfficeId LIBRARY = new OfficeId("library");
  static final OfficeId PRESS = new OfficeId("press");

  static final Actor POLICY = Actor.system("WhenNoteSubmittedRequestClearance");
  static final Actor LEA_OF_LEGAL = new Actor(LEA, LEGAL, Role.REVIEWER);
  static final Actor LUC_OF_LEGAL = new Actor(LUC, LEGAL, Role.REVIEWER);
  static final Actor SAM_OF_SECURITY = new Actor(SAM, SECURITY, Role.REVIEWER);
  static final Actor TOM_OF_TRADE = new Actor(new PersonId("tom"), TRADE, Role.REVIEWER);
  static final Actor LIV_OF_LIBRARY = new Actor(new PersonId("liv"), LIBRARY, Role.REVIEWER);
  static final Actor PIA_OF_PRESS = new Actor(PIA, PRESS, Role.REVIEWER);
  static final Actor VERA_APPROVES = new Actor(VERA, PRESS, Role.APPROVER);
  static final Actor VITO_APPROVES = new Actor(new PersonId("vito"), PRESS, Role.APPROVER);
  static final Actor ANA_DRAFTS = new Actor(ANA, PRESS, Role.PRESS_OFFICER);
  static final Actor MIA_OF_PRESS = new Actor(new PersonId("mia"), PRESS, Role.PRESS_OFFICER);
  static final Actor GUS_GOVERNS = new Actor(new PersonId("gus"), PRESS, Role.EMERGENCY_AUTHORITY);
  static final Actor CLOCK = Actor.system("clock");

  static final ClearanceLine MUST_LEGAL =
      new ClearanceLine(LEGAL, Power.CLEAR, true, "every note is read by a lawyer");
  static final ClearanceLine MUST_SECURITY =
      new ClearanceLine(SECURITY, Power.CLEAR, false, "it speaks of cables");
  static final ClearanceLine MAY_TRADE =
      new ClearanceLine(TRADE, Power.CONSULT, false, "it speaks of tariffs");
  static final ClearanceLine TELL_LIBRARY =
      new ClearanceLine(LIBRARY, Power.INFORM, false, "the library keeps everything");

  /** Legal and security must clear, trade is consulted, the library is told. */
  static final ClearanceList LIST =
      new ClearanceList(7, List.of(MUST_LEGAL, MUST_SECURITY, MAY_TRADE, TELL_LIBRARY));

  static final SubmittedText FIRST = text(1, "The bridge opens on Monday.", ANA);
  static final SubmittedText SECOND = text(2, "The bridge opens on Tuesday.", ANA);

  private Office() {}

  static SubmittedText text(int revision, String paragraph, PersonId... contributors) {
    MediaNote note = note("The bridge", paragraph);
    return new SubmittedText(revision, note, Digest.of(note), Arrays.asList(contributors));
  }

  static MediaNote note(String headline, String... paragraphs) {
    return new MediaNote(
        headline,
        Optional.empty(),
        Optional.of("Media Note"),
        Optional.of("Office of the Mayor"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(paragraphs)
            .<Block>map(text -> new Block.Paragraph(List.of(Span.plain(text))))
            .toList(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of("en"));
  }

  static ClearanceEvent requested(SubmittedText text) {
    return new ClearanceRequested(text, LIST);
  }

  /** Their turn has come, and their lines have no term. */
  static ClearanceEvent asked(OfficeId... offices) {
    return new OfficesAsked(
        Arrays.stream(offices)
            .map(office -> new Asked(office, Optional.empty(), Optional.empty()))
            .toList());
  }

  /** All four of {@link #LIST} are asked. */
  static ClearanceEvent allAsked() {
    return asked(LEGAL, SECURITY, TRADE, LIBRARY);
  }

  static ClearanceEvent cleared(Actor by, SubmittedText text) {
    return new OfficeAnswered(answer(by, Answer.CLEARED, text, ""));
  }

  static ClearanceEvent returned(Actor by, SubmittedText text) {
    return new NoteReturned(answer(by, Answer.NOT_CLEARED, text, "The day is wrong."));
  }

  static ClearanceEvent approved(SubmittedText text, OfficeAnswer... answers) {
    return new NoteCleared(text, Arrays.asList(answers), VERA);
  }

  static ClearanceEvent suspended(SubmittedText text) {
    return new ClearanceSuspended(text.digest(), "One more comma.");
  }

  static OfficeAnswer answer(Actor by, Answer answer, SubmittedText text, String reason) {
    return new OfficeAnswer(by.office(), answer, by.person(), text.digest(), Instant.EPOCH, reason);
  }
}
