package dateline.clearance;

import static dateline.kernel.Decision.accept;
import static dateline.kernel.Decision.nothingToDo;

import dateline.clearance.Clearance.Cleared;
import dateline.clearance.Clearance.NotRequested;
import dateline.clearance.Clearance.Returned;
import dateline.clearance.Clearance.Suspended;
import dateline.clearance.Clearance.UnderReview;
import dateline.clearance.ClearanceCommand.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.ClearancesVoided;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.OfficeAnswered;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of clearance: who may say what about which text, and when a note is cleared. A
 * clearance is of the exact text that was read; nobody clears or approves what they wrote.
 */
public final class ClearanceDecider
    implements Decider<ClearanceCommand, Clearance, ClearanceEvent> {

  /**
   * Code points of a reason that a person gives. An approval carries the reasons of all offices.
   */
  private static final int REASON = 1_000;

  ClearanceDecider() {}

  /** The rules, for the host that runs them. */
  public static Decider<ClearanceCommand, ?, ClearanceEvent> rules() {
    return new ClearanceDecider();
  }

  @Override
  public Clearance initialState() {
    return new NotRequested();
  }

  @Override
  public Decision<ClearanceEvent> decide(Envelope<ClearanceCommand> command, Clearance state) {
    Role needed = roleFor(command.payload());
    if (command.actor().role() != needed) {
      return Refusals.wrongRole(command.actor().role(), needed);
    }
    return switch (state) {
      case NotRequested _ -> whenNotRequested(command);
      case UnderReview(Review review) -> whenUnderReview(command, review);
      case Returned(Review review) -> whenReturned(command, review);
      case Cleared(Review review, PersonId approver) -> whenCleared(command, review, approver);
      case Suspended(Review review) -> whenSuspended(command, review);
    };
  }

  private static Role roleFor(ClearanceCommand command) {
    return switch (command) {
      case RequestClearance _, SuspendClearance _ -> Role.SYSTEM;
      case AnswerForOffice _ -> Role.REVIEWER;
      case ApproveNote _ -> Role.APPROVER;
    };
  }

  private static Decision<ClearanceEvent> whenNotRequested(Envelope<ClearanceCommand> command) {
    return switch (command.payload()) {
      case RequestClearance request -> ask(command, request, Optional.empty());
      case AnswerForOffice _, ApproveNote _ -> Refusals.nothingToClear();
      case SuspendClearance _ -> nothingToDo("Nobody has been asked to clear this note.");
    };
  }

  private static Decision<ClearanceEvent> whenUnderReview(
      Envelope<ClearanceCommand> command, Review review) {
    return switch (command.payload()) {
      case RequestClearance request when review.covers(request.text(), request.list()) ->
          nothingToDo("The offices have this text already.");
      case RequestClearance request -> ask(command, request, Optional.of(review));
      case AnswerForOffice answer -> answer(command, answer, review);
      case ApproveNote approval -> approve(command.actor(), approval, review);
      case SuspendClearance recall -> suspend(recall, review);
    };
  }

  private static Decision<ClearanceEvent> whenReturned(
      Envelope<ClearanceCommand> command, Review review) {
    return switch (command.payload()) {
      case RequestClearance request -> ask(command, request, Optional.of(review));
      case AnswerForOffice answer -> answer(command, answer, review);
      case ApproveNote _ -> Refusals.noteReturned();
      case SuspendClearance recall -> suspend(recall, review);
    };
  }

  private static Decision<ClearanceEvent> whenCleared(
      Envelope<ClearanceCommand> command, Review review, PersonId approver) {
    return switch (command.payload()) {
      case RequestClearance request when review.covers(request.text(), request.list()) ->
          nothingToDo("This text is cleared already.");
      case RequestClearance request ->
          ask(
              command,
              request,
              Optional.of(review),
              new ClearanceSuspended(
                  review.text().digest(), "The note was submitted again after its approval."));
      case AnswerForOffice answer
          when answer.answer() == Answer.NOT_CLEARED && review.isOf(answer.digest()) ->
          Refusals.alreadyCleared(approver);
      case AnswerForOffice answer -> answer(command, answer, review);
      case ApproveNote approval when review.isOf(approval.digest()) ->
          nothingToDo("This text was approved by " + approver + " already.");
      case ApproveNote approval -> Refusals.staleText(approval.digest(), review.text());
      case SuspendClearance recall -> suspend(recall, review);
    };
  }

  private static Decision<ClearanceEvent> whenSuspended(
      Envelope<ClearanceCommand> command, Review review) {
    return switch (command.payload()) {
      case RequestClearance request -> ask(command, request, Optional.of(review));
      case AnswerForOffice _, ApproveNote _ -> Refusals.noteRecalled();
      case SuspendClearance _ -> nothingToDo("The note was taken back already.");
    };
  }

  /**
   * Asks the offices, voiding first what they said about another text. With nobody who must clear
   * the note goes straight back: were the command refused instead, the draft would stay locked.
   */
  private static Decision<ClearanceEvent> ask(
      Envelope<ClearanceCommand> command,
      RequestClearance request,
      Optional<Review> former,
      ClearanceEvent... first) {
    if (!request.text().isItself()) {
      return Refusals.digestMismatch(request.text());
    }
    if (request.text().contributors().isEmpty()) {
      return Refusals.noContributors();
    }
    List<ClearanceEvent> events = new ArrayList<>(List.of(first));
    if (!request.list().asksForClearance()) {
      events.add(new NoteReturned(nobodyToAsk(command, request)));
      return accept(events);
    }
    former
        .filter(review -> !review.isOf(request.text().digest()) && !review.answered().isEmpty())
        .map(review -> new ClearancesVoided(review.text().digest(), review.answered()))
        .ifPresent(events::add);
    List<PersonId> earlier = former.map(review -> review.text().contributors()).orElse(List.of());
    events.add(new ClearanceRequested(request.text().alsoBy(earlier), request.list()));
    return accept(events);
  }

  private static OfficeAnswer nobodyToAsk(
      Envelope<ClearanceCommand> command, RequestClearance request) {
    return new OfficeAnswer(
        OfficeId.NONE,
        Answer.NOT_CLEARED,
        command.actor().person(),
        request.text().digest(),
        command.at(),
        Refusals.nobodyMustClear(request.list()));
  }

  private static Decision<ClearanceEvent> answer(
      Envelope<ClearanceCommand> command, AnswerForOffice asked, Review review) {
    Actor actor = command.actor();
    if (!review.isOf(asked.digest())) {
      return Refusals.staleText(asked.digest(), review.text());
    }
    Optional<ClearanceLine> line = review.list().lineOf(actor.office());
    if (line.isEmpty()) {
      return Refusals.notOnList(actor.office(), review.list());
    }
    if (review.text().isBy(actor.person())) {
      return Refusals.ownText(actor.person());
    }
    boolean informed = line.get().power() == Power.INFORM;
    if (informed && asked.answer() != Answer.SEEN) {
      return Refusals.informOnly(actor.office());
    }
    if (!informed && asked.answer() == Answer.SEEN) {
      return Refusals.seenIsNoAnswer(actor.office());
    }
    if (asked.answer() == Answer.NOT_CLEARED && saysNothing(asked.reason())) {
      return Refusals.reasonMissing();
    }
    String reason = asked.reason().strip();
    if (reason.codePointCount(0, reason.length()) > REASON) {
      return Refusals.reasonTooLong(REASON);
    }
    Optional<Answer> before = review.answerOf(actor.office()).map(OfficeAnswer::answer);
    if (before.filter(asked.answer()::equals).isPresent()) {
      return nothingToDo("The office " + actor.office() + " has said so about this text already.");
    }
    if (before.filter(Answer.NOT_CLEARED::equals).isPresent()) {
      return Refusals.alreadyAnswered(actor.office());
    }
    OfficeAnswer given =
        new OfficeAnswer(
            actor.office(), asked.answer(), actor.person(), asked.digest(), command.at(), reason);
    return switch (given.answer()) {
      case CLEARED, SEEN -> accept(new OfficeAnswered(given));
      case NOT_CLEARED -> accept(new NoteReturned(given));
    };
  }

  /** A reason has at least one letter or digit of some script: blanks and dashes are none. */
  private static boolean saysNothing(String reason) {
    return reason.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static Decision<ClearanceEvent> approve(
      Actor actor, ApproveNote approval, Review review) {
    if (!review.isOf(approval.digest())) {
      return Refusals.staleText(approval.digest(), review.text());
    }
    if (review.text().isBy(actor.person())) {
      return Refusals.ownText(actor.person());
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
    return accept(new NoteCleared(review.text(), review.counted(), actor.person()));
  }

  private static Decision<ClearanceEvent> suspend(SuspendClearance recall, Review review) {
    return review.isOf(recall.digest())
        ? accept(new ClearanceSuspended(recall.digest(), recall.reason()))
        : Refusals.staleText(recall.digest(), review.text());
  }

  @Override
  public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
    ClearanceEvent fact = event.payload();
    return switch (state) {
      case NotRequested idle ->
          switch (fact) {
            case ClearanceRequested asked ->
                new UnderReview(new Review(asked.text(), asked.list(), Map.of()));
            case NoteReturned _ -> idle;
            case ClearancesVoided _, OfficeAnswered _, NoteCleared _, ClearanceSuspended _ ->
                throw impossible(state, fact);
          };
      case UnderReview(Review review) ->
          switch (fact) {
            case ClearanceRequested asked -> new UnderReview(review.again(asked));
            case ClearancesVoided _ -> new UnderReview(review.withoutAnswers());
            case OfficeAnswered(OfficeAnswer answer) -> new UnderReview(review.with(answer));
            case NoteReturned(OfficeAnswer answer) -> new Returned(review.with(answer));
            case NoteCleared cleared -> new Cleared(review, cleared.approver());
            case ClearanceSuspended _ -> new Suspended(review);
          };
      case Returned(Review review) ->
          switch (fact) {
            case ClearanceRequested asked -> new UnderReview(review.again(asked));
            case ClearancesVoided _ -> new Returned(review.withoutAnswers());
            case OfficeAnswered(OfficeAnswer answer) -> new Returned(review.with(answer));
            case NoteReturned(OfficeAnswer answer) -> new Returned(review.with(answer));
            case ClearanceSuspended _ -> new Suspended(review);
            case NoteCleared _ -> throw impossible(state, fact);
          };
      case Cleared(Review review, PersonId approver) ->
          switch (fact) {
            case OfficeAnswered(OfficeAnswer answer) -> new Cleared(review.with(answer), approver);
            case ClearanceSuspended _ -> new Suspended(review);
            case ClearanceRequested _, ClearancesVoided _, NoteReturned _, NoteCleared _ ->
                throw impossible(state, fact);
          };
      case Suspended(Review review) ->
          switch (fact) {
            case ClearanceRequested asked -> new UnderReview(review.again(asked));
            case ClearancesVoided _ -> new Suspended(review.withoutAnswers());
            case NoteReturned(OfficeAnswer answer) -> new Returned(review.with(answer));
            case OfficeAnswered _, NoteCleared _, ClearanceSuspended _ ->
                throw impossible(state, fact);
          };
    };
  }

  private static IllegalStateException impossible(Clearance state, ClearanceEvent event) {
    return new IllegalStateException(
        event.getClass().getSimpleName() + " after " + state.getClass().getSimpleName());
  }
}
