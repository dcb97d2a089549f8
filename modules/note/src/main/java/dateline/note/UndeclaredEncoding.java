package dateline.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * In which encoding a text is that is no Unicode and that nobody declared. It is another than
 * Windows-1252 only where what it says shows that: kana, words of Cyrillic or Greek letters, or
 * words that are none in Windows-1252 and are in Mac Roman.
 */
public final class UndeclaredEncoding {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Those this machine knows, the usual one first. */
  private static final List<Charset> JAPANESE = known("Shift_JIS", "windows-31j", "EUC-JP");

  private static final List<Charset> MAC = known("x-MacRoman");

  private static final List<Script> SCRIPTS =
      List.of(
          new Script(
              known("windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "x-MacCyrillic"),
              0x400,
              0x4FF,
              "оеаинтсрвлкмдпуія"),
          new Script(known("windows-1253", "ISO-8859-7"), 0x370, 0x3FF, "αοιετνσηρπκμλυςάίόύέή"));

  private static final int LEAST_LETTERS = 10;
  private static final int LEAST_KANA = 3;
  private static final int LEAST_ODD = 2;
  private static final int RUN = 4;

  /** Letters that are words. */
  private static final String ALONE = "àáâèéêìíòóôöøåæÀÁÂÈÉÍÒÓÔÖØÅÆªº";

  private static final String INSIDE_WORDS = "’‘–—‐‑…\u00ad\u00a0";

  /**
   * Letters that are no Latin ones.
   *
   * @param charsets in which a byte is a letter of them, the usual one first
   * @param frequent the letters that stand most often in languages written with them
   */
  private record Script(List<Charset> charsets, int first, int last, String frequent) {}

  private UndeclaredEncoding() {}

  /** The encoding of a file that is not in Unicode. */
  static Charset of(byte[] file) {
    return japanese(file).or(() -> otherScript(file)).or(() -> mac(file)).orElse(WINDOWS_1252);
  }

  /**
   * Whether a text, read as Windows-1252, can hardly have been meant: its words have signs in them,
   * capitals in their middle, or nothing but letters with accents.
   */
  public static boolean isGibberish(String text) {
    int above = 0;
    int plain = 0;
    int inRuns = 0;
    int run = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c >= 0x80 && Character.isLetter(c)) {
        run++;
      } else {
        inRuns += run >= RUN ? run : 0;
        run = 0;
      }
      plain += c < 0x80 && Character.isLetter(c) ? 1 : 0;
      above += c >= 0x80 && !VisibleText.isSpace(c) ? 1 : 0;
    }
    int odd = odd(text);
    boolean accentsOnly = above > plain || inRuns * 2 >= above;
    return above >= LEAST_ODD && (accentsOnly || (odd >= LEAST_ODD && odd * 4 >= above));
  }

  private static Optional<Charset> japanese(byte[] file) {
    return JAPANESE.stream()
        .filter(
            charset -> decoded(file, charset).filter(UndeclaredEncoding::isJapanese).isPresent())
        .findFirst();
  }

  private static boolean isJapanese(String text) {
    int kana = 0;
    int wide = 0;
    int other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ofKana = c >= 0x3041 && c <= 0x30FE;
      boolean full = c >= 0xFF01 && c <= 0xFF5E;
      kana += ofKana ? 1 : 0;
      wide += ofKana || full || Character.isIdeographic(c) || (c >= 0x3000 && c < 0x3041) ? 1 : 0;
      other += c >= 0x80 ? 1 : 0;
    }
    return kana >= LEAST_KANA && wide * 10 >= other * 9;
  }

  /** The one encoding in which the letters are as they stand in words, if there is one. */
  private static Optional<Charset> otherScript(byte[] file) {
    Optional<Charset> best = Optional.empty();
    double most = 0.5;
    for (Script script : SCRIPTS) {
      for (Charset charset : script.charsets()) {
        double likeness = decoded(file, charset).map(text -> likeness(text, script)).orElse(0.0);
        if (likeness > most) {
          best = Optional.of(charset);
          most = likeness;
        }
      }
    }
    return best;
  }

  /** Share of frequent letters among those above ASCII; what no word has counts against it. */
  private static double likeness(String text, Script script) {
    int letters = 0;
    int frequent = 0;
    int odd = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        boolean ofScript = c >= script.first() && c <= script.last();
        letters += ofScript ? 1 : 0;
        frequent += script.frequent().indexOf(Character.toLowerCase(c)) >= 0 ? 1 : 0;
        boolean capitalInWord = Character.isUpperCase(c) && Character.isLowerCase(before);
        odd += capitalInWord || (Character.isLetter(c) && !ofScript) || isBox(c) ? 1 : 0;
      }
      before = c;
    }
    return letters < LEAST_LETTERS ? 0 : (double) (frequent - 2 * odd) / letters;
  }

  private static boolean isBox(char c) {
    return (c >= 0x2500 && c < 0x2600) || (c >= 0x80 && c < 0xA0) || c == 0xFFFD;
  }

  /** Of a text in Latin letters, most of which have no accents. */
  private static Optional<Charset> mac(byte[] file) {
    String text = new String(file, WINDOWS_1252);
    int odd = odd(text);
    long above = text.chars().filter(c -> c >= 0x80).count();
    long plain = text.chars().filter(c -> c < 0x80 && Character.isLetter(c)).count();
    return MAC.stream()
        .filter(
            charset -> odd > 0 && above <= plain && odd(new String(file, charset)) * 5 <= odd - 1)
        .findFirst();
  }

  /** How many characters above ASCII stand where no word and no sentence has them. */
  private static int odd(String text) {
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
        boolean unknown = c == 0xFFFD || Character.isISOControl(c);
        boolean isOdd = isLetter(c) ? isOddLetter(c, before, after) : isOddSign(c, before, after);
        odd += unknown ? 2 : isOdd ? 1 : 0;
      }
    }
    return odd;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER;
  }

  private static boolean isOddLetter(char c, char before, char after) {
    boolean capital = Character.isUpperCase(c);
    boolean inside = isLetter(before);
    boolean alone = !inside && !isLetter(after);
    return (capital && Character.isLowerCase(before))
        || (!capital && !inside && Character.isUpperCase(after))
        || (alone && ".,;!?".indexOf(before) >= 0)
        || (alone
            && VisibleText.isSpace(before)
            && VisibleText.isSpace(after)
            && ALONE.indexOf(c) < 0);
  }

  private static boolean isOddSign(char c, char before, char after) {
    return isLetter(before) && isLetter(after) && INSIDE_WORDS.indexOf(c) < 0;
  }

  private static Optional<String> decoded(byte[] file, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static List<Charset> known(String... names) {
    return List.of(names).stream().filter(Charset::isSupported).map(Charset::forName).toList();
  }
}
