package dateline.runtime.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which paths a route answers: {@code /notes/{id}}, {@code /notes/{id}.json}. */
public final class PathPattern {
  private final String text;
  private final List<Segment> segments;

  private PathPattern(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
  }

  private sealed interface Segment {}

  private record Literal(String text) implements Segment {}

  private record Parameter(String name, String suffix) implements Segment {}

  /**
   * Reads a pattern.
   *
   * @param pattern begins with a slash; a segment is a literal or one parameter in braces with an
   *     optional literal behind it. A parameter takes one segment and is never empty.
   * @throws IllegalArgumentException if it is not such a pattern
   */
  public static PathPattern of(String pattern) {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("a path pattern begins with a slash: " + pattern);
    }
    List<Segment> segments = new ArrayList<>();
    for (String part : pattern.substring(1).split("/", -1)) {
      int close = part.indexOf('}');
      if (part.startsWith("{") && close > 1) {
        segments.add(new Parameter(part.substring(1, close), part.substring(close + 1)));
      } else if (part.contains("{") || part.contains("}")) {
        throw new IllegalArgumentException("a parameter begins its segment: " + pattern);
      } else {
        segments.add(new Literal(part));
      }
    }
    return new PathPattern(pattern, List.copyOf(segments));
  }

  /**
   * The parameters by name if the path matches.
   *
   * @param path decoded segments
   */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String actual = path.get(i);
      boolean matches =
          switch (segments.get(i)) {
            case Literal(var literal) -> literal.equals(actual);
            case Parameter(var name, var suffix) -> {
              boolean fits = actual.length() > suffix.length() && actual.endsWith(suffix);
              if (fits) {
                parameters.put(name, actual.substring(0, actual.length() - suffix.length()));
              }
              yield fits;
            }
          };
      if (!matches) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /**
   * The decoded segments of a raw path.
   *
   * @throws ProblemException 400 if it is not percent-encoded UTF-8, or climbs with dot segments
   */
  static List<String> segments(String rawPath) {
    if (!rawPath.startsWith("/")) {
      throw new ProblemException(
          Problem.badRequest("MALFORMED_PATH", "A path begins with a slash."));
    }
    List<String> decoded =
        Arrays.stream(rawPath.substring(1).split("/", -1))
            .map(PercentEncoding::decodePathSegment)
            .toList();
    if (decoded.stream().anyMatch(s -> s.equals(".") || s.equals("..") || s.indexOf('\0') >= 0)) {
      throw new ProblemException(
          Problem.badRequest(
              "MALFORMED_PATH", "The path has dot segments or a NUL; ask for the address itself."));
    }
    return decoded;
  }

  @Override
  public String toString() {
    return text;
  }
}
