package dateline.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The visible words of a text, counted straight from a parser's text nodes: what the reader must
 * not lose. Elements that begin on a line of their own part words, all others do not.
 */
final class VisibleWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "template", "head", "title", "noscript", "iframe", "object");

  private VisibleWords() {}

  static Map<String, Integer> ofHtml(String html) {
    return of(text(html));
  }

  /** What is seen, in order, without any white space. */
  static String lettersOfHtml(String html) {
    return letters(text(html));
  }

  static String letters(String text) {
    return text.replaceAll("[\\s\\p{Z}]", "");
  }

  private static String text(String html) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words && isSeen(node)) {
              text.append(words.getWholeText());
            }
            part(node);
          }

          @Override
          public void tail(Node node, int depth) {
            part(node);
          }

          private void part(Node node) {
            if (node instanceof Element element && parts(element)) {
              text.append(' ');
            }
          }
        },
        Jsoup.parse(html));
    return text.toString();
  }

  private static boolean parts(Element element) {
    return element.isBlock() || element.normalName().matches("br|td|th");
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.parentNode()) {
      boolean hidden = at.attr("style").replace(" ", "").contains("display:none");
      if (UNSEEN.contains(at.normalName()) || at.hasAttr("hidden") || hidden) {
        return false;
      }
    }
    return true;
  }

  static Map<String, Integer> of(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.merge(word.group(), 1, Integer::sum);
    }
    return words;
  }
}
