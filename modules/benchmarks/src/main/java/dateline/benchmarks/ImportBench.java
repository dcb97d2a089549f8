package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long an import takes, what it takes in memory, and what people notice meanwhile. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "A corpus imported into a press office whose people go on working.")
final class ImportBench implements Callable<Integer> {

  private static final int READ_BACK_EVERY = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Parameters(paramLabel = "FILE", description = "A corpus: gzipped JSON, one note a line.")
  private Path file = Path.of("");

  @Option(
      names = "--copies",
      defaultValue = "1",
      description = "Of each note, under ids of their own; default ${DEFAULT-VALUE}.")
  private int copies = 1;

  @Option(
      names = "--at-once",
      defaultValue = "4",
      description = "As of ./dateline import; default ${DEFAULT-VALUE}.")
  private int atOnce = 4;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "Of people's work before and after; default ${DEFAULT-VALUE}.")
  private int seconds = 20;

  private final AtomicInteger serials = new AtomicInteger();

  @Override
  public Integer call() throws Exception {
    try (Workplace work = Workplace.open()) {
      String machine = Machine.markdown(work);
      Path corpus = copied(work.data("corpus.jsonl.gz"));
      try (Office office = Office.start(work, work.data("data"))) {
        measure(work, office, corpus, machine);
      }
    }
    return 0;
  }

  private void measure(Workplace work, Office office, Path corpus, String machine)
      throws Exception {
    Others others = new Others();
    Duration cpu = office.cpu();
    String token = office.operatorToken();
    String person = office.pressOfficer();
    FixedRate.Writers writers = () -> new NoteWriter(office.desk(), token, person, serials, 0);
    Progress.say("people work alone for %d s, twice; the first warms up".formatted(seconds));
    alone(writers);
    Tally before = alone(writers);
    double residentBefore = office.residentMiB();
    Progress.say("the import runs");
    Tally meanwhile = new Tally();
    Duration cpuBefore = office.cpu();
    JsonNode first = imported(work, office, corpus, writers, meanwhile);
    Duration cpuOfIt = office.cpu().minus(cpuBefore);
    double residentAfter = office.residentMiB();
    Progress.say("the same import again");
    JsonNode again = imported(work, office, corpus, writers, new Tally());
    Tally after = alone(writers);
    System.out.printf(
        "`./dateline bench import FILE --copies %d --at-once %d --seconds %d`%n%n",
        copies, atOnce, seconds);
    System.out.println(machine);
    System.out.println("| | first time | the same again |\n|---|---:|---:|");
    row("notes made", first, again, "notesMade");
    row("revisions made of further versions", first, again, "revisionsMade");
    row("versions there already", first, again, "alreadyThere");
    row("versions unchanged", first, again, "unchanged");
    row("refused", first, again, "refused");
    row("seconds", first, again, "seconds");
    row("versions a second", first, again, "versionsPerSecond");
    row("import process at most, MiB", first, again, "residentMostMiB");
    System.out.printf(
        "%nThe office: resident %.0f MiB before, %.0f MiB after the first import, %.0f MiB after all, %.0f MiB at most; %.1f s of processor time during the first import.%n%n",
        residentBefore,
        residentAfter,
        office.residentMiB(),
        office.mostResidentMiB(),
        cpuOfIt.toMillis() / 1_000.0);
    System.out.printf("People's commands, %d a second:%n%n", FixedRate.A_SECOND);
    System.out.println("* before: " + before.line("commands"));
    System.out.println("* while the first import ran: " + meanwhile.line("commands"));
    System.out.println("* after: " + after.line("commands"));
    System.out.print("\n" + others.line(office.cpu().minus(cpu)));
  }

  private static void row(String words, JsonNode first, JsonNode again, String name) {
    System.out.printf(
        "| %s | %s | %s |%n",
        words,
        Rounds.number(first.path(name).asDouble()),
        Rounds.number(again.path(name).asDouble()));
  }

  private Tally alone(FixedRate.Writers writers) throws Exception {
    Tally tally = new Tally();
    int commands = FixedRate.A_SECOND * seconds;
    FixedRate.run(writers, READ_BACK_EVERY, given -> given < commands, tally);
    return tally;
  }

  /** Imports as anybody does, in a process of its own, and answers what it said. */
  private JsonNode imported(
      Workplace work, Office office, Path corpus, FixedRate.Writers writers, Tally meanwhile)
      throws Exception {
    Path out = work.data("import.json");
    Process importing =
        new ProcessBuilder(
                work.home().resolve("dateline").toString(),
                "import",
                corpus.toString(),
                "--json",
                "--at-once",
                Integer.toString(atOnce),
                "--desk",
                office.desk().toString(),
                "--data",
                office.data().toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    FixedRate.run(writers, READ_BACK_EVERY, _ -> importing.isAlive(), meanwhile);
    importing.waitFor();
    return JSON.readTree(Files.readString(out));
  }

  private Path copied(Path to) throws IOException {
    for (int copy = 0; copy < copies; copy++) {
      try (InputStream in = Files.newInputStream(file);
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
          BufferedWriter out =
              new BufferedWriter(
                  new OutputStreamWriter(
                      new GZIPOutputStream(
                          Files.newOutputStream(
                              to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)),
                      StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          ObjectNode note = (ObjectNode) JSON.readTree(line);
          note.put("id", note.path("id").asText() + (copy == 0 ? "" : "-" + copy));
          out.write(JSON.writeValueAsString(note));
          out.write('\n');
        }
      }
    }
    return to;
  }
}
