package dateline.clearance;

import dateline.kernel.PersonId;
import java.util.Optional;

/**
 * How an answer reached Dateline.
 *
 * @param channel by which way
 * @param deputyFor for whom of the office this person stood in, if they are not of the office
 *     themselves
 * @param recordedBy who wrote down what was said by phone
 */
public record Manner(Channel channel, Optional<PersonId> deputyFor, Optional<PersonId> recordedBy) {

  /** The ways an answer can come. */
  public enum Channel {
    /** At the desk: a page or the command line, signed in. */
    DESK,
    /** A signed link that acts for one person and one text. */
    LINK,
    /** A reply to the mail that asked. */
    EMAIL,
    /** Said by phone and written down by another. */
    PHONE
  }

  /** By the person themselves, signed in. */
  public static final Manner AT_THE_DESK =
      new Manner(Channel.DESK, Optional.empty(), Optional.empty());

  /** By the person themselves, who has a link. */
  static final Manner BY_LINK = new Manner(Channel.LINK, Optional.empty(), Optional.empty());

  /** Written down by this person. */
  static Manner byPhone(PersonId recorder, Optional<PersonId> deputyFor) {
    return new Manner(Channel.PHONE, deputyFor, Optional.of(recorder));
  }
}
