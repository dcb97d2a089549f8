package dateline.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * A note as publishing left it.
 *
 * @param version how many events publishing has of it
 * @param digest of the prepared or released text; empty if none
 * @param scheduledFor only while it is scheduled, or if it was released by schedule
 * @param zone in which that was said; empty if it was not
 * @param releaseId empty unless released
 * @param number version of the public text, from 1; 0 unless released
 * @param endorsers none unless released
 */
record Release(
    long version,
    Status status,
    String digest,
    Optional<Instant> scheduledFor,
    String zone,
    String releaseId,
    int number,
    Optional<Instant> releasedAt,
    Endorsers endorsers) {

  enum Status {
    NOT_PREPARED,
    READY,
    SCHEDULED,
    RELEASED
  }

  static final Release NONE = unreleased(0, Status.NOT_PREPARED, "", Optional.empty(), "");

  private static Release unreleased(
      long version, Status status, String digest, Optional<Instant> scheduledFor, String zone) {
    return new Release(
        version, status, digest, scheduledFor, zone, "", 0, Optional.empty(), Endorsers.NONE);
  }

  Release prepared(String itsDigest) {
    return unreleased(version + 1, Status.READY, itsDigest, Optional.empty(), "");
  }

  Release scheduled(Instant at, String itsZone) {
    return unreleased(version + 1, Status.SCHEDULED, digest, Optional.of(at), itsZone);
  }

  Release cancelled() {
    return prepared(digest);
  }

  Release discarded() {
    return unreleased(version + 1, Status.NOT_PREPARED, "", Optional.empty(), "");
  }

  Release released(String itsDigest, String id, int itsNumber, Instant at) {
    return new Release(
        version + 1,
        Status.RELEASED,
        itsDigest,
        scheduledFor,
        zone,
        id,
        itsNumber,
        Optional.of(at),
        Endorsers.NONE);
  }

  Release endorsed(Endorsers now) {
    return new Release(
        version + 1, status, digest, scheduledFor, zone, releaseId, number, releasedAt, now);
  }

  /** Counts an event it knows nothing about. */
  Release counted() {
    return endorsed(endorsers);
  }
}
