package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.BlockV1;
import dateline.contracts.MediaNoteV1;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import dateline.testkit.Notes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Media notes on the wire. */
class NoteCodecTest {

  /** Avro loads only classes that are trusted; a process trusts the contract's with its wire. */
  @BeforeAll
  static void theContractsClassesAreTrusted() {
    new Wire(Map.of("schema.registry.url", "mock://note-codec")).close();
  }

  private static final List<Span> WORDS = List.of(Span.plain("Pilots return."));

  @Test
  void anItemKeepsHowDeepItStands() {
    MediaNote note = item(3);
    MediaNote read = NoteCodec.fromWire(NoteCodec.toWire(note));

    assertThat(read).isEqualTo(note);
    assertThat(Digest.of(read)).isEqualTo(Digest.of(note));
  }

  /** So a text without lists in lists is the same record, and the same digest, as ever. */
  @Test
  void anItemAtTheTopSaysNothingOfItsLevelAndNothingIsTheTop() {
    MediaNote note = item(0);
    MediaNoteV1 wire = NoteCodec.toWire(note);

    assertThat(wire.getBody()).extracting(BlockV1::getLevel).containsOnlyNulls();
    assertThat(NoteCodec.fromWire(wire)).isEqualTo(note);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 9})
  void aLevelThatNoItemHasIsUnreadable(int level) {
    MediaNoteV1 note = NoteCodec.toWire(item(1));
    BlockV1 block = BlockV1.newBuilder(note.getBody().getFirst()).setLevel(level).build();
    MediaNoteV1 wire = MediaNoteV1.newBuilder(note).setBody(List.of(block)).build();

    assertThatThrownBy(() -> NoteCodec.fromWire(wire))
        .isInstanceOf(UnreadableRecordException.class);
  }

  private static MediaNote item(int level) {
    MediaNote note = Notes.saying("Ships wait.");
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
        List.of(new Block.ListItem("•", level, WORDS)),
        note.contacts(),
        note.boilerplate(),
        Optional.empty(),
        note.languages());
  }
}
