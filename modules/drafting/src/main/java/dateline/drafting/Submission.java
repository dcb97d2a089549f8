package dateline.drafting;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.note.Finding;
import dateline.note.MediaNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rules of handing a text in.
 *
 * @param checks what is wrong with a text; pure. A finding that blocks must be waived to submit
 */
record Submission(Function<MediaNote, List<Finding>> checks) {

  /** Blocks a translation whose source has changed; waived like a finding. */
  static final String STALE_TRANSLATION = "STALE_TRANSLATION";

  Decision<DraftingEvent> decide(SubmitNote command, Manuscript text) {
    if (command.expectedRevision() != text.current().number()) {
      return Refusals.stale(command.expectedRevision(), text);
    }
    Optional<Decision<DraftingEvent>> incomplete = incomplete(text);
    if (incomplete.isPresent()) {
      return incomplete.get();
    }
    Set<String> blocking = blocking(text);
    Set<String> unknown =
        command.waivers().stream()
            .map(Waiver::code)
            .filter(code -> !blocking.contains(code))
            .collect(toCollection(TreeSet::new));
    return unknown.isEmpty()
        ? submitUnlessBlocked(command, blocking, text)
        : unknownWaivers(unknown, blocking);
  }

  /**
   * A submitted note is taken back, edited and handed in again, all of it or nothing. A waiver was
   * given for a text that was read, so none is used again.
   */
  Decision<DraftingEvent> takeEdits(
      Envelope<DraftingCommand> command, TakeEdits edits, boolean urgent, Manuscript text) {
    Optional<Decision<DraftingEvent>> notTaken = Writing.notTaken(edits, text);
    if (notTaken.isPresent()) {
      return notTaken.get();
    }
    DraftRevised revised = Writing.taken(edits, text);
    Manuscript edited = text.after(command.event(0, revised), revised);
    Optional<Decision<DraftingEvent>> incomplete = incomplete(edited);
    if (incomplete.isPresent()) {
      return incomplete.get();
    }
    Set<String> blocking = blocking(edited);
    if (!blocking.isEmpty()) {
      return Decision.refuse(
          "BLOCKING_FINDINGS",
          "The edited text has findings that block it: %s; recall the note and revise it by hand."
              .formatted(String.join(", ", blocking)));
    }
    List<DraftingEvent> events = new ArrayList<>();
    events.add(
        new NoteRecalled(
            text.current().number(),
            text.current().digest(),
            "The edits that %s proposed are taken.".formatted(edits.proposedBy())));
    events.addAll(Writing.with(revised, text));
    events.add(submitted(edited, List.of(), urgent));
    return Decision.accept(events);
  }

  private static Optional<Decision<DraftingEvent>> incomplete(Manuscript text) {
    List<String> missing = TextLimits.missing(text.current().note());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Decision.refuse(
                "INCOMPLETE",
                "The text has no %s; add what is missing, then submit it."
                    .formatted(String.join(", no ", missing))));
  }

  private Set<String> blocking(Manuscript text) {
    Set<String> blocking =
        checks.apply(text.current().note()).stream()
            .filter(finding -> finding.severity() == Finding.Severity.BLOCKS)
            .map(Finding::code)
            .collect(toCollection(TreeSet::new));
    if (text.translations().isStale()) {
      blocking.add(STALE_TRANSLATION);
    }
    return blocking;
  }

  /**
   * One waiver of each blocking code is used and recorded. Of what does not block there is none.
   */
  private static Decision<DraftingEvent> submitUnlessBlocked(
      SubmitNote command, Set<String> blocking, Manuscript text) {
    List<Waiver> used = new ArrayList<>();
    for (Waiver waiver : command.waivers()) {
      if (blocking.remove(waiver.code())) {
        used.add(waiver);
      }
    }
    String bare =
        used.stream()
            .filter(waiver -> !TextLimits.isReason(waiver.reason()))
            .map(Waiver::code)
            .collect(joining(", "));
    if (!bare.isEmpty()) {
      return Decision.refuse(
          "WAIVER_WITHOUT_REASON",
          "A finding is waived with a reason of 1 to %d characters; give one for %s."
              .formatted(TextLimits.REASON, bare));
    }
    if (!blocking.isEmpty()) {
      return Decision.refuse(
          "BLOCKING_FINDINGS",
          "The text has findings that block it: %s; mend them, or waive each with a reason."
              .formatted(String.join(", ", blocking)));
    }
    return Decision.accept(submitted(text, used, command.urgent()));
  }

  private static NoteSubmitted submitted(Manuscript text, List<Waiver> waivers, boolean urgent) {
    Revision current = text.current();
    return new NoteSubmitted(
        current.number(),
        current.note(),
        current.digest(),
        text.contributors(),
        waivers,
        text.agreed().carried(),
        text.attachments().files(),
        urgent);
  }

  private static Decision<DraftingEvent> unknownWaivers(Set<String> unknown, Set<String> blocking) {
    return Decision.refuse(
        "UNKNOWN_WAIVER",
        "There is nothing to waive with %s in this text; %s."
            .formatted(
                String.join(", ", unknown),
                blocking.isEmpty()
                    ? "nothing blocks it, submit it without"
                    : "what blocks it is " + String.join(", ", blocking)));
  }
}
