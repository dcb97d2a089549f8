package dateline.note.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which members of two sequences are the same, in order: as many as possible (Myers, "An O(ND)
 * Difference Algorithm", 1986) while no more than {@link #EDITS} differ. Beyond that the members
 * that occur once in each are anchors, and the gaps between them are aligned alike; a gap that
 * still differs in more has no members in common. So time and memory are in proportion to the
 * sequences, with a constant of at most EDITS and EDITS².
 */
public final class Alignment {

  /** Deletions and insertions together that are looked for between two anchors. */
  static final int EDITS = 600;

  private final int[] former;
  private final int[] later;

  /** For each of the former its partner among the later, or -1. */
  private final int[] partner;

  private Alignment(int[] former, int[] later) {
    this.former = former;
    this.later = later;
    this.partner = new int[former.length];
    Arrays.fill(partner, -1);
  }

  /** For each member of the former the index of its partner among the later, or -1. */
  public static <T> int[] of(List<T> former, List<T> later) {
    Map<T, Integer> numbers = new HashMap<>();
    Alignment alignment = new Alignment(numbered(former, numbers), numbered(later, numbers));
    int edits = EDITS;
    if (!alignment.align(0, former.size(), 0, later.size(), edits)) {
      alignment.alignAtAnchors(numbers.size());
    }
    return alignment.partner;
  }

  private static <T> int[] numbered(List<T> members, Map<T, Integer> numbers) {
    return members.stream()
        .mapToInt(member -> numbers.computeIfAbsent(member, _ -> numbers.size()))
        .toArray();
  }

  /** False, and nothing aligned but the ends, if more than this differs. */
  private boolean align(int from, int to, int laterFrom, int laterTo, int edits) {
    int a = from;
    int b = laterFrom;
    while (a < to && b < laterTo && former[a] == later[b]) {
      partner[a++] = b++;
    }
    int aEnd = to;
    int bEnd = laterTo;
    while (aEnd > a && bEnd > b && former[aEnd - 1] == later[bEnd - 1]) {
      partner[--aEnd] = --bEnd;
    }
    return aEnd == a || bEnd == b || myers(a, aEnd, b, bEnd, edits);
  }

  private boolean myers(int a, int aEnd, int b, int bEnd, int edits) {
    int n = aEnd - a;
    int m = bEnd - b;
    int most = Math.min(edits, n + m);
    if (Math.abs(n - m) > most) {
      return false;
    }
    int[] reach = new int[2 * most + 3];
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      trace.add(Arrays.copyOfRange(reach, most - d, most + d + 3));
      for (int k = -d; k <= d; k += 2) {
        int at = most + 1 + k;
        boolean down = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
        int x = down ? reach[at + 1] : reach[at - 1] + 1;
        int y = x - k;
        while (x < n && y < m && x >= 0 && y >= 0 && former[a + x] == later[b + y]) {
          x++;
          y++;
        }
        reach[at] = x;
        if (x >= n && y >= m) {
          walkBack(trace, a, n, b, m);
          return true;
        }
      }
    }
    return false;
  }

  /** Each trace is the reach before step d, of the diagonals -d-1 to d+1. */
  private void walkBack(List<int[]> trace, int a, int n, int b, int m) {
    int x = n;
    int y = m;
    for (int d = trace.size() - 1; d >= 0; d--) {
      int[] reach = trace.get(d);
      int k = x - y;
      int at = d + 1 + k;
      boolean down = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
      int startX = d == 0 ? 0 : down ? reach[at + 1] : reach[at - 1];
      int startY = d == 0 ? 0 : startX - (down ? k + 1 : k - 1);
      int snakeX = d == 0 ? 0 : down ? startX : startX + 1;
      while (x > snakeX && y > 0) {
        partner[a + --x] = b + --y;
      }
      x = startX;
      y = startY;
    }
  }

  private void alignAtAnchors(int kinds) {
    Arrays.fill(partner, -1);
    int a = 0;
    int b = 0;
    for (int[] anchor : rising(unique(kinds))) {
      align(a, anchor[0], b, anchor[1], EDITS);
      partner[anchor[0]] = anchor[1];
      a = anchor[0] + 1;
      b = anchor[1] + 1;
    }
    align(a, former.length, b, later.length, EDITS);
  }

  /** Pairs of what occurs once in each sequence, in the former's order. */
  private List<int[]> unique(int kinds) {
    int[] place = places(later, kinds);
    int[] mine = places(former, kinds);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < former.length; i++) {
      if (mine[former[i]] == i && place[former[i]] >= 0) {
        pairs.add(new int[] {i, place[former[i]]});
      }
    }
    return pairs;
  }

  /** Where each kind stands; -1 if nowhere, -2 if more than once. */
  private static int[] places(int[] members, int kinds) {
    int[] places = new int[kinds];
    Arrays.fill(places, -1);
    for (int i = 0; i < members.length; i++) {
      places[members[i]] = places[members[i]] == -1 ? i : -2;
    }
    return places;
  }

  /** The longest choice of pairs that rises in both (patience sorting). */
  private static List<int[]> rising(List<int[]> pairs) {
    int[] tops = new int[pairs.size()];
    int[] before = new int[pairs.size()];
    int piles = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = piles;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(tops[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : tops[low - 1];
      tops[low] = i;
      piles = Math.max(piles, low + 1);
    }
    List<int[]> rising = new ArrayList<>();
    for (int i = piles == 0 ? -1 : tops[piles - 1]; i >= 0; i = before[i]) {
      rising.add(pairs.get(i));
    }
    return rising.reversed();
  }
}
