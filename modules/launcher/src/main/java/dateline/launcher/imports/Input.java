package dateline.launcher.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** A file that is read once from its beginning, gzip or plain, never held whole. */
final class Input implements Closeable {

  /** What a file holds, as its first character shows. */
  enum Form {
    CORPUS,
    FEED,
    NEITHER
  }

  /** So much white space may stand before the first character. */
  private static final int LOOK = 4_096;

  private final BufferedInputStream in;
  private final Form form;

  private Input(BufferedInputStream in) throws IOException {
    this.in = in;
    this.form = look(in);
  }

  /**
   * Opens a file.
   *
   * @param read is told how many bytes of the file were read, each time some were
   */
  static Input open(Path file, LongConsumer read) throws IOException {
    BufferedInputStream raw =
        new BufferedInputStream(new Counting(Files.newInputStream(file), read), 1 << 16);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return new Input(
          gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 14), 1 << 14) : raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  Form form() {
    return form;
  }

  InputStream stream() {
    return in;
  }

  private static Form look(BufferedInputStream in) throws IOException {
    in.mark(LOOK);
    try {
      for (int i = 0; i < LOOK - 1; i++) {
        int c = in.read();
        switch (c) {
          case '{' -> {
            return Form.CORPUS;
          }
          case '<' -> {
            return Form.FEED;
          }
          // White space, byte order marks and the empty half of a character in UTF-16.
          case ' ', '\t', '\r', '\n', 0, 0xef, 0xbb, 0xbf, 0xfe, 0xff -> {}
          default -> {
            return Form.NEITHER;
          }
        }
      }
      return Form.NEITHER;
    } finally {
      in.reset();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static final class Counting extends FilterInputStream {
    private final LongConsumer read;

    Counting(InputStream in, LongConsumer read) {
      super(in);
      this.read = read;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      read.accept(c < 0 ? 0 : 1);
      return c;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = super.read(into, from, most);
      read.accept(Math.max(0, count));
      return count;
    }
  }
}
