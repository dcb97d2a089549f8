package dateline.clearance;

import static dateline.kernel.Decision.accept;
import static dateline.kernel.Decision.nothingToDo;

import dateline.clearance.ClearanceCommand.Answering;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.EditsProposed;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.PersonRecused;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Decision.Accepted;
import dateline.kernel.Envelope;
import dateline.kernel.Role;
import dateline.note.Digest;
import java.util.Optional;

/** Who may say what for which office about which text. */
final class AnswerRules {

  private AnswerRules() {}

  static Decision<ClearanceEvent> decide(
      Envelope<ClearanceCommand> command, Answering asked, Review review) {
    return InvitationRules.unfitVoice(command, asked, review)
        .orElseGet(() -> decideFit(command, asked, review));
  }

  private static Decision<ClearanceEvent> decideFit(
      Envelope<ClearanceCommand> command, Answering asked, Review review) {
    Actor actor = command.actor();
    return switch (asked) {
      case AnswerForOffice(var digest, var answer, _, _) when answer == Answer.CLEARED_WITH_EDITS ->
          review.isOf(digest) ? Refusals.editsMissing() : Refusals.staleText(digest, review.text());
      case AnswerForOffice(var digest, var answer, var reason, var manner) ->
          say(
              new OfficeAnswer(
                  actor.office(),
                  answer,
                  actor.person(),
                  digest,
                  command.at(),
                  reason.strip(),
                  actor.role() == Role.EXTERNAL_CLEARER ? Manner.BY_LINK : manner),
              review);
      case ProposeEdits edits -> propose(command, edits, review);
      case RecordAnswer(
              var digest,
              var office,
              var person,
              var answer,
              var reason,
              var deputyFor) ->
          person.equals(actor.person())
              ? Refusals.recordsThemselves(person)
              : answer == Answer.CLEARED_WITH_EDITS
                  ? Refusals.editsMissing()
                  : ListRules.notImpartial(actor, review)
                      .orElseGet(() ->
                          say(
                              new OfficeAnswer(
                                  office,
                                  answer,
                                  person,
                                  digest,
                                  command.at(),
                                  reason.strip(),
                                  Manner.byPhone(actor.person(), deputyFor)),
                              review));
      case Recuse(var reason) -> recuse(actor, reason, review);
    };
  }

  /** The same once the text has passed: an objection to it is on the record and returns nothing. */
  static Decision<ClearanceEvent> decideAfterTheFact(
      Envelope<ClearanceCommand> command, Answering asked, Review review) {
    Decision<ClearanceEvent> decision = decide(command, asked, review);
    return decision instanceof Accepted<ClearanceEvent>(var events)
        ? accept(
            events.stream()
                .<ClearanceEvent>map(event ->
                    event instanceof NoteReturned(var answer) ? new OfficeAnswered(answer) : event)
                .toList())
        : decision;
  }

  private static Decision<ClearanceEvent> say(OfficeAnswer given, Review review) {
    Optional<Decision<ClearanceEvent>> forbidden = forbidden(given, review);
    if (forbidden.isPresent()) {
      return forbidden.get();
    }
    Optional<Answer> before = review.answerOf(given.office()).map(OfficeAnswer::answer);
    if (before.filter(given.answer()::equals).isPresent()) {
      return isKept(given, review)
          ? accept(new OfficeAnswered(given))
          : nothingToDo("The office " + given.office() + " has said so about this text already.");
    }
    if (before.filter(Answer.NOT_CLEARED::equals).isPresent()) {
      return Refusals.alreadyAnswered(given.office());
    }
    return given.answer() == Answer.NOT_CLEARED
        ? accept(new NoteReturned(given))
        : accept(new OfficeAnswered(given));
  }

  /** Whoever reads the text itself says more than an answer to a former one that was kept. */
  private static boolean isKept(OfficeAnswer given, Review review) {
    return review
        .answerOf(given.office())
        .filter(before -> !review.isOf(before.digest()))
        .isPresent();
  }

  private static Decision<ClearanceEvent> propose(
      Envelope<ClearanceCommand> command, ProposeEdits edits, Review review) {
    OfficeAnswer given =
        new OfficeAnswer(
            command.actor().office(),
            Answer.CLEARED_WITH_EDITS,
            command.actor().person(),
            edits.digest(),
            command.at(),
            edits.reason().strip(),
            edits.manner());
    Optional<Decision<ClearanceEvent>> forbidden = forbidden(given, review);
    if (forbidden.isPresent()) {
      return forbidden.get();
    }
    if (review.isOf(Digest.of(edits.edited()))) {
      return Refusals.editsChangeNothing();
    }
    return review
            .answerOf(given.office())
            .filter(before -> before.answer() == Answer.NOT_CLEARED)
            .isPresent()
        ? Refusals.alreadyAnswered(given.office())
        : accept(new EditsProposed(given, edits.edited()));
  }

  /** Why this answer cannot be given now, by this person, about this text; or empty. */
  private static Optional<Decision<ClearanceEvent>> forbidden(OfficeAnswer given, Review review) {
    if (!review.isOf(given.digest())) {
      return Optional.of(Refusals.staleText(given.digest(), review.text()));
    }
    Optional<ClearanceLine> line = review.list().lineOf(given.office());
    if (line.isEmpty()) {
      return Optional.of(Refusals.notOnList(given.office(), review.list()));
    }
    if (review.text().isBy(given.person())) {
      return Optional.of(Refusals.ownText(given.person()));
    }
    if (review.recused().contains(given.person())) {
      return Optional.of(Refusals.recused(given.person()));
    }
    if (given.manner().deputyFor().filter(one -> !review.isOpenTo(one)).isPresent()) {
      return Optional.of(Refusals.deputyOfOneWhoMayNot(given.manner().deputyFor().get()));
    }
    boolean informed = line.get().power() == Power.INFORM;
    if (informed && given.answer() != Answer.SEEN) {
      return Optional.of(Refusals.informOnly(given.office()));
    }
    if (!informed && given.answer() == Answer.SEEN) {
      return Optional.of(Refusals.seenIsNoAnswer(given.office()));
    }
    if (!informed && !review.isTurnOf(line.get())) {
      return Optional.of(Refusals.notYetAsked(given.office(), review));
    }
    return given.answer() == Answer.NOT_CLEARED
        ? Reason.missing(given.reason(), Refusals.reasonMissing())
        : Reason.tooLong(given.reason());
  }

  private static Decision<ClearanceEvent> recuse(Actor actor, String reason, Review review) {
    return review.recused().contains(actor.person())
        ? nothingToDo("You have stepped aside already.")
        : Reason.missing(reason, Refusals.recusalWithoutReason())
            .orElseGet(() -> accept(new PersonRecused(actor.person(), reason.strip())));
  }
}
