package dateline.runtime.metrics;

import java.util.List;

/**
 * A metric, as Prometheus and {@code docs/operations.md} know it.
 *
 * @param name by Prometheus's conventions: {@code dateline_decision_seconds}
 * @param labels beside {@code module}, which all of Dateline's own have; few values each, never an
 *     id, an address or a text
 * @param meaning one sentence
 */
public record Metric(String name, Kind kind, String unit, List<String> labels, String meaning) {

  /** What kind of number it is. */
  public enum Kind {
    /** Only grows, from 0 at each start. */
    COUNTER,
    /** How something is now. */
    GAUGE,
    /** How long things took, counted in buckets: {@link Meters#BUCKETS}. */
    HISTOGRAM
  }

  public Metric {
    labels = List.copyOf(labels);
  }

  public static Metric counter(String name, String unit, String meaning, String... labels) {
    return new Metric(name, Kind.COUNTER, unit, List.of(labels), meaning);
  }

  public static Metric gauge(String name, String unit, String meaning, String... labels) {
    return new Metric(name, Kind.GAUGE, unit, List.of(labels), meaning);
  }

  public static Metric histogram(String name, String meaning, String... labels) {
    return new Metric(name, Kind.HISTOGRAM, "seconds", List.of(labels), meaning);
  }
}
