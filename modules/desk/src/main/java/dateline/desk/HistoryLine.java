package dateline.desk;

import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that happened to a note.
 *
 * @param engine whose event it is: {@code "clearance"}
 * @param number of the event among that engine's, from 1
 * @param what the event's name: {@code "OfficeAnswered"}
 * @param detail for people; may be empty
 * @param commandId the command that caused it
 */
record HistoryLine(
    Instant at,
    String engine,
    long number,
    String what,
    String person,
    String office,
    String role,
    String detail,
    String eventId,
    String commandId) {

  /** Oldest first. What Dateline does itself follows, at the same instant, what a person did. */
  static final Comparator<HistoryLine> IN_ORDER =
      Comparator.comparing(HistoryLine::at)
          .thenComparing(line -> line.role().equals("SYSTEM"))
          .thenComparingInt(line -> order(line.engine()))
          .thenComparingLong(HistoryLine::number);

  private static int order(String engine) {
    return switch (engine) {
      case "drafting" -> 0;
      case "clearance" -> 1;
      default -> 2;
    };
  }
}
