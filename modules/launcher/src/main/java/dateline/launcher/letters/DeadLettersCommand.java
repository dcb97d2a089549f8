package dateline.launcher.letters;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.SettlementV1;
import dateline.contracts.Topic;
import dateline.launcher.cli.Columns;
import dateline.launcher.cli.DeskRefusal;
import dateline.launcher.cli.GivenReason;
import dateline.launcher.cli.ShortRecord;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what engines set aside, shows it, has it taken again or closes it. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description =
        "List the records that engines could not read or handle and that nobody has settled; show one, have it taken again or close it.",
    subcommands = {
      DeadLettersCommand.Show.class,
      DeadLettersCommand.Again.class,
      DeadLettersCommand.Close.class
    })
public final class DeadLettersCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Characters of a key in the list. */
  private static final int KEY = 40;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ENGINE",
      arity = "0..1",
      description = "Of this engine alone: drafting, clearance, publishing or notification.")
  private Optional<String> engine = Optional.empty();

  @Option(names = "--all", description = "Those that are settled too.")
  private boolean all;

  @Option(names = "--json", description = "One JSON object a line, without the records themselves.")
  private boolean json;

  @Override
  public Integer call() {
    List<String> engines = engine.map(DeadLettersCommand::named).orElse(DeadLetterLog.ENGINES);
    PrintWriter out = spec.commandLine().getOut();
    asked((settings, wire) -> {
      try (DeadLetterLog log = new DeadLetterLog(settings.client(), wire, engines)) {
        Collection<DeadLetter> letters = log.all();
        List<DeadLetter> shown =
            letters.stream()
                .filter(letter -> all ? !letter.said().isEmpty() : letter.isOpen())
                .sorted(Comparator.comparing(letter -> letter.last().getAt()))
                .toList();
        if (json) {
          shown.forEach(letter -> out.println(json(letter)));
        } else {
          list(shown, letters, out);
        }
        if (log.unreadable() > 0) {
          spec.commandLine()
              .getErr()
              .printf(
                  "%d records in the dead letters are none, or not readable with the schemas there are; ./dateline topics shows them.%n",
                  log.unreadable());
        }
      }
    });
    out.flush();
    return 0;
  }

  private static List<String> named(String engine) {
    String given = engine.toLowerCase(Locale.ROOT);
    if (!DeadLetterLog.ENGINES.contains(given)) {
      throw DeskRefusal.of(
          "WHICH_ENGINE",
          "There is no engine \"%s\"; those with dead letters are %s."
              .formatted(engine, String.join(", ", DeadLetterLog.ENGINES)));
    }
    return List.of(given);
  }

  private void list(List<DeadLetter> shown, Collection<DeadLetter> letters, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "WRITTEN", "CODE", "TOPIC", "KEY", all ? "STATE" : "WHY"));
    for (DeadLetter letter : shown) {
      DeadLetterV1 last = letter.last();
      rows.add(
          List.of(
              name(letter, letters),
              last.getAt().truncatedTo(ChronoUnit.SECONDS).toString(),
              last.getCode(),
              last.getTopic().replaceAll("^dateline\\.|\\.v\\d+$", ""),
              cut(letter.keyText()),
              all ? state(letter) : last.getReason()));
    }
    if (!shown.isEmpty()) {
      out.print(Columns.of(rows));
    }
    long open = shown.stream().filter(DeadLetter::isOpen).count();
    out.println(
        open == 0
            ? "No dead letter is open."
            : "%d open. When what was wrong is mended: ./dateline dead-letters again ID… --reason TEXT. Close what never can be taken."
                .formatted(open));
  }

  private static String cut(String key) {
    return key.codePointCount(0, key.length()) <= KEY
        ? key
        : key.substring(0, key.offsetByCodePoints(0, KEY)) + "…";
  }

  private static String state(DeadLetter letter) {
    return letter
        .end()
        .map(end ->
            "%s %s by %s: %s"
                .formatted(
                    end.getOutcome().toLowerCase(Locale.ROOT),
                    end.getAt().truncatedTo(ChronoUnit.SECONDS),
                    end.getBy(),
                    end.getReason()))
        .orElse("open");
  }

  /** The short name, if it is that of one letter only. */
  private static String name(DeadLetter letter, Collection<DeadLetter> letters) {
    String brief = letter.id().brief();
    return letters.stream().filter(it -> it.id().brief().equals(brief)).count() == 1
        ? brief
        : letter.id().full();
  }

  /** The letter of this name, short or whole. */
  private static DeadLetter named(String name, Collection<DeadLetter> letters) {
    List<DeadLetter> found =
        letters.stream()
            .filter(it -> !it.said().isEmpty())
            .filter(it -> it.id().brief().equals(name) || it.id().full().equals(name))
            .toList();
    if (found.isEmpty()) {
      throw DeskRefusal.of(
          "UNKNOWN_LETTER",
          "There is no dead letter \"%s\"; ./dateline dead-letters --all lists them."
              .formatted(name));
    }
    if (found.size() > 1) {
      throw DeskRefusal.of(
          "WHICH_LETTER",
          "\"%s\" may be %s; say the topic too."
              .formatted(
                  name, String.join(" or ", found.stream().map(it -> it.id().full()).toList())));
    }
    return found.getFirst();
  }

  private static ObjectNode json(DeadLetter letter) {
    DeadLetterV1 last = letter.last();
    ObjectNode line =
        JSON.createObjectNode()
            .put("id", letter.id().full())
            .put("engine", letter.id().engine())
            .put("topic", last.getTopic())
            .put("partition", last.getPartition())
            .put("offset", last.getOffset())
            .put("key", last.getKey() == null ? null : letter.keyText())
            .put("writtenAt", last.getAt().toString())
            .put("code", last.getCode())
            .put("reason", last.getReason())
            .put("open", letter.isOpen());
    ArrayNode settlements = line.putArray("settlements");
    letter
        .settlements()
        .forEach(it ->
            settlements
                .addObject()
                .put("outcome", it.getOutcome())
                .put("by", it.getBy())
                .put("reason", it.getReason())
                .put("at", it.getAt().toString()));
    return line;
  }

  /** What is done with a log that answers. */
  @FunctionalInterface
  private interface Asking {
    void on(KafkaSettings settings, Wire wire);
  }

  private static void asked(Asking asking) {
    KafkaSettings settings = KafkaSettings.from(System.getenv());
    try (Wire wire = new Wire(settings.wire())) {
      asking.on(settings, wire);
    } catch (KafkaException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw DeskRefusal.of(
          "LOG_UNREACHABLE",
          "The log at %s does not answer as it should (%s); start one with ./dateline up, or name another with DATELINE_KAFKA."
              .formatted(settings.bootstrapServers(), e.getMessage()));
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description =
          "Show one dead letter: what is wrong, what can be read of it and what became of it.")
  static final class Show implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "As the list names it: clearance/3/1412.")
    private String id = "";

    @Option(names = "--whole", description = "Cut nothing short.")
    private boolean whole;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      asked((settings, wire) -> {
        try (DeadLetterLog log =
            new DeadLetterLog(settings.client(), wire, DeadLetterLog.ENGINES)) {
          DeadLetter letter = named(id, log.all());
          DeadLetterV1 last = letter.last();
          List<List<String>> rows = new ArrayList<>();
          rows.add(List.of("id", letter.id().full()));
          rows.add(
              List.of(
                  "read from",
                  "%s, partition %d, offset %d"
                      .formatted(last.getTopic(), last.getPartition(), last.getOffset())));
          rows.add(List.of("written", last.getAt().toString()));
          rows.add(List.of("key", last.getKey() == null ? "none" : letter.keyText()));
          letter.said().stream()
              .map(said -> said.getCode() + ": " + said.getReason())
              .distinct()
              .forEach(why -> rows.add(List.of("wrong", why)));
          letter
              .settlements()
              .forEach(it ->
                  rows.add(
                      List.of(
                          "settled",
                          "%s %s by %s: %s"
                              .formatted(
                                  it.getOutcome(), it.getAt(), it.getBy(), it.getReason()))));
          rows.add(List.of("record", record(letter, wire)));
          out.print(Columns.of(rows));
        }
      });
      out.flush();
      return 0;
    }

    private String record(DeadLetter letter, Wire wire) {
      Optional<byte[]> value = letter.value();
      Optional<Topic> topic =
          Arrays.stream(Topic.values())
              .filter(it -> it.topicName().equals(letter.id().topic()))
              .findFirst();
      if (value.isEmpty() || topic.isEmpty()) {
        return value.isEmpty() ? "has no value" : "of a topic unknown here";
      }
      try {
        String read = wire.read(topic.get(), value.get()).toString();
        return whole ? read : ShortRecord.of(read);
      } catch (UnreadableRecordException e) {
        return "%d bytes that cannot be read: %s".formatted(value.get().length, e.getMessage());
      }
    }
  }

  @Command(
      name = "again",
      mixinStandardHelpOptions = true,
      description =
          "Have records taken again, the very same bytes, when Dateline, the schema or the registry was mended. One that a later"
              + " record of its key has overtaken is not: close it, and have what it asked for given anew.")
  static final class Again implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private Settling settling = new Settling();

    @Override
    public Integer call() throws InterruptedException {
      return settling.settle("AGAIN", "DONE", spec);
    }
  }

  @Command(
      name = "close",
      mixinStandardHelpOptions = true,
      description = "Close dead letters: these records will never be taken.")
  static final class Close implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private Settling settling = new Settling();

    @Override
    public Integer call() throws InterruptedException {
      return settling.settle("CLOSE", "CLOSED", spec);
    }
  }

  /** Which letters, why, and how they are settled: all are known before the first is touched. */
  static final class Settling {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Older letters of a key before younger ones. */
    private static final Comparator<DeadLetter> IN_ORDER =
        Comparator.<DeadLetter, String>comparing(it -> it.id().full().replaceAll("/\\d+$", ""))
            .thenComparingLong(it -> it.id().offset());

    @Parameters(
        paramLabel = "ID",
        arity = "1..*",
        description = "As the list names them: clearance/3/1412.")
    private List<String> ids = List.of();

    @Mixin private GivenReason reason = new GivenReason();

    int settle(String action, String wanted, CommandSpec spec) throws InterruptedException {
      KafkaSettings settings = KafkaSettings.from(System.getenv());
      try (Wire wire = new Wire(settings.wire());
          Resubmitter resubmitter = new Resubmitter(settings, wire);
          DeadLetterLog log = new DeadLetterLog(settings.client(), wire, DeadLetterLog.ENGINES)) {
        List<DeadLetter> letters = letters(log.all());
        for (String engine : letters.stream().map(it -> it.id().engine()).distinct().toList()) {
          if (!resubmitter.runs(engine)) {
            throw DeskRefusal.of(
                "ENGINE_DOWN",
                "Nobody runs %s, which must do this; start it first. Nothing was asked."
                    .formatted(engine));
          }
        }
        Map<DeadLetter, String> asked = new LinkedHashMap<>();
        for (DeadLetter letter : letters) {
          asked.put(letter, resubmitter.ask(letter, action, reason.text()));
        }
        long began = System.nanoTime();
        int exit = 0;
        for (Map.Entry<DeadLetter, String> one : asked.entrySet()) {
          Duration left = PATIENCE.minusNanos(System.nanoTime() - began);
          Optional<String> outcome =
              log.settlement(one.getValue(), left).map(SettlementV1::getOutcome);
          spec.commandLine()
              .getOut()
              .printf("%s: %s%n", one.getKey().id().full(), said(outcome.orElse("")));
          if (!outcome.equals(Optional.of(wanted))) {
            exit = 1;
          }
        }
        spec.commandLine().getOut().flush();
        return exit;
      } catch (KafkaException e) {
        LogAccessException.throwIfWhy(e, settings.client());
        throw DeskRefusal.of(
            "LOG_UNREACHABLE",
            "The log at %s did not take all of this (%s); ./dateline dead-letters --all says what became of it."
                .formatted(settings.bootstrapServers(), e.getMessage()));
      }
    }

    private List<DeadLetter> letters(Collection<DeadLetter> all) {
      List<DeadLetter> letters =
          ids.stream().map(id -> named(id, all)).distinct().sorted(IN_ORDER).toList();
      letters.stream()
          .filter(letter -> !letter.isOpen())
          .findFirst()
          .ifPresent(letter -> {
            throw DeskRefusal.of(
                "SETTLED",
                "%s is settled: %s. Nothing was asked."
                    .formatted(letter.id().full(), state(letter)));
          });
      return letters;
    }

    private static String said(String outcome) {
      return switch (outcome) {
        case "DONE" -> "taken now.";
        case "CLOSED" -> "closed.";
        case "SET_ASIDE_AGAIN" ->
            "set aside again; ./dateline dead-letters show says what is wrong now.";
        case "REFUSED_OVERTAKEN" ->
            "not taken: a later record of its key was taken or closed since. Close it, and have what it asked for given anew.";
        case "REFUSED_EARLIER" ->
            "not taken: an earlier one of its key is open. Have that taken first, or close it.";
        case "UNKNOWN" ->
            "not taken: the engine does not hold it. An earlier version set it aside, or a part that keeps none. Close it, and have what it asked for given anew.";
        case "" ->
            "no answer within %d seconds. It is on the log and will be done; look again with ./dateline dead-letters --all."
                .formatted(PATIENCE.toSeconds());
        default -> outcome + ".";
      };
    }
  }
}
