package dateline.notification.kafka;

import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.PersonV1;
import dateline.contracts.Topic;
import dateline.notification.notices.Staff;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The directory, whole in every instance: its records by their keys. A few thousand people at most,
 * read when somebody is to be told something.
 */
final class StaffStore {

  static final String NAME = "staff";

  private final ReadOnlyKeyValueStore<String, byte[]> entries;
  private final Wire wire;

  private StaffStore(ReadOnlyKeyValueStore<String, byte[]> entries, Wire wire) {
    this.entries = entries;
    this.wire = wire;
  }

  static StaffStore of(ProcessingContext context, Wire wire) {
    KeyValueStore<String, byte[]> store = context.getStateStore(NAME);
    return new StaffStore(store, wire);
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray())
        .withLoggingDisabled();
  }

  /** The house as it is now. */
  Staff staff() {
    List<DirectoryEntryV1> all = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entry = entries.all()) {
      entry.forEachRemaining(one -> read(one.value).ifPresent(all::add));
    }
    return StaffCodec.of(all);
  }

  /** One person, if the directory has them. */
  Optional<PersonV1> person(String id) {
    return Optional.ofNullable(entries.get(StaffCodec.PERSON + id))
        .flatMap(this::read)
        .map(DirectoryEntryV1::getPerson);
  }

  /** An entry nobody can read names nobody. */
  private Optional<DirectoryEntryV1> read(byte[] value) {
    try {
      return Optional.of((DirectoryEntryV1) wire.read(Topic.DIRECTORY, value));
    } catch (UnreadableRecordException e) {
      return Optional.empty();
    }
  }

  /** Takes the directory's records in as they are, as a restore of the store does. */
  static final class Learn extends ContextualProcessor<String, byte[], Void, Void> {
    @Override
    public void process(Record<String, byte[]> record) {
      KeyValueStore<String, byte[]> store = context().getStateStore(NAME);
      store.put(record.key(), record.value());
    }
  }
}
