package dateline.notification.dispatch;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.runtime.Trace;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything about the deliveries of one partition while this dispatcher has it: its ledger, its
 * domains, the workers on virtual threads. {@link #take}, {@link #tick} and {@link #close} are
 * called by the dispatcher's thread.
 */
final class PartitionDesk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PartitionDesk.class);
  private static final int MAILS_A_CONNECTION = 100;
  private static final long STOP_SECONDS = 15;

  private record Later(Instant at, Task task) {}

  private final int partition;
  private final Ledger ledger;
  private final Map<String, Past> past;
  private final OpenBatches batches;
  private final Clerk clerk;
  private final Relay relay;
  private final Lanes lanes;
  private final int perDomain;
  private final ConcurrentHashMap<String, Domain> domains = new ConcurrentHashMap<>();
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::at));
  private final Phaser workers = new Phaser(1);
  private volatile boolean closing;
  private volatile boolean failed;

  PartitionDesk(
      int partition,
      OpenBatches batches,
      Ledger ledger,
      Map<String, Past> past,
      Clerk clerk,
      Relay relay,
      Lanes lanes,
      int perDomain) {
    this.partition = partition;
    this.ledger = ledger;
    this.past = past;
    this.batches = batches;
    this.clerk = clerk;
    this.relay = relay;
    this.lanes = lanes;
    this.perDomain = perDomain;
  }

  /** Takes a batch in: what the ledger says is done is not done again. */
  void take(long offset, DeliveryBatchV1 batch, Optional<Trace> trace) {
    batches.take(offset, batch.getDeliveries().size(), ledger.end());
    Instant now = Instant.now();
    for (DeliveryV1 delivery : batch.getDeliveries()) {
      Past known = Optional.ofNullable(past.remove(delivery.getId())).orElse(Past.NONE);
      take(new Task(offset, batch, delivery, now, known.putOff(), trace), known);
    }
  }

  /** A batch that cannot be read is settled when its dead letter is written. */
  void setAside(long offset, String key, DeadLetterV1 letter) {
    batches.take(offset, 1, ledger.end());
    var _ = ledger.setAside(key, letter).thenRun(() -> batches.settle(offset));
  }

  private void take(Task task, Past known) {
    switch (known.last()) {
      case NONE -> queue(task);
      case STARTED -> clerk.doubt(task, ledger, () -> batches.settle(task.offset()));
      case DEFERRED -> putOff(task, known.retryAt().orElse(task.takenAt()));
      case ACCEPTED, BOUNCED, HELD, IN_DOUBT -> batches.settle(task.offset());
    }
  }

  /** Brings back what had to wait, and sets workers on what has none. */
  void tick(Instant now) {
    synchronized (later) {
      while (!later.isEmpty() && !later.element().at().isAfter(now)) {
        queue(later.remove().task());
      }
    }
    for (String name : domains.keySet()) {
      Domain domain = domains.computeIfPresent(name, (_, d) -> d.isIdle() ? null : d);
      if (domain != null) {
        hire(domain);
      }
    }
  }

  /** Where a later dispatcher goes on. */
  OpenBatches.Position position() {
    return batches.position(ledger.end());
  }

  int unsettled() {
    return batches.unsettled();
  }

  /** Whether it can do no more here: the partition is to be begun anew from its ledger. */
  boolean isLost() {
    return failed || ledger.isLost();
  }

  private void putOff(Task task, Instant at) {
    synchronized (later) {
      later.add(new Later(at, task));
    }
  }

  private void queue(Task task) {
    hire(
        domains.compute(
            task.batch().getDomain(),
            (_, known) -> {
              Domain domain = known == null ? new Domain(perDomain) : known;
              domain.add(task);
              return domain;
            }));
  }

  private void hire(Domain domain) {
    while (!closing && !isLost() && relay.isOpen(Instant.now())) {
      Optional<Lane> lane = domain.hire();
      if (lane.isEmpty()) {
        return;
      }
      workers.register();
      Thread.ofVirtual().name("mail-" + partition).start(() -> work(domain, lane.get()));
    }
  }

  // The thread's top: a mail that is in no queue any more must not be forgotten unseen.
  private void work(Domain domain, Lane lane) {
    AtomicReference<String> delivery = new AtomicReference<>("");
    try {
      lanes.enter(lane);
      try (Connection connection = relay.connection()) {
        boolean more = true;
        for (int i = 0; i < MAILS_A_CONNECTION && more && !closing; i++) {
          more = workOnNext(domain, lane, connection, delivery);
        }
      } finally {
        lanes.leave(lane);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      failed = true;
      logFault(delivery.get(), e);
    } finally {
      domain.leave(lane);
      workers.arriveAndDeregister();
    }
    hire(domain);
  }

  /** Without the fault's message, which may hold an address or a text. */
  private void logFault(String delivery, Throwable fault) {
    log.atError()
        .addKeyValue("partition", partition)
        .addKeyValue("deliveryId", delivery)
        .addKeyValue("fault", fault.getClass().getName())
        .addKeyValue("at", Arrays.stream(fault.getStackTrace()).limit(5).toList())
        .log("mail could not be dealt with; its partition is begun anew");
  }

  private boolean workOnNext(
      Domain domain, Lane lane, Connection connection, AtomicReference<String> delivery) {
    Optional<Task> next = domain.next(lane);
    if (next.isEmpty()) {
      return false;
    }
    Task task = next.get();
    delivery.set(task.delivery().getId());
    Clerk.Verdict verdict =
        clerk.handle(task, connection, ledger, () -> batches.settle(task.offset()));
    return switch (verdict) {
      case Clerk.Verdict.Ended() -> true;
      case Clerk.Verdict.Again(Task again, Instant at) -> {
        putOff(again, at);
        yield true;
      }
      case Clerk.Verdict.NoServer() -> {
        domain.giveBack(task);
        yield false;
      }
      case Clerk.Verdict.NotOurs() -> false;
    };
  }

  /** Begins no further mail, waits for those under way and gives the ledger up. */
  @Override
  public void close() {
    closing = true;
    try {
      workers.awaitAdvanceInterruptibly(workers.arrive(), STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      log.atWarn().addKeyValue("partition", partition).log("mails are still under way");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ledger.close();
  }
}
