package dateline.notification.dispatch;

import java.util.TreeMap;

/**
 * Which batches of a partition are not settled yet, and from where a dispatcher that comes later
 * must read them and the ledger. Safe for use by many threads.
 */
final class OpenBatches {

  /**
   * Where to go on.
   *
   * @param offset of the first batch that is not settled, or of the next one
   * @param ledgerFrom offset of the ledger before which nothing is said of any of them
   */
  record Position(long offset, long ledgerFrom) {}

  private record Batch(int unsettled, long ledgerFrom) {}

  private final TreeMap<Long, Batch> open = new TreeMap<>();
  private final long knownFrom;
  private final long knownUntil;
  private long next;
  private int unsettled;

  /**
   * @param from where the dispatcher before this one left off
   * @param knownUntil offset of the first batch that no earlier dispatcher can have read: of those
   *     before it the ledger may speak already
   */
  OpenBatches(Position from, long knownUntil) {
    this.next = from.offset();
    this.knownFrom = from.ledgerFrom();
    this.knownUntil = knownUntil;
  }

  /**
   * A batch was read.
   *
   * @param ledgerEnd where the ledger ends now; of a new batch nothing is said before it
   */
  synchronized void take(long offset, int deliveries, long ledgerEnd) {
    next = offset + 1;
    if (deliveries > 0) {
      open.put(offset, new Batch(deliveries, ledgerFrom(offset, ledgerEnd)));
      unsettled += deliveries;
    }
  }

  /** One delivery of the batch has its end in the ledger. */
  synchronized void settle(long offset) {
    Batch batch = open.get(offset);
    if (batch == null) {
      throw new IllegalStateException("a delivery of a settled batch was settled");
    }
    unsettled--;
    if (batch.unsettled() == 1) {
      open.remove(offset);
    } else {
      open.put(offset, new Batch(batch.unsettled() - 1, batch.ledgerFrom()));
    }
  }

  /** Deliveries without an end. */
  synchronized int unsettled() {
    return unsettled;
  }

  /**
   * Where a later dispatcher goes on.
   *
   * @param ledgerEnd where the ledger ends now
   */
  synchronized Position position(long ledgerEnd) {
    return open.isEmpty()
        ? new Position(next, ledgerFrom(next, ledgerEnd))
        : new Position(open.firstKey(), open.firstEntry().getValue().ledgerFrom());
  }

  private long ledgerFrom(long offset, long ledgerEnd) {
    return offset < knownUntil ? knownFrom : ledgerEnd;
  }
}
