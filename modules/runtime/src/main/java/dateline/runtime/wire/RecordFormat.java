package dateline.runtime.wire;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Who makes bytes of records: our serializer, or the one that the settings name. */
sealed interface RecordFormat extends AutoCloseable permits RecordFormat.Ours, NamedSerializers {

  byte[] write(String topic, SpecificRecord value);

  SpecificRecord read(String topic, byte[] bytes);

  @Override
  void close();

  /**
   * Ours, unless {@code value.serializer} or {@code value.deserializer} names another class.
   *
   * @throws org.apache.kafka.common.config.ConfigException naming the setting that is wrong
   */
  static RecordFormat from(Map<String, ?> config) {
    Optional<String> serializer =
        Optional.ofNullable(config.get("value.serializer")).map(String::valueOf);
    Optional<String> deserializer =
        Optional.ofNullable(config.get("value.deserializer")).map(String::valueOf);
    if (serializer.isEmpty() && deserializer.isEmpty()) {
      KnownSchemas schemas = new KnownSchemas(RegistrySettings.from(config));
      return new Ours(
          schemas, new ConfluentAvroSerializer(schemas), new ConfluentAvroDeserializer(schemas));
    }
    return NamedSerializers.load(
        serializer.orElse(ConfluentAvroSerializer.class.getName()),
        deserializer.orElse(ConfluentAvroDeserializer.class.getName()),
        config);
  }

  /** Both directions share what is known of the registry. */
  record Ours(
      KnownSchemas schemas,
      ConfluentAvroSerializer serializer,
      ConfluentAvroDeserializer deserializer)
      implements RecordFormat {
    @Override
    public byte[] write(String topic, SpecificRecord value) {
      return serializer.bytes(topic, value);
    }

    @Override
    public SpecificRecord read(String topic, byte[] bytes) {
      return deserializer.record(bytes);
    }

    @Override
    public void close() {
      schemas.close();
    }
  }
}
