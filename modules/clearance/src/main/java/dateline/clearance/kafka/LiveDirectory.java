package dateline.clearance.kafka;

import dateline.clearance.ClearanceLine;
import dateline.clearance.ClearanceRule;
import dateline.clearance.Deadline;
import dateline.clearance.Directory;
import dateline.clearance.Interest;
import dateline.clearance.NoteCondition;
import dateline.clearance.Power;
import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DeadlineV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.RulesV1;
import dateline.contracts.TwoApproversV1;
import dateline.kernel.OfficeId;
import dateline.runtime.LogRecord;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory as last applied. One record, {@code "rules"}, holds all that clearance needs, so a
 * list is always made by the rules of one version. Written by the follower's thread, read by the
 * engine's.
 */
final class LiveDirectory implements Supplier<Directory> {

  private static final Logger log = LoggerFactory.getLogger(LiveDirectory.class);

  private volatile Directory current = Directory.NONE;

  @Override
  public Directory get() {
    return current;
  }

  /** Takes in records of the directory, in the log's order. */
  void on(List<LogRecord> batch) {
    batch.stream().filter(record -> record.key().equals("rules")).forEach(this::apply);
  }

  /** Rules that cannot be read change nothing: nobody is spared a clearance by a mistake. */
  private void apply(LogRecord record) {
    try {
      current =
          record
              .value()
              .map(DirectoryEntryV1.class::cast)
              .flatMap(LiveDirectory::read)
              .orElse(Directory.NONE);
      log.atInfo().addKeyValue("version", current.version()).log("directory taken in");
    } catch (UnreadableRecordException e) {
      log.atError()
          .addKeyValue("topic", record.topic().topicName())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("code", e.code())
          .log("clearance rules cannot be read; the former ones stay in force");
    }
  }

  private static Optional<Directory> read(DirectoryEntryV1 entry) {
    return Optional.ofNullable(entry.getRules())
        .map(rules -> Sound.read(() -> read(entry.getVersion(), rules)));
  }

  private static Directory read(long version, RulesV1 rules) {
    return new Directory(
        version,
        rules.getClearance().stream().map(LiveDirectory::rule).toList(),
        some(rules.getCalendars()).stream()
            .collect(
                Collectors.toMap(
                    calendar -> new OfficeId(calendar.getOffice()),
                    calendar -> WireValues.hours(calendar.getHours()))),
        some(rules.getDeadlines()).stream().map(LiveDirectory::deadline).toList(),
        some(rules.getTwoApprovers()).stream().map(LiveDirectory::condition).toList(),
        Optional.ofNullable(rules.getEmergencyWithinMs()).map(Duration::ofMillis));
  }

  private static <T> List<T> some(@Nullable List<T> wire) {
    return wire == null ? List.of() : wire;
  }

  private static Deadline deadline(DeadlineV1 wire) {
    return new Deadline(
        wire.getKinds(),
        Optional.ofNullable(wire.getUrgent()),
        Duration.ofMillis(wire.getWithinMs()));
  }

  private static NoteCondition condition(TwoApproversV1 wire) {
    return new NoteCondition(
        wire.getKinds(),
        List.of(),
        List.of(wire.getMentions()),
        List.of(),
        List.of(),
        List.of(),
        false,
        false);
  }

  private static ClearanceRule rule(ClearanceRuleV1 wire) {
    return new ClearanceRule(
        new NoteCondition(
            wire.getKinds(),
            wire.getIssuers(),
            List.of(
                wire.getMentions(),
                some(wire.getTopics()),
                some(wire.getOfficials()),
                some(wire.getAgencies())),
            some(wire.getCountries()),
            wire.getLanguages(),
            WireValues.offices(some(wire.getOffices())),
            Boolean.TRUE.equals(wire.getEmbargo()),
            Boolean.TRUE.equals(wire.getAttachments())),
        new ClearanceLine(
            new OfficeId(wire.getOffice()),
            Power.valueOf(wire.getPower()),
            wire.getMandatory(),
            wire.getBecause(),
            wire.getStage() == null ? 1 : wire.getStage(),
            Interest.WHOLE,
            Optional.empty()),
        WireValues.offices(some(wire.getExempt())));
  }
}
