package dateline.desk;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.DraftCreatedV1;
import dateline.contracts.DraftReopenedV1;
import dateline.contracts.DraftRevisedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.InterestsV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReleasedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.contracts.OfficeV1;
import dateline.contracts.OriginV1;
import dateline.contracts.PersonV1;
import dateline.contracts.PressContactAddedV1;
import dateline.contracts.PressContactRemovedV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleasePreparedV1;
import dateline.contracts.ReleaseScheduledV1;
import dateline.contracts.RulesV1;
import dateline.contracts.ScheduleCancelledV1;
import dateline.contracts.Topic;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;

/** Records of the log, one second apart, as the engines would have written them. */
final class Facts {
  static final String AUTHOR = "maya.okafor";

  private final AtomicInteger count = new AtomicInteger();
  private final Instant start = Instant.parse("2026-03-02T12:00:00Z");

  /** A text of so many paragraphs. */
  static MediaNote paragraphs(String headline, String... paragraphs) {
    return withBody(
        headline,
        List.of(paragraphs).stream()
            .<Block>map(text -> new Block.Paragraph(List.of(Span.plain(text))))
            .toList());
  }

  static MediaNote text(String headline, Span... spans) {
    return withBody(headline, List.of(new Block.Paragraph(List.of(spans))));
  }

  private static MediaNote withBody(String headline, List<Block> body) {
    return new MediaNote(
        headline,
        Optional.empty(),
        Optional.of("Media Note"),
        Optional.of("Office of the Spokesperson"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        body,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of("en"));
  }

  LogRecord person(String id, String office, String... roles) {
    return person(id, office, List.of(), roles);
  }

  LogRecord person(String id, String office, List<DeputyV1> deputies, String... roles) {
    PersonV1 person =
        new PersonV1(
            id, "Name of " + id, id + "@example.org", office, List.of(roles), deputies, null);
    return record(Topic.DIRECTORY, "person/" + id, new DirectoryEntryV1(1L, null, person, null));
  }

  LogRecord office(String id) {
    return office(id, "America/New_York");
  }

  LogRecord office(String id, String zone) {
    OfficeV1 office = new OfficeV1(id, "Office " + id, zone);
    return record(Topic.DIRECTORY, "office/" + id, new DirectoryEntryV1(1L, office, null, null));
  }

  LogRecord pressOffice(String zone) {
    RulesV1 rules = new RulesV1("Ministry of Ports", zone, List.of(), null, null, null, null);
    return record(Topic.DIRECTORY, "rules", new DirectoryEntryV1(1L, null, null, rules));
  }

  LogRecord created(String noteId, String commandId, MediaNote text) {
    return drafting(
        noteId,
        commandId,
        b ->
            b.setDraftCreated(
                new DraftCreatedV1(NoteCodec.toWire(text), digest(text), null, null)));
  }

  LogRecord imported(
      String noteId, String commandId, int revision, MediaNote text, OriginV1 origin) {
    return drafting(
        noteId,
        commandId,
        b ->
            revision == 1
                ? b.setDraftCreated(
                    new DraftCreatedV1(NoteCodec.toWire(text), digest(text), null, origin))
                : b.setDraftRevised(
                    new DraftRevisedV1(
                        revision, NoteCodec.toWire(text), digest(text), origin, null)));
  }

  LogRecord edited(
      String noteId, String commandId, int revision, MediaNote text, String proposedBy) {
    return drafting(
        noteId,
        commandId,
        b ->
            b.setDraftRevised(
                new DraftRevisedV1(
                    revision, NoteCodec.toWire(text), digest(text), null, proposedBy)));
  }

  LogRecord revised(String noteId, String commandId, int revision, MediaNote text) {
    return drafting(
        noteId,
        commandId,
        b ->
            b.setDraftRevised(
                new DraftRevisedV1(revision, NoteCodec.toWire(text), digest(text), null, null)));
  }

  LogRecord submitted(String noteId, int revision, MediaNote text) {
    return submitted(noteId, "submission-" + revision, revision, text);
  }

  LogRecord submitted(String noteId, String commandId, int revision, MediaNote text) {
    return drafting(
        noteId,
        commandId,
        b ->
            b.setNoteSubmitted(
                new NoteSubmittedV1(
                    revision,
                    NoteCodec.toWire(text),
                    digest(text),
                    List.of(AUTHOR),
                    List.of(),
                    null,
                    null,
                    null)));
  }

  LogRecord reopened(String noteId, int revision) {
    return drafting(
        noteId, "policy", b -> b.setDraftReopened(new DraftReopenedV1(revision, "Wrong sum.")));
  }

  LogRecord requested(String noteId, int revision, MediaNote text, String... offices) {
    List<ClearanceLineV1> lines =
        List.of(offices).stream()
            .map(office ->
                new ClearanceLineV1(office, "CLEAR", true, "every note", null, null, null))
            .toList();
    return clearance(
        noteId,
        b ->
            b.setClearanceRequested(
                new ClearanceRequestedV1(
                    revision,
                    NoteCodec.toWire(text),
                    digest(text),
                    List.of(AUTHOR),
                    1L,
                    lines,
                    null,
                    null)));
  }

  LogRecord cleared(String noteId, MediaNote text, String office) {
    return clearance(
        noteId,
        b -> b.setOfficeAnswered(new OfficeAnsweredV1(answer(office, "CLEARED", text, ""))));
  }

  LogRecord returned(String noteId, MediaNote text, String office) {
    return clearance(
        noteId,
        b ->
            b.setNoteReturned(
                new NoteReturnedV1(answer(office, "NOT_CLEARED", text, "Wrong sum."))));
  }

  LogRecord approved(String noteId, int revision, MediaNote text) {
    return clearance(
        noteId,
        b ->
            b.setNoteCleared(
                new NoteClearedV1(
                    revision,
                    NoteCodec.toWire(text),
                    digest(text),
                    List.of(AUTHOR),
                    List.of(),
                    "ann.approver",
                    null,
                    null,
                    null)));
  }

  LogRecord prepared(String noteId, int revision, MediaNote text) {
    return publishing(
        noteId,
        b ->
            b.setReleasePrepared(
                new ReleasePreparedV1(
                    revision, NoteCodec.toWire(text), digest(text), List.of(AUTHOR))));
  }

  LogRecord scheduled(String noteId, MediaNote text, Instant at) {
    return publishing(
        noteId, b -> b.setReleaseScheduled(new ReleaseScheduledV1(digest(text), at, "UTC")));
  }

  LogRecord scheduleCancelled(String noteId, String commandId) {
    return publishing(
        noteId, b -> b.setCausationId(commandId).setScheduleCancelled(new ScheduleCancelledV1("")));
  }

  LogRecord contactAdded(String subscriberId) {
    InterestsV1 all = new InterestsV1(List.of(), List.of(), List.of());
    return notification(
        subscriberId, "addition", b -> b.setPressContactAdded(new PressContactAddedV1(all)));
  }

  LogRecord contactRemoved(String subscriberId, String commandId) {
    return notification(
        subscriberId, commandId, b -> b.setPressContactRemoved(new PressContactRemovedV1("")));
  }

  LogRecord released(String noteId, MediaNote text) {
    return publishing(
        noteId,
        b -> b.setNoteReleased(new NoteReleasedV1(NoteCodec.toWire(text), digest(text), 1, null)));
  }

  static String digest(MediaNote text) {
    return Digest.of(text).hex();
  }

  private OfficeAnswerV1 answer(String office, String answer, MediaNote text, String reason) {
    return new OfficeAnswerV1(office, answer, "somebody.else", digest(text), start, reason, null);
  }

  interface Fill<B> {
    B in(B builder);
  }

  LogRecord drafting(String noteId, String commandId, Fill<DraftingEventV1.Builder> fill) {
    return drafting(noteId, commandId, new ActorV1(AUTHOR, "press", "PRESS_OFFICER"), fill);
  }

  /** Any event of drafting. */
  LogRecord drafting(
      String noteId, String commandId, ActorV1 actor, Fill<DraftingEventV1.Builder> fill) {
    int n = count.incrementAndGet();
    return record(
        Topic.DRAFTING_EVENTS,
        noteId,
        fill.in(
                DraftingEventV1.newBuilder()
                    .setId("event-" + n)
                    .setCausationId(commandId)
                    .setAt(start.plusSeconds(n))
                    .setActor(actor)
                    .setNoteId(noteId))
            .build());
  }

  private LogRecord clearance(String noteId, Fill<ClearanceEventV1.Builder> fill) {
    return clearance(noteId, new ActorV1("somebody.else", "legal", "REVIEWER"), fill);
  }

  /** Any event of clearance. */
  LogRecord clearance(String key, ActorV1 actor, Fill<ClearanceEventV1.Builder> fill) {
    int n = count.incrementAndGet();
    return record(
        Topic.CLEARANCE_EVENTS,
        key,
        fill.in(
                ClearanceEventV1.newBuilder()
                    .setId("event-" + n)
                    .setCausationId("command-" + n)
                    .setAt(start.plusSeconds(n))
                    .setActor(actor)
                    .setNoteId(key))
            .build());
  }

  private LogRecord publishing(String noteId, Fill<PublishingEventV1.Builder> fill) {
    return publishing(noteId, "dan.duty", fill);
  }

  /** Any event of publishing. */
  LogRecord publishing(String noteId, String person, Fill<PublishingEventV1.Builder> fill) {
    int n = count.incrementAndGet();
    return record(
        Topic.PUBLISHING_EVENTS,
        noteId,
        fill.in(
                PublishingEventV1.newBuilder()
                    .setId("event-" + n)
                    .setCausationId("command-" + n)
                    .setAt(start.plusSeconds(n))
                    .setActor(new ActorV1(person, "press", "DUTY_OFFICER"))
                    .setNoteId(noteId))
            .build());
  }

  private LogRecord notification(
      String subscriberId, String commandId, Fill<NotificationEventV1.Builder> fill) {
    int n = count.incrementAndGet();
    return record(
        Topic.NOTIFICATION_EVENTS,
        subscriberId,
        fill.in(
                NotificationEventV1.newBuilder()
                    .setId("event-" + n)
                    .setCausationId(commandId)
                    .setAt(start.plusSeconds(n))
                    .setActor(new ActorV1(AUTHOR, "press", "PRESS_OFFICER"))
                    .setSubscriberId(subscriberId))
            .build());
  }

  LogRecord record(Topic topic, String key, SpecificRecord value) {
    return new LogRecord(topic, 0, count.incrementAndGet(), key, Optional.of(value));
  }
}
