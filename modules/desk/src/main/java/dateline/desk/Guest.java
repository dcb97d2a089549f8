package dateline.desk;

import dateline.desk.Standing.Decided;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody outside the house who is invited to clear one text.
 *
 * @param invitation id of the invitation
 * @param person their subscriber id
 * @param name who they are, for people
 * @param digest of the one text the link is for
 * @param by who invited them, and when
 * @param until when the link ends
 * @param uses what was done with the link
 * @param revoked who ended it and why
 */
record Guest(
    String invitation,
    String person,
    String name,
    String digest,
    Decided by,
    Instant until,
    Uses uses,
    Optional<Decided> revoked) {

  /** Wrong codes after which a link opens nothing any more. */
  static final int MOST_WRONG_CODES = 5;

  /**
   * What was done with a link.
   *
   * @param codes how many codes were asked for
   * @param codeUntil until when the last of these opens the text; empty once it did
   * @param wrongCodes how many that were no code of it were typed
   * @param openedAt when the text was shown to them, last
   */
  record Uses(int codes, Optional<Instant> codeUntil, int wrongCodes, Optional<Instant> openedAt) {

    static final Uses NONE = new Uses(0, Optional.empty(), 0, Optional.empty());

    /** This code, or none any more, opens the text until then. */
    Uses codeAsked(int code, Optional<Instant> holds) {
      return new Uses(code, holds, wrongCodes, openedAt);
    }

    Uses mistyped() {
      return new Uses(codes, codeUntil, wrongCodes + 1, openedAt);
    }

    Uses opened(Instant at) {
      return new Uses(codes, Optional.empty(), wrongCodes, Optional.of(at));
    }
  }

  Guest with(Uses more) {
    return new Guest(invitation, person, name, digest, by, until, more, revoked);
  }

  Guest revoked(Decided decision) {
    return new Guest(invitation, person, name, digest, by, until, uses, Optional.of(decision));
  }

  boolean isLocked() {
    return uses.wrongCodes() >= MOST_WRONG_CODES;
  }

  /** Whether a code is on its way or in their mailbox. */
  boolean hasACode(Instant now) {
    return revoked.isEmpty() && uses.codeUntil().filter(now::isBefore).isPresent();
  }
}
