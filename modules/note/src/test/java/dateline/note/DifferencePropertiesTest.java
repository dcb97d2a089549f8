package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.difference.Difference;
import dateline.note.difference.HtmlDifference;
import dateline.note.difference.Line;
import dateline.note.difference.Run;
import dateline.note.difference.TextDifference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of the difference of any two notes. */
class DifferencePropertiesTest {

  private static final int PAIRS = 1_000;

  /** A line of a note as a reader sees it; fields have a tab between them. */
  private record Seen(String part, String text) {}

  @Test
  void whatIsKeptOrDeletedIsTheFormerNoteAndWhatIsKeptOrInsertedTheLater() {
    Random random = Seed.random("whatIsKeptOrDeletedIsTheFormerNote");
    for (int i = 0; i < PAIRS; i++) {
      MediaNote former = note(random);
      MediaNote later = random.nextInt(4) == 0 ? note(random) : revised(former, random);
      Difference difference = Difference.between(former, later);
      assertThat(former(difference)).isEqualTo(seen(former));
      assertThat(later(difference)).isEqualTo(seen(later));
    }
  }

  @Test
  void notesDifferExactlyIfTheirDigestsDo() {
    Random random = Seed.random("notesDifferExactlyIfTheirDigestsDo");
    int equal = 0;
    for (int i = 0; i < PAIRS; i++) {
      Supplier<String> texts = RandomNotes.traps(random);
      MediaNote former = new RandomNotes(random, texts).next();
      MediaNote later =
          random.nextBoolean()
              ? revised(former, random)
              : RandomNotes.mapped(former, text -> text.replace(" ", "\u00a0\u200b"));
      boolean same = Digest.of(former).equals(Digest.of(later));
      assertThat(Difference.between(former, later).isEmpty()).isEqualTo(same);
      equal += same ? 1 : 0;
    }
    assertThat(equal).isBetween(PAIRS / 10, PAIRS * 9 / 10);
  }

  @Test
  void aLineThatIsKeptHasNoChangeAndAnyOtherHasOne() {
    Random random = Seed.random("aLineThatIsKeptHasNoChangeAndAnyOtherHasOne");
    for (int i = 0; i < PAIRS; i++) {
      MediaNote former = note(random);
      for (Line line : Difference.between(former, revised(former, random)).lines()) {
        boolean runsKept = line.runs().stream().allMatch(run -> run.fate() == Run.Fate.KEPT);
        assertThat(runsKept && line.formerPart().isEmpty())
            .isEqualTo(line.fate() == Line.Fate.KEPT);
      }
    }
  }

  @Test
  void aMoveHasTwoEndsWithTheSameWords() {
    Random random = Seed.random("aMoveHasTwoEndsWithTheSameWords");
    int moves = 0;
    for (int i = 0; i < PAIRS; i++) {
      MediaNote former = note(random);
      List<Line> lines = Difference.between(former, revised(former, random)).lines();
      for (Line away : lines) {
        if (away.fate() == Line.Fate.MOVED_AWAY) {
          moves++;
          assertThat(lines)
              .filteredOn(here -> here.move().equals(away.move()) && !here.equals(away))
              .singleElement()
              .satisfies(here -> {
                assertThat(here.fate()).isEqualTo(Line.Fate.MOVED_HERE);
                assertThat(here.later()).isEqualTo(away.former());
              });
        }
      }
    }
    assertThat(moves).isPositive();
  }

  @Test
  void theHtmlHasTheWordsOfBothNotesAndNothingOfThemIsMarkup() {
    Random random = Seed.random("theHtmlHasTheWordsOfBothNotes");
    for (int i = 0; i < PAIRS / 4; i++) {
      MediaNote former = note(random);
      Difference difference = Difference.between(former, revised(former, random));
      String html = HtmlDifference.of(difference);
      assertThat(texts(html.replaceAll("<ins .*?</ins>", "")))
          .isEqualTo(shown(difference, Run.Fate.INSERTED));
      assertThat(texts(html.replaceAll("<del .*?</del>", "")))
          .isEqualTo(shown(difference, Run.Fate.DELETED));
    }
  }

  @Test
  void theTextSaysWhatChangedSoThatItCanBeReadBack() {
    Random random = Seed.random("theTextSaysWhatChangedSoThatItCanBeReadBack");
    for (int i = 0; i < PAIRS; i++) {
      MediaNote former = note(random);
      Difference difference = Difference.between(former, revised(former, random));
      List<String> lines = TextDifference.of(difference).lines().toList();
      List<Line> changed =
          difference.lines().stream().filter(line -> line.fate() != Line.Fate.KEPT).toList();
      assertThat(lines).hasSize(Math.max(1, changed.size()));
      for (int n = 0; n < changed.size(); n++) {
        String text = lines.get(n).replaceFirst("^[^:]*: ", "");
        assertThat(WordMarks.read(text, '[')).isEqualTo(readable(changed.get(n).former()));
        assertThat(WordMarks.read(text, '{')).isEqualTo(readable(changed.get(n).later()));
      }
    }
  }

  @Test
  void aDifferenceThatLosesOrInventsAWordIsNoticed() {
    MediaNote note = PlainTextReader.read("Harbour opens\n\nShips wait outside the gate.\n").note();
    Line line = Difference.between(note, note).lines().getLast();
    Run less = new Run(Run.Fate.KEPT, line.later().substring(1), Optional.empty());
    Line shorter =
        new Line(line.part(), line.formerPart(), line.fate(), List.of(less), line.move());
    assertThat(later(new Difference(List.of(shorter))))
        .isNotEqualTo(later(new Difference(List.of(line))));
  }

  private static String readable(String text) {
    return text.replace("\t", " | ");
  }

  /** The text of each line in the page, without labels, hidden words and notes about links. */
  private static List<String> texts(String html) {
    return html.lines()
        .filter(line -> line.startsWith("<p class=\"difference-text\""))
        .map(line -> line.replaceAll("<span .*?</span>", "").replaceAll("<[^>]*>", ""))
        .map(DifferencePropertiesTest::unescaped)
        .toList();
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static List<String> shown(Difference difference, Run.Fate without) {
    return difference.lines().stream()
        .map(line -> without == Run.Fate.INSERTED ? line.former() : line.later())
        .map(DifferencePropertiesTest::readable)
        .toList();
  }

  private static MediaNote note(Random random) {
    return new RandomNotes(random, RandomNotes.words(random)).next();
  }

  /** Another note with much of the same: words changed, blocks moved, doubled, gone and new. */
  private static MediaNote revised(MediaNote note, Random random) {
    Supplier<String> texts = RandomNotes.words(random);
    MediaNote mapped =
        RandomNotes.mapped(
            note,
            text ->
                switch (random.nextInt(12)) {
                  case 0 -> text + " " + texts.get();
                  case 1 -> texts.get() + text;
                  case 2 -> text.replaceFirst(" \\S+", "");
                  default -> text;
                });
    MediaNote other = note(random);
    List<Block> body = new ArrayList<>(mapped.body());
    body.addAll(random.nextInt(3) == 0 ? other.body() : List.of());
    if (!body.isEmpty() && random.nextInt(3) == 0) {
      body.remove(random.nextInt(body.size()));
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(body, random);
    }
    return new MediaNote(
        mapped.headline(),
        random.nextInt(5) == 0 ? other.subheadline() : mapped.subheadline(),
        mapped.kind(),
        mapped.issuer(),
        mapped.place(),
        random.nextInt(5) == 0 ? other.date() : mapped.date(),
        mapped.releaseLine(),
        mapped.embargoLine(),
        mapped.attribution(),
        mapped.correction(),
        mapped.releaseNumber(),
        body,
        random.nextInt(5) == 0 ? other.contacts() : mapped.contacts(),
        mapped.boilerplate(),
        mapped.endMark(),
        mapped.languages());
  }

  private static List<Seen> former(Difference difference) {
    return difference.lines().stream()
        .filter(line -> line.fate() != Line.Fate.INSERTED && line.fate() != Line.Fate.MOVED_HERE)
        .map(line -> new Seen(line.formerPart().orElse(line.part()), line.former()))
        .toList();
  }

  private static List<Seen> later(Difference difference) {
    return difference.lines().stream()
        .filter(line -> line.fate() != Line.Fate.DELETED && line.fate() != Line.Fate.MOVED_AWAY)
        .map(line -> new Seen(line.part(), line.later()))
        .toList();
  }

  /** The yardstick, written another way than the canonical form. */
  private static List<Seen> seen(MediaNote note) {
    List<Seen> seen = new ArrayList<>();
    seen.add(new Seen("headline", VisibleText.of(note.headline())));
    part(seen, "subheadline", note.subheadline());
    part(seen, "kind", note.kind());
    part(seen, "issuer", note.issuer());
    part(seen, "place", note.place());
    part(seen, "date", note.date().map(Object::toString));
    part(seen, "releaseLine", note.releaseLine());
    part(seen, "embargoLine", note.embargoLine());
    part(seen, "attribution", note.attribution());
    part(seen, "correction", note.correction());
    part(seen, "releaseNumber", note.releaseNumber());
    note.body().forEach(block -> seen.add(seen(block)));
    for (MediaContact contact : note.contacts()) {
      Stream<String> fields =
          Stream.of(contact.name(), contact.office(), contact.email())
              .map(field -> VisibleText.of(field.orElse("")));
      Stream<String> phones =
          contact.phones().stream().map(VisibleText::of).filter(phone -> !phone.isEmpty());
      seen.add(
          new Seen("contact", Stream.concat(fields, phones).collect(Collectors.joining("\t"))));
    }
    note.boilerplate().forEach(text -> seen.add(new Seen("boilerplate", VisibleText.of(text))));
    part(seen, "endMark", note.endMark());
    note.languages().forEach(text -> seen.add(new Seen("language", text)));
    seen.removeIf(line -> line.text().replace("\t", "").isEmpty());
    return seen;
  }

  private static void part(List<Seen> seen, String name, Optional<String> text) {
    text.ifPresent(present -> seen.add(new Seen(name, VisibleText.of(present))));
  }

  private static Seen seen(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> new Seen("paragraph", seen(spans));
      case Block.Heading(var spans) -> new Seen("heading", seen(spans));
      case Block.Quotation(var spans) -> new Seen("quotation", seen(spans));
      case Block.ListItem(var marker, int level, var spans) ->
          new Seen(
              level == 0 ? "item" : "item-" + level, VisibleText.of(marker) + '\t' + seen(spans));
      case Block.Footnote(var mark, var spans) ->
          new Seen("footnote", VisibleText.of(mark) + '\t' + seen(spans));
      case Block.TableRow(var cells) ->
          new Seen(
              "row",
              cells.stream().map(DifferencePropertiesTest::seen).collect(Collectors.joining("\t")));
    };
  }

  private static String seen(List<Span> spans) {
    return VisibleText.of(spans.stream().map(Span::text).collect(Collectors.joining()));
  }
}
