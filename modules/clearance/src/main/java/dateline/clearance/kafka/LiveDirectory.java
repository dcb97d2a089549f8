package dateline.clearance.kafka;

import dateline.clearance.ClearanceLine;
import dateline.clearance.ClearanceRule;
import dateline.clearance.Directory;
import dateline.clearance.Power;
import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.RulesV1;
import dateline.kernel.OfficeId;
import dateline.runtime.LogRecord;
import dateline.runtime.wire.UnreadableRecordException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    return new Directory(version, rules.getClearance().stream().map(LiveDirectory::rule).toList());
  }

  private static ClearanceRule rule(ClearanceRuleV1 wire) {
    return new ClearanceRule(
        wire.getKinds(),
        wire.getIssuers(),
        wire.getMentions(),
        wire.getLanguages(),
        new ClearanceLine(
            new OfficeId(wire.getOffice()),
            Power.valueOf(wire.getPower()),
            wire.getMandatory(),
            wire.getBecause()));
  }
}
