package dateline.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Raised figures that change what stands before them: {@code 10<sup>3</sup>} is not 103. They stay
 * raised, by Unicode's characters of the same number. Behind other words a raised figure calls a
 * footnote and is read as it is.
 */
final class Raised {

  private static final String FIGURES = "0123456789+-−";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";
  private static final Pattern POWER = Pattern.compile("[+−-]?\\d{1,4}");
  private static final Pattern BASE =
      Pattern.compile("(?s).*(?:\\d|(?<!\\p{L})(?:[mkcd]?m|ft|yd))");
  private static final int LONGEST_BASE = 12;

  private Raised() {}

  /** What this text means, if it is a power. */
  static Optional<String> of(TextNode node) {
    Node above = node.parent();
    boolean raised =
        above instanceof Element element
            && element.normalName().equals("sup")
            && element.previousSibling() instanceof TextNode base
            && BASE.matcher(end(base.getWholeText())).matches();
    String text = node.getWholeText();
    return raised && POWER.matcher(text).matches()
        ? Optional.of(
            text.chars()
                .map(c -> RAISED.charAt(FIGURES.indexOf(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString())
        : Optional.empty();
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - LONGEST_BASE));
  }
}
