package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Says to people when what they asked for was so already, or came too late to matter. */
final class WhatIsSo {

  private static final Set<String> DECIDED = Set.of("CLEARED", "READY", "SCHEDULED", "RELEASED");

  private WhatIsSo() {}

  /** A line if the change was so already; otherwise nothing. */
  static String of(JsonNode answered) {
    return alreadySo(answered) ? "It was so already; nothing changed.%n".formatted() : "";
  }

  /**
   * A line if the office had said so already, or only after the approval; otherwise nothing.
   *
   * @param before the note as it was read
   * @param answered the note after the office's answer
   */
  static String ofAnswer(JsonNode before, JsonNode answered, String office) {
    if (alreadySo(answered)) {
      JsonNode line = line(answered, office);
      return "It was so already: %s %s this text at %s by %s.%n"
          .formatted(
              office,
              switch (line.path("answer").asText()) {
                case "NOT_CLEARED" -> "returned";
                case "SEEN" -> "saw";
                default -> "cleared";
              },
              NoteText.instant(line.path("at")),
              line.path("person").asText());
    }
    if (DECIDED.contains(before.path("state").asText())) {
      return "It came after the final approval by %s: it is on the record and changes nothing.%n"
          .formatted(before.path("clearance").path("approver").asText());
    }
    return "";
  }

  /** What a contact is, if it is not what was asked for; otherwise nothing. */
  static String ofContact(JsonNode contact, String name, String outlet) {
    if (!alreadySo(contact)) {
      return "%s  %s is on the press list%n".formatted(NoteText.shortId(contact), name);
    }
    String listed = contact.path("name").asText();
    String of = contact.path("outlet").asText();
    String so =
        "%s  %s is on the press list already, as %s%s; nothing changed.%n"
            .formatted(
                NoteText.shortId(contact),
                contact.path("address").asText(),
                listed,
                of.isEmpty() ? "" : " of " + of);
    return listed.equals(name) && of.equals(outlet)
        ? so
        : so
            + "To change that: ./dateline contacts remove %s, then add it again.%n"
                .formatted(NoteText.shortId(contact));
  }

  private static boolean alreadySo(JsonNode answered) {
    return answered.path("nothingToDo").asBoolean();
  }

  private static JsonNode line(JsonNode note, String office) {
    for (JsonNode line : note.path("clearance").path("lines")) {
      if (line.path("office").asText().equals(office)) {
        return line;
      }
    }
    return note.path("clearance").path("none");
  }
}
