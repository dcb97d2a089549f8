package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dateline.note.Digest;
import dateline.note.LaidOutNothingLost;
import dateline.note.PlainTextReader;
import dateline.note.Reading;
import dateline.note.Source;
import dateline.note.SourceReader;
import dateline.note.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The HTML of a year of real notes. Skipped where the corpus is absent. */
class CorpusHtmlTest {

  @BeforeEach
  void skipWithoutCorpus() {
    assumeFalse(Corpus.isAbsent("CorpusHtmlTest"));
  }

  /** With its title; each fifth without it too. */
  @Test
  void everyVisibleWordOfEveryVersionIsInExactlyOnePart() throws IOException {
    List<String> complaints = new ArrayList<>();
    int whole = 0;
    int seen = 0;
    List<Corpus.Version> versions = Corpus.versions();
    for (Corpus.Version version : versions) {
      List<String> here = new ArrayList<>();
      Map<String, Integer> visible = VisibleWords.ofHtml(version.html());
      if (seen++ % 5 == 0) {
        Source alone = HtmlSheet.of(version.html(), Optional.empty()).source();
        if (!VisibleWords.of(alone.text()).equals(visible)) {
          here.add("the text is not what is seen");
        }
        here.addAll(LaidOutNothingLost.complaints(alone));
      }
      Source titled = HtmlSheet.of(version.html(), Optional.of(version.title())).source();
      VisibleWords.of(version.title()).forEach((word, n) -> visible.merge(word, n, Integer::sum));
      if (!VisibleWords.of(titled.text()).equals(visible)) {
        here.add("the titled text is not what is seen");
      }
      Reading reading = SourceReader.read(titled);
      here.addAll(LaidOutNothingLost.complaints(titled, reading));
      String headline = reading.note().headline();
      if (!VisibleText.of(headline).equals(VisibleText.of(version.title()))) {
        here.add("headline " + headline);
      }
      whole += here.isEmpty() ? 1 : 0;
      here.forEach(one -> complaints.add(version.id() + ": " + one));
    }
    System.out.printf("%d of %d versions read without loss%n", whole, versions.size());
    assertThat(complaints).isEmpty();
    assertThat(versions).hasSizeGreaterThan(600);
  }

  /** The texts of the index are plain text, whatever they hold, and read as such. */
  @Test
  void theTextsOfTheIndexAreKnownAsPlainText() throws IOException {
    try (Stream<Path> files = Files.list(Corpus.folder().orElseThrow().resolve("texts"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Manuscript.Read read = (Manuscript.Read) Manuscripts.read(bytes, Hint.NONE);
        assertThat(read.format()).as(file.toString()).isEqualTo(Format.PLAIN_TEXT);
        assertThat(Digest.of(read.reading().note()))
            .as(file.toString())
            .isEqualTo(Digest.of(PlainTextReader.read(bytes).note()));
      }
    }
  }
}
