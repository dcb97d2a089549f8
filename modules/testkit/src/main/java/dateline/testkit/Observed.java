package dateline.testkit;

import java.time.Instant;
import java.util.List;

/**
 * What a test saw on the log, in the words that the guarantees are about. Lists are in log order;
 * order between partitions is not known.
 *
 * @param sent commands as they were sent, repeats included
 * @param answered answers
 * @param events events of all engines
 * @param setAside ids of commands found in dead letters
 * @param approvals texts that were finally approved, and approvals that were withdrawn
 * @param timings instants set and taken back, and where between them a note became public
 * @param released what became public
 * @param planned delivery ids of the mails that were to be sent
 * @param settled delivery ids of the mails of which it is known what became of them
 * @param delivered mails that a recipient's server accepted
 * @param drafted texts, agreed paragraphs and release numbers, as drafting said of them
 */
public record Observed(
    List<Sent> sent,
    List<Answered> answered,
    List<Happened> events,
    List<String> setAside,
    List<Approval> approvals,
    List<Timing> timings,
    List<Released> released,
    List<String> planned,
    List<String> settled,
    List<Delivered> delivered,
    List<Drafted> drafted) {

  public Observed {
    sent = List.copyOf(sent);
    answered = List.copyOf(answered);
    events = List.copyOf(events);
    setAside = List.copyOf(setAside);
    approvals = List.copyOf(approvals);
    timings = List.copyOf(timings);
    released = List.copyOf(released);
    planned = List.copyOf(planned);
    settled = List.copyOf(settled);
    delivered = List.copyOf(delivered);
    drafted = List.copyOf(drafted);
  }

  /** A history of commands alone: nothing was approved, released or mailed. */
  public static Observed ofCommands(
      List<Sent> sent, List<Answered> answered, List<Happened> events) {
    return new Observed(
        sent, answered, events, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of());
  }

  /** A command on its way in. */
  public record Sent(String key, String commandId) {}

  /** An answer; {@code events} is empty unless it is Done. */
  public record Answered(String key, String commandId, List<String> events) {}

  /** An event and the command that caused it. */
  public record Happened(String key, String eventId, String causationId) {}

  /** What clearance says of a text; {@code at} is the record's own time. */
  public sealed interface Approval {
    String noteId();

    String digest();

    Instant at();
  }

  /** A text was finally approved. */
  public record Cleared(String noteId, String digest, Instant at) implements Approval {}

  /** An approval of this text, if there was one, no longer holds. */
  public record Withdrawn(String noteId, String digest, Instant at) implements Approval {}

  /** What publishing says of when a note becomes public, in the order in which it said so. */
  public sealed interface Timing {
    String noteId();
  }

  /** A release was set for an instant. */
  public record Scheduled(String noteId, String digest, Instant releaseAt) implements Timing {}

  /** The instant was taken back. */
  public record Unscheduled(String noteId) implements Timing {}

  /** Here this version became public. */
  public record Went(String noteId, int version) implements Timing {}

  /**
   * A text became public.
   *
   * @param digest computed by the test from the public text itself
   * @param at by the record's own time
   * @param bySchedule whether it claims to have been released by its schedule
   */
  public record Released(
      String noteId, int version, String digest, Instant at, boolean bySchedule) {}

  /** A mail was accepted. */
  public record Delivered(String noteId, int version, String recipient) {}

  /** What drafting says of a note or of a series of numbers. */
  public sealed interface Drafted {
    /** Note id, or the key of the numbers. */
    String key();
  }

  /**
   * A note has this text now.
   *
   * @param blocks its body, each block as a reader sees it
   */
  public record Said(String key, List<String> blocks) implements Drafted {
    public Said {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Blocks of the current text were agreed with somebody.
   *
   * @param blocks positions in the body, from 1
   */
  public record Locked(String key, String lock, List<Integer> blocks) implements Drafted {
    public Locked {
      blocks = List.copyOf(blocks);
    }
  }

  /** They may change again. */
  public record Unlocked(String key, String lock) implements Drafted {}

  /** The next number of a series was given to a note. */
  public record Numbered(String key, int number, String noteId) implements Drafted {}
}
