package dateline.launcher.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in a failure if one piece of markup, such as an attribute, never does. */
final class Guarded extends FilterInputStream {

  /** Bytes between two events of the parser. */
  private static final long MOST = 32L << 20;

  private long since;

  Guarded(InputStream in) {
    super(in);
  }

  /** A further event came. */
  @Override
  public void reset() {
    since = 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) throws IOException {
    since += bytes;
    if (since > MOST) {
      throw new IOException("one piece of markup has more than %d bytes".formatted(MOST));
    }
  }
}
