package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.launcher.cli.AudienceCommands;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.NoteCommands;
import dateline.launcher.cli.People;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Takes notes as far as ready to release, as the people of the sample directory would. */
final class PressDesk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DeskClient desk;
  private final Connection inbox;
  private final People people;
  private final Duration patience;

  PressDesk(Office office) throws IOException {
    this(office.client(), office.inbox(), PATIENCE);
  }

  /**
   * @param desk closed with this
   * @param patience with a note that shall go on, and with mails
   */
  PressDesk(DeskClient desk, URI inbox, Duration patience) {
    this.desk = desk;
    this.inbox = new Connection(inbox);
    this.people = new People(desk.get("/api/directory").body());
    this.patience = patience;
  }

  /** A note that all offices have answered for and that waits for the approval of this person. */
  record Cleared(int serial, String id, String etag, String digest, String approver) {}

  /** A note that only waits for its release by this person. */
  record Ready(int serial, String id, String etag, String digest, String dutyOfficer) {

    String headline() {
      return Texts.headline(serial);
    }
  }

  /** Lists this many press contacts who want everything. */
  void contacts(int count) {
    String officer = officer();
    for (int i = 0; i < count; i++) {
      AudienceCommands.addContact(
          desk,
          officer,
          AudienceCommands.contact(
              contact(i), "Journalist " + i, "The Harbour Courier", List.of(), List.of()));
    }
  }

  /** The address of a press contact, the first of whom is 0. */
  static String contact(int number) {
    return "press%03d@courier.example".formatted(number);
  }

  /** The first press officer of the directory. */
  String officer() {
    return somebody("PRESS_OFFICER", Optional.empty(), nobody());
  }

  /** Prepares notes, several at once. */
  List<Ready> prepare(int firstSerial, int count) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Ready>> preparing = new ArrayList<>();
      for (int serial = firstSerial; serial < firstSerial + count; serial++) {
        int number = serial;
        preparing.add(threads.submit(() -> prepare(number)));
      }
      List<Ready> ready = new ArrayList<>();
      for (Future<Ready> one : preparing) {
        ready.add(one.get());
      }
      return ready;
    }
  }

  /** Prepares one note. */
  Ready prepare(int serial) throws InterruptedException {
    Cleared note = clear(serial);
    String path = "/api/notes/" + note.id();
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("digest", note.digest());
    desk.post(path + "/approval", note.approver(), Optional.of(note.etag()), body);
    DeskClient.Answer ready =
        await(path, note.approver(), it -> it.path("state").asText().equals("READY"));
    return new Ready(
        serial,
        note.id(),
        ready.etag().orElseThrow(),
        ready.body().path("digest").asText(),
        somebody("DUTY_OFFICER", Optional.empty(), ready.body().path("contributors")));
  }

  /** Takes one note as far as its final approval. */
  Cleared clear(int serial) throws InterruptedException {
    String officer = officer();
    byte[] text = Texts.note(serial, 1).getBytes(StandardCharsets.UTF_8);
    DeskClient.Answer draft = desk.postText("/api/notes", officer, "text/plain", text);
    DeskClient.Answer submitted = NoteCommands.handIn(desk, officer, draft, Map.of());
    String path = NoteCommands.path(submitted.body());
    JsonNode asked =
        await(path, officer, note -> !note.path("clearance").path("lines").isEmpty()).body();
    for (JsonNode line : asked.path("clearance").path("lines")) {
      answer(path, line, asked.path("contributors"));
    }
    String approver = somebody("APPROVER", Optional.empty(), asked.path("contributors"));
    DeskClient.Answer cleared = desk.get(path, approver);
    return new Cleared(
        serial,
        cleared.body().path("id").asText(),
        cleared.etag().orElseThrow(),
        cleared.body().path("digest").asText(),
        approver);
  }

  private void answer(String path, JsonNode line, JsonNode contributors) {
    String reviewer = somebody("REVIEWER", Optional.of(line.path("office").asText()), contributors);
    DeskClient.Answer read = desk.get(path, reviewer);
    ObjectNode body = NoteCommands.digest(read);
    body.put("answer", line.path("power").asText().equals("INFORM") ? "SEEN" : "CLEARED");
    desk.post(path + "/clearances", reviewer, read.etag(), body);
  }

  /** Releases a note now, and waits for the desk's answer. */
  void release(Ready note) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("digest", note.digest());
    desk.post(
        "/api/notes/" + note.id() + "/release", note.dutyOfficer(), Optional.of(note.etag()), body);
  }

  /**
   * Waits until each note has this many mails in the inbox.
   *
   * @return for each note's serial when its mails came, in order
   */
  Map<Integer, List<Instant>> mails(List<Ready> notes, int each)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      Map<Integer, List<Instant>> arrived = arrived(notes);
      if (arrived.values().stream().allMatch(mails -> mails.size() >= each)) {
        return arrived;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "waited %s in vain for %d mails of each note; there are %s"
                .formatted(patience, each, arrived));
      }
      pause(Duration.ofMillis(500));
    }
  }

  private Map<Integer, List<Instant>> arrived(List<Ready> notes) throws IOException {
    Map<String, List<Instant>> bySubject = new HashMap<>();
    for (JsonNode mail : JSON.readTree(inbox.get("/mails.json", Map.of()).body())) {
      bySubject
          .computeIfAbsent(mail.path("subject").asText(), _ -> new ArrayList<>())
          .add(Instant.parse(mail.path("receivedAt").asText()));
    }
    Map<Integer, List<Instant>> arrived = new HashMap<>();
    for (Ready note : notes) {
      arrived.put(
          note.serial(),
          bySubject.getOrDefault(note.headline(), List.of()).stream().sorted().toList());
    }
    return arrived;
  }

  private DeskClient.Answer await(String path, String person, Predicate<JsonNode> condition)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    DeskClient.Answer read = desk.get(path, person);
    while (!condition.test(read.body())) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("a note does not go on: " + read.body().path("state"));
      }
      pause(Duration.ofMillis(20));
      read = desk.get(path, person);
    }
    return read;
  }

  static void pause(Duration time) throws InterruptedException {
    LockSupport.parkNanos(time.toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private String somebody(String role, Optional<String> office, JsonNode not) {
    return people
        .first(role, office, not)
        .orElseThrow(() -> new IllegalStateException("nobody is " + role + " " + office));
  }

  private static JsonNode nobody() {
    return JsonNodeFactory.instance.arrayNode();
  }

  @Override
  public void close() throws IOException {
    desk.close();
    inbox.close();
  }
}
