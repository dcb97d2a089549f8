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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** What entries are found and sorted by. */
final class DeskFields {
  static final String KIND = "kind";
  static final String NOTE = "note";
  static final String STATE = "state";

  /** Marks of those whom a note is for. */
  static final String READER = "reader";

  static final String CHANGED = "changed";
  static final String CONTACT = "contact";
  static final String SUBSCRIBED = "subscribed";
  static final String NAME = "name";
  static final String RELEASE = "release";
  static final String OUTCOME = "outcome";

  /** First half of the ids of commands that were given under an idempotency key. */
  static final String ASKED = "asked";

  private DeskFields() {}

  static List<IndexableField> of(DeskEntry entry) {
    List<IndexableField> fields = new ArrayList<>();
    switch (entry) {
      case NoteEntry note -> {
        fields.add(term(KIND, "note"));
        fields.add(term(NOTE, note.id()));
        fields.add(term(STATE, note.state().name()));
        DraftPrivacy.of(note).forEach(mark -> fields.add(term(READER, mark)));
        fields.add(new NumericDocValuesField(CHANGED, NoteView.changedAt(note).toEpochMilli()));
      }
      case ContactEntry contact -> {
        if (contact.listedAt().isPresent()) {
          fields.add(term(KIND, "contact"));
          fields.add(term(CONTACT, contact.id()));
          fields.add(byName(contact.name()));
        }
        if (contact.subscribed()) {
          fields.add(term(SUBSCRIBED, "yes"));
        }
      }
      case PersonEntry person -> {
        fields.add(term(KIND, "person"));
        fields.add(byName(person.id()));
      }
      case OfficeEntry office -> {
        fields.add(term(KIND, "office"));
        fields.add(byName(office.id()));
      }
      case EarlierEntry _,
          RevisionEntry _,
          EditsEntry _,
          OwedEntry _,
          RecordsEntry _,
          PressOfficeEntry _,
          PlannedEntry _,
          OriginEntry _ -> {}
      case OutcomeEntry outcome -> {
        fields.add(term(RELEASE, outcome.releaseId()));
        fields.add(term(OUTCOME, outcome.outcome()));
      }
    }
    for (String command : entry.commands()) {
      CommandId.keyPart(command).ifPresent(key -> fields.add(term(ASKED, key)));
    }
    return fields;
  }

  private static StringField term(String name, String value) {
    return new StringField(name, value, Field.Store.NO);
  }

  private static SortedDocValuesField byName(String name) {
    return new SortedDocValuesField(NAME, new BytesRef(name.toLowerCase(Locale.ROOT)));
  }
}
