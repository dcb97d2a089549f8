package dateline.newsroom;

import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.index.Entries;
import dateline.runtime.index.Projection;
import dateline.runtime.wire.UnreadableRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * What the newsroom makes of the releases topic: the newest version of each note. A text whose
 * digest is not the one the release names is not shown: its record counts as unreadable.
 */
final class ReleaseProjection implements Projection<PublicNote> {
  /** Sort field: first release, milliseconds. */
  static final String PUBLISHED = "published";

  /** Sort field that tells notes of one millisecond apart. */
  static final String ID = "noteId";

  @Override
  public void apply(LogRecord record, Entries<PublicNote> entries) {
    ReleaseV1 wire =
        record
            .value()
            .filter(ReleaseV1.class::isInstance)
            .map(ReleaseV1.class::cast)
            .orElseThrow(
                () -> new UnreadableRecordException("UNREADABLE", "it is no release at all"));
    if (!wire.getNoteId().equals(record.key())) {
      throw new UnreadableRecordException("WRONG_KEY", "its key is not its note's id");
    }
    Optional<PublicNote> known = entries.get(wire.getNoteId());
    if (known.isEmpty() || known.get().version() < wire.getVersion()) {
      Instant published = known.map(PublicNote::published).orElse(wire.getAt());
      PublicNote note = note(wire, published);
      if (!CanonicalForm.of(note.note()).digest().equals(note.digest())) {
        throw new UnreadableRecordException("UNREADABLE", "its digest is not its text's");
      }
      entries.put(note.id(), note);
    }
  }

  private static PublicNote note(ReleaseV1 wire, Instant published) {
    ReleasedV1 released = wire.getReleased();
    if (released == null) {
      throw new UnreadableRecordException("UNKNOWN_KIND", "it is of a kind unknown here");
    }
    MediaNote note = NoteCodec.fromWire(released.getNote());
    Digest digest = EnvelopeCodec.digest(released.getDigest());
    return new PublicNote(
        wire.getNoteId(), wire.getVersion(), published, wire.getAt(), digest, note);
  }

  @Override
  public byte[] write(PublicNote entry) {
    ReleaseV1 wire =
        ReleaseV1.newBuilder()
            .setId(entry.id())
            .setNoteId(entry.id())
            .setVersion(entry.version())
            .setAt(entry.updated())
            .setReleased(new ReleasedV1(NoteCodec.toWire(entry.note()), entry.digest().hex()))
            .build();
    try {
      ByteBuffer avro = ReleaseV1.getEncoder().encode(wire);
      return ByteBuffer.allocate(Long.BYTES + avro.remaining())
          .putLong(entry.published().toEpochMilli())
          .put(avro)
          .array();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
  }

  @Override
  public PublicNote read(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    Instant published = Instant.ofEpochMilli(bytes.getLong());
    try {
      return note(ReleaseV1.getDecoder().decode(bytes.slice()), published);
    } catch (IOException e) {
      throw new UncheckedIOException("An entry of the index is damaged; delete its folder.", e);
    }
  }

  @Override
  public List<IndexableField> fields(PublicNote entry) {
    return List.of(
        new NumericDocValuesField(PUBLISHED, entry.published().toEpochMilli()),
        new SortedDocValuesField(ID, new BytesRef(entry.id())));
  }

  /** Follows from the schema, so that an index of another schema is built again. */
  @Override
  public int layout() {
    return (int) SchemaNormalization.parsingFingerprint64(ReleaseV1.getClassSchema());
  }
}
