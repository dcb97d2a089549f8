package dateline.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * No visible word of a text that a format laid out is lost by the reader: each stands in exactly
 * one stretch that was taken, and the part that took it says it. In the reader's own package, for
 * it asks where each stretch went.
 */
public final class LaidOutNothingLost {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private LaidOutNothingLost() {}

  /** What is wrong; empty if nothing is lost. */
  public static List<String> complaints(Source source) {
    return complaints(source, SourceReader.read(source));
  }

  /** The same of a reading that is said to be of this source. */
  public static List<String> complaints(Source source, Reading reading) {
    List<String> complaints = new ArrayList<>();
    Map<Part, StringBuilder> stretches = new EnumMap<>(Part.class);
    String text = source.text();
    int done = 0;
    for (Part.Taken taken :
        SourceReader.taken(source).stream()
            .sorted(Comparator.comparingInt(Part.Taken::start))
            .toList()) {
      if (taken.start() < done) {
        complaints.add("taken twice: " + text.substring(taken.start(), done));
        continue;
      }
      words(text.substring(done, taken.start())).keySet().forEach(w -> complaints.add("lost " + w));
      stretches
          .computeIfAbsent(taken.part(), _ -> new StringBuilder())
          .append(text, taken.start(), taken.end())
          .append('\n');
      done = taken.end();
    }
    words(text.substring(done)).keySet().forEach(w -> complaints.add("lost " + w));
    stretches.forEach((part, said) -> compare(part, said.toString(), reading, complaints));
    return complaints;
  }

  private static void compare(Part part, String said, Reading reading, List<String> complaints) {
    MediaNote note = reading.note();
    Map<String, Integer> there = words(said);
    Map<String, Integer> here = words(text(part, reading));
    boolean value = part == Part.KIND || part == Part.DATE || part == Part.RELEASE_NUMBER;
    if (part == Part.ISSUER || part == Part.PLACE) {
      there.keySet().removeAll(here.keySet());
      there.keySet().removeIf(word -> word.equalsIgnoreCase("by"));
      if (!there.isEmpty() && !(part == Part.PLACE && note.date().isPresent())) {
        complaints.add(part + " lost " + there.keySet());
      }
    } else if (!value && !there.equals(here)) {
      complaints.add(part + " is " + here + ", in the text " + there);
    }
  }

  private static String text(Part part, Reading reading) {
    MediaNote note = reading.note();
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
      case BODY -> body(reading);
      case BOILERPLATE -> String.join("\n", note.boilerplate());
      case END_MARK -> note.endMark().orElse("");
      case CONTACTS, LANGUAGES -> "";
    };
  }

  /** What the format states it printed itself; other markers stand in the text. */
  private static String body(Reading reading) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < reading.note().body().size(); i++) {
      Block block = reading.note().body().get(i);
      boolean printed = reading.blocks().get(i).sureness() == Sureness.STATED;
      body.append(printed ? written(block) : mark(block) + written(block)).append('\n');
    }
    return body.toString();
  }

  private static String mark(Block block) {
    return switch (block) {
      case Block.ListItem(var marker, _, _) -> marker + " ";
      case Block.Footnote(var mark, _) -> mark + " ";
      case Block.Paragraph _, Block.Heading _, Block.Quotation _, Block.TableRow _ -> "";
    };
  }

  private static String written(Block block) {
    return switch (block) {
      case Block.TableRow(var cells) ->
          cells.stream().map(Words::of).collect(Collectors.joining("\t"));
      case Block.ListItem _,
          Block.Footnote _,
          Block.Paragraph _,
          Block.Heading _,
          Block.Quotation _ ->
          Words.of(Words.spans(block));
    };
  }

  /** A raised figure is a word: it marks a footnote, with a space behind it or without. */
  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    WORD.matcher(text.replaceAll("[¹²³⁴-⁹]", " $0 "))
        .results()
        .forEach(word -> words.merge(word.group(), 1, Integer::sum));
    return words;
  }
}
