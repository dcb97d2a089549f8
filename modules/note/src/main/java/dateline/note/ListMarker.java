package dateline.note;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marker an item of a list begins with: a bullet, {@code "1."}, {@code "(a)"}. */
final class ListMarker {

  private static final Pattern MARKER =
      Pattern.compile(
          "([•·▪◦‣●○■▸►▶➢➤❖◆◇⁃∙✓✔☑☐\uf0b7\uf0a7\uf0d8*-]|\\d{1,3}[.)]|\\(\\d{1,3}\\)(?![\\s\\u00a0]\\d{3}[ .-]\\d{3})|\\(?[a-z]\\))[\\s\\u00a0]");

  private ListMarker() {}

  static Optional<String> of(String text) {
    Matcher marker = MARKER.matcher(text);
    return marker.lookingAt() ? Optional.of(marker.group(1)) : Optional.empty();
  }

  /** The number of a counted item. */
  static Optional<Integer> number(String marker) {
    String digits = marker.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(digits));
  }
}
