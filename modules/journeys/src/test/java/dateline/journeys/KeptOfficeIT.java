package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.launcher.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of a data folder that the version before left, put in place elsewhere: a restore and an
 * upgrade at once. Then this version's own folder is copied and put in place, and goes on.
 *
 * <p>{@code kept-office.zip} is the folder as commit 8c80542 left it at its orderly stop, with one
 * note of each kind of state; one was scheduled for a minute after the stop.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class KeptOfficeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String RELEASED = "The Lighthouse at Cape Merrow Shines Again";
  private static final String UNDER_REVIEW = "Third Coastal Ferry Dialogue";
  private static final String DRAFT = "Ferries Leave Earlier in Spring";
  private static final String DUE = "Pilots Meet at Cape Merrow";
  private static final String FAR = "The Harbour Office Opens in the New Year";
  private static final Set<String> RECIPIENTS =
      Set.of("ada@harbour-post.example", "ben@radio-ellery.example", "cara@home.example");

  private Path folder;
  private Path data;
  private Office office;
  private Terminal terminal;

  @BeforeAll
  void restore(@TempDir Path temporary) throws IOException {
    folder = temporary;
    data = folder.resolve("restored");
    unpack(data);
    open();
  }

  @AfterAll
  void close() {
    terminal.close();
    office.close();
  }

  @Test
  @Order(1)
  void everythingIsThereAsItStood() throws Exception {
    assertThat(office.err()).as("the screen of a person").isEmpty();
    assertThat(state(RELEASED)).isEqualTo("RELEASED");
    assertThat(state(UNDER_REVIEW)).isEqualTo("UNDER_REVIEW");
    assertThat(state(DRAFT)).isEqualTo("DRAFT");
    assertThat(state(FAR)).isEqualTo("SCHEDULED");
    assertThat(terminal.says("contacts").out())
        .contains("Ada Lund", "Ben Osei", "1 confirmed subscriber\n");
    assertThat(terminal.does("comment", id(DRAFT)).out()).contains("Which winters?");
    assertThat(terminal.does("attachments", id(DRAFT)).out()).contains("When ferries leave");
    assertThat(page(RELEASED)).isEqualTo(200);
    assertThat(page(FAR)).isEqualTo(404);
  }

  @Test
  @Order(2)
  void itsWholePastIsReplayed() throws Exception {
    Ran replayed = Ran.dateline(office.log(), "replay");
    assertThat(replayed.exitCode()).as(replayed.everything()).isZero();
    assertThat(replayed.out())
        .containsPattern("(?m)^drafting +\\d")
        .containsPattern("(?m)^clearance +\\d")
        .containsPattern("(?m)^publishing +\\d")
        .containsPattern("(?m)^notification +3 +7 ")
        .contains("This version reads all of it");
    Ran json = Ran.dateline(office.log(), "replay", "drafting", "--json");
    assertThat(Terminal.json(json.out()).path("events").asInt())
        .isGreaterThan(Terminal.json(json.out()).path("histories").asInt());
  }

  @Test
  @Order(3)
  void whatCameDueMeanwhileIsReleasedAndMailedOnceAndNothingAgain() throws Exception {
    terminal.awaitState(id(DUE), "RELEASED");
    await().atMost(PATIENCE).until(() -> page(DUE) == 200);
    mailedOnce(DUE);
    mailedOnce(RELEASED);
  }

  @Test
  @Order(4)
  void aReviewGoesOnWithTheAnswersThatWereGiven() throws Exception {
    String note = id(UNDER_REVIEW);
    assertThat(terminal.says("clearances", note).out())
        .containsPattern("(?m)^Office of the Legal Adviser .* cleared .* revision 1 ");
    for (String office : terminal.offices(note, "CLEAR")) {
      if (!office.equals("legal")) {
        terminal.does("clear", note, "--office", office);
      }
    }
    for (String office : terminal.offices(note, "INFORM")) {
      terminal.does("clear", note, "--office", office, "--seen");
    }
    terminal.does("approve", note);
    terminal.awaitState(note, "READY");
    terminal.does("release", note);
    await().atMost(PATIENCE).until(() -> page(UNDER_REVIEW) == 200);
    mailedOnce(UNDER_REVIEW);
  }

  @Test
  @Order(5)
  void whatWasClearedBeforeIsStillCertified() throws Exception {
    Path certificate =
        Files.writeString(
            folder.resolve("certificate.json"),
            terminal.does("certificate", id(RELEASED), "--json").out());
    Ran verified = Ran.dateline(office.log(), "certificate", "--verify", certificate.toString());
    assertThat(verified.exitCode()).as(verified.everything()).isZero();
    assertThat(verified.out()).contains("is genuine");
  }

  @Test
  @Order(6)
  void anIndexIsBuiltAnewBesideTheRunningOne() throws Exception {
    Path other = folder.resolve("other");
    Ran newsroom =
        Ran.dateline(office.log(), "rebuild", "newsroom", "--data", other.toString(), "--json");
    assertThat(newsroom.exitCode()).as(newsroom.everything()).isZero();
    assertThat(Terminal.json(newsroom.out()).path("entries").asInt()).isEqualTo(3);
    Ran desk = Ran.dateline(office.log(), "rebuild", "desk", "--data", other.toString());
    assertThat(desk.exitCode()).as(desk.everything()).isZero();
    assertThat(desk.out()).contains("The desk's index in " + other.toRealPath());
    Ran again = Ran.dateline(office.log(), "rebuild", "desk", "--data", other.toString());
    assertThat(number(again.out(), "entries")).isEqualTo(number(desk.out(), "entries"));

    Ran open = Ran.dateline(office.log(), "rebuild", "newsroom", "--data", data.toString());
    assertThat(open.exitCode()).isEqualTo(1);
    assertThat(open.err())
        .startsWith("dateline: The index in ")
        .contains("a running newsroom has it open; stop that one")
        .doesNotContain("\tat ");
    assertThat(page(RELEASED)).as("the running one is as it was").isEqualTo(200);
  }

  @Test
  @Order(7)
  void aCopyOfThisVersionsFolderGoesOnWhereItWasMade() throws Exception {
    JsonNode before = terminal.asks("status");
    close();
    Path copy = folder.resolve("copy");
    copy(data, copy);
    delete(data);
    data = copy;
    open();
    assertThat(terminal.asks("status").path("notes")).isEqualTo(before.path("notes"));
    for (String headline : List.of(RELEASED, DUE, UNDER_REVIEW)) {
      assertThat(page(headline)).as(headline).isEqualTo(200);
      mailedOnce(headline);
    }
    String note = id(DRAFT);
    terminal.does("comment", note, "After the restore.");
    assertThat(terminal.does("comment", note).out())
        .contains("Which winters?", "After the restore.");
  }

  private void open() throws IOException {
    office = Office.up(data, Ports.free());
    terminal = new Terminal(office.desk(), data);
  }

  private String state(String headline) {
    return note(headline).path("state").asText();
  }

  private String id(String headline) {
    return note(headline).path("id").asText();
  }

  private JsonNode note(String headline) {
    return StreamSupport.stream(terminal.asks("status").path("notes").spliterator(), false)
        .filter(note -> note.path("headline").asText().contains(headline))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no note \"" + headline + '"'));
  }

  private int page(String headline) throws IOException, InterruptedException {
    return terminal.get(office.newsroom() + "/notes/" + id(headline)).statusCode();
  }

  /** Everybody has it, and nobody twice. */
  private void mailedOnce(String headline) throws Exception {
    Inbox inbox = new Inbox(terminal, office.inbox());
    String note = id(headline);
    await()
        .atMost(PATIENCE)
        .until(() -> inbox.recipients(note, RECIPIENTS).containsAll(RECIPIENTS));
    assertThat(inbox.recipients(note, RECIPIENTS))
        .as(headline)
        .containsExactlyInAnyOrderElementsOf(RECIPIENTS);
  }

  private static String number(String said, String of) {
    return said.replaceAll("(?s).* ([\\d,]+) " + of + ".*", "$1");
  }

  private static void unpack(Path to) throws IOException {
    try (InputStream packed =
            Objects.requireNonNull(KeptOfficeIT.class.getResourceAsStream("/kept-office.zip"));
        ZipInputStream zip = new ZipInputStream(packed)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = to.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
