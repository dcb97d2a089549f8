package dateline.drafting;

import dateline.drafting.DraftingEvent.Agreed;
import dateline.drafting.DraftingEvent.Attached;
import dateline.drafting.DraftingEvent.AttachmentRemoved;
import dateline.drafting.DraftingEvent.Beside;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.CoDrafterRemoved;
import dateline.drafting.DraftingEvent.Commented;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.FileAttached;
import dateline.drafting.DraftingEvent.Translated;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was written on one note, and what lies beside it.
 *
 * @param office whose note it is: its first author's
 * @param zone of the office's day
 * @param revisions every text it ever had, oldest first; at least one
 * @param contributors everyone who changed any character of the note or attached a file, in order
 *     of first change
 * @param coDrafters people of other offices who may write on it
 */
record Manuscript(
    OfficeId office,
    ZoneId zone,
    List<Revision> revisions,
    List<PersonId> contributors,
    List<PersonId> coDrafters,
    Comments comments,
    AgreedText agreed,
    Attachments attachments,
    Translations translations) {

  Manuscript {
    revisions = List.copyOf(revisions);
    contributors = List.copyOf(contributors);
    coDrafters = List.copyOf(coDrafters);
  }

  static Manuscript begun(Envelope<DraftingEvent> event, DraftCreated it) {
    PersonId author = event.actor().person();
    return new Manuscript(
        event.actor().office(),
        it.zone().orElse(ZoneOffset.UTC),
        List.of(new Revision(1, it.note(), it.digest(), author, event.at(), it.origin())),
        List.of(author),
        List.of(),
        Comments.NONE,
        AgreedText.NONE,
        Attachments.NONE,
        Translations.NONE);
  }

  Revision current() {
    return revisions.getLast();
  }

  /** Whether there is a revision of this number. */
  boolean has(int revision) {
    return revision >= 1 && revision <= revisions.size();
  }

  Revision revision(int number) {
    return revisions.get(number - 1);
  }

  /** Whether this person may write on it: a press officer of its office, or one who was named. */
  boolean isWrittenBy(Actor actor) {
    return actor.role() == Role.PRESS_OFFICER
        && (actor.office().equals(office) || coDrafters.contains(actor.person()));
  }

  Manuscript after(Envelope<DraftingEvent> event, DraftRevised next) {
    PersonId author = event.actor().person();
    List<PersonId> before =
        next.proposedBy().map(proposer -> joined(contributors, proposer)).orElse(contributors);
    Revision revision =
        new Revision(
            next.revision(), next.note(), next.digest(), author, event.at(), next.origin());
    return new Manuscript(
        office,
        zone,
        Stream.concat(revisions.stream(), Stream.of(revision)).toList(),
        joined(before, author),
        coDrafters,
        comments,
        agreed.in(next.note()),
        attachments,
        translations);
  }

  Manuscript after(Envelope<DraftingEvent> event, Beside beside) {
    return switch (beside) {
      case CoDrafterAdded(PersonId person) ->
          with(contributors, joined(coDrafters, person), comments, agreed, attachments);
      case CoDrafterRemoved(PersonId person) ->
          with(
              contributors,
              coDrafters.stream().filter(one -> !one.equals(person)).toList(),
              comments,
              agreed,
              attachments);
      case Commented it ->
          with(contributors, coDrafters, comments.after(event, it), agreed, attachments);
      case Agreed it ->
          with(contributors, coDrafters, comments, agreed.after(event, it, this), attachments);
      case Attached it ->
          with(
              switch (it) {
                case FileAttached _ -> joined(contributors, event.actor().person());
                case AttachmentRemoved _ -> contributors;
              },
              coDrafters,
              comments,
              agreed,
              attachments.after(it));
      case Translated it ->
          new Manuscript(
              office,
              zone,
              revisions,
              contributors,
              coDrafters,
              comments,
              agreed,
              attachments,
              translations.after(it));
    };
  }

  private Manuscript with(
      List<PersonId> contributors,
      List<PersonId> coDrafters,
      Comments comments,
      AgreedText agreed,
      Attachments attachments) {
    return new Manuscript(
        office,
        zone,
        revisions,
        contributors,
        coDrafters,
        comments,
        agreed,
        attachments,
        translations);
  }

  private static List<PersonId> joined(List<PersonId> people, PersonId person) {
    if (people.contains(person)) {
      return people;
    }
    List<PersonId> all = new ArrayList<>(people);
    all.add(person);
    return all;
  }
}
