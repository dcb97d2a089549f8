package dateline.note.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Nothing makes a difference take long, and inside its bounds none is larger than it must be. */
class BoundsTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Random random = new Random(11);

  @Test
  void anAlignmentHasAsMuchInCommonAsThereIs() {
    for (int i = 0; i < 20_000; i++) {
      List<Integer> former = some(random.nextInt(12), 1 + random.nextInt(5));
      List<Integer> later = some(random.nextInt(12), 1 + random.nextInt(5));
      int[] partner = Alignment.of(former, later);
      int[] pairs = Arrays.stream(partner).filter(at -> at >= 0).toArray();
      assertThat(pairs).isSorted().doesNotHaveDuplicates();
      for (int at = 0; at < partner.length; at++) {
        assertThat(partner[at] < 0 || later.get(partner[at]).equals(former.get(at))).isTrue();
      }
      assertThat(pairs).hasSize(common(former, later));
    }
  }

  @Test
  void aLongTextWithManySmallChangesIsStillComparedByWord() {
    List<String> words = words(120_000, 100_000);
    List<String> other = new ArrayList<>(words);
    for (int i = 0; i < 2_000; i++) {
      other.set(random.nextInt(other.size()), "tide" + i);
    }
    Difference difference = inTime(String.join(" ", words), String.join(" ", other));
    long changed =
        difference.lines().getLast().runs().stream()
            .filter(run -> run.fate() == Run.Fate.DELETED)
            .mapToInt(run -> run.text().split(" ", -1).length)
            .sum();
    assertThat(changed).isBetween(1_900L, 3_000L);
  }

  @Test
  void oneMegabyteWithoutASpace() {
    String line = "x".repeat(1_000_000);
    assertThat(inTime(line, line).isEmpty()).isTrue();
    assertThat(inTime(line, line + "y").isEmpty()).isFalse();
    assertThat(inTime("水".repeat(300_000), "水火".repeat(150_000)).isEmpty()).isFalse();
    assertThat(inTime("(".repeat(500_000), ")(".repeat(250_000)).isEmpty()).isFalse();
  }

  @Test
  void fiftyThousandEqualWords() {
    String words = "gate ".repeat(50_000);
    assertThat(runs(inTime(words, words + "gate"))).isEqualTo(2);
    assertThat(inTime(words, "ship ".repeat(50_000)).isEmpty()).isFalse();
    assertThat(inTime(words, "gate ship ".repeat(25_000)).isEmpty()).isFalse();
  }

  @Test
  void wordsWithoutOrder() {
    for (int kinds : List.of(2, 50, 100_000)) {
      String one = String.join(" ", words(80_000, kinds));
      assertThat(inTime(one, String.join(" ", words(80_000, kinds))).isEmpty()).isFalse();
      List<String> shuffled = Arrays.asList(one.split(" ", -1));
      Collections.shuffle(shuffled, random);
      assertThat(inTime(one, String.join(" ", shuffled)).isEmpty()).isFalse();
    }
  }

  @Test
  void manyParagraphs() {
    for (int kinds : List.of(2, 1_000, 1_000_000)) {
      MediaNote former = paragraphs(words(50_000, kinds));
      MediaNote later = paragraphs(words(50_000, kinds));
      assertThat(inTime(former, later).isEmpty()).isFalse();
    }
  }

  @Test
  void aBodyOf79KilobytesThatWasRewrittenParagraphByParagraph() {
    List<String> former = new ArrayList<>();
    List<String> later = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      List<String> words = words(110, 5_000);
      former.add(String.join(" ", words));
      words.replaceAll(word -> random.nextInt(5) == 0 ? "tide" : word);
      later.add(String.join(" ", words));
    }
    Difference difference = inTime(paragraphs(former), paragraphs(later));
    assertThat(difference.lines())
        .filteredOn(line -> line.part().equals("paragraph"))
        .hasSize(120)
        .allMatch(line -> line.fate() == Line.Fate.CHANGED);
  }

  private static int runs(Difference difference) {
    return difference.lines().getLast().runs().size();
  }

  private static Difference inTime(String former, String later) {
    return inTime(paragraphs(List.of(former)), paragraphs(List.of(later)));
  }

  /** Renderings included. */
  private static Difference inTime(MediaNote former, MediaNote later) {
    return Assertions.assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Difference difference = Difference.between(former, later);
          assertThat(TextDifference.of(difference)).isNotEmpty();
          assertThat(HtmlDifference.of(difference)).isNotEmpty();
          return difference;
        });
  }

  private List<String> words(int count, int kinds) {
    return some(count, kinds).stream()
        .map(kind -> "word" + kind)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<Integer> some(int count, int kinds) {
    return IntStream.range(0, count).mapToObj(_ -> random.nextInt(kinds)).toList();
  }

  /** The length of the longest common subsequence, by the book. */
  private static int common(List<Integer> former, List<Integer> later) {
    int[][] best = new int[former.size() + 1][later.size() + 1];
    for (int i = former.size() - 1; i >= 0; i--) {
      for (int j = later.size() - 1; j >= 0; j--) {
        best[i][j] =
            former.get(i).equals(later.get(j))
                ? best[i + 1][j + 1] + 1
                : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    return best[0][0];
  }

  private static MediaNote paragraphs(List<String> texts) {
    return new MediaNote(
        "Harbour Gate Opens",
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
        texts.stream().map(text -> (Block) new Block.Paragraph(List.of(Span.plain(text)))).toList(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }
}
