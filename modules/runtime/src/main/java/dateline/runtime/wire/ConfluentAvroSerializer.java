package dateline.runtime.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as Confluent's {@code KafkaAvroSerializer} does and takes the same configuration
 * keys: {@code schema.registry.url}, {@code auto.register.schemas}, {@code use.latest.version},
 * {@code basic.auth.credentials.source}, {@code basic.auth.user.info}. Form: byte 0, schema id as
 * four bytes with the highest first, Avro binary. Null stays null (a tombstone). Safe for use by
 * many threads once configured.
 *
 * <p>The schema that is registered is the generated class's own, with its documentation and Avro's
 * {@code avro.java.string} hints, because that is what Confluent's serializer registers too.
 */
public final class ConfluentAvroSerializer implements Serializer<SpecificRecord> {

  private static final int KEPT_BUFFER = 1 << 20;

  private static final class Buffer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private @Nullable BinaryEncoder encoder;
  }

  private final Pool<Buffer> buffers = new Pool<>(Buffer::new);
  private @Nullable KnownSchemas schemas;
  private boolean key;

  /** For Kafka, which calls {@link #configure} next. */
  public ConfluentAvroSerializer() {}

  ConfluentAvroSerializer(KnownSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    schemas = new KnownSchemas(RegistrySettings.from(config));
    key = isKey;
  }

  /**
   * @throws SchemaRefusedException if the registry does not take, or does not know, our schema
   * @throws RegistryUnavailableException if it must be asked and does not answer
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord value) {
    return value == null ? null : bytes(topic, value);
  }

  byte[] bytes(String topic, SpecificRecord value) {
    KnownSchemas known = schemas;
    if (known == null) {
      throw new IllegalStateException("The serializer is not configured. Call configure first.");
    }
    String subject = key ? SchemaRegistry.keySubject(topic) : SchemaRegistry.valueSubject(topic);
    KnownSchemas.Writing writing = known.writing(subject, value.getSchema());
    Buffer buffer = buffers.take();
    try {
      buffer.encoder = EncoderFactory.get().binaryEncoder(buffer.out, buffer.encoder);
      writing.writer().write(value, buffer.encoder);
      buffer.encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] avro = writing.transcoding().transcode(buffer.out.toByteArray());
    if (buffer.out.size() <= KEPT_BUFFER) {
      buffer.out.reset();
      buffers.giveBack(buffer);
    }
    return ByteBuffer.allocate(5 + avro.length)
        .put(ConfluentAvroDeserializer.MAGIC)
        .putInt(writing.id())
        .put(avro)
        .array();
  }

  @Override
  public void close() {
    if (schemas != null) {
      schemas.close();
    }
  }
}
