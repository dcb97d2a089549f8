package dateline.runtime.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serializer classes named by the settings: {@code
 * io.confluent.kafka.serializers.KafkaAvroSerializer} in a build with {@code -Pconfluent}. Their
 * failures become ours, so that whoever uses {@link Wire} need not know which are at work.
 */
record NamedSerializers(Serializer<Object> serializer, Deserializer<?> deserializer)
    implements RecordFormat {

  static NamedSerializers load(String serializer, String deserializer, Map<String, ?> config) {
    ContractClasses.trust();
    Map<String, Object> all = new HashMap<>(config);
    all.put("specific.avro.reader", true);
    // Confluent's serializer takes any object; ours takes records, and gets nothing else.
    @SuppressWarnings("unchecked")
    Serializer<Object> writer =
        (Serializer<Object>) make("value.serializer", serializer, Serializer.class);
    Deserializer<?> reader = make("value.deserializer", deserializer, Deserializer.class);
    writer.configure(all, false);
    reader.configure(all, false);
    return new NamedSerializers(writer, reader);
  }

  private static <T> T make(String setting, String name, Class<T> type) {
    try {
      return Class.forName(name).asSubclass(type).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new ConfigException(
          setting
              + " names "
              + name
              + ", which is not there or no such class. Correct it, or build with -Pconfluent.");
    }
  }

  @Override
  public byte[] write(String topic, SpecificRecord value) {
    try {
      return serializer.serialize(topic, value);
    } catch (SerializationException e) {
      if (isOutage(e)) {
        throw new RegistryUnavailableException(
            "The schema registry does not answer. Start it or correct schema.registry.url.", e);
      }
      throw new SchemaRefusedException(
          said(e, "error code: 409") ? "INCOMPATIBLE" : "NOT_REGISTERED",
          "The registry does not take or know our schema for "
              + topic
              + ". Register it with `dateline schemas register`.");
    }
  }

  @Override
  public SpecificRecord read(String topic, byte[] bytes) {
    Object value;
    try {
      value = deserializer.deserialize(topic, bytes);
    } catch (SerializationException e) {
      if (isOutage(e)) {
        throw new RegistryUnavailableException(
            "The schema registry does not answer. Start it or correct schema.registry.url.", e);
      }
      throw ConfluentAvroDeserializer.unreadable("its bytes fit no schema of the registry");
    }
    if (value instanceof SpecificRecord specific) {
      return specific;
    }
    throw ConfluentAvroDeserializer.unreadable("it is of no class of the contract");
  }

  /**
   * Whether the registry could not be asked, or failed: anything but bytes or a schema at fault.
   */
  private static boolean isOutage(SerializationException failure) {
    Optional<Throwable> cause = Optional.ofNullable(failure.getCause());
    while (cause.isPresent()) {
      Throwable is = cause.get();
      if (is instanceof IOException && !(is instanceof EOFException)) {
        return true;
      }
      cause = Optional.ofNullable(is.getCause());
    }
    return said(failure, "error code: 5");
  }

  private static boolean said(SerializationException failure, String code) {
    Optional<Throwable> cause = Optional.of(failure);
    while (cause.isPresent()) {
      if (String.valueOf(cause.get().getMessage()).contains(code)) {
        return true;
      }
      cause = Optional.ofNullable(cause.get().getCause());
    }
    return false;
  }

  @Override
  public void close() {
    serializer.close();
    deserializer.close();
  }
}
