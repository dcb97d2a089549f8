package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who outside the house clears a text: by a link that is mailed to them. */
public final class InvitationCommands {

  private static final int MOST_DAYS = 31;

  private InvitationCommands() {}

  @Command(
      name = "invite",
      mixinStandardHelpOptions = true,
      description =
          "Ask somebody outside the house to clear this text: they get a link, and a code when they open it.")
  public static final class Invite implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(
        index = "1",
        paramLabel = "PARTY",
        description = "Their short name on the list, such as norway.")
    private String party = "";

    @Parameters(index = "2", paramLabel = "ADDRESS", description = "Their e-mail address.")
    private String address = "";

    @Option(
        names = "--name",
        required = true,
        paramLabel = "NAME",
        description =
            "Who they are, as the record shall show it: \"Kari Nordmann, Ministry of Fisheries\".")
    private String name = "";

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "REASON",
        description = "Why they are asked. They read it, and it is on the record.")
    private String reason = "";

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "How long the link holds, 1 to 31; default ${DEFAULT-VALUE}.",
        defaultValue = "7")
    private int days = 7;

    @Option(names = "--must", description = "Nobody but the final approver may go on without them.")
    private boolean must;

    @Override
    public Integer call() {
      if (days < 1 || days > MOST_DAYS) {
        throw talk.misused("A link holds 1 to 31 days; give --days a number of these.");
      }
      return ClearanceCommands.change(
          talk,
          note::read,
          (desk, read) -> {
            ObjectNode body =
                NoteCommands.digest(read)
                    .put("party", party)
                    .put("address", address)
                    .put("name", name)
                    .put("mandatory", must)
                    .put(
                        "until",
                        Instant.now()
                            .plus(Duration.ofDays(days))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString())
                    .put("reason", reason);
            return desk.post(
                NoteCommands.path(read.body()) + "/invitations",
                talk.drafter(desk, read.body()),
                read.etag(),
                body);
          });
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "End the link of somebody who was invited; what they answered stands.")
  public static final class Revoke implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(index = "1", paramLabel = "PARTY", description = "Their short name on the list.")
    private String party = "";

    @Mixin private GivenReason reason = new GivenReason();

    @Override
    public Integer call() {
      return ClearanceCommands.change(
          talk,
          note::read,
          (desk, read) ->
              desk.delete(
                  NoteCommands.path(read.body())
                      + "/invitations/"
                      + DeskClient.quote(party)
                      + "?reason="
                      + DeskClient.quote(reason.text()),
                  talk.drafter(desk, read.body()),
                  read.etag()));
    }
  }

  @Command(
      name = "forget-clearer",
      mixinStandardHelpOptions = true,
      description = "Erase the address of somebody who was invited, unless they get mail besides.")
  public static final class ForgetClearer implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Parameters(paramLabel = "ADDRESS", description = "Their e-mail address.")
    private String address = "";

    @Option(names = "--reason", paramLabel = "REASON", description = "Why, for the record.")
    private String reason = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        String officer =
            talk.speaker(
                desk, "PRESS_OFFICER", Optional.empty(), JsonNodeFactory.instance.arrayNode());
        JsonNode answer =
            desk.post(
                    "/api/clearers/forgetting",
                    officer,
                    Optional.empty(),
                    DeskClient.JSON
                        .createObjectNode()
                        .put("address", address)
                        .put("reason", reason))
                .body();
        talk.show(answer, _ -> "Nobody asks %s to clear anything any more.%n".formatted(address));
        return 0;
      }
    }
  }
}
