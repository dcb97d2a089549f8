package dateline.notification.notices;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a note, as far as anybody is told of it. Most are clearance's events. */
public sealed interface Fact {

  /**
   * One line of a clearance list.
   *
   * @param because why the office is on it, for people
   */
  record Line(OfficeId office, Part part, String because) {}

  /**
   * One office's turn.
   *
   * @param due by when it must answer; empty if its silence is never recorded
   */
  record Turn(OfficeId office, Optional<Instant> due) {}

  /**
   * The offices were asked to clear a text.
   *
   * @param owner the action office; {@link OfficeId#NONE} if not said
   */
  record Requested(Digest text, List<PersonId> contributors, OfficeId owner, List<Line> lines)
      implements Fact {
    public Requested {
      contributors = List.copyOf(contributors);
      lines = List.copyOf(lines);
    }
  }

  /** What these offices said of a former text stands for this one. */
  record Kept(Digest text, List<OfficeId> offices, String reason) implements Fact {
    public Kept {
      offices = List.copyOf(offices);
    }
  }

  /** It is these offices' turn. */
  record Asked(List<Turn> turns) implements Fact {
    public Asked {
      turns = List.copyOf(turns);
    }
  }

  /** Half of their time is gone. */
  record Reminded(List<OfficeId> offices) implements Fact {
    public Reminded {
      offices = List.copyOf(offices);
    }
  }

  /** All of their time is gone. */
  record FellSilent(List<OfficeId> offices) implements Fact {
    public FellSilent {
      offices = List.copyOf(offices);
    }
  }

  /** An office answered; an objection to a text that passed in an emergency is one of these. */
  record Answered(Said said) implements Fact {}

  /**
   * An office would clear the text if it were changed.
   *
   * @param edited the text as it would have it
   */
  record Proposed(Said said, Digest edited) implements Fact {}

  /** An office objected, or no office had to clear: the note is with its drafter. */
  record Returned(Said said) implements Fact {}

  /** What an office said counts no longer; it is asked again. */
  record Reopened(OfficeId office) implements Fact {}

  /** A person has no part in this note any more. */
  record Recused(PersonId person) implements Fact {}

  /** One more office is on the list, or the same with another part. */
  record Listed(Line line) implements Fact {}

  /** An office is on the list no longer. */
  record Unlisted(OfficeId office) implements Fact {}

  /**
   * A party outside the house was invited to clear a text, by a link.
   *
   * @param person subscriber id of who is invited
   * @param name who they are, for people
   * @param until when the link ends
   */
  record Invited(
      OfficeId party, String invitation, Digest text, PersonId person, String name, Instant until)
      implements Fact {}

  /**
   * Who is invited asked for a code that opens the text.
   *
   * @param number which one, from 1
   * @param until when it opens nothing any more
   */
  record CodeAsked(OfficeId party, int number, Instant until) implements Fact {}

  /** The invitation of a party ended. */
  record Revoked(OfficeId party) implements Fact {}

  /** Somebody decided to go on without an office. */
  record PassedOver(OfficeId office) implements Fact {}

  /**
   * The text may be released.
   *
   * @param approvers everybody who approved it, who was last first
   * @param authority who let it pass in an emergency; its clearance is owed then
   */
  record Cleared(List<PersonId> approvers, Optional<PersonId> authority) implements Fact {
    public Cleared {
      approvers = List.copyOf(approvers);
    }
  }

  /** The drafter took the note back. */
  record Suspended() implements Fact {}

  /** The clearance that is owed for the text is overdue. */
  record Overdue() implements Fact {}

  /** What passed in an emergency was cleared. */
  record ClearedAfterTheFact(PersonId approver) implements Fact {}

  /** The text is public. */
  record Released(Digest text) implements Fact {}
}
