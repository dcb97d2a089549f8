package dateline.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells by its content in which format a text is. */
final class Formats {

  /** Characters that are looked at. */
  private static final int READ = 200_000;

  private static final String TAG =
      "</?(?:p|div|br|span|a|ul|ol|li|table|tr|td|h[1-6]|strong|em|b|i|body|head|html|title|meta"
          + "|blockquote|section|article|main|header|script|style|center|font|hr|img|pre)\\b";
  private static final Pattern TAGS = Pattern.compile("(?i)" + TAG + "[^<>]{0,2000}>");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)(?:<\\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\\s)*+<(?:!doctype\\s+html|html)\\b.*",
          Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("&(?:[a-zA-Z]{2,10}|#\\d{2,6});");

  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(?m)^ {0,3}#{1,6} +[^#\\s].*$"
              + "|^ {0,3}\\|?(?: *:?-{3,}:? *\\|)++(?: *:?-{3,}:? *)?$"
              + "|^ {0,3}\\[\\^\\w{1,20}]:"
              + "|^ {0,3}(?:```|~~~)"
              + "|\\*\\*[^\\s*][^*\\n]{0,200}\\*\\*");

  private Formats() {}

  /**
   * The format of a text. A claim decides where the content may be both: any text can be plain text
   * or Markdown.
   */
  static Format of(String text, Optional<Format> claimed) {
    String start = text.substring(0, Math.min(text.length(), READ));
    if (isPage(start) || isHtml(start, claimed)) {
      return Format.HTML;
    }
    boolean markdown =
        claimed.equals(Optional.of(Format.MARKDOWN))
            || (!claimed.equals(Optional.of(Format.PLAIN_TEXT))
                && (MARKDOWN.matcher(start).find() || FrontMatter.of(start).isPresent()));
    return markdown ? Format.MARKDOWN : Format.PLAIN_TEXT;
  }

  private static boolean isPage(String text) {
    return PAGE.matcher(text.substring(0, Math.min(text.length(), 4_000))).matches();
  }

  /** Without a claim most of the text must be in elements; Markdown may have some of its own. */
  private static boolean isHtml(String text, Optional<Format> claimed) {
    if (claimed.equals(Optional.of(Format.HTML))) {
      return TAGS.matcher(text).find() || REFERENCE.matcher(text).find();
    }
    String bare = text.strip();
    return !claimed.equals(Optional.of(Format.MARKDOWN))
        && bare.endsWith(">")
        && TAGS.matcher(bare).lookingAt()
        && TAGS.matcher(bare).results().limit(2).count() == 2;
  }

  /** A document of another program, by how its file begins. */
  static Optional<String> otherProgram(byte[] file) {
    String start =
        new String(file, 0, Math.min(file.length, 16), java.nio.charset.StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("%pdf-")) {
      return Optional.of("a PDF");
    }
    return start.startsWith("{\\rtf") ? Optional.of("an RTF document") : Optional.empty();
  }
}
