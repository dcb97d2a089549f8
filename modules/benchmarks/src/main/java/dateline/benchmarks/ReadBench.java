package dateline.benchmarks;

import dateline.intake.Hint;
import dateline.intake.Manuscript;
import dateline.intake.Manuscripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long reading a real note takes, as HTML and as plain text. Needs no press office. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reading every version of real notes, as HTML with its title and as plain text.")
final class ReadBench implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A corpus: gzipped JSON, one note a line.")
  private Path file = Path.of("");

  @Option(names = "--rounds", defaultValue = "20", description = "Default ${DEFAULT-VALUE}.")
  private int rounds = 20;

  private long blocks;

  @Override
  public Integer call() throws IOException {
    List<Corpus.Version> versions =
        Corpus.read(file).stream().flatMap(note -> note.versions().stream()).toList();
    for (int warmUp = 0; warmUp < 2; warmUp++) {
      timed(versions, new Tally(), new Tally());
    }
    Tally html = new Tally();
    Tally text = new Tally();
    for (int round = 0; round < rounds; round++) {
      timed(versions, html, text);
    }
    System.out.printf(
        "%d versions, each %d times after two rounds of warm-up, %,d blocks read%n",
        versions.size(), rounds, blocks);
    System.out.println(html.line("notes as HTML"));
    System.out.println(text.line("notes as plain text"));
    return 0;
  }

  private void timed(List<Corpus.Version> versions, Tally html, Tally text) {
    for (Corpus.Version version : versions) {
      String said = version.title() + "\n\n" + version.text();
      byte[] plain = said.getBytes(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      blocks += blocks(Manuscripts.readHtml(version.title(), version.html()));
      long between = System.nanoTime();
      blocks += blocks(Manuscripts.read(plain, Hint.NONE));
      html.took(Duration.ofNanos(between - start));
      text.took(Duration.ofNanos(System.nanoTime() - between));
    }
  }

  private static int blocks(Manuscript manuscript) {
    return switch (manuscript) {
      case Manuscript.Read(var reading, _, _) -> reading.note().body().size();
      case Manuscript.Refused(_, var reason) -> throw new IllegalStateException(reason);
    };
  }
}
