package dateline.intake;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What elements of HTML are to a reader. */
final class HtmlElements {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "template",
          "head",
          "title",
          "noscript",
          "iframe",
          "object",
          "canvas",
          "audio",
          "video",
          "datalist",
          "noframes",
          "noembed",
          "map",
          "desc",
          "metadata");

  private static final Set<String> LINES =
      Set.of(
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "aside",
          "center",
          "form",
          "fieldset",
          "body",
          "html",
          "hgroup",
          "details",
          "figure",
          "tbody",
          "thead",
          "tfoot",
          "dialog",
          "search");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "pre",
          "address",
          "dt",
          "dd",
          "dl",
          "ul",
          "ol",
          "menu",
          "table",
          "caption",
          "hr",
          "blockquote",
          "summary",
          "figcaption",
          "legend",
          "listing",
          "xmp",
          "plaintext");

  private static final Set<String> FURNITURE = Set.of("nav", "button", "select", "menuitem");

  private HtmlElements() {}

  /** Whether a browser shows nothing of it. */
  static boolean isUnseen(Element element) {
    String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
  }

  /** Whether it begins on a line of its own. */
  static boolean isLine(Element element) {
    return LINES.contains(element.normalName());
  }

  /** Whether there is space before and after it. */
  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  /** Whether it belongs to the page and not to its text. */
  static boolean isFurniture(Element element) {
    boolean foot =
        element.normalName().equals("footer")
            && element.parents().stream()
                .noneMatch(above -> Set.of("article", "main").contains(above.normalName()));
    return FURNITURE.contains(element.normalName()) || foot;
  }

  /** 1 to 6; 0 if it is no heading. */
  static int headingLevel(Element element) {
    String name = element.normalName();
    boolean heading = name.length() == 2 && name.charAt(0) == 'h';
    return heading && name.charAt(1) >= '1' && name.charAt(1) <= '6' ? name.charAt(1) - '0' : 0;
  }

  /**
   * Whether a table only arranges a page: it holds tables, headings, lists or several paragraphs a
   * cell, or it has one column.
   */
  static boolean isLayout(Element table) {
    if (Set.of("presentation", "none").contains(table.attr("role"))) {
      return true;
    }
    int columns = 0;
    for (Element row : table.select("tr")) {
      columns = Math.max(columns, row.childrenSize());
    }
    return columns < 2
        || !table.select("td table, th table, h1, h2, h3, h4, h5, h6, td li").isEmpty()
        || table.select("td").stream().anyMatch(cell -> cell.select("p").size() > 2);
  }

  /** Whether an item is a footnote of the text. */
  static boolean isFootnote(Element item) {
    Element list = item.parent();
    Element above = list == null ? null : list.parent();
    return item.id().matches("_?(fn|footnote|endnote|cite_note).*")
        || (above != null && above.hasClass("footnotes"))
        || item.attr("role").equals("doc-endnote");
  }

  /** Quotations that hold the whole text quote nothing: forwarded mails are like this. */
  static Set<Element> aroundEverything(Document document) {
    Set<Element> around = new HashSet<>();
    Element at = document.selectFirst("blockquote");
    int length = at == null ? 0 : document.body().text().length();
    while (at != null && around.size() < 5 && at.text().length() == length) {
      around.add(at);
      at = at.selectFirst("> blockquote, > div > blockquote");
    }
    return around;
  }

  /** Where links into the text itself lead: to footnotes, and back from them. */
  static Set<String> placesInside(Document document) {
    Set<String> places = new HashSet<>();
    document.getElementsByAttribute("id").forEach(element -> places.add("#" + element.id()));
    places.remove("#");
    return places;
  }

  /** The element that holds the mark with which a footnote begins. */
  static Optional<Element> footnoteMark(Element block) {
    Element at = block;
    for (int depth = 0; depth < 6; depth++) {
      Optional<Element> first = firstShown(at);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      at = first.get();
      boolean back = at.normalName().equals("a") && at.attr("href").matches("#_?f(oot)?nref.*");
      if (at.normalName().equals("sup") || back) {
        boolean more = block.wholeText().strip().length() > at.wholeText().strip().length();
        return Optional.of(at).filter(_ -> more);
      }
    }
    return Optional.empty();
  }

  /** The first child, if nothing that shows stands before it. */
  private static Optional<Element> firstShown(Element parent) {
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element) {
        return Optional.of(element);
      }
      boolean blank = child instanceof TextNode text && text.isBlank();
      if (!blank && !(child instanceof Comment)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
