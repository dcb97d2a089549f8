package dateline.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Where one module's metrics go. A meter that is asked for again is the same one. For use by any
 * number of threads; to count costs a few nanoseconds, to ask for a meter more: keep it.
 *
 * @param module the label that all its metrics have: {@code "drafting"}
 */
public record Meters(MeterRegistry registry, String module) {

  /** Upper bounds of a histogram's buckets; one above all of them is added. */
  public static final List<Duration> BUCKETS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofMillis(10),
          Duration.ofMillis(25),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofMillis(2_500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10));

  /** Meters that nobody reads. */
  public static Meters unread(String module) {
    return new Meters(new SimpleMeterRegistry(), module);
  }

  /**
   * A counter, at 0 from its first mention.
   *
   * @param values of the metric's labels, in their order
   */
  public Counter counter(Metric metric, String... values) {
    return Counter.builder(metric.name())
        .description(metric.meaning())
        .tags(tags(metric, values))
        .register(registry);
  }

  /**
   * Says how something is, each time it is asked.
   *
   * @param now quick, from any thread
   * @param values of the metric's labels, in their order
   */
  public void gauge(Metric metric, DoubleSupplier now, String... values) {
    Gauge.builder(metric.name(), now::getAsDouble)
        .description(metric.meaning())
        .tags(tags(metric, values))
        .register(registry);
  }

  /**
   * A histogram of durations.
   *
   * @param values of the metric's labels, in their order
   */
  public Timer timer(Metric metric, String... values) {
    return Timer.builder(metric.name())
        .description(metric.meaning())
        .serviceLevelObjectives(BUCKETS.toArray(Duration[]::new))
        .tags(tags(metric, values))
        .register(registry);
  }

  private Tags tags(Metric metric, String... values) {
    if (values.length != metric.labels().size()) {
      throw new IllegalArgumentException(
          metric.name() + " has the labels " + metric.labels() + ", each needs a value");
    }
    List<Tag> tags = new ArrayList<>();
    tags.add(Tag.of("module", module));
    for (int i = 0; i < values.length; i++) {
      tags.add(Tag.of(metric.labels().get(i), values[i]));
    }
    return Tags.of(tags);
  }
}
