package dateline.drafting;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.kernel.Decision;
import dateline.note.Finding;
import dateline.note.MediaNote;
import java.util.ArrayList;
import java.util.List;
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

  Decision<DraftingEvent> decide(int expected, List<Waiver> waivers, Manuscript text) {
    if (expected != text.current().number()) {
      return Refusals.stale(expected, text);
    }
    List<String> missing = TextLimits.missing(text.current().note());
    if (!missing.isEmpty()) {
      return Decision.refuse(
          "INCOMPLETE",
          "The text has no %s; add what is missing, then submit it."
              .formatted(String.join(", no ", missing)));
    }
    Set<String> blocking = blocking(text);
    Set<String> unknown =
        waivers.stream()
            .map(Waiver::code)
            .filter(code -> !blocking.contains(code))
            .collect(toCollection(TreeSet::new));
    return unknown.isEmpty()
        ? submitUnlessBlocked(waivers, blocking, text)
        : unknownWaivers(unknown, blocking);
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
      List<Waiver> waivers, Set<String> blocking, Manuscript text) {
    List<Waiver> used = new ArrayList<>();
    for (Waiver waiver : waivers) {
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
    Revision current = text.current();
    return Decision.accept(
        new NoteSubmitted(
            current.number(),
            current.note(),
            current.digest(),
            text.contributors(),
            used,
            text.agreed().carried(),
            text.attachments().files()));
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
