package dateline.note.difference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of their words lines share, and which pairs of them, in order, share most. */
final class Similarity {

  /** Lines that share less than this part of their words are two lines, not one that changed. */
  private static final double ENOUGH = 0.4;

  private final double[][] shared;

  Similarity(List<FormLine> former, List<FormLine> later) {
    List<Map<String, Integer>> before = former.stream().map(Similarity::counts).toList();
    List<Map<String, Integer>> after = later.stream().map(Similarity::counts).toList();
    shared = new double[former.size()][later.size()];
    for (int i = 0; i < former.size(); i++) {
      for (int j = 0; j < later.size(); j++) {
        double part = shared(before.get(i), after.get(j));
        shared[i][j] = part < ENOUGH ? 0 : part;
      }
    }
  }

  /** From former to later; of all choices that rise in both, the one with most in common. */
  Map<Integer, Integer> pairs() {
    int n = shared.length;
    int m = n == 0 ? 0 : shared[0].length;
    double[][] best = new double[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        double without = Math.max(best[i + 1][j], best[i][j + 1]);
        best[i][j] = Math.max(without, shared[i][j] + best[i + 1][j + 1]);
      }
    }
    Map<Integer, Integer> pairs = new HashMap<>();
    for (int i = 0, j = 0; i < n && j < m; ) {
      if (shared[i][j] > 0 && best[i][j] == shared[i][j] + best[i + 1][j + 1]) {
        pairs.put(i++, j++);
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  private static Map<String, Integer> counts(FormLine line) {
    Map<String, Integer> counts = new HashMap<>();
    line.words().stream()
        .filter(Word::hasLetters)
        .forEach(word -> counts.merge(word.text(), 1, Integer::sum));
    return counts;
  }

  /** From 0, no word, to 1, the same words as often. */
  private static double shared(Map<String, Integer> one, Map<String, Integer> other) {
    int all = total(one) + total(other);
    if (all == 0) {
      return 0;
    }
    Map<String, Integer> small = one.size() <= other.size() ? one : other;
    Map<String, Integer> large = one.size() <= other.size() ? other : one;
    int common = 0;
    for (Map.Entry<String, Integer> word : small.entrySet()) {
      common += Math.min(word.getValue(), large.getOrDefault(word.getKey(), 0));
    }
    return 2.0 * common / all;
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
