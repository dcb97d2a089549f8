package dateline.runtime.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percent-encoding (RFC 3986) and forms (application/x-www-form-urlencoded), strictly UTF-8. */
public final class PercentEncoding {

  private PercentEncoding() {}

  /** Encodes text as one path segment or one query value. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * @throws ProblemException 400 if a percent sign is not followed by two hex digits or the bytes
   *     are not UTF-8
   */
  static String decodePathSegment(String raw) {
    return decode(raw, false);
  }

  /**
   * The values of a query or a form by name, in order.
   *
   * @throws ProblemException 400 as {@link #decodePathSegment}
   */
  static Map<String, List<String>> decodePairs(String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  private static String decode(String raw, boolean plusIsSpace) {
    if (raw.indexOf('%') < 0 && !(plusIsSpace && raw.indexOf('+') >= 0)) {
      return raw;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c == '%') {
        int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
        int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw malformed();
        }
        bytes.write(high * 16 + low);
        i += 3;
      } else {
        int codePoint = raw.codePointAt(i);
        bytes.writeBytes(
            (plusIsSpace && c == '+' ? " " : Character.toString(codePoint))
                .getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(codePoint);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  private static ProblemException malformed() {
    return new ProblemException(
        Problem.badRequest(
            "MALFORMED_ENCODING",
            "A part of the address or form is not percent-encoded UTF-8; encode it again."));
  }
}
