package dateline.notification.kafka;

import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.PlanV1;
import dateline.contracts.Topic;
import dateline.notification.Interests;
import dateline.runtime.Commits;
import dateline.runtime.Trace;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a plan into batches of deliveries, in short slices: a cursor in a store remembers how far
 * it has come, and the cursor and the batches are one transaction, so that a restart goes on
 * exactly there. Press contacts come first, of all open plans; then the public, oldest plan first.
 */
final class Planner implements Processor<String, byte[], String, byte[]> {

  private static final Logger log = LoggerFactory.getLogger(Planner.class);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** One slice; a callback of Streams must be over in 100 ms. */
  private static final Duration SLICE = Duration.ofMillis(60);

  /** Batches a slice; one more may go out when its last batch is cut short. */
  private static final int MOST_BATCHES = 500;

  private final Wire wire;
  private final PlannerMetrics metrics;
  private ProcessorContext<String, byte[]> context;
  private Commits commits;
  private Reach reach;

  Planner(Wire wire, PlannerMetrics metrics) {
    this.wire = wire;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.commits = Commits.of(context);
    this.reach = Reach.of(context);
    context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> slice());
  }

  @Override
  public void process(Record<String, byte[]> record) {
    reach.open(record.key(), record.value(), Trace.of(record.headers()));
  }

  private void slice() {
    Budget budget = new Budget(SLICE, MOST_BATCHES);
    for (Plan plan : plans()) {
      if (budget.isSpent()) {
        return;
      }
      work(plan, budget);
    }
  }

  /** Those that have press contacts left first, then by age. */
  private List<Plan> plans() {
    return reach.plans().stream()
        .map(entry -> new Plan((PlanV1) wire.read(Topic.NOTIFICATION_PLANS, entry.value)))
        .sorted(
            Comparator.<Plan, Boolean>comparing(
                    plan -> reach.cursor(plan.release()).startsWith(Reach.PUBLIC))
                .thenComparing(Plan::at)
                .thenComparing(Plan::release))
        .toList();
  }

  private void work(Plan plan, Budget budget) {
    String cursor = reach.cursor(plan.release());
    Batches batches = new Batches(plan, budget);
    boolean finished = true;
    String last = cursor;
    try (KeyValueIterator<String, byte[]> entries = reach.after(cursor)) {
      while (entries.hasNext()) {
        if (budget.isSpent()) {
          finished = false;
          break;
        }
        KeyValue<String, byte[]> entry = entries.next();
        last = entry.key;
        add(plan, batches, Place.of(entry.key), entry.value);
      }
    }
    batches.flush();
    if (!last.equals(cursor)) {
      reach.advance(plan.release(), last);
    }
    if (finished) {
      finish(plan, batches);
    }
  }

  private void add(Plan plan, Batches batches, Place place, byte[] wants) {
    if (plan.concerns(Reached.wants(wants))
        && !reach.isPlanned(plan.release(), place.subscriber())) {
      batches.add(place);
    }
  }

  private void finish(Plan plan, Batches batches) {
    List<String> late = reach.late(plan.release(), MOST_BATCHES);
    for (String key : late) {
      Place place = Place.of(key);
      Optional<byte[]> wants = reach.at(key);
      if (wants.isPresent() && plan.concerns(Reached.wants(wants.get()))) {
        batches.add(place);
      }
      reach.settle(plan.release(), place.subscriber());
    }
    batches.flush();
    if (late.isEmpty()) {
      reach.close(plan.release());
      log.atInfo()
          .addKeyValue("releaseId", plan.release())
          .addKeyValue("partition", context.taskId().partition())
          .log("release planned");
    }
  }

  /** How much of a slice is left. */
  private static final class Budget {
    private final long end;
    private int batches;

    Budget(Duration time, int batches) {
      this.end = System.nanoTime() + time.toNanos();
      this.batches = batches;
    }

    boolean isSpent() {
      return batches <= 0 || System.nanoTime() - end > 0;
    }

    void spend() {
      batches--;
    }
  }

  /** Gathers neighbours of one lane and domain and sends them off. */
  private final class Batches {
    private static final int MOST_RECIPIENTS = 200;

    private final Plan plan;
    private final Budget budget;
    private final Optional<Trace> trace;
    private final List<Place> waiting = new ArrayList<>();

    Batches(Plan plan, Budget budget) {
      this.plan = plan;
      this.budget = budget;
      this.trace = reach.trace(plan.release());
    }

    void add(Place place) {
      if (!waiting.isEmpty()
          && (waiting.size() == MOST_RECIPIENTS || !waiting.getFirst().isBeside(place))) {
        flush();
      }
      waiting.add(place);
    }

    void flush() {
      if (waiting.isEmpty()) {
        return;
      }
      long now = context.currentSystemTimeMs();
      DeliveryBatchV1 batch = plan.batch(waiting, Instant.ofEpochMilli(now));
      context.forward(
          new Record<>(
              batch.getDomain(), wire.write(Topic.DELIVERIES, batch), now, Trace.headers(trace)));
      commits.soon(plan.at().toEpochMilli());
      metrics.planned(waiting.getFirst().lane(), waiting.size());
      waiting.clear();
      budget.spend();
    }
  }

  /** Where a subscriber comes in the order of mails. */
  record Place(String lane, String domain, String subscriber) {

    static Place of(String key) {
      int domain = key.indexOf('/') + 1;
      int subscriber = key.indexOf('/', domain) + 1;
      return new Place(
          key.substring(0, domain),
          key.substring(domain, subscriber - 1),
          key.substring(subscriber));
    }

    boolean isBeside(Place other) {
      return lane.equals(other.lane) && domain.equals(other.domain);
    }
  }

  /** A release that is to be planned. */
  record Plan(PlanV1 wire) {

    String release() {
      return wire.getReleaseId();
    }

    Instant at() {
      return wire.getAt();
    }

    boolean concerns(List<Interests> wants) {
      return wants.stream()
          .anyMatch(interests ->
              interests.want(
                  Optional.ofNullable(wire.getKind()),
                  Optional.ofNullable(wire.getIssuer()),
                  wire.getLanguages()));
    }

    DeliveryBatchV1 batch(List<Place> places, Instant now) {
      return Deliveries.release(wire, places, now);
    }
  }
}
