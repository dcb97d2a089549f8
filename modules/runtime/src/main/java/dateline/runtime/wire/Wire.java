package dateline.runtime.wire;

import dateline.contracts.Topic;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records to bytes and back, for every topic. One a process is enough; safe for use by many
 * threads. The registry is asked once for each schema and then no more.
 */
public final class Wire implements AutoCloseable {

  private final RecordFormat format;

  /**
   * @param config Confluent's keys; {@code schema.registry.url} must be there, {@code mock://scope}
   *     is a registry within this process
   * @throws org.apache.kafka.common.config.ConfigException naming the setting that is wrong
   */
  public Wire(Map<String, ?> config) {
    format = RecordFormat.from(config);
  }

  /**
   * The bytes of a record for this topic.
   *
   * @throws IllegalArgumentException if it is not one of the topic's records
   * @throws SchemaRefusedException if the registry does not take, or does not know, its schema
   * @throws RegistryUnavailableException if the registry must be asked and does not answer
   */
  public byte[] write(Topic topic, SpecificRecord value) {
    if (!isOf(topic, value)) {
      throw new IllegalArgumentException(
          "A " + value.getSchema().getName() + " is no record of " + topic.topicName() + ".");
    }
    return format.write(topic.topicName(), value);
  }

  /**
   * The record in these bytes, of the topic's class.
   *
   * @throws UnreadableRecordException UNREADABLE if they hold no such record
   * @throws RegistryUnavailableException if the registry must be asked and does not answer
   */
  public SpecificRecord read(Topic topic, byte[] bytes) {
    SpecificRecord value = format.read(topic.topicName(), bytes);
    if (!isOf(topic, value)) {
      throw ConfluentAvroDeserializer.unreadable(
          "it is a " + value.getSchema().getName() + ", which the topic does not hold");
    }
    return value;
  }

  private static boolean isOf(Topic topic, SpecificRecord value) {
    return value.getSchema().getFullName().equals(topic.schema().getFullName());
  }

  @Override
  public void close() {
    format.close();
  }
}
