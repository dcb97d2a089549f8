package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is done with one note once it is handed in: from the offices to its release. */
public final class NoteCommands {

  private NoteCommands() {}

  /** Hands a draft in, not as urgent. */
  public static DeskClient.Answer handIn(
      DeskClient desk, String officer, DeskClient.Answer note, Map<String, String> waivers) {
    return handIn(desk, officer, note, waivers, false);
  }

  static DeskClient.Answer handIn(
      DeskClient desk,
      String officer,
      DeskClient.Answer note,
      Map<String, String> waivers,
      boolean urgent) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (urgent) {
      body.put("urgent", true);
    }
    waivers.forEach((code, reason) ->
        body.withArray("waivers").addObject().put("code", code).put("reason", reason));
    return desk.post(path(note.body()) + "/submission", officer, note.etag(), body);
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description =
          "Show a note whole: text, findings, comments, agreed paragraphs, files, translations, clearance, release, history.")
  public static final class Show implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Option(
        names = "--revision",
        paramLabel = "N",
        description = "The text of this revision instead, from 1.")
    private Optional<Integer> revision = Optional.empty();

    @Option(names = "--blocks", description = "The body's blocks with their numbers instead.")
    private boolean blocks;

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        JsonNode shown =
            revision.isEmpty()
                ? withHistory(read.body(), desk)
                : desk.get(revision(read.body(), revision.get()), talk.reader(desk)).body();
        talk.show(
            shown,
            n ->
                blocks
                    ? Passages.numbered(n)
                    : revision.isEmpty() ? NoteText.whole(n) : n.path("text").asText() + '\n');
        return 0;
      }
    }

    /** A note has its newest events with it; people see them all. */
    private JsonNode withHistory(JsonNode read, DeskClient desk) {
      if (blocks || read.path("events").asInt() == read.path("history").size()) {
        return read;
      }
      JsonNode all = desk.get(path(read) + "/history", talk.reader(desk)).body();
      return read.<ObjectNode>deepCopy().set("history", all.path("history"));
    }
  }

  @Command(
      name = "clear",
      mixinStandardHelpOptions = true,
      description =
          "Answer for an office: clear the text as it stands, or return it with a reason.")
  public static final class Clear implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Mixin private AnsweringOffice office = new AnsweringOffice();

    @Option(names = "--return", paramLabel = "REASON", description = "Do not clear; say why.")
    private Optional<String> reason = Optional.empty();

    @Option(
        names = "--seen",
        description = "Only say that it was seen: for an office that is informed.")
    private boolean seen;

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        JsonNode before = read.body();
        String answering = office.id(desk, talk, before);
        String reviewer = AnsweringOffice.reviewerOrDeputy(desk, talk, before, answering);
        ObjectNode body = digest(read);
        body.put("office", answering);
        body.put("answer", reason.isPresent() ? "NOT_CLEARED" : seen ? "SEEN" : "CLEARED");
        reason.ifPresent(r -> body.put("reason", r));
        DeskClient.Answer answered =
            desk.post(path(before) + "/clearances", reviewer, read.etag(), body);
        talk.show(
            answered.body(),
            n ->
                NoteText.line(n.has("headline") ? n : before)
                    + WhatIsSo.ofAnswer(before, n, answering)
                    + ClearanceText.of(n));
        return 0;
      }
    }
  }

  @Command(
      name = "approve",
      mixinStandardHelpOptions = true,
      description = "Approve a text finally, after the offices.")
  public static final class Approve implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        String approver =
            talk.speaker(desk, "APPROVER", Optional.empty(), read.body().path("contributors"));
        DeskClient.Answer approved =
            desk.post(path(read.body()) + "/approval", approver, read.etag(), digest(read));
        talk.show(approved.body(), n -> NoteText.line(n) + WhatIsSo.of(n));
        return 0;
      }
    }
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "Release an approved text, now or at an instant.")
  public static final class Release implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Option(
        names = "--at",
        paramLabel = "INSTANT",
        description =
            "When, with its zone: 2026-03-02T09:00-05:00 or \"2026-03-02T09:00 America/New_York\".")
    private Optional<String> at = Optional.empty();

    @Option(names = "--cancel", description = "Take a schedule back; the note stays ready.")
    private boolean cancel;

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        String duty =
            talk.speaker(desk, "DUTY_OFFICER", Optional.empty(), read.body().path("contributors"));
        String path = path(read.body()) + "/release";
        DeskClient.Answer released =
            cancel
                ? desk.delete(path, duty, read.etag())
                : desk.post(path, duty, read.etag(), when(digest(read), at));
        talk.show(released.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + NoteText.release(n));
        return 0;
      }
    }
  }

  @Command(
      name = "recall",
      mixinStandardHelpOptions = true,
      description = "Take a submitted note back before it is released.")
  public static final class Recall implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Option(names = "--reason", paramLabel = "REASON", description = "Why, for the record.")
    private String reason = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        String officer = talk.drafter(desk, read.body());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        DeskClient.Answer recalled =
            desk.post(path(read.body()) + "/recall", officer, read.etag(), body);
        talk.show(recalled.body(), n -> NoteText.line(n) + WhatIsSo.of(n));
        return 0;
      }
    }
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Show a table of notes and where they are, newest change first.")
  public static final class Status implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Option(
        names = "--most",
        paramLabel = "N",
        description = "How many; default ${DEFAULT-VALUE}.",
        defaultValue = "50")
    private int most = 50;

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        talk.show(desk.get("/api/notes?limit=" + most, talk.reader(desk)).body(), Status::table);
        return 0;
      }
    }

    private static String table(JsonNode answer) {
      if (answer.path("notes").isEmpty()) {
        return "No notes yet. Begin one with ./dateline submit FILE.\n";
      }
      StringBuilder out =
          new StringBuilder("NOTE      STATE         CHANGED               HEADLINE\n");
      for (JsonNode note : answer.path("notes")) {
        out.append(
            "%-9s %-13s %-21s %s%n"
                .formatted(
                    NoteText.shortId(note),
                    NoteText.state(note),
                    NoteText.instant(note.path("changedAt")),
                    note.path("headline").asText()));
      }
      int total = answer.path("total").asInt();
      int shown = answer.path("notes").size();
      return total > shown ? out + "… and %d more%n".formatted(total - shown) : out.toString();
    }
  }

  /** The note, as far as it is there for the person named. */
  static DeskClient.Answer read(DeskClient desk, Talk talk, String note) {
    return desk.get("/api/notes/" + DeskClient.quote(note), talk.reader(desk));
  }

  /** Where a revision is. */
  static String revision(JsonNode note, int number) {
    return path(note) + "/revisions/" + number;
  }

  /** Where a note is. */
  public static String path(JsonNode note) {
    return "/api/notes/" + note.path("id").asText();
  }

  /** A body that names the text that was read. */
  public static ObjectNode digest(DeskClient.Answer read) {
    return JsonNodeFactory.instance.objectNode().put("digest", read.body().path("digest").asText());
  }

  /**
   * "2026-03-02T09:00 America/New_York" is a local time and its zone; anything else goes as it is.
   */
  private static ObjectNode when(ObjectNode body, Optional<String> at) {
    at.map(String::strip)
        .ifPresent(instant -> {
          int zone = instant.lastIndexOf(' ');
          if (zone > 0 && instant.substring(zone + 1).matches("[A-Za-z].*")) {
            body.put("at", instant.substring(0, zone).strip().replace(' ', 'T'));
            body.put("zone", instant.substring(zone + 1));
          } else {
            body.put("at", instant);
          }
        });
    return body;
  }
}
