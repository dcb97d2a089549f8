package dateline.notification.dispatch;

import dateline.contracts.OutcomeV1;
import java.time.Instant;
import java.util.Optional;

/** Outcomes as the ledger writes them. */
final class Outcomes {

  private Outcomes() {}

  static OutcomeV1 of(Task task, Past.Outcome outcome, Instant at) {
    return of(task, outcome, 0, "", Optional.empty(), at);
  }

  static OutcomeV1 of(
      Task task,
      Past.Outcome outcome,
      int code,
      String status,
      Optional<Instant> retryAt,
      Instant at) {
    return OutcomeV1.newBuilder()
        .setDeliveryId(task.delivery().getId())
        .setBatchId(task.batch().getId())
        .setReleaseId(task.batch().getReleaseId())
        .setSubscriberId(task.delivery().getSubscriberId())
        .setOutcome(outcome.name())
        .setReplyCode(code)
        .setStatus(status)
        .setRetryAt(retryAt.orElse(null))
        .setAt(at)
        .build();
  }
}
