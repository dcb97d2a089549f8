package dateline.drafting;

import dateline.kernel.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Refusals that several rules share. */
final class Refusals {

  /** Revisions that are told one by one; of more, the newest are. */
  private static final int TOLD = 5;

  private Refusals() {}

  /** Names who changed what since the revision that was read. */
  static Decision<DraftingEvent> stale(int expected, Manuscript text) {
    Revision current = text.current();
    String what =
        text.has(expected)
            ? "; since then " + changesSince(expected, text)
            : ", made by %s at %s".formatted(current.changedBy(), current.changedAt());
    return Decision.refuse(
        "STALE_REVISION",
        "You worked on revision %d and revision %d is current%s. Read it and do it again on that."
            .formatted(expected, current.number(), what));
  }

  /** {@code "tom changed headline in revision 2 at …, ann changed kind in revision 3 at …"}. */
  static String changesSince(int expected, Manuscript text) {
    List<Revision> since = text.revisions().subList(expected, text.revisions().size());
    int first = Math.max(0, since.size() - TOLD);
    return (first == 0 ? "" : "%d earlier revisions, ".formatted(first))
        + IntStream.range(first, since.size())
            .mapToObj(i -> {
              Revision it = since.get(i);
              return "%s changed %s in revision %d at %s"
                  .formatted(
                      it.changedBy(),
                      it.changesSince(text.revision(it.number() - 1)),
                      it.number(),
                      it.changedAt());
            })
            .collect(Collectors.joining(", "));
  }

  static Decision<DraftingEvent> unknownRevision(int revision, Revision current) {
    return Decision.refuse(
        "UNKNOWN_REVISION",
        "There is no revision %d; the note has revisions 1 to %d."
            .formatted(revision, current.number()));
  }

  static Decision<DraftingEvent> unknownBlock(int block, Revision current) {
    return Decision.refuse(
        "UNKNOWN_BLOCK",
        "There is no block %d with words in revision %d, whose body has %d; count from 1."
            .formatted(block, current.number(), current.note().body().size()));
  }

  /**
   * The refusal for a reason that is missing or too long, or empty.
   *
   * @param what {@code "A note is given up"}
   */
  static Optional<Decision<DraftingEvent>> withoutReason(String reason, String what) {
    if (!TextLimits.says(reason)) {
      return Optional.of(
          Decision.refuse("REASON_MISSING", what + " with a reason; say why it is done."));
    }
    return TextLimits.isReason(reason) ? Optional.empty() : Optional.of(reasonTooLong());
  }

  static Decision<DraftingEvent> reasonTooLong() {
    return Decision.refuse(
        "REASON_TOO_LONG",
        "A reason has at most %d characters; shorten it.".formatted(TextLimits.REASON));
  }
}
