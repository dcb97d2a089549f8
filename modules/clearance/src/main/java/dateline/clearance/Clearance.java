package dateline.clearance;

import dateline.kernel.PersonId;

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
 *  ClearancesVoided and OfficeAnswered change answers and never the state.
 * </pre>
 */
sealed interface Clearance {

  /** Nobody has been asked for anything. */
  record NotRequested() implements Clearance {}

  /** The offices read. */
  record UnderReview(Review review) implements Clearance {}

  /** Somebody did not clear the text; its drafter has it. Further answers to it are kept. */
  record Returned(Review review) implements Clearance {}

  /** The text may be released. */
  record Cleared(Review review, PersonId approver) implements Clearance {}

  /** The drafter took the note back. Answers stand, should the identical text come again. */
  record Suspended(Review review) implements Clearance {}
}
