package dateline.intake;

import dateline.note.DecodedText;
import dateline.note.Reading.Place;
import dateline.note.Source;
import dateline.note.VisibleText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends a text where there is one way to mend it, and says so. */
final class Mending {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** How UTF-8 begins that was read as Windows-1252 or Latin-1. */
  private static final Pattern GARBLED =
      Pattern.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]");

  private final Notices notices;

  Mending(Notices notices) {
    this.notices = notices;
  }

  /** The text as it was meant. */
  String mended(DecodedText decoded) {
    String text = decoded.text();
    if (decoded.marked()) {
      notices.say(Notice.BYTE_ORDER_MARK, new Place(1, 1), "");
    }
    Optional<String> meant = meant(text);
    meant.ifPresent(right -> sayMojibake(text, right));
    String mended = meant.orElse(text);
    lineEnds(mended);
    unreadable(mended);
    return mended;
  }

  /**
   * What was meant if the whole text is UTF-8 that somebody read in another encoding. One right
   * letter with an accent is enough to make it doubtful, and then nothing is changed.
   */
  private static Optional<String> meant(String text) {
    if (VisibleText.isAscii(text) || !GARBLED.matcher(text).find()) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= 0xFF) {
        bytes.put((byte) c);
      } else {
        ByteBuffer one = encoded(c);
        if (one.remaining() != 1) {
          return Optional.empty();
        }
        bytes.put(one);
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer encoded(char c) {
    try {
      return WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(new char[] {c}));
    } catch (CharacterCodingException e) {
      return ByteBuffer.allocate(0);
    }
  }

  private void sayMojibake(String text, String right) {
    Matcher garbled = GARBLED.matcher(text);
    int at = garbled.find() ? garbled.start() : 0;
    String before = text.substring(at, Math.min(text.length(), at + 3));
    String after = right.substring(at, Math.min(right.length(), at + 1));
    String what = "“" + before.strip() + "” is “" + after + "”";
    notices.say(Notice.MOJIBAKE_MENDED, new Source(right).place(at), what);
  }

  private void lineEnds(String text) {
    int pairs = 0;
    int returns = 0;
    int feeds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && text.startsWith("\n", i + 1);
      pairs += pair ? 1 : 0;
      returns += c == '\r' && !pair ? 1 : 0;
      feeds += c == '\n' && (i == 0 || text.charAt(i - 1) != '\r') ? 1 : 0;
    }
    int ways = (pairs > 0 ? 1 : 0) + (returns > 0 ? 1 : 0) + (feeds > 0 ? 1 : 0);
    if (ways > 1) {
      notices.say(Notice.MIXED_LINE_ENDS, new Place(0, 0), "");
    } else if (returns > 0) {
      notices.say(Notice.OLD_LINE_ENDS, new Place(0, 0), "");
    }
  }

  private void unreadable(String text) {
    int count = 0;
    int first = -1;
    for (int i = 0; i < text.length(); i++) {
      if (isUnreadable(text, i)) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count > 0) {
      notices.count(Notice.UNREADABLE_CHARACTERS, new Source(text).place(first), count);
    }
  }

  /** Whether controls stand all over it, as in an image or a program. */
  static boolean isNoText(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      controls += isControl(text.charAt(i)) ? 1 : 0;
    }
    boolean binary = text.indexOf('\0') >= 0 && controls * 10L > text.length();
    return binary || controls > 4 + text.length() / 50;
  }

  private static boolean isControl(int c) {
    return (c < ' ' && (c < '\t' || c > '\r')) || c == 0x7F;
  }

  private static boolean isUnreadable(String text, int at) {
    char c = text.charAt(at);
    boolean pair =
        (Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1)))
            || (Character.isLowSurrogate(c)
                && at > 0
                && Character.isHighSurrogate(text.charAt(at - 1)));
    boolean control = isControl(c) || (c >= 0x80 && c < 0xA0 && c != 0x85);
    return control || (Character.isSurrogate(c) && !pair) || c >= 0xFFFD;
  }
}
