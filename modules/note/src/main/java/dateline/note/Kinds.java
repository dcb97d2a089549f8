package dateline.note;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of notes there are, as the field calls them, and how a text says its own. */
final class Kinds {

  /** In lower case, singular and plural, to the one spelling used. Longer names first. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    add("Notice to the Press", "Notices to the Press");
    add("Travel Announcement", "Travel Announcements");
    add("Public Schedule", "Public Schedules");
    add("Daily Public Schedule", "Daily Public Schedules");
    add("Taken Question", "Taken Questions");
    add("Joint Statement", "Joint Statements");
    add("Press Statement", "Press Statements");
    add("Media Statement", "Media Statements");
    add("Press Release", "Press Releases");
    add("News Release", "News Releases");
    add("Media Release", "Media Releases");
    add("Media Advisory", "Media Advisories");
    add("Press Advisory", "Press Advisories");
    add("News Advisory", "News Advisories");
    add("Media Alert", "Media Alerts");
    add("Media Note", "Media Notes");
    add("Press Notice", "Press Notices");
    add("Press Briefing", "Press Briefings");
    add("Department Press Briefing", "Department Press Briefings");
    add("Special Briefing", "Special Briefings");
    add("Press Communiqué", "Press Communiqués");
    add("Communiqué", "Communiqués");
    add("Fact Sheet", "Fact Sheets");
    add("Op-Ed", "Op-Eds");
    add("Readout", "Readouts");
    add("Remarks", "Remarks");
    add("Speech", "Speeches");
    add("Statement", "Statements");
    add("Transcript", "Transcripts");
    add("Interview", "Interviews");
    add("Communiqué de presse", "Communiqués de presse");
    add("Communiqué conjoint", "Communiqués conjoints");
    add("Déclaration", "Déclarations");
    add("Déclaration conjointe", "Déclarations conjointes");
    add("Pressemitteilung", "Pressemitteilungen");
    add("Pressemeldung", "Pressemeldungen");
    add("Presseerklärung", "Presseerklärungen");
    add("Presseinformation", "Presseinformationen");
    add("Medienmitteilung", "Medienmitteilungen");
    add("Erklärung", "Erklärungen");
    add("Gemeinsame Erklärung", "Gemeinsame Erklärungen");
    add("Comunicado", "Comunicados");
    add("Comunicado de prensa", "Comunicados de prensa");
    add("Comunicado conjunto", "Comunicados conjuntos");
    add("Nota de prensa", "Notas de prensa");
    add("Declaración", "Declaraciones");
    add("Declaración conjunta", "Declaraciones conjuntas");
    add("Comunicato stampa", "Comunicati stampa");
    add("Comunicato congiunto", "Comunicati congiunti");
    add("Dichiarazione congiunta", "Dichiarazioni congiunte");
    add("Nota de imprensa", "Notas de imprensa");
    add("Nota à imprensa", "Notas à imprensa");
    add("Comunicado de imprensa", "Comunicados de imprensa");
    add("Declaração conjunta", "Declarações conjuntas");
    add("Persbericht", "Persberichten");
    add("Пресс-релиз", "Пресс-релизы");
    add("بيان صحفي", "بيانات صحفية");
    add("新闻稿", "新聞稿");
    add("報道発表", "報道発表資料");
  }

  private Kinds() {}

  private static void add(String kind, String plural) {
    NAMES.put(kind.toLowerCase(Locale.ROOT), kind);
    NAMES.put(plural.toLowerCase(Locale.ROOT), kind);
  }

  /** The kind, if this line names one and says nothing else; ornament around it does not count. */
  static Optional<String> line(String plain) {
    if (plain.length() > 80) {
      return Optional.empty();
    }
    String bare = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(NAMES.get(bare));
  }

  /** The kind a headline begins with: "Joint Statement on …", "Readout from …". */
  static Optional<String> ofHeadline(String plain) {
    String lower = plain.toLowerCase(Locale.ROOT);
    String best = "";
    for (String name : NAMES.keySet()) {
      boolean longer = name.length() > best.length();
      if (longer && lower.startsWith(name) && followsKind(lower.substring(name.length()))) {
        best = name;
      }
    }
    return Optional.ofNullable(NAMES.get(best));
  }

  private static boolean followsKind(String rest) {
    return rest.isEmpty()
        || rest.charAt(0) == ':'
        || rest.matches(
            "(?s) (on|of|from|by|with|at|for|to|regarding|following|de|du|von|der|zu|zum|zur|sur|sobre|[–—-]) .*");
  }

  /**
   * Length of the name of a feed in front of a headline ({@code "Press Releases: "}), 0 if there is
   * none. A feed is named in the plural; a single {@code "Fact Sheet: "} is part of the headline.
   */
  static int feedPrefix(String plain) {
    int colon = plain.indexOf(": ");
    if (colon < 0 || colon > 40) {
      return 0;
    }
    String name = plain.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean plural = NAMES.containsKey(name) && (name.endsWith("es") || name.endsWith("ts"));
    boolean feed = plural || (name.endsWith("s") && isKind(name.substring(0, name.length() - 1)));
    boolean news = name.equals("news") || name.equals("latest news");
    return (feed && !name.equals("remarks")) || news ? colon + 1 : 0;
  }

  /** Whether this names a kind. */
  static boolean isKind(String name) {
    return NAMES.containsKey(name.toLowerCase(Locale.ROOT));
  }
}
