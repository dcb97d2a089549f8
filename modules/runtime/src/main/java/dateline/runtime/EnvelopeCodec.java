package dateline.runtime;

import dateline.contracts.ActorV1;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.Instant;
import java.util.List;

/** What every message on the wire has around its content, and the digests inside it. */
public final class EnvelopeCodec {

  private EnvelopeCodec() {}

  /**
   * The envelope with these parts.
   *
   * @throws UnreadableRecordException if an id or the actor is not one
   */
  public static <P> Envelope<P> fromWire(
      String id, String causationId, String key, Instant at, ActorV1 actor, P payload) {
    try {
      return new Envelope<>(
          new MessageId(id),
          new MessageId(causationId),
          key,
          at,
          ActorCodec.fromWire(actor),
          payload);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException(
          "UNREADABLE", "its id or its cause's is not a message id");
    }
  }

  /**
   * The digest with these hex characters.
   *
   * @throws UnreadableRecordException if they are not 64 lowercase hex characters
   */
  public static Digest digest(String hex) {
    try {
      return new Digest(hex);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException(
          "UNREADABLE", "a digest is not 64 lowercase hex characters");
    }
  }

  /**
   * The people with these ids.
   *
   * @throws UnreadableRecordException if one is blank
   */
  public static List<PersonId> people(List<String> ids) {
    try {
      return ids.stream().map(PersonId::new).toList();
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException("UNREADABLE", "a person's id is blank");
    }
  }
}
