package dateline.runtime.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of the file, read key by key. Faults go to the list it was made with; what is missing
 * or wrong reads as empty, so that reading goes on and finds every fault.
 */
public final class Section {

  private final String what;
  private final Node place;
  private final Map<String, Node> values;
  private final List<Fault> faults;

  private Section(String what, Node place, Map<String, Node> values, List<Fault> faults) {
    this.what = what;
    this.place = place;
    this.values = values;
    this.faults = faults;
  }

  /**
   * Reads a mapping.
   *
   * @param what it is, for people: {@code "this person"}
   * @param keys it may have, in the order people write them
   */
  public static Section of(Node node, String what, List<String> keys, List<Fault> faults) {
    Map<String, Node> values = new LinkedHashMap<>();
    Section section = new Section(what, node, values, faults);
    if (!(node instanceof MappingNode mapping)) {
      section.fault(
          node, what + " is not a list of keys with values; write " + String.join(", ", keys));
      return section;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!keys.contains(key)) {
        section.fault(
            keyNode, what + " has no \"" + key + "\"; its keys are " + String.join(", ", keys));
      } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
        section.fault(keyNode, what + " says \"" + key + "\" twice; keep one");
      }
    }
    return section;
  }

  /** The text of a key that must be there; empty if it is not. */
  public String required(String key, String example) {
    Optional<String> text = text(key);
    if (text.isEmpty() && !values.containsKey(key)) {
      fault(place, what + " has no " + key + "; add one, such as " + key + ": " + example);
    }
    return text.orElse("");
  }

  /** The text of a key, empty if it is not there; a key without a text is a fault. */
  public Optional<String> text(String key) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    Optional<String> text = scalar(node);
    if (text.isEmpty()) {
      fault(node, "the " + key + " of " + what + " is not a text; write one on the same line");
    }
    return text;
  }

  /** {@code true} or {@code false}, false if the key is not there. */
  public boolean flag(String key) {
    Optional<String> text = text(key);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      fault(key, "the " + key + " of " + what + " is " + text.get() + "; write true or false");
    }
    return text.filter("true"::equals).isPresent();
  }

  /** The entries of a key that must be there and must be a list with at least one. */
  public List<Node> entries(String key) {
    Node node = values.get(key);
    if (node == null) {
      fault(place, what + " has no " + key + "; add them as a list");
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      fault(node, "the " + key + " of " + what + " are not a list; write each after a dash");
      return List.of();
    }
    if (list.getValue().isEmpty()) {
      fault(node, "the " + key + " of " + what + " are an empty list; name at least one");
    }
    return list.getValue();
  }

  /** The texts of a list that may be left out, but not empty: that would mean everything. */
  public List<Node> entriesIfAny(String key) {
    return values.containsKey(key) ? entries(key) : List.of();
  }

  /** The entries of a list that may be left out, or the one text that stands instead of a list. */
  public List<Node> oneOrSeveral(String key) {
    Node node = values.get(key);
    return node instanceof ScalarNode ? List.of(node) : entriesIfAny(key);
  }

  /** The section under a key, if there is one. */
  public Optional<Section> section(String key, String name, List<String> keys) {
    return Optional.ofNullable(values.get(key)).map(node -> of(node, name, keys, faults));
  }

  /** A node's text, stripped; empty if it is not a text, or blank. */
  public static Optional<String> scalar(Node node) {
    return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
        ? Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The texts of these nodes; those that are none are faults. */
  public List<String> texts(List<Node> nodes, String key) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes) {
      scalar(node)
          .ifPresentOrElse(
              texts::add,
              () -> fault(node, "an entry of " + key + " is not a text; write one or delete it"));
    }
    return texts;
  }

  /** Whether the key is there, whatever stands behind it. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Notes a fault at a key's value, or at the section if it has none. */
  public void fault(String key, String message) {
    fault(Optional.ofNullable(values.get(key)).orElse(place), message);
  }

  /** Notes a fault at the section. */
  public void fault(String message) {
    fault(place, message);
  }

  /** Notes a fault where this node stands. */
  public void fault(Node node, String message) {
    faults.add(at(node.getStartMark(), message));
  }

  static Fault at(Optional<Mark> mark, String message) {
    String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    return new Fault(
        mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, sentence);
  }
}
