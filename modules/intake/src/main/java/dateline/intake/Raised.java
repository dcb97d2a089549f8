package dateline.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Raised figures and letters that change what stands before them: {@code 10<sup>3</sup>} is not
 * 103, and {@code x<sup>n</sup>} is no xn. They stay raised, by Unicode's characters of the same
 * name. Behind other words a raised figure calls a footnote, and letters end an ordinal ({@code
 * 1<sup>st</sup>}): both are read as they are.
 */
final class Raised {

  private static final String FIGURES = "0123456789+-−–=()abcdefghijklmnoprstuvwxyz";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

  /** Figures, with a sign or without. */
  private static final Pattern FIGURE = Pattern.compile("[+−–-]?\\d{1,4}");

  /** A letter that stands for a number, or a sum: {@code "n"}, {@code "2n+1"}, {@code "-x"}. */
  private static final Pattern LETTERS =
      Pattern.compile("[+−–-]?\\d{0,3}[nxyk](?:[+−–-](?:\\d{1,3}|[nxyk]))?|\\d{1,3}[+−–-]\\d{1,3}");

  private static final Pattern BASE =
      Pattern.compile(
          "(?s).*(?:\\d|(?<!\\p{L})(?:[mkcd]?m|ft|yd)|(?<!\\p{L})[b-df-hj-np-tv-zR]|=\\s?\\p{Ll}{1,2})");

  /** A figure, or a single letter that is no word. */
  private static final Pattern BASE_OF_LETTERS =
      Pattern.compile("(?s).*(?:\\d|(?<!\\p{L})[b-zB-HJ-Z]|[)\\]])");

  private static final int LONGEST_BASE = 12;

  private Raised() {}

  /** What this text means, if it is a power. */
  static Optional<String> of(TextNode node) {
    Optional<Element> raised = raised(node);
    String text = node.getWholeText();
    String base = end(raised.map(Raised::base).orElse(""));
    boolean power =
        (FIGURE.matcher(text).matches() && BASE.matcher(base).matches())
            || (LETTERS.matcher(text).matches() && BASE_OF_LETTERS.matcher(base).matches());
    boolean writable = text.chars().allMatch(c -> FIGURES.indexOf(c) >= 0);
    return power && writable
        ? Optional.of(
            text.chars()
                .map(c -> RAISED.charAt(FIGURES.indexOf(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString())
        : Optional.empty();
  }

  /** The raised element of which this is all the text: {@code "<sup><i>n</i></sup>"}. */
  private static Optional<Element> raised(TextNode node) {
    Node above = node.parent();
    return Optional.ofNullable(above instanceof Element element ? element.closest("sup") : null)
        .filter(raised -> raised.wholeText().equals(node.getWholeText()));
  }

  /** The words before a raised element, also in italics: {@code "<i>x</i><sup>2</sup>"}. */
  private static String base(Element raised) {
    Node before = raised.previousSibling();
    if (before instanceof TextNode text) {
      return text.getWholeText();
    }
    return before instanceof Element element
            && element.normalName().matches("i|em|b|strong|var|span")
        ? element.wholeText()
        : "";
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - LONGEST_BASE));
  }
}
