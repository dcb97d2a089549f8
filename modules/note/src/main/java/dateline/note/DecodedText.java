package dateline.note;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text file, read in the encoding it is in.
 *
 * @param text without byte order mark; what means nothing is one U+FFFD each
 * @param encoding the encoding
 * @param marked whether a byte order mark says so
 */
public record DecodedText(String text, Charset encoding, boolean marked) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

  /**
   * UTF-8, UTF-16 or UTF-32 by its mark or by its form, else Windows-1252, unless the text shows
   * that it is in another.
   */
  public static DecodedText of(byte[] file) {
    return marked(file)
        .or(() -> unmarkedUtf16(file).map(utf16 -> decoded(file, 0, utf16)))
        .or(() -> utf8(file))
        .or(() -> brokenUtf8(file))
        .orElseGet(() -> decoded(file, 0, UndeclaredEncoding.of(file)));
  }

  /**
   * UTF-8, UTF-16 or UTF-32 by its mark or by its form, else the encoding somebody claims. UTF-8
   * with some broken places is UTF-8 too, unless an encoding other than Windows-1252 is claimed.
   */
  public static DecodedText of(byte[] file, Charset claimed) {
    return marked(file)
        .or(() -> unmarkedUtf16(file).map(utf16 -> decoded(file, 0, utf16)))
        .or(() -> utf8(file))
        .or(() -> claimed.equals(WINDOWS_1252) ? brokenUtf8(file) : Optional.empty())
        .orElseGet(() -> decoded(file, 0, claimed));
  }

  private static Optional<DecodedText> marked(byte[] file) {
    if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(decoded(file, 3, StandardCharsets.UTF_8));
    }
    if (startsWith(file, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(decoded(file, 4, UTF_32LE));
    }
    if (startsWith(file, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(decoded(file, 4, UTF_32BE));
    }
    if (startsWith(file, 0xFF, 0xFE)) {
      return Optional.of(decoded(file, 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(file, 0xFE, 0xFF)) {
      return Optional.of(decoded(file, 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  private static DecodedText decoded(byte[] file, int mark, Charset encoding) {
    String text =
        isUtf16(encoding)
            ? utf16(file, mark, encoding)
            : new String(file, mark, file.length - mark, encoding);
    return new DecodedText(text, encoding, mark > 0);
  }

  private static boolean isUtf16(Charset encoding) {
    return encoding.equals(StandardCharsets.UTF_16LE) || encoding.equals(StandardCharsets.UTF_16BE);
  }

  /** Unit by unit: a decoder takes the letter behind half a surrogate pair away with it. */
  private static String utf16(byte[] file, int mark, Charset encoding) {
    ByteOrder order =
        encoding.equals(StandardCharsets.UTF_16LE) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int length = file.length - mark;
    StringBuilder text = new StringBuilder(length / 2 + 1);
    ByteBuffer.wrap(file, mark, length)
        .order(order)
        .asCharBuffer()
        .toString()
        .codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(text::appendCodePoint);
    return text.append(length % 2 == 0 ? "" : "\uFFFD").toString();
  }

  private static Optional<DecodedText> utf8(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return Optional.of(new DecodedText(text, StandardCharsets.UTF_8, false));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Letters of another encoding hardly ever happen to be UTF-8: two that are for each that is not
   * show what the file is, and so does half a surrogate pair, written as UTF-8 never has it.
   */
  private static Optional<DecodedText> brokenUtf8(byte[] file) {
    DecodedText decoded = decoded(file, 0, StandardCharsets.UTF_8);
    long broken = decoded.text().chars().filter(c -> c == 0xFFFD).count();
    long valid = decoded.text().codePoints().filter(c -> c >= 0x80 && c != 0xFFFD).count();
    return valid >= 2 * (broken - halves(file)) ? Optional.of(decoded) : Optional.empty();
  }

  /** Halves of surrogate pairs, each in three bytes from ED A0 80 to ED BF BF. */
  private static long halves(byte[] file) {
    long halves = 0;
    for (int i = 0; i + 2 < file.length; i++) {
      boolean half =
          file[i] == (byte) 0xED && (file[i + 1] & 0xE0) == 0xA0 && (file[i + 2] & 0xC0) == 0x80;
      halves += half ? 1 : 0;
    }
    return halves;
  }

  /** UTF-16 of a mostly Latin text has a zero in every second byte. */
  private static Optional<Charset> unmarkedUtf16(byte[] file) {
    int even = 0;
    int odd = 0;
    int read = Math.min(file.length, 4_096);
    for (int i = 0; i < read; i++) {
      if (file[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2;
      }
    }
    if (read < 4 || Math.max(even, odd) * 4 < read || Math.min(even, odd) * 16 > read) {
      return Optional.empty();
    }
    return Optional.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static boolean startsWith(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (file.length <= i || (file[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
