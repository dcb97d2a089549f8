package dateline.desk;

import dateline.desk.DeskEntry.EarlierEntry;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.DeskEntry.OriginEntry;
import dateline.desk.DeskEntry.OutcomeEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.DeskEntry.PlannedEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.desk.DeskEntry.RevisionEntry;
import dateline.note.MediaNote;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.index.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What the desk knows, asked in the desk's words. */
final class ReadModel {

  private static final int CANDIDATES = 10;
  private static final int MANY = 10_000;
  private static final Sort NEWEST_CHANGE =
      new Sort(new SortField(DeskFields.CHANGED, SortField.Type.LONG, true));
  private static final Sort BY_NAME =
      new Sort(new SortField(DeskFields.NAME, SortField.Type.STRING));

  private final Table<DeskEntry> table;

  ReadModel(Table<DeskEntry> table) {
    this.table = table;
  }

  Optional<NoteEntry> note(String noteId) {
    return find(NoteEntry.entryId(noteId), NoteEntry.class);
  }

  /** All that happened to a note, in order of arrival. */
  List<HistoryLine> history(NoteEntry note) {
    List<HistoryLine> all = new ArrayList<>();
    for (int number = 1; number <= note.earlier(); number++) {
      find(EarlierEntry.entryId(note.id(), number), EarlierEntry.class)
          .map(EarlierEntry::lines)
          .ifPresent(all::addAll);
    }
    all.addAll(note.recent());
    return all;
  }

  /** The text of a revision, or empty if the note has no such one. */
  Optional<MediaNote> text(String noteId, int revision) {
    return find(RevisionEntry.entryId(noteId, revision), RevisionEntry.class)
        .map(RevisionEntry::text);
  }

  /** What an office proposed last; whether it still does stands in the note. */
  Optional<EditsEntry> edits(String noteId, String office) {
    return find(EditsEntry.entryId(noteId, office), EditsEntry.class);
  }

  /** What an office owes over all its notes. */
  OwedEntry owed(String office) {
    return find(OwedEntry.entryId(office), OwedEntry.class)
        .orElseGet(() -> OwedEntry.nothing(office));
  }

  /** Where on the log a note's record is. */
  RecordsEntry records(String noteId) {
    return find(RecordsEntry.entryId(noteId), RecordsEntry.class)
        .orElseGet(() -> RecordsEntry.none(noteId));
  }

  Optional<OriginEntry> origin(String noteId) {
    return find(OriginEntry.entryId(noteId), OriginEntry.class);
  }

  /**
   * The one note that is there for this reader and whose id begins so.
   *
   * @throws ProblemException 404 if there is none, 409 naming the candidates if there are several
   */
  NoteEntry noteBeginning(String prefix, Reader reader) {
    Optional<NoteEntry> exact = note(prefix).filter(reader::sees);
    if (exact.isPresent()) {
      return exact.get();
    }
    List<NoteEntry> found = notes(reader, Optional.empty(), prefix, 0, CANDIDATES);
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              404,
              "UNKNOWN_NOTE",
              "Unknown note",
              "No note's id begins so; look it up in the list of notes."));
    }
    throw ambiguous(found.stream().map(ReadModel::candidate).toList());
  }

  /** Notes that are there for this reader and whose ids begin so, newest change first. */
  List<NoteEntry> notes(
      Reader reader, Optional<NoteState> state, String prefix, int skip, int most) {
    return all(notesQuery(reader, state, prefix), NEWEST_CHANGE, skip, most, NoteEntry.class);
  }

  int countNotes(Reader reader, Optional<NoteState> state, String prefix) {
    return table.count(notesQuery(reader, state, prefix));
  }

  /**
   * The one press contact whose id begins so.
   *
   * @throws ProblemException 404 if there is none, 409 naming the candidates if there are several
   */
  ContactEntry contactBeginning(String prefix) {
    Query query = both(term(DeskFields.KIND, "contact"), prefixed(DeskFields.CONTACT, prefix));
    List<ContactEntry> found = all(query, BY_NAME, 0, CANDIDATES, ContactEntry.class);
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              404,
              "UNKNOWN_CONTACT",
              "Unknown contact",
              "No press contact's id begins so; look it up in the list of contacts."));
    }
    throw ambiguous(
        found.stream().map(contact -> Map.of("id", contact.id(), "name", contact.name())).toList());
  }

  Optional<ContactEntry> contact(String subscriberId) {
    return find(ContactEntry.entryId(subscriberId), ContactEntry.class);
  }

  List<ContactEntry> contacts() {
    return all(term(DeskFields.KIND, "contact"), BY_NAME, 0, MANY, ContactEntry.class);
  }

  int countSubscribers() {
    return table.count(term(DeskFields.SUBSCRIBED, "yes"));
  }

  Optional<PersonEntry> person(String id) {
    return find(PersonEntry.entryId(id), PersonEntry.class);
  }

  List<PersonEntry> people() {
    return all(term(DeskFields.KIND, "person"), BY_NAME, 0, MANY, PersonEntry.class);
  }

  Optional<OfficeEntry> office(String id) {
    return find(OfficeEntry.entryId(id), OfficeEntry.class);
  }

  List<OfficeEntry> offices() {
    return all(term(DeskFields.KIND, "office"), BY_NAME, 0, MANY, OfficeEntry.class);
  }

  Optional<PressOfficeEntry> pressOffice() {
    return find(PressOfficeEntry.ENTRY_ID, PressOfficeEntry.class);
  }

  Map<String, Integer> planned(String releaseId) {
    return find(PlannedEntry.entryId(releaseId), PlannedEntry.class)
        .map(PlannedEntry::planned)
        .orElse(Map.of());
  }

  /** How many mails of a release have which newest outcome. */
  Map<String, Integer> outcomes(String releaseId) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String outcome :
        List.of("ACCEPTED", "STARTED", "DEFERRED", "BOUNCED", "HELD", "IN_DOUBT")) {
      Query query = both(term(DeskFields.RELEASE, releaseId), term(DeskFields.OUTCOME, outcome));
      counts.put(outcome, table.count(query));
    }
    return counts;
  }

  Optional<OutcomeEntry> outcome(String releaseId, String subscriberId) {
    return find(OutcomeEntry.entryId(releaseId, subscriberId), OutcomeEntry.class);
  }

  /** Ids of commands that changed something under this half of their ids, seconds ago or more. */
  List<String> commandsUnder(String keyPart) {
    return table.findSettled(term(DeskFields.ASKED, keyPart), Sort.INDEXORDER, CANDIDATES).stream()
        .flatMap(entry -> entry.commands().stream())
        .filter(id -> CommandId.keyPart(id).filter(keyPart::equals).isPresent())
        .distinct()
        .toList();
  }

  /** Waits until the note is as wanted; false if it is not in time. */
  boolean awaitNote(String noteId, Predicate<NoteEntry> wanted, Duration atMost)
      throws InterruptedException {
    return table.await(
        NoteEntry.entryId(noteId),
        entry -> entry.map(NoteEntry.class::cast).filter(wanted).isPresent(),
        atMost);
  }

  /** Waits until the contact is as wanted; false if it is not in time. */
  boolean awaitContact(String subscriberId, Predicate<ContactEntry> wanted, Duration atMost)
      throws InterruptedException {
    return table.await(
        ContactEntry.entryId(subscriberId),
        entry -> entry.map(ContactEntry.class::cast).filter(wanted).isPresent(),
        atMost);
  }

  /** Waits until the note or contact of this id shows the command; false if it does not in time. */
  boolean awaitCommand(String id, String commandId, Duration atMost) throws InterruptedException {
    if (isInHistory(id, commandId)) {
      return true;
    }
    String entryId = contact(id).isPresent() ? ContactEntry.entryId(id) : NoteEntry.entryId(id);
    return table.await(
        entryId,
        entry -> entry.filter(found -> found.commands().contains(commandId)).isPresent(),
        atMost);
  }

  private boolean isInHistory(String noteId, String commandId) {
    return note(noteId).stream()
        .flatMap(note -> history(note).stream())
        .anyMatch(line -> line.commandId().equals(commandId));
  }

  private <T extends DeskEntry> Optional<T> find(String entryId, Class<T> type) {
    return table.get(entryId).map(type::cast);
  }

  private <T extends DeskEntry> List<T> all(
      Query query, Sort sort, int skip, int most, Class<T> type) {
    return table.find(query, sort, skip, most).stream().map(type::cast).toList();
  }

  private static Query notesQuery(Reader reader, Optional<NoteState> state, String prefix) {
    Query all = both(term(DeskFields.KIND, "note"), prefixed(DeskFields.NOTE, prefix));
    Query notes = reader.marks().map(marks -> both(all, forOneOf(marks))).orElse(all);
    return state.map(in -> both(notes, term(DeskFields.STATE, in.name()))).orElse(notes);
  }

  private static Query forOneOf(Set<String> marks) {
    return new TermInSetQuery(DeskFields.READER, marks.stream().map(BytesRef::new).toList());
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static Query prefixed(String field, String prefix) {
    return new PrefixQuery(new Term(field, prefix));
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  private static Map<String, String> candidate(NoteEntry note) {
    return Map.of(
        "id", note.id(), "headline", NoteView.headline(note), "state", note.state().name());
  }

  private static ProblemException ambiguous(List<Map<String, String>> candidates) {
    return new ProblemException(
        Problem.of(
                409,
                "AMBIGUOUS_PREFIX",
                "Ambiguous prefix",
                "Several ids begin so; give more characters of the one you mean.")
            .with("candidates", candidates));
  }
}
