package dateline.launcher.directory;

import dateline.contracts.DirectoryEntryV1;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What must be written so that the log holds another directory than before. Pure.
 *
 * @param version of the directory after it, one more than before
 * @param records by key in the order to write them: what is new or differs, a tombstone (empty) for
 *     what went away, and at the end always the rules, which carry the directory's version
 */
record DirectoryChange(long version, Map<String, Optional<DirectoryEntryV1>> records) {

  /** Key of the entry that every change writes. */
  static final String RULES = "rules";

  /**
   * From what the log holds to this directory, or empty if it holds that already.
   *
   * @param held the newest entry of each key
   */
  static Optional<DirectoryChange> between(
      Map<String, DirectoryEntryV1> held, PressDirectory wanted) {
    long version =
        1 + held.values().stream().mapToLong(DirectoryEntryV1::getVersion).max().orElse(0);
    Map<String, DirectoryEntryV1> entries = DirectoryEntries.of(wanted, version);
    Map<String, Optional<DirectoryEntryV1>> records = new LinkedHashMap<>();
    for (String key : held.keySet()) {
      if (!entries.containsKey(key)) {
        records.put(key, Optional.empty());
      }
    }
    entries.forEach((key, entry) -> {
      if (!isHeld(held, key, entry)) {
        records.put(key, Optional.of(entry));
      }
    });
    if (records.isEmpty()) {
      return Optional.empty();
    }
    records.remove(RULES);
    records.put(RULES, Optional.ofNullable(entries.get(RULES)));
    return Optional.of(new DirectoryChange(version, records));
  }

  private static boolean isHeld(
      Map<String, DirectoryEntryV1> held, String key, DirectoryEntryV1 entry) {
    DirectoryEntryV1 before = held.get(key);
    return before != null
        && new DirectoryEntryV1(
                entry.getVersion(), before.getOffice(), before.getPerson(), before.getRules())
            .equals(entry);
  }
}
