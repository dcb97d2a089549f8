package dateline.launcher.imports;

import dateline.launcher.imports.PatientDesk.Known;
import dateline.note.MediaNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which versions of a note the desk has, and which are to be sent. Versions keep their order: what
 * stands before one that the desk has is not put in after it.
 *
 * @param steps the versions to be sent, oldest first
 * @param outcomes of the others, by their index
 */
record History(List<Step> steps, Map<Integer, Outcome> outcomes) {

  /**
   * A version as it is to be sent.
   *
   * @param index among the note's versions
   * @param name its own, and a number if the note said the same before: {@code "….2"}
   */
  record Step(int index, SourceVersion version, String name, MediaNote note) {
    Step named(String other) {
      return new Step(index, version, other, note);
    }

    /** What it is named before it is known how often the note said the same. */
    String base() {
      return version.name();
    }
  }

  /**
   * @param read versions that differ from the one before them, oldest first
   */
  static History of(List<Step> read, Optional<Known> known) {
    List<String> there = known.map(Known::versions).orElse(List.of());
    Map<Integer, Outcome> outcomes = new HashMap<>();
    int next = 0;
    int newest = -1;
    for (int i = 0; i < read.size(); i++) {
      int at = find(there, read.get(i).base(), next);
      if (at >= 0) {
        next = at + 1;
        newest = i;
        outcomes.put(read.get(i).index(), Outcome.ALREADY_THERE);
      }
    }
    List<String> names = new ArrayList<>(there);
    List<Step> steps = new ArrayList<>();
    Optional<Instant> since = known.flatMap(Known::newest).map(Instant::parse);
    for (int i = 0; i < read.size(); i++) {
      Step step = read.get(i);
      boolean older =
          i <= newest
              || step.version()
                  .updated()
                  .filter(at -> since.filter(at::isBefore).isPresent())
                  .isPresent();
      if (!outcomes.containsKey(step.index())) {
        if (older) {
          outcomes.put(step.index(), Outcome.OLDER);
        } else {
          String name = name(names, step.base());
          names.add(name);
          steps.add(step.named(name));
        }
      }
    }
    return new History(steps, outcomes);
  }

  private static int find(List<String> there, String base, int from) {
    for (int i = from; i < there.size(); i++) {
      if (base(there.get(i)).equals(base)) {
        return i;
      }
    }
    return -1;
  }

  private static String name(List<String> names, String base) {
    long before = names.stream().filter(name -> base(name).equals(base)).count();
    return before == 0 ? base : base + '.' + (before + 1);
  }

  private static String base(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
