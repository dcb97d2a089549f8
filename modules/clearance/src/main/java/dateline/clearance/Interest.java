package dateline.clearance;

import dateline.note.Digest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a text concerns an office.
 *
 * @param passages digests of the canonical lines that made a rule ask the office, in the text's
 *     order; empty if the whole text concerns it
 */
public record Interest(List<Digest> passages) {

  /** All of it. */
  public static final Interest WHOLE = new Interest(List.of());

  public Interest {
    passages = List.copyOf(passages);
  }

  boolean isWhole() {
    return passages.isEmpty();
  }

  /** Whether these very passages, and no others, concern it in both texts. */
  boolean isUnchangedIn(Interest other) {
    return !isWhole() && passages.equals(other.passages);
  }

  /** Both as one: all of the text if either is. */
  Interest and(Interest other) {
    if (isWhole() || other.isWhole()) {
      return WHOLE;
    }
    Set<Digest> both = new LinkedHashSet<>(passages);
    both.addAll(other.passages);
    return new Interest(List.copyOf(both));
  }
}
