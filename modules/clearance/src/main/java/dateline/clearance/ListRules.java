package dateline.clearance;

import static dateline.kernel.Decision.accept;
import static dateline.kernel.Decision.nothingToDo;

import dateline.clearance.ClearanceCommand.Listing;
import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.AskAgain;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.LeaveEdits;
import dateline.clearance.ClearanceCommand.Listing.ProposeOffice;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.EditsLeft;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAskedAgain;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeProposed;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeRemoved;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.OfficeId;
import java.util.List;
import java.util.Optional;

/**
 * Whose list it is. The action office owns it: "clearing offices may not add or delete clearances"
 * (2 FAM 1213), they may propose.
 */
final class ListRules {

  private ListRules() {}

  static Decision<ClearanceEvent> decide(Actor actor, Listing asked, Review review) {
    return switch (asked) {
      case ProposeOffice it -> propose(actor, it, review);
      case AddOffice(var line) -> notTheOwner(actor, review).orElseGet(() -> add(line, review));
      case RemoveOffice it -> notTheOwner(actor, review).orElseGet(() -> remove(it, review));
      case AskAgain it -> notTheOwner(actor, review).orElseGet(() -> askAgain(it, review));
      case KeepAnswer it ->
          notTheOwner(actor, review)
              .or(() -> notImpartial(actor, review))
              .orElseGet(() -> keep(it, review));
      case LeaveEdits it -> notTheOwner(actor, review).orElseGet(() -> leave(it, review));
    };
  }

  private static Decision<ClearanceEvent> propose(Actor actor, ProposeOffice it, Review review) {
    if (review.list().lineOf(actor.office()).isEmpty()) {
      return Refusals.notOnList(actor.office(), review.list());
    }
    boolean thereAlready =
        review
            .list()
            .lineOf(it.office())
            .filter(line -> line.power().compareTo(it.power()) >= 0)
            .isPresent();
    if (thereAlready) {
      return nothingToDo("The office " + it.office() + " is on the list already.");
    }
    return Reason.missing(it.reason(), Refusals.listReasonMissing())
        .orElseGet(() -> accept(new OfficeProposed(it.office(), it.power(), it.reason().strip())));
  }

  private static Decision<ClearanceEvent> add(ClearanceLine line, Review review) {
    if (line.office().isExternal()) {
      return Refusals.toBeInvited(line.office());
    }
    Optional<ClearanceLine> before = review.list().lineOf(line.office());
    if (before.filter(there -> there.and(line).equals(there)).isPresent()
        || before.filter(there -> there.power().compareTo(line.power()) >= 0).isPresent()) {
      return nothingToDo("The office " + line.office() + " is on the list already.");
    }
    return Reason.missing(line.because(), Refusals.listReasonMissing())
        .orElseGet(() -> accept(new OfficeAdded(line)));
  }

  private static Decision<ClearanceEvent> remove(RemoveOffice it, Review review) {
    Optional<ClearanceLine> line = review.list().lineOf(it.office());
    if (line.isEmpty()) {
      return nothingToDo("The office " + it.office() + " is not on the list.");
    }
    if (line.get().mandatory()) {
      return Refusals.mandatoryLine(it.office());
    }
    if (review.said().objected().containsKey(it.office())) {
      return Refusals.objected(it.office());
    }
    List<ClearanceLine> others =
        review.list().lines().stream().filter(one -> !one.office().equals(it.office())).toList();
    if (others.stream().noneMatch(one -> one.mustClear() && !one.office().isExternal())) {
      return Refusals.lastOffice(it.office());
    }
    return Reason.missing(it.reason(), Refusals.listReasonMissing())
        .orElseGet(() -> accept(new OfficeRemoved(it.office(), it.reason().strip())));
  }

  private static Decision<ClearanceEvent> askAgain(AskAgain it, Review review) {
    if (!review.isOf(it.digest())) {
      return Refusals.staleText(it.digest(), review.text());
    }
    boolean kept =
        review.answerOf(it.office()).filter(answer -> !review.isOf(answer.digest())).isPresent();
    if (!kept) {
      return nothingToDo("No answer of " + it.office() + " to a former text stands for this one.");
    }
    return Reason.missing(it.reason(), Refusals.listReasonMissing())
        .orElseGet(() -> accept(new OfficeAskedAgain(it.office(), it.reason().strip())));
  }

  private static Decision<ClearanceEvent> keep(KeepAnswer it, Review review) {
    if (!review.isOf(it.digest())) {
      return Refusals.staleText(it.digest(), review.text());
    }
    Optional<ClearanceLine> line = review.list().lineOf(it.office());
    if (line.isEmpty()) {
      return Refusals.notOnList(it.office(), review.list());
    }
    if (it.office().isExternal()) {
      return Refusals.toBeInvited(it.office());
    }
    if (line.get().mandatory()) {
      return Refusals.mandatoryLine(it.office());
    }
    if (review.isClearedBy(it.office())) {
      return nothingToDo("The office " + it.office() + " has cleared this text already.");
    }
    boolean cleared =
        Optional.ofNullable(review.said().former().get(it.office()))
                .filter(answer -> answer.answer() == Answer.CLEARED)
                .filter(answer -> review.isOpenTo(answer.person()))
                .isPresent()
            && review.answerOf(it.office()).isEmpty();
    if (!cleared) {
      return Refusals.nothingToKeep(it.office());
    }
    return Reason.missing(it.reason(), Refusals.listReasonMissing())
        .orElseGet(
            () -> accept(new AnswersKept(it.digest(), List.of(it.office()), it.reason().strip())));
  }

  private static Decision<ClearanceEvent> leave(LeaveEdits it, Review review) {
    if (!review.isOf(it.digest())) {
      return Refusals.staleText(it.digest(), review.text());
    }
    boolean proposed =
        review
            .answerOf(it.office())
            .filter(answer -> answer.answer() == Answer.CLEARED_WITH_EDITS)
            .isPresent();
    if (!proposed) {
      return nothingToDo("The office " + it.office() + " proposes no edits to this text.");
    }
    return Reason.missing(it.reason(), Refusals.listReasonMissing())
        .orElseGet(() -> accept(new EditsLeft(it.office(), it.reason().strip())));
  }

  static Optional<Decision<ClearanceEvent>> notTheOwner(Actor actor, Review review) {
    OfficeId owner = review.list().owner();
    if (owner.equals(OfficeId.NONE)) {
      return Optional.of(Refusals.nobodysList());
    }
    return owner.equals(actor.office())
        ? Optional.empty()
        : Optional.of(Refusals.notYourList(actor.office(), owner));
  }

  /** Who wrote part of a text decides for no office that it need not read it. */
  static Optional<Decision<ClearanceEvent>> notImpartial(Actor actor, Review review) {
    if (review.text().isBy(actor.person())) {
      return Optional.of(Refusals.ownText(actor.person()));
    }
    return review.recused().contains(actor.person())
        ? Optional.of(Refusals.recused(actor.person()))
        : Optional.empty();
  }
}
