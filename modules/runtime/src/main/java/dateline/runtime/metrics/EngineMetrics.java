package dateline.runtime.metrics;

import dateline.contracts.AnswerV1;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an engine counts. All is counted before its transaction ends: what a failure undoes and the
 * next try does again is counted twice. For use by any number of threads.
 */
public final class EngineMetrics {

  /** Also counted by the dispatcher. */
  public static final Metric DEAD_LETTERS =
      Metric.counter(
          "dateline_dead_letters_total",
          "records",
          "Records set aside in the dead letters because they could not be read or handled.");

  private static final Metric ANSWERS =
      Metric.counter(
          "dateline_commands_answered_total",
          "commands",
          "Commands by their answer: `done`, `nothing_to_do` or `refused`, the last with the code of the broken rule.",
          "answer",
          "code");
  private static final Metric DECISION =
      Metric.histogram(
          "dateline_decision_seconds",
          "From reading a command to having written its events and answer, without the commit.");
  private static final Metric LATENESS =
      Metric.histogram(
          "dateline_due_lateness_seconds",
          "From the instant something was due to its decision, without the commit. Publishing: scheduled releases; clearance: reminders and deadlines.");

  public static final List<Metric> ALL = List.of(ANSWERS, DEAD_LETTERS, DECISION, LATENESS);

  private final Meters meters;
  private final Counter done;
  private final Counter nothingToDo;
  private final Map<String, Counter> refused = new ConcurrentHashMap<>();
  private final Counter deadLetters;
  private final Timer decision;
  private final Timer lateness;

  public EngineMetrics(Meters meters) {
    this.meters = meters;
    this.done = meters.counter(ANSWERS, "done", "");
    this.nothingToDo = meters.counter(ANSWERS, "nothing_to_do", "");
    this.deadLetters = meters.counter(DEAD_LETTERS);
    this.decision = meters.timer(DECISION);
    this.lateness = meters.timer(LATENESS);
  }

  /** Counts an answer, which must say what it is. */
  public void answered(AnswerV1.Builder answer) {
    if (answer.hasDone()) {
      done.increment();
    } else if (answer.hasNothingToDo()) {
      nothingToDo.increment();
    } else {
      refused
          .computeIfAbsent(
              answer.getRefused().getCode(), code -> meters.counter(ANSWERS, "refused", code))
          .increment();
    }
  }

  public void setAside() {
    deadLetters.increment();
  }

  /** A command was handled. */
  public void decided(Duration took) {
    decision.record(took);
  }

  /** What was due at an instant has been decided now. */
  public void happened(Instant due, Instant now) {
    lateness.record(Duration.between(due, now));
  }
}
