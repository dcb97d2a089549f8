package dateline.launcher.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts on the log. Nothing is known before it was read back from there: a change is written,
 * one at a time, and answered when the reader has passed it. Safe for use by many threads.
 */
final class SchemaStore implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SchemaStore.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(60);

  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread reader;
  private final ReentrantLock writing = new ReentrantLock();

  // Guarded by book, which is also what is waited on.
  private final SchemaBook book = new SchemaBook();
  private long nextOffset;
  private boolean reading = true;

  /**
   * Reads the topic from the beginning and goes on following it.
   *
   * @param client how to reach Kafka: {@code bootstrap.servers} and security
   * @throws RegistryRefusal 50001 or 50002 if the topic cannot be written and read
   */
  static SchemaStore open(Map<String, Object> client) {
    SchemasTopic.ensure(client);
    SchemaStore store = new SchemaStore(client);
    try {
      store.append(List.of(new Fact.Noop()), STARTUP_PATIENCE);
      return store;
    } catch (RegistryRefusal | InterruptException e) {
      store.close();
      throw e;
    }
  }

  private SchemaStore(Map<String, Object> client) {
    Map<String, Object> writer = new HashMap<>(client);
    writer.put("acks", "all");
    writer.put("enable.idempotence", true);
    writer.put("max.block.ms", 10_000);
    writer.put("request.timeout.ms", 5_000);
    writer.put("delivery.timeout.ms", 10_000);
    producer = new KafkaProducer<>(writer, new StringSerializer(), new StringSerializer());
    Map<String, Object> follower = new HashMap<>(client);
    follower.put("enable.auto.commit", false);
    follower.put("allow.auto.create.topics", false);
    follower.put("auto.offset.reset", "earliest");
    consumer =
        new KafkaConsumer<>(follower, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    TopicPartition partition = new TopicPartition(SchemasTopic.NAME, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    reader = Thread.ofPlatform().name("schema-registry-reader").daemon().start(this::follow);
  }

  /** Asks the book. */
  <T> T ask(Function<SchemaBook, T> question) {
    synchronized (book) {
      if (!reading) {
        throw RegistryRefusal.storeFailed();
      }
      return question.apply(book);
    }
  }

  /**
   * Decides a change and writes its facts.
   *
   * @throws RegistryRefusal the rule's, or 50001 and 50002 if the log does not take it
   */
  <T> T change(Function<SchemaBook, RegistryRules.Change<T>> rule) {
    writing.lock();
    try {
      RegistryRules.Change<T> change = ask(rule);
      append(change.facts(), PATIENCE);
      return change.answer();
    } finally {
      writing.unlock();
    }
  }

  private void append(Collection<Fact> facts, Duration patience) {
    long last = -1;
    for (Fact fact : facts) {
      FactCodec.Text text = FactCodec.write(fact);
      try {
        last =
            producer
                .send(
                    new ProducerRecord<>(
                        SchemasTopic.NAME, 0, text.key(), text.value().orElse(null)))
                .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                .offset();
      } catch (ExecutionException e) {
        log.atError().setCause(e).log("a schema could not be written");
        throw RegistryRefusal.storeFailed();
      } catch (TimeoutException e) {
        throw RegistryRefusal.storeTimedOut();
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    awaitRead(last, Instant.now().plus(patience));
  }

  private void awaitRead(long offset, Instant until) {
    synchronized (book) {
      while (nextOffset <= offset) {
        long millis = Duration.between(Instant.now(), until).toMillis();
        if (!reading) {
          throw RegistryRefusal.storeFailed();
        }
        if (millis <= 0) {
          throw RegistryRefusal.storeTimedOut();
        }
        try {
          book.wait(millis);
        } catch (InterruptedException e) {
          throw new InterruptException(e);
        }
      }
    }
  }

  private void follow() {
    try (consumer) {
      while (true) {
        apply(consumer.poll(Duration.ofSeconds(1)));
      }
    } catch (WakeupException e) {
      log.atDebug().log("the schema registry stops reading");
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("the schema registry cannot read its topic any more");
    } finally {
      synchronized (book) {
        reading = false;
        book.notifyAll();
      }
    }
  }

  private void apply(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    synchronized (book) {
      for (ConsumerRecord<byte[], byte[]> entry : records) {
        Fact fact = FactCodec.read(entry.key(), entry.value());
        if (fact instanceof Fact.Foreign) {
          log.atWarn()
              .addKeyValue("topic", entry.topic())
              .addKeyValue("offset", entry.offset())
              .log("a record of another registry is passed over");
        }
        book.apply(fact);
        nextOffset = entry.offset() + 1;
      }
      book.notifyAll();
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      if (!reader.join(PATIENCE)) {
        log.atWarn().log("the schema registry's reader does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(PATIENCE);
  }
}
