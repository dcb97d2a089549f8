package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.RegistryAccessException;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics of the log, all partitions, committed records only, and hands them over in batches
 * on a thread of its own. It belongs to no consumer group and stores no offsets: whoever follows
 * knows where it has been. Order holds within a partition.
 *
 * <p>A record that cannot be read is skipped, counted and logged by its position. While broker or
 * registry do not answer it waits and tries again. Anything else ends it: see {@link #ended()}.
 */
public final class LogFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After so long without a record the brokers are asked whether they are there. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** Where to begin. */
  public sealed interface From {
    /** At the first record the log still has. */
    record Beginning() implements From {}

    /** After the newest record at the time of starting. */
    record End() implements From {}

    /** At the first record written at or after this instant. */
    record Since(Instant instant) implements From {}

    /**
     * At these offsets, each that of the next record to read; partitions that are not named begin
     * at the beginning. Ends with {@link LogGapException} if the log no longer, or not yet, has
     * them.
     */
    record Offsets(Map<TopicPartition, Long> next) implements From {
      public Offsets {
        next = Map.copyOf(next);
      }
    }
  }

  /** Takes what was read, in order, at least one record; on the follower's thread. */
  @FunctionalInterface
  public interface Handler {
    void on(List<LogRecord> batch);
  }

  private final String name;
  private final Map<String, Object> config;
  private final Wire wire;
  private final Map<String, Topic> topics;
  private final From from;
  private final Handler handler;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CompletableFuture<Void> positioned = new CompletableFuture<>();
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ConcurrentHashMap<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final AtomicLong unreadable = new AtomicLong();
  private volatile Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();
  private volatile Optional<String> waitingFor = Optional.empty();

  /** By topic's name, as far as the brokers have told. */
  private volatile Map<String, Long> lags = Map.of();

  /** When it had handled all there was, by {@link System#nanoTime}. */
  private volatile long current = System.nanoTime();

  private LogFollower(
      String name,
      Map<String, Object> config,
      Wire wire,
      Collection<Topic> topics,
      From from,
      Handler handler) {
    this.name = name;
    this.config = FollowerStart.settings(config, name);
    this.wire = wire;
    this.topics = FollowerStart.byName(topics);
    this.from = from;
    this.handler = handler;
    this.thread = Thread.ofPlatform().name("follow-" + name).unstarted(this::run);
  }

  /**
   * Begins to follow and returns at once; topics that do not exist yet are waited for.
   *
   * @param name for threads and logs: {@code "desk"}
   * @param consumer settings of Kafka's consumer: where the brokers are and how to sign in; what
   *     makes it a follower is set here
   */
  public static LogFollower start(
      String name,
      Map<String, Object> consumer,
      Wire wire,
      Collection<Topic> topics,
      From from,
      Handler handler) {
    LogFollower follower = new LogFollower(name, consumer, wire, topics, from, handler);
    follower.thread.start();
    return follower;
  }

  /** Completes when it stands at its first records: whatever is written from now on is seen. */
  public CompletableFuture<Void> positioned() {
    return positioned.copy();
  }

  /** Completes when everything has been handled that was in the log when it started. */
  public CompletableFuture<Void> caughtUp() {
    return caughtUp.copy();
  }

  /** Completes when it was closed, exceptionally if it had to stop by itself. */
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  /**
   * Why it follows no more, in a sentence; empty while it does.
   *
   * @param otherwise what to say where it does not know
   */
  public Optional<String> stopped(String otherwise) {
    if (!ended.isDone()) {
      return Optional.empty();
    }
    return Optional.of(
        ended.isCompletedExceptionally()
                && ended.exceptionNow() instanceof LogAccessException denied
            ? denied.getMessage()
            : otherwise);
  }

  /** What it waits for, in a sentence, if it cannot go on just now. */
  public Optional<String> waitingFor() {
    return waitingFor;
  }

  /** The next offset to be handled, by partition. */
  public Map<TopicPartition, Long> positions() {
    return Map.copyOf(positions);
  }

  /** How many records of a topic it has not handled, as far as it knows. */
  public long lag(Topic topic) {
    return lags.getOrDefault(topic.topicName(), 0L);
  }

  /** How long ago it had handled all there was; before the first time, how long it has run. */
  public Duration behind() {
    return Duration.ofNanos(System.nanoTime() - current);
  }

  /** How many records it could not read since it started. */
  public long unreadable() {
    return unreadable.get();
  }

  /** Tells how far it is behind the log. */
  public void meterBy(Meters meters) {
    ReaderMetrics.watch(meters, name, topics.values(), () -> Optional.of(this));
  }

  /** Stops after the batch at hand and waits for that, ten seconds at most. */
  @Override
  public void close() {
    closing.countDown();
    consumer.ifPresent(KafkaConsumer::wakeup);
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      if (!thread.join(Duration.ofSeconds(10))) {
        LOG.atWarn().addKeyValue("follower", name).log("follower is still busy with its batch");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The thread's top: whatever goes wrong here must be seen, so nothing is let through.
  private void run() {
    try (KafkaConsumer<byte[], byte[]> own = new KafkaConsumer<>(config)) {
      consumer = Optional.of(own);
      follow(own);
      ended.complete(null);
    } catch (WakeupException e) {
      ended.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended.complete(null);
    } catch (OffsetOutOfRangeException e) {
      fail(new LogGapException(e.offsetOutOfRangePartitions().keySet().toString()));
    } catch (Throwable e) {
      fail(e);
    } finally {
      consumer = Optional.empty();
      IllegalStateException closed = new IllegalStateException("the follower " + name + " closed");
      positioned.completeExceptionally(closed);
      caughtUp.completeExceptionally(closed);
    }
  }

  private void fail(Throwable failure) {
    Optional<LogAccessException> denied = LogAccessException.of(failure, config);
    if (denied.isEmpty()) {
      LOG.atError().addKeyValue("follower", name).setCause(failure).log("follower stopped");
    }
    Throwable e = denied.<Throwable>map(it -> it).orElse(failure);
    positioned.completeExceptionally(e);
    caughtUp.completeExceptionally(e);
    ended.completeExceptionally(e);
  }

  private void follow(KafkaConsumer<byte[], byte[]> own) throws InterruptedException {
    List<TopicPartition> partitions = partitions(own);
    Map<TopicPartition, Long> goal = Map.of();
    while (!closed() && !positioned.isDone()) {
      try {
        goal = place(own, partitions);
        positioned.complete(null);
      } catch (RetriableException e) {
        pause("the brokers to answer");
      }
    }
    waitingFor = Optional.empty();
    long heard = System.nanoTime();
    while (!closed()) {
      if (!caughtUp.isDone() && reached(own, goal)) {
        LOG.atDebug().addKeyValue("follower", name).log("follower has caught up");
        caughtUp.complete(null);
      }
      ConsumerRecords<byte[], byte[]> records = own.poll(POLL);
      handle(records);
      look(own, partitions);
      if (!records.isEmpty() || (isLong(heard) && hears(own, partitions))) {
        heard = System.nanoTime();
      }
    }
  }

  /** A partition whose end the brokers have not told yet may have records. */
  private void look(KafkaConsumer<byte[], byte[]> own, List<TopicPartition> partitions) {
    boolean all = waitingFor.isEmpty();
    Map<String, Long> found = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OptionalLong lag = own.currentLag(partition);
      all &= lag.isPresent() && lag.getAsLong() == 0;
      found.merge(partition.topic(), lag.orElse(0), Long::sum);
    }
    lags = found;
    if (all) {
      current = System.nanoTime();
    }
  }

  private static boolean isLong(long since) {
    return System.nanoTime() - since > QUIET.toNanos();
  }

  /** To a consumer a log without brokers is as quiet as one that has nothing new: so it asks. */
  private boolean hears(KafkaConsumer<byte[], byte[]> own, List<TopicPartition> partitions)
      throws InterruptedException {
    try {
      own.endOffsets(partitions, QUIET);
      waitingFor = Optional.empty();
      return true;
    } catch (RetriableException e) {
      pause("the brokers to answer");
      return false;
    }
  }

  /** Stands at the first records and says where the log ends now. */
  private Map<TopicPartition, Long> place(
      KafkaConsumer<byte[], byte[]> own, List<TopicPartition> partitions) {
    own.assign(partitions);
    FollowerStart.seek(own, partitions, from);
    Map<TopicPartition, Long> goal = own.endOffsets(partitions);
    partitions.forEach(partition -> positions.put(partition, own.position(partition)));
    return goal;
  }

  private void handle(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    List<LogRecord> batch = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      read(record).ifPresent(batch::add);
    }
    if (closed()) {
      return;
    }
    if (!batch.isEmpty()) {
      handler.on(batch);
    }
    records.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
  }

  /** Empty if it cannot be read, or if the follower closes while the registry is away. */
  private Optional<LogRecord> read(ConsumerRecord<byte[], byte[]> record)
      throws InterruptedException {
    Topic topic = topicOf(record.topic());
    while (!closed()) {
      try {
        byte @Nullable [] bytes = record.value();
        Optional<SpecificRecord> value =
            bytes == null ? Optional.empty() : Optional.of(wire.read(topic, bytes));
        waitingFor = Optional.empty();
        return Optional.of(
            new LogRecord(topic, record.partition(), record.offset(), key(record), value));
      } catch (UnreadableRecordException e) {
        unreadable.incrementAndGet();
        LOG.atWarn()
            .addKeyValue("follower", name)
            .addKeyValue("topic", record.topic())
            .addKeyValue("partition", record.partition())
            .addKeyValue("offset", record.offset())
            .addKeyValue("code", e.code())
            .addKeyValue("reason", e.getMessage())
            .log("record skipped: it cannot be read");
        return Optional.empty();
      } catch (RegistryAccessException e) {
        throw e; // Waiting does not help.
      } catch (RegistryUnavailableException e) {
        pause("the schema registry to answer");
      }
    }
    return Optional.empty();
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    if (key == null) {
      throw new UnreadableRecordException("WRONG_KEY", "it has no key");
    }
    return new String(key, StandardCharsets.UTF_8);
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> own)
      throws InterruptedException {
    List<TopicPartition> all = new ArrayList<>();
    for (String topic : topics.keySet()) {
      List<PartitionInfo> found = FollowerStart.partitions(own, topic);
      while (found.isEmpty() && !closed()) {
        pause("the topic " + topic + " to exist and the brokers to answer");
        found = FollowerStart.partitions(own, topic);
      }
      found.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
    }
    waitingFor = Optional.empty();
    return all;
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> own, Map<TopicPartition, Long> goal) {
    return goal.entrySet().stream().allMatch(e -> own.position(e.getKey()) >= e.getValue());
  }

  private void pause(String what) throws InterruptedException {
    if (waitingFor.isEmpty()) {
      LOG.atWarn().addKeyValue("follower", name).addKeyValue("for", what).log("follower waits");
    }
    waitingFor = Optional.of("It waits for " + what + ".");
    if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      waitingFor = Optional.empty();
    }
  }

  private boolean closed() {
    return closing.getCount() == 0;
  }

  private Topic topicOf(String topicName) {
    return Optional.ofNullable(topics.get(topicName)).orElseThrow();
  }
}
