package dateline.drafting;

import dateline.kernel.PersonId;
import dateline.note.BlockAlignment;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One text of a draft.
 *
 * @param number from 1
 * @param changedBy who made this revision
 * @param changedAt when it was made
 * @param origin where the text was taken from; empty if it was written here
 */
record Revision(
    int number,
    MediaNote note,
    Digest digest,
    PersonId changedBy,
    Instant changedAt,
    Optional<Origin> origin) {

  /** Blocks of a body that are named one by one when they changed; more are counted. */
  private static final int NAMED_BLOCKS = 5;

  /**
   * In which parts this text differs from the one before it, for people: {@code "headline, body
   * (block 2)"}.
   */
  String changesSince(Revision before) {
    return Part.changed(before.note, note).stream()
        .map(part -> part == Part.BODY ? body(before) : part.component())
        .collect(Collectors.joining(", "));
  }

  private String body(Revision before) {
    List<Integer> blocks = changedBlocks(before);
    if (blocks.isEmpty()) {
      return "body (something taken out or moved)";
    }
    return blocks.size() > NAMED_BLOCKS
        ? "body (%d blocks)".formatted(blocks.size())
        : "body (block %s)"
            .formatted(blocks.stream().map(Object::toString).collect(Collectors.joining(", ")));
  }

  private List<Integer> changedBlocks(Revision before) {
    BlockAlignment back = BlockAlignment.of(note.body(), before.note.body());
    return IntStream.rangeClosed(1, note.body().size())
        .boxed()
        .filter(block -> back.of(block).isEmpty())
        .toList();
  }
}
