package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.kernel.OfficeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a note is with the offices, for people at a terminal. */
public final class ClearanceText {

  private static final List<String> HEADS =
      List.of("OFFICE", "POWER", "STAGE", "ANSWER", "WHO", "TEXT", "UNTIL", "WHY IT IS ASKED");
  private static final String NONE = "–";

  private ClearanceText() {}

  /** Who must clear, why, who has when, and who still has it. */
  public static String of(JsonNode note) {
    JsonNode clearance = note.path("clearance");
    int width = 1;
    for (JsonNode line : clearance.path("lines")) {
      width = Math.max(width, answeredBy(line).length());
    }
    StringBuilder out = new StringBuilder();
    for (JsonNode line : clearance.path("lines")) {
      out.append(
          ("  %-8s %-34s %-18s %-" + width + "s  %s%n")
              .formatted(
                  words(line.path("power")),
                  office(line),
                  state(line),
                  answeredBy(line),
                  line.path("because").asText()));
    }
    return out.append(waiting(clearance)).append(end(clearance)).toString();
  }

  /** All there is to know: the list as a table, who still has it, and what was decided about it. */
  static String table(JsonNode note) {
    JsonNode clearance = note.path("clearance");
    if (clearance.path("lines").isEmpty()) {
      return "Nobody was asked to clear this note yet.%n".formatted();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    for (JsonNode line : clearance.path("lines")) {
      rows.add(
          List.of(
              office(line),
              words(line.path("power")) + (line.path("mandatory").asBoolean() ? "!" : ""),
              line.path("stage").asText(NONE),
              state(line),
              who(line),
              line.has("revision") ? "revision " + line.path("revision").asText() : NONE,
              line.has("due") ? NoteText.instant(line.path("due")) : NONE,
              line.path("because").asText()));
    }
    return Columns.of(rows)
        + "! is mandatory%n".formatted()
        + waiting(clearance)
        + decided(clearance)
        + end(clearance);
  }

  /** What an office owes after emergencies. */
  static String owed(JsonNode owed) {
    String office = owed.path("office").asText();
    if (owed.path("owes").isEmpty()) {
      return "%s owes nothing.%n".formatted(office);
    }
    StringBuilder out = new StringBuilder("%s owes clearance after the fact:%n".formatted(office));
    for (JsonNode debt : owed.path("owes")) {
      out.append(
          "  %s  %s%n            until %s%s; declared by %s: %s%n"
              .formatted(
                  debt.path("note").asText(),
                  debt.path("headline").asText(),
                  NoteText.instant(debt.path("due")),
                  debt.path("overdue").asBoolean() ? ", OVERDUE" : "",
                  debt.path("authority").asText(),
                  debt.path("reason").asText()));
    }
    return out.toString();
  }

  /** Who still has it. */
  private static String waiting(JsonNode clearance) {
    StringBuilder out = new StringBuilder();
    for (JsonNode one : clearance.path("waitingFor")) {
      out.append(
          one.path("for").asText().equals("EDITS")
              ? "  still with %s, which takes or leaves the edits of %s, since %s%n"
                  .formatted(
                      office(one), one.path("of").asText(), NoteText.instant(one.path("since")))
              : "  still with %s since %s%s%s%n"
                  .formatted(
                      office(one),
                      NoteText.instant(one.path("since")),
                      one.has("due") ? " until " + NoteText.instant(one.path("due")) : "",
                      one.path("silent").asBoolean() ? ", silent" : ""));
    }
    boolean isDone =
        clearance.path("state").asText().equals("UNDER_REVIEW")
            && !clearance.path("lines").isEmpty()
            && clearance.path("open").isEmpty();
    int needed = clearance.path("approvals").path("needed").asInt(1);
    if (isDone) {
      out.append(
          "  waits for the final approval%s%n"
              .formatted(
                  needed > 1
                      ? ": %d of %d given"
                          .formatted(clearance.path("approvals").path("given").size(), needed)
                      : ""));
    }
    return out.toString();
  }

  private static String decided(JsonNode clearance) {
    StringBuilder out = new StringBuilder();
    for (JsonNode line : clearance.path("lines")) {
      say(out, line.path("passedOver"), office(line) + " was passed over");
      say(out, line.path("kept"), "what " + office(line) + " cleared before stands");
      say(out, line.path("added"), office(line) + " was added");
      invited(out, line);
    }
    for (JsonNode one : clearance.path("removed")) {
      say(out, one, office(one) + " was removed");
    }
    for (JsonNode one : clearance.path("proposed")) {
      say(out, one, "%s is proposed, to %s".formatted(office(one), words(one.path("power"))));
    }
    for (JsonNode one : clearance.path("recused")) {
      out.append(
          "  %s stepped aside: %s%n"
              .formatted(one.path("person").asText(), one.path("reason").asText()));
    }
    for (JsonNode one : clearance.path("approvals").path("given")) {
      out.append("  approved first by %s%n".formatted(one.path("person").asText()));
    }
    return out.toString();
  }

  private static void invited(StringBuilder out, JsonNode line) {
    JsonNode link = line.path("invitation");
    if (link.isMissingNode()) {
      return;
    }
    String opened =
        link.has("openedAt")
            ? "opened at " + NoteText.instant(link.path("openedAt"))
            : "not opened yet";
    out.append(
        "  %s was invited by %s: %s%n"
            .formatted(
                office(line),
                link.path("by").asText(),
                link.path("locked").asBoolean()
                    ? "the link is locked after too many wrong codes; invite them again"
                    : link.path("ofThisText").asBoolean()
                        ? "the link holds until %s, %s"
                            .formatted(NoteText.instant(link.path("until")), opened)
                        : "the link was to a former text; invite them again"));
    say(out, link.path("revoked"), "the link of " + office(line) + " was ended");
  }

  private static void say(StringBuilder out, JsonNode decision, String what) {
    if (!decision.isMissingNode()) {
      String reason = decision.path("reason").asText();
      out.append(
          "  %s by %s%s%n"
              .formatted(
                  what, decision.path("person").asText(), reason.isEmpty() ? "" : ": " + reason));
    }
  }

  private static String end(JsonNode clearance) {
    StringBuilder out = new StringBuilder();
    NoteText.text(clearance, "approver")
        .ifPresent(approver -> out.append("  approved by ").append(approver).append('\n'));
    NoteText.text(clearance, "returnedBecause")
        .ifPresent(reason -> out.append("  returned: ").append(reason).append('\n'));
    JsonNode emergency = clearance.path("emergency");
    if (!emergency.isMissingNode()) {
      out.append(
          "  emergency declared by %s (%s): %s%n"
              .formatted(
                  emergency.path("person").asText(),
                  emergency.path("reason").asText(),
                  outcome(emergency)));
    }
    return out.toString();
  }

  private static String outcome(JsonNode emergency) {
    String due = NoteText.instant(emergency.path("due"));
    return switch (emergency.path("state").asText()) {
      case "REFUSED" -> "refused. " + emergency.path("refusedBecause").asText();
      case "GRANTED" ->
          emergency.has("overdueSince")
              ? "it passed, and its clearance is OVERDUE since " + due
              : "it passed, to be cleared after the fact until " + due;
      case "LAPSED" -> "lapsed, the text was taken back or replaced";
      case "CLEARED_AFTER_THE_FACT" ->
          "it passed, and was cleared after the fact by " + emergency.path("clearedBy").asText();
      default -> "being decided";
    };
  }

  /** Who answered; somebody outside the house has no id that people know. */
  private static String person(JsonNode line) {
    return line.has("invitation") && line.has("person")
        ? line.path("invitation").path("name").asText()
        : line.path("person").asText(NONE);
  }

  private static String answeredBy(JsonNode line) {
    if (line.path("person").isTextual()) {
      return person(line) + ", " + NoteText.instant(line.path("at"));
    }
    return line.has("due") ? "until " + NoteText.instant(line.path("due")) : "";
  }

  private static String who(JsonNode line) {
    String person = person(line);
    String channel = line.path("channel").asText("DESK");
    return person
        + (channel.equals("DESK") ? "" : " by " + channel.toLowerCase(Locale.ROOT))
        + (line.has("deputyFor") ? " for " + line.path("deputyFor").asText() : "")
        + (line.has("recordedBy") ? ", recorded by " + line.path("recordedBy").asText() : "");
  }

  private static String office(JsonNode line) {
    String id = line.path("office").asText();
    String name = line.path("officeName").asText(id);
    return new OfficeId(id).isExternal() && !name.equals(id) ? name + " [" + id + "]" : name;
  }

  private static String state(JsonNode line) {
    return words(line.has("state") ? line.path("state") : line.path("answer"));
  }

  private static String words(JsonNode name) {
    return name.asText(NONE).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
