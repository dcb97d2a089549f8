package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.metrics.Meters;
import dateline.runtime.metrics.Metric;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** How far those who read the log are behind it. */
public final class ReaderMetrics {

  private static final Metric LAG =
      Metric.gauge(
          "dateline_reader_lag_records",
          "records",
          "Records of a topic that this process has been given to read and has not read yet.",
          "reader",
          "topic");
  private static final Metric BEHIND =
      Metric.gauge(
          "dateline_reader_behind_seconds",
          "seconds",
          "How long ago a follower had read all there was: below a second while it keeps up, the age of what it shows when it does not.",
          "reader");
  private static final Metric UNREADABLE =
      Metric.gauge(
          "dateline_reader_unreadable_records",
          "records",
          "Records a follower skipped since it started because they could not be read.",
          "reader");

  public static final List<Metric> ALL = List.of(LAG, BEHIND, UNREADABLE);

  private ReaderMetrics() {}

  /** Watches a reader's lag on a topic. */
  public static void lag(Meters meters, String reader, Topic topic, DoubleSupplier records) {
    meters.gauge(LAG, records, reader, topic.topicName());
  }

  /**
   * Watches a follower.
   *
   * @param reader its name: {@code "desk-index"}
   * @param now the follower, which may be another one later; empty while there is none
   */
  public static void watch(
      Meters meters, String reader, Collection<Topic> topics, Supplier<Optional<LogFollower>> now) {
    for (Topic topic : topics) {
      lag(meters, reader, topic, () -> now.get().map(it -> (double) it.lag(topic)).orElse(0.0));
    }
    meters.gauge(
        BEHIND,
        () -> now.get().map(it -> it.behind().toMillis() / 1_000.0).orElse(Double.NaN),
        reader);
    meters.gauge(
        UNREADABLE, () -> now.get().map(it -> (double) it.unreadable()).orElse(0.0), reader);
  }
}
