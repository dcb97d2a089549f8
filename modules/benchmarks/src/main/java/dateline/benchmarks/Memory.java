package dateline.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a container has in use and what it may have, in MiB. */
record Memory(double used, double limit) {

  private static final Pattern PAIR =
      Pattern.compile("([\\d.]+)([KMG]?)i?B / ([\\d.]+)([KMG]?)i?B");

  /**
   * As {@code docker stats} writes it.
   *
   * @param text {@code "345.6MiB / 1GiB"}
   */
  static Memory of(String text) {
    Matcher pair = PAIR.matcher(text.strip());
    if (!pair.matches()) {
      throw new CannotMeasureException(
          "docker stats says \"%s\" of memory, which is not understood; do the control groups of this machine count memory?"
              .formatted(text));
    }
    return new Memory(mib(pair.group(1), pair.group(2)), mib(pair.group(3), pair.group(4)));
  }

  private static double mib(String number, String unit) {
    double amount = Double.parseDouble(number);
    return switch (unit) {
      case "G" -> amount * 1_024;
      case "M" -> amount;
      case "K" -> amount / 1_024;
      default -> amount / (1 << 20);
    };
  }
}
