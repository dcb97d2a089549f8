package dateline.launcher.doctor;

import dateline.launcher.letters.DeadLetter;
import dateline.launcher.letters.DeadLetterLog;
import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a record was set aside that nobody has settled since. */
final class DeadLettersCheck implements Check {

  private final KafkaSettings settings;
  private final Wire wire;

  DeadLettersCheck(KafkaSettings settings, Wire wire) {
    this.settings = settings;
    this.wire = wire;
  }

  @Override
  public String name() {
    return "dead letters";
  }

  @Override
  public List<Finding> look() {
    try (DeadLetterLog log =
        new DeadLetterLog(Brokers.client(settings), wire, DeadLetterLog.ENGINES)) {
      Map<String, Long> open =
          log.all().stream()
              .filter(DeadLetter::isOpen)
              .collect(
                  Collectors.groupingBy(
                      letter -> letter.id().engine(), TreeMap::new, Collectors.counting()));
      List<Finding> wrong = new ArrayList<>();
      open.forEach((engine, many) ->
          wrong.add(
              Finding.wrong(
                  this,
                  "%s has %d open dead letter%s.".formatted(engine, many, many == 1 ? "" : "s"),
                  "look at them with ./dateline dead-letters %s, and at \"DatelineRecordSetAside\" in docs/operations.md"
                      .formatted(engine))));
      if (log.unreadable() > 0) {
        wrong.add(
            Finding.wrong(
                this,
                "%d records in the dead letters cannot be read.".formatted(log.unreadable()),
                "see that the registry has this version's schemas: ./dateline schemas check"));
      }
      return wrong.isEmpty() ? List.of(Finding.ok(this, "No dead letter is open.")) : wrong;
    }
  }
}
