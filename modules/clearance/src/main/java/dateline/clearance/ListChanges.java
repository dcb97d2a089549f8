package dateline.clearance;

import dateline.kernel.OfficeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the action office changed in the list that the rules made; it holds for later texts too.
 *
 * @param added by office
 * @param removed never a mandatory line
 */
record ListChanges(Map<OfficeId, ClearanceLine> added, Set<OfficeId> removed) {

  static final ListChanges NONE = new ListChanges(Map.of(), Set.of());

  ListChanges {
    added = Map.copyOf(added);
    removed = Set.copyOf(removed);
  }

  ListChanges adding(ClearanceLine line) {
    Map<OfficeId, ClearanceLine> more = new LinkedHashMap<>(added);
    more.put(line.office(), line);
    Set<OfficeId> fewer = new HashSet<>(removed);
    fewer.remove(line.office());
    return new ListChanges(more, fewer);
  }

  ListChanges removing(OfficeId office) {
    Map<OfficeId, ClearanceLine> fewer = new LinkedHashMap<>(added);
    fewer.remove(office);
    Set<OfficeId> more = new HashSet<>(removed);
    more.add(office);
    return new ListChanges(fewer, more);
  }

  /** The list of the rules with these changes. What is mandatory by now stays. */
  ClearanceList in(ClearanceList byRule) {
    List<ClearanceLine> lines = new ArrayList<>();
    byRule.lines().stream()
        .filter(line -> line.mandatory() || !removed.contains(line.office()))
        .forEach(lines::add);
    added.values().stream()
        .sorted((one, other) -> one.office().value().compareTo(other.office().value()))
        .forEach(lines::add);
    return byRule.withLines(lines);
  }
}
