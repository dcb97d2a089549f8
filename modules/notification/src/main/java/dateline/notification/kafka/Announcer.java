package dateline.notification.kafka;

import dateline.contracts.MediaNoteV1;
import dateline.contracts.PlanV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.Topic;
import dateline.runtime.Commits;
import dateline.runtime.DeadLetters;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells every partition of subscribers that a release is to be planned. */
final class Announcer implements Processor<String, byte[], String, byte[]> {

  /** Its name in the topology. */
  static final String NAME = "announce";

  /** Its two children in the topology. */
  static final String PLANS = "plans";

  static final String DEAD_LETTERS = "planner-dead-letters";

  private final Wire wire;
  private final DeadLetters dead;
  private ProcessorContext<String, byte[]> context;
  private Commits commits;

  Announcer(Wire wire, PlannerMetrics metrics) {
    this.wire = wire;
    this.dead = new DeadLetters("notification", NAME, wire, metrics::setAside);
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.commits = Commits.of(context);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    Optional<PlanV1> plan;
    try {
      plan = plan(record);
    } catch (UnreadableRecordException e) {
      context.forward(dead.setAside(context, record, e), DEAD_LETTERS);
      return;
    }
    plan.ifPresent(p -> announce(p, record));
  }

  /** Empty for an addendum and for a public fact of a later version: they mail nobody here. */
  private Optional<PlanV1> plan(Record<String, byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no value");
    }
    ReleaseV1 release = (ReleaseV1) wire.read(Topic.RELEASES, record.value());
    if (release.getReleased() == null) {
      return Optional.empty();
    }
    MediaNoteV1 note = release.getReleased().getNote();
    return Optional.of(
        PlanV1.newBuilder()
            .setReleaseId(release.getId())
            .setNoteId(release.getNoteId())
            .setVersion(release.getVersion())
            .setAt(release.getAt())
            .setKind(note.getKind())
            .setIssuer(note.getIssuer())
            .setLanguages(note.getLanguages())
            .build());
  }

  private void announce(PlanV1 plan, Record<String, byte[]> record) {
    context.forward(
        new Record<>(
            plan.getReleaseId(),
            wire.write(Topic.NOTIFICATION_PLANS, plan),
            record.timestamp(),
            Trace.headers(Trace.of(record.headers()))),
        PLANS);
    commits.soon(record.timestamp());
  }
}
