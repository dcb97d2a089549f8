package dateline.intake;

import dateline.note.Links;
import dateline.note.Reading.Place;
import dateline.note.SourceBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads what stands inside the paragraphs of a Word document. */
final class WordRuns {

  private static final Pattern HYPERLINK = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]+)\".*");

  /** A footnote that was called, by its id, and the mark it got. */
  record Note(String id, String mark) {}

  /** A field being read: what it is told to do, and whether its result has begun. */
  private static final class Field {
    private final StringBuilder order = new StringBuilder();
    private boolean result;
  }

  private WordPackage.Part part;
  private final SourceBuilder out;
  private final Notices notices;
  private final List<Note> footnotes = new ArrayList<>();
  private final List<Note> endnotes = new ArrayList<>();
  private final Deque<Field> fields = new ArrayDeque<>();
  private List<Element> boxes = new ArrayList<>();
  private Optional<String> target = Optional.empty();
  private int paragraph;
  private int paragraphStart;
  private int position;

  WordRuns(WordPackage.Part part, SourceBuilder out, Notices notices) {
    this.part = part;
    this.out = out;
    this.notices = notices;
  }

  /** Links are those of this part from here on. */
  void in(WordPackage.Part next) {
    part = next;
  }

  WordPackage.Part part() {
    return part;
  }

  List<Note> footnotes() {
    return footnotes;
  }

  List<Note> endnotes() {
    return endnotes;
  }

  /** The next paragraph begins. */
  void paragraph() {
    position++;
    paragraph++;
    paragraphStart = position;
    out.paragraph(position);
  }

  Place place() {
    return new Place(Math.max(1, paragraph), position - paragraphStart + 1);
  }

  /** Reads a paragraph; returns the text boxes that hang on it. */
  List<Element> read(Element element) {
    boxes = new ArrayList<>();
    children(element);
    return boxes;
  }

  private void children(Element parent) {
    for (Element child : WordXml.children(parent)) {
      inside(child);
    }
  }

  private void inside(Element element) {
    switch (WordXml.name(element)) {
      case "pPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "delText", "rPr" -> {}
      case "del", "moveFrom" -> notices.count(Notice.TRACKED_CHANGES, place());
      case "ins", "moveTo" -> {
        notices.count(Notice.TRACKED_CHANGES, place());
        children(element);
      }
      case "r" -> run(element);
      case "hyperlink" -> hyperlink(element);
      case "fldSimple" -> {
        Optional<String> before = target;
        target = WordXml.attribute(element, "instr").flatMap(this::linked).or(() -> before);
        children(element);
        target = before;
      }
      default -> children(element);
    }
  }

  private void hyperlink(Element link) {
    Optional<String> before = target;
    Optional<String> href =
        WordXml.attribute(link, "id")
            .flatMap(part::target)
            .or(() -> WordXml.attribute(link, "anchor").map(anchor -> "#" + anchor));
    target = href.flatMap(this::safe);
    children(link);
    target = before;
  }

  private Optional<String> safe(String href) {
    boolean safe = Links.isSafe(href);
    if (!safe) {
      notices.count(Notice.UNSAFE_LINK, place());
    }
    return Optional.of(href).filter(_ -> safe);
  }

  private Optional<String> linked(String order) {
    Matcher link = HYPERLINK.matcher(order);
    return link.matches() ? safe(link.group(1)) : Optional.empty();
  }

  private void run(Element run) {
    Optional<Element> properties = WordXml.child(run, "rPr");
    if (properties.filter(found -> WordXml.isOn(found, "vanish")).isPresent()) {
      if (!run.getTextContent().isBlank()) {
        notices.count(Notice.HIDDEN_TEXT, place());
      }
      return;
    }
    boolean struck =
        properties
            .filter(found -> WordXml.isOn(found, "strike") || WordXml.isOn(found, "dstrike"))
            .isPresent();
    if (struck && !run.getTextContent().isBlank()) {
      notices.count(Notice.STRUCK_OUT, place());
    }
    for (Element child : WordXml.children(run)) {
      ofRun(child);
    }
  }

  private void ofRun(Element element) {
    switch (WordXml.name(element)) {
      case "t" -> text(element.getTextContent());
      case "tab", "ptab" -> text(" ");
      case "br", "cr" -> out.line(true);
      case "noBreakHyphen" -> text("\u2011");
      case "sym" -> text(symbol(element));
      case "footnoteReference" -> call(element, footnotes);
      case "endnoteReference" -> call(element, endnotes);
      case "commentReference" -> notices.count(Notice.COMMENTS, place());
      case "fldChar" -> field(WordXml.attribute(element, "fldCharType").orElse(""));
      case "instrText" -> {
        if (!fields.isEmpty()) {
          fields.peek().order.append(element.getTextContent());
        }
      }
      case "drawing", "pict", "object", "AlternateContent" -> drawing(element);
      case "ruby", "rubyBase", "rt" -> children(element);
      default -> {}
    }
  }

  private void text(String words) {
    Optional<String> linked =
        target.or(() ->
            fields.stream()
                .filter(field -> field.result)
                .flatMap(field -> linkedQuietly(field.order.toString()).stream())
                .findFirst());
    out.text(words, position, linked);
    position += words.length();
  }

  private static Optional<String> linkedQuietly(String order) {
    Matcher link = HYPERLINK.matcher(order);
    return link.matches() ? Optional.of(link.group(1)).filter(Links::isSafe) : Optional.empty();
  }

  private void field(String type) {
    switch (type) {
      case "begin" -> fields.push(new Field());
      case "separate" -> {
        if (!fields.isEmpty()) {
          fields.peek().result = true;
          linked(fields.peek().order.toString());
        }
      }
      case "end" -> fields.poll();
      default -> {}
    }
  }

  /** A sign of a font of signs: a bullet, or something no other font has. */
  private static String symbol(Element symbol) {
    String code = WordXml.attribute(symbol, "char").orElse("");
    return code.matches("(?i)(00|f0)(b7|a7|d8|6c|6e)") ? Marks.BULLET : "\uFFFD";
  }

  private void call(Element reference, List<Note> notes) {
    Optional<String> id = WordXml.attribute(reference, "id");
    if (id.isPresent()) {
      int number = footnotes.size() + endnotes.size() + 1;
      String mark = "[" + number + "]";
      notes.add(new Note(id.get(), mark));
      text(mark);
    }
  }

  /** Of two ways to draw something the first counts. */
  private void drawing(Element element) {
    Element drawn =
        WordXml.name(element).equals("AlternateContent")
            ? WordXml.children(element).stream().findFirst().orElse(element)
            : element;
    int before = boxes.size();
    boxesIn(drawn);
    if (boxes.size() == before && hasPicture(drawn)) {
      notices.count(Notice.PICTURE_LEFT_OUT, place());
    }
  }

  private void boxesIn(Element element) {
    for (Element child : WordXml.children(element)) {
      if (WordXml.name(child).equals("txbxContent")) {
        boxes.add(child);
      } else {
        boxesIn(child);
      }
    }
  }

  private static boolean hasPicture(Element drawn) {
    return drawn.getElementsByTagNameNS("*", "blip").getLength() > 0
        || drawn.getElementsByTagNameNS("*", "imagedata").getLength() > 0;
  }
}
