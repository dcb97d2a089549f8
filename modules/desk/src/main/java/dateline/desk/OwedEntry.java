package dateline.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clearances after the fact that one office owes over all its notes.
 *
 * @param office its id
 * @param debts oldest first
 */
record OwedEntry(String office, List<Debt> debts) implements DeskEntry {

  /**
   * One of them.
   *
   * @param note its id
   * @param digest of the text that passed
   * @param authority person id of who declared the emergency
   * @param since when it passed
   * @param due by when it must be cleared
   */
  record Debt(
      String note, String digest, String authority, String reason, Instant since, Instant due) {}

  OwedEntry {
    debts = List.copyOf(debts);
  }

  static OwedEntry nothing(String office) {
    return new OwedEntry(office, List.of());
  }

  static String entryId(String office) {
    return "owed:" + office;
  }

  @Override
  public String entryId() {
    return entryId(office);
  }

  OwedEntry plus(Debt debt) {
    List<Debt> more = new ArrayList<>(without(debt.note()).debts);
    more.add(debt);
    return new OwedEntry(office, more);
  }

  OwedEntry without(String note) {
    return new OwedEntry(office, debts.stream().filter(debt -> !debt.note().equals(note)).toList());
  }
}
