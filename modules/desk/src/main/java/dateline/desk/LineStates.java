package dateline.desk;

import dateline.desk.OfficeList.Line;
import dateline.desk.Standing.Answered;
import dateline.desk.Standing.Turn;
import java.util.List;
import java.util.Optional;

/** What a clearance means for each line of its list: whose answer counts, and who still has it. */
record LineStates(Clearance clearance) {

  /** Where a line of the list is. */
  enum LineState {
    NOT_YET_ASKED,
    ASKED,
    REMINDED,
    SILENT,
    CLEARED,
    /** Cleared a former text, which stands for this one. */
    KEPT,
    CLEARED_WITH_EDITS,
    NOT_CLEARED,
    SEEN,
    PASSED_OVER
  }

  /** Whether this person can have a say: they neither wrote any of it nor stepped aside. */
  private boolean isOpenTo(String person) {
    return !clearance.asked().contributors().contains(person)
        && !clearance.recused().containsKey(person);
  }

  /** The answer of this line's office, if it counts. A mandatory office's is never kept. */
  Optional<Answered> answerOf(Line line) {
    return clearance
        .standing(line.office())
        .about(clearance.digest())
        .filter(said -> said.digest().equals(clearance.digest()) || !line.mandatory())
        .filter(said ->
            isOpenTo(said.person())
                && said.deputyFor().map(this::isOpenTo).orElse(true)
                && said.recordedBy().map(this::isOpenTo).orElse(true));
  }

  private boolean isSettled(Line line) {
    return clearance.standing(line.office()).passedOver().isPresent()
        || answerOf(line).filter(Answered::isCleared).isPresent();
  }

  /** Offices that must clear, and have not, and without which nobody went on. */
  List<String> open() {
    return clearance.lines().stream()
        .filter(line -> line.mustClear() && !isSettled(line))
        .map(Line::office)
        .toList();
  }

  /** Whether it is this line's turn: all of former stages that must clear have. */
  boolean isTurnOf(Line line) {
    int stage =
        clearance.lines().stream()
            .filter(other -> other.mustClear() && !isSettled(other))
            .mapToInt(Line::stage)
            .min()
            .orElse(Integer.MAX_VALUE);
    return line.stage() <= stage || clearance.standing(line.office()).turn().isPresent();
  }

  LineState stateOf(Line line) {
    Standing standing = clearance.standing(line.office());
    if (standing.passedOver().isPresent()) {
      return LineState.PASSED_OVER;
    }
    Optional<Answered> answer = answerOf(line);
    if (answer.isPresent()) {
      return answer.get().digest().equals(clearance.digest())
          ? LineState.valueOf(answer.get().answer())
          : LineState.KEPT;
    }
    Optional<Turn> turn = standing.turn();
    if (turn.flatMap(Turn::silentSince).isPresent()) {
      return LineState.SILENT;
    }
    if (turn.flatMap(Turn::remindedAt).isPresent()) {
      return LineState.REMINDED;
    }
    return isTurnOf(line) ? LineState.ASKED : LineState.NOT_YET_ASKED;
  }

  /** Lines whose offices have it, at present, to answer. */
  List<Line> waitingFor() {
    return clearance.isAsking()
        ? clearance.lines().stream().filter(Line::isToAnswer).filter(this::isWaitingFor).toList()
        : List.of();
  }

  private boolean isWaitingFor(Line line) {
    return switch (stateOf(line)) {
      case ASKED, REMINDED, SILENT -> true;
      case NOT_YET_ASKED, CLEARED, KEPT, CLEARED_WITH_EDITS, NOT_CLEARED, SEEN, PASSED_OVER ->
          false;
    };
  }

  /** Lines whose offices proposed edits that the action office neither took nor left. */
  List<Line> withEdits() {
    return clearance.isAsking()
        ? clearance.lines().stream()
            .filter(line -> stateOf(line) == LineState.CLEARED_WITH_EDITS)
            .toList()
        : List.of();
  }
}
