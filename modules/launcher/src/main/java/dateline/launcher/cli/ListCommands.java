package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose clearance a note needs: its action office decides, others propose. */
public final class ListCommands {

  private ListCommands() {}

  /** What an office is asked for. */
  enum Power {
    CLEAR,
    CONSULT,
    INFORM
  }

  /** What an office is asked for, on the command line. */
  private static final class GivenPower {
    @Option(
        names = "--power",
        paramLabel = "POWER",
        description = "clear, consult or inform; default ${DEFAULT-VALUE}.",
        defaultValue = "clear")
    private Power power = Power.CLEAR;
  }

  @Command(
      name = "add-office",
      mixinStandardHelpOptions = true,
      description = "Have one more office asked to clear a note, be consulted or be informed.")
  public static final class AddOffice implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenLine line = new GivenLine();
    @Mixin private GivenPower given = new GivenPower();
    @Mixin private GivenReason reason = new GivenReason();

    @Option(
        names = "--stage",
        paramLabel = "N",
        description =
            "It is asked once all of former stages that must clear have; default ${DEFAULT-VALUE}.",
        defaultValue = "1")
    private int stage = 1;

    @Override
    public Integer call() {
      return ClearanceCommands.change(
          talk,
          line::read,
          (desk, read) -> {
            JsonNode before = read.body();
            ObjectNode body = DeskClient.JSON.createObjectNode();
            body.put("power", given.power.name()).put("stage", stage).put("reason", reason.text());
            return desk.put(
                path(before, line.office(desk, talk, before)),
                talk.drafter(desk, before),
                read.etag(),
                body);
          });
    }
  }

  @Command(
      name = "remove-office",
      mixinStandardHelpOptions = true,
      description = "Have an office asked no longer that no rule makes mandatory.")
  public static final class RemoveOffice implements Callable<Integer> {
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

  @Command(
      name = "propose-office",
      mixinStandardHelpOptions = true,
      description = "Propose, for an office of the list, that another be asked too.")
  public static final class ProposeOffice implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenLine line = new GivenLine();
    @Mixin private GivenPower given = new GivenPower();
    @Mixin private GivenReason reason = new GivenReason();

    @Mixin private AnsweringOffice office = new AnsweringOffice();

    @Override
    public Integer call() {
      return ClearanceCommands.change(
          talk,
          line::read,
          (desk, read) -> {
            JsonNode before = read.body();
            ObjectNode body = DeskClient.JSON.createObjectNode();
            body.put("office", line.office(desk, talk, before))
                .put("power", given.power.name())
                .put("reason", reason.text());
            return desk.post(
                NoteCommands.path(before) + "/clearance-list/proposals",
                AnsweringOffice.reviewer(desk, talk, before, office.id(desk, talk, before)),
                read.etag(),
                body);
          });
    }
  }

  @Command(
      name = "ask-again",
      mixinStandardHelpOptions = true,
      description = "Ask an office again whose answer to a former text was kept.")
  public static final class AskAgain implements Callable<Integer> {
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
            return desk.post(
                path(before, line.office(desk, talk, before)) + "/asking",
                talk.drafter(desk, before),
                read.etag(),
                NoteCommands.digest(read).put("reason", reason.text()));
          });
    }
  }

  @Command(
      name = "keep-answer",
      mixinStandardHelpOptions = true,
      description =
          "Let an office's clearance of a former text stand for this one; decided by somebody of the action office who wrote none of it.")
  public static final class KeepAnswer implements Callable<Integer> {
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
            String officer =
                talk.speaker(
                    desk,
                    "PRESS_OFFICER",
                    NoteText.text(before, "office"),
                    before.path("contributors"));
            return desk.post(
                path(before, line.office(desk, talk, before)) + "/keeping",
                officer,
                read.etag(),
                NoteCommands.digest(read).put("reason", reason.text()));
          });
    }
  }

  /** Where an office's line is. */
  static String path(JsonNode note, String office) {
    return NoteCommands.path(note) + "/clearance-list/" + DeskClient.quote(office);
  }
}
