package dateline.note;

/** Text as HTML. */
public final class HtmlText {

  private HtmlText() {}

  /** For element content and for attributes in double quotes. What HTML cannot hold is U+FFFD. */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\t', '\n', '\r' -> out.append((char) c);
            default -> out.appendCodePoint(isText(c) ? c : 0xFFFD);
          }
        });
    return out.toString();
  }

  private static boolean isText(int c) {
    return c >= ' ' && c != 0x7F && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
  }
}
