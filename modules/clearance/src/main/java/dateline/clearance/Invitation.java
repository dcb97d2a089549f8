package dateline.clearance;

import dateline.clearance.ClearanceEvent.Invited;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.Invited.InvitationRevoked;
import dateline.clearance.ClearanceEvent.Invited.InvitationUsed;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody outside the house was sent: a link to one text, which opens with a code that is
 * mailed when they ask for it.
 *
 * @param id of the command that made it
 * @param digest of the one text it is for
 * @param person their subscriber id
 * @param until when it ends
 * @param codes how many codes were mailed
 * @param codeUntil until when the last of these opens the text; empty once it did
 * @param wrongCodes how many that were no code of it were typed
 * @param opened whether they have the text before them
 * @param revoked whether somebody ended it
 */
record Invitation(
    String id,
    Digest digest,
    PersonId person,
    Instant until,
    int codes,
    Optional<Instant> codeUntil,
    int wrongCodes,
    boolean opened,
    boolean revoked) {

  /** How often somebody may try: of 100 million codes that is one chance in twenty million. */
  static final int MOST_WRONG_CODES = 5;

  static Invitation of(ClearerInvited event) {
    return new Invitation(
        event.invitation(),
        event.digest(),
        event.person(),
        event.until(),
        0,
        Optional.empty(),
        0,
        false,
        false);
  }

  boolean isLocked() {
    return wrongCodes >= MOST_WRONG_CODES;
  }

  /** Whether they can still do something with it. */
  boolean isOpenAt(Instant now, Digest text) {
    return digest.equals(text) && !revoked && !isLocked() && now.isBefore(until);
  }

  /** After one more fact about it; the first makes a new one. */
  Invitation after(Invited event) {
    return switch (event) {
      case ClearerInvited next -> of(next);
      case InvitationRevoked _ ->
          new Invitation(
              id, digest, person, until, codes, Optional.empty(), wrongCodes, opened, true);
      case InvitationUsed(_, _, var use, var code, var open) ->
          new Invitation(
              id,
              digest,
              person,
              until,
              use == InvitationUse.CODE_ASKED ? code : codes,
              open,
              use == InvitationUse.WRONG_CODE ? wrongCodes + 1 : wrongCodes,
              opened || use == InvitationUse.OPENED,
              revoked);
    };
  }
}
