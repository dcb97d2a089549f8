package dateline.clearance;

import static dateline.kernel.Decision.accept;
import static dateline.kernel.Decision.nothingToDo;

import dateline.clearance.Clearance.Cleared;
import dateline.clearance.Clearance.Emergencies;
import dateline.clearance.Clearance.NotRequested;
import dateline.clearance.Clearance.Returned;
import dateline.clearance.Clearance.Suspended;
import dateline.clearance.Clearance.UnderReview;
import dateline.clearance.ClearanceCommand.Answering;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.InEmergency;
import dateline.clearance.ClearanceCommand.Inviting;
import dateline.clearance.ClearanceCommand.Inviting.InviteClearer;
import dateline.clearance.ClearanceCommand.Inviting.RevokeInvitation;
import dateline.clearance.ClearanceCommand.Inviting.UseInvitation;
import dateline.clearance.ClearanceCommand.Listing;
import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.AskAgain;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.LeaveEdits;
import dateline.clearance.ClearanceCommand.Listing.ProposeOffice;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.Owing;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.Invited.InvitationRevoked;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Owed;
import dateline.clearance.ClearanceEvent.Reviewing;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.ClearancesVoided;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyLapsed;
import dateline.clearance.ClearanceEvent.Reviewing.NoteClearedAfterTheFact;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Decision.Accepted;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of clearance: who may say what about which text, and when a note is cleared. A
 * clearance is of the exact text that was read; nobody clears or approves what they wrote.
 */
public final class ClearanceDecider
    implements Decider<ClearanceCommand, Clearance, ClearanceEvent> {

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
    Set<Role> able = rolesFor(command.payload());
    if (!able.contains(command.actor().role())) {
      return Refusals.wrongRole(command.actor().role(), able);
    }
    Decision<ClearanceEvent> decision =
        switch (state) {
          case NotRequested _ -> whenNotRequested(command);
          case UnderReview(Review review) -> whenUnderReview(command, review);
          case Returned(Review review) -> whenReturned(command, review);
          case Cleared cleared -> whenCleared(command, cleared);
          case Suspended(Review review) -> whenSuspended(command, review);
          case Emergencies owed -> whenOwing(command, owed);
        };
    return decision instanceof Accepted<ClearanceEvent>(var events)
        ? accept(withWhoseTurnItIs(command, state, events))
        : decision;
  }

  private static Set<Role> rolesFor(ClearanceCommand command) {
    return switch (command) {
      case RequestClearance _, SuspendClearance _, NoteTheTime _, InEmergency _, Owing _ ->
          Set.of(Role.SYSTEM);
      case DeclareEmergency _ -> Set.of(Role.EMERGENCY_AUTHORITY);
      case AnswerForOffice _ -> Set.of(Role.REVIEWER, Role.EXTERNAL_CLEARER);
      case ProposeEdits _, ProposeOffice _ -> Set.of(Role.REVIEWER);
      case RecordAnswer _ -> Set.of(Role.PRESS_OFFICER, Role.REVIEWER, Role.DUTY_OFFICER);
      case Recuse _ -> Set.of(Role.REVIEWER, Role.APPROVER);
      case AddOffice _, RemoveOffice _, AskAgain _, KeepAnswer _, LeaveEdits _ ->
          Set.of(Role.PRESS_OFFICER);
      case InviteClearer _, RevokeInvitation _ -> Set.of(Role.PRESS_OFFICER);
      case UseInvitation _ -> Set.of(Role.EXTERNAL_CLEARER);
      case ProceedWithout _ -> Set.of(Role.PRESS_OFFICER, Role.APPROVER);
      case ApproveNote _ -> Set.of(Role.APPROVER);
    };
  }

  /** Whatever happened, the offices whose turn has come by it are asked with it. */
  private List<ClearanceEvent> withWhoseTurnItIs(
      Envelope<ClearanceCommand> command, Clearance state, List<ClearanceEvent> events) {
    Clearance after = state;
    for (int i = 0; i < events.size(); i++) {
      after = evolve(after, command.event(i, events.get(i)));
    }
    List<ClearanceEvent> all = new ArrayList<>(events);
    switch (after) {
      case UnderReview(Review review) -> review.toAsk(command.at()).ifPresent(all::add);
      case Cleared(Review review, _, Optional<Emergency> owed) when owed.isPresent() ->
          review.toAskAtOnce(command.at()).ifPresent(all::add);
      case NotRequested _, Returned _, Cleared _, Suspended _, Emergencies _ -> {
        // Nobody is waited for.
      }
    }
    return all;
  }

  private static Decision<ClearanceEvent> whenNotRequested(Envelope<ClearanceCommand> command) {
    return switch (command.payload()) {
      case Owing debt when command.key().startsWith(Emergency.KEYS) ->
          EmergencyRules.whenOwing(command, debt, Emergencies.NONE);
      case Owing _ -> Refusals.nothingToClear();
      case RequestClearance _ when command.key().startsWith(Emergency.KEYS) ->
          Refusals.notANoteId();
      case RequestClearance request -> ask(command, request, Optional.empty(), List.of());
      case Answering _,
          Listing _,
          Inviting _,
          ApproveNote _,
          ProceedWithout _,
          DeclareEmergency _ ->
          Refusals.nothingToClear();
      case InEmergency outcome -> EmergencyRules.whenNotUnderReview(outcome);
      case SuspendClearance _, NoteTheTime _ ->
          nothingToDo("Nobody has been asked to clear this note.");
    };
  }

  private static Decision<ClearanceEvent> whenUnderReview(
      Envelope<ClearanceCommand> command, Review review) {
    return switch (command.payload()) {
      case RequestClearance request when review.covers(request.text(), request.list()) ->
          nothingToDo("The offices have this text already.");
      case RequestClearance request -> ask(command, request, Optional.of(review), List.of());
      case Answering answer -> AnswerRules.decide(command, answer, review);
      case Listing change -> ListRules.decide(command.actor(), change, review);
      case Inviting link -> InvitationRules.decide(command, link, review);
      case ProceedWithout decision -> ApprovalRules.proceed(command, decision, review);
      case ApproveNote approval -> ApprovalRules.approve(command.actor(), approval, review);
      case DeclareEmergency it -> EmergencyRules.declare(command.actor(), it, review);
      case InEmergency outcome -> EmergencyRules.whenUnderReview(outcome, review);
      case Owing _ -> Refusals.notAnOffice();
      case NoteTheTime _ -> ApprovalRules.noteTheTime(command.at(), review);
      case SuspendClearance recall -> suspend(recall, review);
    };
  }

  private static Decision<ClearanceEvent> whenReturned(
      Envelope<ClearanceCommand> command, Review review) {
    return switch (command.payload()) {
      case RequestClearance request -> ask(command, request, Optional.of(review), List.of());
      case Answering answer -> AnswerRules.decide(command, answer, review);
      case Listing change -> ListRules.decide(command.actor(), change, review);
      case RevokeInvitation link -> InvitationRules.decide(command, link, review);
      case InviteClearer _, UseInvitation _, ApproveNote _, ProceedWithout _, DeclareEmergency _ ->
          Refusals.noteReturned();
      case InEmergency outcome -> EmergencyRules.whenNotUnderReview(outcome);
      case Owing _ -> Refusals.notAnOffice();
      case NoteTheTime _ -> nothingToDo("The note is with its drafter.");
      case SuspendClearance recall -> suspend(recall, review);
    };
  }

  private static Decision<ClearanceEvent> whenCleared(
      Envelope<ClearanceCommand> command, Cleared cleared) {
    Review review = cleared.review();
    return switch (command.payload()) {
      case RequestClearance request when review.covers(request.text(), request.list()) ->
          nothingToDo("This text is cleared already.");
      case RequestClearance request ->
          ask(
              command,
              request,
              Optional.of(review),
              ended(cleared, "The note was submitted again after its approval."));
      case Answering answer -> answerToCleared(command, answer, cleared);
      case RevokeInvitation link -> InvitationRules.decide(command, link, review);
      case Inviting link when cleared.owed().isPresent() ->
          InvitationRules.decide(command, link, review);
      case InviteClearer _, UseInvitation _, Listing _, DeclareEmergency _ ->
          Refusals.alreadyCleared(cleared.approver());
      case ProceedWithout decision when cleared.owed().isPresent() ->
          ApprovalRules.proceed(command, decision, review);
      case ProceedWithout _ -> Refusals.alreadyCleared(cleared.approver());
      case ApproveNote approval when cleared.owed().isPresent() ->
          EmergencyRules.clearAfterTheFact(command.actor(), approval, review, cleared.owed().get());
      case ApproveNote approval when review.isOf(approval.digest()) ->
          nothingToDo("This text was approved by " + cleared.approver() + " already.");
      case ApproveNote approval -> Refusals.staleText(approval.digest(), review.text());
      case NoteTheTime(var due) ->
          cleared
              .owed()
              .map(emergency -> ApprovalRules.noteTheTime(command.at(), due, review, emergency))
              .orElseGet(() -> nothingToDo("This text is cleared already."));
      case InEmergency outcome -> EmergencyRules.whenCleared(outcome, cleared);
      case Owing _ -> Refusals.notAnOffice();
      case SuspendClearance recall when review.isOf(recall.digest()) ->
          accept(ended(cleared, recall.reason()));
      case SuspendClearance recall -> Refusals.staleText(recall.digest(), review.text());
    };
  }

  /**
   * An objection to what is cleared comes too late to return it. Of what passed in an emergency it
   * is on the record.
   */
  private static Decision<ClearanceEvent> answerToCleared(
      Envelope<ClearanceCommand> command, Answering answer, Cleared cleared) {
    Review review = cleared.review();
    boolean owed = cleared.owed().isPresent();
    return switch (answer) {
      case AnswerForOffice(var digest, Answer said, _, _)
          when said == Answer.NOT_CLEARED && review.isOf(digest) && !owed ->
          Refusals.alreadyCleared(cleared.approver());
      case RecordAnswer(var digest, _, _, Answer said, _, _)
          when said == Answer.NOT_CLEARED && review.isOf(digest) && !owed ->
          Refusals.alreadyCleared(cleared.approver());
      case AnswerForOffice _, RecordAnswer _ ->
          AnswerRules.decideAfterTheFact(command, answer, review);
      case ProposeEdits _, Recuse _ -> Refusals.alreadyCleared(cleared.approver());
    };
  }

  /** An approval ends, and what was owed for it with it. */
  private static List<ClearanceEvent> ended(Cleared cleared, String because) {
    Digest digest = cleared.review().text().digest();
    List<ClearanceEvent> events = new ArrayList<>();
    cleared
        .owed()
        .ifPresent(emergency -> events.add(new EmergencyLapsed(digest, emergency.office())));
    events.add(new ClearanceSuspended(digest, because));
    return events;
  }

  private static Decision<ClearanceEvent> whenOwing(
      Envelope<ClearanceCommand> command, Emergencies owed) {
    return switch (command.payload()) {
      case Owing asked -> EmergencyRules.whenOwing(command, asked, owed);
      case RequestClearance _,
          Answering _,
          Listing _,
          Inviting _,
          ApproveNote _,
          ProceedWithout _,
          NoteTheTime _,
          DeclareEmergency _,
          InEmergency _,
          SuspendClearance _ ->
          Refusals.notANoteId();
    };
  }

  private static Decision<ClearanceEvent> whenSuspended(
      Envelope<ClearanceCommand> command, Review review) {
    return switch (command.payload()) {
      case RequestClearance request -> ask(command, request, Optional.of(review), List.of());
      case RevokeInvitation link -> InvitationRules.decide(command, link, review);
      case Answering _,
          Listing _,
          InviteClearer _,
          UseInvitation _,
          ApproveNote _,
          ProceedWithout _,
          DeclareEmergency _ ->
          Refusals.noteRecalled();
      case InEmergency outcome -> EmergencyRules.whenNotUnderReview(outcome);
      case Owing _ -> Refusals.notAnOffice();
      case NoteTheTime _, SuspendClearance _ -> nothingToDo("The note was taken back already.");
    };
  }

  /**
   * Asks the offices, voiding first what they said about another text but for those whose passages
   * are the same in both. With nobody who must clear the note goes straight back: were the command
   * refused instead, the draft would stay locked.
   */
  private static Decision<ClearanceEvent> ask(
      Envelope<ClearanceCommand> command,
      RequestClearance request,
      Optional<Review> former,
      List<ClearanceEvent> first) {
    if (!request.text().isItself()) {
      return Refusals.digestMismatch(request.text());
    }
    if (request.text().contributors().isEmpty()) {
      return Refusals.noContributors();
    }
    List<ClearanceEvent> events = new ArrayList<>(first);
    ClearanceList list =
        former.map(review -> review.changes().in(request.list())).orElse(request.list());
    if (!list.asksForClearance()) {
      events.add(new NoteReturned(nobodyToAsk(command, list, request)));
      return accept(events);
    }
    List<PersonId> earlier = former.map(review -> review.text().contributors()).orElse(List.of());
    SubmittedText text = request.text().alsoBy(earlier);
    former
        .filter(review -> !review.isOf(text.digest()))
        .ifPresent(review -> events.addAll(overtaken(review, text, list)));
    events.add(new ClearanceRequested(text, list));
    return accept(events);
  }

  /** What becomes of the answers to a text that another one replaces. */
  private static List<ClearanceEvent> overtaken(
      Review former, SubmittedText text, ClearanceList list) {
    List<OfficeId> kept = former.untouchedBy(text, list);
    List<OfficeId> voided =
        former.answered().stream().filter(office -> !kept.contains(office)).toList();
    List<ClearanceEvent> events = new ArrayList<>();
    if (!voided.isEmpty()) {
      events.add(new ClearancesVoided(former.text().digest(), voided));
    }
    if (!kept.isEmpty()) {
      events.add(
          new AnswersKept(text.digest(), kept, "The passages that concern them are unchanged."));
    }
    return events;
  }

  private static OfficeAnswer nobodyToAsk(
      Envelope<ClearanceCommand> command, ClearanceList list, RequestClearance request) {
    return new OfficeAnswer(
        OfficeId.NONE,
        Answer.NOT_CLEARED,
        command.actor().person(),
        request.text().digest(),
        command.at(),
        Refusals.nobodyMustClear(list));
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
            case ClearanceRequested asked -> new UnderReview(Review.of(asked));
            case NoteReturned _, EmergencyLapsed _ -> idle;
            case Owed debt -> Emergencies.NONE.after(debt);
            case Reviewing _, NoteCleared _, ClearanceSuspended _ -> throw impossible(state, fact);
          };
      case UnderReview(Review review) ->
          switch (fact) {
            case ClearanceRequested asked -> new UnderReview(review.again(asked));
            case Reviewing change -> new UnderReview(review.after(change));
            case NoteReturned(OfficeAnswer answer) -> new Returned(review.with(answer));
            case NoteCleared cleared ->
                new Cleared(review, cleared.approver(), cleared.emergency());
            case ClearanceSuspended _ -> new Suspended(review);
            case Owed _ -> throw impossible(state, fact);
          };
      case Returned(Review review) ->
          switch (fact) {
            case ClearanceRequested asked -> new UnderReview(review.again(asked));
            case Reviewing change -> new Returned(review.after(change));
            case NoteReturned(OfficeAnswer answer) -> new Returned(review.with(answer));
            case ClearanceSuspended _ -> new Suspended(review);
            case NoteCleared _, Owed _ -> throw impossible(state, fact);
          };
      case Cleared(Review review, PersonId approver, Optional<Emergency> owed) ->
          switch (fact) {
            case NoteClearedAfterTheFact _, EmergencyLapsed _ ->
                new Cleared(review, approver, Optional.empty());
            case Reviewing late -> new Cleared(review.after(late), approver, owed);
            case ClearanceSuspended _ -> new Suspended(review);
            case ClearanceRequested _, NoteReturned _, NoteCleared _, Owed _ ->
                throw impossible(state, fact);
          };
      case Suspended(Review review) ->
          switch (fact) {
            case ClearanceRequested asked -> new UnderReview(review.again(asked));
            case ClearancesVoided voided -> new Suspended(review.after(voided));
            case AnswersKept kept -> new Suspended(review.after(kept));
            case EmergencyLapsed lapsed -> new Suspended(review.after(lapsed));
            case InvitationRevoked ended -> new Suspended(review.after(ended));
            case NoteReturned(OfficeAnswer answer) -> new Returned(review.with(answer));
            case Reviewing _, NoteCleared _, ClearanceSuspended _, Owed _ ->
                throw impossible(state, fact);
          };
      case Emergencies owed ->
          switch (fact) {
            case Owed debt -> owed.after(debt);
            case Reviewing _,
                ClearanceRequested _,
                NoteReturned _,
                NoteCleared _,
                ClearanceSuspended _ ->
                throw impossible(state, fact);
          };
    };
  }

  private static IllegalStateException impossible(Clearance state, ClearanceEvent event) {
    return new IllegalStateException(
        event.getClass().getSimpleName() + " after " + state.getClass().getSimpleName());
  }
}
