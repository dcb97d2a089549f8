package dateline.desk;

import dateline.contracts.AddressV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.OutcomeV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.Topic;
import dateline.desk.DeskEntry.EarlierEntry;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.DeskEntry.OriginEntry;
import dateline.desk.DeskEntry.OutcomeEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.DeskEntry.PlannedEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.desk.DeskEntry.RevisionEntry;
import dateline.runtime.LogRecord;
import dateline.runtime.index.Entries;
import dateline.runtime.index.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.lucene.index.IndexableField;

/** What the desk makes of the log: its own view of every engine's events. */
final class DeskProjection implements Projection<DeskEntry> {

  /** What it is made of. */
  static final Set<Topic> TOPICS =
      Set.of(
          Topic.DRAFTING_EVENTS,
          Topic.CLEARANCE_EVENTS,
          Topic.PUBLISHING_EVENTS,
          Topic.NOTIFICATION_EVENTS,
          Topic.ADDRESSES,
          Topic.DIRECTORY,
          Topic.DELIVERIES,
          Topic.OUTCOMES);

  @Override
  public int layout() {
    return 10;
  }

  @Override
  public void apply(LogRecord record, Entries<DeskEntry> entries) {
    if (record.value().isEmpty()) {
      forget(record, entries);
    } else {
      apply(record.key(), record.value().get(), entries);
      place(record, record.value().get(), entries);
    }
  }

  private static void apply(String key, SpecificRecord value, Entries<DeskEntry> entries) {
    switch (value) {
      case DraftingEventV1 event when event.getNumberAllocated() != null -> {
        // The numbers' own event; the note says itself which one it has.
      }
      case DraftingEventV1 event -> {
        OriginFacts.apply(key, event, entries);
        drafting(key, event, entries);
      }
      case ClearanceEventV1 event when EmergencyFacts.isKey(key) -> owed(key, event, entries);
      case ClearanceEventV1 event -> clearance(key, event, entries);
      case PublishingEventV1 event ->
          note(key, entries, note -> PublishingFacts.apply(note, event));
      case NotificationEventV1 event ->
          contact(key, entries, contact -> ContactFacts.apply(contact, event));
      case AddressV1 address ->
          contact(
              key,
              entries,
              contact ->
                  contact.reachedAt(address.getAddress(), address.getName(), address.getOutlet()));
      case DirectoryEntryV1 entry ->
          DirectoryFacts.entry(entry).ifPresent(made -> entries.put(made.entryId(), made));
      case DeliveryBatchV1 batch -> planned(batch, entries);
      case OutcomeV1 outcome -> outcome(outcome, entries);
      default -> {
        // Another topic's record, which the desk does not follow.
      }
    }
  }

  /** Where it is on the log, if what the note is cleared with can be made of it. */
  private static void place(LogRecord record, SpecificRecord value, Entries<DeskEntry> entries) {
    switch (value) {
      case DraftingEventV1 event when event.getNoteSubmitted() != null ->
          entries.put(
              RecordsEntry.entryId(record.key()),
              records(record.key(), entries).submitted(record.partition(), record.offset()));
      case ClearanceEventV1 _ when !EmergencyFacts.isKey(record.key()) ->
          entries.put(
              RecordsEntry.entryId(record.key()),
              records(record.key(), entries).reviewed(record.partition(), record.offset()));
      default -> {
        // Nothing of a note's clearance.
      }
    }
  }

  private static RecordsEntry records(String noteId, Entries<DeskEntry> entries) {
    return entries
        .get(RecordsEntry.entryId(noteId))
        .map(RecordsEntry.class::cast)
        .orElseGet(() -> RecordsEntry.none(noteId));
  }

  /** A tombstone: of an address, or of a person or office that left the directory. */
  private static void forget(LogRecord record, Entries<DeskEntry> entries) {
    if (record.topic() == Topic.ADDRESSES) {
      contact(record.key(), entries, contact -> contact.reachedAt("", "", ""));
    } else if (record.topic() == Topic.DIRECTORY) {
      entries.remove(DirectoryFacts.entryIdOf(record.key()));
    }
  }

  /** A new text is there before the note says so. */
  private static void drafting(String noteId, DraftingEventV1 event, Entries<DeskEntry> entries) {
    NoteEntry before = note(noteId, entries);
    NoteEntry after = DraftingFacts.apply(before, event);
    if (after.draft().revision() > before.draft().revision()) {
      after
          .draft()
          .note()
          .map(text -> new RevisionEntry(noteId, after.draft().revision(), text))
          .ifPresent(made -> entries.put(made.entryId(), made));
    }
    put(after, entries);
  }

  /** What is proposed is there before the note says so. */
  private static void clearance(String noteId, ClearanceEventV1 event, Entries<DeskEntry> entries) {
    NoteEntry before = note(noteId, entries);
    ClearanceFacts.edits(before, event).ifPresent(made -> entries.put(made.entryId(), made));
    put(ClearanceFacts.apply(before, event), entries);
  }

  /** No note's event: what an office owes over all its notes. */
  private static void owed(String key, ClearanceEventV1 event, Entries<DeskEntry> entries) {
    String office = EmergencyFacts.officeOf(key);
    OwedEntry before =
        entries
            .get(OwedEntry.entryId(office))
            .map(OwedEntry.class::cast)
            .orElseGet(() -> OwedEntry.nothing(office));
    entries.put(before.entryId(), EmergencyFacts.apply(before, event));
  }

  private static void note(
      String noteId, Entries<DeskEntry> entries, UnaryOperator<NoteEntry> change) {
    put(change.apply(note(noteId, entries)), entries);
  }

  /** What has become history is there before the note leaves it out. */
  private static void put(NoteEntry note, Entries<DeskEntry> entries) {
    Optional<EarlierEntry> outgrown = note.outgrown();
    outgrown.ifPresent(part -> entries.put(part.entryId(), part));
    entries.put(note.entryId(), outgrown.isPresent() ? note.withoutOutgrown() : note);
  }

  private static NoteEntry note(String noteId, Entries<DeskEntry> entries) {
    return entries
        .get(NoteEntry.entryId(noteId))
        .map(NoteEntry.class::cast)
        .orElseGet(() -> NoteEntry.unknown(noteId));
  }

  private static void contact(
      String subscriberId, Entries<DeskEntry> entries, UnaryOperator<ContactEntry> change) {
    String id = ContactEntry.entryId(subscriberId);
    ContactEntry before =
        entries
            .get(id)
            .map(ContactEntry.class::cast)
            .orElseGet(() -> ContactEntry.unknown(subscriberId));
    entries.put(id, change.apply(before));
  }

  private static void planned(DeliveryBatchV1 batch, Entries<DeskEntry> entries) {
    if (batch.getReleaseId().isEmpty()) {
      return;
    }
    String id = PlannedEntry.entryId(batch.getReleaseId());
    PlannedEntry before =
        entries
            .get(id)
            .map(PlannedEntry.class::cast)
            .orElseGet(() -> new PlannedEntry(batch.getReleaseId(), java.util.Map.of()));
    entries.put(id, before.plus(batch.getLane(), batch.getDeliveries().size()));
  }

  private static void outcome(OutcomeV1 outcome, Entries<DeskEntry> entries) {
    if (!outcome.getReleaseId().isEmpty()) {
      OutcomeEntry entry =
          new OutcomeEntry(
              outcome.getReleaseId(),
              outcome.getSubscriberId(),
              outcome.getOutcome(),
              outcome.getReplyCode(),
              outcome.getAt());
      entries.put(entry.entryId(), entry);
    }
  }

  @Override
  public List<IndexableField> fields(DeskEntry entry) {
    return DeskFields.of(entry);
  }

  @Override
  public byte[] write(DeskEntry entry) {
    try {
      byte[] json = DeskJson.MAPPER.writeValueAsBytes(entry);
      byte[] stored = new byte[json.length + 1];
      stored[0] = (byte) kind(entry);
      System.arraycopy(json, 0, stored, 1, json.length);
      return stored;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DeskEntry read(byte[] stored) {
    try {
      return DeskJson.MAPPER.readValue(stored, 1, stored.length - 1, type((char) stored[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static char kind(DeskEntry entry) {
    return switch (entry) {
      case NoteEntry _ -> 'N';
      case EarlierEntry _ -> 'H';
      case RevisionEntry _ -> 'T';
      case OriginEntry _ -> 'F';
      case ContactEntry _ -> 'C';
      case PersonEntry _ -> 'P';
      case OfficeEntry _ -> 'O';
      case PressOfficeEntry _ -> 'R';
      case PlannedEntry _ -> 'B';
      case OutcomeEntry _ -> 'M';
      case EditsEntry _ -> 'E';
      case OwedEntry _ -> 'D';
      case RecordsEntry _ -> 'L';
    };
  }

  private static Class<? extends DeskEntry> type(char kind) {
    return switch (kind) {
      case 'N' -> NoteEntry.class;
      case 'H' -> EarlierEntry.class;
      case 'T' -> RevisionEntry.class;
      case 'F' -> OriginEntry.class;
      case 'C' -> ContactEntry.class;
      case 'P' -> PersonEntry.class;
      case 'O' -> OfficeEntry.class;
      case 'R' -> PressOfficeEntry.class;
      case 'B' -> PlannedEntry.class;
      case 'M' -> OutcomeEntry.class;
      case 'E' -> EditsEntry.class;
      case 'D' -> OwedEntry.class;
      case 'L' -> RecordsEntry.class;
      default -> throw new IllegalStateException("the index holds an entry of kind " + kind);
    };
  }
}
