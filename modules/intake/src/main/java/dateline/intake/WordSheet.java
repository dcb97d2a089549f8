package dateline.intake;

import dateline.note.Form;
import dateline.note.SourceBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Lays out a Word document as it would read with all changes accepted: letterhead, text, footnotes,
 * foot of the page. Places are counted in paragraphs, in this order.
 */
final class WordSheet {

  /** One at a time: a document of the largest size takes some 200 MB to read. */
  private static final Semaphore READING = new Semaphore(1);

  /** Word's own styles for lists in lists, each with a numbering of which it is the top. */
  private static final Pattern NESTED = Pattern.compile("list (?:bullet|number) ([2-5])");

  /** An item of a list: its marker as printed, and how many lists its own stands in. */
  private record Item(String marker, int level) {}

  private final WordPackage word;
  private final WordStyles styles;
  private final WordNumbering numbering;
  private final SourceBuilder out = new SourceBuilder();
  private final Notices notices = new Notices();
  private final WordRuns runs;
  private final Set<String> margins = new HashSet<>();
  private String titleStyle = "";
  private Form around = Form.TEXT;
  private boolean inRow;
  private boolean goesOn;

  private WordSheet(WordPackage word) throws RefusedException {
    this.word = word;
    this.styles = new WordStyles(roots("styles"));
    this.numbering = new WordNumbering(roots("numbering"));
    this.runs = new WordRuns(word.document(), out, notices);
  }

  private List<Element> roots(String type) throws RefusedException {
    return word.related(type).stream().map(WordPackage.Part::root).toList();
  }

  /** Waits for its turn; who is interrupted meanwhile still is afterwards. */
  static Sheet of(byte[] file) throws RefusedException {
    READING.acquireUninterruptibly();
    try {
      return laid(file);
    } finally {
      READING.release();
    }
  }

  private static Sheet laid(byte[] file) throws RefusedException {
    try (WordPackage word = WordPackage.open(file)) {
      WordSheet sheet = new WordSheet(word);
      sheet.lay();
      return new Sheet(sheet.out.source(), sheet.notices.findings());
    }
  }

  private void lay() throws RefusedException {
    WordPackage.Part document = runs.part();
    Optional<Element> body = WordXml.child(document.root(), "body");
    if (body.isPresent()) {
      titleStyle = onlyTitle(body.get());
    }
    margins("header", Form.LETTERHEAD);
    if (body.isPresent()) {
      runs.in(document);
      blocks(body.get());
    }
    notes("footnote", runs.footnotes());
    notes("endnote", runs.endnotes());
    margins("footer", Form.FURNITURE);
  }

  /** The style of which there is one paragraph only: Title or else the first heading. */
  private String onlyTitle(Element body) {
    int titles = 0;
    int headings = 0;
    for (Element paragraph : WordXml.children(body)) {
      String name = styleName(paragraph);
      boolean says = !paragraph.getTextContent().isBlank();
      titles += says && name.equals("title") ? 1 : 0;
      headings += says && name.equals("heading 1") ? 1 : 0;
    }
    if (titles > 0) {
      return titles == 1 ? "title" : "";
    }
    return headings == 1 ? "heading 1" : "";
  }

  /** Each text once: first pages and even pages often have the same. */
  private void margins(String kind, Form form) throws RefusedException {
    around = form;
    for (WordPackage.Part margin : word.related(kind)) {
      if (margins.add(margin.root().getTextContent().strip())) {
        runs.in(margin);
        goesOn = false;
        blocks(margin.root());
      }
    }
    goesOn = false;
    around = Form.TEXT;
  }

  private void notes(String kind, List<WordRuns.Note> called) throws RefusedException {
    for (WordPackage.Part part : word.related(kind + "s")) {
      runs.in(part);
      Map<String, Element> notes = new HashMap<>();
      for (Element note : WordXml.children(part.root())) {
        WordXml.attribute(note, "id").ifPresent(id -> notes.put(id, note));
      }
      for (WordRuns.Note note : called) {
        Element found = notes.remove(note.id());
        if (found != null) {
          out.block(Form.FOOTNOTE, note.mark());
          goesOn = false;
          blocks(found);
        }
      }
    }
  }

  private void blocks(Element parent) {
    for (Element child : WordXml.children(parent)) {
      switch (WordXml.name(child)) {
        case "p" -> paragraph(child);
        case "tbl" -> table(child);
        case "del", "moveFrom" -> notices.count(Notice.TRACKED_CHANGES, runs.place());
        case "altChunk" -> notices.count(Notice.EMBEDDED_DOCUMENT, runs.place());
        case "AlternateContent" -> {
          Optional<Element> chosen = WordXml.children(child).stream().findFirst();
          if (chosen.isPresent()) {
            blocks(chosen.get());
          }
        }
        case "ins", "moveTo" -> {
          notices.count(Notice.TRACKED_CHANGES, runs.place());
          blocks(child);
        }
        case "pPr", "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblGrid", "tcPr", "trPr" -> {}
        default -> blocks(child);
      }
    }
  }

  private void paragraph(Element paragraph) {
    runs.paragraph();
    Optional<Element> properties = WordXml.child(paragraph, "pPr");
    if (inRow) {
      out.space(-1, Optional.empty());
    } else if (!goesOn) {
      begin(paragraph, properties);
    }
    goesOn = properties.filter(WordSheet::endsInNothing).isPresent();
    if (goesOn) {
      notices.count(Notice.TRACKED_CHANGES, runs.place());
    }
    List<Element> boxes = runs.read(paragraph);
    if (!inRow && !goesOn) {
      out.block(around);
    }
    for (Element box : boxes) {
      notices.count(Notice.TEXT_BOX, runs.place());
      blocks(box);
    }
  }

  /** Whether the end of the paragraph was deleted, so that the next one goes on with it. */
  private static boolean endsInNothing(Element properties) {
    return WordXml.child(properties, "rPr")
        .filter(mark -> WordXml.child(mark, "del").isPresent())
        .isPresent();
  }

  private void begin(Element paragraph, Optional<Element> properties) {
    String style = styleName(paragraph);
    Optional<Item> item = properties.flatMap(found -> item(paragraph, found));
    if (around != Form.TEXT) {
      out.block(around);
    } else if (out.isAtStart() && out.form() == Form.FOOTNOTE) {
      return;
    } else if (!titleStyle.isEmpty() && style.equals(titleStyle)) {
      out.block(Form.TITLE);
    } else if (style.startsWith("heading ") || style.equals("subtitle") || style.equals("title")) {
      out.block(Form.HEADING);
    } else if (item.isPresent()) {
      out.item(item.get().marker(), item.get().level());
    } else {
      out.block(style.endsWith("quote") ? Form.QUOTATION : Form.TEXT);
    }
  }

  private Optional<Item> item(Element paragraph, Element properties) {
    Optional<Element> own = WordXml.child(properties, "numPr");
    Optional<Element> numbered =
        own.or(() -> style(paragraph).flatMap(style -> styles.property(style, "numPr")));
    Optional<String> list = numbered.flatMap(found -> WordXml.value(found, "numId"));
    int level = WordXml.number(numbered.flatMap(found -> WordXml.value(found, "ilvl")), 0);
    return list.filter(id -> !id.equals("0"))
        .flatMap(id -> numbering.marker(id, level))
        .map(marker -> new Item(marker, level > 0 ? level : styleLevel(styleName(paragraph))));
  }

  /** The level of Word's styles for lists in lists: {@code "list bullet 2"} is 1. */
  private static int styleLevel(String style) {
    Matcher nested = NESTED.matcher(style);
    return nested.matches() ? Integer.parseInt(nested.group(1)) - 1 : 0;
  }

  private static Optional<String> style(Element paragraph) {
    return WordXml.child(paragraph, "pPr").flatMap(found -> WordXml.value(found, "pStyle"));
  }

  private String styleName(Element paragraph) {
    return style(paragraph).map(styles::name).orElse("");
  }

  private void table(Element table) {
    if (inRow || isLayout(table)) {
      blocks(table);
      return;
    }
    rows(table);
  }

  private void rows(Element parent) {
    for (Element child : WordXml.children(parent)) {
      switch (WordXml.name(child)) {
        case "tr" -> row(child);
        case "sdt", "sdtContent", "customXml", "ins" -> rows(child);
        default -> {}
      }
    }
  }

  private void row(Element row) {
    boolean deleted =
        WordXml.child(row, "trPr")
            .filter(found -> WordXml.child(found, "del").isPresent())
            .isPresent();
    if (deleted) {
      notices.count(Notice.TRACKED_CHANGES, runs.place());
      return;
    }
    out.block(around == Form.TEXT ? Form.ROW : around);
    inRow = true;
    boolean first = true;
    for (Element cell : WordXml.children(row)) {
      if (WordXml.name(cell).matches("tc|sdt|customXml")) {
        if (!first) {
          out.cell();
        }
        first = false;
        blocks(cell);
      }
    }
    inRow = false;
    goesOn = false;
    out.block(around);
  }

  /** A table that only arranges: one column, or cells that hold tables or many paragraphs. */
  private static boolean isLayout(Element table) {
    int columns = 0;
    for (Element row : WordXml.children(table)) {
      int cells = 0;
      for (Element cell : WordXml.children(row)) {
        long paragraphs =
            WordXml.children(cell).stream().filter(p -> WordXml.name(p).equals("p")).count();
        boolean nested = WordXml.child(cell, "tbl").isPresent();
        if (nested || paragraphs > 3) {
          return true;
        }
        cells += WordXml.name(cell).equals("tc") ? 1 : 0;
      }
      columns = Math.max(columns, cells);
    }
    return columns < 2;
  }
}
