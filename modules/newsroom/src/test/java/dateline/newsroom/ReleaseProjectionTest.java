package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.contracts.Topic;
import dateline.note.MediaNote;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.index.Entries;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReleaseProjectionTest {
  private static final Instant LATER = Samples.NOON.plusSeconds(86_400);

  private final ReleaseProjection projection = new ReleaseProjection();
  private final Map<String, PublicNote> shown = new HashMap<>();
  private final Entries<PublicNote> entries = new InMemory();
  private final MediaNote note = Samples.note("Ports open", "First.");

  /** Avro loads only classes that are trusted; a process trusts the contract's with its wire. */
  @BeforeAll
  static void trustTheContract() {
    new Wire(Map.of("schema.registry.url", "mock://projection")).close();
  }

  @Test
  void aReleaseIsShown() {
    apply("n1", Samples.fact("n1", 1, Samples.NOON, note));
    assertThat(shown)
        .containsExactlyEntriesOf(Map.of("n1", Samples.released("n1", Samples.NOON, note)));
  }

  @Test
  void aLaterVersionReplacesTheTextAndKeepsTheFirstDate() {
    MediaNote mended = Samples.note("Ports open on Monday", "First.");
    apply("n1", Samples.fact("n1", 1, Samples.NOON, note));
    apply("n1", Samples.fact("n1", 2, Samples.NOON.plusSeconds(60), mended));
    PublicNote now = entries.get("n1").orElseThrow();
    assertThat(now.note()).isEqualTo(mended);
    assertThat(now.published()).isEqualTo(Samples.NOON);
    assertThat(now.updated()).isEqualTo(Samples.NOON.plusSeconds(60));
  }

  @Test
  void anEarlierVersionThatComesAgainChangesNothing() {
    MediaNote mended = Samples.note("Ports open on Monday", "First.");
    apply("n1", Samples.fact("n1", 2, Samples.NOON, mended));
    apply("n1", Samples.fact("n1", 1, Samples.NOON, note));
    assertThat(entries.get("n1").orElseThrow().note()).isEqualTo(mended);
  }

  @Test
  void aTextThatIsNotTheClearedOneIsNotShown() {
    ReleaseV1 honest = Samples.fact("n1", 1, Samples.NOON, note);
    MediaNote other = Samples.note("Ports open", "First!");
    ReleaseV1 forged =
        ReleaseV1.newBuilder(honest)
            .setReleased(new ReleasedV1(NoteCodec.toWire(other), honest.getReleased().getDigest()))
            .build();
    assertThatThrownBy(() -> apply("n1", forged))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("its digest is not its text's");
    assertThat(shown).isEmpty();
  }

  @Test
  void aRecordUnderAnotherKeyOrOfAnUnknownKindIsNotShown() {
    ReleaseV1 fact = Samples.fact("n1", 1, Samples.NOON, note);
    assertThatThrownBy(() -> apply("n2", fact))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("WRONG_KEY"));
    ReleaseV1 unknown = ReleaseV1.newBuilder(fact).setReleased(null).build();
    assertThatThrownBy(() -> apply("n1", unknown))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_KIND"));
    assertThat(shown).isEmpty();
  }

  @Test
  void whatTheIndexStoresIsReadBackTheSame() {
    PublicNote entry =
        new PublicNote(
            "n1",
            3,
            Samples.NOON,
            Samples.NOON.plusSeconds(90),
            dateline.note.Digest.of(note),
            note,
            new Addendum(
                List.of(
                    Samples.endorser("جمهورية الشمال", Samples.NOON),
                    new Addendum.Endorser(
                        "Sudland", Samples.NOON, Optional.of(Samples.NOON.plusSeconds(7))))));
    assertThat(projection.read(projection.write(entry))).isEqualTo(entry);
  }

  @Test
  void anAddendumChangesNeitherTheTextNorItsVersion() {
    apply("n1", Samples.fact("n1", 1, Samples.NOON, note));
    PublicNote before = entries.get("n1").orElseThrow();
    apply("n1", Samples.addendum("n1", LATER, note, List.of("Norland", "Sudland"), List.of()));
    PublicNote after = entries.get("n1").orElseThrow();
    assertThat(after)
        .isEqualTo(
            Samples.with(
                before, Samples.endorser("Norland", LATER), Samples.endorser("Sudland", LATER)));
    assertThat(after.changed()).isEqualTo(LATER);
    assertThat(after.updated()).isEqualTo(Samples.NOON);
  }

  @Test
  void whoWithdrewStaysOnTheListAsWithdrawnAndMayComeBack() {
    Instant last = LATER.plusSeconds(60);
    apply("n1", Samples.fact("n1", 1, Samples.NOON, note));
    apply("n1", Samples.addendum("n1", LATER, note, List.of("Norland", "Sudland"), List.of()));
    apply("n1", Samples.addendum("n1", last, note, List.of(), List.of("Norland")));
    assertThat(entries.get("n1").orElseThrow().addendum().endorsers())
        .containsExactly(
            new Addendum.Endorser("Norland", LATER, Optional.of(last)),
            Samples.endorser("Sudland", LATER));
    apply("n1", Samples.addendum("n1", last.plusSeconds(1), note, List.of("Norland"), List.of()));
    assertThat(entries.get("n1").orElseThrow().addendum().endorsers())
        .containsExactly(
            Samples.endorser("Sudland", LATER), Samples.endorser("Norland", last.plusSeconds(1)));
  }

  @Test
  void anAddendumToATextThatIsNotShownIsNotShown() {
    ReleaseV1 addendum = Samples.addendum("n1", LATER, note, List.of("Norland"), List.of());
    assertThatThrownBy(() -> apply("n1", addendum)).isInstanceOf(UnreadableRecordException.class);
    MediaNote other = Samples.note("Ports open", "First!");
    apply("n1", Samples.fact("n1", 1, Samples.NOON, other));
    assertThatThrownBy(() -> apply("n1", addendum))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("it is an addendum to a text that is not shown");
    assertThat(shown)
        .containsExactlyEntriesOf(Map.of("n1", Samples.released("n1", Samples.NOON, other)));
  }

  @Test
  void whoEndorsedATextDidNotEndorseTheNextOne() {
    apply("n1", Samples.fact("n1", 1, Samples.NOON, note));
    apply("n1", Samples.addendum("n1", LATER, note, List.of("Norland"), List.of()));
    apply("n1", Samples.fact("n1", 2, LATER, Samples.note("Ports open on Monday", "First.")));
    assertThat(entries.get("n1").orElseThrow().addendum()).isEqualTo(Addendum.NONE);
  }

  private void apply(String key, ReleaseV1 fact) {
    projection.apply(new LogRecord(Topic.RELEASES, 0, 0, key, Optional.of(fact)), entries);
  }

  private final class InMemory implements Entries<PublicNote> {
    @Override
    public Optional<PublicNote> get(String id) {
      return Optional.ofNullable(shown.get(id));
    }

    @Override
    public void put(String id, PublicNote entry) {
      shown.put(id, entry);
    }

    @Override
    public void remove(String id) {
      shown.remove(id);
    }
  }
}
