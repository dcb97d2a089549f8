package dateline.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Just enough JSON to read the corpus, so that this module needs no library. */
final class Json {

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Map<String, Object> object(String text) {
    return new Json(text).object();
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new HashMap<>();
    expect('{');
    while (next() != '}') {
      String name = string();
      expect(':');
      object.put(name, value());
      if (next() == ',') {
        at++;
      }
    }
    at++;
    return object;
  }

  private Object value() {
    return switch (next()) {
      case '"' -> string();
      case '{' -> object();
      case '[' -> array();
      default -> bare();
    };
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    expect('[');
    while (next() != ']') {
      array.add(value());
      if (next() == ',') {
        at++;
      }
    }
    at++;
    return array;
  }

  private String bare() {
    int start = at;
    while (",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    expect('"');
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    return out.toString();
  }

  private char escape() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (next() != c) {
      throw new IllegalArgumentException("expected " + c + " at " + at);
    }
    at++;
  }
}
