package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A text that is cleared with edits: an office proposes them, the drafter takes or leaves them. */
public final class EditsCommands {

  private EditsCommands() {}

  @Command(
      name = "propose-edits",
      mixinStandardHelpOptions = true,
      description = "Clear a text for an office, provided it is changed to what FILE says.")
  public static final class ProposeEdits implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();
    @Mixin private AnsweringOffice office = new AnsweringOffice();

    @Parameters(
        index = "1",
        paramLabel = "FILE",
        description = "The whole text as the office would have it, - for standard input.")
    private String file = "";

    @Option(names = "--reason", paramLabel = "REASON", description = "Why, for the drafter.")
    private String reason = "";

    @Override
    public Integer call() throws IOException {
      byte[] text = SubmitCommand.text(file);
      return ClearanceCommands.change(
          talk,
          note::read,
          (desk, read) -> {
            JsonNode before = read.body();
            String reviewer =
                AnsweringOffice.reviewer(desk, talk, before, office.id(desk, talk, before));
            String path =
                "%s/edits?digest=%s&reason=%s"
                    .formatted(
                        NoteCommands.path(before),
                        before.path("digest").asText(),
                        DeskClient.quote(reason));
            return desk.postText(path, reviewer, read.etag(), GivenFile.mediaType(file), text);
          });
    }
  }

  @Command(
      name = "edits",
      mixinStandardHelpOptions = true,
      description = "Show what an office proposes to change, word by word.")
  public static final class Edits implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenLine line = new GivenLine();
    @Mixin private GivenPage page = new GivenPage();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        JsonNode read = line.read(desk, talk).body();
        page.show(desk, talk, path(read, line.office(desk, talk, read)), Edits::heading);
        return 0;
      }
    }

    private static String heading(JsonNode edits) {
      String reason = edits.path("reason").asText();
      return "Edits of %s to revision %d, by %s, %s%s%s%n%n"
          .formatted(
              edits.path("office").asText(),
              edits.path("revision").asInt(),
              edits.path("person").asText(),
              NoteText.instant(edits.path("at")),
              reason.isEmpty() ? "" : ": " + reason,
              edits.path("stands").asBoolean() ? "" : " (proposed no longer)");
    }
  }

  @Command(
      name = "take-edits",
      mixinStandardHelpOptions = true,
      description =
          "Take what an office proposed; the text is handed in again as it is then, and who proposed it has become one of its writers.")
  public static final class TakeEdits implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenLine line = new GivenLine();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = line.read(desk, talk);
        JsonNode before = read.body();
        DeskClient.Answer taken =
            desk.post(
                path(before, line.office(desk, talk, before)) + "/taking",
                talk.drafter(desk, before),
                read.etag(),
                JsonNodeFactory.instance.objectNode());
        talk.show(
            taken.body(),
            n ->
                NoteText.line(n)
                    + "  revision %d%n".formatted(n.path("revision").asInt())
                    + WhatIsSo.of(n));
        return 0;
      }
    }
  }

  @Command(
      name = "leave-edits",
      mixinStandardHelpOptions = true,
      description = "Leave what an office proposed, with a reason; it is asked again.")
  public static final class LeaveEdits implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenLine line = new GivenLine();
    @Mixin private GivenReason reason = new GivenReason();

    @Override
    public Integer call() {
      return ClearanceCommands.change(
          talk,
          line::read,
          (desk, read) -> {
            JsonNode before = read.body();
            return desk.delete(
                path(before, line.office(desk, talk, before))
                    + "?reason="
                    + DeskClient.quote(reason.text()),
                talk.drafter(desk, before),
                read.etag());
          });
    }
  }

  private static String path(JsonNode note, String office) {
    return NoteCommands.path(note) + "/edits/" + DeskClient.quote(office);
  }
}
