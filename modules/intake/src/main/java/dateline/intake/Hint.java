package dateline.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What whoever hands in a manuscript says it is. The content decides; a hint decides between plain
 * text and Markdown, and names an encoding that the bytes do not show.
 *
 * @param format that was claimed
 * @param encoding that was claimed, by its name: {@code "utf-8"}
 */
public record Hint(Optional<Format> format, Optional<String> encoding) {

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([\\w.:+-]{1,40})");

  /** What the web and mail programs call them. */
  private static final Map<String, String> OF_APPLE =
      Map.of(
          "macintosh", "x-MacRoman",
          "mac", "x-MacRoman",
          "x-mac-roman", "x-MacRoman",
          "x-mac-cyrillic", "x-MacCyrillic",
          "x-mac-ukrainian", "x-MacUkraine");

  /** Nothing is known. */
  public static final Hint NONE = new Hint(Optional.empty(), Optional.empty());

  /** By the end of a file's name: {@code "note.docx"}; any other end says nothing. */
  public static Hint fileName(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new Hint(
        switch (end) {
          case "txt", "text" -> Optional.of(Format.PLAIN_TEXT);
          case "md", "markdown" -> Optional.of(Format.MARKDOWN);
          case "html", "htm", "xhtml" -> Optional.of(Format.HTML);
          case "docx" -> Optional.of(Format.DOCX);
          default -> Optional.empty();
        },
        Optional.empty());
  }

  /** By a media type as HTTP gives it: {@code "text/markdown; charset=utf-8"}. */
  public static Hint mediaType(String type) {
    String bare = type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    return new Hint(
        switch (bare) {
          case "text/plain" -> Optional.of(Format.PLAIN_TEXT);
          case "text/markdown", "text/x-markdown" -> Optional.of(Format.MARKDOWN);
          case "text/html", "application/xhtml+xml" -> Optional.of(Format.HTML);
          case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
              Optional.of(Format.DOCX);
          default -> Optional.empty();
        },
        encoding(type));
  }

  private static Optional<String> encoding(String type) {
    Matcher charset = CHARSET.matcher(type);
    return charset.find() ? Optional.of(charset.group(1)) : Optional.empty();
  }

  /** The encoding of this name, if this machine knows it. */
  static Optional<Charset> named(String name) {
    try {
      return Optional.of(
          Charset.forName(OF_APPLE.getOrDefault(name.toLowerCase(Locale.ROOT), name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
