package dateline.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A command or an event with all that a rule may want to know about it beside its content.
 *
 * @param id of this message
 * @param causationId of the message that caused this one: an event's is its command's id, a
 *     policy's command's is the event's; a person's own command names itself
 * @param key the note, subscriber or release this is about, which is also the Kafka record's key
 * @param at when it was asked or happened, whole milliseconds (finer parts are cut off); an event
 *     has its command's
 * @param actor who asked
 * @param payload the command or event itself
 */
public record Envelope<P>(
    MessageId id, MessageId causationId, String key, Instant at, Actor actor, P payload) {

  public Envelope {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A command that a person gives: its own cause. */
  public static <P> Envelope<P> of(MessageId id, String key, Instant at, Actor actor, P payload) {
    return new Envelope<>(id, id, key, at, actor, payload);
  }

  /**
   * An event of this command. Its id follows from the command's, so a retry makes the same event.
   *
   * @param index position among the command's events, from 0
   */
  public <E> Envelope<E> event(int index, E event) {
    return new Envelope<>(id.derive("event/" + index), id, key, at, actor, event);
  }

  /**
   * A command that follows from this event by a policy.
   *
   * @param policy the policy's name, which becomes the actor and part of the command's id
   * @param commandKey what the command is about; often this event's own key
   */
  public <C> Envelope<C> command(String policy, String commandKey, C command) {
    return new Envelope<>(id.derive(policy), id, commandKey, at, Actor.system(policy), command);
  }

  /** The same envelope around something else. */
  public <Q> Envelope<Q> with(Q other) {
    return new Envelope<>(id, causationId, key, at, actor, other);
  }
}
