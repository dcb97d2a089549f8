package dateline.runtime.index;

import dateline.contracts.Topic;
import dateline.runtime.LogRecord;
import dateline.runtime.wire.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.MatchAllDocsQuery;

/**
 * What it came to when an index was built anew.
 *
 * @param records of the log that it was made of
 * @param entries that it has
 * @param took until everything was committed to disk
 */
public record Rebuilt(long records, long entries, Duration took) {

  /** Records a second. */
  public double rate() {
    return records / Math.max(took.toNanos() / 1e9, 1e-9);
  }

  /**
   * Empties the index in this folder and makes it of the log as it is now.
   *
   * @param name for threads and logs: {@code "desk"}
   * @param folder of this index alone; made if it is not there
   * @param consumer settings of Kafka's consumer
   * @throws java.io.UncheckedIOException if the folder cannot be written, or another process has it
   *     open
   * @throws ExecutionException if the log cannot be read
   */
  public static <S> Rebuilt of(
      String name,
      Path folder,
      Map<String, Object> consumer,
      Wire wire,
      Collection<Topic> topics,
      Projection<S> projection)
      throws InterruptedException, ExecutionException {
    try (Table<S> before = Table.open(name, folder, projection)) {
      before.clear();
    }
    long began = System.nanoTime();
    Counted<S> counted = new Counted<>(projection, new AtomicLong());
    long entries;
    try (LogIndex<S> index = LogIndex.open(name, folder, consumer, wire, topics, counted)) {
      index.caughtUp().get();
      entries = index.count(MatchAllDocsQuery.INSTANCE);
    }
    return new Rebuilt(counted.records.get(), entries, Duration.ofNanos(System.nanoTime() - began));
  }

  private record Counted<S>(Projection<S> projection, AtomicLong records) implements Projection<S> {

    @Override
    public void apply(LogRecord record, Entries<S> entries) {
      records.incrementAndGet();
      projection.apply(record, entries);
    }

    @Override
    public byte[] write(S entry) {
      return projection.write(entry);
    }

    @Override
    public S read(byte[] stored) {
      return projection.read(stored);
    }

    @Override
    public List<IndexableField> fields(S entry) {
      return projection.fields(entry);
    }

    @Override
    public int layout() {
      return projection.layout();
    }
  }
}
