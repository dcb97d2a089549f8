package dateline.publishing;

import dateline.kernel.Envelope;
import dateline.note.Digest;
import dateline.publishing.PublishingEvent.Endorsed;
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
 * text. Of what is public only the endorsers of a joint statement change.
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
        case ReleaseScheduled _,
            ScheduleCancelled _,
            NoteReleased _,
            ReleaseDiscarded _,
            Endorsed _ ->
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
        case NoteReleased it -> new Released(text, it.version(), event.at(), Endorsers.NONE);
        case ReleaseDiscarded _ -> new NotPrepared();
        case ScheduleCancelled _, Endorsed _ -> throw impossible(this, event);
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
        case NoteReleased it -> new Released(text, it.version(), event.at(), Endorsers.NONE);
        case ReleasePrepared _, ReleaseScheduled _, ReleaseDiscarded _, Endorsed _ ->
            throw impossible(this, event);
      };
    }
  }

  /** A text is public, for good. */
  record Released(ClearedText text, int version, Instant since, Endorsers endorsers)
      implements Release {

    Digest digest() {
      return text.digest();
    }

    @Override
    public Release after(Envelope<PublishingEvent> event) {
      return switch (event.payload()) {
        case Endorsed it ->
            new Released(text, version, since, endorsers.after(event.actor().person(), it));
        case ReleasePrepared _,
            ReleaseScheduled _,
            ScheduleCancelled _,
            NoteReleased _,
            ReleaseDiscarded _ ->
            throw impossible(this, event);
      };
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
