package dateline.desk;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.ClearancesVoidedV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.desk.Clearance.Answered;
import dateline.desk.Clearance.Line;
import dateline.desk.DeskEntry.NoteEntry;
import org.jspecify.annotations.Nullable;

/** The desk's view of clearance's events. */
final class ClearanceFacts {

  private ClearanceFacts() {}

  static NoteEntry apply(NoteEntry note, ClearanceEventV1 event) {
    Clearance before = note.clearance();
    @Nullable ClearanceRequestedV1 requested = event.getClearanceRequested();
    if (requested != null) {
      Clearance after =
          before.requested(
              requested.getRevision(),
              requested.getDigest(),
              requested.getDirectoryVersion(),
              requested.getLines().stream().map(ClearanceFacts::line).toList());
      return with(note, event, after, "ClearanceRequested", "revision " + requested.getRevision());
    }
    @Nullable ClearancesVoidedV1 voided = event.getClearancesVoided();
    if (voided != null) {
      String offices = String.join(", ", voided.getOffices());
      return with(note, event, before.voided(), "ClearancesVoided", offices);
    }
    @Nullable OfficeAnsweredV1 answered = event.getOfficeAnswered();
    if (answered != null) {
      OfficeAnswerV1 answer = answered.getAnswer();
      Clearance after = before.answered(answer.getOffice(), answered(answer));
      return with(note, event, after, "OfficeAnswered", answer.getAnswer());
    }
    @Nullable NoteReturnedV1 returned = event.getNoteReturned();
    if (returned != null) {
      OfficeAnswerV1 answer = returned.getAnswer();
      Clearance after = before.returned(answer.getOffice(), answered(answer));
      return with(note, event, after, "NoteReturned", answer.getReason());
    }
    @Nullable NoteClearedV1 cleared = event.getNoteCleared();
    if (cleared != null) {
      Clearance after = before.now(Clearance.Status.CLEARED, cleared.getApprover());
      return with(note, event, after, "NoteCleared", "revision " + cleared.getRevision());
    }
    @Nullable ClearanceSuspendedV1 suspended = event.getClearanceSuspended();
    if (suspended != null) {
      Clearance after = before.now(Clearance.Status.SUSPENDED, "");
      return with(note, event, after, "ClearanceSuspended", suspended.getReason());
    }
    return with(note, event, before.counted(), "Unknown", "");
  }

  private static Line line(ClearanceLineV1 wire) {
    return new Line(wire.getOffice(), wire.getPower(), wire.getMandatory(), wire.getBecause());
  }

  private static Answered answered(OfficeAnswerV1 wire) {
    return new Answered(wire.getAnswer(), wire.getPerson(), wire.getAt(), wire.getReason());
  }

  private static NoteEntry with(
      NoteEntry note, ClearanceEventV1 event, Clearance after, String what, String detail) {
    return note.with(
        after,
        new HistoryLine(
            event.getAt(),
            "clearance",
            after.version(),
            what,
            event.getActor().getPerson(),
            event.getActor().getOffice(),
            event.getActor().getRole(),
            detail,
            event.getId(),
            event.getCausationId()));
  }
}
