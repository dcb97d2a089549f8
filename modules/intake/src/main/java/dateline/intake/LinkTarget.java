package dateline.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which links are kept: those to the web, to mail, to a telephone, and those without a scheme. */
final class LinkTarget {

  private static final Pattern SCHEME =
      Pattern.compile("([a-z][a-z0-9+-]{0,30}):.*", Pattern.DOTALL);
  private static final Set<String> KEPT = Set.of("http", "https", "mailto", "tel", "sms", "ftp");

  private LinkTarget() {}

  /** White space and controls inside a scheme do not hide it: browsers skip them. */
  static boolean isSafe(String href) {
    String bare = href.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
    Matcher scheme = SCHEME.matcher(bare);
    return !scheme.matches() || KEPT.contains(scheme.group(1));
  }
}
