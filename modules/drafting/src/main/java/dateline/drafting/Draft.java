package dateline.drafting;

import dateline.drafting.DraftingEvent.Beside;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftReopened;
import dateline.drafting.DraftingEvent.DraftRestored;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteNumbered;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.NumberAllocated;
import dateline.drafting.DraftingEvent.NumberRequested;
import dateline.drafting.DraftingEvent.Numbered;
import dateline.kernel.Envelope;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a draft is.
 *
 * <pre>
 *            DraftCreated          NoteSubmitted
 *   NotBegun ────────────▶ Open ────────────────▶ Submitted
 *                         │ ▲ ▲▲                  │ │
 *          DraftAbandoned │ │ │└──────────────────┘ │
 *                         │ │ │     NoteRecalled    │
 *                         │ │ │     DraftReopened   │
 *                         │ │ └─ DraftRevised       │
 *                         │ │ DraftRestored         │
 *                         ▼ │                       │
 *                       Abandoned ───▶ Closed ◀─────┘
 *                                DraftClosed
 * </pre>
 *
 * A note can be recalled, and given up, while its release is on its way: then an open or abandoned
 * draft is closed. What happens beside the text changes none of this.
 *
 * <p>{@link Numbers} is no draft: under a key of their own, the numbers of one office and year.
 */
sealed interface Draft {

  /** Where it is after one more fact. */
  Draft after(Envelope<DraftingEvent> event);

  /** Nobody has written about this note. */
  record NotBegun() implements Draft {
    @Override
    public Draft after(Envelope<DraftingEvent> event) {
      return switch (event.payload()) {
        case DraftCreated it -> new Open(Manuscript.begun(event, it));
        case NumberAllocated it -> new Numbers(List.of()).after(event, it);
        case DraftRevised _,
            NoteSubmitted _,
            NoteRecalled _,
            DraftReopened _,
            DraftAbandoned _,
            DraftRestored _,
            DraftClosed _,
            Beside _,
            NumberRequested _,
            NoteNumbered _ ->
            throw impossible(this, event);
      };
    }
  }

  /** Its drafters may change it. */
  record Open(Manuscript text) implements Draft {
    @Override
    public Draft after(Envelope<DraftingEvent> event) {
      return switch (event.payload()) {
        case DraftRevised it -> new Open(text.after(event, it));
        case Beside it -> new Open(text.after(event, it));
        case NoteSubmitted it -> new Submitted(text, it.urgent());
        case DraftAbandoned it ->
            new Abandoned(text, it.reason(), event.actor().person(), event.at());
        case DraftClosed it -> new Closed(text, it.digest(), event.at(), false);
        case DraftCreated _, NoteRecalled _, DraftReopened _, DraftRestored _, Numbered _ ->
            throw impossible(this, event);
      };
    }
  }

  /**
   * It is with clearance, and nobody may change it.
   *
   * @param urgent whether the offices were given the time for urgent notes
   */
  record Submitted(Manuscript text, boolean urgent) implements Draft {
    @Override
    public Draft after(Envelope<DraftingEvent> event) {
      return switch (event.payload()) {
        case NoteRecalled _, DraftReopened _ -> new Open(text);
        case Beside it -> new Submitted(text.after(event, it), urgent);
        case DraftClosed it -> new Closed(text, it.digest(), event.at(), false);
        case DraftCreated _,
            DraftRevised _,
            NoteSubmitted _,
            DraftAbandoned _,
            DraftRestored _,
            Numbered _ ->
            throw impossible(this, event);
      };
    }
  }

  /** It was given up, and can be taken up again. */
  record Abandoned(Manuscript text, String reason, PersonId by, Instant since) implements Draft {
    @Override
    public Draft after(Envelope<DraftingEvent> event) {
      return switch (event.payload()) {
        case DraftRestored _ -> new Open(text);
        case Beside it -> new Abandoned(text.after(event, it), reason, by, since);
        case DraftClosed it -> new Closed(text, it.digest(), event.at(), false);
        case DraftCreated _,
            DraftRevised _,
            NoteSubmitted _,
            NoteRecalled _,
            DraftReopened _,
            DraftAbandoned _,
            Numbered _ ->
            throw impossible(this, event);
      };
    }
  }

  /**
   * It is public, and its text never changes again.
   *
   * @param digest of the released text
   * @param numbered whether it has its release number
   */
  record Closed(Manuscript text, Digest digest, Instant since, boolean numbered) implements Draft {
    @Override
    public Draft after(Envelope<DraftingEvent> event) {
      return switch (event.payload()) {
        case Beside it -> new Closed(text.after(event, it), digest, since, numbered);
        case NumberRequested _ -> this;
        case NoteNumbered _ -> new Closed(text, digest, since, true);
        case DraftCreated _,
            DraftRevised _,
            NoteSubmitted _,
            NoteRecalled _,
            DraftReopened _,
            DraftAbandoned _,
            DraftRestored _,
            DraftClosed _,
            NumberAllocated _ ->
            throw impossible(this, event);
      };
    }
  }

  /**
   * The numbers of one office and year that were given away.
   *
   * @param notes who has them: the n-th note has number n
   */
  record Numbers(List<String> notes) implements Draft {

    public Numbers {
      notes = List.copyOf(notes);
    }

    /** The number that is next. */
    int next() {
      return notes.size() + 1;
    }

    @Override
    public Draft after(Envelope<DraftingEvent> event) {
      return switch (event.payload()) {
        case NumberAllocated it -> after(event, it);
        case DraftCreated _,
            DraftRevised _,
            NoteSubmitted _,
            NoteRecalled _,
            DraftReopened _,
            DraftAbandoned _,
            DraftRestored _,
            DraftClosed _,
            Beside _,
            NumberRequested _,
            NoteNumbered _ ->
            throw impossible(this, event);
      };
    }

    private Numbers after(Envelope<DraftingEvent> event, NumberAllocated it) {
      if (it.number() != next()) {
        throw impossible(this, event);
      }
      return new Numbers(Stream.concat(notes.stream(), Stream.of(it.note())).toList());
    }
  }

  private static IllegalStateException impossible(Draft state, Envelope<DraftingEvent> event) {
    return new IllegalStateException(
        "%s cannot follow %s in the history of note %s"
            .formatted(
                event.payload().getClass().getSimpleName(),
                state.getClass().getSimpleName(),
                event.key()));
  }
}
