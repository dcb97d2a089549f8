package dateline.runtime.metrics;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The requests a server answers. For use by any number of threads. */
public final class HttpMetrics {

  private static final Metric REQUESTS =
      Metric.histogram(
          "dateline_http_request_seconds",
          "From a request's arrival to its answer, without sending that. `route` is the pattern, `none` if no route has the path.",
          "method",
          "route",
          "status");

  public static final List<Metric> ALL = List.of(REQUESTS);

  private record Kind(String method, String route, int status) {}

  private final Meters meters;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  public HttpMetrics(Meters meters) {
    this.meters = meters;
  }

  /**
   * Counts a request.
   *
   * @param method of the route, so that nobody can make up methods: {@code "GET"}
   * @param route its pattern: {@code "/notes/{id}"}
   */
  public void answered(String method, String route, int status, Duration took) {
    timers
        .computeIfAbsent(
            new Kind(method, route, status),
            kind ->
                meters.timer(
                    REQUESTS, kind.method(), kind.route(), Integer.toString(kind.status())))
        .record(took);
  }
}
