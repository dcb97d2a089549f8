package dateline.benchmarks;

import dateline.note.Finding.Severity;
import dateline.note.MediaNote;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import dateline.note.checks.Mark;
import dateline.note.checks.Rule;
import dateline.runtime.HouseStyleFile;
import dateline.runtime.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What the checks say of the first versions of real notes, against what was later corrected in
 * them. {@code docs/checks.md} says what is counted. Needs no press office.
 */
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    description = "The checks against real corrections: precision and recall, as Markdown.")
final class ChecksBench implements Callable<Integer> {

  /** Their findings are about something that is not there: no words can be corrected. */
  private static final Set<String> ABOUT_WHAT_IS_MISSING =
      Set.of("NO_HEADLINE", "NO_ISSUER", "NO_CONTACT", "NO_ATTRIBUTION");

  @Parameters(paramLabel = "FILE", description = "A corpus: gzipped JSON, one note a line.")
  private Path file = Path.of("");

  @Option(
      names = "--zone",
      defaultValue = "America/New_York",
      description = "Of the office that wrote the notes. Default ${DEFAULT-VALUE}.")
  private ZoneId zone = ZoneId.of("America/New_York");

  @Option(
      names = "--house-style",
      paramLabel = "FILE",
      description = "A house style. Default: the usual one.")
  private Optional<Path> houseStyle = Optional.empty();

  @Option(names = "--text", description = "The notes' plain texts instead of their HTML.")
  private boolean text;

  @Option(names = "--misses", description = "Then the corrections that no check pointed at.")
  private boolean misses;

  @Option(names = "--findings", paramLabel = "CODE", description = "Then what this check found.")
  private Optional<String> shown = Optional.empty();

  private HouseStyle style = HouseStyle.usual();
  private final Map<String, CheckScore> scores = new LinkedHashMap<>();
  private final List<String> missed = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private int notes;
  private int uncorrected;
  private int unseen;
  private int seenNotes;
  private int pointedNotes;
  private int changes;
  private int pointedChanges;

  @Override
  public Integer call() throws IOException {
    if (houseStyle.isPresent()) {
      String file = houseStyle.get().toString();
      SettingsReader read = new SettingsReader(Map.of("DATELINE_HOUSE_STYLE", file));
      style = HouseStyleFile.setting(read);
      read.done();
    }
    Checks.rules().forEach(rule -> scores.put(rule.code(), new CheckScore(rule)));
    for (Corpus.Note note : Corpus.read(file)) {
      notes++;
      if (note.isCorrected()) {
        corrected(note);
      } else {
        uncorrected(note);
      }
    }
    print();
    return 0;
  }

  private MediaNote read(Corpus.Version version) {
    return text ? version.ofText() : version.ofHtml();
  }

  private List<Mark> marks(Corpus.Note note, Corpus.Version version) {
    LocalDate day = LocalDate.ofInstant(note.published(), zone);
    return Checks.marks(read(version), style, Optional.of(day));
  }

  private void uncorrected(Corpus.Note note) {
    uncorrected++;
    List<Mark> marks = marks(note, note.versions().getFirst());
    for (CheckScore score : scores.values()) {
      score.uncorrected(count(marks, mark -> isOf(mark, score.rule())));
    }
    marks.forEach(mark -> remember(note, mark, "not corrected"));
  }

  private void corrected(Corpus.Note note) {
    List<Correction> corrections = corrections(note);
    List<Mark> first = corrections.getFirst().marks();
    List<Change> all = corrections.stream().flatMap(one -> one.changes().stream()).toList();
    Set<String> last = codes(marks(note, note.versions().getLast()));
    for (CheckScore score : scores.values()) {
      List<Mark> of = first.stream().filter(mark -> isOf(mark, score.rule())).toList();
      score.corrected(
          of.size(),
          count(of, mark -> isBorneOut(mark, all, last)),
          corrections.stream().mapToInt(one -> one.pointedAt(score.rule().code()::equals)).sum());
    }
    first.forEach(mark -> remember(note, mark, isBorneOut(mark, all, last) ? "borne out" : "left"));
    int pointed = corrections.stream().mapToInt(one -> one.pointedAt(_ -> true)).sum();
    changes += all.size();
    pointedChanges += pointed;
    seenNotes += all.isEmpty() ? 0 : 1;
    unseen += all.isEmpty() ? 1 : 0;
    pointedNotes += pointed > 0 ? 1 : 0;
    for (Correction one : corrections) {
      one.changes().stream()
          .filter(change -> !isPointedAt(change, one.marks()))
          .forEach(change -> missed.add(note.id() + " " + change.line()));
    }
  }

  /**
   * From one version to the next.
   *
   * @param marks what the checks said of the version that was corrected
   */
  private record Correction(List<Mark> marks, List<Change> changes) {
    int pointedAt(Predicate<String> code) {
      List<Mark> of = marks.stream().filter(mark -> code.test(mark.finding().code())).toList();
      return count(changes, change -> isPointedAt(change, of));
    }
  }

  private List<Correction> corrections(Corpus.Note note) {
    List<Correction> corrections = new ArrayList<>();
    for (int i = 1; i < note.versions().size(); i++) {
      Corpus.Version former = note.versions().get(i - 1);
      List<Change> changed = Change.between(read(former), read(note.versions().get(i)));
      corrections.add(new Correction(marks(note, former), changed));
    }
    return corrections;
  }

  private static Set<String> codes(List<Mark> marks) {
    return marks.stream().map(mark -> mark.finding().code()).collect(Collectors.toSet());
  }

  private static boolean isPointedAt(Change change, List<Mark> marks) {
    return marks.stream()
        .filter(mark -> !ABOUT_WHAT_IS_MISSING.contains(mark.finding().code()))
        .anyMatch(change::isPointedAtBy);
  }

  /**
   * Its words were changed; or it is about no words, and the last version gives no cause for it.
   */
  private static boolean isBorneOut(Mark mark, List<Change> changes, Set<String> later) {
    String code = mark.finding().code();
    boolean noWords = mark.start() == mark.end() || ABOUT_WHAT_IS_MISSING.contains(code);
    return noWords
        ? !later.contains(code)
        : changes.stream().anyMatch(change -> change.isPointedAtBy(mark));
  }

  private static boolean isOf(Mark mark, Rule rule) {
    return mark.finding().code().equals(rule.code());
  }

  private static <T> int count(List<T> all, Predicate<T> wanted) {
    return (int) all.stream().filter(wanted).count();
  }

  private void remember(Corpus.Note note, Mark mark, String what) {
    if (shown.filter(mark.finding().code()::equals).isPresent()) {
      found.add("%s %s: %s %s".formatted(note.id(), what, mark.finding().message(), around(mark)));
    }
  }

  private static String around(Mark mark) {
    String text = mark.passage();
    return "…"
        + text.substring(Math.max(0, mark.start() - 30), mark.start())
        + "[["
        + text.substring(mark.start(), mark.end())
        + "]]"
        + text.substring(mark.end(), Math.min(text.length(), mark.end() + 30))
        + "…";
  }

  private void print() {
    System.out.printf(
        """
        %d notes, %d of them corrected: %d in %d places, %d in white space alone.

        | check | severity | findings | cries in notes never corrected | borne out | precision | recall |
        |---|---|---|---|---|---|---|
        """,
        notes, notes - uncorrected, seenNotes, changes, unseen);
    scores.values().forEach(score -> System.out.println(score.row(uncorrected, changes)));
    int all = scores.values().stream().mapToInt(CheckScore::findings).sum();
    int right = scores.values().stream().mapToInt(CheckScore::borneOut).sum();
    System.out.printf(
        """

        All checks: %d findings, %d borne out (%s). They point at %d of %d corrected places (%s), in %d of %d notes (%s).
        """,
        all,
        right,
        CheckScore.percent(right, all),
        pointedChanges,
        changes,
        CheckScore.percent(pointedChanges, changes),
        pointedNotes,
        seenNotes,
        CheckScore.percent(pointedNotes, seenNotes));
    scores.values().stream()
        .filter(score -> score.criesWolf(uncorrected))
        .filter(score -> score.rule().severity() != Severity.ADVISES)
        .forEach(score ->
            System.out.printf("%n%s cries wolf and does not only advise.%n", score.rule().code()));
    if (misses) {
      System.out.println();
      missed.forEach(System.out::println);
    }
    found.forEach(System.out::println);
  }
}
