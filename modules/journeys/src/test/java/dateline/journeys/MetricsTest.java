package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.notification.dispatch.DispatchMetrics;
import dateline.notification.kafka.PlannerMetrics;
import dateline.runtime.HealthMetrics;
import dateline.runtime.ReaderMetrics;
import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.metrics.HttpMetrics;
import dateline.runtime.metrics.Metric;
import dateline.runtime.metrics.ProcessMetrics;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of metrics, alarms and the dashboard: held against the code. */
class MetricsTest {

  private static final Documents HERE = Documents.here();
  private static final String OPERATIONS = "docs/operations.md";
  private static final String ALARMS = "docker/prometheus/alerts.yml";
  private static final String DASHBOARD = "docker/grafana/dashboards/dateline.json";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?:dateline|jvm|process)_.*$");
  private static final Pattern NAMED = Pattern.compile("\\b(?:dateline|jvm|process)_[a-z_]+");
  private static final Pattern ALARM = Pattern.compile("alert: (\\w+)");
  private static final Pattern RUNBOOK = Pattern.compile("runbook: docs/operations\\.md#(\\w+)");
  private static final Pattern SECTION = Pattern.compile("(?m)^#### (Dateline\\w+)$");

  /** Every metric there is. */
  static List<Metric> all() {
    return Stream.of(
            EngineMetrics.ALL,
            PlannerMetrics.ALL,
            DispatchMetrics.ALL,
            ReaderMetrics.ALL,
            HttpMetrics.ALL,
            HealthMetrics.ALL,
            ProcessMetrics.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void theTableHasEveryMetricAsItIsAndNoOther() {
    assertThat(ROW.matcher(HERE.text(OPERATIONS)).results().map(MatchResult::group))
        .containsExactlyElementsOf(all().stream().map(MetricsTest::row).toList());
  }

  @Test
  void namesAreByPrometheusConventions() {
    for (Metric metric : all()) {
      String end =
          switch (metric.kind()) {
            case COUNTER -> "_total";
            case HISTOGRAM -> "_seconds";
            case GAUGE -> "";
          };
      assertThat(metric.name()).matches("[a-z][a-z_]*").endsWith(end);
      assertThat(metric.labels()).doesNotContain("module", "le");
    }
    assertThat(all()).extracting(Metric::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {ALARMS, "docker/prometheus/alerts-test.yml", DASHBOARD, OPERATIONS})
  void everyMetricThatIsAskedForIsThere(String file) {
    assertThat(unknown(HERE.text(file))).isEmpty();
  }

  @Test
  void everyAlarmHasItsRunbookAndEachRunbookItsAlarm() {
    String rules = HERE.text(ALARMS);
    List<String> alarms = found(ALARM, rules);
    assertThat(alarms).hasSize(10).doesNotHaveDuplicates();
    assertThat(found(SECTION, HERE.text(OPERATIONS))).containsExactlyInAnyOrderElementsOf(alarms);
    assertThat(found(RUNBOOK, rules))
        .containsExactlyElementsOf(
            alarms.stream().map(alarm -> alarm.toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void everyModuleIsRead() {
    Compose cluster = Compose.of(HERE.text("docker-compose.yml"));
    String configuration = HERE.text("docker/prometheus/prometheus.yml");
    for (String module :
        List.of(
            "drafting",
            "clearance",
            "publishing",
            "notification",
            "dispatcher",
            "newsroom-1",
            "newsroom-2",
            "desk")) {
      assertThat(cluster.services()).contains(module);
      assertThat(configuration).contains("- " + module + ":8090\n");
    }
    assertThat(cluster.commands())
        .filteredOn(command -> command.startsWith("run "))
        .allMatch(command -> command.endsWith(" --health 8090"));
  }

  /** With Prometheus's own tool, where that is installed. */
  @Test
  void everyAlarmFiresOnWhatItIsForAndStaysQuietOtherwise() throws Exception {
    assumeTrue(promtool(), "promtool is not installed");
    assertThat(
            found(
                Pattern.compile("name: (\\w+) fires"),
                HERE.text("docker/prometheus/alerts-test.yml")))
        .containsExactlyInAnyOrderElementsOf(found(ALARM, HERE.text(ALARMS)));
    Path folder = Checkout.root().resolve("docker/prometheus");
    assertThat(run(folder, "promtool", "check", "config", "prometheus.yml")).contains("SUCCESS");
    assertThat(run(folder, "promtool", "test", "rules", "alerts-test.yml")).contains("SUCCESS");
  }

  @Test
  void anAlarmThatNeverFiresIsFound(@TempDir Path folder) throws Exception {
    assumeTrue(promtool(), "promtool is not installed");
    Files.writeString(
        folder.resolve("alerts.yml"),
        HERE.text(ALARMS).replace("outcome=\"in_doubt\"", "outcome=\"indoubt\""));
    Files.writeString(
        folder.resolve("alerts-test.yml"), HERE.text("docker/prometheus/alerts-test.yml"));
    assertThat(run(folder, "promtool", "test", "rules", "alerts-test.yml"))
        .contains("FAILED", "DatelineMailsInDoubt");
  }

  @Test
  void aMetricThatThereIsNotIsFound() {
    assertThat(unknown("rate(dateline_commands_total[5m])")).contains("dateline_commands_total");
    assertThat(unknown("rate(dateline_decision_seconds_bucket[5m])")).isEmpty();
  }

  private static Set<String> unknown(String text) {
    Set<String> known =
        all().stream()
            .flatMap(metric ->
                metric.kind() == Metric.Kind.HISTOGRAM
                    ? Stream.of("", "_bucket", "_count", "_sum", "_max")
                        .map(end -> metric.name() + end)
                    : Stream.of(metric.name()))
            .collect(Collectors.toSet());
    Set<String> unknown =
        new TreeSet<>(NAMED.matcher(text).results().map(MatchResult::group).toList());
    unknown.removeAll(known);
    return unknown;
  }

  private static String row(Metric metric) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            metric.name(),
            metric.kind().name().toLowerCase(Locale.ROOT),
            metric.unit(),
            metric.labels().stream()
                .map(label -> '`' + label + '`')
                .collect(Collectors.joining(", ")),
            metric.meaning());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static boolean promtool() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
