package dateline.benchmarks;

import dateline.note.MediaNote;
import dateline.note.checks.Mark;
import dateline.note.difference.Difference;
import dateline.note.difference.Line;
import dateline.note.difference.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One corrected place: neighbouring words of a line that a later version has otherwise, or
 * neighbouring lines that came or went whole.
 *
 * @param former the words that went, or the place where words came in; empty for new lines
 * @param later what stands there now
 */
record Change(List<Words> former, String later) {

  /**
   * Words of a former version.
   *
   * @param passage the line or block, as {@link Mark} has it
   * @param start offset of the first
   * @param end offset after the last; {@code start} is a place between words
   */
  record Words(String passage, int start, int end) {
    private boolean isPointedAtBy(Mark mark) {
      return mark.passage().equals(passage)
          && mark.start() < mark.end()
          && mark.start() <= end
          && start <= mark.end();
    }

    private String text() {
      return passage.substring(start, end);
    }
  }

  /** Views of words that stand elsewhere too, and what is the site's and not the note's. */
  private static final Set<String> NO_WORDS_OF_THE_NOTE =
      Set.of("contact", "language", "boilerplate");

  Change {
    former = List.copyOf(former);
  }

  /** What a reader sees changed, link targets too; white space alone is not seen. */
  static List<Change> between(MediaNote former, MediaNote later) {
    List<Change> changes = new ArrayList<>();
    boolean open = false;
    for (Line line : Difference.between(former, later).lines()) {
      boolean ofTheNote =
          !NO_WORDS_OF_THE_NOTE.contains(line.part()) && !isView(line, former, later);
      if (ofTheNote && isWhole(line)) {
        Change before = open ? changes.removeLast() : new Change(List.of(), "");
        changes.add(before.with(line));
        open = true;
      } else if (ofTheNote) {
        changes.addAll(stretches(line));
        open = false;
      }
    }
    return changes;
  }

  /** A kind that is read from the headline changes with the headline. */
  private static boolean isView(Line line, MediaNote former, MediaNote later) {
    return line.part().equals("kind")
        && former.headline().contains(line.former())
        && later.headline().contains(line.later());
  }

  private static boolean isWhole(Line line) {
    return switch (line.fate()) {
      case DELETED, INSERTED, MOVED_AWAY, MOVED_HERE -> true;
      case KEPT, CHANGED -> false;
    };
  }

  private Change with(Line line) {
    String text = seen(line.part(), line.former());
    List<Words> more = new ArrayList<>(former);
    if (!text.isEmpty()) {
      more.add(new Words(text, 0, text.length()));
    }
    return new Change(more, (later + " " + line.later()).strip());
  }

  /** Changes with nothing but a space between them are one. */
  private static List<Change> stretches(Line line) {
    String part = line.formerPart().orElse(line.part());
    String former = seen(part, line.former());
    List<Change> changes = new ArrayList<>();
    int at = -markerLength(part, line.former());
    boolean open = false;
    for (Run run : line.runs()) {
      int length = run.fate() == Run.Fate.INSERTED ? 0 : run.text().length();
      if (run.fate() == Run.Fate.KEPT) {
        open = open && run.text().isBlank();
      } else {
        String in = run.fate() == Run.Fate.INSERTED ? run.text() : "";
        int end = Math.max(at + length, 0);
        if (open) {
          Change last = changes.removeLast();
          int start = last.former().getFirst().start();
          changes.add(new Change(List.of(new Words(former, start, end)), last.later() + in));
        } else {
          int start = Math.max(at, 0);
          changes.add(new Change(List.of(new Words(former, start, end)), in));
        }
        open = true;
      }
      at += length;
    }
    return changes;
  }

  /** As the checks see a block: without its marker, cells with spaces between them. */
  private static String seen(String part, String line) {
    return line.substring(markerLength(part, line)).replace('\t', ' ');
  }

  private static int markerLength(String part, String line) {
    boolean marked = part.startsWith("item") || part.equals("footnote");
    return marked ? line.indexOf('\t') + 1 : 0;
  }

  /** Whether a finding's words are among these, or touch the place where words came in. */
  boolean isPointedAtBy(Mark mark) {
    return former.stream().anyMatch(words -> words.isPointedAtBy(mark));
  }

  /** For a person who looks through them. */
  String line() {
    String around =
        former.size() == 1
            ? former
                .getFirst()
                .passage()
                .substring(Math.max(0, former.getFirst().start() - 40), former.getFirst().start())
            : "";
    String gone = String.join(" / ", former.stream().map(Words::text).toList());
    return "…%s[-%s-]{+%s+}".formatted(around, gone, later);
  }
}
