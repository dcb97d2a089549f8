package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.NoteCommands;
import dateline.launcher.directory.DirectoryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a review takes to answer that many offices have worked on for long. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description =
        "An office's answer, the note and its certificate, with many offices on the list and a long history.")
final class ReviewBench implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String AUTHOR = "maya.writer";
  private static final String APPROVER = "ada.approver";

  @Option(names = "--offices", defaultValue = "40", description = "Default ${DEFAULT-VALUE}.")
  private int offices = 40;

  @Option(
      names = "--events",
      defaultValue = "2000",
      description = "Of clearance, before anything is measured; default ${DEFAULT-VALUE}.")
  private int events = 2_000;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "In each of which every office answers; default ${DEFAULT-VALUE}.")
  private int rounds = 5;

  private int serial;

  @Override
  public Integer call() throws Exception {
    try (Workplace work = Workplace.open()) {
      String machine = Machine.markdown(work);
      try (Office office = Office.start(work, work.data("data"));
          DeskClient desk = office.client()) {
        office.directory(directory());
        measure(office, desk, machine);
      }
    }
    return 0;
  }

  private void measure(Office office, DeskClient desk, String machine)
      throws IOException, InterruptedException {
    Others others = new Others();
    Duration before = office.cpu();
    DeskClient.Answer note = begin(desk);
    Tally young = new Tally();
    note = review(desk, note, young, new Tally());
    while (history(note) < events) {
      note = review(desk, again(desk, note), new Tally(), new Tally());
      Progress.say("%d events of clearance".formatted(history(note)));
    }
    Rounds figures = new Rounds("answer p50 ms", "answer p99 ms", "read p50 ms", "read p99 ms");
    Tally answers = new Tally();
    Tally reads = new Tally();
    for (int round = 0; round < rounds; round++) {
      Tally answered = new Tally();
      Tally read = new Tally();
      note = review(desk, again(desk, note), answered, read);
      figures.add(
          answered.percentile(50),
          answered.percentile(99),
          read.percentile(50),
          read.percentile(99));
      answers.add(answered);
      reads.add(read);
    }
    Tally histories = histories(desk, note);
    Tally certificates = certificates(desk, note);
    System.out.print(
        "`./dateline bench review --offices %d --events %d --rounds %d`%n%n%s%n"
            .formatted(offices, events, rounds, machine));
    System.out.printf(
        "%d offices must clear; the note has %,d events of clearance in the end.%n%n%s%n",
        offices, history(note), figures.markdown());
    System.out.println(answers.line("answers, each of another person"));
    System.out.println(young.line("answers to the same list while the note was young"));
    System.out.println(reads.line("readings of the note, right after each answer"));
    System.out.println(histories.line("readings of the whole history"));
    System.out.println(certificates.line("certificates"));
    System.out.print("\n" + figures.atMost("read p99 ms", 50, "ms"));
    System.out.print(figures.atMost("answer p50 ms", 50, "ms"));
    System.out.print("\n" + others.line(office.cpu().minus(before)));
  }

  private static int history(DeskClient.Answer note) {
    return Integer.parseInt(note.body().path("version").asText().split("\\.", -1)[1]);
  }

  private DeskClient.Answer begin(DeskClient desk) throws InterruptedException {
    DeskClient.Answer draft = desk.postText("/api/notes", AUTHOR, "text/plain", text());
    return asked(desk, NoteCommands.handIn(desk, AUTHOR, draft, Map.of()));
  }

  /** The note is taken back, changed and handed in again: everybody is asked anew. */
  private DeskClient.Answer again(DeskClient desk, DeskClient.Answer note)
      throws InterruptedException {
    String path = NoteCommands.path(note.body());
    DeskClient.Answer open =
        desk.post(
            path + "/recall",
            AUTHOR,
            note.etag(),
            JsonNodeFactory.instance.objectNode().put("reason", "another sentence"));
    DeskClient.Answer revised = desk.putText(path, AUTHOR, open.etag(), "text/plain", text());
    return asked(desk, NoteCommands.handIn(desk, AUTHOR, revised, Map.of()));
  }

  private byte[] text() {
    return Texts.note(1, ++serial).getBytes(StandardCharsets.UTF_8);
  }

  /** Waits until every office has been asked about the text that was handed in. */
  private static DeskClient.Answer asked(DeskClient desk, DeskClient.Answer submitted)
      throws InterruptedException {
    JsonNode digest = submitted.body().path("digest");
    return await(
        desk,
        submitted,
        note ->
            note.path("clearance").path("digest").equals(digest)
                && note.path("state").asText().equals("UNDER_REVIEW")
                && note.path("clearance").path("waitingFor").size()
                    == note.path("clearance").path("lines").size());
  }

  /** Every office clears the text. */
  private static DeskClient.Answer review(
      DeskClient desk, DeskClient.Answer note, Tally answers, Tally reads) {
    String path = NoteCommands.path(note.body());
    DeskClient.Answer now = note;
    for (JsonNode line : note.body().path("clearance").path("lines")) {
      String reviewer = reviewer(line.path("office").asText());
      long began = System.nanoTime();
      desk.post(
          path + "/clearances",
          reviewer,
          now.etag(),
          NoteCommands.digest(now).put("answer", "CLEARED"));
      long answered = System.nanoTime();
      now = desk.get(path, reviewer);
      answers.took(Duration.ofNanos(answered - began));
      reads.took(Duration.ofNanos(System.nanoTime() - answered));
    }
    return now;
  }

  private static Tally histories(DeskClient desk, DeskClient.Answer note) {
    String path = NoteCommands.path(note.body()) + "/history";
    Tally histories = new Tally();
    for (int i = 0; i < 20; i++) {
      long began = System.nanoTime();
      desk.get(path, AUTHOR);
      histories.took(Duration.ofNanos(System.nanoTime() - began));
    }
    return histories;
  }

  private static Tally certificates(DeskClient desk, DeskClient.Answer note)
      throws InterruptedException {
    String path = NoteCommands.path(note.body());
    desk.post(path + "/approval", APPROVER, note.etag(), NoteCommands.digest(note));
    await(desk, note, read -> read.path("state").asText().equals("READY"));
    Tally certificates = new Tally();
    for (int i = 0; i < 20; i++) {
      long began = System.nanoTime();
      desk.get(path + "/certificate", APPROVER);
      certificates.took(Duration.ofNanos(System.nanoTime() - began));
    }
    return certificates;
  }

  private static DeskClient.Answer await(
      DeskClient desk, DeskClient.Answer note, Predicate<JsonNode> condition)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      DeskClient.Answer read = desk.get(NoteCommands.path(note.body()), AUTHOR);
      if (condition.test(read.body())) {
        return read;
      }
      PressDesk.pause(Duration.ofMillis(20));
    }
    throw new IllegalStateException("the note does not go on");
  }

  private static String reviewer(String office) {
    return "rosa." + office;
  }

  /** A press office and as many others, each of which must clear every note. */
  private DirectoryFile.Reading directory() {
    StringBuilder file =
        new StringBuilder(
            """
            pressOffice:
              name: The Harbour Office
              zone: Europe/Dublin
            offices:
              - {id: press, name: Press}
            """);
    for (int i = 1; i <= offices; i++) {
      file.append("  - {id: office-%d, name: Office %d}%n".formatted(i, i));
    }
    file.append(
        """
        people:
          - {id: %s, name: Maya, email: maya@harbour.example, office: press, roles: [press-officer, administrator, duty-officer]}
          - {id: %s, name: Ada, email: ada@harbour.example, office: press, roles: [approver]}
        """
            .formatted(AUTHOR, APPROVER));
    for (int i = 1; i <= offices; i++) {
      for (String person : new String[] {reviewer("office-" + i), "ruth.office-" + i}) {
        file.append(
            "  - {id: %s, name: Reviewer, email: %s@harbour.example, office: office-%d, roles: [reviewer]}%n"
                .formatted(person, person, i));
      }
    }
    file.append("clearance:\n");
    for (int i = 1; i <= offices; i++) {
      file.append("  - {office: office-%d, power: clear, because: every note}%n".formatted(i));
    }
    return DirectoryFile.read(file.toString());
  }
}
