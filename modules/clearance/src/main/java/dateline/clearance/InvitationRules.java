package dateline.clearance;

import static dateline.kernel.Decision.accept;
import static dateline.kernel.Decision.nothingToDo;

import dateline.clearance.ClearanceCommand.Answering;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.Inviting;
import dateline.clearance.ClearanceCommand.Inviting.InviteClearer;
import dateline.clearance.ClearanceCommand.Inviting.RevokeInvitation;
import dateline.clearance.ClearanceCommand.Inviting.UseInvitation;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.Invited.InvitationRevoked;
import dateline.clearance.ClearanceEvent.Invited.InvitationUsed;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who outside the house may clear, and how: one party, one text, one link. The link alone opens
 * nothing: the text is shown to who types a code that was mailed to the address that was invited.
 */
final class InvitationRules {

  /** How long a link may hold at most. */
  static final Duration LONGEST = Duration.ofDays(31);

  /** How long a mailed code opens the text. */
  static final Duration CODE_HOLDS = Duration.ofMinutes(15);

  private static final Duration NEXT_CODE_AFTER = Duration.ofMinutes(1);
  private static final int MOST_CODES = 20;
  private static final int LONGEST_NAME = 200;

  private InvitationRules() {}

  static Decision<ClearanceEvent> decide(
      Envelope<ClearanceCommand> command, Inviting asked, Review review) {
    return switch (asked) {
      case InviteClearer it -> invite(command, it, review);
      case RevokeInvitation it -> revoke(command.actor(), it, review);
      case UseInvitation it -> use(command, it, review);
    };
  }

  private static Decision<ClearanceEvent> invite(
      Envelope<ClearanceCommand> command, InviteClearer it, Review review) {
    return ListRules.notTheOwner(command.actor(), review)
        .or(() -> unfit(command.at(), it, review))
        .orElseGet(() -> invited(command.id().value(), it, review));
  }

  private static Optional<Decision<ClearanceEvent>> unfit(
      Instant now, InviteClearer it, Review review) {
    if (!review.isOf(it.digest())) {
      return Optional.of(Refusals.staleText(it.digest(), review.text()));
    }
    if (!it.party().isExternal()) {
      return Optional.of(Refusals.notExternal(it.party()));
    }
    String name = it.name().strip();
    if (name.codePoints().noneMatch(Character::isLetter)
        || name.codePoints().anyMatch(InvitationRules::disturbsALine)
        || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      return Optional.of(Refusals.noNameOfAnybody(LONGEST_NAME));
    }
    if (!it.until().isAfter(now) || it.until().isAfter(now.plus(LONGEST))) {
      return Optional.of(Refusals.noTimeForALink(LONGEST));
    }
    Optional<ClearanceLine> line = review.list().lineOf(it.party());
    if (line.filter(one -> !review.isTurnOf(one)).isPresent()) {
      return Optional.of(Refusals.notYetAsked(it.party(), review));
    }
    return Reason.missing(it.reason(), Refusals.listReasonMissing());
  }

  /** Controls, and what turns the direction of whatever follows. */
  private static boolean disturbsALine(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static Decision<ClearanceEvent> invited(String id, InviteClearer it, Review review) {
    ClearanceLine asked =
        new ClearanceLine(
            it.party(),
            Power.CLEAR,
            it.mandatory(),
            it.reason().strip(),
            review.presentStage(),
            Interest.WHOLE,
            Optional.empty());
    Optional<ClearanceLine> before = review.list().lineOf(it.party());
    boolean stands = before.filter(one -> one.mandatory() || !it.mandatory()).isPresent();
    boolean cleared = review.isClearedBy(it.party());
    if (stands && cleared) {
      return nothingToDo(it.party() + " has cleared this text already.");
    }
    List<ClearanceEvent> events = new ArrayList<>();
    if (!stands) {
      events.add(new OfficeAdded(before.map(one -> one.and(asked)).orElse(asked)));
    }
    if (cleared) {
      return accept(events); // Their answer stands, and so does the link by which they gave it.
    }
    events.add(
        new ClearerInvited(
            id, it.digest(), it.party(), it.person(), it.name().strip(), it.until()));
    return accept(events);
  }

  private static Decision<ClearanceEvent> revoke(Actor actor, RevokeInvitation it, Review review) {
    Optional<Decision<ClearanceEvent>> notYours = ListRules.notTheOwner(actor, review);
    if (notYours.isPresent()) {
      return notYours.get();
    }
    if (review.invitationOf(it.party()).isEmpty()) {
      return Refusals.nobodyInvited(it.party());
    }
    return review.invitationOf(it.party()).filter(one -> !one.revoked()).isEmpty()
        ? nothingToDo("No link of " + it.party() + " opens anything.")
        : Reason.missing(it.reason(), Refusals.listReasonMissing())
            .orElseGet(() -> accept(new InvitationRevoked(it.party(), it.reason().strip())));
  }

  private static Decision<ClearanceEvent> use(
      Envelope<ClearanceCommand> command, UseInvitation it, Review review) {
    OfficeId party = command.actor().office();
    Optional<Decision<ClearanceEvent>> ended = ended(command, party, review);
    if (ended.isPresent()) {
      return ended.get();
    }
    Invitation invitation = review.invitationOf(party).orElseThrow();
    if (!invitation.id().equals(it.invitation())) {
      return Refusals.anotherLink();
    }
    return switch (it.use()) {
      case CODE_ASKED -> mailCode(command.at(), party, invitation);
      case WRONG_CODE -> mistyped(party, invitation, review);
      case OPENED ->
          it.code() == invitation.codes()
                  && invitation.codeUntil().filter(command.at()::isBefore).isPresent()
              ? accept(
                  new InvitationUsed(
                      party, invitation.id(), InvitationUse.OPENED, it.code(), Optional.empty()))
              : Refusals.codeOver();
    };
  }

  /** Who has no way to answer any more is silent from then on, and the house is told. */
  private static Decision<ClearanceEvent> mistyped(
      OfficeId party, Invitation invitation, Review review) {
    InvitationUsed used =
        new InvitationUsed(
            party,
            invitation.id(),
            InvitationUse.WRONG_CODE,
            invitation.codes(),
            invitation.codeUntil());
    return invitation.after(used).isLocked() && review.answerOf(party).isEmpty()
        ? accept(List.of(used, new OfficesSilent(List.of(party))))
        : accept(used);
  }

  private static Decision<ClearanceEvent> mailCode(
      Instant now, OfficeId party, Invitation invitation) {
    boolean justMailed =
        invitation
            .codeUntil()
            .filter(until -> now.isBefore(until.minus(CODE_HOLDS).plus(NEXT_CODE_AFTER)))
            .isPresent();
    if (justMailed) {
      return nothingToDo("A code was mailed less than a minute ago; it is on its way.");
    }
    return invitation.codes() >= MOST_CODES
        ? Refusals.linkLocked()
        : accept(
            new InvitationUsed(
                party,
                invitation.id(),
                InvitationUse.CODE_ASKED,
                invitation.codes() + 1,
                Optional.of(now.plus(CODE_HOLDS))));
  }

  /** Why this voice does not speak for that office; empty if it may. */
  static Optional<Decision<ClearanceEvent>> unfitVoice(
      Envelope<ClearanceCommand> command, Answering asked, Review review) {
    Actor actor = command.actor();
    return switch (asked) {
      case AnswerForOffice(var digest, _, _, _) when actor.role() == Role.EXTERNAL_CLEARER ->
          review.isOf(digest)
              ? ended(command, actor.office(), review).or(() -> unread(actor.office(), review))
              : Optional.of(Refusals.staleText(digest, review.text()));
      case AnswerForOffice _, ProposeEdits _ -> onlyByInvitation(actor.office());
      case RecordAnswer it -> onlyByInvitation(it.office());
      case Recuse _ -> Optional.empty();
    };
  }

  private static Optional<Decision<ClearanceEvent>> onlyByInvitation(OfficeId office) {
    return office.isExternal() ? Optional.of(Refusals.onlyByInvitation(office)) : Optional.empty();
  }

  private static Optional<Decision<ClearanceEvent>> unread(OfficeId party, Review review) {
    return review.invitationOf(party).filter(Invitation::opened).isPresent()
        ? Optional.empty()
        : Optional.of(Refusals.codeNeeded());
  }

  /** Why who asks has no link that opens anything; empty if they have. */
  private static Optional<Decision<ClearanceEvent>> ended(
      Envelope<ClearanceCommand> command, OfficeId party, Review review) {
    Optional<Invitation> invitation =
        review
            .invitationOf(party)
            .filter(one -> one.person().equals(command.actor().person()))
            .filter(_ -> review.list().lineOf(party).isPresent());
    if (invitation.isEmpty()) {
      return Optional.of(Refusals.notInvited());
    }
    Invitation link = invitation.get();
    if (link.isOpenAt(command.at(), review.text().digest())) {
      return Optional.empty();
    }
    if (link.revoked()) {
      return Optional.of(Refusals.linkRevoked());
    }
    if (link.isLocked()) {
      return Optional.of(Refusals.linkLocked());
    }
    return Optional.of(
        link.digest().equals(review.text().digest())
            ? Refusals.linkExpired()
            : Refusals.linkOfAFormerText());
  }

  /** Whether nobody can answer for this party any more unless they are invited again. */
  static boolean isOver(Instant now, OfficeId party, Review review) {
    return party.isExternal()
        && review
            .invitationOf(party)
            .filter(one -> one.isOpenAt(now, review.text().digest()))
            .isEmpty();
  }
}
