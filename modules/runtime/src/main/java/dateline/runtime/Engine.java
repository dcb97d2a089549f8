package dateline.runtime;

import dateline.contracts.Topic;
import dateline.kernel.Decider;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * One engine, whole: its rules and how they meet the log. {@code EngineTopology} makes a running
 * application of it.
 *
 * @param name the engine's name, which its topics begin with: {@code "drafting"}
 * @param decider its rules
 * @param commands how its commands look on the wire
 * @param events how its events look on the wire
 * @param policies what other engines' events make it do
 * @param publications what it says on further topics, in the same transaction as its events
 * @param clock what it must be reminded of, if anything
 */
public record Engine<C, S, E>(
    String name,
    Decider<C, S, E> decider,
    WireCodec<C, ?> commands,
    WireCodec<E, ?> events,
    List<Reaction<?, C>> policies,
    Publications<C, E> publications,
    Optional<Clock<C, E>> clock) {

  public Engine {
    policies = List.copyOf(policies);
  }

  /**
   * A policy and the topic it listens to.
   *
   * @param source another engine's events
   * @param codec how that topic's events are read here: only those the policy cares about need to
   *     be known, the others read as empty
   * @param unheard what is commanded about the key of an event that had to be set aside, if doing
   *     nothing might let something happen that the event forbids; older events of the key are then
   *     withheld when they are taken again
   */
  public record Reaction<F, C>(
      Topic source, EventReader<F> codec, Policy<F, C> policy, Optional<C> unheard) {

    /** Of events that can wait among the dead letters. */
    public Reaction(Topic source, EventReader<F> codec, Policy<F, C> policy) {
      this(source, codec, policy, Optional.empty());
    }
  }

  /** Reads another engine's events from its wire records: our own view of them. */
  @FunctionalInterface
  public interface EventReader<F> {
    /**
     * The event, or empty if it is none of those we care about.
     *
     * @throws UnreadableRecordException if it is one of those and cannot be read
     */
    Optional<Envelope<F>> read(SpecificRecord wire);
  }

  /** What an accepted command says on further topics. Pure; called before anything is written. */
  @FunctionalInterface
  public interface Publications<C, E> {
    List<Publication> of(Envelope<C> command, List<Envelope<E>> events);

    /** Says nothing anywhere else. */
    static <C, E> Publications<C, E> none() {
      return (command, events) -> List.of();
    }
  }

  /**
   * One record for another topic.
   *
   * @param value empty for a tombstone
   */
  public record Publication(Topic topic, String key, Optional<SpecificRecord> value) {

    public Publication(Topic topic, String key, SpecificRecord value) {
      this(topic, key, Optional.of(value));
    }
  }

  /**
   * What must be done at an instant: rules never read the time, so the host sends a command when it
   * comes.
   */
  public interface Clock<C, E> {
    /** When to remind after this event. */
    Set<Instant> dueAfter(Envelope<E> event);

    /**
     * The command that says the instant has come. The decider answers NothingToDo if it no longer
     * matters.
     */
    C command(Instant due);

    /** The instant that such a command says has come; empty for every other command. */
    Optional<Instant> due(C command);
  }
}
