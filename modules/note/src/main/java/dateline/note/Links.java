package dateline.note;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where links go. */
public final class Links {

  private static final List<String> RUN = List.of("javascript:", "data:", "vbscript:");

  private Links() {}

  /**
   * Whether a browser would run this target, as written, instead of opening it. White space and
   * controls inside a scheme do not hide it: browsers skip them.
   */
  public static boolean isRun(String href) {
    String bare = href.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
    return RUN.stream().anyMatch(bare::startsWith);
  }

  /**
   * Whether this target, as written, leads nowhere: empty, a bare scheme, into the same page, or
   * something to {@linkplain #isRun run}.
   */
  public static boolean isDead(String href) {
    String target = VisibleText.of(href).toLowerCase(Locale.ROOT);
    return target.isEmpty()
        || target.startsWith("#")
        || isRun(href)
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
