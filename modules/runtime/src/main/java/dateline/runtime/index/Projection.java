package dateline.runtime.index;

import dateline.runtime.LogRecord;
import java.util.List;
import org.apache.lucene.index.IndexableField;

/**
 * What an index makes of the log: immutable entries by id. Pure; each record comes once, in the
 * order of its partition, and records of different topics in any order.
 *
 * @param <S> the entries
 */
public interface Projection<S> {

  /**
   * Changes the entries that this record is about.
   *
   * @throws dateline.runtime.wire.UnreadableRecordException if it cannot be read; it is skipped
   */
  void apply(LogRecord record, Entries<S> entries);

  /** An entry as the index stores it. */
  byte[] write(S entry);

  /** An entry that {@link #write} wrote. */
  S read(byte[] stored);

  /** What an entry is found and sorted by, beside its id. Names that begin with _ are taken. */
  List<IndexableField> fields(S entry);

  /** Number of the layout of what is written; an index with another one is built again. */
  int layout();
}
