package dateline.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which blocks of one text stand unchanged in another, and where. A block is the same if a reader
 * cannot tell it apart. It is found if everything before it is the same, or everything after it;
 * between these ends, if it occurs once in each text: so a paragraph is followed when others are
 * changed, added or moved around it. Takes time in proportion to the texts.
 */
public final class BlockAlignment {

  private final Map<Integer, Integer> found = new HashMap<>();

  private BlockAlignment() {}

  /** Follows each block of the one text into the other. */
  public static BlockAlignment of(List<Block> before, List<Block> after) {
    List<String> from = lines(before);
    List<String> to = lines(after);
    BlockAlignment alignment = new BlockAlignment();
    int shorter = Math.min(from.size(), to.size());
    int head = 0;
    while (head < shorter && from.get(head).equals(to.get(head))) {
      alignment.found.put(head, head);
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
      tail++;
      alignment.found.put(from.size() - tail, to.size() - tail);
    }
    alignment.followSingle(from, to, head, tail);
    return alignment;
  }

  private void followSingle(List<String> from, List<String> to, int head, int tail) {
    Map<String, Integer> here = single(from, head, tail);
    Map<String, Integer> there = single(to, head, tail);
    here.forEach((line, position) -> {
      int other = there.getOrDefault(line, -1);
      if (position >= 0 && other >= 0) {
        found.put(position, other);
      }
    });
  }

  /** Where each line between head and tail stands; -1 if it does more than once. */
  private static Map<String, Integer> single(List<String> lines, int head, int tail) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = head; i < lines.size() - tail; i++) {
      positions.merge(lines.get(i), i, (_, _) -> -1);
    }
    return positions;
  }

  /**
   * Where this block of the one text stands in the other, or empty if it was changed or taken out.
   *
   * @param block position in the body, from 1
   */
  public Optional<Integer> of(int block) {
    return Optional.ofNullable(found.get(block - 1)).map(index -> index + 1);
  }

  private static List<String> lines(List<Block> blocks) {
    return blocks.stream().map(CanonicalForm::lineOf).toList();
  }
}
