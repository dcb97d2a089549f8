package dateline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks at the elements of a Word document, of the transitional and of the strict kind. */
final class WordXml {

  private WordXml() {}

  /** The name of an element without its prefix. */
  static String name(Element element) {
    String name = element.getLocalName();
    return name == null ? "" : name;
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The first child of this name. */
  static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(child -> name(child).equals(name)).findFirst();
  }

  /** The attribute of this name, whatever its prefix. */
  static Optional<String> attribute(Element element, String name) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (name.equals(attribute.getLocalName())) {
        return Optional.of(attribute.getNodeValue());
      }
    }
    return Optional.empty();
  }

  /** The value of the child of this name. */
  static Optional<String> value(Element parent, String child) {
    return child(parent, child).flatMap(found -> attribute(found, "val"));
  }

  /** A switch is on unless it says otherwise. */
  static boolean isOn(Element parent, String child) {
    return child(parent, child)
        .filter(found -> !attribute(found, "val").orElse("true").matches("0|false|off|none"))
        .isPresent();
  }

  static int number(Optional<String> text, int otherwise) {
    return text.filter(digits -> digits.matches("-?\\d{1,8}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }
}
