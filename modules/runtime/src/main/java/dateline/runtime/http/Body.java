package dateline.runtime.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The bytes of a request or an answer; they never change. That of an {@link Route#uploading upload}
 * is still arriving: it is read once as a {@link #stream} and has nothing else to tell.
 */
public final class Body {
  /** No bytes. */
  public static final Body NONE = new Body(new byte[0], Optional.empty());

  private final byte[] bytes;
  private final Optional<InputStream> arriving;

  /** Made once for a body that is sent often; empty until then. */
  private volatile Optional<Body> gzip = Optional.empty();

  private Body(byte[] bytes, Optional<InputStream> arriving) {
    this.bytes = bytes;
    this.arriving = arriving;
  }

  /**
   * @param bytes given away: the caller changes them no more
   */
  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? NONE : new Body(bytes, Optional.empty());
  }

  /** What a client is sending; whoever reads it sets its own limit. */
  static Body arriving(InputStream content) {
    return new Body(new byte[0], Optional.of(content));
  }

  /** The text in UTF-8. */
  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes as they come; those of an upload once only. */
  public InputStream stream() {
    return arriving.orElseGet(() -> new ByteArrayInputStream(bytes));
  }

  /** In bytes. */
  public int length() {
    return bytes.length;
  }

  /** Read as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** A view that cannot be written to. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** The same compressed with gzip. */
  Body gzip() {
    Optional<Body> known = gzip;
    if (known.isPresent()) {
      return known.get();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream compressing = new GZIPOutputStream(out)) {
      compressing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    Body made = new Body(out.toByteArray(), Optional.empty());
    gzip = Optional.of(made);
    return made;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Says how long it is and never what it says. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
