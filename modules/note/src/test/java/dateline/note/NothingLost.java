package dateline.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The guarantee that no visible word of a text is lost by the reader: each stands in exactly one
 * stretch that was taken, and the part that took it says it. Lines that become a value (a date, a
 * number, the name of a kind) are only held to having been taken.
 */
final class NothingLost {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private NothingLost() {}

  /** What is wrong; empty if nothing is lost. */
  static List<String> complaints(String text) {
    Source source = new Source(text);
    MediaNote note = SourceReader.read(source).note();
    return complaints(source.text(), note, SourceReader.taken(source));
  }

  static List<String> complaints(String text, MediaNote note, List<Part.Taken> taken) {
    List<String> complaints = new ArrayList<>();
    Map<Part, StringBuilder> stretches = new HashMap<>();
    int done = 0;
    List<Part.Taken> inOrder =
        taken.stream().sorted(Comparator.comparingInt(Part.Taken::start)).toList();
    for (Part.Taken stretch : inOrder) {
      if (stretch.start() < done) {
        complaints.add("taken twice: " + text.substring(stretch.start(), done));
        continue;
      }
      words(text.substring(done, stretch.start())).keySet().stream()
          .map(word -> "in no part: " + word)
          .forEach(complaints::add);
      stretches
          .computeIfAbsent(stretch.part(), _ -> new StringBuilder())
          .append(text, stretch.start(), stretch.end())
          .append('\n');
      done = stretch.end();
    }
    words(text.substring(done)).keySet().stream()
        .map(word -> "in no part: " + word)
        .forEach(complaints::add);
    stretches.forEach((part, source) -> complaints.addAll(compare(part, source.toString(), note)));
    return complaints;
  }

  private static List<String> compare(Part part, String source, MediaNote note) {
    Map<String, Integer> there = words(source);
    Map<String, Integer> here = words(text(part, note));
    boolean value = part == Part.KIND || part == Part.DATE || part == Part.RELEASE_NUMBER;
    boolean once = part == Part.ISSUER || part == Part.PLACE;
    if (value || there.equals(here)) {
      return List.of();
    }
    if (once) {
      there.keySet().removeAll(here.keySet());
      there.keySet().removeIf(word -> word.equalsIgnoreCase("by"));
      boolean dated = part == Part.PLACE && note.date().isPresent();
      return there.isEmpty() || dated ? List.of() : List.of(part + " lost " + there.keySet());
    }
    return List.of(
        part + " differs: source " + minus(there, here) + ", note " + minus(here, there));
  }

  private static Map<String, Integer> minus(Map<String, Integer> from, Map<String, Integer> what) {
    return from.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(what.get(entry.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String text(Part part, MediaNote note) {
    return switch (part) {
      case HEADLINE -> note.headline();
      case SUBHEADLINE -> note.subheadline().orElse("");
      case KIND -> note.kind().orElse("");
      case ISSUER -> note.issuer().orElse("");
      case PLACE -> note.place().orElse("");
      case DATE -> note.date().map(Object::toString).orElse("");
      case RELEASE_LINE -> note.releaseLine().orElse("");
      case EMBARGO_LINE -> note.embargoLine().orElse("");
      case ATTRIBUTION -> note.attribution().orElse("");
      case CORRECTION -> note.correction().orElse("");
      case RELEASE_NUMBER -> note.releaseNumber().orElse("");
      case BODY -> note.body().stream().map(NothingLost::written).collect(Collectors.joining("\n"));
      case BOILERPLATE -> String.join("\n", note.boilerplate());
      case END_MARK -> note.endMark().orElse("");
      case CONTACTS, LANGUAGES -> "";
    };
  }

  /** A block as it was written, link targets included. */
  private static String written(Block block) {
    String mark =
        switch (block) {
          case Block.ListItem(var marker, _, _) -> marker + " ";
          case Block.Footnote(var footnote, _) -> footnote + " ";
          case Block.Paragraph _, Block.Heading _, Block.Quotation _, Block.TableRow _ -> "";
        };
    String text =
        block instanceof Block.TableRow(var cells)
            ? cells.stream().map(NothingLost::written).collect(Collectors.joining("\t"))
            : written(Words.spans(block));
    return mark + text;
  }

  private static String written(List<Span> spans) {
    return spans.stream().map(NothingLost::written).collect(Collectors.joining());
  }

  private static String written(Span span) {
    Optional<String> target = span.href().filter(href -> !href.equals(span.text()));
    return target.map(href -> "[" + span.text() + "](" + href + ")").orElse(span.text());
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    WORD.matcher(text).results().forEach(word -> words.merge(word.group(), 1, Integer::sum));
    return words;
  }
}
