package dateline.clearance;

import dateline.clearance.ClearanceCommand.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.testkit.EveryPath.Books;
import dateline.testkit.EveryPath.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a walk knows by itself of who wrote, whom was asked and who cleared what. It never looks
 * into the decider's states.
 *
 * @param asked the text last asked for, empty before the first request
 * @param mustClear offices that had to clear it
 * @param writers everyone who contributed to any text asked for
 * @param clearings what was cleared of the text last asked for and not objected to since
 */
record ClearanceBooks(
    Optional<Digest> asked, Set<OfficeId> mustClear, Set<PersonId> writers, Set<Clearing> clearings)
    implements Books<ClearanceCommand, ClearanceEvent, ClearanceBooks> {

  /** Who cleared which text for which office. */
  record Clearing(OfficeId office, PersonId person, Digest digest) {}

  static final ClearanceBooks EMPTY =
      new ClearanceBooks(Optional.empty(), Set.of(), Set.of(), Set.of());

  ClearanceBooks {
    mustClear = Set.copyOf(mustClear);
    writers = Set.copyOf(writers);
    clearings = Set.copyOf(clearings);
  }

  @Override
  public ClearanceBooks after(Step<ClearanceCommand> step, List<ClearanceEvent> events) {
    return switch (step.command()) {
      case RequestClearance request ->
          events.stream().anyMatch(ClearanceRequested.class::isInstance)
              ? asked(request.text(), request.list())
              : this;
      case AnswerForOffice(var digest, var answer, _) -> {
        Set<Clearing> more = new HashSet<>(clearings);
        if (answer == Answer.CLEARED) {
          more.add(new Clearing(step.actor().office(), step.actor().person(), digest));
        } else {
          more.removeIf(clearing -> clearing.office().equals(step.actor().office()));
        }
        yield new ClearanceBooks(asked, mustClear, writers, more);
      }
      case ApproveNote _, SuspendClearance _ -> this;
    };
  }

  private ClearanceBooks asked(SubmittedText text, ClearanceList list) {
    Set<PersonId> all = new HashSet<>(writers);
    all.addAll(text.contributors());
    Set<OfficeId> must =
        list.lines().stream()
            .filter(line -> line.power() == Power.CLEAR)
            .map(ClearanceLine::office)
            .collect(Collectors.toSet());
    boolean same = asked.equals(Optional.of(text.digest()));
    return new ClearanceBooks(Optional.of(text.digest()), must, all, same ? clearings : Set.of());
  }

  @Override
  public boolean isGoal(List<ClearanceEvent> events) {
    return events.stream().anyMatch(NoteCleared.class::isInstance);
  }

  @Override
  public Optional<String> wrongWith(Step<ClearanceCommand> step, List<ClearanceEvent> events) {
    return events.stream()
        .filter(NoteCleared.class::isInstance)
        .map(NoteCleared.class::cast)
        .flatMap(cleared -> wrongWith(step, cleared).stream())
        .findFirst();
  }

  /** Why this text must not have been cleared by this approver, or empty. */
  private Optional<String> wrongWith(Step<ClearanceCommand> step, NoteCleared cleared) {
    PersonId approver = step.actor().person();
    if (step.actor().role() != Role.APPROVER) {
      return Optional.of("cleared by a " + step.actor().role());
    }
    if (!asked.equals(Optional.of(cleared.text().digest()))
        || !Digest.of(cleared.text().note()).equals(cleared.text().digest())) {
      return Optional.of("another text was cleared than the one asked for last");
    }
    if (step.command() instanceof ApproveNote(var read) && !asked.equals(Optional.of(read))) {
      return Optional.of("the approver read another text");
    }
    if (writers.contains(approver)) {
      return Optional.of("the approver wrote part of it");
    }
    if (mustClear.isEmpty()) {
      return Optional.of("nobody had to clear it");
    }
    return mustClear.stream()
        .filter(office -> !isClearedFor(office, approver))
        .findFirst()
        .map(office -> office + " did not clear it by anybody but its writers and approver");
  }

  private boolean isClearedFor(OfficeId office, PersonId approver) {
    return clearings.stream()
        .anyMatch(clearing ->
            clearing.office().equals(office)
                && asked.equals(Optional.of(clearing.digest()))
                && !clearing.person().equals(approver)
                && !writers.contains(clearing.person()));
  }
}
