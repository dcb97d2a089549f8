package dateline.planted.drafting;

import dateline.planted.clearance.Answered;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A rule that reads the clock, speaks Kafka and knows another engine. */
public final class Drafting {
  private Drafting() {}

  /** Everything a rule may not do. */
  public static ProducerRecord<String, Instant> answer(Answered answered) {
    return new ProducerRecord<>(answered.office(), Instant.now());
  }
}
