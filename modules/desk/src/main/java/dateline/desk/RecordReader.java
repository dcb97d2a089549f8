package dateline.desk;

import dateline.contracts.Topic;
import dateline.runtime.LogExcerpt.Stretch;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Reads again what the log has of a key; {@link dateline.runtime.LogExcerpt} does. */
@FunctionalInterface
interface RecordReader {
  List<SpecificRecord> of(Topic topic, String key, Stretch stretch);
}
