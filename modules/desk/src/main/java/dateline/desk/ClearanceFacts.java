package dateline.desk;

import dateline.contracts.AnswersKeptV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.ClearancesVoidedV1;
import dateline.contracts.EditsProposedV1;
import dateline.contracts.MannerV1;
import dateline.contracts.NoteApprovedV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.Standing.Answered;
import dateline.desk.Standing.Decided;
import dateline.desk.Standing.Kept;
import dateline.runtime.NoteCodec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk's view of clearance's events: a text is asked about, answered for, cleared. */
final class ClearanceFacts {

  /**
   * What an event made of a clearance.
   *
   * @param what the event's name
   * @param detail for people; may be empty
   */
  record Fact(Clearance after, String what, String detail) {

    static Optional<Fact> of(Clearance after, String what, String detail) {
      return Optional.of(new Fact(after, what, detail));
    }
  }

  private ClearanceFacts() {}

  static NoteEntry apply(NoteEntry note, ClearanceEventV1 event) {
    Clearance before = note.clearance();
    Fact fact =
        onText(before, event)
            .or(() -> onAnswers(before, event))
            .or(() -> onApproval(before, event))
            .or(() -> ListFacts.of(before, event))
            .or(() -> EmergencyFacts.of(before, event))
            .or(() -> InvitationFacts.of(before, event))
            .orElseGet(() -> new Fact(before.counted(), "Unknown", ""));
    return note.with(
        fact.after(),
        new HistoryLine(
            event.getAt(),
            "clearance",
            fact.after().version(),
            fact.what(),
            event.getActor().getPerson(),
            event.getActor().getOffice(),
            event.getActor().getRole(),
            fact.detail(),
            event.getId(),
            event.getCausationId()));
  }

  private static Optional<Fact> onText(Clearance before, ClearanceEventV1 event) {
    @Nullable ClearanceRequestedV1 requested = event.getClearanceRequested();
    if (requested != null) {
      Clearance.Text text =
          new Clearance.Text(
              requested.getRevision(),
              requested.getDigest(),
              requested.getContributors(),
              event.getAt());
      return Fact.of(
          before.requested(text, ListFacts.list(before.list(), requested)),
          "ClearanceRequested",
          "revision " + requested.getRevision());
    }
    @Nullable ClearancesVoidedV1 voided = event.getClearancesVoided();
    if (voided != null) {
      return Fact.of(
          before.with(voided.getOffices(), Standing::voided),
          "ClearancesVoided",
          String.join(", ", voided.getOffices()));
    }
    @Nullable AnswersKeptV1 answers = event.getAnswersKept();
    if (answers != null) {
      Kept kept = new Kept(answers.getDigest(), decided(event, answers.getReason()));
      return Fact.of(
          before.with(answers.getOffices(), standing -> standing.keeping(kept)),
          "AnswersKept",
          String.join(", ", answers.getOffices()) + ": " + answers.getReason());
    }
    @Nullable ClearanceSuspendedV1 suspended = event.getClearanceSuspended();
    return suspended == null
        ? Optional.empty()
        : Fact.of(before.suspended(), "ClearanceSuspended", suspended.getReason());
  }

  private static Optional<Fact> onAnswers(Clearance before, ClearanceEventV1 event) {
    @Nullable OfficeAnsweredV1 answered = event.getOfficeAnswered();
    if (answered != null) {
      OfficeAnswerV1 answer = answered.getAnswer();
      return Fact.of(
          answering(before, answer), "OfficeAnswered", answer.getAnswer() + manner(answer));
    }
    @Nullable EditsProposedV1 edits = event.getEditsProposed();
    if (edits != null) {
      OfficeAnswerV1 answer = edits.getAnswer();
      return Fact.of(
          answering(before, answer), "EditsProposed", answer.getReason() + manner(answer));
    }
    @Nullable NoteReturnedV1 returned = event.getNoteReturned();
    if (returned == null) {
      return Optional.empty();
    }
    OfficeAnswerV1 answer = returned.getAnswer();
    return Fact.of(
        before.returned(answer.getOffice(), answered(before, answer)),
        "NoteReturned",
        answer.getReason() + manner(answer));
  }

  private static Optional<Fact> onApproval(Clearance before, ClearanceEventV1 event) {
    @Nullable NoteApprovedV1 approved = event.getNoteApproved();
    if (approved != null) {
      Decided approval = new Decided(approved.getApprover(), event.getAt(), "");
      return Fact.of(
          before.approving(approval),
          "NoteApproved",
          "%d of %d".formatted(before.approvals().size() + 1, before.list().approvers()));
    }
    @Nullable NoteClearedV1 cleared = event.getNoteCleared();
    return cleared == null
        ? Optional.empty()
        : Fact.of(
            before.cleared(cleared.getApprover(), EmergencyFacts.granted(before, cleared)),
            "NoteCleared",
            "revision %d%s"
                .formatted(
                    cleared.getRevision(),
                    cleared.getEmergency() == null ? "" : ", in an emergency"));
  }

  /** What somebody proposed in this event, whole; empty if nobody did. */
  static Optional<EditsEntry> edits(NoteEntry note, ClearanceEventV1 event) {
    @Nullable EditsProposedV1 edits = event.getEditsProposed();
    return edits == null
        ? Optional.empty()
        : Optional.of(
            new EditsEntry(
                note.id(),
                edits.getAnswer().getOffice(),
                answered(note.clearance(), edits.getAnswer()),
                NoteCodec.fromWire(edits.getEdited())));
  }

  private static Clearance answering(Clearance before, OfficeAnswerV1 answer) {
    Answered said = answered(before, answer);
    return before.with(List.of(answer.getOffice()), standing -> standing.answered(said));
  }

  private static Answered answered(Clearance before, OfficeAnswerV1 wire) {
    Optional<MannerV1> manner = Optional.ofNullable(wire.getManner());
    return new Answered(
        wire.getAnswer(),
        wire.getPerson(),
        wire.getAt(),
        wire.getReason(),
        before.revision(),
        wire.getDigest(),
        manner.map(MannerV1::getChannel).orElse("DESK"),
        manner.map(MannerV1::getDeputyFor),
        manner.map(MannerV1::getRecordedBy));
  }

  /** Who said it and how, where that is not who was signed in at the desk. */
  private static String manner(OfficeAnswerV1 answer) {
    @Nullable MannerV1 manner = answer.getManner();
    if (manner == null) {
      return "";
    }
    @Nullable String stoodInFor = manner.getDeputyFor();
    String said =
        switch (manner.getChannel()) {
          case "PHONE" ->
              " (%s for %s, by phone)".formatted(answer.getPerson(), answer.getOffice());
          case "LINK" -> " (by link)";
          case "EMAIL" -> " (by e-mail)";
          default -> "";
        };
    return stoodInFor == null ? said : said + " (deputy for %s)".formatted(stoodInFor);
  }

  static Decided decided(ClearanceEventV1 event, String reason) {
    return new Decided(event.getActor().getPerson(), event.getAt(), reason);
  }
}
