package dateline.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A note as clearance left it.
 *
 * @param version how many events clearance has of it
 * @param digest of the text the offices were asked about; empty before that
 * @param answers by office id, of that text alone
 * @param approver person id; empty unless cleared
 * @param returnedBecause why it went back; empty unless returned
 */
record Clearance(
    long version,
    Status status,
    int revision,
    String digest,
    long directoryVersion,
    List<Line> lines,
    Map<String, Answered> answers,
    String approver,
    String returnedBecause) {

  enum Status {
    NOT_REQUESTED,
    UNDER_REVIEW,
    RETURNED,
    CLEARED,
    SUSPENDED
  }

  /** One line of the list; {@code power} is CLEAR, CONSULT or INFORM. */
  record Line(String office, String power, boolean mandatory, String because) {}

  /** What an office said; {@code answer} is CLEARED, NOT_CLEARED or SEEN. */
  record Answered(String answer, String person, Instant at, String reason) {}

  static final Clearance NONE =
      new Clearance(0, Status.NOT_REQUESTED, 0, "", 0, List.of(), Map.of(), "", "");

  Clearance {
    lines = List.copyOf(lines);
    answers = Map.copyOf(answers);
  }

  /** The offices are asked, those again that did not clear; what the others said of it stands. */
  Clearance requested(int newRevision, String newDigest, long directory, List<Line> newLines) {
    Map<String, Answered> kept = new HashMap<>();
    if (newDigest.equals(digest)) {
      answers.forEach((office, answered) -> {
        if (!answered.answer().equals("NOT_CLEARED")) {
          kept.put(office, answered);
        }
      });
    }
    return new Clearance(
        version + 1,
        Status.UNDER_REVIEW,
        newRevision,
        newDigest,
        directory,
        newLines,
        kept,
        "",
        "");
  }

  Clearance voided() {
    return new Clearance(
        version + 1,
        status,
        revision,
        digest,
        directoryVersion,
        lines,
        Map.of(),
        approver,
        returnedBecause);
  }

  Clearance answered(String office, Answered answered) {
    return new Clearance(
        version + 1,
        status,
        revision,
        digest,
        directoryVersion,
        lines,
        plus(office, answered),
        approver,
        returnedBecause);
  }

  /**
   * @param office empty if nobody could be asked
   */
  Clearance returned(String office, Answered answered) {
    return new Clearance(
        version + 1,
        Status.RETURNED,
        revision,
        digest,
        directoryVersion,
        lines,
        office.isEmpty() ? answers : plus(office, answered),
        "",
        answered.reason());
  }

  Clearance now(Status newStatus, String newApprover) {
    return new Clearance(
        version + 1,
        newStatus,
        revision,
        digest,
        directoryVersion,
        lines,
        answers,
        newApprover,
        "");
  }

  /** Counts an event it knows nothing about. */
  Clearance counted() {
    return new Clearance(
        version + 1,
        status,
        revision,
        digest,
        directoryVersion,
        lines,
        answers,
        approver,
        returnedBecause);
  }

  Optional<Answered> answerOf(String office) {
    return Optional.ofNullable(answers.get(office));
  }

  /** Offices that must clear and have not. */
  List<String> open() {
    return lines.stream()
        .filter(line -> line.power().equals("CLEAR"))
        .map(Line::office)
        .filter(office -> answerOf(office).filter(a -> a.answer().equals("CLEARED")).isEmpty())
        .toList();
  }

  private Map<String, Answered> plus(String office, Answered answered) {
    Map<String, Answered> all = new HashMap<>(answers);
    all.put(office, answered);
    return all;
  }
}
