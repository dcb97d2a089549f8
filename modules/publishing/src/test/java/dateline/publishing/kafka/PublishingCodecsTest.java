package dateline.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.ActorV1;
import dateline.contracts.PublishingCommandV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseNowV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.CancelSchedule;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.LeaveEndorsers;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ProposeEndorsers;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.RemoveEndorser;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.publishing.PublishingEvent;
import dateline.publishing.PublishingEvent.EndorserProposalLeft;
import dateline.publishing.PublishingEvent.EndorserWithdrew;
import dateline.publishing.PublishingEvent.EndorsersAdded;
import dateline.publishing.PublishingEvent.EndorsersProposed;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import dateline.runtime.WireCodec;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import dateline.testkit.Notes;
import dateline.testkit.Seed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What goes onto the wire comes back as it was. */
class PublishingCodecsTest {

  private static final Seed SEED = Seed.ofThisRun();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

  private final Wire wire =
      new Wire(
          Map.of("schema.registry.url", "mock://publishing-codecs", "auto.register.schemas", true));

  @Test
  void everyKindOfCommandComesBackAsItWas() {
    for (int i = 0; i < 200; i++) {
      Random random = SEED.round(i);
      for (PublishingCommand command : commands(random)) {
        comesBack(new PublishingCodecs.Commands(), Topic.PUBLISHING_COMMANDS, command, random);
      }
    }
  }

  @Test
  void everyKindOfEventComesBackAsItWas() {
    for (int i = 0; i < 200; i++) {
      Random random = SEED.round(i);
      for (PublishingEvent event : events(random)) {
        comesBack(new PublishingCodecs.Events(), Topic.PUBLISHING_EVENTS, event, random);
      }
    }
  }

  @Test
  void everyKindIsAmongThoseTried() {
    assertThat(kinds(commands(SEED.round(0)))).isEqualTo(permitted(PublishingCommand.class));
    assertThat(kinds(events(SEED.round(0)))).isEqualTo(permitted(PublishingEvent.class));
  }

  private static Set<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(one -> permitted(one).stream())
            .collect(Collectors.toSet())
        : Set.of(type);
  }

  private static Set<Class<?>> kinds(List<?> all) {
    return all.stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet());
  }

  @Test
  void aKindThatThisVersionDoesNotKnowIsUnreadable() {
    assertThatThrownBy(() -> new PublishingCodecs.Commands().fromWire(command("ok").build()))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_KIND"));
    PublishingEventV1 event =
        PublishingEventV1.newBuilder()
            .setId("id")
            .setCausationId("id")
            .setAt(NOON)
            .setActor(new ActorV1("maya", "press", "DUTY_OFFICER"))
            .setNoteId("note")
            .build();
    assertThatThrownBy(() -> new PublishingCodecs.Events().fromWire(event))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_KIND"));
  }

  @Test
  void aDigestOrAnIdThatIsNoneIsUnreadable() {
    PublishingCommandV1 noDigest =
        command("ok").setReleaseNow(new ReleaseNowV1("not a digest", null)).build();
    PublishingCommandV1 noId =
        command("not an id").setReleaseNow(new ReleaseNowV1("0".repeat(64), null)).build();
    for (PublishingCommandV1 bad : List.of(noDigest, noId)) {
      assertThatThrownBy(() -> new PublishingCodecs.Commands().fromWire(bad))
          .isInstanceOfSatisfying(
              UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNREADABLE"));
    }
  }

  private static PublishingCommandV1.Builder command(String id) {
    return PublishingCommandV1.newBuilder()
        .setId(id)
        .setCausationId("id")
        .setAt(NOON)
        .setActor(new ActorV1("maya", "press", "DUTY_OFFICER"))
        .setNoteId("note");
  }

  private <P, W extends SpecificRecord> void comesBack(
      WireCodec<P, W> codec, Topic topic, P payload, Random random) {
    Envelope<P> sent =
        new Envelope<>(
            MessageId.of("id/" + random.nextInt()),
            MessageId.of("cause/" + random.nextInt()),
            "note-" + random.nextInt(),
            NOON.plusMillis(random.nextInt()),
            new Actor(
                new PersonId("maya"),
                random.nextBoolean() ? OfficeId.NONE : new OfficeId("press"),
                random.nextBoolean() ? Role.SYSTEM : Role.PRESS_OFFICER),
            payload);
    byte[] bytes = wire.write(topic, codec.toWire(sent));
    W read = codec.wireType().cast(wire.read(topic, bytes));
    assertThat(codec.fromWire(read)).as("%s", SEED).isEqualTo(sent);
  }

  private static List<PublishingCommand> commands(Random random) {
    Notes notes = new Notes(random);
    MediaNote note = notes.any();
    return List.of(
        new PrepareRelease(random.nextInt(), note, Digest.of(note), people(random)),
        new ReleaseNow(Digest.of(note), maybe(random)),
        new ScheduleRelease(Digest.of(note), instant(random), "America/New_York"),
        new CancelSchedule(random.nextBoolean() ? "" : notes.text()),
        new ReleaseDue(instant(random)),
        new DiscardRelease(
            random.nextBoolean() ? Optional.of(Digest.of(note)) : Optional.empty(), notes.text()),
        new ProposeEndorsers(Digest.of(note), List.of(notes.text(), notes.text()), notes.text()),
        new AddEndorsers(Digest.of(note), List.of(notes.text())),
        new LeaveEndorsers(Digest.of(note), List.of(), notes.text()),
        new RemoveEndorser(Digest.of(note), notes.text(), notes.text()));
  }

  private static List<PublishingEvent> events(Random random) {
    Notes notes = new Notes(random);
    MediaNote note = notes.any();
    Digest digest = Digest.of(note);
    return List.of(
        new ReleasePrepared(random.nextInt(), note, digest, people(random)),
        new ReleaseScheduled(digest, instant(random), "-05:00"),
        new ScheduleCancelled(random.nextBoolean() ? "" : notes.text()),
        new NoteReleased(note, digest, random.nextInt(), maybe(random)),
        new ReleaseDiscarded(digest, notes.text()),
        new EndorsersProposed(digest, List.of(notes.text(), notes.text()), notes.text()),
        new EndorsersAdded(digest, random.nextInt(), List.of(notes.text())),
        new EndorserProposalLeft(digest, List.of(notes.text()), notes.text()),
        new EndorserWithdrew(digest, random.nextInt(), notes.text(), notes.text()));
  }

  private static List<PersonId> people(Random random) {
    return List.of(new PersonId("maya"), new PersonId("tom")).subList(0, random.nextInt(3));
  }

  private static Optional<Instant> maybe(Random random) {
    return random.nextBoolean() ? Optional.of(instant(random)) : Optional.empty();
  }

  private static Instant instant(Random random) {
    return NOON.plusMillis(random.nextInt());
  }
}
