package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.note.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the offices said.
 *
 * @param latest each office's last answer to the present text, or to a former one that was kept; an
 *     office that answers three times is still one office
 * @param kept for which text an answer to a former one stands
 * @param former with which office cleared a former text last, unless it said otherwise since
 * @param objected to which text an office objected and has not cleared since
 */
record Said(
    Map<OfficeId, OfficeAnswer> latest,
    Map<OfficeId, Digest> kept,
    Map<OfficeId, OfficeAnswer> former,
    Map<OfficeId, Digest> objected) {

  static final Said NOTHING = new Said(Map.of(), Map.of(), Map.of(), Map.of());

  Said {
    latest = Map.copyOf(latest);
    kept = Map.copyOf(kept);
    former = Map.copyOf(former);
    objected = Map.copyOf(objected);
  }

  /** An office's answer to this text, or the one that stands for it. */
  Optional<OfficeAnswer> about(Digest digest, OfficeId office) {
    return Optional.ofNullable(latest.get(office))
        .filter(
            answer -> answer.digest().equals(digest) || digest.equals(kept.get(answer.office())));
  }

  Said with(OfficeAnswer answer) {
    Map<OfficeId, OfficeAnswer> more = new HashMap<>(latest);
    more.put(answer.office(), answer);
    Map<OfficeId, Digest> fewer = new HashMap<>(kept);
    fewer.remove(answer.office());
    Map<OfficeId, Digest> objecting = new HashMap<>(objected);
    objecting.remove(answer.office());
    if (answer.answer() == Answer.NOT_CLEARED) {
      objecting.put(answer.office(), answer.digest());
    }
    return new Said(more, fewer, former, objecting);
  }

  /** What this office said counts no longer; that it cleared is remembered. */
  Said without(OfficeId office) {
    Map<OfficeId, OfficeAnswer> fewer = new HashMap<>(latest);
    Map<OfficeId, OfficeAnswer> more = new HashMap<>(former);
    Optional.ofNullable(fewer.remove(office))
        .ifPresent(answer -> {
          if (answer.answer() == Answer.CLEARED) {
            more.put(office, answer);
          } else {
            more.remove(office);
          }
        });
    Map<OfficeId, Digest> keptStill = new HashMap<>(kept);
    keptStill.remove(office);
    return new Said(fewer, keptStill, more, objected);
  }

  /** This office's answer to a former text stands for this one. */
  Said keeping(OfficeId office, Digest digest) {
    Map<OfficeId, OfficeAnswer> standing = new HashMap<>(latest);
    Map<OfficeId, OfficeAnswer> fewer = new HashMap<>(former);
    Optional.ofNullable(fewer.remove(office))
        .ifPresent(answer -> standing.putIfAbsent(office, answer));
    Map<OfficeId, Digest> more = new HashMap<>(kept);
    more.put(office, digest);
    return new Said(standing, more, fewer, objected);
  }

  /**
   * The text is asked for anew, or another one is. What was cleared of it stays cleared, while
   * whoever objected or proposed edits is asked anew; of any other text nothing stays but what was
   * kept.
   */
  Said again(Digest digest) {
    Said after = this;
    for (OfficeAnswer answer : latest.values()) {
      boolean stands =
          about(digest, answer.office()).isPresent()
              && (answer.answer() == Answer.CLEARED || answer.answer() == Answer.SEEN);
      if (!stands) {
        after = after.without(answer.office());
      }
    }
    return after;
  }

  /** Whether an office returned this very text and has not cleared it since. */
  boolean isObjectedTo(Digest digest, OfficeId office) {
    return digest.equals(objected.get(office));
  }
}
