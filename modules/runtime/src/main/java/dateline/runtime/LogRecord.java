package dateline.runtime;

import dateline.contracts.Topic;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One committed record of the log, read.
 *
 * @param partition from 0
 * @param offset from 0
 * @param key the record's key as text
 * @param value what it says, or empty for a tombstone: what was known under this key is to be
 *     forgotten
 */
public record LogRecord(
    Topic topic, int partition, long offset, String key, Optional<SpecificRecord> value) {}
