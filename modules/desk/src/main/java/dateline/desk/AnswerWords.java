package dateline.desk;

import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.OfficeList.Line;
import dateline.desk.Standing.Answered;
import dateline.desk.Standing.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What is told of a clearance to who answers by a link: which office has the text, and what is
 * recorded of their own. What others said of it is not theirs to read.
 *
 * @param zone of their office
 */
record AnswerWords(ReadModel model, ZoneId zone) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu, h:mm a z", Locale.US);

  /** {@code "Monday, March 2, 2026, 9:30 AM EST"}. */
  String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  String office(String id) {
    return model.office(id).map(OfficeEntry::name).orElse(id);
  }

  String person(String id) {
    return model.person(id).map(PersonEntry::name).orElse(id);
  }

  /** Where a line of the list is: {@code "has it, until Monday, …"}. */
  String of(LineStates states, Line line) {
    return switch (states.stateOf(line)) {
      case NOT_YET_ASKED -> "is asked later";
      case ASKED, REMINDED -> line.isToAnswer() ? "has it" + until(states, line) : "is informed";
      case SILENT -> "has it; its time is over";
      case CLEARED -> "has cleared it";
      case KEPT -> "cleared an earlier text, and that stands";
      case CLEARED_WITH_EDITS -> "has cleared it with edits, which the drafter takes or leaves";
      case NOT_CLEARED -> "has not cleared it";
      case SEEN -> "has seen it";
      case PASSED_OVER -> "is not waited for";
    };
  }

  private String until(LineStates states, Line line) {
    return states
        .clearance()
        .standing(line.office())
        .turn()
        .flatMap(Turn::due)
        .map(due -> ", until " + moment(due))
        .orElse("");
  }

  /** What is recorded of the holder's office about their text, and counts, in one sentence. */
  Optional<String> recorded(Holder holder) {
    String office = holder.link().office();
    LineStates states = new LineStates(holder.note().clearance());
    return holder
        .line()
        .flatMap(states::answerOf)
        .filter(said -> said.digest().equals(holder.link().digest()))
        .map(said ->
            "%s %s this text: said by %s%s on %s%s."
                .formatted(
                    office(office),
                    verb(said.answer()),
                    person(said.person()),
                    channel(said.channel()),
                    moment(said.at()),
                    reason(said)));
  }

  private static String verb(String answer) {
    return switch (answer) {
      case "CLEARED" -> "has cleared";
      case "CLEARED_WITH_EDITS" -> "has cleared, with edits,";
      case "NOT_CLEARED" -> "has not cleared";
      default -> "has seen";
    };
  }

  private static String channel(String channel) {
    return switch (channel) {
      case "LINK" -> " by link";
      case "EMAIL" -> " by e-mail";
      case "PHONE" -> " by phone";
      default -> " at the desk";
    };
  }

  private static String reason(Answered said) {
    return said.reason().isEmpty() ? "" : ", with the words “" + said.reason() + "”";
  }
}
