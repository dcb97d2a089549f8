package dateline.intake;

import dateline.note.DecodedText;
import dateline.note.Reading.Place;
import dateline.note.UndeclaredEncoding;
import dateline.note.VisibleText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells in which encoding a text file is, and where that is not what was said. */
final class Decoding {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Bytes in which a page says its encoding. */
  private static final int HEAD = 2_048;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<(?:meta|\\?xml)\\b[^<>]{0,400}?(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?([\\w.:+-]{1,40})");

  /** The names that hint and page give, in this order. */
  private final Optional<String> hinted;

  private final Optional<String> declared;

  private Decoding(byte[] file, Hint hint) {
    this.hinted = hint.encoding();
    this.declared = declared(file);
  }

  /** The text of a file, and what is to be said of its encoding. */
  static DecodedText of(byte[] file, Hint hint, Notices notices) {
    Decoding decoding = new Decoding(file, hint);
    Optional<Charset> claimed = decoding.known().filter(charset -> !isUnicode(charset));
    DecodedText decoded =
        claimed.map(charset -> DecodedText.of(file, charset)).orElseGet(() -> DecodedText.of(file));
    decoding.say(decoded, notices);
    return decoded;
  }

  private Optional<Charset> known() {
    return hinted.flatMap(Hint::named).or(() -> declared.flatMap(Hint::named));
  }

  private Optional<String> unknown() {
    return hinted.or(() -> declared).filter(name -> Hint.named(name).isEmpty());
  }

  private void say(DecodedText decoded, Notices notices) {
    String is = decoded.encoding().name();
    Optional<String> unknown = unknown();
    if (unknown.isPresent()) {
      String words = "“" + unknown.get() + "”; it was read as " + is;
      notices.say(Notice.UNKNOWN_ENCODING, new Place(0, 0), words);
    } else if (!isPlain(decoded) && isGuessed(decoded)) {
      boolean unclear =
          decoded.encoding().equals(WINDOWS_1252) && UndeclaredEncoding.isGibberish(decoded.text());
      Notice notice = unclear ? Notice.ENCODING_UNCLEAR : Notice.ENCODING_GUESSED;
      notices.say(notice, new Place(0, 0), is);
    } else if (!isPlain(decoded) && isOther(decoded)) {
      notices.say(Notice.OTHER_ENCODING, new Place(0, 0), is);
    }
  }

  /** ASCII is the same in every encoding but those of more bytes a letter. */
  private static boolean isPlain(DecodedText decoded) {
    return isOneByte(decoded.encoding()) && VisibleText.isAscii(decoded.text());
  }

  private static boolean isOneByte(Charset charset) {
    return !isUnicode(charset) || charset.equals(StandardCharsets.UTF_8);
  }

  private boolean isGuessed(DecodedText decoded) {
    if (!isUnicode(decoded.encoding())) {
      return known().filter(charset -> !isUnicode(charset)).isEmpty();
    }
    boolean said = known().filter(name -> isSame(name, decoded.encoding())).isPresent();
    return !isOneByte(decoded.encoding()) && !decoded.marked() && hinted.isEmpty() && !said;
  }

  private boolean isOther(DecodedText decoded) {
    return hinted
        .flatMap(Hint::named)
        .filter(said -> !isSame(said, decoded.encoding()))
        .isPresent();
  }

  /** UTF-8 and UTF-16 show in the bytes; a claim is not needed, and may be wrong. */
  private static boolean isUnicode(Charset charset) {
    return charset.name().startsWith("UTF-");
  }

  private static boolean isSame(Charset said, Charset is) {
    return said.equals(is) || (said.name().startsWith("UTF-16") && is.name().startsWith("UTF-16"));
  }

  /** The encoding a page says it is in; without the zeros that UTF-16 has between its letters. */
  private static Optional<String> declared(byte[] file) {
    String head =
        new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    Matcher declared = DECLARED.matcher(head);
    return declared.find() ? Optional.of(declared.group(1)) : Optional.empty();
  }
}
