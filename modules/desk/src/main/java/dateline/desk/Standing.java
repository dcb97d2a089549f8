package dateline.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one office has come with the present text.
 *
 * @param turn that it is asked; empty while it is not, and in notes of before there were turns
 * @param answer its last one to this text, or to a former one that may be kept
 * @param kept that an answer to a former text stands
 * @param cleared with which answer it cleared any text of the note last
 * @param passedOver that somebody decided to go on without it and it has not spoken since
 * @param guest who is invited, if it is a party outside the house
 */
record Standing(
    Optional<Turn> turn,
    Optional<Answered> answer,
    Optional<Kept> kept,
    Optional<Answered> cleared,
    Optional<Decided> passedOver,
    Optional<Guest> guest) {

  static final Standing NONE =
      new Standing(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * That it is its turn.
   *
   * @param remindAt empty, as {@code due} is, if it has no term
   * @param remindedAt empty until it is
   * @param silentSince when its silence was recorded; empty until it is
   */
  record Turn(
      Instant since,
      Optional<Instant> remindAt,
      Optional<Instant> due,
      Optional<Instant> remindedAt,
      Optional<Instant> silentSince) {

    static Turn of(Instant since, Optional<Instant> remindAt, Optional<Instant> due) {
      return new Turn(since, remindAt, due, Optional.empty(), Optional.empty());
    }

    Turn reminded(Instant at) {
      return new Turn(since, remindAt, due, Optional.of(at), silentSince);
    }

    Turn silent(Instant at) {
      return new Turn(since, remindAt, due, remindedAt, Optional.of(at));
    }
  }

  /**
   * What an office said.
   *
   * @param answer CLEARED, CLEARED_WITH_EDITS, NOT_CLEARED or SEEN
   * @param revision whose text was read, from 1
   * @param digest of that text
   * @param channel DESK, LINK, EMAIL or PHONE
   * @param deputyFor for whom of the office they stood in
   * @param recordedBy who wrote down what they said by phone
   */
  record Answered(
      String answer,
      String person,
      Instant at,
      String reason,
      int revision,
      String digest,
      String channel,
      Optional<String> deputyFor,
      Optional<String> recordedBy) {

    boolean isCleared() {
      return answer.equals("CLEARED");
    }

    boolean proposesEdits() {
      return answer.equals("CLEARED_WITH_EDITS");
    }

    /** Whether it stands when the same text is asked for again; whoever objected is asked anew. */
    private boolean outlivesAsking() {
      return isCleared() || answer.equals("SEEN");
    }
  }

  /**
   * For which text an answer to a former one stands.
   *
   * @param digest of the later text
   */
  record Kept(String digest, Decided decision) {}

  /** A person's decision. */
  record Decided(String person, Instant at, String reason) {}

  /** The answer, if it is about this text or was kept for it. */
  Optional<Answered> about(String digest) {
    return answer.filter(said -> said.digest().equals(digest) || isKeptFor(digest));
  }

  boolean isKeptFor(String digest) {
    return kept.filter(standing -> standing.digest().equals(digest)).isPresent();
  }

  /** They are asked, whatever was decided about them before. */
  Standing inviting(Guest invited) {
    return new Standing(
        Optional.empty(), answer, kept, cleared, Optional.empty(), Optional.of(invited));
  }

  /** The same with what was done with their link. */
  Standing with(Guest changed) {
    return new Standing(turn, answer, kept, cleared, passedOver, Optional.of(changed));
  }

  Standing asked(Turn now) {
    return new Standing(Optional.of(now), answer, kept, cleared, passedOver, guest);
  }

  Standing reminded(Instant at) {
    return new Standing(
        turn.map(now -> now.reminded(at)), answer, kept, cleared, passedOver, guest);
  }

  Standing silent(Instant at) {
    return new Standing(turn.map(now -> now.silent(at)), answer, kept, cleared, passedOver, guest);
  }

  /** It spoke: nobody goes on without it, and what was kept is of no account. */
  Standing answered(Answered said) {
    Optional<Answered> last = Optional.of(said);
    return new Standing(
        turn,
        last,
        Optional.empty(),
        last.filter(Answered::isCleared).or(() -> cleared),
        Optional.empty(),
        guest);
  }

  Standing passedOver(Decided decision) {
    return new Standing(turn, answer, kept, cleared, Optional.of(decision), guest);
  }

  /** What it said counts no longer. */
  Standing voided() {
    return new Standing(turn, Optional.empty(), Optional.empty(), cleared, passedOver, guest);
  }

  /** It reads the text itself now: what was kept of a former one is over. */
  Standing withoutReceipt(String digest) {
    return answer.filter(said -> !said.digest().equals(digest)).isPresent() && isKeptFor(digest)
        ? anew()
        : this;
  }

  /** It is asked no longer; what it said of this very text is remembered. */
  Standing offTheList(String digest) {
    Standing without = withoutReceipt(digest);
    return new Standing(
        Optional.empty(), without.answer, without.kept, without.cleared, Optional.empty(), guest);
  }

  /** It is asked as if never before. */
  Standing anew() {
    return new Standing(
        Optional.empty(), Optional.empty(), Optional.empty(), cleared, Optional.empty(), guest);
  }

  /** Its answer to a former text stands for a later one. */
  Standing keeping(Kept standing) {
    return new Standing(
        turn, answer.or(() -> cleared), Optional.of(standing), cleared, passedOver, guest);
  }

  /**
   * This text is asked for.
   *
   * @param same whether it was asked for before, so that who answered need not be asked again
   */
  Standing again(String digest, boolean same) {
    Optional<Answered> stands = about(digest).filter(Answered::outlivesAsking);
    return stands.isEmpty()
        ? anew()
        : new Standing(
            same ? turn : Optional.empty(),
            stands,
            kept.filter(_ -> isKeptFor(digest)),
            cleared,
            same ? passedOver : Optional.empty(),
            guest);
  }
}
