package dateline.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One kept HTTP/1.1 connection that costs as little as possible, since it shares the processor with
 * what it measures. One thread at a time; opened when it is needed, and again after it was idle.
 */
final class Connection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofSeconds(15);

  private final URI server;
  private final Duration patience;
  private Optional<Open> open = Optional.empty();
  private long used;

  private record Open(Socket socket, InputStream in) {}

  /** An answer; header names in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  Connection(URI server) {
    this(server, PATIENCE);
  }

  /**
   * @param patience with an answer
   */
  Connection(URI server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  Answer get(String path, Map<String, String> headers) throws IOException {
    return send("GET", path, headers, new byte[0]);
  }

  /**
   * Sends a request and reads its answer whole.
   *
   * @throws IOException if there is none within 30 seconds, or the patience given, or it is not
   *     understood
   */
  Answer send(String method, String path, Map<String, String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
    head.append(server.getAuthority()).append("\r\nContent-Length: ").append(body.length);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    byte[] start = head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    Open connection = connect();
    try {
      connection.socket().getOutputStream().write(whole);
      Answer answer = read(connection.in());
      used = System.nanoTime();
      return answer;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Open connect() throws IOException {
    if (open.isPresent() && System.nanoTime() - used < IDLE.toNanos()) {
      return open.get();
    }
    close();
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) patience.toMillis());
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
    Open fresh = new Open(socket, new BufferedInputStream(socket.getInputStream(), 16_384));
    open = Optional.of(fresh);
    return fresh;
  }

  private static Answer read(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 ")) {
      throw new IOException("not an answer: " + status);
    }
    Map<String, String> headers = new HashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    if (!headers.containsKey("content-length")) {
      throw new IOException("an answer without Content-Length is not understood here");
    }
    int length = Integer.parseInt(headers.get("content-length"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the answer ended early");
    }
    return new Answer(
        Integer.parseInt(status.substring(9, 12)),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    Optional<Open> now = open;
    open = Optional.empty();
    if (now.isPresent()) {
      now.get().socket().close();
    }
  }
}
