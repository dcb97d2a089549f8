package dateline.clearance.kafka;

import dateline.contracts.ActorV1;
import dateline.contracts.DraftCreatedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.NoteRecalledV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.runtime.NoteCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What drafting says of one note, on the wire. */
final class Drafted {

  static final String NOTE_ID = "note-1";
  static final MediaNote NOTE =
      new MediaNote(
          "Talks with Peru",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());
  static final Digest DIGEST = Digest.of(NOTE);

  private static final MediaNoteV1 WIRE = NoteCodec.toWire(NOTE);

  private Drafted() {}

  static DraftingEventV1 created() {
    return event("created")
        .setDraftCreated(new DraftCreatedV1(WIRE, DIGEST.hex(), null, null))
        .build();
  }

  static DraftingEventV1 submitted() {
    return submitted(Instant.EPOCH);
  }

  static DraftingEventV1 submitted(Instant at) {
    return event("submitted")
        .setAt(at)
        .setNoteSubmitted(
            new NoteSubmittedV1(
                4, WIRE, DIGEST.hex(), List.of("ana", "ben"), List.of(), null, null, null))
        .build();
  }

  static DraftingEventV1 recalled() {
    return event("recalled")
        .setNoteRecalled(new NoteRecalledV1(4, DIGEST.hex(), "One more comma."))
        .build();
  }

  private static DraftingEventV1.Builder event(String id) {
    return DraftingEventV1.newBuilder()
        .setId(id)
        .setCausationId("command-" + id)
        .setAt(Instant.EPOCH)
        .setActor(new ActorV1("ana", "press", "PRESS_OFFICER"))
        .setNoteId(NOTE_ID);
  }
}
