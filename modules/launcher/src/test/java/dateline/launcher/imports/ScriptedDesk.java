package dateline.launcher.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A desk that answers changes as it is told: what a real one does on bad days. It knows no note
 * until it is told to say 200 to a new one: then another import began it with another version.
 */
final class ScriptedDesk implements AutoCloseable {

  /** A change that it was asked for. */
  record Asked(String method, String key, String body) {}

  /** As a status: 200, and the header that says that it was so already. */
  static final int NOTHING_TO_DO = 208;

  private final HttpServer server;
  private final List<Integer> statuses;
  private volatile boolean there;
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /**
   * @param statuses of the answers to changes, in order; 201 afterwards
   */
  ScriptedDesk(Integer... statuses) throws IOException {
    this.statuses = new ArrayList<>(List.of(statuses));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("GET")) {
      if (there) {
        send(exchange, 200, "{\"origin\":{\"versions\":[{\"version\":\"another\"}]}}");
      } else {
        send(exchange, 404, "{\"code\":\"UNKNOWN_NOTE\"}");
      }
      return;
    }
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            body));
    int status;
    synchronized (statuses) {
      status = statuses.isEmpty() ? 201 : statuses.removeFirst();
    }
    if (status == 200 && exchange.getRequestMethod().equals("POST")) {
      there = true;
      status = NOTHING_TO_DO;
    }
    if (status == NOTHING_TO_DO) {
      exchange.getResponseHeaders().set("Dateline-Nothing-To-Do", "true");
      status = 200;
    }
    send(
        exchange,
        status,
        switch (status) {
          case 403 -> "{\"code\":\"ROLE_MISSING\",\"detail\":\"You may not.\"}";
          case 409 ->
              "{\"code\":\"IMPORTED_ELSEWHERE\",\"detail\":\"It is a draft of another office.\"}";
          case 422 -> "{\"code\":\"HEADLINE_TOO_LONG\",\"detail\":\"It is too long.\"}";
          case 503 -> "{\"code\":\"LOG_UNAVAILABLE\"}";
          default -> "{}";
        });
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("ETag", "\"1.0.0\"");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
