package dateline.launcher.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a stream, none held that is longer than allowed, however much it unpacks to. */
final class Lines {

  /** A line without its end. */
  sealed interface Line {
    /** As it stands there. */
    record Text(String text) implements Line {}

    /** It was passed over. */
    record TooLong() implements Line {}

    /** It is not in UTF-8. */
    record NotUtf8() implements Line {}
  }

  private final InputStream in;
  private final int most;
  private long number;

  /**
   * @param in buffered
   * @param most bytes of a line
   */
  Lines(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /** The number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /** The next line, or empty at the end. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      length++;
      if (length <= most) {
        line.write(c);
      }
    }
    number++;
    return Optional.of(length > most ? new Line.TooLong() : text(line.toByteArray()));
  }

  private static Line text(byte[] bytes) {
    try {
      return new Line.Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Line.NotUtf8();
    }
  }
}
