package dateline.launcher.cli;

import dateline.note.Finding;
import dateline.note.MediaNote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many readings at a glance: a line each, and a line for all. */
final class ReadTable {

  private static final List<String> HEADS =
      List.of("FILE", "KIND", "ISSUER", "DATE", "CONTACTS", "LINKS", "BLOCKS", "WARNS", "ADVISES");
  private static final int WIDEST = 36;

  private ReadTable() {}

  /**
   * A file at a glance.
   *
   * @param isRead false if it was refused
   * @param cells as the heads, or the file and the refusal's code
   */
  record Row(boolean isRead, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  static String of(List<Row> files) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    files.forEach(file -> rows.add(file.cells()));
    long refused = files.stream().filter(file -> !file.isRead()).count();
    return Columns.of(rows)
        + "%s read%s%n"
            .formatted(
                NoteText.many(files.size() - refused, "file"),
                refused == 0 ? "" : ", %s refused".formatted(NoteText.many(refused, "file")));
  }

  static Row row(ReadFile file) {
    return switch (file) {
      case ReadFile.Understood understood -> {
        MediaNote note = understood.manuscript().reading().note();
        List<String> row =
            new ArrayList<>(
                List.of(
                    cut(understood.name()),
                    cut(note.kind().orElse("–")),
                    cut(note.issuer().orElse("–")),
                    note.date().map(LocalDate::toString).orElse("–"),
                    Integer.toString(note.contacts().size()),
                    Integer.toString(understood.manuscript().reading().links().size())));
        Arrays.stream(Finding.Severity.values())
            .forEach(severity ->
                row.add(
                    Long.toString(
                        understood.findings().stream()
                            .filter(finding -> finding.severity() == severity)
                            .count())));
        yield new Row(true, row);
      }
      case ReadFile.Refused(String name, String code, String _) ->
          new Row(false, List.of(cut(name), code));
    };
  }

  /** The end of a long name says more than its beginning. */
  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= WIDEST) {
      return line;
    }
    return line.indexOf('/') >= 0
        ? "…" + line.substring(line.length() - WIDEST + 1)
        : line.substring(0, WIDEST - 1) + "…";
  }
}
