package dateline.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record of the log as a person looks it over: what is null or empty is left out, long texts and
 * lists are cut and say how much there is.
 */
public final class ShortRecord {

  /** Characters of one text that are shown; a digest is shown whole. */
  static final int TEXT = 64;

  /** Items of one list that are shown. */
  static final int ITEMS = 1;

  private ShortRecord() {}

  /**
   * @param json a record as JSON; anything else is shown as it is
   */
  public static String of(String json) {
    try {
      return shortened(DeskClient.JSON.readTree(json)).toString();
    } catch (JsonProcessingException e) {
      return json;
    }
  }

  private static JsonNode shortened(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> DeskClient.JSON.getNodeFactory().textNode(cut(value.asText()));
      case ARRAY -> list(value);
      case OBJECT -> object(value);
      case NULL, BOOLEAN, NUMBER, BINARY, MISSING, POJO -> value;
    };
  }

  private static JsonNode object(JsonNode value) {
    ObjectNode some = DeskClient.JSON.createObjectNode();
    value
        .properties()
        .forEach(field -> {
          if (!isNothing(field.getValue())) {
            some.set(field.getKey(), shortened(field.getValue()));
          }
        });
    return some;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isTextual() && value.asText().isEmpty());
  }

  private static JsonNode list(JsonNode value) {
    ArrayNode some = DeskClient.JSON.createArrayNode();
    for (int i = 0; i < Math.min(ITEMS, value.size()); i++) {
      some.add(shortened(value.path(i)));
    }
    if (value.size() > ITEMS) {
      some.add("… and %d more".formatted(value.size() - ITEMS));
    }
    return some;
  }

  private static String cut(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= TEXT
        ? text
        : "%s… (%d characters)"
            .formatted(text.substring(0, text.offsetByCodePoints(0, TEXT)), length);
  }
}
