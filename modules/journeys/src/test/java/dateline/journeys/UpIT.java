package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dateline.contracts.Topic;
import dateline.launcher.Ports;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.DeskRefusal;
import dateline.runtime.KafkaSettings;
import dateline.runtime.metrics.Metric;
import dateline.runtime.wire.Wire;
import dateline.testkit.Guarantee;
import dateline.testkit.Observed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
 * A day in one press office, in order: its people work at the command line, the machine is killed
 * while a release is scheduled, and in the end the whole log is read against every promise.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class UpIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern CONFIRM =
      Pattern.compile("https?://[^\\s\"<>]+/subscriptions/confirm\\?[^\\s\"<>]+");
  private static final Pattern INVITATION =
      Pattern.compile("https?://[^\\s\"<>]+/invitations/[A-Za-z0-9_.-]+");
  private static final Pattern CODE = Pattern.compile("Your code: (\\d{4}) (\\d{4})");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) ");
  private static final Set<String> RECIPIENTS =
      Set.of("ada@harbour-post.example", "ben@radio-ellery.example", "cara@home.example");

  private final Ports ports = Ports.free();
  private Path data;
  private Office office;
  private Terminal terminal;

  private String harbour = "";
  private String lighthouse = "";
  private Instant due = Instant.MAX;

  @BeforeAll
  void up(@TempDir Path folder) throws Exception {
    data = folder.resolve("data");
    office = Office.up(data, ports);
    terminal = new Terminal(office.desk(), data);
  }

  @AfterAll
  void down() {
    terminal.close();
    office.close();
  }

  @Test
  @Order(1)
  void allAddressesArePrintedAndAnswer() throws Exception {
    assertThat(office.out())
        .containsPattern("Newsroom +" + office.newsroom() + "/\n")
        .containsPattern("Desk +" + office.desk() + "/\n")
        .containsPattern("Answers by mail +127\\.0\\.0\\.1:" + ports.deskMail() + "\n")
        .containsPattern("Mail inbox +" + office.inbox() + "/\n")
        .containsPattern("Kafka +127\\.0\\.0\\.1:" + ports.broker() + "\n")
        .containsPattern("Schema registry +http://127\\.0\\.0\\.1:" + ports.registry() + "\n")
        .contains(data.toRealPath().toString());
    assertThat(office.err()).as("the screen of a person").isEmpty();
    assertThat(terminal.get(office.newsroom() + "/").body())
        .as("the directory's name for the press office")
        .contains("Ministry of External Affairs, Office of the Spokesperson");
    assertThat(terminal.says("directory").out())
        .contains("Zone America/New_York", "Africa Desk", "Helen Abara", "Who must clear what")
        .containsPattern("legal +clear +every note");
    for (String address :
        List.of(
            office.newsroom() + "/",
            office.desk() + "/health",
            office.inbox() + "/",
            "http://127.0.0.1:" + ports.registry() + "/subjects")) {
      assertThat(terminal.get(address).statusCode()).as(address).isEqualTo(200);
    }
  }

  @Test
  @Order(2)
  void aSecondDatelineOnTheSameDataIsRefused() throws Exception {
    Ran second = Ran.dateline(Office.variables(Ports.free()), "up", "--data", data.toString());
    assertThat(second.exitCode()).as(second.everything()).isEqualTo(1);
    assertThat(second.err().strip())
        .startsWith("dateline: The data folder")
        .contains("is in use by another running Dateline; stop that one")
        .doesNotContain("\n");
  }

  @Test
  @Order(4)
  void thePressListAndTheSubscribersAreKept() throws Exception {
    assertThat(terminal.says("contacts").out()).contains("No press contacts yet");
    add("ada@harbour-post.example", "Ada Lund");
    add("ben@radio-ellery.example", "Ben Osei");
    add("gone@radio-ellery.example", "Gil Gone");
    String gone =
        StreamSupport.stream(terminal.asks("contacts").path("contacts").spliterator(), false)
            .filter(contact -> contact.path("name").asText().equals("Gil Gone"))
            .map(contact -> contact.path("id").asText())
            .findFirst()
            .orElseThrow();
    terminal.does("contacts", "remove", gone, "--reason", "left");
    terminal.isRefused("UNKNOWN_CONTACT", "contacts", "remove", "ffffffffffffffffffff");
    terminal.isRefused("UNUSABLE_ADDRESS", "contacts", "add", "no address", "Nobody");

    assertThat(terminal.says("subscribe", "cara@home.example").out()).contains("confirmation");
    await().atMost(PATIENCE).until(() -> !inbox().of("cara@home.example").isEmpty());
    Matcher link = CONFIRM.matcher(inbox().of("cara@home.example").getFirst().text());
    assertThat(link.find()).isTrue();
    assertThat(terminal.press(link.group()).statusCode()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .until(() -> terminal.asks("contacts").path("subscribers").asInt() == 1);
    await().atMost(PATIENCE).until(() -> terminal.asks("contacts").path("contacts").size() == 2);
    assertThat(terminal.says("contacts").out())
        .contains("Ada Lund", "Ben Osei", "1 confirmed subscriber\n")
        .doesNotContain("Gil Gone", "cara@home.example");
    assertThat(terminal.does("contacts", "add", "ada@harbour-post.example", "Adam Lund").out())
        .contains("is on the press list already, as Ada Lund of An Outlet; nothing changed.");
  }

  @Test
  @Order(5)
  void whatBlocksIsSubmittedOnlyWithAReason() {
    assertThat(terminal.says("submit", text("harbour-note.txt")).out())
        .contains("[DEAD_LINK]", "Third Coastal Ferry Dialogue");
    terminal.isRefused("BLOCKING_FINDINGS", "submit", text("harbour-note.txt"));
    terminal.isRefused("NO_SUCH_FILE", "submit", "no-such-note.txt");
    assertThat(
            terminal.isRefused(
                "UNKNOWN_WAIVER", "submit", text("harbour-note.txt"), "--waive", "DEAD_LINKS=so"))
        .contains("what blocks it is DEAD_LINK");
    harbour = terminal.submits(text("harbour-note.txt"), "--waive", "DEAD_LINK=no page yet");
    assertThat(terminal.says("show", harbour).out()).contains("waived   DEAD_LINK: no page yet");
    assertThat(terminal.asks("submit", "--draft", text("harbour-note.txt")).path("findings"))
        .as("findings have their places in the text")
        .anySatisfy(finding -> assertThat(finding.path("line").asInt()).isPositive());
    assertThat(terminal.offices(harbour, "CLEAR"))
        .contains("legal", "europe", "east-asia", "cyber");
  }

  @Test
  @Order(6)
  void aShortNameIsEnoughUntilItIsAmbiguous() {
    Map<String, Integer> first = new HashMap<>();
    while (first.values().stream().noneMatch(many -> many > 1)) {
      terminal.says("submit", "--draft", text("lighthouse-note.txt"));
      first.clear();
      terminal
          .asks("status")
          .path("notes")
          .forEach(note -> first.merge(note.path("id").asText().substring(0, 1), 1, Integer::sum));
    }
    String shared =
        first.entrySet().stream()
            .filter(e -> e.getValue() > 1)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    Ran ambiguous = terminal.says("show", shared);
    assertThat(ambiguous.exitCode()).isEqualTo(1);
    assertThat(ambiguous.err().strip().lines().count()).as(ambiguous.err()).isGreaterThan(2);
    assertThat(terminal.says("show", harbour.substring(0, 12)).out()).contains(harbour);
    terminal.isRefused("UNKNOWN_NOTE", "show", "zzzz");
    Ran forPrograms = terminal.says("show", shared, "--json");
    assertThat(forPrograms.exitCode()).isEqualTo(1);
    assertThat(Terminal.json(forPrograms.err()).path("code").asText())
        .isEqualTo("AMBIGUOUS_PREFIX");
    assertThat(Terminal.json(forPrograms.err()).path("candidates")).hasSizeGreaterThan(1);
  }

  @Test
  @Order(7)
  void everyReviewerIsAskedByOneMailWithALinkOfTheirOwn() throws Exception {
    for (String reviewer : List.of("kofi.mensah", "lena.fischer", "omar.haddad")) {
      await().atMost(PATIENCE).until(() -> !notices(reviewer, harbour).isEmpty());
      assertThat(notices(reviewer, harbour))
          .as("one mail for " + reviewer)
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.text())
                .contains(" is asked to clear this text by ", office.desk() + "/answers/")
                .contains("Reply-To: clearance@dateline.example", "Reply with CLEARED, or NOT")
                .doesNotContain("List-Unsubscribe");
            assertThat(mail.delivery()).startsWith("answer.");
            String replies = mail.delivery().substring("answer.".length());
            assertThat(mail.text())
                .as("who reads a mail server's log opens no page")
                .contains("/answers/" + replies.substring(0, replies.indexOf('.') + 1))
                .doesNotContain("/answers/" + replies);
          });
    }
    assertThat(notices("amina.rahal", harbour)).as("who wrote it is asked nothing").isEmpty();
    assertThat(notices("esther.kamau", harbour)).as("it names no country of hers").isEmpty();
  }

  @Test
  @Order(8)
  void nobodyDoesWhatIsNotTheirs() {
    terminal.isRefused("ROLE_MISSING", "approve", harbour, "--as", "maya.okafor");
    terminal.isRefused(
        "NOT_THEIR_OFFICE", "clear", harbour, "--office", "legal", "--as", "lena.fischer");
    terminal.isRefused("NOT_ON_LIST", "clear", harbour, "--office", "africa");
    terminal.isRefused("UNKNOWN_PERSON", "clear", harbour, "--office", "legal", "--as", "nobody");
    assertThat(terminal.isRefused("UNKNOWN_OFFICE", "clear", harbour, "--office", "navy"))
        .contains("this note is with ", "cyber");
    terminal.isRefused("NOT_ALL_CLEARED", "approve", harbour);
    terminal.isRefused("NOT_CLEARED", "release", harbour);
    assertThat(terminal.note(harbour).path("state").asText()).isEqualTo("UNDER_REVIEW");
    assertThat(terminal.note(harbour).path("clearance").path("open").size())
        .isEqualTo(terminal.offices(harbour, "CLEAR").size());
  }

  @Test
  @Order(9)
  void aReturnedNoteIsRevisedAndEveryOfficeReadsItAgain() throws Exception {
    terminal.does("clear", harbour, "--office", "leg");
    assertThat(terminal.does("clear", harbour, "--office", "leg").out())
        .containsPattern("It was so already: legal cleared this text at \\S+ by \\S+\\.");
    String formerDigest = terminal.note(harbour).path("digest").asText();
    terminal.does("clear", harbour, "--office", "cyber", "--return", "The storms are not ours.");
    terminal.awaitState(harbour, "RETURNED");
    assertThat(terminal.says("show", harbour).out()).contains("The storms are not ours.");
    assertThat(terminal.says("status").out())
        .containsPattern(harbour.substring(0, 8) + " +returned");

    await()
        .atMost(PATIENCE)
        .until(() -> {
          HttpResponse<String> revised =
              terminal.revises(
                  "maya.okafor",
                  harbour,
                  Files.readString(Path.of(text("harbour-note-revised.txt"))));
          return revised.statusCode() == 200;
        });
    try (DeskClient desk = desk()) {
      DeskClient.Answer draft = desk.get("/api/notes/" + harbour, "maya.okafor");
      desk.post(
          "/api/notes/" + harbour + "/submission",
          "maya.okafor",
          draft.etag(),
          JsonNodeFactory.instance.objectNode());
      terminal.awaitState(harbour, "UNDER_REVIEW");
      assertThat(terminal.note(harbour).path("revision").asInt()).isEqualTo(2);
      assertThat(terminal.note(harbour).path("clearance").path("open").toString())
          .as("the lawyer's answer was about the former text")
          .contains("legal", "cyber");

      DeskClient.Answer now = desk.get("/api/notes/" + harbour, "ruth.adler");
      var stale = JsonNodeFactory.instance.objectNode();
      stale.put("digest", formerDigest).put("answer", "CLEARED");
      String path = "/api/notes/" + harbour + "/clearances";
      assertThatThrownBy(() -> desk.post(path, "ruth.adler", now.etag(), stale))
          .isInstanceOfSatisfying(
              DeskRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo("STALE_TEXT"));
      assertThatThrownBy(() -> desk.post(path, "ruth.adler", draft.etag(), stale))
          .isInstanceOfSatisfying(
              DeskRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo("STALE_VERSION"));
    }
  }

  @Test
  @Order(10)
  void whoIsOutsideTheHouseClearsByALinkAndACode() throws Exception {
    String kari = "kari@fisheries.example";
    terminal.isRefused(
        "ADDRESS_OF_STAFF",
        "invite",
        harbour,
        "norway",
        "ruth.adler@mea.example",
        "--name",
        "Ruth",
        "--reason",
        "A slip.");
    String name = "Kari Nordmann, Ministry of Fisheries";
    terminal.does(
        "invite", harbour, "norway", kari, "--must", "--name", name, "--reason", "They agreed.");
    terminal.isRefused("NOT_ALL_CLEARED", "approve", harbour);
    String link = awaitMail(kari, INVITATION).group();
    assertThat(inbox().of(kari).getFirst().text()).doesNotContain("Harbour Ministers", "ferries");

    assertThat(terminal.get(link).body())
        .contains("Mail me a code")
        .doesNotContain("Harbour Ministers", "ferries");
    assertThat(terminal.posts(link, "do=clear", "").body()).contains("Nothing is recorded");
    assertThat(terminal.posts(link, "do=mail", "").statusCode()).isEqualTo(303);
    Matcher code = awaitMail(kari, CODE);
    assertThat(terminal.posts(link, "do=open&code=00000000", "").body())
        .contains("You can try 4 times more");
    HttpResponse<String> opened =
        terminal.posts(link, "do=open&code=" + code.group(1) + code.group(2), "");
    assertThat(opened.statusCode()).isEqualTo(303);
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(terminal.posts(link, "do=clear", cookie).body())
        .contains("Thank you: it is recorded");
    assertThat(terminal.says("clearances", harbour).out())
        .containsPattern(name + ".*cleared.*" + name + " by link");

    terminal.does("revoke", harbour, "norway", "--reason", "They answered.");
    assertThat(terminal.posts(link, "do=mail", cookie).body())
        .contains("The press office has ended it");
    terminal.does("forget-clearer", kari, "--reason", "They answered.");
    assertThat(terminal.says("clearances", harbour).out())
        .as("what they answered stands")
        .containsPattern(name + ".*cleared.*" + name + " by link");
  }

  /** The newest mail to this address that holds this, as soon as there is one. */
  private Matcher awaitMail(String address, Pattern wanted) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                inbox().of(address).stream()
                    .map(mail -> wanted.matcher(mail.text()))
                    .filter(Matcher::find)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  @Order(11)
  void aClearedNoteIsReleasedAtOnceOrAtAnInstantWithItsZone() throws Exception {
    lighthouse = terminal.submits(text("lighthouse-note.txt"));
    terminal.clearsByAll(lighthouse);
    terminal.does("release", lighthouse);
    await().atMost(PATIENCE).until(() -> page(lighthouse).statusCode() == 200);
    assertThat(page(lighthouse).body()).contains("The Lighthouse at Cape Merrow Shines Again");
    await()
        .atMost(PATIENCE)
        .until(() -> inbox().recipients(lighthouse, RECIPIENTS).containsAll(RECIPIENTS));

    terminal.clearsByAll(harbour);
    terminal.isRefused("ZONE_MISSING", "release", harbour, "--at", "2126-03-02T09:00");
    terminal.isRefused(
        "PAST_INSTANT", "release", harbour, "--at", "2026-03-02T09:00 America/New_York");
    terminal.isRefused(
        "UNKNOWN_ZONE", "release", harbour, "--at", "2126-03-02T09:00 America/Ellery");
    ZoneId zone = ZoneId.of("Asia/Tokyo");
    due = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
    terminal.does("release", harbour, "--at", LocalDateTime.ofInstant(due, zone) + " " + zone);
    assertThat(terminal.says("show", harbour).out())
        .contains("scheduled for " + due, "(said in Asia/Tokyo)");
    assertThat(page(harbour).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(12)
  void afterAKillEverythingIsThereAndTheScheduleIsKept() throws Exception {
    String before = terminal.asks("status").path("total").asText();
    office.kill();
    office = Office.up(data, ports);
    assertThat(office.out())
        .as("what takes longer than three seconds is told")
        .matches("(?s)(The Dateline before was killed: waiting .*|.*Ready in [0-2]\\.\\d s.*)");
    assertThat(terminal.asks("status").path("total").asText()).isEqualTo(before);
    assertThat(terminal.says("contacts").out())
        .contains("Ada Lund", "Ben Osei", "1 confirmed subscriber\n");
    assertThat(page(lighthouse).statusCode()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .until(() -> {
          boolean early = Instant.now().isBefore(due);
          boolean open = page(harbour).statusCode() == 200;
          assertThat(early && open && Instant.now().isBefore(due))
              .as("public before " + due)
              .isFalse();
          return open;
        });
    assertThat(page(harbour).body()).contains("Third Coastal Ferry Dialogue");
    assertThat(page(harbour).body()).as("the former text").doesNotContain("storms");
    await()
        .atMost(PATIENCE)
        .until(() -> inbox().recipients(harbour, RECIPIENTS).containsAll(RECIPIENTS));
    terminal.awaitState(harbour, "RELEASED");
    assertThat(terminal.does("release", harbour).out()).contains("It was so already");
    terminal.isRefused("NOTE_RELEASED", "clear", harbour, "--office", "legal", "--return", "No.");
  }

  @Test
  @Order(13)
  void whoClearedWhichTextIsCertifiedAndBorneOutByTheLogAlone() throws Exception {
    Ran certificate = terminal.does("certificate", lighthouse, "--json");
    Path genuine = Files.writeString(data.resolveSibling("certificate.json"), certificate.out());
    assertThat(Terminal.json(certificate.out()).path("list"))
        .allSatisfy(line -> assertThat(line.at("/answer/person").asText()).isNotEmpty());
    assertThat(Terminal.json(certificate.out()).at("/submission/person").asText()).isNotEmpty();
    assertThat(Terminal.json(certificate.out()).at("/chain/0/what").asText())
        .isEqualTo("NoteSubmitted");
    assertThat(terminal.does("certificate", lighthouse, "--page").out())
        .contains("Certificate of clearance", "The Lighthouse at Cape Merrow Shines Again");

    Ran verified = verify(genuine);
    assertThat(verified.exitCode()).as(verified.everything()).isZero();
    assertThat(verified.out()).contains("is genuine");

    String approver = Terminal.json(certificate.out()).at("/approval/given/0/person").asText();
    Path forged =
        Files.writeString(
            data.resolveSibling("forged.json"), certificate.out().replace(approver, "maya.okafor"));
    Ran found = verify(forged);
    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.out()).contains("is FALSE", approver);

    JsonNode guest =
        Terminal.json(terminal.does("certificate", harbour, "--json").out()).path("list");
    assertThat(guest)
        .filteredOn(line -> line.has("invitation"))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.at("/answer/channel").asText()).isEqualTo("LINK");
          assertThat(line.at("/invitation/uses"))
              .extracting(use -> use.path("what").asText())
              .containsExactly("CODE_ASKED", "WRONG_CODE", "OPENED");
        });
    Path none = Files.writeString(data.resolveSibling("none.json"), "{}");
    assertThat(verify(none).err()).startsWith("dateline: ").contains("is not a certificate");
  }

  private Ran verify(Path document) throws Exception {
    return Ran.dateline(office.log(), "certificate", "--verify", document.toString());
  }

  @Test
  @Order(13)
  void everybodyHasEachNoteOnce() throws Exception {
    assertThat(inbox().recipients(harbour, RECIPIENTS))
        .containsExactlyInAnyOrderElementsOf(RECIPIENTS);
    assertThat(inbox().recipients(lighthouse, RECIPIENTS))
        .containsExactlyInAnyOrderElementsOf(RECIPIENTS);
    assertThat(inbox().of("gone@radio-ellery.example")).isEmpty();
  }

  @Test
  @Order(14)
  void whoWroteAndWhoApprovedANoteIsToldOfItsRelease() throws Exception {
    for (String note : List.of(lighthouse, harbour)) {
      await()
          .atMost(PATIENCE)
          .until(() ->
              notices("amina.rahal", note).stream()
                  .anyMatch(mail -> mail.text().contains("The text is public.")));
    }
  }

  @Test
  @Order(15)
  void theLogIsShownWithItsSchemas() throws Exception {
    Ran all = Ran.dateline(office.log(), "topics");
    assertThat(all.exitCode()).as(all.everything()).isZero();
    assertThat(all.out()).contains("dateline.releases.v1", "dateline.clearance.events.v1");
    Ran releases = Ran.dateline(office.log(), "topics", "rel", "--json");
    assertThat(releases.out().lines().map(Terminal::json).map(r -> r.path("key").asText()))
        .containsExactlyInAnyOrder(harbour, lighthouse);
    Ran which = Ran.dateline(office.log(), "topics", "clearance");
    assertThat(which.exitCode()).isEqualTo(1);
    assertThat(which.err().strip())
        .startsWith("dateline: ")
        .contains("clearance.commands", "say more of it")
        .doesNotContain("\n");
  }

  /** Over the kill too: a schedule keeps the trace of the request that set it. */
  @Test
  @Order(15)
  void oneTraceLeadsFromTheCommandToTheMail() throws Exception {
    try (Wire wire = new Wire(KafkaSettings.from(office.log()).wire())) {
      LogReader reader = new LogReader(office.log(), wire);
      Map<String, Set<String>> released = reader.traces(Topic.RELEASES);
      Map<String, Set<String>> asked = reader.traces(Topic.PUBLISHING_COMMANDS);
      for (String note : List.of(harbour, lighthouse)) {
        Set<String> trace = released.getOrDefault(note, Set.of());
        assertThat(trace).hasSize(1);
        assertThat(asked.getOrDefault(note, Set.of())).containsAll(trace);
        for (String recipient : RECIPIENTS) {
          assertThat(inbox().of(recipient))
              .filteredOn(mail -> mail.text().contains(note))
              .singleElement()
              .satisfies(mail ->
                  assertThat(mail.text()).contains("\nDateline-Trace: " + trace.iterator().next()));
        }
      }
    }
  }

  @Test
  @Order(15)
  void theTraceOfARequestIsInItsAnswerAndItsMail() throws Exception {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(office.newsroom() + "/subscriptions"))
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("address=dora%40home.example"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Dateline-Trace")).contains(trace);
    }
    await()
        .atMost(PATIENCE)
        .until(
            () -> inbox().of("dora@home.example").stream(),
            mails -> mails.anyMatch(mail -> mail.text().contains("\nDateline-Trace: " + trace)));
  }

  /** By the process that was started after the kill: the scheduled release is its. */
  @Test
  @Order(15)
  void whatHappenedIsCountedUnderDocumentedNames() throws Exception {
    String health = "http://127.0.0.1:" + ports.health();
    JsonNode all = Terminal.json(terminal.get(health + "/health").body());
    assertThat(all.path("ready").asBoolean()).isTrue();
    assertThat(all.path("parts"))
        .extracting(part -> part.path("part").asText())
        .contains("drafting", "publishing", "dispatcher", "desk", "newsroom");
    String metrics = terminal.get(health + "/metrics").body();
    assertThat(TYPE.matcher(metrics).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            MetricsTest.all().stream()
                .flatMap(metric ->
                    metric.kind() == Metric.Kind.HISTOGRAM
                        ? Stream.of(metric.name(), metric.name() + "_max")
                        : Stream.of(metric.name()))
                .toList());
    assertThat(metrics)
        .contains("dateline_due_lateness_seconds_count{module=\"publishing\"} 1\n")
        .contains("dateline_recipients_planned_total{lane=\"press\",module=\"notification\"} 2.0\n")
        .contains(
            "dateline_mails_total{lane=\"press\",module=\"dispatcher\",outcome=\"accepted\"} 2.0\n")
        .contains("dateline_dead_letters_total{module=\"publishing\"} 0.0\n")
        .contains("dateline_ready{module=\"clearance\"} 1.0\n")
        .containsPattern(
            "dateline_reader_lag_records\\{module=\"drafting\",reader=\"engine\",topic=\"dateline.drafting.commands.v1\"} 0.0\n")
        .containsPattern(
            "dateline_reader_behind_seconds\\{module=\"desk\",reader=\"desk-index\"} 0\\.")
        .containsPattern(
            "dateline_commands_answered_total\\{answer=\"done\",code=\"\",module=\"publishing\"} [1-9]")
        .doesNotContain(harbour, lighthouse, "harbour-post.example");
    for (String face : List.of(office.desk(), office.newsroom())) {
      assertThat(terminal.get(face + "/metrics").statusCode()).as(face).isEqualTo(404);
    }
  }

  @Test
  @Order(16)
  void everyPromiseWasKept() throws Exception {
    try (Wire wire = new Wire(KafkaSettings.from(office.log()).wire())) {
      LogReader reader = new LogReader(office.log(), wire);
      List<WholeLog.Mail> arrived = new ArrayList<>();
      for (String address : RECIPIENTS) {
        inbox()
            .of(address)
            .forEach(mail -> arrived.add(new WholeLog.Mail(address, mail.delivery())));
      }
      // A mail is in the inbox a moment before its outcome is on the log.
      Observed seen =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> new WholeLog(reader).observed(arrived),
                  all -> Guarantee.NOTHING_LOST.violations(all).isEmpty());
      assertThat(seen.released()).hasSize(2);
      assertThat(seen.released()).filteredOn(Observed.Released::bySchedule).hasSize(1);
      assertThat(seen.timings())
          .hasOnlyElementsOfTypes(Observed.Scheduled.class, Observed.Went.class);
      assertThat(seen.timings()).filteredOn(Observed.Scheduled.class::isInstance).hasSize(1);
      assertThat(seen.timings()).filteredOn(Observed.Went.class::isInstance).hasSize(2);
      assertThat(seen.approvals()).filteredOn(Observed.Cleared.class::isInstance).hasSize(2);
      assertThat(seen.planned()).hasSizeGreaterThanOrEqualTo(7);
      assertThat(seen.delivered()).hasSize(7);
      assertThat(seen.sent()).hasSizeGreaterThan(30);
      for (Guarantee guarantee : Guarantee.values()) {
        assertThat(guarantee.violations(seen)).as(guarantee.name()).isEmpty();
      }
      assertThat(new WholeLog(reader).deadLetters()).isEmpty();
    }
  }

  @Test
  @Order(17)
  void anOrderlyStopSaysSo() throws Exception {
    office.close();
    assertThat(office.isAlive()).isFalse();
    assertThat(office.out()).contains("Stopping …");
    assertThat(office.err()).doesNotContain("\tat ");
    assertThat(terminal.isRefused("DESK_UNREACHABLE", "status"))
        .contains("start one with ./dateline up");
  }

  private void add(String address, String name) {
    Ran added = terminal.says("contacts", "add", address, name, "--outlet", "An Outlet");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    assertThat(added.out()).contains(name + " is on the press list");
  }

  private HttpResponse<String> page(String note) throws IOException, InterruptedException {
    return terminal.get(office.newsroom() + "/notes/" + note);
  }

  /** The mails to somebody of the house that are about this note. */
  private List<Inbox.Mail> notices(String person, String note)
      throws IOException, InterruptedException {
    return inbox().of(person + "@mea.example").stream()
        .filter(mail -> mail.text().contains("Note " + note))
        .toList();
  }

  private Inbox inbox() {
    return new Inbox(terminal, office.inbox());
  }

  private DeskClient desk() throws IOException {
    return new DeskClient(URI.create(office.desk()), Optional.of(terminal.token()));
  }

  private static String text(String name) {
    return Checkout.text(name).toString();
  }
}
