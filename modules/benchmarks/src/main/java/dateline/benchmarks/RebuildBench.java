package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.launcher.EmbeddedKafka;
import dateline.launcher.Ports;
import dateline.launcher.registry.EmbeddedRegistry;
import dateline.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** T8: how fast the indexes of desk and newsroom are built anew, and all histories replayed. */
@Command(
    name = "T8",
    mixinStandardHelpOptions = true,
    description =
        "./dateline rebuild desk, rebuild newsroom and replay on the log of many notes that were released.")
final class RebuildBench implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--notes", defaultValue = "100000", description = "Default ${DEFAULT-VALUE}.")
  private int notes = 100_000;

  @Option(names = "--rounds", defaultValue = "3", description = "Default ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Override
  public Integer call() throws Exception {
    try (Workplace work = Workplace.open()) {
      String machine = Machine.markdown(work);
      Path data = work.data("data");
      String note = release(work, data);
      Ports ports = Ports.free();
      try (EmbeddedKafka kafka =
              EmbeddedKafka.start(
                  data.resolve("kafka"), "127.0.0.1", ports.broker(), ports.controller());
          EmbeddedRegistry registry =
              EmbeddedRegistry.start(kafka.bootstrapServers(), "127.0.0.1", ports.registry())) {
        Map<String, String> variables =
            Map.of(
                "DATELINE_KAFKA", kafka.bootstrapServers(),
                "DATELINE_REGISTRY", registry.url(),
                "DATELINE_DATA", work.data("rebuilt").toString());
        PastNotes past = new PastNotes(KafkaSettings.from(variables), note);
        long before = segments(data);
        past.write(notes);
        Progress.say("%,d notes of %d records are on the log".formatted(notes, past.length()));
        long each = (segments(data) - before) / notes;
        measure(work, variables, machine, past.length(), each);
      }
    }
    return 0;
  }

  /** One note all the way, as people do it. */
  private static String release(Workplace work, Path data) throws Exception {
    try (Office office = Office.start(work, data);
        PressDesk desk = new PressDesk(office)) {
      desk.contacts(1);
      List<PressDesk.Ready> ready = desk.prepare(1, 1);
      desk.release(ready.getFirst());
      var _ = desk.mails(ready, 1);
      return ready.getFirst().id();
    }
  }

  /** Bytes that the log's records take. */
  private static long segments(Path data) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(data.resolve("kafka"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".log")).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private void measure(
      Workplace work, Map<String, String> variables, String machine, int length, long each)
      throws IOException, InterruptedException {
    Rounds figures =
        new Rounds(
            "desk s", "desk records/s", "newsroom s", "newsroom records/s", "replay s", "events/s");
    for (int round = 1; round <= rounds; round++) {
      JsonNode desk = asked(work, variables, "rebuild", "desk", "--json").getFirst();
      JsonNode newsroom = asked(work, variables, "rebuild", "newsroom", "--json").getFirst();
      List<JsonNode> engines =
          asked(work, variables, "replay", "drafting", "clearance", "publishing", "--json");
      double seconds = engines.stream().mapToDouble(it -> it.path("seconds").asDouble()).sum();
      double events = engines.stream().mapToDouble(it -> it.path("events").asDouble()).sum();
      figures.add(
          desk.path("seconds").asDouble(),
          rate(desk),
          newsroom.path("seconds").asDouble(),
          rate(newsroom),
          seconds,
          events / seconds);
      if (newsroom.path("entries").asInt() < notes) {
        throw new IllegalStateException("the newsroom has not all notes: " + newsroom);
      }
      Progress.say("round %d of %d done".formatted(round, rounds));
    }
    System.out.print(
        "`./dateline bench T8 --notes %d --rounds %d`%n%n%s%n".formatted(notes, rounds, machine));
    System.out.print(
        "Each of %,d notes has the %d records of one that was taken from text to release and inbox, under ids of its own, %,d bytes of the log. Each figure is a process's own, from an empty index to one that is committed; the broker runs on the same cores.%n%n"
            .formatted(notes, length, each));
    System.out.print(figures.markdown() + "\n");
    System.out.print(figures.atLeast("desk records/s", 20_000, "records/s"));
    System.out.print(figures.atLeast("newsroom records/s", 20_000, "records/s"));
  }

  private static double rate(JsonNode built) {
    return built.path("records").asDouble() / built.path("seconds").asDouble();
  }

  /** What the command line says, a JSON object a line. */
  private static List<JsonNode> asked(
      Workplace work, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(work.home().resolve("dateline").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(variables);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + " failed: " + said);
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : said.lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
