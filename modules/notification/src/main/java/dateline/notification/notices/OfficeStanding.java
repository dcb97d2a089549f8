package dateline.notification.notices;

import dateline.note.Digest;
import java.util.Optional;

/**
 * Where one office stands about one note.
 *
 * @param turn that it was asked and has not answered since
 * @param overtaken whether another text took the place of one it was asked about and had not
 *     answered
 * @param silent whether it let the time of that turn pass
 * @param passedOver whether somebody decided to go on without it
 * @param said what it said of the text at hand, or what stands for it
 * @param former what it said last of a former text, or before it was asked again
 * @param keptFor the text that what it said of a former one stands for
 */
record OfficeStanding(
    Optional<Fact.Turn> turn,
    boolean overtaken,
    boolean silent,
    boolean passedOver,
    Optional<Said> said,
    Optional<Said> former,
    Optional<Digest> keptFor) {

  static final OfficeStanding NONE =
      new OfficeStanding(
          Optional.empty(),
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  OfficeStanding asked(Fact.Turn next) {
    return new OfficeStanding(Optional.of(next), overtaken, false, false, said, former, keptFor);
  }

  OfficeStanding fallenSilent() {
    return new OfficeStanding(turn, overtaken, true, passedOver, said, former, keptFor);
  }

  OfficeStanding passed() {
    return new OfficeStanding(turn, overtaken, silent, true, said, former, keptFor);
  }

  OfficeStanding saying(Said next) {
    return new OfficeStanding(
        Optional.empty(), false, false, false, Optional.of(next), former, Optional.empty());
  }

  /** What it said counts no longer. */
  OfficeStanding reopened() {
    return asking(false);
  }

  private OfficeStanding asking(boolean overtakes) {
    return new OfficeStanding(
        Optional.empty(),
        overtakes,
        false,
        false,
        Optional.empty(),
        said.or(() -> former),
        Optional.empty());
  }

  /** Whoever is put on the list, or off it, keeps no receipt: they read the text itself. */
  OfficeStanding withoutReceipt(Digest text) {
    boolean kept =
        keptFor.equals(Optional.of(text))
            && said.filter(one -> !one.text().equals(text)).isPresent();
    return kept ? reopened() : this;
  }

  /** What it said, or had said, stands for this text. */
  OfficeStanding keeping(Digest text) {
    return new OfficeStanding(
        turn, overtaken, silent, passedOver, said.or(() -> former), former, Optional.of(text));
  }

  /**
   * This text is asked for now: what it cleared of it stays, and what is kept for it.
   *
   * @param before the text at hand until now
   */
  OfficeStanding askedAnew(Digest text, Digest before) {
    boolean stands =
        keptFor.equals(Optional.of(text))
            || said.filter(one -> one.text().equals(text))
                .filter(
                    one -> one.answer() == Said.Answer.CLEARED || one.answer() == Said.Answer.SEEN)
                .isPresent();
    return stands
        ? new OfficeStanding(Optional.empty(), false, false, false, said, former, keptFor)
        : asking(!text.equals(before) && (turn.isPresent() || overtaken));
  }

  /** The other text that it read before this one, if it said anything but "seen" about it. */
  Optional<Digest> read(Digest text) {
    return former
        .filter(one -> one.answer() != Said.Answer.SEEN)
        .map(Said::text)
        .filter(one -> !one.equals(text));
  }
}
