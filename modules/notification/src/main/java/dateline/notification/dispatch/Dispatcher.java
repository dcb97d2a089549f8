package dateline.notification.dispatch;

import dateline.contracts.Topic;
import dateline.notification.mail.Mails;
import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogFollower;
import dateline.runtime.ReaderMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the planned mails to the SMTP server, each at most once: what a crash leaves unknown is
 * written down as in doubt and never guessed. Any number of dispatchers share the work by
 * partition. Owns its threads; {@link #close} stops them.
 */
public final class Dispatcher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final String NAME = "dispatcher";
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final KafkaSettings kafka;
  private final Wire wire;
  private final AddressBook book;
  private final Released released;
  private final NoticeDesk notices;
  private final Relay relay;
  private final DispatchMetrics metrics;
  private final Clerk clerk;
  private final Lanes lanes;
  private final int perDomain;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<Session> session = Optional.empty();
  private volatile Optional<String> broken = Optional.empty();
  private volatile String waitingFor = "It reads addresses, releases and the directory.";

  private Dispatcher(NotificationSettings settings, KafkaSettings kafka, Wire wire, Meters meters) {
    Map<String, Object> client = kafka.client();
    this.kafka = kafka;
    this.wire = wire;
    this.book = new AddressBook(client, wire);
    this.released = new Released(client, wire);
    this.notices = new NoticeDesk(client, wire, settings.noticeWriter());
    this.relay = new Relay(settings);
    this.metrics = new DispatchMetrics(meters);
    this.clerk =
        new Clerk(
            book, released, notices, new Mails(settings.letterhead()), settings.retries(), metrics);
    this.lanes = new Lanes(settings.connections());
    this.perDomain = settings.connectionsPerDomain();
    this.thread = Thread.ofPlatform().name(NAME).unstarted(this::run);
  }

  /** Starts to dispatch; it does when {@link #health} is ready. The topics must exist. */
  public static Dispatcher start(
      NotificationSettings settings, KafkaSettings kafka, Wire wire, Meters meters) {
    Dispatcher dispatcher = new Dispatcher(settings, kafka, wire, meters);
    dispatcher.meterBy(meters);
    dispatcher.thread.start();
    return dispatcher;
  }

  private void meterBy(Meters meters) {
    followers().forEach(follower -> follower.meterBy(meters));
    metrics.unsettled(() -> session.map(Session::unsettled).orElse(0));
    ReaderMetrics.lag(meters, NAME, Topic.DELIVERIES, () -> session.map(Session::lag).orElse(0L));
  }

  private Stream<LogFollower> followers() {
    return Stream.of(book.follower(), released.follower(), notices.follower());
  }

  /** How it is; while the mail server is away it is live but not ready. */
  public Health health() {
    if (broken.isPresent()) {
      return Health.broken(NAME, broken.get());
    }
    Optional<String> stopped =
        followers()
            .flatMap(it -> it.stopped("It can no longer follow the log; see its log.").stream())
            .findFirst();
    if (stopped.isPresent()) {
      return Health.broken(NAME, stopped.get());
    }
    if (relay.isAway()) {
      return Health.starting(NAME, "It waits for the mail server to answer.");
    }
    return session.map(Session::isAssigned).orElse(false)
        ? Health.ready(NAME)
        : Health.starting(NAME, waitingFor);
  }

  // The thread's top: whatever goes wrong here must be seen, so nothing is let through.
  private void run() {
    try {
      if (caughtUp(book.follower().caughtUp())
          && caughtUp(released.follower().caughtUp())
          && caughtUp(notices.follower().caughtUp())) {
        while (!isClosing()) {
          dispatch();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (LogAccessException e) {
      broken = Optional.of(e.getMessage());
    } catch (Throwable e) {
      log.atError().setCause(e).log("dispatcher stopped");
      broken = Optional.of("It stopped on a fault that its log tells.");
    }
  }

  /**
   * One spell of work, until it is closed or the log fails; then it begins anew from the ledger.
   */
  private void dispatch() throws InterruptedException {
    waitingFor = "It waits for its partitions.";
    try (Session own = new Session(this, kafka.client(), wire)) {
      session = Optional.of(own);
      own.run();
    } catch (KafkaException | RegistryUnavailableException e) {
      LogAccessException.throwIfWhy(e, kafka.client());
      log.atWarn().setCause(e).log("dispatcher begins anew");
      waitingFor = "It waits for the log or the registry; its own log tells which.";
      session = Optional.empty();
      if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } finally {
      session = Optional.empty();
    }
  }

  private boolean caughtUp(CompletableFuture<Void> follower) throws InterruptedException {
    while (!isClosing()) {
      try {
        follower.get(100, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        // Not yet.
      } catch (ExecutionException e) {
        return false; // Its health says why.
      }
    }
    return false;
  }

  /** Who it knows by now. */
  AddressBook book() {
    return book;
  }

  DispatchMetrics metrics() {
    return metrics;
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** A desk for a partition that was given to this dispatcher. */
  PartitionDesk desk(int partition, OpenBatches.Position from) {
    Ledger ledger = Ledger.open(partition, kafka.client(), wire);
    LedgerReader.Contents contents = read(partition, from, ledger);
    ledger.start(contents.end());
    log.atInfo()
        .addKeyValue("topic", Topic.DELIVERIES.topicName())
        .addKeyValue("partition", partition)
        .addKeyValue("offset", from.offset())
        .log("partition taken");
    return new PartitionDesk(
        partition,
        new OpenBatches(from, contents.batches()),
        ledger,
        contents.past(),
        clerk,
        relay,
        lanes,
        perDomain);
  }

  /** A ledger that cannot be read is given up: its producer would stay for ever. */
  private LedgerReader.Contents read(int partition, OpenBatches.Position from, Ledger ledger) {
    boolean read = false;
    try {
      LedgerReader.Contents contents =
          LedgerReader.read(partition, from.ledgerFrom(), kafka.client(), wire);
      read = true;
      return contents;
    } finally {
      if (!read) {
        ledger.close();
      }
    }
  }

  /** Waits for mails under way, fifteen seconds at most, and stops. */
  @Override
  public void close() {
    closing.countDown();
    session.ifPresent(Session::wakeUp);
    try {
      if (!thread.join(Duration.ofSeconds(40))) {
        log.atWarn().log("dispatcher is still busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    book.close();
    released.close();
    notices.close();
  }
}
