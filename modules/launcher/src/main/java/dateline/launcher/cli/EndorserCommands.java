package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Who endorses a public joint statement: one person proposes them, another adds them. */
public final class EndorserCommands {

  private EndorserCommands() {}

  /** Who speaks for a change. */
  @FunctionalInterface
  private interface Speaker {
    String of(DeskClient desk, JsonNode note);
  }

  @Command(
      name = "endorse",
      mixinStandardHelpOptions = true,
      description =
          "Propose states or organisations that endorse a public joint statement, saying how it is known; somebody else adds them.")
  public static final class Endorse implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();
    @Mixin private GivenReason reason = new GivenReason();

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "NAME",
        description = "As it is to be printed.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
      return change(
          talk,
          note,
          talk::drafter,
          "/proposals",
          (_, body) -> named(body, names).put("reason", reason.text()));
    }
  }

  @Command(
      name = "add-endorsers",
      mixinStandardHelpOptions = true,
      description =
          "Make proposed endorsers public below the statement; an approver does who neither proposed them nor wrote on the text.")
  public static final class AddEndorsers implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "NAME",
        description = "A name that is proposed; default all that are.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
      return change(
          talk,
          note,
          (desk, read) -> approver(talk, desk, read, true),
          "",
          (read, body) -> named(body, names.isEmpty() ? proposed(read) : names));
    }
  }

  @Command(
      name = "leave-endorsers",
      mixinStandardHelpOptions = true,
      description = "Take proposed endorsers back that were not made public.")
  public static final class LeaveEndorsers implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();
    @Mixin private GivenReason reason = new GivenReason();

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "NAME",
        description = "A name that is proposed.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
      return change(
          talk,
          note,
          talk::drafter,
          "/leaving",
          (_, body) -> named(body, names).put("reason", reason.text()));
    }
  }

  @Command(
      name = "remove-endorser",
      mixinStandardHelpOptions = true,
      description =
          "Say in public that an endorser withdrew; the name stays on the page as that, the reason on the record.")
  public static final class RemoveEndorser implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();
    @Mixin private GivenReason reason = new GivenReason();

    @Parameters(index = "1", paramLabel = "NAME", description = "A name that is public.")
    private String name = "";

    @Override
    public Integer call() {
      return change(
          talk,
          note,
          (desk, read) -> approver(talk, desk, read, false),
          "/withdrawal",
          (_, body) -> body.put("name", name).put("reason", reason.text()));
    }
  }

  @Command(
      name = "endorsers",
      mixinStandardHelpOptions = true,
      description = "Show who endorses a statement, since when, and who is proposed and why.")
  public static final class Endorsers implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        talk.show(
            note.read(desk, talk).body(),
            n -> {
              String listed = text(n);
              return NoteText.line(n)
                  + (listed.isEmpty()
                      ? "  nobody endorsed it after its release%n".formatted()
                      : listed);
            });
        return 0;
      }
    }
  }

  /** What a change says besides the text it is about. */
  @FunctionalInterface
  private interface Said {
    ObjectNode in(JsonNode note, ObjectNode body);
  }

  private static int change(Talk talk, GivenNote note, Speaker speaker, String where, Said said) {
    try (DeskClient desk = talk.open()) {
      DeskClient.Answer read = note.read(desk, talk);
      JsonNode before = read.body();
      ObjectNode body = DeskClient.JSON.createObjectNode();
      body.put(
          "digest", before.path("release").path("digest").asText(before.path("digest").asText()));
      DeskClient.Answer changed =
          desk.post(
              NoteCommands.path(before) + "/endorsers" + where,
              speaker.of(desk, before),
              read.etag(),
              said.in(before, body));
      talk.show(changed.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + text(n));
      return 0;
    }
  }

  /**
   * @param adds whether who proposed somebody must be another
   */
  private static String approver(Talk talk, DeskClient desk, JsonNode note, boolean adds) {
    ArrayNode others = DeskClient.JSON.createArrayNode();
    note.path("contributors").forEach(others::add);
    if (adds) {
      note.path("release").path("proposedEndorsers").forEach(it -> others.add(it.path("person")));
    }
    return talk.speaker(desk, "APPROVER", Optional.empty(), others);
  }

  private static ObjectNode named(ObjectNode body, List<String> names) {
    names.forEach(body.putArray("names")::add);
    return body;
  }

  private static List<String> proposed(JsonNode note) {
    List<String> names = new ArrayList<>();
    note.path("release")
        .path("proposedEndorsers")
        .forEach(it -> names.add(it.path("name").asText()));
    return names;
  }

  /** Who endorses it, who did, who is proposed; nothing if nobody ever was. */
  static String text(JsonNode note) {
    StringBuilder out = new StringBuilder();
    for (JsonNode one : note.path("release").path("endorsers")) {
      JsonNode withdrew = one.path("withdrew");
      out.append(
          withdrew.isMissingNode()
              ? "  endorsed by %s since %s, added by %s, proposed by %s: %s%n"
                  .formatted(
                      one.path("name").asText(),
                      NoteText.instant(one.path("since")),
                      one.path("addedBy").asText(),
                      one.path("proposedBy").asText(),
                      one.path("reason").asText())
              : "  no longer endorsed by %s, who withdrew at %s, says %s: %s%n"
                  .formatted(
                      one.path("name").asText(),
                      NoteText.instant(withdrew.path("at")),
                      withdrew.path("person").asText(),
                      withdrew.path("reason").asText()));
    }
    for (JsonNode one : note.path("release").path("proposedEndorsers")) {
      out.append(
          "  proposed: %s, by %s at %s: %s%n"
              .formatted(
                  one.path("name").asText(),
                  one.path("person").asText(),
                  NoteText.instant(one.path("at")),
                  one.path("reason").asText()));
    }
    return out.toString();
  }
}
