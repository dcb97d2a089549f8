package dateline.runtime.index;

import dateline.contracts.AddressV1;
import dateline.runtime.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** The names of the addresses topic by key, how many records made them and how many were read. */
final class Names implements Projection<String> {
  final AtomicInteger seen = new AtomicInteger();
  final AtomicInteger read = new AtomicInteger();
  private final int layout;

  Names(int layout) {
    this.layout = layout;
  }

  @Override
  public void apply(LogRecord record, Entries<String> entries) {
    seen.incrementAndGet();
    record
        .value()
        .map(AddressV1.class::cast)
        .ifPresentOrElse(
            address -> entries.put(record.key(), address.getName()),
            () -> entries.remove(record.key()));
  }

  @Override
  public byte[] write(String entry) {
    return entry.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String read(byte[] stored) {
    read.incrementAndGet();
    return new String(stored, StandardCharsets.UTF_8);
  }

  @Override
  public List<IndexableField> fields(String entry) {
    return List.of(
        new StringField("name", entry, Field.Store.NO),
        new SortedDocValuesField("name", new BytesRef(entry)));
  }

  @Override
  public int layout() {
    return layout;
  }
}
