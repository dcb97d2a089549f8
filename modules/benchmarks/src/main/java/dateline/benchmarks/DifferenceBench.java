package dateline.benchmarks;

import dateline.note.MediaNote;
import dateline.note.difference.Difference;
import dateline.note.difference.HtmlDifference;
import dateline.note.difference.TextDifference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long the difference between two versions of a real note takes. Needs no press office. */
@Command(
    name = "difference",
    mixinStandardHelpOptions = true,
    description =
        "The difference between neighbouring versions of real notes, and both renderings.")
final class DifferenceBench implements Callable<Integer> {

  /** Two neighbouring versions. */
  private record Correction(MediaNote former, MediaNote later) {}

  @Parameters(paramLabel = "FILE", description = "A corpus: gzipped JSON, one note a line.")
  private Path file = Path.of("");

  @Option(names = "--rounds", defaultValue = "200", description = "Default ${DEFAULT-VALUE}.")
  private int rounds = 200;

  private long characters;

  @Override
  public Integer call() throws IOException {
    List<Correction> corrections = corrections();
    timed(corrections, new Tally(), new Tally());
    Tally differences = new Tally();
    Tally renderings = new Tally();
    for (int round = 0; round < rounds; round++) {
      timed(corrections, differences, renderings);
    }
    System.out.printf(
        "%d corrections, each %d times after one round of warm-up, %,d characters written%n",
        corrections.size(), rounds, characters);
    System.out.println(differences.line("differences"));
    System.out.println(renderings.line("differences as text and as HTML"));
    return 0;
  }

  private void timed(List<Correction> corrections, Tally differences, Tally renderings) {
    for (Correction correction : corrections) {
      long start = System.nanoTime();
      Difference difference = Difference.between(correction.former(), correction.later());
      long between = System.nanoTime();
      characters += TextDifference.of(difference).length();
      characters += HtmlDifference.of(difference).length();
      differences.took(Duration.ofNanos(between - start));
      renderings.took(Duration.ofNanos(System.nanoTime() - between));
    }
  }

  private List<Correction> corrections() throws IOException {
    List<Correction> corrections = new ArrayList<>();
    for (Corpus.Note note : Corpus.read(file)) {
      List<MediaNote> versions = note.versions().stream().map(Corpus.Version::ofText).toList();
      for (int i = 1; i < versions.size(); i++) {
        corrections.add(new Correction(versions.get(i - 1), versions.get(i)));
      }
    }
    return corrections;
  }
}
