package dateline.intake;

import dateline.note.Form;
import dateline.note.Links;
import dateline.note.SourceBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Lays out a Markdown text (CommonMark with tables and footnotes): its blocks in order, with what
 * the marks say about them.
 */
final class MarkdownSheet extends AbstractVisitor {

  private static final int DEEPEST = 100;

  /** The line below the head of a table, which says how many columns all its rows have. */
  private static final Pattern COLUMNS = Pattern.compile("[\\s>:|-]++");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private final String text;
  private final SourceBuilder out;
  private final TextNodes texts;
  private final Notices notices = new Notices();
  private final Set<String> used = new HashSet<>();
  private final List<LinkReferenceDefinition> definitions = new ArrayList<>();
  private Optional<String> target = Optional.empty();
  private Optional<String> marker = Optional.empty();
  private Optional<String> unseenUntil = Optional.empty();
  private int lists;
  private int quotations;
  private boolean inRow;
  private boolean titled;

  private MarkdownSheet(String text) {
    this.text = text;
    this.out = new SourceBuilder(text);
    this.texts = new TextNodes(out, text);
  }

  static Sheet of(String text) {
    MarkdownSheet sheet = new MarkdownSheet(text);
    Optional<FrontMatter> front = FrontMatter.of(text);
    Node document = PARSER.parse(front.map(above -> withoutFront(text, above)).orElse(text));
    Headings headings = new Headings();
    document.accept(headings);
    sheet.titled = headings.first == 1;
    front.ifPresent(sheet::front);
    document.accept(sheet);
    sheet.unused();
    return new Sheet(sheet.out.source(), sheet.notices.findings());
  }

  /** The text with as many blanks in place of what stands above it: nothing moves. */
  private static String withoutFront(String text, FrontMatter front) {
    StringBuilder blank = new StringBuilder(text.length());
    for (int i = 0; i < front.end(); i++) {
      boolean end = text.charAt(i) == '\n' || text.charAt(i) == '\r';
      blank.append(end ? text.charAt(i) : ' ');
    }
    return blank.append(text, front.end(), text.length()).toString();
  }

  /** A title is the headline if the text has none; what is no part of a note is kept and told. */
  private void front(FrontMatter front) {
    boolean title = false;
    List<String> unknown = new ArrayList<>();
    Optional<FrontMatter.Entry> first = Optional.empty();
    for (FrontMatter.Entry entry : front.entries()) {
      int quote = entry.text().indexOf(entry.unquoted(), entry.value());
      if (entry.isTitle() && !titled && !title) {
        title = true;
        out.block(Form.FURNITURE);
        texts.copy(entry.text().substring(0, entry.value()), entry.at(), Optional.empty(), false);
        out.block(Form.TITLE);
        texts.copy(entry.unquoted(), entry.at() + quote, Optional.empty(), false);
      } else if (entry.isField()) {
        out.block(Form.FIELD);
        texts.copy(entry.text().substring(0, entry.value()), entry.at(), Optional.empty(), false);
        out.space(entry.at() + entry.value() - 1, Optional.empty());
        texts.copy(entry.unquoted(), entry.at() + quote, Optional.empty(), false);
      } else {
        out.block(Form.FURNITURE);
        texts.copy(entry.text(), entry.at(), Optional.empty(), true);
        unknown.add(entry.key());
        first = first.or(() -> Optional.of(entry));
      }
    }
    out.block(Form.TEXT);
    first.ifPresent(entry ->
        notices.say(Notice.FRONT_MATTER, out.place(entry.at()), String.join(", ", unknown)));
  }

  /**
   * How many cells the tables of a text have at most. A row has as many as its table's head,
   * however few it says: a small text can have very many, and which it has must be known before it
   * is read.
   */
  static long cells(String text) {
    long cells = 0;
    long columns = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        columns = 0;
      } else if (line.indexOf('|') >= 0 && COLUMNS.matcher(line).matches()) {
        columns = line.chars().filter(c -> c == '|').count() + 1;
      }
      cells += columns;
    }
    return cells;
  }

  /** Counts the headings of the first level that say something. */
  private static final class Headings extends AbstractVisitor {
    private int first;

    @Override
    public void visit(Heading heading) {
      first += heading.getLevel() == 1 && !isEndMark(heading) ? 1 : 0;
    }
  }

  /** {@code "###"} and {@code "# # #"} end a note and are no headings. */
  private static boolean isEndMark(Heading heading) {
    Node only = heading.getFirstChild();
    return only == null
        || (only.getNext() == null
            && only instanceof Text words
            && words.getLiteral().matches("[#\\s]+"));
  }

  @Override
  public void visit(Heading heading) {
    if (isEndMark(heading)) {
      block(Form.TEXT, "");
      raw(heading);
      fresh();
      return;
    }
    block(heading.getLevel() == 1 && titled ? Form.TITLE : Form.HEADING, "");
    visitChildren(heading);
    fresh();
  }

  @Override
  public void visit(Paragraph paragraph) {
    block(Form.TEXT, "");
    visitChildren(paragraph);
    fresh();
  }

  @Override
  public void visit(BlockQuote quote) {
    quotations++;
    fresh();
    visitChildren(quote);
    quotations--;
    fresh();
  }

  @Override
  public void visit(BulletList list) {
    lists++;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      marker = Optional.of(Marks.BULLET);
      item.accept(this);
    }
    lists--;
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    String delimiter = list.getMarkerDelimiter();
    int number = start == null ? 1 : start;
    lists++;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      marker = Optional.of(number++ + (delimiter == null ? "." : delimiter));
      item.accept(this);
    }
    lists--;
  }

  @Override
  public void visit(ListItem item) {
    if (!inRow) {
      out.item(marker.orElse(Marks.BULLET), lists - 1);
    }
    visitChildren(item);
    fresh();
  }

  @Override
  public void visit(FencedCodeBlock code) {
    lines(code, code.getLiteral(), 1);
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    lines(code, code.getLiteral(), 0);
  }

  private void lines(Node node, String literal, int first) {
    block(Form.TEXT, "");
    List<SourceSpan> spans = node.getSourceSpans();
    int line = first;
    for (String words : literal.split("\n", -1)) {
      SourceSpan span = spans.get(Math.min(line++, spans.size() - 1));
      int indent = Math.max(0, span.getLength() - words.length());
      texts.copy(words, span.getInputIndex() + indent, target, true);
      out.line(true);
    }
    fresh();
  }

  @Override
  public void visit(HtmlBlock html) {
    fresh();
    HtmlSheet.inside(text, html.getLiteral(), at(html), out, notices);
    fresh();
  }

  @Override
  public void visit(HtmlInline html) {
    String tag = html.getLiteral().toLowerCase(Locale.ROOT);
    if (unseenUntil.isPresent()) {
      unseenUntil = unseenUntil.filter(end -> !tag.startsWith(end));
    } else if (tag.startsWith("<br")) {
      out.line(true);
    } else if (tag.startsWith("<script")) {
      notices.count(Notice.SCRIPT_LEFT_OUT, out.place(at(html)));
      unseenUntil = Optional.of("</script");
    } else if (tag.startsWith("<style")) {
      unseenUntil = Optional.of("</style");
    } else if (tag.startsWith("<a ")) {
      Element link = Jsoup.parse(html.getLiteral()).selectFirst("a[href]");
      target = link == null ? Optional.empty() : safe(link.attr("href"), at(html));
    } else if (tag.startsWith("</a")) {
      target = Optional.empty();
    }
  }

  @Override
  public void visit(Text words) {
    if (unseenUntil.isEmpty()) {
      texts.copy(words.getLiteral(), at(words), target, false);
    }
  }

  @Override
  public void visit(Code code) {
    texts.copy(code.getLiteral(), at(code) + 1, target, false);
  }

  @Override
  public void visit(SoftLineBreak end) {
    out.line(false);
  }

  @Override
  public void visit(HardLineBreak end) {
    out.line(true);
  }

  @Override
  public void visit(Link link) {
    used.add(link.getDestination());
    target = safe(link.getDestination(), at(link));
    visitChildren(link);
    target = Optional.empty();
  }

  @Override
  public void visit(Image image) {
    used.add(image.getDestination());
    notices.count(Notice.PICTURE_LEFT_OUT, out.place(at(image)));
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    definitions.add(definition);
  }

  @Override
  public void visit(CustomBlock block) {
    switch (block) {
      case FootnoteDefinition footnote -> {
        block(Form.FOOTNOTE, "[" + footnote.getLabel() + "]");
        visitChildren(footnote);
        fresh();
      }
      case TableBlock table -> {
        fresh();
        visitChildren(table);
        fresh();
      }
      default -> visitChildren(block);
    }
  }

  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case TableRow row -> {
        out.block(Form.ROW);
        inRow = true;
        visitChildren(row);
        inRow = false;
        fresh();
      }
      case TableCell cell -> {
        if (cell.getPrevious() != null) {
          out.cell();
        }
        visitChildren(cell);
      }
      case FootnoteReference reference ->
          out.text("[" + reference.getLabel() + "]", at(reference), target);
      default -> visitChildren(node);
    }
  }

  /** Definitions nothing refers to would not be seen; as text they are not lost. */
  private void unused() {
    for (LinkReferenceDefinition definition : definitions) {
      if (!used.contains(definition.getDestination())) {
        fresh();
        raw(definition);
      }
    }
    fresh();
  }

  private Optional<String> safe(String href, int at) {
    boolean safe = Links.isSafe(href);
    if (!safe) {
      notices.count(Notice.UNSAFE_LINK, out.place(at));
    }
    return Optional.of(href).filter(_ -> safe);
  }

  private void raw(Node node) {
    for (SourceSpan span : node.getSourceSpans()) {
      int at = span.getInputIndex();
      texts.copy(text.substring(at, at + span.getLength()), at, target, false);
      out.line(true);
    }
  }

  private static int at(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
  }

  /** Begins a block. What is of no form itself goes on with an item that has no words yet. */
  private void block(Form form, String mark) {
    boolean goesOn = form == Form.TEXT && out.awaitsWords();
    if (!inRow && !goesOn) {
      out.block(form == Form.TEXT && quotations > 0 ? Form.QUOTATION : form, mark);
    }
  }

  private void fresh() {
    if (!inRow) {
      out.block(quotations > 0 ? Form.QUOTATION : Form.TEXT);
    }
  }
}
