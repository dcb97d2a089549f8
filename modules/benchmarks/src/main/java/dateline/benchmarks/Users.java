package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Who works with a cluster of which a process was killed: people at the desk who ask again until it
 * is done, readers of pages, and the press. Each work answers when its effect was seen.
 */
final class Users implements AutoCloseable {

  private static final Duration LOOK_AT_PAGES_EVERY = Duration.ofMillis(100);
  private static final Duration LOOK_AT_MAILS_EVERY = Duration.ofMillis(500);

  /** What one look at a page may take. */
  private static final Duration PAGE_WITHIN = Duration.ofSeconds(5);

  private static final String JSON_TYPE = "application/json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PatientClient desk;
  private final PressMails mails;
  private final Connection pages;

  /**
   * @param contacts on the press list
   */
  Users(ComposeCluster cluster, int contacts) {
    this.desk = new PatientClient(ComposeCluster.DESK, cluster.operatorToken());
    this.mails = new PressMails(ComposeCluster.INBOX, contacts);
    this.pages = new Connection(ComposeCluster.NEWSROOM, PAGE_WITHIN);
  }

  /** Hands a text in and submits it, until the note can be read so. */
  Instant submit(String officer, int serial) throws InterruptedException {
    byte[] text = bytes(Texts.note(serial, 1));
    Connection.Answer draft =
        desk.gives("/api/notes", officer, Optional.empty(), "text/plain", text);
    String path = draft.header("location");
    Optional<String> etag = Optional.of(draft.header("etag"));
    desk.gives(path + "/submission", officer, etag, JSON_TYPE, bytes("{}"));
    desk.reads(
        path,
        officer,
        read -> !state(read).equals("DRAFT") && read.body().contains(Texts.mark(serial, 1)));
    return Instant.now();
  }

  /** Gives the final approval, until the note is ready. */
  Instant approve(PressDesk.Cleared note) throws InterruptedException {
    String path = "/api/notes/" + note.id();
    Optional<String> etag = Optional.of(note.etag());
    desk.gives(path + "/approval", note.approver(), etag, JSON_TYPE, digest(note.digest()));
    desk.reads(path, note.approver(), read -> state(read).equals("READY"));
    return Instant.now();
  }

  /** Reads a note at the desk. */
  Instant read(PressDesk.Ready note) throws InterruptedException {
    desk.reads(
        "/api/notes/" + note.id(),
        note.dutyOfficer(),
        read -> read.body().contains(Texts.mark(note.serial(), 1)));
    return Instant.now();
  }

  /** Releases a note. */
  void release(PressDesk.Ready note) throws InterruptedException {
    desk.gives(
        "/api/notes/" + note.id() + "/release",
        note.dutyOfficer(),
        Optional.of(note.etag()),
        JSON_TYPE,
        digest(note.digest()));
  }

  /**
   * Releases a note, until its page can be read; that may be before whoever released it is told.
   */
  Instant publish(PressDesk.Ready note) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> asking =
          threads.submit(() -> {
            release(note);
            return null;
          });
      Instant readable =
          Patience.until(
              "the page of a note",
              LOOK_AT_PAGES_EVERY,
              () -> {
                refuseIfRefused(asking);
                return page(note);
              });
      asking.get();
      return readable;
    }
  }

  private static void refuseIfRefused(Future<?> asking) {
    if (asking.state() == Future.State.FAILED
        && asking.exceptionNow() instanceof CannotMeasureException refused) {
      throw refused;
    }
  }

  private Optional<Instant> page(PressDesk.Ready note) throws IOException {
    Connection.Answer page = pages.get("/notes/" + note.id(), Map.of());
    Instant at = Instant.now();
    boolean shown = page.status() == 200 && page.body().contains(Texts.mark(note.serial(), 1));
    return shown ? Optional.of(at) : Optional.empty();
  }

  /**
   * Waits for a note's mails to the press and answers when the last came. None comes any more for
   * whom it is in doubt.
   */
  Instant lastMail(PressDesk.Ready note) throws InterruptedException {
    return Patience.until(
        "the mails of a note",
        LOOK_AT_MAILS_EVERY,
        () -> {
          Map<String, List<Instant>> arrived = mails.of(note);
          Set<String> without = without(arrived);
          if (!without.isEmpty() && !inDoubt(note).containsAll(without)) {
            return Optional.empty();
          }
          return arrived.values().stream()
              .flatMap(each -> each.stream().limit(1))
              .max(Comparator.naturalOrder())
              .or(() -> Optional.of(Instant.now()));
        });
  }

  /**
   * How often mails to the press arrived.
   *
   * @param planned one for each contact and note
   * @param missing that never came and are not in doubt
   * @param twice that came once too often
   * @param inDoubt of which nobody can say whether they came
   * @param inDoubtAndAbsent of these, those that did not
   */
  record Mails(int planned, int missing, int twice, int inDoubt, int inDoubtAndAbsent) {

    private Mails plus(Mails more) {
      return new Mails(
          planned + more.planned,
          missing + more.missing,
          twice + more.twice,
          inDoubt + more.inDoubt,
          inDoubtAndAbsent + more.inDoubtAndAbsent);
    }
  }

  /** Counts the mails of notes that were released. */
  Mails count(List<PressDesk.Ready> notes) throws IOException, InterruptedException {
    Mails all = new Mails(0, 0, 0, 0, 0);
    for (PressDesk.Ready note : notes) {
      Map<String, List<Instant>> arrived = mails.of(note);
      Set<String> doubt = inDoubt(note);
      Set<String> without = without(arrived);
      int absent = (int) without.stream().filter(doubt::contains).count();
      int twice = arrived.values().stream().mapToInt(each -> Math.max(0, each.size() - 1)).sum();
      all =
          all.plus(new Mails(arrived.size(), without.size() - absent, twice, doubt.size(), absent));
    }
    return all;
  }

  private static Set<String> without(Map<String, List<Instant>> arrived) {
    return arrived.entrySet().stream()
        .filter(each -> each.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The press contacts of whom the desk says that nobody knows whether they have a note. */
  private Set<String> inDoubt(PressDesk.Ready note) throws IOException, InterruptedException {
    String path = "/api/notes/" + note.id() + "/deliveries";
    Connection.Answer read = desk.reads(path, note.dutyOfficer(), _ -> true);
    Set<String> addresses = new HashSet<>();
    for (JsonNode contact : JSON.readTree(read.body()).path("press")) {
      if (contact.path("outcome").asText().equals("IN_DOUBT")) {
        addresses.add(contact.path("address").asText());
      }
    }
    return addresses;
  }

  /** What the desk's clients were told before it was done, and how often. */
  Map<String, Integer> told() {
    return desk.told();
  }

  private static String state(Connection.Answer read) {
    try {
      return JSON.readTree(read.body()).path("state").asText();
    } catch (IOException e) {
      throw new CannotMeasureException("The desk's answer is no JSON: " + read.body(), e);
    }
  }

  private static byte[] digest(String digest) {
    return bytes("{\"digest\":\"%s\"}".formatted(digest));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    desk.close();
    mails.close();
    pages.close();
  }
}
