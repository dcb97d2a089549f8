package dateline.clearance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long offices have to answer.
 *
 * @param kinds of note it is for, in any case; empty for all
 * @param urgent whether it is for urgent notes alone or for others alone; empty for both
 * @param within working time
 */
public record Deadline(List<String> kinds, Optional<Boolean> urgent, Duration within) {
  public Deadline {
    kinds = List.copyOf(kinds);
  }

  boolean isFor(Optional<String> kind, boolean asUrgent) {
    return urgent.map(only -> only == asUrgent).orElse(true)
        && (kinds.isEmpty()
            || kind.filter(
                    its -> kinds.stream().anyMatch(ours -> Words.of(ours).equals(Words.of(its))))
                .isPresent());
  }
}
