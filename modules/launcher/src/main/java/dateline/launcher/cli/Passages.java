package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.note.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The blocks of a note's body as a person at a terminal names them: by number, or by words in them.
 */
final class Passages {

  private static final int HEADLINE = 0;

  private Passages() {}

  /** The body, each block with its number. */
  static String numbered(JsonNode note) {
    StringBuilder out = new StringBuilder();
    int number = 1;
    for (JsonNode block : note.path("note").path("body")) {
      out.append("%3d  %s%n".formatted(number++, words(block)));
    }
    return out.toString();
  }

  /**
   * Where these words stand: the position of a block in the body, from 1; 0 for the headline.
   *
   * @throws DeskRefusal if nothing says them, or several blocks do
   */
  static int withWords(JsonNode note, String words) {
    String wanted = VisibleText.of(words);
    List<Integer> found = new ArrayList<>();
    if (VisibleText.of(note.path("headline").asText()).contains(wanted)) {
      found.add(HEADLINE);
    }
    int number = 1;
    for (JsonNode block : note.path("note").path("body")) {
      if (VisibleText.of(words(block)).contains(wanted)) {
        found.add(number);
      }
      number++;
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw found.isEmpty()
        ? DeskRefusal.of(
            "PASSAGE_NOT_FOUND",
            "Neither the headline nor a block says \"%s\"; quote it as show --blocks has it."
                .formatted(words))
        : DeskRefusal.of(
            "AMBIGUOUS_WORDS",
            "\"%s\" stands in %s; quote more, or name the block with --block."
                .formatted(
                    words,
                    found.stream().map(Passages::name).collect(Collectors.joining(" and "))));
  }

  /** {@code "the headline"}, {@code "block 3"}. */
  static String name(int block) {
    return block == HEADLINE ? "the headline" : "block " + block;
  }

  private static String words(JsonNode block) {
    String text =
        block.has("cells")
            ? text(block.path("cells"))
            : block.path("spans").findValuesAsText("text").stream().collect(Collectors.joining());
    String mark = block.path("mark").asText();
    return mark.isEmpty() ? text : mark + ' ' + text;
  }

  private static String text(JsonNode cells) {
    List<String> texts = new ArrayList<>();
    cells.forEach(cell -> texts.add(String.join("", cell.findValuesAsText("text"))));
    return String.join(" ", texts);
  }
}
