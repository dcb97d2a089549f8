package dateline.runtime.index;

import dateline.contracts.Topic;
import dateline.runtime.Health;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogFollower;
import dateline.runtime.LogGapException;
import dateline.runtime.ReaderMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A face's own view of the log. An entry can be read by its id as soon as its record was applied;
 * searches see everything applied before they began. For use by any number of threads.
 *
 * @param <S> the entries, immutable
 */
public final class LogIndex<S> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogIndex.class);
  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);

  private final String name;
  private final Table<S> table;
  private final Map<String, Object> consumer;
  private final Wire wire;
  private final Collection<Topic> topics;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Optional<LogFollower> follower = Optional.empty();
  private final Thread committer;

  private LogIndex(
      String name,
      Table<S> table,
      Map<String, Object> consumer,
      Wire wire,
      Collection<Topic> topics) {
    this.name = name;
    this.table = table;
    this.consumer = consumer;
    this.wire = wire;
    this.topics = topics;
    this.committer = Thread.ofVirtual().name("commit-" + name).unstarted(this::commitNowAndThen);
  }

  /**
   * Opens the index in this folder and begins to follow the log where it ends. A folder that is
   * empty, damaged, of another layout, or of a log that has been cut, is built again from the
   * beginning.
   *
   * @param name for threads and logs: {@code "desk"}
   * @param folder of this index alone; made if it is not there
   * @param consumer settings of Kafka's consumer
   * @throws UncheckedIOException if the folder cannot be written, or another process has it open
   */
  public static <S> LogIndex<S> open(
      String name,
      Path folder,
      Map<String, Object> consumer,
      Wire wire,
      Collection<Topic> topics,
      Projection<S> projection) {
    Table<S> table = Table.open(name, folder, projection);
    LogIndex<S> index = new LogIndex<>(name, table, consumer, wire, topics);
    index.follow(new LogFollower.From.Offsets(table.positions()));
    index.committer.start();
    return index;
  }

  /** What it has made of the log so far. */
  public Table<S> table() {
    return table;
  }

  /** See {@link Table#get}. */
  public Optional<S> get(String id) {
    return table.get(id);
  }

  /** See {@link Table#find}. */
  public List<S> find(Query query, Sort sort, int skip, int most) {
    return table.find(query, sort, skip, most);
  }

  /** See {@link Table#count}. */
  public int count(Query query) {
    return table.count(query);
  }

  /** See {@link Table#await}. */
  public boolean await(String id, Predicate<Optional<S>> wanted, Duration atMost)
      throws InterruptedException {
    return table.await(id, wanted, atMost);
  }

  /** Completes when everything has been applied that was in the log when it was opened. */
  public CompletableFuture<Void> caughtUp() {
    return caughtUp.copy();
  }

  /** Completes when it was closed, exceptionally if it had to stop by itself. */
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  /** How it is: ready once it has caught up with the log. */
  public Health health() {
    if (ended.isCompletedExceptionally()) {
      return Health.broken(
          name,
          ended.exceptionNow() instanceof LogAccessException denied
              ? denied.getMessage()
              : "Its index stopped; the log of the process says why. Restart it.");
    }
    Optional<String> waits = follower.flatMap(LogFollower::waitingFor);
    if (waits.isPresent()) {
      return Health.starting(name, waits.get());
    }
    return caughtUp.isDone()
        ? Health.ready(name)
        : Health.starting(name, "It reads the log to build its index.");
  }

  /** Tells how far it is behind the log. */
  public void meterBy(Meters meters) {
    ReaderMetrics.watch(meters, name + "-index", topics, () -> follower);
  }

  /** Stops following, commits and closes the folder. */
  @Override
  public void close() {
    closing.countDown();
    follower.ifPresent(LogFollower::close);
    try {
      committer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      if (!ended.isCompletedExceptionally()) {
        table.commit();
      }
    } finally {
      table.close();
      ended.complete(null);
    }
  }

  private void follow(LogFollower.From from) {
    LogFollower started =
        LogFollower.start(name + "-index", consumer, wire, topics, from, table::apply);
    follower = Optional.of(started);
    CompletableFuture<Void> _ = started.caughtUp().thenRun(() -> caughtUp.complete(null));
    CompletableFuture<Void> _ =
        started
            .ended()
            .whenComplete((done, failure) -> {
              if (failure != null) {
                stopped(failure instanceof CompletionException ? failure.getCause() : failure);
              }
            });
    if (closing.getCount() == 0) {
      started.close();
    }
  }

  private void stopped(@Nullable Throwable failure) {
    if (failure instanceof LogGapException) {
      startOver();
    } else if (failure != null) {
      fail(failure);
    }
  }

  private void startOver() {
    LOG.atWarn().addKeyValue("index", name).log("index is of a log that was cut: built again");
    table.clear();
    follow(new LogFollower.From.Beginning());
  }

  private void fail(Throwable failure) {
    caughtUp.completeExceptionally(failure);
    ended.completeExceptionally(failure);
  }

  // The thread's top: a disk that fails must be seen.
  private void commitNowAndThen() {
    try {
      while (!closing.await(BETWEEN_COMMITS.toMillis(), TimeUnit.MILLISECONDS)) {
        table.commit();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      LOG.atError().addKeyValue("index", name).setCause(e).log("index cannot be written");
      fail(e);
    }
  }
}
