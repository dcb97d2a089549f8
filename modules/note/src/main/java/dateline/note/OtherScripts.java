package dateline.note;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of offices in Cyrillic, Greek, Arabic, Hebrew, Chinese, Japanese and Korean, by the word
 * for an office with which they begin or end. A headline can begin so, too: where a name may stand
 * its reader must know, and what has a verb behind the word is none.
 */
final class OtherScripts {

  private static final int LONGEST = 90;
  private static final int MOST_WORDS = 9;
  private static final int LONGEST_WITHOUT_SPACES = 24;
  private static final int SHORT = 4;
  private static final int SHORT_WITHOUT_SPACES = 12;

  /** The words with which a name begins, in lower case. */
  private static final Set<String> FIRST =
      Set.of(
          "министерство",
          "пресс-служба",
          "пресс-центр",
          "пресс-секретарь",
          "правительство",
          "администрация",
          "посольство",
          "департамент",
          "агентство",
          "комитет",
          "управление",
          "служба",
          "мид",
          "мвд",
          "мчс",
          "канцелярия",
          "мэрия",
          "комиссия",
          "генеральное",
          "міністерство",
          "прес-служба",
          "уряд",
          "адміністрація",
          "комітет",
          "офіс",
          "кабінет",
          "рада",
          "пресцентър",
          "министарство",
          "влада",
          "амбасада",
          "міністэрства",
          "υπουργείο",
          "γραφείο",
          "πρεσβεία",
          "δήμος",
          "περιφέρεια",
          "γενική",
          "κυβέρνηση",
          "οργανισμός",
          "επιτροπή",
          "αρχή",
          "διεύθυνση",
          "وزارة",
          "المكتب",
          "مكتب",
          "سفارة",
          "هيئة",
          "الهيئة",
          "مجلس",
          "رئاسة",
          "بلدية",
          "إدارة",
          "الإدارة",
          "ديوان",
          "المركز",
          "مديرية",
          "الأمانة",
          "وكالة",
          "وزارت",
          "سفارت",
          "دفتر",
          "משרד",
          "דוברות",
          "שגרירות",
          "לשכת",
          "עיריית",
          "רשות");

  /** Words before these, as in {@code "Федеральная служба"}. */
  private static final Set<String> BEFORE =
      Set.of(
          "федеральная",
          "федеральное",
          "государственный",
          "государственная",
          "главное",
          "национальное",
          "національна",
          "державна",
          "державний",
          "ελληνική",
          "εθνική",
          "الهيئة");

  /** How a verb of news ends that is said of an office; genitives do not. */
  private static final Pattern CYRILLIC_VERB =
      Pattern.compile(
          ".*(?:ает|яет|еет|ует|ёт|ают|уют|яют|ило|ало|ело|яло|нуло|ется|ится|ются|лось|лась|ила|ала|ує|ає|ють)");

  private static final Pattern ARABIC_VERB = Pattern.compile("[تين](?!ونس|ركيا|من)\\p{L}{3,6}");

  /** The ends of names in scripts that have no spaces. */
  private static final Pattern LAST =
      Pattern.compile(
          "\\p{IsHan}{1,20}(?:部|局|署|厅|廳|司|处|處|院|办|辦|室|课|課|庁|府|政府|办公厅|办公室|辦公室|委员会|委員会|委員會"
              + "|大使馆|大使館|大使|领事馆|領事館|发言人|發言人|秘书处|秘書處|中心)"
              + "|(?:外務|財務|法務|総務|防衛|環境|経済産業|国土交通|厚生労働|文部科学|農林水産)省"
              + "\\p{IsHan}{0,10}|[\\p{IsHan}\\p{IsKatakana}ー]{2,16}(?:室|課|局|庁|大使館|委員会|センター|オフィス)");

  private static final Pattern HANGUL =
      Pattern.compile("\\p{IsHangul}{2,10}(?:부|청|위원회|대사관|대변인실|공보실|공보관실)");

  /** No name of an office has one of these. */
  private static final Pattern CHINESE_VERB =
      Pattern.compile(".*(?:访问|訪問|宣布|发布|發布|発表|会见|會見|抵达|到访|召开|开放|开始|出席|祝贺|感谢|会談|会谈|访).*");

  private OtherScripts() {}

  /** Whether this line can be the name of an office in one of these scripts. */
  static boolean isInstitution(String plain) {
    if (plain.length() > LONGEST || plain.isEmpty() || !isOfOther(plain)) {
      return false;
    }
    if (Sentences.isEnded(plain) || Kinds.isKind(plain)) {
      return false;
    }
    boolean whole = LAST.matcher(plain).matches() || HANGUL.matcher(plain).matches();
    return whole
        ? plain.length() <= LONGEST_WITHOUT_SPACES && !CHINESE_VERB.matcher(plain).matches()
        : isNamed(List.of(plain.split(" ", -1)));
  }

  /** Whether it is so short that it can hardly say anything else. */
  static boolean isShort(String plain) {
    return isOfOther(plain)
        && (plain.indexOf(' ') < 0
            ? plain.length() <= SHORT_WITHOUT_SPACES
            : plain.split(" ", -1).length <= SHORT);
  }

  private static boolean isOfOther(String plain) {
    return plain
        .codePoints()
        .filter(Character::isLetter)
        .limit(1)
        .anyMatch(c ->
            switch (Character.UnicodeScript.of(c)) {
              case CYRILLIC, GREEK, ARABIC, HEBREW, HAN, KATAKANA, HANGUL -> true;
              default -> false;
            });
  }

  private static boolean isNamed(List<String> words) {
    int first = 0;
    while (first < words.size() - 1 && BEFORE.contains(lower(words.get(first)))) {
      first++;
    }
    boolean office = FIRST.contains(lower(words.get(first)));
    return office
        && words.size() <= MOST_WORDS
        && words.stream().noneMatch(word -> word.endsWith(",") || word.endsWith("،"))
        && words.subList(first + 1, words.size()).stream().noneMatch(OtherScripts::isVerb);
  }

  private static boolean isVerb(String word) {
    int c = word.isEmpty() ? ' ' : word.codePointAt(0);
    return switch (Character.UnicodeScript.of(c)) {
      case CYRILLIC -> Character.isLowerCase(c) && CYRILLIC_VERB.matcher(word).matches();
      case ARABIC -> ARABIC_VERB.matcher(word).matches();
      case GREEK -> Character.isLowerCase(c) && (word.endsWith("ει") || word.endsWith("ουν"));
      default -> false;
    };
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
