package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where words that somebody pointed at are in a later text, and which blocks stayed. */
class PassageTest {

  private static final MediaNote READ =
      note("Ferry sails", "One goes.", "Two ships go.", "Three ships go.");

  @Test
  void aPassageIsWhereItsWordsAre() {
    assertThat(new Passage(2, "ships").isIn(READ)).isTrue();
    assertThat(new Passage(2, " ships\u00a0go").isIn(READ)).isTrue();
    assertThat(new Passage(2, "").isIn(READ)).isTrue();
    assertThat(new Passage(0, "Ferry").isIn(READ)).isTrue();
    assertThat(new Passage(1, "ships").isIn(READ)).isFalse();
    assertThat(new Passage(4, "").isIn(READ)).isFalse();
    assertThat(new Passage(-1, "").isIn(READ)).isFalse();
  }

  @Test
  void itGoesWithItsBlockWhenOthersAreWrittenBeforeIt() {
    MediaNote now = note("Ferry sails", "Zero.", "One goes.", "Two ships go.", "Three ships go.");
    assertThat(new Passage(2, "ships").found(READ, now)).contains(3);
    assertThat(new Passage(2, "").found(READ, now)).contains(3);
  }

  @Test
  void itIsFoundByItsWordsWhenItsBlockWasChanged() {
    MediaNote now = note("Ferry sails", "One goes.", "Two big ships go.", "Three ships go.");
    assertThat(new Passage(2, "ships go").found(READ, now)).contains(2);
    assertThat(new Passage(2, "Two ships").found(READ, now)).isEmpty();
  }

  @Test
  void wordsThatWentToAnotherBlockAreFoundThere() {
    MediaNote now = note("Ferry sails", "One goes. Two ships go, he said.", "Three ships go.");
    assertThat(new Passage(2, "Two ships go").found(READ, now)).contains(1);
  }

  @Test
  void ofSeveralBlocksWithTheWordsTheNearestIsMeant() {
    MediaNote read = note("Ferry sails", "A ship.", "B.", "C.", "A ship here.", "D.");
    MediaNote now = note("Ferry sails", "A ship!", "B.", "C.", "A ship, here.", "D!");
    assertThat(new Passage(4, "A ship").found(read, now)).contains(4);
    assertThat(new Passage(1, "A ship").found(read, now)).contains(1);
  }

  @Test
  void aPassageThatNothingSaysAnyMoreIsGone() {
    MediaNote now = note("Ferry waits", "One goes.", "Three ships go.");
    assertThat(new Passage(2, "Two ships").found(READ, now)).isEmpty();
    assertThat(new Passage(2, "").found(READ, now)).isEmpty();
    assertThat(new Passage(0, "sails").found(READ, now)).isEmpty();
    assertThat(new Passage(0, "").found(READ, now)).contains(0);
  }

  @Test
  void aPassageThatComesBackIsFoundAgain() {
    assertThat(new Passage(2, "Two ships").found(READ, READ)).contains(2);
  }

  @Test
  void wordsInLinksAndCellsAreFoundToo() {
    MediaNote now =
        new MediaNote(
            "x",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new Block.Paragraph(List.of(Span.plain("See "), Span.link("the plan", "#"))),
                new Block.TableRow(
                    List.of(List.of(Span.plain("Ships")), List.of(Span.plain("Two"))))),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of());
    assertThat(new Passage(1, "See the plan").isIn(now)).isTrue();
    assertThat(new Passage(2, "Ships Two").isIn(now)).isTrue();
  }

  // BlockAlignment

  @Test
  void blocksThatStayedAreFollowedAndChangedOnesAreNot() {
    assertThat(alignment("A B C D", "A X C D")).containsExactly(1, 0, 3, 4);
    assertThat(alignment("A B C D", "A C D")).containsExactly(1, 0, 2, 3);
    assertThat(alignment("A B C D", "Z A B C D")).containsExactly(2, 3, 4, 5);
    assertThat(alignment("A B C D", "D A B C")).containsExactly(2, 3, 4, 1);
    assertThat(alignment("", "A")).isEmpty();
    assertThat(alignment("A", "")).containsExactly(0);
  }

  @Test
  void equalBlocksAreNotTakenForOneAnother() {
    assertThat(alignment("S A S", "S A S")).containsExactly(1, 2, 3);
    assertThat(alignment("X S A S Y", "Z S A S W")).containsExactly(0, 0, 3, 0, 0);
    assertThat(alignment("S S", "S S S")).containsExactly(1, 2);
  }

  /** The limit of time is a guard against hanging. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void inALongTextTheOneBlockThatStayedIsFollowed() {
    String[] before = IntStream.range(0, 100_000).mapToObj(i -> "a" + i).toArray(String[]::new);
    String[] after = IntStream.range(0, 100_000).mapToObj(i -> "b" + i).toArray(String[]::new);
    after[70_000] = before[50_000];
    BlockAlignment alignment = BlockAlignment.of(note("x", before).body(), note("x", after).body());
    assertThat(alignment.of(50_001)).contains(70_001);
    assertThat(IntStream.rangeClosed(1, before.length).filter(i -> alignment.of(i).isPresent()))
        .containsExactly(50_001);
  }

  // Parts

  @Test
  void aPartIsPutIntoAnotherTextAndNothingElseIs() {
    MediaNote other = note("Another headline", "Another body.");
    MediaNote joined = Part.HEADLINE.into(READ, other);
    assertThat(joined.headline()).isEqualTo("Another headline");
    assertThat(joined.body()).isEqualTo(READ.body());
    for (Part part : Part.values()) {
      assertThat(part.into(READ, READ)).isEqualTo(READ);
      assertThat(Part.named(part.component())).contains(part);
    }
    assertThat(Part.named("no part")).isEmpty();
  }

  @Test
  void theChangedPartsAreThoseAReaderCanTellApart() {
    assertThat(Part.changed(READ, READ)).isEmpty();
    assertThat(Part.changed(READ, note("Ferry  sails", "One\u00a0goes.", "Two ships go.")))
        .containsExactly(Part.BODY);
    assertThat(Part.changed(READ, note("No ferry", "One goes.")))
        .containsExactly(Part.HEADLINE, Part.BODY);
  }

  /** Where each block of the first text stands in the second, from 1; 0 for nowhere. */
  private static List<Integer> alignment(String before, String after) {
    BlockAlignment alignment = BlockAlignment.of(blocks(before), blocks(after));
    return IntStream.rangeClosed(1, blocks(before).size())
        .mapToObj(block -> alignment.of(block).orElse(0))
        .toList();
  }

  private static List<Block> blocks(String words) {
    return words.isEmpty() ? List.of() : note("x", words.split(" ", -1)).body();
  }

  private static MediaNote note(String headline, String... paragraphs) {
    return new MediaNote(
        headline,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Stream.of(paragraphs)
            .<Block>map(words -> new Block.Paragraph(List.of(Span.plain(words))))
            .toList(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }
}
