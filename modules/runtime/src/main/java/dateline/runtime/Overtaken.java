package dateline.runtime;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Sees every record after those that handle it, and marks the open letters that it overtook. To
 * take one of those now could be a way around what was decided since.
 */
final class Overtaken implements Processor<String, byte[], Void, Void> {

  private OpenLetters letters;
  private ProcessorContext<Void, Void> context;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    this.letters = OpenLetters.of(context);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    letters.passed(
        new OpenLetters.Id(
            place.topic(), record.key() == null ? "" : record.key(), place.offset()));
  }
}
