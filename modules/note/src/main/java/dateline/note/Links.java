package dateline.note;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where links go. */
public final class Links {

  /** What is said of links that a reader did not keep, with a place for their number. */
  public static final String NOT_KEPT =
      "Links lead to something that is no address of the web, of mail or of a telephone (%d),"
          + " the first of them here; their words were kept.";

  /** What to do about them. */
  public static final String NOT_KEPT_MEND = "Link to an address that readers can open.";

  private static final Pattern SCHEME =
      Pattern.compile("([a-z][a-z0-9+-]{0,30}):.*", Pattern.DOTALL);
  private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel", "sms", "ftp");

  private Links() {}

  /**
   * Whether this target, as written, goes to the web, to mail, to a telephone or to a file server,
   * or has no scheme. Whatever else a program may make of a target, a browser runs some of it.
   * White space and controls inside a scheme do not hide it: browsers skip them.
   */
  public static boolean isSafe(String href) {
    String bare = href.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
    Matcher scheme = SCHEME.matcher(bare);
    return !scheme.matches() || SAFE.contains(scheme.group(1));
  }

  /**
   * Whether this target, as written, leads nowhere: empty, a bare scheme, into the same page, or
   * not {@linkplain #isSafe safe}.
   */
  public static boolean isDead(String href) {
    String target = VisibleText.of(href).toLowerCase(Locale.ROOT);
    return target.isEmpty()
        || target.startsWith("#")
        || !isSafe(href)
        || target.equals("http://")
        || target.equals("https://")
        || target.equals("mailto:")
        || target.equals("about:blank");
  }

  /**
   * The address to send a reader to; empty unless it is the web or mail and safe to print. An
   * address written without scheme ({@code "www.example.org"}) gets {@code https}.
   */
  static Optional<String> target(String href) {
    String target = href.strip();
    String lower = target.toLowerCase(Locale.ROOT);
    boolean clean = target.chars().allMatch(c -> c > ' ' && c != 0x7F && !Source.showsNothing(c));
    if (isDead(target) || !clean) {
      return Optional.empty();
    }
    if (lower.startsWith("www.")) {
      return Optional.of("https://" + target);
    }
    boolean known =
        lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
    return known ? Optional.of(target) : Optional.empty();
  }
}
