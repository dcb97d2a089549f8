package dateline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first words of a reply say.
 *
 * @param answer CLEARED, NOT_CLEARED or SEEN
 * @param reason what stands behind them; may be empty
 */
record SaidByMail(String answer, String reason) {

  /** The answer stands at the beginning of the first line, whatever marks are around it. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?iU)^[^\\p{L}\\p{N}]{0,20}(not\\s+cleared|cleared|clear|seen)(?![\\p{L}\\p{N}])(.*)$");

  /** A question, a condition or a second thought is no clearance. */
  private static final Pattern NOTHING_MORE = Pattern.compile("[^\\p{L}\\p{N}?]*");

  /** What begins the former mail, or a signature. */
  private static final Pattern END =
      Pattern.compile(
          "(?i)^(>|--$|-{2,} ?(original|forwarded) message|_{10,}$|from: .*@|sent from my |get outlook for ).*");

  private static final Pattern BEGINS_ATTRIBUTION = Pattern.compile("(?i)^on .{0,300}");
  private static final Pattern ENDS_ATTRIBUTION = Pattern.compile("(?i)^.{0,300} wrote: *$");

  /**
   * Reads a reply. An answer that clears or has seen is alone on its line; what is written below it
   * goes on the record with it. Anything else is no answer.
   */
  static Optional<SaidByMail> in(String text) {
    List<String> lines = own(text);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Matcher said = ANSWER.matcher(lines.getFirst());
    if (!said.matches()) {
      return Optional.empty();
    }
    String below = String.join("\n", lines.subList(1, lines.size())).strip();
    String rest = said.group(2);
    return switch (Character.toUpperCase(said.group(1).charAt(0))) {
      case 'N' -> Optional.of(new SaidByMail("NOT_CLEARED", reason(rest, below)));
      case 'S' -> alone(rest, "SEEN", below);
      default -> alone(rest, "CLEARED", below);
    };
  }

  private static Optional<SaidByMail> alone(String rest, String answer, String below) {
    return NOTHING_MORE.matcher(rest).matches()
        ? Optional.of(new SaidByMail(answer, below))
        : Optional.empty();
  }

  private static String reason(String rest, String below) {
    return (rest.replaceFirst("^[\\s\\p{P}]{1,20}", "") + '\n' + below).strip();
  }

  /** The lines above the quotation and the signature, from the first that says something. */
  private static List<String> own(String text) {
    List<String> all = text.lines().map(String::strip).toList();
    List<String> own = new ArrayList<>();
    for (int i = 0; i < all.size() && !isEnd(all, i); i++) {
      if (!own.isEmpty() || !all.get(i).isEmpty()) {
        own.add(all.get(i));
      }
    }
    return own;
  }

  private static boolean isEnd(List<String> lines, int at) {
    String line = lines.get(at);
    String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
    return END.matcher(line).matches()
        || (line.endsWith(":") && next.startsWith(">"))
        || (BEGINS_ATTRIBUTION.matcher(line).matches()
            && (ENDS_ATTRIBUTION.matcher(line).matches()
                || ENDS_ATTRIBUTION.matcher(' ' + next).matches()));
  }
}
