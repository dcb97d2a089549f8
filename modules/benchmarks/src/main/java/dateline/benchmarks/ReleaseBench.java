package dateline.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** T2: from the decision to release to the public page and to the press's inboxes. */
@Command(
    name = "T2",
    mixinStandardHelpOptions = true,
    description = "Decision to release to newsroom page readable and to the first press mail.")
final class ReleaseBench implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WARM_UP = 20;
  private static final long SEED = 42;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(
      names = "--releases",
      defaultValue = "30",
      description = "Of each round; default ${DEFAULT-VALUE}.")
  private int releases = 30;

  @Option(
      names = "--contacts",
      defaultValue = "20",
      description = "Press contacts who get every note; default ${DEFAULT-VALUE}.")
  private int contacts = 20;

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** When one release was asked for, decided and readable, and by the clock of the mails. */
  private record Released(
      PressDesk.Ready note, Instant asked, Instant decided, Duration page, Instant readable) {}

  /** The same figure of every release: of one round, or of all. */
  private record Tallies(
      Tally page, Tally pageFromEvent, Tally mail, Tally mailFromEvent, Tally last) {

    static Tallies none() {
      return new Tallies(new Tally(), new Tally(), new Tally(), new Tally(), new Tally());
    }

    void add(Released released, List<Instant> mails) {
      page.took(released.page());
      pageFromEvent.took(Duration.between(released.decided(), released.readable()));
      mail.took(Duration.between(released.asked(), mails.getFirst()));
      mailFromEvent.took(Duration.between(released.decided(), mails.getFirst()));
      last.took(Duration.between(released.asked(), mails.getLast()));
    }
  }

  @Override
  public Integer call() throws Exception {
    try (Workplace work = Workplace.open()) {
      String machine = Machine.markdown(work);
      try (Office office = Office.start(work, work.data("data"));
          PressDesk desk = new PressDesk(office)) {
        measure(office, desk, machine);
      }
    }
    return 0;
  }

  private void measure(Office office, PressDesk desk, String machine) throws Exception {
    Others others = new Others();
    Duration before = office.cpu();
    desk.contacts(contacts);
    Progress.say("warming up with %d releases".formatted(WARM_UP));
    round(office, desk, 1, WARM_UP, List.of());
    Rounds page =
        new Rounds("p50 ms", "p99 ms", "max ms", "event p50 ms", "event p99 ms", "event max ms");
    Rounds mail =
        new Rounds(
            "p50 ms",
            "p99 ms",
            "max ms",
            "event p50 ms",
            "event p99 ms",
            "event max ms",
            "last p99 ms");
    Tallies all = Tallies.none();
    for (int round = 1; round <= rounds; round++) {
      Tallies these = Tallies.none();
      round(office, desk, WARM_UP + 1 + (round - 1) * releases, releases, List.of(these, all));
      page.add(
          these.page().percentile(50),
          these.page().percentile(99),
          these.page().max(),
          these.pageFromEvent().percentile(50),
          these.pageFromEvent().percentile(99),
          these.pageFromEvent().max());
      mail.add(
          these.mail().percentile(50),
          these.mail().percentile(99),
          these.mail().max(),
          these.mailFromEvent().percentile(50),
          these.mailFromEvent().percentile(99),
          these.mailFromEvent().max(),
          these.last().percentile(99));
      Progress.say("round %d: %s".formatted(round, these.page().line("pages")));
      Progress.say("round %d: %s".formatted(round, these.mail().line("first mails")));
    }
    System.out.print(report(machine, page, mail, all));
    System.out.print("\n" + others.line(office.cpu().minus(before)));
  }

  private String report(String machine, Rounds page, Rounds mail, Tallies all) {
    return "`./dateline bench T2 --rounds %d --releases %d --contacts %d`\n\n"
            .formatted(rounds, releases, contacts)
        + "Releases of approved notes to %d press contacts, one at a time; the page asked for again 1 ms after each answer. Warm-up %d releases, then %d rounds of %d on one office.\n\n"
            .formatted(contacts, WARM_UP, rounds, releases)
        + machine
        + "\nNewsroom page readable, since the request was sent and since the event's `at`:\n\n"
        + page.markdown()
        + "\n"
        + all.page().line("pages since the request")
        + "\n\nFirst press mail's DATA received, likewise, and the last of %d mails since the request:\n\n"
            .formatted(contacts)
        + mail.markdown()
        + "\n"
        + all.mail().line("first mails since the request")
        + "\n\nPage:\n\n"
        + page.atMost("p99 ms", 500, "ms")
        + "\nMail:\n\n"
        + mail.atMost("p99 ms", 2_000, "ms");
  }

  private void round(
      Office office, PressDesk desk, int firstSerial, int count, List<Tallies> tallies)
      throws Exception {
    List<PressDesk.Ready> notes = desk.prepare(firstSerial, count);
    List<Released> released = new ArrayList<>();
    try (Connection commands = new Connection(office.desk());
        Connection pages = new Connection(office.newsroom())) {
      for (PressDesk.Ready note : notes) {
        PressDesk.pause(Duration.ofMillis(random.nextInt(400, 800)));
        released.add(release(commands, pages, office.operatorToken(), note));
      }
    }
    Map<Integer, List<Instant>> mails = desk.mails(notes, contacts);
    for (Released one : released) {
      List<Instant> arrived = mails.get(one.note().serial());
      if (arrived == null || arrived.size() != contacts) {
        throw new IllegalStateException("not one mail for each contact: " + arrived);
      }
      tallies.forEach(tally -> tally.add(one, arrived));
    }
  }

  private static Released release(
      Connection commands, Connection pages, String token, PressDesk.Ready note)
      throws IOException, InterruptedException, ExecutionException {
    String page = "/notes/" + note.id();
    if (pages.get(page, Map.of()).status() != 404) {
      throw new IllegalStateException("a page is public before its release");
    }
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer " + token,
            "Dateline-Person", note.dutyOfficer(),
            "Content-Type", "application/json",
            "Idempotency-Key", UUID.randomUUID().toString(),
            "If-Match", note.etag());
    byte[] body = "{\"digest\":\"%s\"}".formatted(note.digest()).getBytes(StandardCharsets.UTF_8);
    CompletableFuture<Instant> readable = new CompletableFuture<>();
    Instant asked = Instant.now();
    Thread watcher = Thread.ofVirtual().start(() -> watch(pages, page, note, readable));
    Connection.Answer answer =
        commands.send("POST", "/api/notes/" + note.id() + "/release", headers, body);
    if (answer.status() != 200) {
      throw new IllegalStateException("not released: " + answer.status() + ' ' + answer.body());
    }
    watcher.join();
    Instant at = readable.get();
    return new Released(
        note,
        asked,
        Instant.parse(JSON.readTree(answer.body()).path("release").path("releasedAt").asText()),
        Duration.between(asked, at),
        at);
  }

  /** Asks for the page until it is there with this note's text. */
  private static void watch(
      Connection pages, String page, PressDesk.Ready note, CompletableFuture<Instant> readable) {
    Instant deadline = Instant.now().plus(PATIENCE);
    try {
      while (Instant.now().isBefore(deadline)) {
        Connection.Answer answer = pages.get(page, Map.of());
        Instant at = Instant.now();
        if (answer.status() == 200 && answer.body().contains(Texts.mark(note.serial(), 1))) {
          readable.complete(at);
          return;
        }
        PressDesk.pause(Duration.ofMillis(1));
      }
      readable.completeExceptionally(new IOException("no page after " + PATIENCE));
    } catch (IOException | InterruptedException e) {
      readable.completeExceptionally(e);
    }
  }
}
