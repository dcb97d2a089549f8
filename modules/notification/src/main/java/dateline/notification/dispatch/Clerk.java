package dateline.notification.dispatch;

import dateline.contracts.AddressV1;
import dateline.contracts.OutcomeV1;
import dateline.notification.Subscriber;
import dateline.notification.mail.Letter;
import dateline.notification.mail.Mails;
import dateline.notification.mail.Recipient;
import dateline.notification.mail.ReleasedNote;
import dateline.notification.notices.Staff;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one mail: looks up whether it is still wanted, hands it over, writes down what became of
 * it. Knows nothing of queues and threads.
 */
final class Clerk {

  private static final Logger log = LoggerFactory.getLogger(Clerk.class);

  /** How long a fact that the same transaction wrote may take to come round. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration SOON = Duration.ofMillis(200);

  /** When a mail comes again that only a change of the program can help. */
  private static final Duration LATER = Duration.ofMinutes(1);

  /** What is to be done with a task after the clerk had it. */
  sealed interface Verdict {

    /** It has its end, in the ledger or on the way there. */
    record Ended() implements Verdict {}

    /** It comes again at this instant. */
    record Again(Task task, Instant at) implements Verdict {}

    /** It was not tried: there is no server. */
    record NoServer() implements Verdict {}

    /** The partition is another dispatcher's. */
    record NotOurs() implements Verdict {}
  }

  private sealed interface Readiness {
    record Ready(SMTPMessage mail) implements Readiness {}

    record NotYet() implements Readiness {}

    record NoLongerWanted() implements Readiness {}
  }

  private final AddressBook book;
  private final Released released;
  private final NoticeDesk notices;
  private final Mails mails;
  private final List<Duration> retries;
  private final DispatchMetrics metrics;

  Clerk(
      AddressBook book,
      Released released,
      NoticeDesk notices,
      Mails mails,
      List<Duration> retries,
      DispatchMetrics metrics) {
    this.book = book;
    this.released = released;
    this.notices = notices;
    this.mails = mails;
    this.retries = retries;
    this.metrics = metrics;
  }

  /** Does one task; {@code ended} is run when its end is committed. */
  Verdict handle(Task task, Connection connection, Ledger ledger, Runnable ended) {
    try (Trace.Logged _ = Trace.logging(task.trace())) {
      return deal(task, connection, ledger, ended);
    }
  }

  private Verdict deal(Task task, Connection connection, Ledger ledger, Runnable ended) {
    Readiness readiness;
    try {
      readiness = readiness(task);
    } catch (UnreadableRecordException e) {
      log.atError()
          .addKeyValue("deliveryId", task.delivery().getId())
          .addKeyValue("releaseId", task.batch().getReleaseId())
          .addKeyValue("code", e.code())
          .log("mail waits: what it tells cannot be read");
      return new Verdict.Again(task, Instant.now().plus(LATER));
    }
    return switch (readiness) {
      case Readiness.NotYet() -> new Verdict.Again(task, Instant.now().plus(SOON));
      case Readiness.NoLongerWanted() ->
          end(task, ledger, Outcomes.of(task, Past.Outcome.HELD, Instant.now()), ended);
      case Readiness.Ready(SMTPMessage mail) ->
          after(task, handOver(task, mail, connection, ledger), ledger, ended);
    };
  }

  private Reply handOver(Task task, SMTPMessage mail, Connection connection, Ledger ledger) {
    name(mail, task);
    long began = System.nanoTime();
    Reply reply = connection.send(mail, () -> started(task, ledger));
    metrics.handedOver(Duration.ofNanos(System.nanoTime() - began));
    return reply;
  }

  /** Whoever asks about a mail finds what it came of. */
  private static void name(SMTPMessage mail, Task task) {
    task.trace()
        .ifPresent(trace -> {
          try {
            mail.setHeader(Trace.ANSWERED, trace.id());
          } catch (MessagingException e) {
            throw new IllegalStateException("a mail of our own takes no header", e);
          }
        });
  }

  /** It may have been handed over by a dispatcher that died: nobody knows, and nobody guesses. */
  void doubt(Task task, Ledger ledger, Runnable ended) {
    end(task, ledger, Outcomes.of(task, Past.Outcome.IN_DOUBT, Instant.now()), ended);
  }

  private Readiness readiness(Task task) {
    return task.isNotice() ? ofNotice(task) : ofSubscribersMail(task);
  }

  /** To whoever is in the directory, and to nobody else. */
  private Readiness ofNotice(Task task) {
    if (notices.follower().waitingFor().isPresent()) {
      return new Readiness.NotYet(); // Whoever left meanwhile would not be seen.
    }
    String id = task.delivery().getSubscriberId();
    Optional<Staff.Member> person = notices.person(id);
    if (person.isEmpty()) {
      return notWanted(task);
    }
    Optional<Letter> letter = notices.letter(task);
    if (letter.isEmpty()) {
      return new Readiness.NotYet();
    }
    Recipient to =
        new Recipient(task.delivery().getId(), id, person.get().address(), person.get().name());
    return new Readiness.Ready(mails.notice(to, letter.get(), task.batch().getAt()));
  }

  private static Readiness notWanted(Task task) {
    return task.takenAt().plus(PATIENCE).isAfter(Instant.now())
        ? new Readiness.NotYet()
        : new Readiness.NoLongerWanted();
  }

  private Readiness ofSubscribersMail(Task task) {
    if (book.follower().waitingFor().isPresent()) {
      return new Readiness.NotYet(); // Whoever left meanwhile would not be seen.
    }
    AddressBook.Person person = book.of(task.delivery().getSubscriberId());
    Optional<AddressV1> address = person.address();
    if (address.isEmpty() || !isWanted(task, person.subscriber())) {
      return notWanted(task);
    }
    Recipient to =
        new Recipient(
            task.delivery().getId(),
            task.delivery().getSubscriberId(),
            address.get().getAddress(),
            address.get().getName());
    if (task.isInvitation()) {
      return new Readiness.Ready(mails.notice(to, notices.invitation(task), task.batch().getAt()));
    }
    if (task.isConfirmation()) {
      return new Readiness.Ready(mails.confirmation(to, task.batch().getAt()));
    }
    Optional<ReleasedNote> note = released.of(task.batch().getReleaseId());
    return note.isPresent()
        ? new Readiness.Ready(mails.release(to, note.get()))
        : new Readiness.NotYet();
  }

  private static boolean isWanted(Task task, Subscriber subscriber) {
    if (task.isInvitation()) {
      return subscriber.clearer();
    }
    return task.isConfirmation() ? subscriber.isAsked() : !subscriber.wants().isEmpty();
  }

  private static void started(Task task, Ledger ledger) throws IOException {
    try {
      ledger.write(Outcomes.of(task, Past.Outcome.STARTED, Instant.now())).join();
    } catch (CompletionException e) {
      throw new IOException("not handed over", e.getCause());
    }
  }

  private Verdict after(Task task, Reply reply, Ledger ledger, Runnable ended) {
    Instant now = Instant.now();
    return switch (reply) {
      case Reply.Accepted(int code, String status) ->
          end(task, ledger, outcome(task, Past.Outcome.ACCEPTED, code, status, now), ended);
      case Reply.Turned(int code, String status) ->
          end(task, ledger, outcome(task, Past.Outcome.BOUNCED, code, status, now), ended);
      case Reply.Lost() -> end(task, ledger, Outcomes.of(task, Past.Outcome.IN_DOUBT, now), ended);
      case Reply.PutOff(int code, String status) -> putOff(task, code, status, ledger, ended, now);
      case Reply.NoServer() -> new Verdict.NoServer();
      case Reply.NotOurs() -> new Verdict.NotOurs();
    };
  }

  private Verdict putOff(
      Task task, int code, String status, Ledger ledger, Runnable ended, Instant now) {
    if (task.putOff() >= retries.size()) {
      return end(task, ledger, outcome(task, Past.Outcome.BOUNCED, code, "4.4.7", now), ended);
    }
    Instant retryAt = now.plus(retries.get(task.putOff()));
    var _ =
        ledger
            .write(
                Outcomes.of(task, Past.Outcome.DEFERRED, code, status, Optional.of(retryAt), now))
            .thenRun(() -> metrics.became(task, Past.Outcome.DEFERRED));
    return new Verdict.Again(task.putOffAgain(), retryAt);
  }

  private static OutcomeV1 outcome(
      Task task, Past.Outcome outcome, int code, String status, Instant at) {
    return Outcomes.of(task, outcome, code, status, Optional.empty(), at);
  }

  /** The next mail of this connection waits for its own "started", which is written after this. */
  private Verdict end(Task task, Ledger ledger, OutcomeV1 outcome, Runnable ended) {
    var _ =
        ledger
            .write(outcome)
            .thenRun(() -> {
              metrics.became(task, Past.Outcome.valueOf(outcome.getOutcome()));
              ended.run();
            });
    return new Verdict.Ended();
  }
}
