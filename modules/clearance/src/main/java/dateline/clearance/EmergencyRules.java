package dateline.clearance;

import static dateline.kernel.Decision.accept;
import static dateline.kernel.Decision.nothingToDo;

import dateline.clearance.Clearance.Cleared;
import dateline.clearance.Clearance.Emergencies;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.InEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.ApproveInEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.RefuseEmergency;
import dateline.clearance.ClearanceCommand.Owing;
import dateline.clearance.ClearanceCommand.Owing.OpenEmergency;
import dateline.clearance.ClearanceCommand.Owing.SettleEmergency;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.Owed.EmergencyDenied;
import dateline.clearance.ClearanceEvent.Owed.EmergencyOpened;
import dateline.clearance.ClearanceEvent.Owed.EmergencySettled;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyLapsed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyOverdue;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyRefused;
import dateline.clearance.ClearanceEvent.Reviewing.NoteClearedAfterTheFact;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.note.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a named authority may do when there is no time, and what its office owes for it. The note
 * itself knows whether its text may pass; what an office owes over all its notes is kept under a
 * key of its own, {@code emergencies/<office>}, and asked first.
 */
final class EmergencyRules {

  private EmergencyRules() {}

  static Decision<ClearanceEvent> declare(Actor actor, DeclareEmergency asked, Review review) {
    if (!review.isOf(asked.digest())) {
      return Refusals.staleText(asked.digest(), review.text());
    }
    if (review.list().owner().equals(OfficeId.NONE)) {
      return Refusals.nobodysList();
    }
    if (review.list().approvers() > 1) {
      return Refusals.needsMorePeople(review.list().approvers());
    }
    return ListRules.notImpartial(actor, review)
        .or(() -> Reason.missing(asked.reason(), Refusals.emergencyWithoutReason()))
        .orElseGet(() ->
            accept(
                new EmergencyDeclared(
                    asked.digest(),
                    actor.person(),
                    review.list().owner(),
                    asked.reason().strip())));
  }

  /** The office owes nothing overdue: the text passes, if it is still the one that was meant. */
  static Decision<ClearanceEvent> whenUnderReview(InEmergency asked, Review review) {
    return switch (asked) {
      case ApproveInEmergency(var digest, var emergency)
          when review.isOf(digest)
              && review.list().approvers() == 1
              && review.progress().authority().equals(Optional.of(emergency.authority()))
              && review.isOpenTo(emergency.authority()) ->
          accept(
              new NoteCleared(
                  review.text(),
                  review.counted(),
                  emergency.authority(),
                  List.of(),
                  review.passedOver(),
                  Optional.of(emergency)));
      case ApproveInEmergency it -> lapse(it);
      case RefuseEmergency(var digest, var because) ->
          accept(new EmergencyRefused(digest, because));
    };
  }

  /** The text is no longer there to be approved, and nothing is owed for it. */
  static Decision<ClearanceEvent> whenNotUnderReview(InEmergency asked) {
    return switch (asked) {
      case ApproveInEmergency it -> lapse(it);
      case RefuseEmergency _ -> nothingToDo("The note is not under review.");
    };
  }

  /** Approved already, by this emergency or without it. */
  static Decision<ClearanceEvent> whenCleared(InEmergency asked, Cleared cleared) {
    return asked instanceof ApproveInEmergency it
            && !(cleared.owed().isPresent() && cleared.review().isOf(it.digest()))
        ? lapse(it)
        : nothingToDo("This text is approved already.");
  }

  private static Decision<ClearanceEvent> lapse(ApproveInEmergency it) {
    return accept(new EmergencyLapsed(it.digest(), it.emergency().office()));
  }

  /** Clearance after the fact: every office has said what it says, and another person approves. */
  static Decision<ClearanceEvent> clearAfterTheFact(
      Actor actor, ApproveNote approval, Review review, Emergency emergency) {
    if (!review.isOf(approval.digest())) {
      return Refusals.staleText(approval.digest(), review.text());
    }
    Optional<Decision<ClearanceEvent>> partial = ListRules.notImpartial(actor, review);
    if (partial.isPresent()) {
      return partial.get();
    }
    if (actor.person().equals(emergency.authority())) {
      return Refusals.declaredItToo(actor.person());
    }
    Optional<OfficeId> spokenFor = review.officeClearedBy(actor.person());
    if (spokenFor.isPresent()) {
      return Refusals.clearedItToo(actor.person(), spokenFor.get());
    }
    List<OfficeId> unheard =
        review.missing().stream().filter(office -> review.answerOf(office).isEmpty()).toList();
    return unheard.isEmpty()
        ? accept(
            new NoteClearedAfterTheFact(
                approval.digest(),
                emergency.office(),
                review.counted(),
                actor.person(),
                review.passedOver()))
        : Refusals.notAllHeard(unheard);
  }

  /** The one instant at which what is owed becomes overdue has come. */
  static List<ClearanceEvent> overdue(Instant due, Digest digest, Emergency emergency) {
    return emergency.due().equals(due) ? List.of(new EmergencyOverdue(digest)) : List.of();
  }

  static Decision<ClearanceEvent> whenOwing(
      Envelope<ClearanceCommand> command, Owing asked, Emergencies owed) {
    return switch (asked) {
      case OpenEmergency it -> open(command.at(), it, owed);
      case SettleEmergency(var note, var digest) ->
          owed.owes(note, digest)
              ? accept(new EmergencySettled(note, digest))
              : nothingToDo("Nothing is owed for this text.");
    };
  }

  private static Decision<ClearanceEvent> open(Instant now, OpenEmergency it, Emergencies owed) {
    List<ClearanceEvent> events = new ArrayList<>();
    Optional<String> overdue = owed.overdueAt(now, it.note());
    if (overdue.isPresent()) {
      events.add(
          new EmergencyDenied(
              it.note(),
              it.digest(),
              "Note "
                  + overdue.get()
                  + " was approved in an emergency and is overdue to be cleared after the fact;"
                  + " have it cleared first."));
    } else if (it.emergency().isEmpty()) {
      events.add(
          new EmergencyDenied(
              it.note(),
              it.digest(),
              "The directory gives no time for clearance after the fact, so there are no"
                  + " emergencies here; have the offices answer, or an administrator add one."));
    } else {
      events.add(new EmergencyOpened(it.note(), it.digest(), it.emergency().get()));
    }
    return accept(events);
  }
}
