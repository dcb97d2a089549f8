package dateline.runtime.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Everything the registry has told us, for as long as the process lives: ids never change their
 * meaning. What is known goes on working while the registry is down.
 */
final class KnownSchemas implements AutoCloseable {

  /** How records of one of our schemas are written to one subject. */
  record Writing(int id, SpecificDatumWriter<SpecificRecord> writer, Transcoding transcoding) {}

  private record SubjectAndSchema(String subject, Schema schema) {}

  private final SchemaRegistry registry;
  private final RegistrySettings settings;
  private final Map<SubjectAndSchema, Writing> writings = new ConcurrentHashMap<>();
  private final Map<Integer, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

  KnownSchemas(RegistrySettings settings) {
    ContractClasses.trust();
    this.settings = settings;
    this.registry = RestSchemaRegistry.connect(settings);
  }

  /**
   * @throws SchemaRefusedException if the registry does not take or, without auto-registration,
   *     does not know the schema
   * @throws RegistryUnavailableException if it is not known here and the registry is not there
   */
  Writing writing(String subject, Schema schema) {
    var key = new SubjectAndSchema(subject, schema);
    Writing known = writings.get(key);
    if (known != null) {
      return known;
    }
    // Outside of any lock: two threads may ask at once, and get the same answer.
    Writing fresh = ask(subject, schema);
    writings.put(key, fresh);
    return fresh;
  }

  private Writing ask(String subject, Schema schema) {
    var writer = new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForSchema(schema));
    if (settings.autoRegister()) {
      return new Writing(registry.register(subject, schema), writer, Transcoding.NONE);
    }
    if (settings.useLatest()) {
      SchemaRegistry.Version latest =
          registry.latest(subject).orElseThrow(() -> notRegistered(subject));
      return new Writing(latest.id(), writer, Transcoding.between(schema, latest.schema()));
    }
    int id = registry.idOf(subject, schema).orElseThrow(() -> notRegistered(subject));
    return new Writing(id, writer, Transcoding.NONE);
  }

  private static SchemaRefusedException notRegistered(String subject) {
    return new SchemaRefusedException(
        "NOT_REGISTERED",
        "Our schema is not registered under "
            + subject
            + ". Register it with `dateline schemas register`.");
  }

  /**
   * What reads records written with this schema into our class.
   *
   * @throws UnreadableRecordException if the registry knows no Avro schema with this id, it is of a
   *     record that no topic has, or ours cannot be read from it
   * @throws RegistryUnavailableException if it is not known here and the registry is not there
   */
  DatumReader<SpecificRecord> reader(int id) {
    DatumReader<SpecificRecord> known = readers.get(id);
    if (known != null) {
      return known;
    }
    Schema theirs =
        registry
            .schema(id)
            .orElseThrow(() -> unreadable("the registry knows no Avro schema " + id));
    Schema ours =
        ContractClasses.readerSchema(theirs.getFullName())
            .orElseThrow(() ->
                unreadable(
                    "schema %d is of %s, which no topic of ours has"
                        .formatted(id, theirs.getFullName())));
    DatumReader<SpecificRecord> fresh = reader(id, theirs, ours);
    readers.put(id, fresh);
    return fresh;
  }

  private static DatumReader<SpecificRecord> reader(int id, Schema theirs, Schema ours) {
    try {
      return new FastReaderBuilder(SpecificData.getForSchema(ours)).createDatumReader(theirs, ours);
    } catch (AvroRuntimeException e) {
      throw unreadable("schema " + id + " cannot be read as " + ours.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnreadableRecordException unreadable(String why) {
    return new UnreadableRecordException("UNREADABLE", "The record cannot be read: " + why + ".");
  }

  @Override
  public void close() {
    registry.close();
  }
}
