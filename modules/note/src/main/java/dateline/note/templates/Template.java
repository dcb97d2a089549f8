package dateline.note.templates;

import dateline.note.PlainTextReader;
import java.util.Locale;
import java.util.Optional;

/**
 * The text that a note of some kind begins with. What is to be filled in is {@code [insert …]},
 * which blocks a submission until it is.
 *
 * @param kind as the text says its own: {@code "Notice to the Press"}
 * @param text ends with a line end
 */
public record Template(String kind, String text) {

  private static final String OFFICE = "[insert office]";

  /** Of a text that says its kind; empty if it says none. */
  public static Optional<Template> of(String text) {
    String whole = text.endsWith("\n") ? text : text + '\n';
    return PlainTextReader.read(whole).note().kind().map(kind -> new Template(kind, whole));
  }

  /** What a person types, and a file is called without its ending: {@code notice-to-the-press}. */
  public String name() {
    return name(kind);
  }

  /** The text with this office wherever one is to be filled in. */
  public String forOffice(String office) {
    return text.replace(OFFICE, office.strip().replaceAll("\\s+", " "));
  }

  static String name(String kind) {
    return kind.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
  }
}
