package dateline.runtime;

import dateline.runtime.metrics.Meters;
import dateline.runtime.metrics.Metric;
import java.util.List;
import java.util.function.Supplier;

/** A module's health, as {@code /health} says it. */
public final class HealthMetrics {

  private static final Metric LIVE =
      Metric.gauge(
          "dateline_live", "0 or 1", "1 while the module can do its work, now or after waiting.");
  private static final Metric READY =
      Metric.gauge("dateline_ready", "0 or 1", "1 while the module does its work.");

  public static final List<Metric> ALL = List.of(LIVE, READY);

  private HealthMetrics() {}

  public static void watch(Meters meters, Supplier<Health> health) {
    meters.gauge(LIVE, () -> health.get().live() ? 1 : 0);
    meters.gauge(READY, () -> health.get().ready() ? 1 : 0);
  }
}
