package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.kernel.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who reads which note. A draft, never submitted or open again, is for the people of its office and
 * its co-drafters. While it is submitted, those read it as well who clear, approve and release or
 * declare an emergency, of any office. What is public is for everybody, how it was drafted is not.
 * To others a note is one that does not exist.
 *
 * <p>Both sides are marks: a note has those of whom it is for, a person those of what they are, and
 * one in common lets them read. So the index answers it, too.
 */
final class DraftPrivacy {

  private static final String EVERYBODY = "everybody";

  /** These read a submitted text of another office, since they decide about it. */
  private static final Set<Role> CONCERNED =
      EnumSet.of(Role.REVIEWER, Role.APPROVER, Role.DUTY_OFFICER, Role.EMERGENCY_AUTHORITY);

  private DraftPrivacy() {}

  /** Whom the note is for. */
  static Set<String> of(NoteEntry note) {
    Set<String> marks = ofDraft(note);
    if (note.state() == NoteState.RELEASED) {
      marks.add(EVERYBODY);
    }
    return marks;
  }

  /** Whom its earlier texts, and what was said about them, are for. */
  private static Set<String> ofDraft(NoteEntry note) {
    Draft draft = note.draft();
    Set<String> marks = new TreeSet<>();
    if (!draft.office().isEmpty()) {
      marks.add(office(draft.office()));
    }
    draft.papers().coDrafters().forEach(person -> marks.add(person(person)));
    switch (draft.status()) {
      case SUBMITTED, CLOSED -> CONCERNED.forEach(role -> marks.add(role(role)));
      case NONE, OPEN, ABANDONED -> {}
    }
    return marks;
  }

  /** What this person is. */
  static Set<String> of(PersonEntry reader) {
    Set<String> marks = new TreeSet<>();
    marks.add(EVERYBODY);
    marks.add(office(reader.office()));
    marks.add(person(reader.id()));
    reader.roles().forEach(role -> marks.add(role(role)));
    return marks;
  }

  static boolean lets(PersonEntry reader, NoteEntry note) {
    return !Collections.disjoint(of(reader), of(note));
  }

  static boolean letsSeeDrafting(PersonEntry reader, NoteEntry note) {
    return !Collections.disjoint(of(reader), ofDraft(note));
  }

  private static String office(String id) {
    return "office/" + id;
  }

  private static String person(String id) {
    return "person/" + id;
  }

  private static String role(Role role) {
    return "role/" + role.name();
  }
}
