package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.note.MediaNote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clearance's own view of the directory: its rules.
 *
 * @param version one more at each apply, from 1; 0 if none was ever applied
 * @param rules in the directory's order
 * @param calendars when each office works; one that is not in it has no deadlines
 * @param deadlines of which the first that is met counts; without any there are no deadlines
 * @param twoApprovers which notes two people must approve finally
 * @param emergencyWithin working time for clearance after the fact; empty if nothing ever passes in
 *     an emergency
 */
public record Directory(
    long version,
    List<ClearanceRule> rules,
    Map<OfficeId, OfficeHours> calendars,
    List<Deadline> deadlines,
    List<NoteCondition> twoApprovers,
    Optional<Duration> emergencyWithin) {

  /** Before any directory was applied: asks nobody, so that nothing is cleared. */
  public static final Directory NONE = new Directory(0, List.of());

  public Directory {
    rules = List.copyOf(rules);
    calendars = Map.copyOf(calendars);
    deadlines = List.copyOf(deadlines);
    twoApprovers = List.copyOf(twoApprovers);
  }

  /** Rules alone. */
  public Directory(long version, List<ClearanceRule> rules) {
    this(version, rules, Map.of(), List.of(), List.of(), Optional.empty());
  }

  /** Whom to ask about this note. Has no line if no rule is met. */
  public ClearanceList listFor(MediaNote note, Occasion occasion) {
    ReadText text = ReadText.of(note);
    List<ClearanceLine> lines =
        rules.stream()
            .flatMap(rule ->
                rule.lineFor(text, occasion, termOf(rule.line().office(), note, occasion)).stream())
            .toList();
    boolean twoApprove =
        twoApprovers.stream().anyMatch(when -> when.metBy(text, occasion).isPresent());
    return new ClearanceList(version, occasion.actionOffice(), twoApprove ? 2 : 1, lines);
  }

  /** By when a text of this office that passes now must be cleared after the fact. */
  public Optional<Instant> afterTheFact(OfficeId office, Instant now) {
    return emergencyWithin.flatMap(within ->
        Optional.ofNullable(calendars.get(office)).map(hours -> hours.after(now, within)));
  }

  private Optional<Term> termOf(OfficeId office, MediaNote note, Occasion occasion) {
    return deadlines.stream()
        .filter(deadline -> deadline.isFor(note.kind(), occasion.urgent()))
        .findFirst()
        .flatMap(deadline ->
            Optional.ofNullable(calendars.get(office))
                .map(hours -> new Term(hours, deadline.within())));
  }
}
