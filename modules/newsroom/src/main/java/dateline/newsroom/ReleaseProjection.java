package dateline.newsroom;

import dateline.contracts.AddendumV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.newsroom.Addendum.Endorser;
import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.index.Entries;
import dateline.runtime.index.Projection;
import dateline.runtime.wire.UnreadableRecordException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom makes of the releases topic: the newest version of each note and the addendum
 * to that version. A text whose digest is not the one the release names is not shown: its record
 * counts as unreadable, and so does an addendum to a text that is not shown.
 */
final class ReleaseProjection implements Projection<PublicNote> {
  /** Sort field: first release, milliseconds. */
  static final String PUBLISHED = "published";

  /** Sort field that tells notes of one millisecond apart. */
  static final String ID = "noteId";

  /** In the place of an instant of withdrawal. */
  private static final long STAYED = Long.MIN_VALUE;

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
    @Nullable AddendumV1 addendum = wire.getAddendum();
    if (addendum != null) {
      entries.put(wire.getNoteId(), endorsed(wire, addendum, known));
      return;
    }
    if (known.isEmpty() || known.get().version() < wire.getVersion()) {
      Instant published = known.map(PublicNote::published).orElse(wire.getAt());
      PublicNote note = note(wire, published);
      if (!CanonicalForm.of(note.note()).digest().equals(note.digest())) {
        throw new UnreadableRecordException("UNREADABLE", "its digest is not its text's");
      }
      entries.put(note.id(), note);
    }
  }

  /** Whoever endorsed a former text did not endorse what it was corrected to. */
  private static PublicNote endorsed(
      ReleaseV1 wire, AddendumV1 addendum, Optional<PublicNote> known) {
    PublicNote note =
        known
            .filter(it -> it.digest().hex().equals(addendum.getDigest()))
            .orElseThrow(() ->
                new UnreadableRecordException(
                    "UNREADABLE", "it is an addendum to a text that is not shown"));
    return with(
        note,
        note.addendum()
            .joined(addendum.getEndorsed(), wire.getAt())
            .left(addendum.getWithdrawn(), wire.getAt()));
  }

  private static PublicNote with(PublicNote note, Addendum addendum) {
    return new PublicNote(
        note.id(),
        note.version(),
        note.published(),
        note.updated(),
        note.digest(),
        note.note(),
        addendum);
  }

  private static PublicNote note(ReleaseV1 wire, Instant published) {
    ReleasedV1 released = wire.getReleased();
    if (released == null) {
      throw new UnreadableRecordException("UNKNOWN_KIND", "it is of a kind unknown here");
    }
    MediaNote note = NoteCodec.fromWire(released.getNote());
    Digest digest = EnvelopeCodec.digest(released.getDigest());
    return new PublicNote(
        wire.getNoteId(), wire.getVersion(), published, wire.getAt(), digest, note, Addendum.NONE);
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(entry.published().toEpochMilli());
      out.writeInt(entry.addendum().endorsers().size());
      for (Endorser endorser : entry.addendum().endorsers()) {
        out.writeUTF(endorser.name());
        out.writeLong(endorser.since().toEpochMilli());
        out.writeLong(endorser.withdrew().map(Instant::toEpochMilli).orElse(STAYED));
      }
      ByteBuffer avro = ReleaseV1.getEncoder().encode(wire);
      out.write(avro.array(), avro.arrayOffset() + avro.position(), avro.remaining());
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public PublicNote read(byte[] stored) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
      Instant published = Instant.ofEpochMilli(in.readLong());
      List<Endorser> endorsers = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        endorsers.add(endorser(in));
      }
      PublicNote note = note(ReleaseV1.getDecoder().decode(in.readAllBytes()), published);
      return with(note, new Addendum(endorsers));
    } catch (IOException e) {
      throw new UncheckedIOException("An entry of the index is damaged; delete its folder.", e);
    }
  }

  private static Endorser endorser(DataInputStream in) throws IOException {
    String name = in.readUTF();
    Instant since = Instant.ofEpochMilli(in.readLong());
    return new Endorser(
        name,
        since,
        Optional.of(in.readLong()).filter(at -> at != STAYED).map(Instant::ofEpochMilli));
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
