package dateline.launcher.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jdom2.Element;

/**
 * Cuts a feed into its items while it is read, so that one item at a time is in memory. No document
 * type is taken, so there are no entities to go out for or to unfold.
 */
final class FeedScanner {

  /** The feed is not what it should be; what stood before is imported. */
  static final class FeedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final int line;

    FeedException(String code, int line, String sentence) {
      super(sentence);
      this.code = code;
      this.line = line;
    }

    String code() {
      return code;
    }

    /** Where, from 1; 0 if nobody knows. */
    int line() {
      return line;
    }
  }

  /** Takes what stands in a feed, in order. */
  interface Items {
    /**
     * An item or entry within its feed, without the others.
     *
     * @param feed root, head as far as it was read, and the item; changes after this call
     * @param item the item itself
     * @param line where it begins
     */
    void item(Document feed, Element item, int line) throws InterruptedException;

    /** Something else that stands directly in the feed: a link, a deleted entry. */
    void head(Element element, int line) throws InterruptedException;

    /** An item with more characters than allowed was passed over. */
    void tooLarge(int line) throws InterruptedException;
  }

  static final String TOO_LARGE = "%d characters".formatted(Markup.MOST);

  /** Elements of a feed's head that are kept for its items. */
  private static final int HEAD = 200;

  private static final Set<String> ITEMS = Set.of("item", "entry");

  private final Items items;

  FeedScanner(Items items) {
    this.items = items;
  }

  /** Reads to the end. */
  void scan(InputStream in) throws FeedException, InterruptedException {
    Guarded guarded = new Guarded(in);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(guarded);
      try {
        scan(xml, guarded);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      Optional<IOException> io =
          e.getNestedException() instanceof IOException cause
              ? Optional.of(cause)
              : Optional.empty();
      throw new FeedException(
          "BROKEN_XML",
          e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber()),
          "The feed cannot be read from here on (%s); what stands before is imported. Mend the file and import it again."
              .formatted(io.map(IOException::getMessage).orElseGet(() -> why(e))));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // What would count a long document as one large entity. There are no others: see Markup.
    for (String limit :
        List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityReplacementLimit")) {
      factory.setProperty("jdk.xml." + limit, 0);
    }
    factory.setProperty("jdk.xml.maxElementDepth", 10_000); // Markup keeps a hundred.
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("it asks for another file");
    });
    return factory;
  }

  private void scan(XMLStreamReader xml, Guarded in)
      throws XMLStreamException, FeedException, InterruptedException {
    Markup markup = new Markup(xml, in::reset);
    Element root = markup.root();
    if (!Set.of("rss", "RDF", "feed").contains(root.getName())) {
      throw new FeedException(
          "NOT_A_FEED",
          xml.getLocation().getLineNumber(),
          "The file is XML and no feed (\"%s\"); give an RSS or Atom feed."
              .formatted(root.getName()));
    }
    Document feed = new Document(root);
    Element parent = root;
    boolean inChannel = !root.getName().equals("rss");
    while (xml.hasNext()) {
      in.reset();
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!inChannel && xml.getLocalName().equals("channel")) {
          inChannel = true;
          parent = markup.shell();
          root.addContent(parent);
        } else {
          child(markup, feed, parent, xml.getLocation().getLineNumber());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        parent = root;
      }
    }
  }

  private void child(Markup markup, Document feed, Element parent, int line)
      throws XMLStreamException, InterruptedException {
    Optional<Element> element = markup.element();
    if (element.isEmpty()) {
      items.tooLarge(line);
    } else if (ITEMS.contains(element.get().getName())) {
      parent.addContent(element.get());
      items.item(feed, element.get(), line);
      element.get().detach();
    } else {
      if (parent.getContentSize() < HEAD && !element.get().getName().equals("deleted-entry")) {
        parent.addContent(element.get());
      }
      items.head(element.get(), line);
    }
  }

  /** The parser's words without its "ParseError at [row,col]" and line end. */
  private static String why(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    return (at < 0 ? message : message.substring(at + "Message: ".length()))
        .strip()
        .replaceAll("[.\\s]+$", "")
        .replaceAll("\\s+", " ");
  }
}
