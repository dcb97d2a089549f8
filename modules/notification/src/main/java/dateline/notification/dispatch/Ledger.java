package dateline.notification.dispatch;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.OutcomeV1;
import dateline.contracts.Topic;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.SchemaRefusedException;
import dateline.runtime.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of the deliveries of one partition, written to the same partition of {@code
 * outcomes}. Many writers share a transaction. Opening it shuts out whoever had it before, so that
 * only one dispatcher can ever write "started" for a delivery.
 */
final class Ledger implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ledger.class);
  private static final int MOST = 1_000;
  private static final Duration STOP = Duration.ofSeconds(10);

  private record Entry(ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> written) {}

  private final int partition;
  private final Wire wire;
  private final KafkaProducer<byte[], byte[]> producer;
  private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> lost = new CompletableFuture<>();
  private final Thread thread;

  /** What shares the transaction at hand; only its thread's. */
  private List<Entry> together = List.of();

  private volatile boolean closing;
  private volatile long end;

  private Ledger(int partition, Wire wire, KafkaProducer<byte[], byte[]> producer) {
    this.partition = partition;
    this.wire = wire;
    this.producer = producer;
    this.thread = Thread.ofPlatform().name("ledger-" + partition).unstarted(this::run);
  }

  /**
   * Takes the ledger of a partition; whoever had it can write no more.
   *
   * @throws KafkaException if the log cannot be reached
   */
  static Ledger open(int partition, Map<String, Object> client, Wire wire) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.serializer", ByteArraySerializer.class);
    config.put("value.serializer", ByteArraySerializer.class);
    config.put("transactional.id", "dateline-dispatcher-" + partition);
    config.put("client.id", "dateline-dispatcher-" + partition);
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("linger.ms", 0);
    config.put("transaction.timeout.ms", 30_000);
    config.put("delivery.timeout.ms", 20_000);
    config.put("request.timeout.ms", 10_000);
    config.put("max.block.ms", 20_000);
    KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config);
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
    return new Ledger(partition, wire, producer);
  }

  /**
   * Begins to write.
   *
   * @param from offset at which the next outcome goes at the earliest
   */
  void start(long from) {
    end = from;
    thread.start();
  }

  /** Outcomes written from now on have this offset or a later one. */
  long end() {
    return end;
  }

  /**
   * Writes an outcome. The future completes when it is committed, exceptionally with {@link
   * LedgerLostException} if it never will be here. An outcome that cannot be encoded loses the
   * ledger: nobody would learn what became of that mail.
   */
  CompletableFuture<Void> write(OutcomeV1 outcome) {
    return write(() -> record(outcome));
  }

  /** Writes a dead letter, under the key of the record it is about; else as {@link #write}. */
  CompletableFuture<Void> setAside(String key, DeadLetterV1 letter) {
    Topic topic = Topic.NOTIFICATION_DEAD_LETTERS;
    return write(() ->
        new ProducerRecord<>(
            topic.topicName(), key.getBytes(StandardCharsets.UTF_8), wire.write(topic, letter)));
  }

  private CompletableFuture<Void> write(Supplier<ProducerRecord<byte[], byte[]>> record) {
    try {
      return write(record.get());
    } catch (RegistryUnavailableException | SchemaRefusedException e) {
      lose(e);
      return CompletableFuture.failedFuture(new LedgerLostException("not encoded", e));
    }
  }

  private CompletableFuture<Void> write(ProducerRecord<byte[], byte[]> record) {
    Entry entry = new Entry(record, new CompletableFuture<>());
    waiting.add(entry);
    if (lost.isDone() || !thread.isAlive()) {
      entry.written().completeExceptionally(new LedgerLostException("closed", none()));
    }
    return entry.written();
  }

  /** Whether another dispatcher has it, or the log refused. */
  boolean isLost() {
    return lost.isDone();
  }

  // The thread's top: whoever waits for an outcome is told, whatever went wrong.
  private void run() {
    try {
      while (!lost.isDone() && (!closing || !waiting.isEmpty())) {
        together = next();
        if (!together.isEmpty()) {
          commit();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      lose(e);
    } finally {
      lost.complete(null);
      failAll(together);
      failAll(List.copyOf(waiting));
    }
  }

  private void lose(Throwable fault) {
    log.atWarn()
        .addKeyValue("partition", partition)
        .addKeyValue("fault", fault.getClass().getSimpleName())
        .log("ledger lost");
    lost.complete(null);
  }

  private List<Entry> next() throws InterruptedException {
    List<Entry> next = new ArrayList<>();
    Entry first = waiting.poll(50, TimeUnit.MILLISECONDS);
    if (first != null) {
      next.add(first);
      waiting.drainTo(next, MOST - 1);
    }
    return next;
  }

  private void commit() throws InterruptedException, ExecutionException {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>(together.size());
    for (Entry entry : together) {
      sent.add(producer.send(entry.record()));
    }
    producer.commitTransaction();
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata place = one.get();
      if (place.topic().equals(Topic.OUTCOMES.topicName())) {
        end = place.offset() + 1;
      }
    }
    together.forEach(entry -> entry.written().complete(null));
  }

  private ProducerRecord<byte[], byte[]> record(OutcomeV1 outcome) {
    String key =
        outcome.getReleaseId().isEmpty() ? outcome.getSubscriberId() : outcome.getReleaseId();
    return new ProducerRecord<>(
        Topic.OUTCOMES.topicName(),
        partition,
        key.getBytes(StandardCharsets.UTF_8),
        wire.write(Topic.OUTCOMES, outcome));
  }

  private static void failAll(List<Entry> entries) {
    entries.forEach(
        entry -> entry.written().completeExceptionally(new LedgerLostException("lost", none())));
  }

  private static Exception none() {
    return new IllegalStateException("the ledger is closed");
  }

  /** Writes what waits, then gives the ledger up. */
  @Override
  public void close() {
    closing = true;
    try {
      if (thread.isAlive() && !thread.join(STOP)) {
        log.atWarn().addKeyValue("partition", partition).log("ledger closed while writing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(Duration.ofSeconds(1));
  }
}
