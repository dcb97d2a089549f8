package dateline.notification.kafka;

import dateline.contracts.ActorV1;
import dateline.contracts.AddendumV1;
import dateline.contracts.AskedV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.ClearerInvitedV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.EditsProposedV1;
import dateline.contracts.InvitationUsedV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.contracts.OfficeV1;
import dateline.contracts.OfficesAskedV1;
import dateline.contracts.OfficesRemindedV1;
import dateline.contracts.OfficesSilentV1;
import dateline.contracts.PersonV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.contracts.Topic;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.NoteCodec;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/** The notification application in one thread, told what clearance and publishing would tell it. */
final class Watch implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Instant DUE = Instant.parse("2026-03-02T19:00:00Z");
  static final MediaNote BRIDGE = text("The bridge opens on Monday.");
  static final MediaNote MENDED = text("The bridge opens on Tuesday.");

  private static final List<String> STORES =
      List.of(NoteWatch.STORE, Gatherer.WAITING, Gatherer.DUE);

  private final Wire wire =
      new Wire(Map.of("schema.registry.url", "mock://notices", "auto.register.schemas", "true"));
  private final Map<String, byte[]> directory = new HashMap<>();
  private TopologyTestDriver driver;
  private Instant now = NOON;
  private int events;

  Watch() {
    driver = driver();
    office("press");
    office("legal");
    office("africa");
    person("maya", "press", "PRESS_OFFICER");
    person("dora", "press", "DUTY_OFFICER");
    person("helen", "spokesperson", "APPROVER");
    person("ruth", "legal", "REVIEWER");
    person("kofi", "legal", "REVIEWER");
    person("esther", "africa", "REVIEWER");
  }

  private TopologyTestDriver driver() {
    Properties config = new Properties();
    config.put("application.id", "notices-test");
    config.put("bootstrap.servers", "none:9092");
    return new TopologyTestDriver(
        NotificationApp.topology(wire, Meters.unread("notification")), config, now);
  }

  private static MediaNote text(String paragraph) {
    return new MediaNote(
        "Bridge opens",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Block.Paragraph(List.of(new Span(paragraph, Optional.empty())))),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of("en"));
  }

  static String digest(MediaNote text) {
    return Digest.of(text).hex();
  }

  private void office(String id) {
    entry("office/" + id, new DirectoryEntryV1(1L, new OfficeV1(id, id, "UTC"), null, null));
  }

  void person(String id, String office, String... roles) {
    entry(
        "person/" + id,
        new DirectoryEntryV1(
            1L,
            null,
            new PersonV1(
                id, id, id + "@" + office + ".House.example", office, List.of(roles), null, null),
            null));
  }

  private void entry(String key, DirectoryEntryV1 entry) {
    byte[] value = wire.write(Topic.DIRECTORY, entry);
    directory.put(key, value);
    in(Topic.DIRECTORY).pipeInput(key, value);
  }

  @SuppressWarnings("NullAway") // A tombstone's value is null by Kafka's own contract.
  void leaves(String person) {
    directory.remove("person/" + person);
    in(Topic.DIRECTORY).pipeInput("person/" + person, (byte[]) null);
  }

  void requested(String note, MediaNote text) {
    event(
        note,
        it ->
            it.setClearanceRequested(
                new ClearanceRequestedV1(
                    1,
                    NoteCodec.toWire(text),
                    digest(text),
                    List.of("maya"),
                    1L,
                    List.of(line("legal"), line("africa")),
                    "press",
                    null)));
  }

  private static ClearanceLineV1 line(String office) {
    return new ClearanceLineV1(office, "CLEAR", false, "it is " + office, null, null, null);
  }

  void asked(String note, String... offices) {
    event(
        note,
        it ->
            it.setOfficesAsked(
                new OfficesAskedV1(
                    Stream.of(offices)
                        .map(office -> new AskedV1(office, NOON.plusSeconds(3600), DUE))
                        .toList())));
  }

  void invited(String note, String person, MediaNote text) {
    event(
        note,
        it ->
            it.setClearerInvited(
                new ClearerInvitedV1(
                    "invitation-1", digest(text), "external.norway", person, "Kari", DUE)));
  }

  void codeAsked(String note, int code) {
    event(
        note,
        it ->
            it.setInvitationUsed(
                new InvitationUsedV1(
                    "invitation-1", "external.norway", "CODE_ASKED", code, now.plusSeconds(900))));
  }

  void reminded(String note, String office) {
    event(note, it -> it.setOfficesReminded(new OfficesRemindedV1(List.of(office))));
  }

  void silent(String note, String office) {
    event(note, it -> it.setOfficesSilent(new OfficesSilentV1(List.of(office))));
  }

  void clears(String note, String person, String office, MediaNote text) {
    event(
        note,
        it ->
            it.setOfficeAnswered(
                new OfficeAnsweredV1(answer(office, "CLEARED", person, text, ""))));
  }

  void returns(String note, String person, String office, MediaNote text) {
    event(
        note,
        it ->
            it.setNoteReturned(
                new NoteReturnedV1(answer(office, "NOT_CLEARED", person, text, "Not so."))));
  }

  void proposes(String note, String person, String office, MediaNote text, MediaNote edited) {
    event(
        note,
        it ->
            it.setEditsProposed(
                new EditsProposedV1(
                    answer(office, "CLEARED_WITH_EDITS", person, text, ""),
                    NoteCodec.toWire(edited))));
  }

  private OfficeAnswerV1 answer(
      String office, String answer, String person, MediaNote text, String reason) {
    return new OfficeAnswerV1(office, answer, person, digest(text), now, reason, null);
  }

  void approved(String note, MediaNote text) {
    event(
        note,
        it ->
            it.setNoteCleared(
                new NoteClearedV1(
                    1,
                    NoteCodec.toWire(text),
                    digest(text),
                    List.of("maya"),
                    List.of(),
                    "helen",
                    null,
                    null,
                    null)));
  }

  void suspended(String note, MediaNote text) {
    event(note, it -> it.setClearanceSuspended(new ClearanceSuspendedV1(digest(text), "")));
  }

  void released(String note, MediaNote text) {
    pipe(
        Topic.RELEASES,
        note,
        ReleaseV1.newBuilder()
            .setId("release-" + events++)
            .setNoteId(note)
            .setVersion(1)
            .setAt(now)
            .setReleased(new ReleasedV1(NoteCodec.toWire(text), digest(text)))
            .build());
  }

  void endorsed(String note, MediaNote text) {
    pipe(
        Topic.RELEASES,
        note,
        ReleaseV1.newBuilder()
            .setId("addendum-" + events++)
            .setNoteId(note)
            .setVersion(1)
            .setAt(now)
            .setAddendum(new AddendumV1(digest(text), List.of("Norland"), List.of()))
            .build());
  }

  /** An event of a kind that this version does not know. */
  void somethingNew(String note) {
    event(note, it -> {});
  }

  private void event(String note, Consumer<ClearanceEventV1.Builder> what) {
    ClearanceEventV1.Builder event =
        ClearanceEventV1.newBuilder()
            .setId("event-" + events++)
            .setCausationId("command")
            .setAt(now)
            .setActor(new ActorV1("somebody", "", "SYSTEM"))
            .setNoteId(note);
    what.accept(event);
    pipe(Topic.CLEARANCE_EVENTS, note, event.build());
  }

  void garbled(Topic topic, String key) {
    in(topic).pipeInput(key, new byte[] {1, 2, 3});
  }

  /** An event as some earlier version wrote it. */
  void happened(ClearanceEventV1 event) {
    pipe(Topic.CLEARANCE_EVENTS, event.getNoteId(), event);
  }

  private void pipe(Topic topic, String key, SpecificRecord value) {
    in(topic).pipeInput(new TestRecord<>(key, wire.write(topic, value), now));
  }

  private TestInputTopic<String, byte[]> in(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  /** So much time passes. */
  void later(Duration time) {
    Instant until = now.plus(time);
    while (now.isBefore(until)) {
      Duration step = Duration.ofMillis(250);
      now = now.plus(step);
      driver.advanceWallClockTime(step);
    }
  }

  /** The mails that are to go after one more burst. */
  List<DeliveryBatchV1> mails() {
    later(Gatherer.BURST.plusMillis(250));
    return read(Topic.DELIVERIES).stream().map(r -> (DeliveryBatchV1) r.value).toList();
  }

  /** What each of these mails tells whom: "kofi ASKED, REMINDED". */
  List<String> told() {
    return mails().stream()
        .map(batch -> batch.getDeliveries().getFirst())
        .map(delivery ->
            delivery.getSubscriberId()
                + delivery.getNotices().stream()
                    .map(notice -> " " + notice.getKind())
                    .reduce("", String::concat))
        .sorted()
        .toList();
  }

  List<KeyValue<String, SpecificRecord>> read(Topic topic) {
    return driver
        .createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readKeyValuesToList()
        .stream()
        .map(r -> new KeyValue<>(r.key, wire.read(topic, r.value)))
        .toList();
  }

  /** The application stops and another one goes on from what it had stored. */
  void restart() {
    Map<String, List<KeyValue<String, byte[]>>> stored = new HashMap<>();
    for (String store : STORES) {
      List<KeyValue<String, byte[]>> entries = new ArrayList<>();
      try (KeyValueIterator<String, byte[]> all =
          driver.<String, byte[]>getKeyValueStore(store).all()) {
        all.forEachRemaining(entries::add);
      }
      stored.put(store, entries);
    }
    another();
    stored.forEach((store, entries) ->
        entries.forEach(e -> driver.<String, byte[]>getKeyValueStore(store).put(e.key, e.value)));
  }

  /** Everything from the beginning again, with nothing stored. */
  void fromTheBeginning() {
    now = NOON;
    events = 0;
    another();
  }

  private void another() {
    driver.close();
    driver = driver();
    directory.forEach((key, value) -> in(Topic.DIRECTORY).pipeInput(key, value));
  }

  /** It stands still for so long, with all that waits. */
  void stopFor(Duration time) {
    now = now.plus(time);
    restart();
  }

  /** Entries that wait for a mail. */
  int waiting() {
    int n = 0;
    for (String store : List.of(Gatherer.WAITING, Gatherer.DUE)) {
      try (KeyValueIterator<String, byte[]> all =
          driver.<String, byte[]>getKeyValueStore(store).all()) {
        while (all.hasNext()) {
          all.next();
          n++;
        }
      }
    }
    return n;
  }

  @Override
  public void close() {
    driver.close();
    wire.close();
  }
}
