package dateline.clearance;

import dateline.clearance.ClearanceEvent.Owed.EmergencyDenied;
import dateline.clearance.ClearanceEvent.Owed.EmergencyOpened;
import dateline.clearance.ClearanceEvent.Owed.EmergencySettled;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a note stands with the offices.
 *
 * <pre>
 *                 ClearanceRequested                      NoteCleared
 *  NotRequested ─────────────────────▶ UnderReview ─────────────────────▶ Cleared
 *       │ ▲                             │  ▲    ▲                            │
 *       └─┘ NoteReturned   NoteReturned │  │    │ ClearanceRequested         │
 *      (nobody had to clear it)         ▼  │    │                            │
 *                                    Returned   └───── Suspended ◀───────────┘
 *                                       │                  ▲  ▲      ClearanceSuspended
 *                                       └──────────────────┘  └── UnderReview
 *
 *  What is a Reviewing changes the review and never the state.
 *
 *  Emergencies is no note.
 * </pre>
 */
sealed interface Clearance {

  /** Nobody has been asked for anything. */
  record NotRequested() implements Clearance {}

  /** The offices read. */
  record UnderReview(Review review) implements Clearance {}

  /** Somebody did not clear the text; its drafter has it. Further answers to it are kept. */
  record Returned(Review review) implements Clearance {}

  /**
   * The text may be released.
   *
   * @param owed set while it passed in an emergency and was not cleared after the fact
   */
  record Cleared(Review review, PersonId approver, Optional<Emergency> owed) implements Clearance {}

  /** The drafter took the note back. Answers stand, should the identical text come again. */
  record Suspended(Review review) implements Clearance {}

  /**
   * No note: the clearances after the fact that one office owes, under a key of its own.
   *
   * @param owed by note id
   */
  record Emergencies(Map<String, Owed> owed) implements Clearance {

    /** For which text, and by when. */
    record Owed(Digest digest, Instant due) {}

    static final Emergencies NONE = new Emergencies(Map.of());

    public Emergencies {
      owed = Map.copyOf(owed);
    }

    boolean owes(String note, Digest digest) {
      return Optional.ofNullable(owed.get(note))
          .filter(debt -> debt.digest().equals(digest))
          .isPresent();
    }

    /** Another note than this one that is overdue; of several the one that comes first by id. */
    Optional<String> overdueAt(Instant now, String note) {
      return owed.entrySet().stream()
          .filter(debt -> !debt.getKey().equals(note) && !debt.getValue().due().isAfter(now))
          .map(Map.Entry::getKey)
          .sorted()
          .findFirst();
    }

    Emergencies after(ClearanceEvent.Owed event) {
      Map<String, Owed> debts = new HashMap<>(owed);
      switch (event) {
        case EmergencyOpened(var note, var digest, var emergency) ->
            debts.put(note, new Owed(digest, emergency.due()));
        case EmergencyDenied _ -> {
          // What was denied is not owed.
        }
        case EmergencySettled(var note, _) -> debts.remove(note);
      }
      return new Emergencies(debts);
    }
  }
}
