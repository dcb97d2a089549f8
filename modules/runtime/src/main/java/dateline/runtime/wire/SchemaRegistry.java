package dateline.runtime.wire;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * What Dateline asks of a schema registry. Every method throws {@link RegistryUnavailableException}
 * when the registry cannot be reached. Implementations are safe for use by many threads and cache
 * nothing.
 */
public sealed interface SchemaRegistry extends AutoCloseable
    permits RestSchemaRegistry, InProcessSchemaRegistry {

  /** A schema as one version of a subject. */
  record Version(int id, int version, Schema schema) {}

  /**
   * Makes the schema the newest version of the subject, unless it is one of its versions already.
   *
   * @return the schema's id, the same for the same schema under every subject
   * @throws SchemaRefusedException INCOMPATIBLE if the subject's rules do not allow it, INVALID if
   *     the registry cannot read it
   */
  int register(String subject, Schema schema);

  /** The schema's id if it is a version of the subject. */
  OptionalInt idOf(String subject, Schema schema);

  /** The schema with this id, empty if the registry knows none or it is no Avro schema. */
  Optional<Schema> schema(int id);

  /** The newest version of the subject, empty if it has none. */
  Optional<Version> latest(String subject);

  /**
   * Sets which changes the subject allows from now on.
   *
   * @param level Confluent's name: {@code "FULL_TRANSITIVE"}
   */
  void requireCompatibility(String subject, String level);

  @Override
  void close();

  /** The subject of a topic's values: Confluent's TopicNameStrategy. */
  static String valueSubject(String topic) {
    return topic + "-value";
  }

  /** The subject of a topic's keys: Confluent's TopicNameStrategy. */
  static String keySubject(String topic) {
    return topic + "-key";
  }
}
