package dateline.clearance;

import static dateline.kernel.Decision.accept;
import static dateline.kernel.Decision.nothingToDo;

import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.Reviewing.NoteApproved;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesReminded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a review: what time does, who may go on without an office, and who approves. */
final class ApprovalRules {

  private ApprovalRules() {}

  static Decision<ClearanceEvent> approve(Actor actor, ApproveNote approval, Review review) {
    if (!review.isOf(approval.digest())) {
      return Refusals.staleText(approval.digest(), review.text());
    }
    Optional<Decision<ClearanceEvent>> partial = ListRules.notImpartial(actor, review);
    if (partial.isPresent()) {
      return partial.get();
    }
    Optional<OfficeId> spokenFor = review.officeClearedBy(actor.person());
    if (spokenFor.isPresent()) {
      return Refusals.clearedItToo(actor.person(), spokenFor.get());
    }
    if (!review.list().asksForClearance()) {
      return Refusals.noClearanceList(review.list());
    }
    List<OfficeId> missing = review.missing();
    if (!missing.isEmpty()) {
      return Refusals.notAllCleared(missing);
    }
    if (review.approvers().contains(actor.person())) {
      return nothingToDo("You have approved this text; another approver must too.");
    }
    return review.approvers().size() + 1 < review.list().approvers()
        ? accept(new NoteApproved(approval.digest(), actor.person()))
        : accept(
            new NoteCleared(
                review.text(),
                review.counted(),
                actor.person(),
                review.approvers(),
                review.passedOver(),
                Optional.empty()));
  }

  /**
   * The action office has "the duty to overcome delays" (2 FAM 1213.2): a named person of it may go
   * on without an office that let its time pass. Without a mandatory one, or over an objection,
   * only the final approver may.
   */
  static Decision<ClearanceEvent> proceed(
      Envelope<ClearanceCommand> command, ProceedWithout asked, Review review) {
    Actor actor = command.actor();
    if (!review.isOf(asked.digest())) {
      return Refusals.staleText(asked.digest(), review.text());
    }
    Optional<ClearanceLine> line = review.list().lineOf(asked.office());
    if (line.isEmpty()) {
      return Refusals.notOnList(asked.office(), review.list());
    }
    if (!line.get().mustClear() || review.isSettled(asked.office())) {
      return nothingToDo("Nothing waits for the office " + asked.office() + ".");
    }
    boolean isApprover = actor.role() == Role.APPROVER;
    Optional<Decision<ClearanceEvent>> notYours =
        isApprover ? Optional.empty() : ListRules.notTheOwner(actor, review);
    Optional<Decision<ClearanceEvent>> forbidden =
        notYours.or(() -> ListRules.notImpartial(actor, review));
    if (forbidden.isPresent()) {
      return forbidden.get();
    }
    if (line.get().mandatory() && !isApprover) {
      return Refusals.mandatoryLine(asked.office());
    }
    boolean objected = review.said().isObjectedTo(asked.digest(), asked.office());
    if (objected && !isApprover) {
      return Refusals.objected(asked.office());
    }
    if (!objected
        && !isSilent(review, asked.office())
        && !InvitationRules.isOver(command.at(), asked.office(), review)) {
      return Refusals.notSilent(asked.office(), review);
    }
    return Reason.missing(asked.reason(), Refusals.proceedingWithoutReason())
        .orElseGet(() ->
            accept(
                new OfficePassedOver(
                    new PassedOver(
                        asked.office(), actor.person(), command.at(), asked.reason().strip()))));
  }

  private static boolean isSilent(Review review, OfficeId office) {
    return review.progress().silent().contains(office) && review.answerOf(office).isEmpty();
  }

  /** Silence is a recorded outcome and no consent. */
  static Decision<ClearanceEvent> noteTheTime(Instant now, Review review) {
    return said(outOfTime(now, review));
  }

  /** The same of a text that passed in an emergency, which is itself due. */
  static Decision<ClearanceEvent> noteTheTime(
      Instant now, Instant due, Review review, Emergency emergency) {
    List<ClearanceEvent> events = outOfTime(now, review);
    events.addAll(EmergencyRules.overdue(due, review.text().digest(), emergency));
    return said(events);
  }

  private static List<ClearanceEvent> outOfTime(Instant now, Review review) {
    List<OfficeId> silent =
        review.waitingFor(office -> review.progress().hasRunOutOfTime(office, now));
    List<OfficeId> slow =
        review.waitingFor(
            office -> !silent.contains(office) && review.progress().isToBeReminded(office, now));
    List<ClearanceEvent> events = new ArrayList<>();
    if (!slow.isEmpty()) {
      events.add(new OfficesReminded(slow));
    }
    if (!silent.isEmpty()) {
      events.add(new OfficesSilent(silent));
    }
    return events;
  }

  private static Decision<ClearanceEvent> said(List<ClearanceEvent> events) {
    return events.isEmpty()
        ? nothingToDo("Every office that was asked has answered or has time left.")
        : accept(events);
  }
}
