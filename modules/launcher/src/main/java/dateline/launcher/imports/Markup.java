package dateline.launcher.imports;

import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Element;
import org.jdom2.IllegalAddException;
import org.jdom2.IllegalDataException;
import org.jdom2.IllegalNameException;
import org.jdom2.Namespace;
import org.jdom2.Text;

/** Makes elements of what a parser reads, up to a size. */
final class Markup {

  /** Characters of one element with all in it. */
  static final int MOST = 8 << 20;

  /** Elements within one another. */
  private static final int DEEPEST = 100;

  private final XMLStreamReader xml;
  private final Runnable event;
  private int characters;

  /**
   * @param event is run at each of the parser's events
   */
  Markup(XMLStreamReader xml, Runnable event) {
    this.xml = xml;
    this.event = event;
  }

  /** Goes to the root and answers it, empty. */
  Element root() throws XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Comments and instructions stand before it.
    }
    return shell();
  }

  /** The element at which the parser is, without what is in it. */
  Element shell() throws XMLStreamException {
    try {
      Element element =
          new Element(xml.getLocalName(), namespace(xml.getPrefix(), xml.getNamespaceURI()));
      characters += xml.getLocalName().length();
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String value = xml.getAttributeValue(i);
        element.setAttribute(
            xml.getAttributeLocalName(i),
            value,
            namespace(xml.getAttributePrefix(i), xml.getAttributeNamespace(i)));
        characters += value.length();
      }
      return element;
    } catch (IllegalNameException | IllegalAddException | IllegalDataException e) {
      throw new XMLStreamException(e.getMessage(), xml.getLocation());
    }
  }

  /** The element at which the parser is, whole; empty if it is too large and was passed over. */
  Optional<Element> element() throws XMLStreamException {
    characters = 0;
    Element top = shell();
    Element at = top;
    int depth = 1;
    while (depth > 0) {
      int event = next();
      boolean fits = characters <= MOST && depth <= DEEPEST;
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (fits) {
            Element child = shell();
            at.addContent(child);
            at = child;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (fits && at.getParentElement() != null) {
            at = at.getParentElement();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          characters += xml.getTextLength();
          if (fits) {
            at.addContent(new Text(xml.getText()));
          }
        }
        default -> {
          // Comments and instructions say nothing to a reader.
        }
      }
      if (!fits) {
        passOver(depth);
        return Optional.empty();
      }
    }
    return Optional.of(top);
  }

  private void passOver(int open) throws XMLStreamException {
    int depth = open;
    while (depth > 0) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private int next() throws XMLStreamException {
    event.run();
    int next = xml.next();
    if (next == XMLStreamConstants.DTD) {
      throw new XMLStreamException(
          "a document type stands in it; feeds have none", xml.getLocation());
    }
    if (next == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException(
          "&%s; is no character in XML".formatted(xml.getLocalName()), xml.getLocation());
    }
    return next;
  }

  private static Namespace namespace(String prefix, String uri) {
    String its = uri == null ? "" : uri;
    if (its.equals(XMLConstants.XML_NS_URI)) {
      return Namespace.XML_NAMESPACE;
    }
    return its.isEmpty()
        ? Namespace.NO_NAMESPACE
        : Namespace.getNamespace(prefix == null ? "" : prefix, its);
  }
}
