package dateline.runtime.wire;

import dateline.contracts.Topic;
import dateline.runtime.wire.SchemaRegistry.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * How this version's schema of a topic is known to a registry.
 *
 * @param id of our schema there, if it is registered
 * @param newest version of the subject, if there is one; ours or another
 */
public record SchemaCheck(
    Topic topic, String subject, State state, OptionalInt id, Optional<Version> newest) {

  /** Whether a writer can use it. */
  public enum State {
    /** It is a version of its subject. */
    REGISTERED,
    /** It is none, and could be one. */
    MISSING,
    /** It is none, and the newest version and it cannot read each other's records. */
    INCOMPATIBLE
  }

  /**
   * Asks for every topic's schema, in the topics' order; changes nothing.
   *
   * @throws RegistryUnavailableException if the registry does not answer
   */
  public static List<SchemaCheck> all(SchemaRegistry registry) {
    return Arrays.stream(Topic.values()).map(topic -> of(topic, registry)).toList();
  }

  /**
   * Asks for a topic's schema.
   *
   * @throws RegistryUnavailableException if the registry does not answer
   */
  public static SchemaCheck of(Topic topic, SchemaRegistry registry) {
    String subject = SchemaRegistry.valueSubject(topic.topicName());
    OptionalInt id = registry.idOf(subject, topic.schema());
    Optional<Version> newest = registry.latest(subject);
    State state = State.REGISTERED;
    if (id.isEmpty()) {
      state =
          newest.map(Version::schema).filter(theirs -> !agree(theirs, topic.schema())).isPresent()
              ? State.INCOMPATIBLE
              : State.MISSING;
    }
    return new SchemaCheck(topic, subject, state, id, newest);
  }

  private static boolean agree(Schema one, Schema other) {
    return reads(one, other) && reads(other, one);
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }
}
