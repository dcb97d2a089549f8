package dateline.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What the styles of a Word document say about its paragraphs, by the ids they have there. */
final class WordStyles {

  private final Map<String, Element> styles = new HashMap<>();

  WordStyles(List<Element> roots) {
    for (Element root : roots) {
      for (Element style : WordXml.children(root)) {
        WordXml.attribute(style, "styleId").ifPresent(id -> styles.put(id, style));
      }
    }
  }

  /** The style's name as Word calls it in every language: {@code "heading 1"}. */
  String name(String id) {
    return Optional.ofNullable(styles.get(id))
        .flatMap(style -> WordXml.value(style, "name"))
        .orElse(id)
        .toLowerCase(Locale.ROOT);
  }

  /** The properties of a paragraph that the style or one it is based on gives. */
  Optional<Element> property(String id, String name) {
    Set<String> seen = new HashSet<>();
    Optional<String> at = Optional.of(id);
    while (at.isPresent() && seen.add(at.get())) {
      Optional<Element> style = Optional.ofNullable(styles.get(at.get()));
      Optional<Element> found =
          style
              .flatMap(known -> WordXml.child(known, "pPr"))
              .flatMap(properties -> WordXml.child(properties, name));
      if (found.isPresent()) {
        return found;
      }
      at = style.flatMap(known -> WordXml.value(known, "basedOn"));
    }
    return Optional.empty();
  }
}
