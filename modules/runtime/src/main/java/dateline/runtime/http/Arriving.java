package dateline.runtime.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body on its way here; a reader can tell a client that breaks off from trouble of its own. */
final class Arriving extends FilterInputStream {

  Arriving(InputStream content) {
    super(content);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      return in.read(buffer, from, length);
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }
}
