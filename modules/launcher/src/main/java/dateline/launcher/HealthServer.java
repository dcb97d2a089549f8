package dateline.launcher;

import dateline.runtime.Health;
import dateline.runtime.http.Body;
import dateline.runtime.http.CannotListenException;
import dateline.runtime.http.Content;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How the modules of this process are ({@code /health}) and what they count ({@code /metrics}), on
 * a port of its own: neither is the public's, nor the staff's.
 */
final class HealthServer implements AutoCloseable {

  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to answer.
   *
   * @param host what to listen on: {@code "127.0.0.1"}
   * @param port 0 for any free one
   * @param parts the modules of this process, at least one
   * @throws CannotListenException if it cannot listen there
   */
  static HealthServer start(
      String host, int port, Supplier<List<Health>> parts, PrometheusMeterRegistry metrics) {
    Routes routes =
        Routes.of(
            List.of(
                Route.get("/health", _ -> health(parts.get())),
                Route.get("/metrics", _ -> metrics(metrics))));
    return new HealthServer(HttpServer.start("health", host, port, routes));
  }

  /** Where this machine reaches it: {@code "http://127.0.0.1:8082"}. */
  String url() {
    return server.url();
  }

  private static Response health(List<Health> parts) {
    boolean ready = parts.stream().allMatch(Health::ready);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("live", parts.stream().allMatch(Health::live));
    json.put("ready", ready);
    json.put(
        "why",
        parts.stream().filter(part -> !part.ready()).map(Health::why).findFirst().orElse(""));
    json.put("parts", parts.stream().map(HealthServer::part).toList());
    return Content.json(ready ? 200 : 503, json).withHeader("Cache-Control", "no-store");
  }

  private static Map<String, Object> part(Health health) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("part", health.component());
    json.put("live", health.live());
    json.put("ready", health.ready());
    json.put("why", health.why());
    return json;
  }

  private static Response metrics(PrometheusMeterRegistry metrics) {
    return new Content(200, PROMETHEUS_TEXT, Map.of(), Body.of(metrics.scrape()))
        .withHeader("Cache-Control", "no-store");
  }

  @Override
  public void close() {
    server.close();
  }
}
