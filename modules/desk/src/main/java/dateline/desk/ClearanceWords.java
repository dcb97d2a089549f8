package dateline.desk;

import dateline.desk.OfficeList.Line;
import dateline.desk.Standing.Answered;
import dateline.desk.Standing.Decided;
import dateline.desk.Standing.Kept;
import dateline.desk.Standing.Turn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Where a line of a clearance list is, in words: who said what of which text, or until when. */
final class ClearanceWords {

  private ClearanceWords() {}

  static String of(LineStates states, Line line) {
    Clearance clearance = states.clearance();
    Standing standing = clearance.standing(line.office());
    String words =
        switch (states.stateOf(line)) {
          case NOT_YET_ASKED -> "not asked yet, of stage " + line.stage();
          case ASKED, REMINDED, SILENT ->
              turn(
                  standing
                      .turn()
                      .orElse(Turn.of(clearance.asked().at(), Optional.empty(), Optional.empty())));
          case CLEARED, CLEARED_WITH_EDITS, NOT_CLEARED, SEEN ->
              states.answerOf(line).map(ClearanceWords::answer).orElse("");
          case KEPT ->
              states.answerOf(line).map(ClearanceWords::answer).orElse("")
                  + ", which is kept: "
                  + standing.kept().map(Kept::decision).map(Decided::reason).orElse("");
          case PASSED_OVER ->
              standing
                  .passedOver()
                  .map(
                      passed -> "passed over by %s: %s".formatted(passed.person(), passed.reason()))
                  .orElse("");
        };
    boolean isVoid =
        standing.about(clearance.digest()).isPresent() && states.answerOf(line).isEmpty();
    String voided =
        isVoid
            ? standing
                .answer()
                .map(said -> "; what %s said counts no longer".formatted(said.person()))
                .orElse("")
            : "";
    return words + voided + line.added().map(by -> "; added by " + by.person()).orElse("");
  }

  private static String turn(Turn turn) {
    String asked =
        "asked at %s%s"
            .formatted(
                second(turn.since()),
                turn.due().map(due -> ", to answer until " + second(due)).orElse(""));
    return turn.silentSince()
        .map(since -> asked + ", silent since " + second(since))
        .or(() -> turn.remindedAt().map(at -> asked + ", reminded at " + second(at)))
        .orElse(asked);
  }

  private static String answer(Answered said) {
    String what =
        switch (said.answer()) {
          case "CLEARED" -> "cleared revision %d";
          case "CLEARED_WITH_EDITS" -> "cleared revision %d with edits";
          case "NOT_CLEARED" -> "did not clear revision %d";
          default -> "saw revision %d";
        };
    return what.formatted(said.revision())
        + (said.reason().isEmpty() ? "" : " (" + said.reason() + ')')
        + said.deputyFor().map(person -> ", by a deputy for " + person).orElse("")
        + channel(said.channel())
        + said.recordedBy().map(person -> ", recorded by " + person).orElse("");
  }

  private static String channel(String channel) {
    return switch (channel) {
      case "PHONE" -> ", by phone";
      case "LINK" -> ", by link";
      case "EMAIL" -> ", by e-mail";
      default -> "";
    };
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
