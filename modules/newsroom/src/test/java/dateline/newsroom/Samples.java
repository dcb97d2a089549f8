package dateline.newsroom;

import dateline.contracts.AddendumV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.NoteCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Notes of a press office that does not exist. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-05T17:00:00Z");

  private Samples() {}

  static MediaNote note(String headline, String... paragraphs) {
    return new MediaNote(
        headline,
        Optional.empty(),
        Optional.of("Media Note"),
        Optional.of("Office of Harbours"),
        Optional.of("Port Sella"),
        Optional.of(LocalDate.of(2026, 3, 5)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(paragraphs).stream()
            .<Block>map(text -> new Block.Paragraph(List.of(Span.plain(text))))
            .toList(),
        List.of(
            new MediaContact(
                Optional.of("Ines Aldana"),
                Optional.of("Press desk"),
                Optional.of("press@harbours.example"),
                List.of("+1 (202) 555-0142"))),
        List.of(),
        Optional.of("###"),
        List.of("en"));
  }

  static MediaNote inLanguage(String language, MediaNote note) {
    return new MediaNote(
        note.headline(),
        note.subheadline(),
        note.kind(),
        note.issuer(),
        note.place(),
        note.date(),
        note.releaseLine(),
        note.embargoLine(),
        note.attribution(),
        note.correction(),
        note.releaseNumber(),
        note.body(),
        note.contacts(),
        note.boilerplate(),
        note.endMark(),
        List.of(language));
  }

  static PublicNote released(String id, Instant at, MediaNote note) {
    return new PublicNote(id, 1, at, at, Digest.of(note), note, Addendum.NONE);
  }

  static ReleaseV1 fact(String noteId, int version, Instant at, MediaNote note) {
    return ReleaseV1.newBuilder()
        .setId("release-" + noteId + '-' + version)
        .setNoteId(noteId)
        .setVersion(version)
        .setAt(at)
        .setReleased(new ReleasedV1(NoteCodec.toWire(note), Digest.of(note).hex()))
        .build();
  }

  static ReleaseV1 addendum(
      String noteId, Instant at, MediaNote note, List<String> endorsed, List<String> withdrawn) {
    return ReleaseV1.newBuilder()
        .setId("addendum-" + noteId + '-' + at)
        .setNoteId(noteId)
        .setVersion(1)
        .setAt(at)
        .setAddendum(new AddendumV1(Digest.of(note).hex(), endorsed, withdrawn))
        .build();
  }

  /** The same note, with what became of its endorsers. */
  static PublicNote with(PublicNote note, Addendum.Endorser... endorsers) {
    return new PublicNote(
        note.id(),
        note.version(),
        note.published(),
        note.updated(),
        note.digest(),
        note.note(),
        new Addendum(List.of(endorsers)));
  }

  static Addendum.Endorser endorser(String name, Instant since) {
    return new Addendum.Endorser(name, since, Optional.empty());
  }
}
