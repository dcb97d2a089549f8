package dateline.note.checks;

import java.text.Normalizer;
import java.util.Locale;

/** How alike two spellings are. */
final class Spelling {

  private Spelling() {}

  /**
   * How many letters must be put in, taken out, changed or exchanged with their neighbour to make
   * one of the other. Takes time in proportion to the product of the lengths.
   */
  static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int cheapest(int[][] cost, String one, String other, int i, int j) {
    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
    boolean exchanged =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }

  /** Whether the two differ only in accents and capitals. */
  static boolean differInAccents(String one, String other) {
    return !one.equalsIgnoreCase(other) && bare(one).equals(bare(other));
  }

  private static String bare(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether one is the other with an ending: {@code "Iran"}, {@code "Iranian"}. */
  static boolean isInflected(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    return longer.startsWith(shorter);
  }
}
