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
 * @param codes how many codes were mailed
 * @param codeUntil until when the last of these opens the text; empty once it did
 * @param wrongCodes how many that were no code of it were typed
 * @param openedAt when the text was shown to them, last
 * @param revoked who ended it and why
 */
record Guest(
    String invitation,
    String person,
    String name,
    String digest,
    Decided by,
    Instant until,
    int codes,
    Optional<Instant> codeUntil,
    int wrongCodes,
    Optional<Instant> openedAt,
    Optional<Decided> revoked) {

  /** Wrong codes after which a link opens nothing any more. */
  static final int MOST_WRONG_CODES = 5;

  static Guest invited(
      String invitation, String person, String name, String digest, Decided by, Instant until) {
    return new Guest(
        invitation,
        person,
        name,
        digest,
        by,
        until,
        0,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  /** This code, or none any more, opens the text until then. */
  Guest mailed(int code, Optional<Instant> holds) {
    return new Guest(
        invitation, person, name, digest, by, until, code, holds, wrongCodes, openedAt, revoked);
  }

  Guest mistyped() {
    return new Guest(
        invitation,
        person,
        name,
        digest,
        by,
        until,
        codes,
        codeUntil,
        wrongCodes + 1,
        openedAt,
        revoked);
  }

  Guest opened(Instant at) {
    return new Guest(
        invitation,
        person,
        name,
        digest,
        by,
        until,
        codes,
        Optional.empty(),
        wrongCodes,
        Optional.of(at),
        revoked);
  }

  Guest revoked(Decided decision) {
    return new Guest(
        invitation,
        person,
        name,
        digest,
        by,
        until,
        codes,
        Optional.empty(),
        wrongCodes,
        openedAt,
        Optional.of(decision));
  }

  boolean isLocked() {
    return wrongCodes >= MOST_WRONG_CODES;
  }

  /** Whether a code is on its way or in their mailbox. */
  boolean hasACode(Instant now) {
    return codeUntil.filter(now::isBefore).isPresent();
  }
}
