package dateline.runtime.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the media types we have does an Accept header like best (RFC 9110, 12.5.1). */
final class Negotiation {

  private Negotiation() {}

  /** The best of those offered, the earlier one if two are liked alike; empty if none is taken. */
  static Optional<String> choose(String accept, List<String> offered) {
    Optional<String> best = Optional.empty();
    double bestQuality = 0;
    for (String type : offered) {
      double quality = quality(accept, type);
      if (quality > bestQuality) {
        best = Optional.of(type);
        bestQuality = quality;
      }
    }
    return best;
  }

  /** The quality of the most specific range that covers the type; 0 if none does. */
  private static double quality(String accept, String type) {
    int specific = -1;
    double quality = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      int rank = rank(parts[0].strip(), type);
      if (rank > specific) {
        specific = rank;
        quality = weight(parts);
      }
    }
    return quality;
  }

  private static int rank(String range, String type) {
    if (range.equals(type)) {
      return 2;
    }
    if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
      return 1;
    }
    return range.equals("*/*") ? 0 : -1;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(parameter.substring(2));
      }
    }
    return 1;
  }
}
