package dateline.note;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dateline.note.checks.Checks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real notes, read as a careful person read them. Skipped where the corpus is absent. */
class CorpusTest {

  @BeforeEach
  void skipWithoutCorpus() {
    assumeFalse(Shared.isAbsent("CorpusTest"));
  }

  @Test
  void theReaderAgreesWithTheIndexOfTheTexts() throws IOException {
    List<Indexed> index = index();
    assertThat(index).hasSize(16);
    for (Indexed expected : index) {
      MediaNote note = PlainTextReader.read(Files.readAllBytes(expected.file())).note();
      String source = Files.readString(expected.file());
      String name = expected.name();
      assertThat(note.headline()).as(name).isEqualTo(expected.column(2));
      assertThat(note.kind()).as(name).isEqualTo(kind(expected.column(3)));
      assertThat(note.issuer().orElse("")).as(name).isEqualTo(issuer(expected.column(4), source));
      assertThat(note.place().orElse("-")).as(name).isEqualTo(expected.column(5));
      assertThat(note.date().map(Object::toString).orElse("-"))
          .as(name)
          .isEqualTo(expected.column(6));
      assertThat(note.contacts().stream().filter(contact -> contact.email().isPresent()))
          .as(name)
          .hasSize(Integer.parseInt(expected.column(7)));
      assertThat(links(note)).as(name).hasSize(Integer.parseInt(expected.column(8)));
      assertThat(NothingLost.complaints(source)).as(name).isEmpty();
    }
  }

  @Test
  void whatTheRemarksSayIsFound() throws IOException {
    assertThat(note("02").attribution().orElse("")).contains("attributable to");
    assertThat(note("37").attribution().orElse("")).contains("the following readout:");
    assertThat(note("04").embargoLine()).isEmpty();
    assertThat(note("13").embargoLine()).isEmpty();
    assertThat(note("31").embargoLine()).contains("EMBARGOED UNTIL DELIVERY");
    assertThat(note("21").releaseLine()).contains("FOR IMMEDIATE RELEASE");
    assertThat(note("37").releaseLine()).contains("IMMEDIATE RELEASE");
    assertThat(note("21").releaseNumber()).contains("17-329");
    assertThat(note("37").releaseNumber()).contains("NR-024-17");
    assertThat(note("24").releaseNumber()).contains("13-1237");
    assertThat(note("24").correction().orElse("")).startsWith("CORRECTION:").endsWith("2013.");
    assertThat(note("21").boilerplate()).contains("Justice News", "Updated March 29, 2017");
    assertThat(note("41").boilerplate()).contains("(Archived Content)");
    assertThat(note("26").endMark()).contains("# # #");
    assertThat(note("26").subheadline().orElse("")).startsWith("Juvenile Reentry");
    assertThat(note("26").body()).anyMatch(Block.TableRow.class::isInstance);
    assertThat(note("08").body()).last().isInstanceOf(Block.Footnote.class);
    assertThat(note("08").body()).filteredOn(Block.ListItem.class::isInstance).hasSize(11);
    assertThat(note("06").contacts())
        .hasSize(2)
        .allMatch(contact -> contact.name().isPresent() && contact.office().isPresent());
    for (String name : List.of("10", "21")) {
      String numbers = indexed(name).column(9);
      assertThat(note(name).contacts())
          .isNotEmpty()
          .allMatch(contact -> contact.name().isPresent() && contact.phones().size() == 1)
          .allMatch(contact -> numbers.contains(contact.phones().getFirst()));
    }
    String remarks = indexed("10").column(9);
    assertThat(note("10").contacts())
        .allMatch(contact -> remarks.contains(contact.name().orElse("?")));
    assertThat(Digest.of(note("08"))).isNotEqualTo(Digest.of(note("09")));
  }

  @Test
  void theFindingsArePlain() throws IOException {
    assertThat(findings("00"))
        .containsExactly(
            "SITE_LABEL 3",
            "DEAD_LINK 17",
            "DEAD_LINK 17",
            "BROKEN_SENTENCE 19",
            "SITE_BOILERPLATE 21");
    assertThat(findings("13")).contains("HANDLE_LIKE_ADDRESS 17");
    assertThat(findings("41")).contains("EMPTY_CONTACT 10");
    assertThat(findings("26")).contains("RUN_TOGETHER_LINK 40");
  }

  @Test
  void everyVersionOfEveryNoteOfAYearIsRead() throws IOException {
    List<String> complaints = new ArrayList<>();
    int versions = 0;
    for (Map<String, Object> note : state2021()) {
      for (Object version : (List<?>) requireNonNull(note.get("versions"))) {
        Map<?, ?> texts = (Map<?, ?>) version;
        String title = VisibleText.of((String) requireNonNull(texts.get("title")));
        String text = (String) requireNonNull(texts.get("text"));
        String whole = texts.get("title") + "\n\n" + text;
        Source source = new Source(whole);
        MediaNote read = SourceReader.read(source).note();
        if (!VisibleText.of(read.headline()).equals(title)) {
          complaints.add("headline of " + note.get("id") + ": " + read.headline());
        }
        List<String> lost =
            new ArrayList<>(
                NothingLost.complaints(source.text(), read, SourceReader.taken(source)));
        if (versions++ % 5 == 0) {
          lost.addAll(NothingLost.complaints(text));
        }
        lost.forEach(one -> complaints.add(note.get("id") + ": " + one));
      }
    }
    System.out.println(
        "read " + versions + " versions of real notes, each fifth without its title too");
    assertThat(complaints).isEmpty();
    assertThat(versions).isGreaterThan(600);
  }

  /** Lines of real notes cut, joined, doubled and shuffled: still no word is lost. */
  @Test
  void aNoteTornToPiecesLosesNothing() throws IOException {
    Random random = Seed.random("aNoteTornToPiecesLosesNothing");
    for (Indexed indexed : index()) {
      for (int i = 0; i < 5; i++) {
        List<String> lines = new ArrayList<>(Files.readAllLines(indexed.file()));
        for (int n = random.nextInt(1, 12); n > 0; n--) {
          int at = random.nextInt(lines.size());
          switch (random.nextInt(5)) {
            case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 1 -> lines.remove(random.nextInt(at, lines.size()));
            case 2 -> lines.set(at, lines.get(at).replace(" ", random.nextBoolean() ? "  " : "\n"));
            case 3 -> lines.add(at, "\t");
            default -> Collections.swap(lines, at, random.nextInt(lines.size()));
          }
          if (lines.isEmpty()) {
            lines.add("");
          }
        }
        String torn = String.join("\n", lines);
        assertThat(NothingLost.complaints(torn)).as(torn).isEmpty();
      }
    }
  }

  private static List<String> findings(String name) throws IOException {
    return Checks.run(reading(name)).stream()
        .map(finding -> finding.code() + " " + finding.line())
        .toList();
  }

  private static MediaNote note(String name) throws IOException {
    return reading(name).note();
  }

  private static Reading reading(String name) throws IOException {
    return PlainTextReader.read(Files.readAllBytes(indexed(name).file()));
  }

  private static Indexed indexed(String name) throws IOException {
    return index().stream().filter(one -> one.name().startsWith(name)).findFirst().orElseThrow();
  }

  private static List<Span> links(MediaNote note) {
    return note.body().stream()
        .flatMap(block -> Words.spans(block).stream())
        .filter(span -> span.href().isPresent())
        .toList();
  }

  /** "Media Note [stated]"; what a person inferred is not in the text. */
  private static Optional<String> kind(String column) {
    return column.contains("[inferred]")
        ? Optional.empty()
        : Optional.of(column.substring(0, column.indexOf(" [")).replace("\"", ""));
  }

  /** Of the names the index gives, those that are in the text as they stand. */
  private static String issuer(String column, String source) {
    String bare = column.replaceFirst(" \\(.*\\)$", "").replaceFirst("^U\\.S\\. (?=Senator)", "");
    return String.join(", ", Arrays.stream(bare.split(", ", -1)).filter(source::contains).toList());
  }

  private record Indexed(String name, Path file, List<String> columns) {
    String column(int number) {
      return columns.get(number);
    }
  }

  private static List<Indexed> index() throws IOException {
    Path texts = Shared.folder().orElseThrow().resolve("corpus/texts");
    List<Indexed> index = new ArrayList<>();
    for (String line : Files.readAllLines(texts.resolve("INDEX.tsv")).stream().skip(1).toList()) {
      List<String> columns = Arrays.stream(line.split("\t", -1)).map(CorpusTest::unquoted).toList();
      Path file = texts.resolve(columns.getFirst()).normalize();
      index.add(new Indexed(file.getFileName().toString(), file, columns));
    }
    return index;
  }

  private static String unquoted(String column) {
    return column.startsWith("\"")
        ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
        : column;
  }

  private static List<Map<String, Object>> state2021() throws IOException {
    Path file = Shared.folder().orElseThrow().resolve("corpus/state-2021.jsonl.gz");
    List<Map<String, Object>> notes = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        notes.add(Json.object(line));
      }
    }
    return notes;
  }
}
