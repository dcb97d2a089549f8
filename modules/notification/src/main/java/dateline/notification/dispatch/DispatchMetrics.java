package dateline.notification.dispatch;

import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What a dispatcher counts. For use by any number of threads. */
public final class DispatchMetrics {

  private static final Metric MAILS =
      Metric.counter(
          "dateline_mails_total",
          "mails",
          "What became of mails: `accepted` by the server, `deferred` once, `bounced`, `held` because no longer wanted, `in_doubt` whether it arrived. `lane` is `notice`, `press` or `public`.",
          "outcome",
          "lane");
  private static final Metric HAND_OVER =
      Metric.histogram(
          "dateline_mail_handover_seconds",
          "From the first byte of a mail to the server's answer, the ledger's commit before the last dot included.");
  private static final Metric UNSETTLED =
      Metric.gauge(
          "dateline_mails_unsettled",
          "mails",
          "Planned mails that this dispatcher has read and that have no end yet.");

  public static final List<Metric> ALL = List.of(MAILS, HAND_OVER, UNSETTLED);

  private record End(Past.Outcome outcome, Lane lane) {}

  private final Meters meters;
  private final Map<End, Counter> mails = new HashMap<>();
  private final Timer handOver;
  private final Counter deadLetters;

  DispatchMetrics(Meters meters) {
    this.meters = meters;
    for (Past.Outcome outcome : Past.Outcome.values()) {
      if (outcome != Past.Outcome.NONE && outcome != Past.Outcome.STARTED) {
        for (Lane lane : Lane.values()) {
          mails.put(new End(outcome, lane), meters.counter(MAILS, label(outcome), label(lane)));
        }
      }
    }
    this.handOver = meters.timer(HAND_OVER);
    this.deadLetters = meters.counter(EngineMetrics.DEAD_LETTERS);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  void unsettled(DoubleSupplier now) {
    meters.gauge(UNSETTLED, now);
  }

  /** A mail has this outcome, and that is in the log. */
  void became(Task task, Past.Outcome outcome) {
    Optional.ofNullable(mails.get(new End(outcome, task.lane()))).orElseThrow().increment();
  }

  void handedOver(Duration took) {
    handOver.record(took);
  }

  void setAside() {
    deadLetters.increment();
  }
}
