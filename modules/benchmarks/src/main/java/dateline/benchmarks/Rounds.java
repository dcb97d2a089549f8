package dateline.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** One measurement over several rounds, as Markdown: a line each, then min, median and max. */
final class Rounds {

  private final List<String> columns;
  private final List<double[]> rounds = new ArrayList<>();

  Rounds(String... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a round.
   *
   * @param values one for each column
   */
  void add(double... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          values.length + " values for " + columns.size() + " columns");
    }
    rounds.add(values.clone());
  }

  /** The middle of a column; the mean of the two in the middle if they are even in number. */
  double median(String column) {
    return median(sorted(columns.indexOf(column)));
  }

  /** The smallest of a column. */
  double min(String column) {
    return sorted(columns.indexOf(column))[0];
  }

  /** The largest of a column. */
  double max(String column) {
    return sorted(columns.indexOf(column))[rounds.size() - 1];
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private double[] sorted(int column) {
    return rounds.stream().mapToDouble(round -> round[column]).sorted().toArray();
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("| round | ").append(String.join(" | ", columns)).append(" |\n");
    out.append("|---|").append("---:|".repeat(columns.size())).append('\n');
    for (int i = 0; i < rounds.size(); i++) {
      row(out, Integer.toString(i + 1), Arrays.stream(rounds.get(i)));
    }
    summary(out, "min", values -> values[0]);
    summary(out, "median", Rounds::median);
    summary(out, "max", values -> values[values.length - 1]);
    return out.toString();
  }

  private void summary(StringBuilder out, String name, ToDoubleFunction<double[]> of) {
    DoubleStream.Builder values = DoubleStream.builder();
    for (int column = 0; column < columns.size(); column++) {
      values.add(of.applyAsDouble(sorted(column)));
    }
    row(out, "**" + name + "**", values.build());
  }

  private static void row(StringBuilder out, String name, DoubleStream values) {
    String cells = values.mapToObj(Rounds::number).collect(Collectors.joining(" | "));
    out.append("| ").append(name).append(" | ").append(cells).append(" |\n");
  }

  /** Whole if it is large, otherwise with a few decimals. */
  static String number(double value) {
    if (value == Math.rint(value) || Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
  }

  /** Whether the median of a column is no more than this, as a line of a list. */
  String atMost(String column, double target, String unit) {
    return verdict(column, "≤", target, unit, median(column) <= target);
  }

  /** Whether the median of a column is no less than this, as a line of a list. */
  String atLeast(String column, double target, String unit) {
    return verdict(column, "≥", target, unit, median(column) >= target);
  }

  private String verdict(String column, String sign, double target, String unit, boolean met) {
    return "* %s: median %s %s, target %s %s %s: %s%n"
        .formatted(
            column,
            number(median(column)),
            unit,
            sign,
            number(target),
            unit,
            met ? "met" : "**missed**");
  }
}
