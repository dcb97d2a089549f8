package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.kernel.MessageId;
import dateline.launcher.Ports;
import dateline.launcher.cli.DeskClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Notes of another site come in once, however often and by whomever they are imported. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ImportIT {

  private static final int NOTES = 120;

  private Path folder = Path.of("");
  private Path data = Path.of("");
  private Office office;
  private Terminal terminal;
  private DeskClient desk;

  @BeforeAll
  void up(@TempDir Path temporary) throws Exception {
    folder = temporary;
    data = folder.resolve("data");
    office = Office.up(data, Ports.free());
    terminal = new Terminal(office.desk(), data);
    desk = new DeskClient(URI.create(office.desk()), Optional.of(terminal.token()));
  }

  @AfterAll
  void down() {
    desk.close();
    terminal.close();
    office.close();
  }

  @Test
  @Order(1)
  void anImportThatIsKilledGoesOnWhereItStoppedAndMakesNothingTwice() throws Exception {
    Path corpus = corpus();
    ProcessBuilder command =
        new ProcessBuilder(
            Ran.command(
                "import",
                corpus.toString(),
                "--at-once",
                "1",
                "--desk",
                office.desk(),
                "--data",
                data.toString()));
    Ran.clean(command.environment());
    Process killed =
        command
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("killed.txt").toFile())
            .start();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> notes() >= 20 || !killed.isAlive());
    killed.destroyForcibly().waitFor();
    assertThat(notes())
        .as("half-way: " + Files.readString(folder.resolve("killed.txt")))
        .isBetween(20, NOTES - 1);

    JsonNode again = terminal.asks("import", corpus.toString());
    assertThat(again.path("alreadyThere").asInt()).isBetween(20, versions());
    assertThat(count(again)).isEqualTo(versions());
    JsonNode third = terminal.asks("import", corpus.toString());
    assertThat(third.path("notesMade").asInt()).isZero();
    assertThat(third.path("revisionsMade").asInt()).isZero();
    assertThat(third.path("alreadyThere").asInt()).isEqualTo(versions() - unchanged());
    assertThat(third.path("unchanged").asInt()).isEqualTo(unchanged());
    assertThat(notes()).isEqualTo(NOTES);
    for (int note = 0; note < NOTES; note++) {
      isWhole(note);
    }
  }

  @Test
  @Order(2)
  void anotherPersonsImportMakesNoTwins() throws Exception {
    String other = people().stream().filter(id -> !id.equals(person())).findFirst().orElseThrow();
    JsonNode imported = terminal.asks("import", corpus().toString(), "--as", other);
    assertThat(imported.path("notesMade").asInt()).isZero();
    assertThat(imported.path("revisionsMade").asInt()).isZero();
    assertThat(imported.path("refused").asInt()).isZero();
    assertThat(notes()).isEqualTo(NOTES);
  }

  @Test
  @Order(3)
  void whatIsWrongIsToldAndTheRestComesIn() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("wrong.jsonl"),
            line("good", List.of("One.", "Two.")) + "{\"id\":\n" + line("long", List.of("Three.")));
    Ran ran = terminal.says("import", file.toString());
    assertThat(ran.exitCode()).as(ran.everything()).isEqualTo(1);
    assertThat(ran.out()).contains("2  notes made", "1  further versions", "1  refused");
    assertThat(ran.err()).contains("wrong.jsonl, line 2: [BROKEN_JSON]").doesNotContain("\tat ");
    terminal.isRefused("NO_SUCH_FILE", "import", "no-such-file");
  }

  @Test
  @Order(4)
  void whatWasWrittenHereSinceIsNotReplaced() throws Exception {
    Path one = Files.writeString(folder.resolve("1.jsonl"), line("here", List.of("One.")));
    Path two = Files.writeString(folder.resolve("2.jsonl"), line("here", List.of("One.", "Two.")));
    terminal.does("import", one.toString());
    String note = noteId("here");
    assertThat(terminal.revises(person(), note, "Gate\n\nMended here.").statusCode())
        .isEqualTo(200);
    Ran ran = terminal.says("import", two.toString());
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("2.jsonl, line 1, version 2: [CHANGED_HERE]");
    assertThat(terminal.note(note).path("text").asText()).contains("Mended here.");
  }

  @Test
  @Order(5)
  void allOfARealYearComesIn() throws Exception {
    Optional<Path> corpus = Checkout.corpus();
    if (corpus.isEmpty()) {
      System.out.println("SKIPPED: no folder shared/corpus beside the checkout (DATELINE_SHARED)");
    }
    assumeTrue(corpus.isPresent());
    int before = notes();
    JsonNode imported = terminal.asks("import", corpus.orElseThrow().toString());
    assertThat(imported.path("refused").asInt()).as(imported.toPrettyString()).isZero();
    List<JsonNode> lines = lines(corpus.orElseThrow());
    assertThat(imported.path("notesMade").asInt()).isEqualTo(lines.size());
    assertThat(count(imported))
        .isEqualTo(lines.stream().mapToInt(line -> line.path("versions").size()).sum());
    assertThat(notes() - before).isEqualTo(lines.size());
    int revisions = imported.path("notesMade").asInt() + imported.path("revisionsMade").asInt();
    int there = 0;
    for (JsonNode line : lines) {
      String site = URI.create(line.path("link").asText()).getHost();
      JsonNode note =
          origin(MessageId.of("origin\n" + site + '\n' + line.path("id").asText()).value());
      assertThat(note.path("published").asText()).isNotEmpty();
      there += note.path("versions").size();
    }
    assertThat(there).isEqualTo(revisions);
    JsonNode again = terminal.asks("import", corpus.orElseThrow().toString());
    assertThat(again.path("alreadyThere").asInt()).isEqualTo(revisions);
    assertThat(again.path("notesMade").asInt() + again.path("revisionsMade").asInt()).isZero();
  }

  /** Each version that differs from the one before is one revision, in order. */
  private void isWhole(int note) {
    List<String> texts = texts(note).stream().distinct().toList();
    JsonNode whole = note(noteId(Integer.toString(note)));
    assertThat(whole.path("revision").asInt()).isEqualTo(texts.size());
    assertThat(whole.path("text").asText()).contains(texts.getLast());
    assertThat(whole.path("state").asText()).isEqualTo("DRAFT");
    List<String> history = new ArrayList<>();
    whole.path("history").forEach(line -> history.add(line.path("what").asText()));
    List<String> expected = new ArrayList<>(List.of("DraftCreated"));
    texts.stream().skip(1).forEach(_ -> expected.add("DraftRevised"));
    assertThat(history).isEqualTo(expected);
    List<Integer> revisions = new ArrayList<>();
    whole
        .path("origin")
        .path("versions")
        .forEach(version -> revisions.add(version.path("revision").asInt()));
    assertThat(revisions).isEqualTo(IntStream.rangeClosed(1, texts.size()).boxed().toList());
  }

  private JsonNode note(String noteId) {
    return desk.get("/api/notes/" + noteId).body();
  }

  private JsonNode origin(String noteId) {
    return desk.get("/api/notes/" + noteId + "/origin").body().path("origin");
  }

  private int notes() {
    return desk.get("/api/notes?limit=1").body().path("total").asInt();
  }

  private String person() {
    return people().getFirst();
  }

  private List<String> people() {
    List<String> officers = new ArrayList<>();
    for (JsonNode person : desk.get("/api/directory").body().path("people")) {
      for (JsonNode role : person.path("roles")) {
        if (role.asText().equals("PRESS_OFFICER")) {
          officers.add(person.path("id").asText());
        }
      }
    }
    return officers;
  }

  private static int count(JsonNode answer) {
    return List.of("notesMade", "revisionsMade", "alreadyThere", "unchanged", "older", "refused")
        .stream()
        .mapToInt(name -> answer.path(name).asInt())
        .sum();
  }

  /** Some notes have one version, some two, some three of which the second changes nothing. */
  private static List<String> texts(int note) {
    return switch (note % 3) {
      case 0 -> List.of("Gate %d opens.".formatted(note));
      case 1 -> List.of("Gate %d opens.".formatted(note), "Gate %d shuts.".formatted(note));
      default ->
          List.of(
              "Gate %d opens.".formatted(note),
              "Gate %d opens.".formatted(note),
              "Gate %d shuts.".formatted(note));
    };
  }

  private static int versions() {
    return IntStream.range(0, NOTES).map(note -> texts(note).size()).sum();
  }

  private static int unchanged() {
    return (int) IntStream.range(0, NOTES).filter(note -> note % 3 == 2).count();
  }

  private Path corpus() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int note = 0; note < NOTES; note++) {
      lines.append(line(Integer.toString(note), texts(note)));
    }
    return Files.writeString(folder.resolve("corpus.jsonl"), lines);
  }

  private static String line(String id, List<String> texts) {
    List<String> versions =
        texts.stream()
            .map(text ->
                "{\"title\":\"Gate %s\",\"issuer\":\"Harbour Office\",\"html\":\"<p>%s</p>\",\"text\":\"%s\"}"
                    .formatted(id, text, text))
            .toList();
    return "{\"id\":\"%s\",\"link\":\"https://harbour.example/%s\",\"published\":\"2029-05-03T13:00:00Z\",\"versions\":[%s]}\n"
        .formatted(id, id, String.join(",", versions));
  }

  private static String noteId(String id) {
    return MessageId.of("origin\nharbour.example\n" + id).value();
  }

  private static List<JsonNode> lines(Path corpus) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
      return lines.lines().map(Terminal::json).toList();
    }
  }
}
