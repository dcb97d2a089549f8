package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hours, times and absences of the directory, for people. */
final class DirectoryText {

  private DirectoryText() {}

  /** {@code "monday tuesday, 09:00 to 17:00, 3 holidays"}; empty without hours. */
  static String hours(JsonNode hours) {
    if (hours.isMissingNode()) {
      return "";
    }
    String holidays =
        hours.path("holidays").isEmpty()
            ? ""
            : ", " + NoteText.many(hours.path("holidays").size(), "holiday");
    return "%s, %s to %s%s"
        .formatted(
            days(hours.path("days")),
            hours.path("from").asText(),
            hours.path("until").asText(),
            holidays);
  }

  private static String days(JsonNode days) {
    List<String> all = new ArrayList<>();
    days.forEach(day -> all.add(day.asText().toLowerCase(Locale.ROOT)));
    return all.equals(List.of("monday", "tuesday", "wednesday", "thursday", "friday"))
        ? "monday to friday"
        : String.join(" ", all);
  }

  /** {@code ", in stage 2"}; empty for the first. */
  static String stage(JsonNode rule) {
    int stage = rule.path("stage").asInt(1);
    return stage == 1 ? "" : ", in stage " + stage;
  }

  /** Who stands in for this person and when they are away, a line each. */
  static String stead(JsonNode person) {
    StringBuilder out = new StringBuilder();
    person
        .path("deputies")
        .forEach(deputy ->
            out.append(
                "  %-22s deputy %s, %s%n"
                    .formatted("", deputy.path("person").asText(), span(deputy))));
    person.path("away").forEach(days -> out.append("  %-22s away %s%n".formatted("", span(days))));
    return out.toString();
  }

  private static String span(JsonNode days) {
    return "%s to %s".formatted(days.path("from").asText(), days.path("until").asText());
  }

  /** In which time offices answer, which notes two people approve, and what an emergency owes. */
  static String times(JsonNode directory) {
    StringBuilder out = new StringBuilder();
    if (!directory.path("deadlines").isEmpty()) {
      out.append("\nHow long offices have, the first that is met\n");
    }
    directory
        .path("deadlines")
        .forEach(deadline ->
            out.append(
                "  %-22s %s%n"
                    .formatted(within(deadline.path("within").asText()), notes(deadline))));
    if (!directory.path("twoApprovers").isEmpty()) {
      out.append("\nWhat two people approve\n");
    }
    directory
        .path("twoApprovers")
        .forEach(rule -> out.append("  %s%n".formatted(rule.path("because").asText())));
    if (directory.has("emergency")) {
      out.append(
          "%nAfter an emergency the offices clear within %s.%n"
              .formatted(within(directory.path("emergency").path("within").asText())));
    }
    return out.toString();
  }

  /** {@code "urgent notes, Readout or Media Note"}. */
  private static String notes(JsonNode deadline) {
    String which =
        !deadline.has("urgent")
            ? "notes"
            : deadline.path("urgent").asBoolean() ? "urgent notes" : "notes that are not urgent";
    List<String> kinds = new ArrayList<>();
    deadline.path("kinds").forEach(kind -> kinds.add(kind.asText()));
    return kinds.isEmpty() ? "all " + which : which + " of the kind " + String.join(" or ", kinds);
  }

  /** {@code "1 h 30 min"} of working time. */
  private static String within(String iso) {
    Duration within = Duration.parse(iso);
    String hours = within.toHours() == 0 ? "" : within.toHours() + " h";
    String minutes = within.toMinutesPart() == 0 ? "" : within.toMinutesPart() + " min";
    return (hours + " " + minutes).strip();
  }
}
