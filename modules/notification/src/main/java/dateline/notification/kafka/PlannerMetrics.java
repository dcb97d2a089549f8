package dateline.notification.kafka;

import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import java.util.List;

/** What planner and notices count, before their transaction ends, as {@link EngineMetrics}. */
public final class PlannerMetrics {

  private static final Metric PLANNED =
      Metric.counter(
          "dateline_recipients_planned_total",
          "recipients",
          "Recipients of releases for whom a mail was planned. `lane` is `press` or `public`.",
          "lane");

  public static final List<Metric> ALL = List.of(PLANNED);

  private final Counter press;
  private final Counter others;
  private final Counter deadLetters;

  PlannerMetrics(Meters meters) {
    this.press = meters.counter(PLANNED, "press");
    this.others = meters.counter(PLANNED, "public");
    this.deadLetters = meters.counter(EngineMetrics.DEAD_LETTERS);
  }

  /**
   * A batch was planned.
   *
   * @param lane as {@link Reach} names it
   */
  void planned(String lane, int recipients) {
    (lane.equals(Reach.PRESS) ? press : others).increment(recipients);
  }

  void setAside() {
    deadLetters.increment();
  }
}
