package dateline.journeys;

import dateline.contracts.AnswerV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.NumberAllocatedV1;
import dateline.contracts.OutcomeV1;
import dateline.contracts.ParagraphsLockedV1;
import dateline.contracts.PublishingCommandV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.Topic;
import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.runtime.NoteCodec;
import dateline.testkit.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Everything on the log of all engines, in the words of the guarantees. Keys carry the engine's
 * name, because order is promised within an engine; digests are computed here, from the texts.
 */
final class WholeLog {

  private static final Set<String> SETTLED = Set.of("ACCEPTED", "BOUNCED", "HELD", "IN_DOUBT");

  private final LogReader log;
  private final List<Observed.Sent> sent = new ArrayList<>();
  private final List<Observed.Happened> events = new ArrayList<>();

  WholeLog(LogReader log) {
    this.log = log;
  }

  /** A mail in somebody's inbox. */
  record Mail(String recipient, String deliveryId) {}

  /** What happened, and that these mails arrived. */
  Observed observed(List<Mail> mails) {
    sent("drafting", Topic.DRAFTING_COMMANDS, DraftingCommandV1.class, DraftingCommandV1::getId);
    sent(
        "clearance", Topic.CLEARANCE_COMMANDS, ClearanceCommandV1.class, ClearanceCommandV1::getId);
    sent(
        "publishing",
        Topic.PUBLISHING_COMMANDS,
        PublishingCommandV1.class,
        PublishingCommandV1::getId);
    sent(
        "notification",
        Topic.NOTIFICATION_COMMANDS,
        NotificationCommandV1.class,
        NotificationCommandV1::getId);
    happened(
        "drafting",
        Topic.DRAFTING_EVENTS,
        DraftingEventV1.class,
        DraftingEventV1::getId,
        DraftingEventV1::getCausationId);
    happened(
        "clearance",
        Topic.CLEARANCE_EVENTS,
        ClearanceEventV1.class,
        ClearanceEventV1::getId,
        ClearanceEventV1::getCausationId);
    happened(
        "publishing",
        Topic.PUBLISHING_EVENTS,
        PublishingEventV1.class,
        PublishingEventV1::getId,
        PublishingEventV1::getCausationId);
    happened(
        "notification",
        Topic.NOTIFICATION_EVENTS,
        NotificationEventV1.class,
        NotificationEventV1::getId,
        NotificationEventV1::getCausationId);
    return new Observed(
        sent,
        answers(),
        events,
        List.of(),
        approvals(),
        timings(),
        released(),
        planned(),
        settled(),
        delivered(mails),
        log.read(Topic.DRAFTING_EVENTS, DraftingEventV1.class).stream()
            .flatMap(event -> drafted(event.key(), event.value()).stream())
            .toList());
  }

  private static Optional<Observed.Drafted> drafted(String key, DraftingEventV1 event) {
    if (event.getDraftCreated() != null) {
      return Optional.of(said(key, event.getDraftCreated().getNote()));
    }
    if (event.getDraftRevised() != null) {
      return Optional.of(said(key, event.getDraftRevised().getNote()));
    }
    if (event.getParagraphsLocked() != null) {
      ParagraphsLockedV1 it = event.getParagraphsLocked();
      return Optional.of(new Observed.Locked(key, it.getLock(), it.getBlocks()));
    }
    if (event.getParagraphsUnlocked() != null) {
      return Optional.of(new Observed.Unlocked(key, event.getParagraphsUnlocked().getLock()));
    }
    if (event.getNumberAllocated() != null) {
      NumberAllocatedV1 it = event.getNumberAllocated();
      return Optional.of(new Observed.Numbered(key, it.getNumber(), it.getNote()));
    }
    return Optional.empty();
  }

  private static Observed.Said said(String key, MediaNoteV1 note) {
    return new Observed.Said(
        key, NoteCodec.fromWire(note).body().stream().map(CanonicalForm::lineOf).toList());
  }

  /** What the engines could not read or handle. */
  List<DeadLetterV1> deadLetters() {
    List<DeadLetterV1> all = new ArrayList<>();
    for (Topic topic :
        List.of(
            Topic.DRAFTING_DEAD_LETTERS,
            Topic.CLEARANCE_DEAD_LETTERS,
            Topic.PUBLISHING_DEAD_LETTERS,
            Topic.NOTIFICATION_DEAD_LETTERS)) {
      log.read(topic, DeadLetterV1.class).forEach(letter -> all.add(letter.value()));
    }
    return all;
  }

  private <T extends SpecificRecord> void sent(
      String engine, Topic topic, Class<T> type, Function<T, String> id) {
    log.read(topic, type)
        .forEach(c -> sent.add(new Observed.Sent(engine + '/' + c.key(), id.apply(c.value()))));
  }

  private <T extends SpecificRecord> void happened(
      String engine,
      Topic topic,
      Class<T> type,
      Function<T, String> id,
      Function<T, String> causation) {
    log.read(topic, type)
        .forEach(e ->
            events.add(
                new Observed.Happened(
                    engine + '/' + e.key(), id.apply(e.value()), causation.apply(e.value()))));
  }

  private List<Observed.Answered> answers() {
    List<Observed.Answered> all = new ArrayList<>();
    Map<String, Topic> topics =
        Map.of(
            "drafting", Topic.DRAFTING_ANSWERS,
            "clearance", Topic.CLEARANCE_ANSWERS,
            "publishing", Topic.PUBLISHING_ANSWERS,
            "notification", Topic.NOTIFICATION_ANSWERS);
    topics.forEach((engine, topic) ->
        log.read(topic, AnswerV1.class)
            .forEach(answer ->
                all.add(
                    new Observed.Answered(
                        engine + '/' + answer.key(),
                        answer.value().getCommandId(),
                        answer.value().getDone() == null
                            ? List.of()
                            : answer.value().getDone().getEvents()))));
    return all;
  }

  private List<Observed.Approval> approvals() {
    List<Observed.Approval> all = new ArrayList<>();
    for (LogReader.Read<ClearanceEventV1> read :
        log.read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class)) {
      ClearanceEventV1 event = read.value();
      Instant at = Instant.ofEpochMilli(read.timestamp());
      if (event.getNoteCleared() != null) {
        all.add(new Observed.Cleared(read.key(), digest(event.getNoteCleared().getNote()), at));
      } else if (event.getClearanceSuspended() != null) {
        all.add(new Observed.Withdrawn(read.key(), event.getClearanceSuspended().getDigest(), at));
      } else if (event.getClearancesVoided() != null) {
        all.add(
            new Observed.Withdrawn(read.key(), event.getClearancesVoided().getFormerDigest(), at));
      } else if (event.getNoteReturned() != null) {
        all.add(
            new Observed.Withdrawn(
                read.key(), event.getNoteReturned().getAnswer().getDigest(), at));
      }
    }
    return all;
  }

  private List<Observed.Timing> timings() {
    List<Observed.Timing> all = new ArrayList<>();
    for (LogReader.Read<PublishingEventV1> read :
        log.read(Topic.PUBLISHING_EVENTS, PublishingEventV1.class)) {
      PublishingEventV1 event = read.value();
      if (event.getReleaseScheduled() != null) {
        all.add(
            new Observed.Scheduled(
                read.key(),
                event.getReleaseScheduled().getDigest(),
                event.getReleaseScheduled().getReleaseAt()));
      } else if (event.getScheduleCancelled() != null) {
        all.add(new Observed.Unscheduled(read.key()));
      } else if (event.getNoteReleased() != null) {
        all.add(new Observed.Went(read.key(), event.getNoteReleased().getVersion()));
      }
    }
    return all;
  }

  private List<String> planned() {
    return log.read(Topic.DELIVERIES, DeliveryBatchV1.class).stream()
        .flatMap(batch -> batch.value().getDeliveries().stream())
        .map(DeliveryV1::getId)
        .toList();
  }

  /** A mail that was only begun or put off is still owed. */
  private List<String> settled() {
    return log.read(Topic.OUTCOMES, OutcomeV1.class).stream()
        .filter(outcome -> SETTLED.contains(outcome.value().getOutcome()))
        .map(outcome -> outcome.value().getDeliveryId())
        .toList();
  }

  private List<Observed.Released> released() {
    Set<String> bySchedule = new HashSet<>();
    for (LogReader.Read<PublishingEventV1> event :
        log.read(Topic.PUBLISHING_EVENTS, PublishingEventV1.class)) {
      if (event.value().getNoteReleased() != null
          && event.value().getNoteReleased().getScheduledFor() != null) {
        bySchedule.add(event.value().getId());
      }
    }
    return log.read(Topic.RELEASES, ReleaseV1.class).stream()
        .filter(release -> release.value().getReleased() != null)
        .map(release ->
            new Observed.Released(
                release.key(),
                release.value().getVersion(),
                digest(release.value().getReleased().getNote()),
                Instant.ofEpochMilli(release.timestamp()),
                bySchedule.contains(release.value().getId())))
        .toList();
  }

  private List<Observed.Delivered> delivered(List<Mail> mails) {
    Map<String, DeliveryBatchV1> planned = new HashMap<>();
    for (LogReader.Read<DeliveryBatchV1> batch :
        log.read(Topic.DELIVERIES, DeliveryBatchV1.class)) {
      for (DeliveryV1 delivery : batch.value().getDeliveries()) {
        planned.put(delivery.getId(), batch.value());
      }
    }
    return mails.stream()
        .map(mail -> {
          DeliveryBatchV1 batch = planned.get(mail.deliveryId());
          if (batch == null) {
            throw new AssertionError("a mail arrived that nobody planned: " + mail.deliveryId());
          }
          return new Observed.Delivered(batch.getNoteId(), batch.getVersion(), mail.recipient());
        })
        .toList();
  }

  private static String digest(MediaNoteV1 note) {
    return Digest.of(NoteCodec.fromWire(note)).hex();
  }
}
