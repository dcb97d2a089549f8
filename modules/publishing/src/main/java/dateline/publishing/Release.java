package dateline.publishing;

import dateline.kernel.Envelope;
import dateline.note.Digest;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import java.time.Instant;

/**
 * Where a release is.
 *
 * <pre>
 *                ReleasePrepared           ReleaseScheduled
 *   NotPrepared ────────────────▶ Prepared ────────────────▶ Scheduled
 *        ▲                        │ │ ▲  ▲                   │ │
 *        └────────────────────────┘ │ └──│───────────────────┘ │
 *             ReleaseDiscarded      │    │  ScheduleCancelled  │
 *                                   │    └─ ReleasePrepared    │
 *                                   │                          │
 *                                   └──▶ Released ◀────────────┘
 *                                      NoteReleased
 * </pre>
 *
 * A text that is scheduled is replaced or forgotten in two facts: first the schedule goes, then the
 * text.
 */
sealed interface Release {

  /** Where it is after one more fact. */
  Release after(Envelope<PublishingEvent> event);

  /** No text is cleared. */
  record NotPrepared() implements Release {
    @Override
    public Release after(Envelope<PublishingEvent> event) {
      return switch (event.payload()) {
        case ReleasePrepared it -> new Prepared(ClearedText.of(it));
        case ReleaseScheduled _, ScheduleCancelled _, NoteReleased _, ReleaseDiscarded _ ->
            throw impossible(this, event);
      };
    }
  }

  /** A duty officer may release the text. */
  record Prepared(ClearedText text) implements Release {
    @Override
    public Release after(Envelope<PublishingEvent> event) {
      return switch (event.payload()) {
        case ReleasePrepared it -> new Prepared(ClearedText.of(it));
        case ReleaseScheduled it -> new Scheduled(text, it.releaseAt(), it.zone());
        case NoteReleased it -> new Released(it.digest(), it.version(), event.at());
        case ReleaseDiscarded _ -> new NotPrepared();
        case ScheduleCancelled _ -> throw impossible(this, event);
      };
    }
  }

  /**
   * The text is waiting for its instant.
   *
   * @param zone in which the officer said it
   */
  record Scheduled(ClearedText text, Instant releaseAt, String zone) implements Release {
    @Override
    public Release after(Envelope<PublishingEvent> event) {
      return switch (event.payload()) {
        case ScheduleCancelled _ -> new Prepared(text);
        case NoteReleased it -> new Released(it.digest(), it.version(), event.at());
        case ReleasePrepared _, ReleaseScheduled _, ReleaseDiscarded _ ->
            throw impossible(this, event);
      };
    }
  }

  /** A text is public, for good. */
  record Released(Digest digest, int version, Instant since) implements Release {
    @Override
    public Release after(Envelope<PublishingEvent> event) {
      throw impossible(this, event);
    }
  }

  private static IllegalStateException impossible(Release state, Envelope<PublishingEvent> event) {
    return new IllegalStateException(
        "%s cannot follow %s in the history of note %s"
            .formatted(
                event.payload().getClass().getSimpleName(),
                state.getClass().getSimpleName(),
                event.key()));
  }
}
