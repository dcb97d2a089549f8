package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.note.Finding;
import dateline.note.Finding.Severity;
import dateline.note.MediaNote;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Real notes that nobody corrected. Skipped where the corpus is absent. */
class CriesWolfTest {

  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

  @Test
  void aCheckThatCriesInMoreThanOneNoteOfFiftyAdvises() throws IOException {
    Optional<Path> corpus = corpus();
    if (corpus.isEmpty()) {
      System.out.println("SKIPPED CriesWolfTest: no shared/corpus (DATELINE_SHARED)");
    }
    assumeTrue(corpus.isPresent());
    List<Corpus.Note> notes =
        Corpus.read(corpus.orElseThrow()).stream().filter(note -> !note.isCorrected()).toList();
    assertThat(notes).hasSizeGreaterThan(500);
    for (Function<Corpus.Version, MediaNote> reader :
        List.<Function<Corpus.Version, MediaNote>>of(
            Corpus.Version::ofHtml, Corpus.Version::ofText)) {
      Map<String, Integer> cries = cries(notes, reader);
      assertThat(cries).as("some speak").containsKeys("MISSING_WORD", "NAME_SPELT_TWO_WAYS");
      assertThat(cries)
          .allSatisfy((code, in) ->
              assertThat(in * 50).as(code + " in " + in).isLessThanOrEqualTo(notes.size()));
    }
  }

  /** In how many notes each check speaks that does more than advise. */
  private static Map<String, Integer> cries(
      List<Corpus.Note> notes, Function<Corpus.Version, MediaNote> reader) {
    Map<String, Integer> cries = new HashMap<>();
    for (Corpus.Note note : notes) {
      Optional<LocalDate> day = Optional.of(LocalDate.ofInstant(note.published(), WASHINGTON));
      MediaNote first = reader.apply(note.versions().getFirst());
      Checks.run(first, HouseStyle.usual(), day).stream()
          .filter(finding -> finding.severity() != Severity.ADVISES)
          .map(Finding::code)
          .distinct()
          .forEach(code -> cries.merge(code, 1, Integer::sum));
    }
    return cries;
  }

  private static Optional<Path> corpus() {
    String set = Optional.ofNullable(System.getenv("DATELINE_SHARED")).orElse("");
    if (!set.isEmpty()) {
      return Optional.of(Path.of(set, "corpus/state-2021.jsonl.gz")).filter(Files::exists);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/corpus/state-2021.jsonl.gz");
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
