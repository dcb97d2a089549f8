package dateline.clearance;

import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.Invited;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.Reviewing;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.ClearancesVoided;
import dateline.clearance.ClearanceEvent.Reviewing.EditsLeft;
import dateline.clearance.ClearanceEvent.Reviewing.EditsProposed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyLapsed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyOverdue;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyRefused;
import dateline.clearance.ClearanceEvent.Reviewing.NoteApproved;
import dateline.clearance.ClearanceEvent.Reviewing.NoteClearedAfterTheFact;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAskedAgain;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeProposed;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeRemoved;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesAsked;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesReminded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.clearance.ClearanceEvent.Reviewing.PersonRecused;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A text, the list it was sent to, and what became of it so far.
 *
 * @param recused people who have no part in this note's clearance
 * @param approvers who approved the text finally while more must, in order
 * @param invitations the newest of each party outside the house
 */
record Review(
    SubmittedText text,
    ClearanceList list,
    Said said,
    Progress progress,
    ListChanges changes,
    Set<PersonId> recused,
    List<PersonId> approvers,
    Map<OfficeId, Invitation> invitations) {

  Review {
    recused = Set.copyOf(recused);
    approvers = List.copyOf(approvers);
    invitations = Map.copyOf(invitations);
  }

  static Review of(ClearanceRequested event) {
    return new Review(
        event.text(),
        event.list(),
        Said.NOTHING,
        Progress.NONE,
        ListChanges.NONE,
        Set.of(),
        List.of(),
        Map.of());
  }

  boolean isOf(Digest digest) {
    return text.digest().equals(digest);
  }

  /** Whether this request asks for nothing that is not asked for already. */
  boolean covers(SubmittedText asked, ClearanceList byRule) {
    ClearanceList askedOf = changes.in(byRule);
    return text.digest().equals(asked.digest())
        && text.revision() == asked.revision()
        && text.contributors().containsAll(asked.contributors())
        && list.owner().equals(askedOf.owner())
        && list.approvers() == askedOf.approvers()
        && list.lines().equals(askedOf.lines());
  }

  /** Whether this person can have a say: they neither wrote any of it nor stepped aside. */
  boolean isOpenTo(PersonId person) {
    return !text.isBy(person) && !recused.contains(person);
  }

  /**
   * An office's answer, if it counts: it is of this very text or was kept for it, which no
   * mandatory office's is, and whoever gave it has since neither become a contributor nor stepped
   * aside.
   */
  Optional<OfficeAnswer> answerOf(OfficeId office) {
    return said.about(text.digest(), office)
        .filter(answer -> isOf(answer.digest()) || !isMandatory(office))
        .filter(answer -> isOpenTo(answer.person()))
        .filter(answer -> answer.manner().deputyFor().map(this::isOpenTo).orElse(true))
        .filter(answer -> answer.manner().recordedBy().map(this::isOpenTo).orElse(true));
  }

  private boolean isMandatory(OfficeId office) {
    return list.lineOf(office).filter(ClearanceLine::mandatory).isPresent();
  }

  /** The answers that count, in the list's order. */
  List<OfficeAnswer> counted() {
    return list.lines().stream().flatMap(line -> answerOf(line.office()).stream()).toList();
  }

  boolean isClearedBy(OfficeId office) {
    return answerOf(office).filter(answer -> answer.answer() == Answer.CLEARED).isPresent();
  }

  /** Whether nothing is to be waited for: it cleared, or somebody decided to go on without it. */
  boolean isSettled(OfficeId office) {
    return isClearedBy(office) || progress.passedOver().containsKey(office);
  }

  /** The offices that were passed over and have not cleared since, in the list's order. */
  List<PassedOver> passedOver() {
    return list.lines().stream()
        .filter(line -> !isClearedBy(line.office()))
        .flatMap(line -> Optional.ofNullable(progress.passedOver().get(line.office())).stream())
        .toList();
  }

  /** Offices that must clear and for which nothing is settled, in the list's order. */
  List<OfficeId> missing() {
    return list.lines().stream()
        .filter(ClearanceLine::mustClear)
        .map(ClearanceLine::office)
        .filter(office -> !isSettled(office))
        .toList();
  }

  /** The stage whose turn it is: the first in which somebody who must clear has not. */
  int stage() {
    return list.lines().stream()
        .filter(line -> line.mustClear() && !isSettled(line.office()))
        .mapToInt(ClearanceLine::stage)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** The stage of who is put on the list now: the one whose turn it is, or the last. */
  int presentStage() {
    int last = list.lines().stream().mapToInt(ClearanceLine::stage).max().orElse(1);
    return Math.min(stage(), last);
  }

  /** The newest invitation of a party outside the house. */
  Optional<Invitation> invitationOf(OfficeId party) {
    return Optional.ofNullable(invitations.get(party));
  }

  /** Whether this office was asked, has answered, or is about to be asked. */
  boolean isTurnOf(ClearanceLine line) {
    return line.stage() <= stage()
        || progress.asked().containsKey(line.office())
        || answerOf(line.office()).isPresent();
  }

  /** Whose turn has come without their having been asked. */
  Optional<OfficesAsked> toAsk(Instant now) {
    return toAsk(now, stage());
  }

  /** Everybody who was not asked yet: nobody waits for a former stage any more. */
  Optional<OfficesAsked> toAskAtOnce(Instant now) {
    return toAsk(now, Integer.MAX_VALUE);
  }

  private Optional<OfficesAsked> toAsk(Instant now, int stage) {
    List<Asked> turn =
        list.lines().stream()
            .filter(line -> line.stage() <= stage)
            .filter(line -> !progress.asked().containsKey(line.office()))
            .filter(line -> answerOf(line.office()).isEmpty())
            .map(line -> asking(now, line))
            .toList();
    return turn.isEmpty() ? Optional.empty() : Optional.of(new OfficesAsked(turn));
  }

  /** Who is invited has as long as their link. */
  private Asked asking(Instant now, ClearanceLine line) {
    return invitationOf(line.office())
        .filter(link -> link.isOpenAt(now, text.digest()))
        .map(link -> new Asked(line.office(), Optional.empty(), Optional.of(link.until())))
        .orElseGet(() -> Asked.at(now, line));
  }

  /** Offices that were asked to decide, have not, and of which this is so. */
  List<OfficeId> waitingFor(Predicate<OfficeId> so) {
    return list.lines().stream()
        .filter(line -> line.power() != Power.INFORM)
        .map(ClearanceLine::office)
        .filter(office ->
            progress.asked().containsKey(office)
                && answerOf(office).isEmpty()
                && !progress.passedOver().containsKey(office))
        .filter(so)
        .toList();
  }

  /** An office for which this person cleared the text, or wrote down that it did. */
  Optional<OfficeId> officeClearedBy(PersonId person) {
    return counted().stream()
        .filter(answer -> answer.answer() == Answer.CLEARED)
        .filter(answer ->
            answer.person().equals(person)
                || answer.manner().recordedBy().equals(Optional.of(person)))
        .map(OfficeAnswer::office)
        .findFirst();
  }

  /** Offices that said anything about this text, in the list's order. */
  List<OfficeId> answered() {
    return list.lines().stream()
        .map(ClearanceLine::office)
        .filter(office -> said.about(text.digest(), office).isPresent())
        .toList();
  }

  /**
   * Offices whose clearance may stand for another text: by its writers nobody speaks for them, and
   * the very same passages concern them. A mandatory office reads every text.
   */
  List<OfficeId> untouchedBy(SubmittedText other, ClearanceList otherList) {
    return otherList.lines().stream()
        .filter(line -> line.mustClear() && !line.mandatory())
        .filter(line ->
            list.lineOf(line.office())
                .filter(before -> before.interest().isUnchangedIn(line.interest()))
                .isPresent())
        .map(ClearanceLine::office)
        .filter(office ->
            answerOf(office)
                .filter(answer -> answer.answer() == Answer.CLEARED)
                .filter(answer -> !other.isBy(answer.person()))
                .isPresent())
        .toList();
  }

  /** After one more fact. */
  Review after(Reviewing event) {
    return switch (event) {
      case ClearancesVoided(_, var offices) -> {
        Said left = said;
        for (OfficeId office : offices) {
          left = left.without(office);
        }
        yield with(left);
      }
      case AnswersKept(var digest, var offices, _) -> {
        Said standing = said;
        for (OfficeId office : offices) {
          standing = standing.keeping(office, digest);
        }
        yield with(standing);
      }
      case OfficesAsked(var asked) -> with(progress.asking(asked));
      case OfficesReminded(var offices) -> with(progress.reminding(offices));
      case OfficesSilent(var offices) -> with(progress.hearingNothingFrom(offices));
      case OfficeAnswered(var answer) -> with(answer);
      case EditsProposed(var answer, _) -> with(answer);
      case EditsLeft(var office, _) -> with(said.without(office)).with(progress.anew(office));
      case OfficeAskedAgain(var office, _) ->
          with(said.without(office)).with(progress.anew(office));
      case PersonRecused(var person, _) -> {
        Set<PersonId> more = new HashSet<>(recused);
        more.add(person);
        List<PersonId> others = approvers.stream().filter(one -> !one.equals(person)).toList();
        yield new Review(text, list, said, progress, changes, more, others, invitations);
      }
      case OfficeProposed _ -> this;
      case OfficeAdded(var line) -> {
        Review after = with(changes.adding(line)).withoutReceipt(line.office());
        yield after.isMandatory(line.office()) && !isMandatory(line.office())
            ? after.with(after.progress.anew(line.office()))
            : after;
      }
      case OfficeRemoved(var office, _) ->
          with(changes.removing(office)).withoutReceipt(office).with(progress.anew(office));
      case Invited invited -> {
        Map<OfficeId, Invitation> more = new HashMap<>(invitations);
        more.compute(
            invited.party(),
            (_, before) ->
                invited instanceof ClearerInvited first
                    ? Invitation.of(first)
                    : Objects.requireNonNull(before).after(invited));
        Review after = new Review(text, list, said, progress, changes, recused, approvers, more);
        yield invited instanceof ClearerInvited it ? after.with(progress.anew(it.party())) : after;
      }
      case OfficePassedOver(var decision) -> with(progress.passing(decision));
      case EmergencyDeclared(_, var authority, _, _) -> with(progress.declaredBy(authority));
      case EmergencyRefused _, EmergencyLapsed _, EmergencyOverdue _, NoteClearedAfterTheFact _ ->
          this;
      case NoteApproved(_, var approver) -> {
        List<PersonId> more = new ArrayList<>(approvers);
        more.add(approver);
        yield new Review(text, list, said, progress, changes, recused, more, invitations);
      }
    };
  }

  Review with(OfficeAnswer answer) {
    return with(said.with(answer)).with(progress.anew(answer.office()));
  }

  /** Whoever is put on the list reads the text itself: what was kept of a former one is over. */
  private Review withoutReceipt(OfficeId office) {
    boolean kept =
        said.about(text.digest(), office).filter(answer -> !isOf(answer.digest())).isPresent();
    return kept ? with(said.without(office)).with(progress.anew(office)) : this;
  }

  private Review with(Said other) {
    return new Review(text, list, other, progress, changes, recused, approvers, invitations);
  }

  private Review with(Progress other) {
    return new Review(text, list, said, other, changes, recused, approvers, invitations);
  }

  /** The list as the rules made it with these changes in place of the former. */
  private Review with(ListChanges other) {
    return new Review(text, other.in(list), said, progress, other, recused, approvers, invitations);
  }

  /** Asked again, of the same text or another. Only who approves begins anew in any case. */
  Review again(ClearanceRequested event) {
    boolean same = isOf(event.text().digest());
    Said standing = said.again(event.text().digest());
    Progress begun = Progress.NONE;
    if (same) {
      begun = progress;
      for (ClearanceLine line : event.list().lines()) {
        if (standing.about(event.text().digest(), line.office()).isEmpty()
            || (line.mandatory() && !isMandatory(line.office()))) {
          begun = begun.anew(line.office());
        }
      }
    }
    return new Review(
        event.text(), event.list(), standing, begun, changes, recused, List.of(), invitations);
  }
}
