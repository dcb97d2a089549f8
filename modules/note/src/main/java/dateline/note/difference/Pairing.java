package dateline.note.difference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which line of one note has become which of the other. Equal lines are paired in order. A block of
 * the body that stands elsewhere word for word has moved. Between these, lines that share much of
 * their words are paired, unless more than {@link #GAP} lines on either side are left over at one
 * place: then they are shown as deleted and inserted whole.
 */
final class Pairing {

  /** Lines of either note between two equal ones that are compared with each other. */
  static final int GAP = 128;

  /** Fewer words than this come together again by chance. */
  private static final int WORDS_OF_A_MOVE = 3;

  private static final List<String> ORDER =
      List.of(
          "headline",
          "subheadline",
          "kind",
          "issuer",
          "place",
          "date",
          "releaseLine",
          "embargoLine",
          "attribution",
          "correction",
          "releaseNumber",
          "body",
          "contact",
          "boilerplate",
          "endMark",
          "language");

  private final List<FormLine> former;
  private final List<FormLine> later;
  private final int[] partner;
  private final boolean[] taken;
  private final Map<Integer, Integer> moves = new HashMap<>();
  private final Map<Integer, Integer> arrivals = new HashMap<>();

  private Pairing(List<FormLine> former, List<FormLine> later) {
    this.former = former;
    this.later = later;
    this.partner = Alignment.of(former, later);
    this.taken = new boolean[later.size()];
    Arrays.stream(partner).filter(at -> at >= 0).forEach(at -> taken[at] = true);
  }

  /** Every line of both forms with its fate. */
  static List<Line> of(List<FormLine> former, List<FormLine> later) {
    Map<String, List<FormLine>> before = grouped(former);
    Map<String, List<FormLine>> after = grouped(later);
    List<Line> lines = new ArrayList<>();
    for (String group : ORDER) {
      Pairing pairing =
          new Pairing(before.getOrDefault(group, List.of()), after.getOrDefault(group, List.of()));
      pairing.findMoves();
      pairing.pairSimilar();
      pairing.tell(lines);
    }
    return lines;
  }

  private static Map<String, List<FormLine>> grouped(List<FormLine> lines) {
    Map<String, List<FormLine>> groups = new LinkedHashMap<>();
    for (FormLine line : lines) {
      String group = line.isOfBody() ? "body" : line.part();
      if (!ORDER.contains(group)) {
        throw new IllegalStateException("the canonical form has a new part, " + group);
      }
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(line);
    }
    return groups;
  }

  private void findMoves() {
    Map<FormLine, Deque<Integer>> gone = new HashMap<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0 && canMove(former.get(i))) {
        gone.computeIfAbsent(former.get(i), _ -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < taken.length; j++) {
      Deque<Integer> from = taken[j] ? null : gone.get(later.get(j));
      if (from != null && !from.isEmpty()) {
        int move = moves.size() + 1;
        moves.put(from.remove(), move);
        arrivals.put(j, move);
      }
    }
  }

  private static boolean canMove(FormLine line) {
    return line.isOfBody()
        && line.words().stream().filter(Word::hasLetters).limit(WORDS_OF_A_MOVE).count()
            == WORDS_OF_A_MOVE;
  }

  private void pairSimilar() {
    int start = 0;
    int laterStart = 0;
    for (int i = 0; i <= former.size(); i++) {
      if (i == former.size() || partner[i] >= 0) {
        int laterEnd = i == former.size() ? later.size() : partner[i];
        pairSimilar(left(start, i), leftOfLater(laterStart, laterEnd));
        start = i + 1;
        laterStart = laterEnd + 1;
      }
    }
  }

  private List<Integer> left(int from, int to) {
    List<Integer> left = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!moves.containsKey(i)) {
        left.add(i);
      }
    }
    return left;
  }

  private List<Integer> leftOfLater(int from, int to) {
    List<Integer> left = new ArrayList<>();
    for (int j = from; j < to; j++) {
      if (!arrivals.containsKey(j)) {
        left.add(j);
      }
    }
    return left;
  }

  private void pairSimilar(List<Integer> left, List<Integer> right) {
    if (left.isEmpty() || right.isEmpty() || left.size() > GAP || right.size() > GAP) {
      return;
    }
    boolean onlyOne = former.size() == 1 && later.size() == 1;
    if (onlyOne && !former.getFirst().isOfBody()) {
      partner[0] = 0;
      return;
    }
    Similarity similarity =
        new Similarity(
            left.stream().map(former::get).toList(), right.stream().map(later::get).toList());
    similarity.pairs().forEach((i, j) -> partner[left.get(i)] = right.get(j));
  }

  private void tell(List<Line> lines) {
    int next = 0;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        lines.add(gone(i));
        continue;
      }
      for (; next < partner[i]; next++) {
        lines.add(come(next));
      }
      lines.add(both(former.get(i), later.get(next++)));
    }
    for (; next < later.size(); next++) {
      lines.add(come(next));
    }
  }

  private Line gone(int i) {
    FormLine line = former.get(i);
    List<Run> runs = Runs.of(line.words(), Run.Fate.DELETED);
    OptionalInt move = move(moves, i);
    Line.Fate fate = move.isPresent() ? Line.Fate.MOVED_AWAY : Line.Fate.DELETED;
    return new Line(line.part(), Optional.empty(), fate, runs, move);
  }

  private Line come(int j) {
    FormLine line = later.get(j);
    List<Run> runs = Runs.of(line.words(), Run.Fate.INSERTED);
    OptionalInt move = move(arrivals, j);
    Line.Fate fate = move.isPresent() ? Line.Fate.MOVED_HERE : Line.Fate.INSERTED;
    return new Line(line.part(), Optional.empty(), fate, runs, move);
  }

  private static OptionalInt move(Map<Integer, Integer> moves, int at) {
    Integer move = moves.get(at);
    return move == null ? OptionalInt.empty() : OptionalInt.of(move);
  }

  private static Line both(FormLine before, FormLine after) {
    boolean equal = before.equals(after);
    List<Run> runs =
        equal ? Runs.of(after.words(), Run.Fate.KEPT) : Runs.between(before.words(), after.words());
    return new Line(
        after.part(),
        Optional.of(before.part()).filter(part -> !part.equals(after.part())),
        equal ? Line.Fate.KEPT : Line.Fate.CHANGED,
        runs,
        OptionalInt.empty());
  }
}
