package dateline.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What every command that talks to a desk shares: where it is, who speaks, and how the answer is
 * shown.
 */
public final class Talk {

  @Option(
      names = "--desk",
      paramLabel = "URL",
      description = "The desk's address; default ${DEFAULT-VALUE}, or DATELINE_DESK_URL.",
      defaultValue = "${env:DATELINE_DESK_URL:-http://127.0.0.1:8081}")
  private URI desk = URI.create("http://127.0.0.1:8081");

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description =
          "Who speaks, an id of the directory or its beginning; default the first who may, or DATELINE_PERSON.",
      defaultValue = "${env:DATELINE_PERSON}")
  private Optional<String> person = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "The data folder of ./dateline up, which holds the operator's token; DATELINE_TOKEN goes before it.",
      defaultValue = "${env:DATELINE_DATA:-data}")
  private Path data = Path.of("data");

  @Option(names = "--json", description = "Answer as the desk does, for programs.")
  private boolean json;

  private Optional<People> people = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The conversation of one command; the caller closes it. */
  public DeskClient open() {
    if (!Set.of("http", "https").contains(String.valueOf(desk.getScheme()))
        || desk.getHost() == null) {
      throw DeskRefusal.of(
          "NOT_AN_ADDRESS",
          "\"%s\" is no address of a desk; write it as http://127.0.0.1:8081.".formatted(desk));
    }
    return new DeskClient(desk, token(data));
  }

  /** The operator's token: DATELINE_TOKEN, or what the data folder holds. */
  public static Optional<String> token(Path data) {
    Optional<String> given = Optional.ofNullable(System.getenv("DATELINE_TOKEN"));
    Path file = data.resolve("operator-token");
    if (given.isPresent() || !Files.isReadable(file)) {
      return given;
    }
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The person who speaks: the one named, or the first who may. */
  public String speaker(
      DeskClient client, String role, Optional<String> office, JsonNode contributors) {
    People people = people(client);
    if (person.isPresent()) {
      return people.person(person.get());
    }
    return people
        .first(role, office, contributors)
        .orElseThrow(() ->
            DeskRefusal.of(
                "NOBODY_MAY",
                "The directory has nobody%s with the role %s who did not write on it; name somebody with --as or mend the directory."
                    .formatted(office.map(o -> " of office " + o).orElse(""), role)));
  }

  /** The person whom {@code --as} names, who sees what is there for them; otherwise nobody. */
  Optional<String> reader(DeskClient client) {
    return person.map(beginning -> people(client).person(beginning));
  }

  /** Who writes on this note: the person named, or the first press officer of its office. */
  String drafter(DeskClient client, JsonNode note) {
    return speaker(
        client,
        "PRESS_OFFICER",
        Optional.of(note.path("office").asText()).filter(office -> !office.isEmpty()),
        JsonNodeFactory.instance.arrayNode());
  }

  /** The id of the office whose id begins so, of the note's list before all others. */
  String office(DeskClient client, JsonNode note, String beginning) {
    return people(client).office(beginning, note.path("clearance").path("lines"));
  }

  /** Everybody in the directory, asked for once a command. */
  People people(DeskClient client) {
    People known = people.orElseGet(() -> new People(client.get("/api/directory").body()));
    people = Optional.of(known);
    return known;
  }

  /** Shows an answer: as JSON for programs, otherwise as this text. */
  public void show(JsonNode answer, Function<JsonNode, String> text) {
    PrintWriter out = out();
    if (json) {
      try {
        out.println(DeskClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a tree of JSON can be written", e);
      }
    } else {
      out.print(text.apply(answer));
    }
    out.flush();
  }

  /** Where answers go. */
  public PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** What a command line that makes no sense is answered with. */
  CommandLine.ParameterException misused(String sentence) {
    return new CommandLine.ParameterException(command.commandLine(), sentence);
  }

  /** Where what is said besides goes. */
  public PrintWriter err() {
    return command.commandLine().getErr();
  }

  /** Whether a program is asking. */
  public boolean json() {
    return json;
  }
}
