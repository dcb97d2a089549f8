package dateline.publishing;

import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import java.util.List;

/**
 * The one text that may be released.
 *
 * @param digest its own, and the one that was approved
 * @param contributors everyone who changed any character; none of them releases it
 */
record ClearedText(int revision, MediaNote note, Digest digest, List<PersonId> contributors) {
  ClearedText {
    contributors = List.copyOf(contributors);
  }

  static ClearedText of(ReleasePrepared event) {
    return new ClearedText(event.revision(), event.note(), event.digest(), event.contributors());
  }
}
