package dateline.notification.dispatch;

import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.runtime.Trace;
import java.time.Instant;
import java.util.Optional;

/**
 * One mail to be sent.
 *
 * @param offset of its batch
 * @param takenAt when this dispatcher read its batch
 * @param putOff how often it was put off
 * @param trace what the batch came of, if that is known
 */
record Task(
    long offset,
    DeliveryBatchV1 batch,
    DeliveryV1 delivery,
    Instant takenAt,
    int putOff,
    Optional<Trace> trace) {

  Lane lane() {
    return switch (batch.getLane()) {
      case "NOTICE" -> Lane.NOTICE;
      case "PRESS" -> Lane.PRESS;
      default -> Lane.PUBLIC;
    };
  }

  /** Whether it is to a person of the house. */
  boolean isNotice() {
    return batch.getPurpose().equals("NOTICE");
  }

  /** Whether it is to somebody outside the house who is to clear a text. */
  boolean isInvitation() {
    return batch.getPurpose().equals("INVITATION");
  }

  boolean isConfirmation() {
    return batch.getPurpose().equals("CONFIRMATION");
  }

  Task putOffAgain() {
    return new Task(offset, batch, delivery, takenAt, putOff + 1, trace);
  }
}
