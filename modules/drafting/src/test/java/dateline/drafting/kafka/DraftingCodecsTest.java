package dateline.drafting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.ActorV1;
import dateline.contracts.CloseDraftV1;
import dateline.contracts.CreateDraftV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.RevisePartV1;
import dateline.contracts.Topic;
import dateline.drafting.AgreedParagraph;
import dateline.drafting.Attachment;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.AbandonDraft;
import dateline.drafting.DraftingCommand.AddCoDrafter;
import dateline.drafting.DraftingCommand.AllocateNumber;
import dateline.drafting.DraftingCommand.AttachFile;
import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.DraftingCommand.ConfirmTranslation;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.LinkTranslation;
import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.MakeComment;
import dateline.drafting.DraftingCommand.NumberNote;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingCommand.RemoveAttachment;
import dateline.drafting.DraftingCommand.RemoveCoDrafter;
import dateline.drafting.DraftingCommand.ReopenDraft;
import dateline.drafting.DraftingCommand.ReplyToComment;
import dateline.drafting.DraftingCommand.ResolveComment;
import dateline.drafting.DraftingCommand.RestoreDraft;
import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.RevisePart;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingCommand.UnlinkTranslation;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.drafting.DraftingEvent;
import dateline.drafting.DraftingEvent.AttachmentRemoved;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.CoDrafterRemoved;
import dateline.drafting.DraftingEvent.CommentMade;
import dateline.drafting.DraftingEvent.CommentReplied;
import dateline.drafting.DraftingEvent.CommentResolved;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftReopened;
import dateline.drafting.DraftingEvent.DraftRestored;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.FileAttached;
import dateline.drafting.DraftingEvent.NoteNumbered;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.NumberAllocated;
import dateline.drafting.DraftingEvent.NumberRequested;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.drafting.DraftingEvent.ParagraphsUnlocked;
import dateline.drafting.DraftingEvent.SourceChanged;
import dateline.drafting.DraftingEvent.TranslationConfirmed;
import dateline.drafting.DraftingEvent.TranslationLinked;
import dateline.drafting.DraftingEvent.TranslationOutdated;
import dateline.drafting.DraftingEvent.TranslationRegistered;
import dateline.drafting.DraftingEvent.TranslationUnlinked;
import dateline.drafting.NumberSeries;
import dateline.drafting.Origin;
import dateline.drafting.Waiver;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.Passage;
import dateline.runtime.NoteCodec;
import dateline.runtime.WireCodec;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import dateline.testkit.Notes;
import dateline.testkit.Seed;
import java.time.Instant;
import java.time.ZoneId;
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
class DraftingCodecsTest {

  private static final Seed SEED = Seed.ofThisRun();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

  private final Wire wire =
      new Wire(
          Map.of("schema.registry.url", "mock://drafting-codecs", "auto.register.schemas", true));

  @Test
  void everyKindOfCommandComesBackAsItWas() {
    for (int i = 0; i < 200; i++) {
      Random random = SEED.round(i);
      for (DraftingCommand command : commands(random)) {
        comesBack(new CommandCodec(), Topic.DRAFTING_COMMANDS, command, random);
      }
    }
  }

  @Test
  void everyKindOfEventComesBackAsItWas() {
    for (int i = 0; i < 200; i++) {
      Random random = SEED.round(i);
      for (DraftingEvent event : events(random)) {
        comesBack(new EventCodec(), Topic.DRAFTING_EVENTS, event, random);
      }
    }
  }

  @Test
  void everyKindIsAmongThoseTried() {
    assertThat(kinds(commands(SEED.round(0)))).isEqualTo(allKindsOf(DraftingCommand.class));
    assertThat(kinds(events(SEED.round(0)))).isEqualTo(allKindsOf(DraftingEvent.class));
  }

  private static Set<Class<?>> allKindsOf(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(kind -> allKindsOf(kind).stream())
            .collect(Collectors.toSet())
        : Set.of(type);
  }

  private static Set<Class<?>> kinds(List<?> all) {
    return all.stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet());
  }

  @Test
  void aKindThatThisVersionDoesNotKnowIsUnreadable() {
    assertThatThrownBy(() -> new CommandCodec().fromWire(command("ok").build()))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_KIND"));
    DraftingEventV1 event =
        DraftingEventV1.newBuilder()
            .setId("id")
            .setCausationId("id")
            .setAt(NOON)
            .setActor(new ActorV1("maya", "press", "PRESS_OFFICER"))
            .setNoteId("note")
            .build();
    assertThatThrownBy(() -> new EventCodec().fromWire(event))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_KIND"));
  }

  @Test
  void aPartOrAZoneThatIsNoneIsUnreadable() {
    MediaNoteV1 note = NoteCodec.toWire(Notes.saying("The ferry sails at nine."));
    DraftingCommandV1 noPart =
        command("ok").setRevisePart(new RevisePartV1(1, "no part", 0, note)).build();
    DraftingCommandV1 noZone =
        command("ok").setCreateDraft(new CreateDraftV1(note, "no zone", null)).build();
    for (DraftingCommandV1 bad : List.of(noPart, noZone)) {
      assertThatThrownBy(() -> new CommandCodec().fromWire(bad))
          .isInstanceOfSatisfying(
              UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNREADABLE"));
    }
  }

  @Test
  void aDigestOrAnIdThatIsNoneIsUnreadable() {
    DraftingCommandV1 noDigest =
        command("ok").setCloseDraft(new CloseDraftV1("not a digest")).build();
    DraftingCommandV1 noId =
        command("not an id").setCloseDraft(new CloseDraftV1("0".repeat(64))).build();
    for (DraftingCommandV1 bad : List.of(noDigest, noId)) {
      assertThatThrownBy(() -> new CommandCodec().fromWire(bad))
          .isInstanceOfSatisfying(
              UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNREADABLE"));
    }
  }

  private static DraftingCommandV1.Builder command(String id) {
    return DraftingCommandV1.newBuilder()
        .setId(id)
        .setCausationId("id")
        .setAt(NOON)
        .setActor(new ActorV1("maya", "press", "PRESS_OFFICER"))
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

  private static List<DraftingCommand> commands(Random random) {
    Notes notes = new Notes(random);
    MediaNote note = notes.any();
    int number = random.nextInt();
    String id = "id-" + number;
    return List.of(
        new CreateDraft(note, zone(random), origin(random)),
        new ReviseDraft(number, note, origin(random)),
        new RevisePart(
            number, random.nextBoolean() ? Part.BODY : Part.END_MARK, random.nextInt(), note),
        new RestoreRevision(number, random.nextInt()),
        new SubmitNote(number, waivers(notes, random), random.nextBoolean()),
        new TakeEdits(number, note, new PersonId("ruth")),
        new RecallNote(random.nextBoolean() ? "" : notes.text()),
        new AbandonDraft(notes.text()),
        new RestoreDraft(),
        new AddCoDrafter(new PersonId("tom")),
        new RemoveCoDrafter(new PersonId("tom")),
        new MakeComment(number, passage(notes, random), notes.text()),
        new ReplyToComment(id, notes.text()),
        new ResolveComment(id),
        new LockParagraphs(number, List.of(random.nextInt(), 2), notes.text()),
        new UnlockParagraphs(id, notes.text()),
        new LinkTranslation(id, number, "fr"),
        new UnlinkTranslation(),
        new ConfirmTranslation(number),
        new AttachFile(file(notes, random)),
        new RemoveAttachment(id),
        new ReopenDraft(Digest.of(note), notes.text()),
        new CloseDraft(Digest.of(note)),
        new RegisterTranslation(id, number),
        new OutdateTranslation(id, number),
        new AllocateNumber(series(random), id),
        new NumberNote(series(random), number));
  }

  private static List<DraftingEvent> events(Random random) {
    Notes notes = new Notes(random);
    MediaNote note = notes.any();
    Digest digest = Digest.of(note);
    int number = random.nextInt();
    String id = "id-" + number;
    return List.of(
        new DraftCreated(note, digest, zone(random), origin(random)),
        new DraftRevised(
            number,
            note,
            digest,
            origin(random),
            random.nextBoolean() ? Optional.empty() : Optional.of(new PersonId("ruth"))),
        new NoteSubmitted(
            number,
            note,
            digest,
            List.of(new PersonId("maya"), new PersonId("tom")).subList(0, random.nextInt(3)),
            waivers(notes, random),
            List.of(new AgreedParagraph(number, id, new OfficeId("press"), notes.text()))
                .subList(0, random.nextInt(2)),
            List.of(file(notes, random)).subList(0, random.nextInt(2)),
            random.nextBoolean()),
        new NoteRecalled(number, digest, random.nextBoolean() ? "" : notes.text()),
        new DraftReopened(number, notes.text()),
        new DraftAbandoned(notes.text()),
        new DraftRestored(),
        new DraftClosed(digest),
        new CoDrafterAdded(new PersonId("tom")),
        new CoDrafterRemoved(new PersonId("tom")),
        new CommentMade(id, number, passage(notes, random), notes.text()),
        new CommentReplied(id, notes.text()),
        new CommentResolved(id),
        new ParagraphsLocked(id, number, List.of(random.nextInt(), 2), notes.text()),
        new ParagraphsUnlocked(id, notes.text()),
        new FileAttached(file(notes, random)),
        new AttachmentRemoved(id),
        new TranslationLinked(id, number, "fr"),
        new TranslationUnlinked(id),
        new TranslationOutdated(number),
        new TranslationConfirmed(number),
        new TranslationRegistered(id),
        new SourceChanged(id, number),
        new NumberRequested(series(random)),
        new NumberAllocated(series(random), number, id),
        new NoteNumbered(series(random), number));
  }

  private static Optional<ZoneId> zone(Random random) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(ZoneId.of("Asia/Tokyo"));
  }

  private static Optional<Origin> origin(Random random) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            new Origin(
                random.nextBoolean() ? "" : "www.example.org",
                "4711",
                random.nextBoolean() ? Optional.empty() : Optional.of("https://example.org/a"),
                random.nextBoolean() ? Optional.empty() : Optional.of(NOON),
                "v1",
                random.nextBoolean() ? Optional.empty() : Optional.of(NOON.plusMillis(1))));
  }

  private static Passage passage(Notes notes, Random random) {
    return new Passage(random.nextInt(), random.nextBoolean() ? "" : notes.text());
  }

  private static Attachment file(Notes notes, Random random) {
    return new Attachment(
        "0".repeat(64), "image/png", random.nextLong(), notes.text(), notes.text());
  }

  private static NumberSeries series(Random random) {
    return new NumberSeries(new OfficeId("press"), random.nextInt());
  }

  private static List<Waiver> waivers(Notes notes, Random random) {
    return List.of(new Waiver("DEAD_LINK", notes.text()), new Waiver("PLACEHOLDER", notes.text()))
        .subList(0, random.nextInt(3));
  }
}
