package dateline.runtime.index;

import dateline.runtime.LogRecord;
import dateline.runtime.wire.UnreadableRecordException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries that a {@link Projection} makes of the records it is given, on disk. An entry can be
 * read by its id as soon as its record was applied; searches see everything applied before they
 * began. One thread applies, any number read. {@link LogIndex} feeds it from the log.
 *
 * @param <S> the entries, immutable
 */
public final class Table<S> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Table.class);

  /** Changed entries that may wait in memory, so that several events of one note are one write. */
  private static final int MOST_WAITING = 4_000;

  /** Entries that are kept as they were read from the shelf; with one more, all are let go. */
  private static final int MOST_READ = 128;

  /**
   * Changed entries that no searcher sees yet; an empty entry is a removal.
   *
   * @param fresh still changing
   * @param moving on their way into the searcher
   */
  private record Waiting<S>(
      ConcurrentHashMap<String, Optional<S>> fresh, Map<String, Optional<S>> moving) {}

  private final String name;
  private final Projection<S> projection;
  private final Shelf shelf;

  /** Whoever moves entries to the shelf or commits. Taken before {@link #applying}, never after. */
  private final ReentrantLock writing = new ReentrantLock();

  private final ReentrantLock applying = new ReentrantLock();
  private final Condition applied = applying.newCondition();

  /** Next offset by partition; guarded by {@link #applying}. */
  private final Map<TopicPartition, Long> next = new HashMap<>();

  /**
   * Entries as they are on the shelf, until they change: a few are asked for with every request.
   */
  private volatile Map<String, S> read = new ConcurrentHashMap<>();

  private volatile Waiting<S> waiting = new Waiting<>(new ConcurrentHashMap<>(), Map.of());

  private Table(String name, Shelf shelf, Projection<S> projection) {
    this.name = name;
    this.shelf = shelf;
    this.projection = projection;
    this.next.putAll(shelf.covered());
  }

  /**
   * Opens the table in this folder. One that is damaged or of another layout is emptied.
   *
   * @param name for logs: {@code "desk"}
   * @param folder of this table alone; made if it is not there
   * @throws java.io.UncheckedIOException if the folder cannot be written, or another process has it
   *     open
   */
  public static <S> Table<S> open(String name, Path folder, Projection<S> projection) {
    return new Table<>(name, Shelf.open(folder, projection.layout()), projection);
  }

  /** The entry of this id as the newest applied record left it. */
  public Optional<S> get(String id) {
    Waiting<S> now = waiting;
    Optional<S> fresh = now.fresh().get(id);
    if (fresh != null) {
      return fresh;
    }
    Optional<S> moving = now.moving().get(id);
    if (moving != null) {
      return moving;
    }
    Map<String, S> known = read;
    S entry = known.get(id);
    if (entry != null) {
      return Optional.of(entry);
    }
    Optional<S> found = shelf.get(id).map(projection::read);
    if (known.size() >= MOST_READ) {
      known.clear(); // Those that are asked for often are soon here again.
    }
    found.ifPresent(here -> known.put(id, here));
    return found;
  }

  /**
   * Entries that match, in order.
   *
   * @param skip how many of the first to leave out
   * @param most how many to answer at most
   */
  public List<S> find(Query query, Sort sort, int skip, int most) {
    move();
    return shelf.find(query, sort, skip, most).stream().map(projection::read).toList();
  }

  /**
   * Entries that match, without what was applied since the last search or commit, which is a few
   * seconds at most: costs no refresh, for questions asked with every request.
   */
  public List<S> findSettled(Query query, Sort sort, int most) {
    return shelf.find(query, sort, 0, most).stream().map(projection::read).toList();
  }

  /** How many entries match. */
  public int count(Query query) {
    move();
    return shelf.count(query);
  }

  /**
   * Waits until the entry of this id is as wanted: until this index has seen what the log already
   * says.
   *
   * @return false if it is not so after {@code atMost}
   */
  public boolean await(String id, Predicate<Optional<S>> wanted, Duration atMost)
      throws InterruptedException {
    long left = atMost.toNanos();
    applying.lock();
    try {
      while (!wanted.test(get(id))) {
        if (left <= 0) {
          return false;
        }
        left = applied.awaitNanos(left);
      }
      return true;
    } finally {
      applying.unlock();
    }
  }

  /** The next offset to be applied, by partition. */
  public Map<TopicPartition, Long> positions() {
    applying.lock();
    try {
      return Map.copyOf(next);
    } finally {
      applying.unlock();
    }
  }

  /** Applies records, at least one, in order. */
  public void apply(List<LogRecord> batch) {
    applying.lock();
    try {
      Entries<S> entries = new Changing();
      for (LogRecord record : batch) {
        apply(record, entries);
        TopicPartition partition =
            new TopicPartition(record.topic().topicName(), record.partition());
        next.put(partition, record.offset() + 1);
      }
      applied.signalAll();
    } finally {
      applying.unlock();
    }
    if (waiting.fresh().size() > MOST_WAITING) {
      move();
    }
  }

  private void apply(LogRecord record, Entries<S> entries) {
    try {
      projection.apply(record, entries);
    } catch (UnreadableRecordException e) {
      LOG.atWarn()
          .addKeyValue("table", name)
          .addKeyValue("topic", record.topic().topicName())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("code", e.code())
          .log("record skipped: it cannot be read");
    }
  }

  /** Makes everything applied so far visible to searches. */
  private void move() {
    if (waiting.fresh().isEmpty() && waiting.moving().isEmpty()) {
      return;
    }
    writing.lock();
    try {
      moveFresh();
    } finally {
      writing.unlock();
    }
  }

  /**
   * Puts fresh entries on the shelf and answers the offsets they cover. Only under {@link
   * #writing}.
   */
  private Map<TopicPartition, Long> moveFresh() {
    Map<String, Optional<S>> moving;
    Map<TopicPartition, Long> covered;
    applying.lock();
    try {
      moving = waiting.fresh();
      covered = Map.copyOf(next);
      waiting = new Waiting<>(new ConcurrentHashMap<>(), moving);
    } finally {
      applying.unlock();
    }
    if (!moving.isEmpty()) {
      moving.forEach((id, entry) ->
          entry.ifPresentOrElse(
              here -> shelf.put(id, projection.write(here), projection.fields(here)),
              () -> shelf.remove(id)));
      shelf.refresh();
      keepRead(moving.keySet());
    }
    applying.lock();
    try {
      waiting = new Waiting<>(waiting.fresh(), Map.of());
    } finally {
      applying.unlock();
    }
    return covered;
  }

  /** Whoever still reads an older state of the shelf keeps what that says in a map nobody sees. */
  private void keepRead(Set<String> changed) {
    Map<String, S> kept = new ConcurrentHashMap<>(read);
    kept.keySet().removeAll(changed);
    read = kept;
  }

  /** Makes everything applied so far survive, together with the offsets it covers. */
  public void commit() {
    writing.lock();
    try {
      Map<TopicPartition, Long> covered = moveFresh();
      if (!covered.equals(shelf.covered())) {
        shelf.commit(covered);
      }
    } finally {
      writing.unlock();
    }
  }

  /** Forgets everything, at once and for good. */
  void clear() {
    writing.lock();
    applying.lock();
    try {
      shelf.clear();
      read = new ConcurrentHashMap<>();
      next.clear();
      waiting = new Waiting<>(new ConcurrentHashMap<>(), Map.of());
    } finally {
      applying.unlock();
      writing.unlock();
    }
  }

  /** Closes the folder; what was not committed is read from the log again. */
  @Override
  public void close() {
    shelf.close();
  }

  /** The entries with their waiting changes. Only under {@link #applying}. */
  private final class Changing implements Entries<S> {
    @Override
    public Optional<S> get(String id) {
      return Table.this.get(id);
    }

    @Override
    public void put(String id, S entry) {
      waiting.fresh().put(id, Optional.of(entry));
    }

    @Override
    public void remove(String id) {
      waiting.fresh().put(id, Optional.empty());
    }
  }
}
