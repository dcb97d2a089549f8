package dateline.intake;

import dateline.note.Form;
import dateline.note.Links;
import dateline.note.SourceBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Lays out what a browser shows of an HTML text: its blocks in order, with what the elements say
 * about them. What a browser does not show is left out and counted.
 */
final class HtmlSheet implements NodeVisitor {

  /** Elements deeper than this are put beside each other by the parser. */
  private static final int DEEPEST = 512;

  private final SourceBuilder out;
  private final TextNodes texts;
  private final Notices notices;
  private final int offset;
  private final boolean titled;
  private final Set<Element> whole;
  private final Set<String> inside;

  private final Deque<HtmlList> lists = new ArrayDeque<>();
  private final Deque<Optional<String>> targets = new ArrayDeque<>();
  private final Set<Element> marks = new HashSet<>();
  private final Set<Element> tables = new HashSet<>();
  private int unseen;
  private boolean hiddenText;
  private int inMark;
  private int quotations;
  private int furniture;
  private int preformatted;
  private int details;
  private boolean inRow;
  private boolean firstCell;

  private HtmlSheet(
      Document document,
      String html,
      int offset,
      SourceBuilder out,
      Notices notices,
      boolean titled) {
    this.out = out;
    this.texts = new TextNodes(out, html);
    this.notices = notices;
    this.offset = offset;
    this.titled = titled && document.select("h1").size() == 1;
    this.whole = HtmlElements.aroundEverything(document);
    this.inside = HtmlElements.placesInside(document);
  }

  /**
   * Lays out a text.
   *
   * @param title that stands beside it and is its headline
   */
  static Sheet of(String html, Optional<String> title) {
    SourceBuilder out = new SourceBuilder(html);
    Notices notices = new Notices();
    title.ifPresent(words -> {
      out.block(Form.TITLE);
      out.text(words, -1, Optional.empty());
      out.block(Form.TEXT);
    });
    Document document = parse(html);
    document.traverse(new HtmlSheet(document, html, 0, out, notices, title.isEmpty()));
    return new Sheet(out.source(), notices.findings());
  }

  /** Lays out a stretch of HTML that stands at this offset of another text. */
  static void inside(String whole, String html, int offset, SourceBuilder out, Notices notices) {
    Document document = parse(html);
    document.traverse(new HtmlSheet(document, whole, offset, out, notices, false));
  }

  private static Document parse(String html) {
    return Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST));
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      text(text);
    } else if (node instanceof Element element) {
      begin(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      end(element);
    }
  }

  private void text(TextNode node) {
    if (unseen > 0) {
      Element above = node.parent();
      boolean ofPage = above != null && above.closest("title, style, script") != null;
      if (!hiddenText && !node.isBlank() && !ofPage) {
        hiddenText = true;
        notices.count(Notice.HIDDEN_TEXT, out.place(at(node)));
      }
    } else if (inMark == 0) {
      Optional<String> target = targets.isEmpty() ? Optional.empty() : targets.peek();
      String text = Raised.of(node).orElse(node.getWholeText());
      texts.copy(text, at(node), target, preformatted > 0);
    }
  }

  private int at(Node node) {
    return offset + Math.max(0, node.sourceRange().startPos());
  }

  private void begin(Element element) {
    if (HtmlElements.isUnseen(element)) {
      hiddenText = unseen > 0 && hiddenText;
      unseen++;
      if (element.normalName().equals("script")) {
        notices.count(Notice.SCRIPT_LEFT_OUT, out.place(at(element)));
      }
    } else if (unseen == 0) {
      inMark += marks.contains(element) ? 1 : 0;
      beginSeen(element);
    }
  }

  private void beginSeen(Element element) {
    if (HtmlElements.isFurniture(element)) {
      fresh();
      furniture++;
      fresh();
      return;
    }
    switch (element.normalName()) {
      case "br" -> out.line(true);
      case "a" -> link(element);
      case "img" -> notices.count(Notice.PICTURE_LEFT_OUT, out.place(at(element)));
      case "s", "strike", "del" -> notices.count(Notice.STRUCK_OUT, out.place(at(element)));
      case "ul", "ol", "menu" -> {
        fresh();
        lists.push(HtmlList.of(element));
      }
      case "li" -> item(element);
      case "dd" -> {
        details++;
        block(Form.TEXT, "");
      }
      case "blockquote" -> {
        quotations += whole.contains(element) ? 0 : 1;
        fresh();
      }
      case "pre", "listing", "xmp", "plaintext" -> {
        preformatted++;
        block(Form.TEXT, "");
      }
      case "table" -> {
        fresh();
        if (!HtmlElements.isLayout(element)) {
          tables.add(element);
        }
      }
      case "tr" -> row(element);
      case "td", "th" -> cell();
      default -> other(element);
    }
  }

  private void link(Element element) {
    String href = element.attr("href");
    boolean safe = Links.isSafe(href);
    if (element.hasAttr("href") && !safe) {
      notices.count(Notice.UNSAFE_LINK, out.place(at(element)));
    }
    boolean leads = element.hasAttr("href") && safe && !inside.contains(href);
    targets.push(Optional.of(href).filter(_ -> leads));
  }

  private void item(Element element) {
    String marker = lists.isEmpty() ? Marks.BULLET : lists.peek().marker(element);
    if (HtmlElements.isFootnote(element)) {
      block(Form.FOOTNOTE, marker.replace(".", ""));
    } else {
      listItem(marker);
    }
  }

  private void listItem(String marker) {
    if (inRow || furniture > 0) {
      block(Form.ITEM, marker);
    } else {
      out.item(marker, lists.size() - 1);
    }
  }

  private void row(Element row) {
    Element table = row.closest("table");
    if (table != null && tables.contains(table)) {
      out.block(Form.ROW);
      inRow = true;
      firstCell = true;
    } else {
      fresh();
    }
  }

  private void cell() {
    if (!inRow) {
      fresh();
    } else if (firstCell) {
      firstCell = false;
    } else {
      out.cell();
    }
  }

  private void other(Element element) {
    int level = HtmlElements.headingLevel(element);
    if (level > 0) {
      block(level == 1 && titled ? Form.TITLE : Form.HEADING, "");
    } else if (HtmlElements.isBlock(element)) {
      paragraph(element);
    } else if (HtmlElements.isLine(element)) {
      line();
    }
  }

  private void paragraph(Element element) {
    Optional<Element> mark = HtmlElements.footnoteMark(element);
    Optional<String> printed = mark.flatMap(raised -> Marks.footnote(raised.wholeText()));
    if (printed.isPresent() && !inRow) {
      mark.ifPresent(marks::add);
      block(Form.FOOTNOTE, printed.get());
    } else {
      block(Form.TEXT, "");
    }
  }

  private void end(Element element) {
    if (HtmlElements.isUnseen(element)) {
      unseen--;
    } else if (unseen == 0) {
      inMark -= marks.remove(element) ? 1 : 0;
      endSeen(element);
    }
  }

  private void endSeen(Element element) {
    if (HtmlElements.isFurniture(element)) {
      fresh();
      furniture--;
      fresh();
      return;
    }
    switch (element.normalName()) {
      case "a" -> targets.pop();
      case "ul", "ol", "menu" -> {
        lists.pop();
        fresh();
      }
      case "blockquote" -> {
        quotations -= whole.contains(element) ? 0 : 1;
        fresh();
      }
      case "pre", "listing", "xmp", "plaintext" -> {
        preformatted--;
        fresh();
      }
      case "dd" -> {
        details--;
        fresh();
      }
      case "tr" -> {
        inRow = false;
        fresh();
      }
      case "li", "table", "td", "th" -> fresh();
      default -> {
        if (HtmlElements.headingLevel(element) > 0 || HtmlElements.isBlock(element)) {
          fresh();
        } else if (HtmlElements.isLine(element)) {
          line();
        }
      }
    }
  }

  /** Begins a block. What is of no form itself goes on with an item that has no words yet. */
  private void block(Form form, String mark) {
    boolean goesOn = form == Form.TEXT && out.awaitsWords();
    if (inRow) {
      out.space(-1, Optional.empty());
    } else if (!goesOn) {
      out.block(furniture > 0 ? Form.FURNITURE : quoted(form), mark);
    }
  }

  private Form quoted(Form form) {
    Form text = details > 0 ? Form.ASIDE : Form.TEXT;
    return form != Form.TEXT ? form : quotations > 0 ? Form.QUOTATION : text;
  }

  /** Begins a block that goes on with nothing. */
  private void fresh() {
    if (inRow) {
      out.space(-1, Optional.empty());
    } else {
      out.block(furniture > 0 ? Form.FURNITURE : quoted(Form.TEXT));
    }
  }

  private void line() {
    if (!out.isAtLineStart()) {
      out.line(true);
    }
  }
}
