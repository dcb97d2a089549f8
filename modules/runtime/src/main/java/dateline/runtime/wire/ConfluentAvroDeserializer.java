package dateline.runtime.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ConfluentAvroSerializer}, Confluent's own serializers and other languages'
 * clients write, into the classes generated for our topics. The writer's schema may be newer or
 * older than ours: fields meet by name, unknown ones are skipped, missing ones take our default.
 * Safe for use by many threads once configured.
 */
public final class ConfluentAvroDeserializer implements Deserializer<SpecificRecord> {

  static final byte MAGIC = 0;
  private static final int HEADER = 5;

  private final Pool<AtomicReference<@Nullable BinaryDecoder>> decoders =
      new Pool<>(AtomicReference::new);
  private @Nullable KnownSchemas schemas;

  /** For Kafka, which calls {@link #configure} next. */
  public ConfluentAvroDeserializer() {}

  ConfluentAvroDeserializer(KnownSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    schemas = new KnownSchemas(RegistrySettings.from(config));
  }

  /**
   * @throws UnreadableRecordException UNREADABLE if these bytes are no record of ours: wrong first
   *     byte, unknown schema, cut off, something behind it
   * @throws RegistryUnavailableException if the registry must be asked and does not answer
   */
  @Override
  public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
    return bytes == null ? null : record(bytes);
  }

  SpecificRecord record(byte[] bytes) {
    KnownSchemas known = schemas;
    if (known == null) {
      throw new IllegalStateException("The deserializer is not configured. Call configure first.");
    }
    if (bytes.length < HEADER || bytes[0] != MAGIC) {
      throw unreadable("it does not begin with a zero byte and a schema id");
    }
    int id = ByteBuffer.wrap(bytes).getInt(1);
    DatumReader<SpecificRecord> reader = known.reader(id);
    AtomicReference<@Nullable BinaryDecoder> decoder = decoders.take();
    SpecificRecord value;
    try {
      BinaryDecoder in =
          DecoderFactory.get()
              .binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder.getPlain());
      decoder.setPlain(in);
      value = reader.read(null, in);
      if (!in.isEnd()) {
        throw unreadable("there is something behind its end");
      }
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | UnsupportedOperationException
        | ArithmeticException e) {
      // What Avro's decoder throws on bytes that do not fit the schema; it has no one type for it.
      throw unreadable("its bytes do not fit schema " + id);
    }
    decoders.giveBack(decoder);
    return value;
  }

  static UnreadableRecordException unreadable(String why) {
    return new UnreadableRecordException("UNREADABLE", "The record cannot be read: " + why + ".");
  }

  @Override
  public void close() {
    if (schemas != null) {
      schemas.close();
    }
  }
}
