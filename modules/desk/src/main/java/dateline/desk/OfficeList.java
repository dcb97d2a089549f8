package dateline.desk;

import dateline.desk.Standing.Decided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whom a text is sent to, and how that list changed.
 *
 * @param directoryVersion of the rules that made it
 * @param owner office id of the action office, which alone changes it; empty in notes of before
 *     lists had one
 * @param approvers how many people must give the final approval
 * @param removed offices that were taken off it and are not back, oldest first
 * @param proposed offices that others would have asked and are not, oldest first
 */
record OfficeList(
    long directoryVersion,
    String owner,
    int approvers,
    List<Line> lines,
    List<Removed> removed,
    List<Proposed> proposed) {

  /** From the weakest. */
  private static final List<String> POWERS = List.of("INFORM", "CONSULT", "CLEAR");

  static final OfficeList NONE = new OfficeList(0, "", 1, List.of(), List.of(), List.of());

  OfficeList {
    lines = List.copyOf(lines);
    removed = List.copyOf(removed);
    proposed = List.copyOf(proposed);
  }

  /**
   * One line.
   *
   * @param power CLEAR, CONSULT or INFORM
   * @param because the rules that put it there, or why it was added
   * @param stage from 1
   * @param within working time to answer; empty if its silence is not recorded
   * @param added by whom, if not by a rule
   */
  record Line(
      String office,
      String power,
      boolean mandatory,
      String because,
      int stage,
      Optional<Duration> within,
      Optional<Decided> added) {

    boolean mustClear() {
      return power.equals("CLEAR");
    }

    /** Whether it is asked to say more than that it has seen the text. */
    boolean isToAnswer() {
      return !power.equals("INFORM");
    }

    /** This line as the action office strengthened it. */
    private Line and(Line other) {
      return new Line(
          office,
          POWERS.indexOf(power) >= POWERS.indexOf(other.power) ? power : other.power,
          mandatory || other.mandatory,
          because.contains(other.because) ? because : because + "; " + other.because,
          Math.min(stage, other.stage),
          within.or(other::within),
          other.added);
    }
  }

  /** An office that is asked no longer. */
  record Removed(String office, Decided decision) {}

  /** That an office should be asked. */
  record Proposed(String office, String power, String byOffice, Decided proposal) {

    private boolean isOn(Line line) {
      return office.equals(line.office()) && POWERS.indexOf(line.power()) >= POWERS.indexOf(power);
    }
  }

  Optional<Line> lineOf(String office) {
    return lines.stream().filter(line -> line.office().equals(office)).findFirst();
  }

  /** The working time that an office of this list has. */
  Optional<Duration> within() {
    return lines.stream().flatMap(line -> line.within().stream()).findFirst();
  }

  /** As asked for; who added a line is still known, and what was decided before stays so. */
  OfficeList requested(long directory, String itsOwner, int mustApprove, List<Line> asked) {
    List<Line> known =
        asked.stream()
            .map(line ->
                new Line(
                    line.office(),
                    line.power(),
                    line.mandatory(),
                    line.because(),
                    line.stage(),
                    line.within(),
                    lineOf(line.office()).flatMap(Line::added)))
            .toList();
    return new OfficeList(directory, itsOwner, mustApprove, known, removed, proposed).settled();
  }

  OfficeList adding(Line line) {
    List<Line> more = new ArrayList<>(lines);
    Optional<Line> there = lineOf(line.office());
    there.ifPresentOrElse(
        before -> more.set(more.indexOf(before), before.and(line)), () -> more.add(line));
    return withLines(more).settled();
  }

  OfficeList removing(Removed office) {
    List<Removed> more = new ArrayList<>(removed);
    more.add(office);
    return new OfficeList(
        directoryVersion,
        owner,
        approvers,
        without(lines, line -> line.office().equals(office.office())),
        more,
        proposed);
  }

  OfficeList proposing(Proposed office) {
    List<Proposed> more = new ArrayList<>(proposed);
    more.add(office);
    return new OfficeList(directoryVersion, owner, approvers, lines, removed, more);
  }

  private OfficeList withLines(List<Line> others) {
    return new OfficeList(directoryVersion, owner, approvers, others, removed, proposed);
  }

  /** What is on the list is neither removed nor only proposed. */
  private OfficeList settled() {
    return new OfficeList(
        directoryVersion,
        owner,
        approvers,
        lines,
        without(removed, gone -> lineOf(gone.office()).isPresent()),
        without(proposed, one -> lines.stream().anyMatch(one::isOn)));
  }

  private static <T> List<T> without(List<T> all, Predicate<T> these) {
    return all.stream().filter(these.negate()).toList();
  }
}
