package dateline.launcher.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What an import has done so far. Any thread may add. */
final class Tally {

  /** Troubles that are kept to be listed at the end; each is told when it is met. */
  private static final int KEPT = 1_000;

  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final List<Trouble> troubles = new ArrayList<>();
  private final Consumer<Trouble> told;
  private long notes;
  private long deleted;
  private long refusedBefore;
  private LeftOut scripts = LeftOut.NONE;
  private LeftOut unsafeLinks = LeftOut.NONE;

  /**
   * @param told is given each trouble as it is met
   */
  Tally(Consumer<Trouble> told) {
    this.told = told;
  }

  /** The first version of a note is done with; the others may take long. */
  synchronized void note() {
    notes++;
  }

  /** A note is done with: what became of each of its versions. */
  synchronized void count(Collection<Outcome> versions) {
    versions.forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
  }

  /** Something that a reader refused before it was a version of any note. */
  synchronized void unread(Trouble trouble) {
    refusedBefore += trouble.refused() ? 1 : 0;
    tell(trouble);
  }

  synchronized void deleted(DeletedEntry entry) {
    deleted++;
    tell(entry.told());
  }

  /** A version had scripts. */
  synchronized void scripts(Place place) {
    scripts = scripts.and(place);
  }

  /** A version had links that are not safe. */
  synchronized void unsafeLinks(Place place) {
    unsafeLinks = unsafeLinks.and(place);
  }

  synchronized void tell(Trouble trouble) {
    if (troubles.size() < KEPT) {
      troubles.add(trouble);
    }
    told.accept(trouble);
  }

  synchronized long notes() {
    return notes;
  }

  synchronized Summary summary() {
    return new Summary(
        of(Outcome.MADE),
        of(Outcome.REVISED),
        of(Outcome.ALREADY_THERE),
        of(Outcome.UNCHANGED),
        of(Outcome.OLDER),
        of(Outcome.REFUSED) + refusedBefore,
        deleted,
        scripts,
        unsafeLinks,
        List.copyOf(troubles));
  }

  private long of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
