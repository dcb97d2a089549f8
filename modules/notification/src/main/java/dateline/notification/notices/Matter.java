package dateline.notification.notices;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Instant;
import java.util.Optional;

/** What somebody is told about a text. */
public sealed interface Matter {

  /**
   * Where it stands among what one person is told about one note. What comes later to the same
   * place takes it, if the former was not mailed yet.
   */
  String place();

  /**
   * An office is asked for its answer.
   *
   * @param because why it is asked, for people
   * @param due by when
   * @param former the text that it answered about before, if that is another one
   */
  record Question(
      Form form,
      OfficeId office,
      Part part,
      String because,
      Optional<Instant> due,
      Optional<Digest> former)
      implements Matter {

    /** Why it is asked now. */
    public enum Form {
      /** Its turn has come. */
      ASKED,
      /** It had answered, and what it said of this text counts no longer. */
      AGAIN,
      /** Another text took the place of the one it was asked about. */
      OVERTAKEN,
      /** Half of its time is gone. */
      REMINDED,
      /** The text passed in an emergency: it is asked after the fact. */
      OWED
    }

    @Override
    public String place() {
      return "office/" + office;
    }
  }

  /** An office is told of a text. */
  record Informed(OfficeId office, String because) implements Matter {
    @Override
    public String place() {
      return "office/" + office;
    }
  }

  /**
   * What somebody said of a former text for an office stands for this one.
   *
   * @param former the text that they read
   */
  record Kept(OfficeId office, String reason, Digest former) implements Matter {
    @Override
    public String place() {
      return "office/" + office;
    }
  }

  /** An office let its time pass. */
  record Silence(OfficeId office, Part part, Optional<Instant> due) implements Matter {
    @Override
    public String place() {
      return "silence/" + office;
    }
  }

  /** Everybody of an office who may answer is away, or nobody is. */
  record NobodyThere(OfficeId office, Part part, Optional<Instant> due) implements Matter {
    @Override
    public String place() {
      return "silence/" + office;
    }
  }

  /**
   * An office objected.
   *
   * @param office {@link OfficeId#NONE} where no office had to clear
   * @param returned whether the note is with its drafter now; if not, the text passed in an
   *     emergency
   */
  record Objection(OfficeId office, PersonId by, String reason, boolean returned)
      implements Matter {
    @Override
    public String place() {
      return "answer/" + office;
    }
  }

  /**
   * An office would clear another text, which the notice is about.
   *
   * @param former the text that it was asked about
   */
  record Proposal(OfficeId office, PersonId by, String reason, Digest former) implements Matter {
    @Override
    public String place() {
      return "answer/" + office;
    }
  }

  /** Everybody has answered whose answer is waited for: the final approval is what is left. */
  record ApprovalAwaited(boolean afterTheFact) implements Matter {
    @Override
    public String place() {
      return "approval";
    }
  }

  /** The text is approved. */
  record Cleared(PersonId by, How how) implements Matter {

    /** In which way. */
    public enum How {
      /** By all whom it needs. */
      IN_ORDER,
      /** By one authority, before them. */
      IN_EMERGENCY,
      /** By all whom it needs, afterwards. */
      AFTER_THE_FACT
    }

    @Override
    public String place() {
      return "outcome";
    }
  }

  /**
   * The clearance that is owed is overdue.
   *
   * @param authority who let the text pass
   */
  record Overdue(PersonId authority) implements Matter {
    @Override
    public String place() {
      return "debt";
    }
  }

  /**
   * Somebody outside the house is invited to clear the text, which the mail does not show.
   *
   * @param invitation its id
   * @param name who they are, for people
   * @param until when the link ends
   */
  record Invitation(OfficeId party, String invitation, String name, Instant until)
      implements Matter {
    @Override
    public String place() {
      return "invitation/" + party;
    }
  }

  /**
   * The code that opens the text of an invitation.
   *
   * @param number which of its codes, from 1
   * @param until when it opens nothing any more
   */
  record Code(OfficeId party, String invitation, String name, int number, Instant until)
      implements Matter {
    @Override
    public String place() {
      return "code/" + party;
    }
  }

  /** The text is public. */
  record Released() implements Matter {
    @Override
    public String place() {
      return "outcome";
    }
  }
}
