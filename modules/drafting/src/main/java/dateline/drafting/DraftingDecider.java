package dateline.drafting;

import dateline.drafting.Draft.Abandoned;
import dateline.drafting.Draft.Closed;
import dateline.drafting.Draft.NotBegun;
import dateline.drafting.Draft.Numbers;
import dateline.drafting.Draft.Open;
import dateline.drafting.Draft.Submitted;
import dateline.drafting.DraftingCommand.AbandonDraft;
import dateline.drafting.DraftingCommand.AddCoDrafter;
import dateline.drafting.DraftingCommand.AllocateNumber;
import dateline.drafting.DraftingCommand.Attaching;
import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.DraftingCommand.Commenting;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.Following;
import dateline.drafting.DraftingCommand.Handling;
import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.NumberNote;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingCommand.RemoveCoDrafter;
import dateline.drafting.DraftingCommand.ReopenDraft;
import dateline.drafting.DraftingCommand.RestoreDraft;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.Revising;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingCommand.Translating;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.CoDrafterRemoved;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftReopened;
import dateline.drafting.DraftingEvent.DraftRestored;
import dateline.drafting.DraftingEvent.NoteNumbered;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NumberAllocated;
import dateline.drafting.DraftingEvent.NumberRequested;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.Finding;
import dateline.note.MediaNote;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules of drafting. A text changes only while it is open, only by those whose draft it is,
 * never against what others wrote meanwhile, and each change is somebody's. Who may ask what stands
 * in {@link Rights}, what is refused beside the text in {@link Comments}, {@link AgreedText},
 * {@link Attachments} and {@link Translations}. The refusals here, in {@link Writing} and in {@link
 * Submission}:
 *
 * <ul>
 *   <li>{@code UNKNOWN_NOTE}, {@code ALREADY_BEGUN}, {@code NOT_A_NOTE_ID}: a note is begun once,
 *       first, under an id of its own
 *   <li>{@code NO_HEADLINE}, {@code HEADLINE_TOO_LONG}, {@code NOTE_TOO_LARGE}: limits of any text
 *   <li>{@code STALE_REVISION}: somebody else changed the text since it was read
 *   <li>{@code UNKNOWN_REVISION}, {@code UNKNOWN_BLOCK}: there is none of this number
 *   <li>{@code CHANGED_HERE}: what was written here is not replaced by an import
 *   <li>{@code AGREED_TEXT_CHANGED}: agreed paragraphs stay as they are
 *   <li>{@code LOCKED}: a submitted text does not change
 *   <li>{@code INCOMPLETE}, {@code BLOCKING_FINDINGS}, {@code UNKNOWN_WAIVER}, {@code
 *       WAIVER_WITHOUT_REASON}: what keeps a text from being submitted
 *   <li>{@code REASON_MISSING}, {@code REASON_TOO_LONG}: a reason has 1 to 1,000 characters
 *   <li>{@code ABANDONED}: what was given up is taken up first
 *   <li>{@code NOTE_RELEASED}: a public note's draft is closed
 * </ul>
 */
public final class DraftingDecider implements Decider<DraftingCommand, Draft, DraftingEvent> {

  /** What keys of numbers begin with; no note's id does. */
  private static final String NUMBERS = "numbers/";

  private final Submission submission;

  /**
   * @param checks what is wrong with a text; pure. A finding that blocks must be waived to submit
   */
  public DraftingDecider(Function<MediaNote, List<Finding>> checks) {
    this.submission = new Submission(checks);
  }

  @Override
  public Draft initialState() {
    return new NotBegun();
  }

  @Override
  public Decision<DraftingEvent> decide(Envelope<DraftingCommand> command, Draft state) {
    Optional<Decision<DraftingEvent>> wrongRole = Rights.wrongRole(command);
    if (wrongRole.isPresent()) {
      return wrongRole.get();
    }
    return switch (state) {
      case NotBegun _ -> whenNotBegun(command);
      case Open(Manuscript text) ->
          Rights.notWhileOpen(command, text).orElseGet(() -> whenOpen(command, text));
      case Submitted submitted ->
          Rights.notWhileSubmitted(command, submitted.text())
              .orElseGet(() -> whenSubmitted(command, submitted));
      case Abandoned abandoned ->
          Rights.notYours(command, abandoned.text())
              .orElseGet(() -> whenAbandoned(command, abandoned));
      case Closed closed -> whenClosed(command.payload(), closed);
      case Numbers numbers -> whenNumbers(command, numbers);
    };
  }

  private static Decision<DraftingEvent> whenNotBegun(Envelope<DraftingCommand> command) {
    return switch (command.payload()) {
      case CreateDraft it ->
          command.key().startsWith(NUMBERS)
              ? Decision.refuse(
                  "NOT_A_NOTE_ID", "Numbers are kept under this id; begin a note under another.")
              : TextLimits.brokenBy(it.note())
                  .orElseGet(() ->
                      Decision.accept(
                          new DraftCreated(
                              it.note(), Digest.of(it.note()), it.zone(), it.origin())));
      case AllocateNumber it -> allocate(command.key(), it, new Numbers(List.of()));
      case Revising _,
          Handling _,
          Commenting _,
          LockParagraphs _,
          UnlockParagraphs _,
          Translating _,
          Attaching _,
          Following _ ->
          Decision.refuse(
              "UNKNOWN_NOTE", "No note was begun under this id; begin it with its first text.");
    };
  }

  private Decision<DraftingEvent> whenOpen(Envelope<DraftingCommand> command, Manuscript text) {
    return switch (command.payload()) {
      case CreateDraft it -> createAgain(it.note(), text.current());
      case Revising it -> Writing.decide(it, text);
      case SubmitNote it -> submission.decide(it, text);
      case TakeEdits it -> Writing.take(it, text);
      case RecallNote _ -> Decision.nothingToDo("The note is not submitted.");
      case AbandonDraft(String reason) ->
          Refusals.withoutReason(reason, "A note is given up")
              .orElseGet(() -> Decision.accept(new DraftAbandoned(reason)));
      case RestoreDraft _ -> Decision.nothingToDo("The note was not given up.");
      case AddCoDrafter(PersonId person) -> addCoDrafter(person, text);
      case RemoveCoDrafter(PersonId person) -> removeCoDrafter(person, text);
      case Commenting it -> text.comments().decide(command, it, text);
      case LockParagraphs it -> text.agreed().lock(command, it, text);
      case UnlockParagraphs it -> text.agreed().unlock(command.actor(), it);
      case Translating it -> text.translations().decide(it, command.key());
      case Attaching it -> text.attachments().decide(it);
      case ReopenDraft _ -> Decision.nothingToDo("The note is open for revision already.");
      case CloseDraft(Digest released) -> close(command, released, text);
      case RegisterTranslation it -> text.translations().register(it, text.current());
      case OutdateTranslation it -> text.translations().outdate(it);
      case AllocateNumber _, NumberNote _ -> notPublic();
    };
  }

  private Decision<DraftingEvent> whenSubmitted(
      Envelope<DraftingCommand> command, Submitted submitted) {
    Manuscript text = submitted.text();
    Revision current = text.current();
    return switch (command.payload()) {
      case CreateDraft it -> createAgain(it.note(), current);
      case ReviseDraft(_, MediaNote note, _) when Digest.of(note).equals(current.digest()) ->
          Writing.sameText(current);
      case Revising _,
          LockParagraphs _,
          UnlockParagraphs _,
          Translating _,
          Attaching _,
          AbandonDraft _ ->
          Decision.refuse(
              "LOCKED",
              "Revision %d is submitted for clearance and locked; recall the note, then do this."
                  .formatted(current.number()));
      case SubmitNote it ->
          it.expectedRevision() == current.number()
              ? Decision.nothingToDo(
                  "Revision %d is submitted already.".formatted(current.number()))
              : Refusals.stale(it.expectedRevision(), text);
      case TakeEdits it -> submission.takeEdits(command, it, submitted.urgent(), text);
      case RecallNote(String reason) -> recall(reason, current);
      case RestoreDraft _ -> Decision.nothingToDo("The note was not given up.");
      case AddCoDrafter(PersonId person) -> addCoDrafter(person, text);
      case RemoveCoDrafter(PersonId person) -> removeCoDrafter(person, text);
      case Commenting it -> text.comments().decide(command, it, text);
      case ReopenDraft(Digest returned, String reason) ->
          returned.equals(current.digest())
              ? Decision.accept(new DraftReopened(current.number(), reason))
              : Decision.nothingToDo("Another text than the returned one is submitted now.");
      case CloseDraft(Digest released) -> close(command, released, text);
      case RegisterTranslation it -> text.translations().register(it, current);
      case OutdateTranslation it -> text.translations().outdate(it);
      case AllocateNumber _, NumberNote _ -> notPublic();
    };
  }

  private static Decision<DraftingEvent> whenAbandoned(
      Envelope<DraftingCommand> command, Abandoned abandoned) {
    Manuscript text = abandoned.text();
    return switch (command.payload()) {
      case RestoreDraft _ -> Decision.accept(new DraftRestored());
      case AbandonDraft _ -> Decision.nothingToDo("The note was given up already.");
      case RecallNote _ -> Decision.nothingToDo("The note is not submitted.");
      case CreateDraft _,
          Revising _,
          SubmitNote _,
          TakeEdits _,
          AddCoDrafter _,
          RemoveCoDrafter _,
          Commenting _,
          LockParagraphs _,
          UnlockParagraphs _,
          Translating _,
          Attaching _ ->
          Decision.refuse(
              "ABANDONED",
              "The note was given up by %s at %s: \"%s\"; restore it first."
                  .formatted(abandoned.by(), abandoned.since(), abandoned.reason()));
      case ReopenDraft _ -> Decision.nothingToDo("The note is not submitted.");
      case CloseDraft(Digest released) -> close(command, released, text);
      case RegisterTranslation it -> text.translations().register(it, text.current());
      case OutdateTranslation it -> text.translations().outdate(it);
      case AllocateNumber _, NumberNote _ -> notPublic();
    };
  }

  private static Decision<DraftingEvent> whenClosed(DraftingCommand command, Closed closed) {
    return switch (command) {
      case CreateDraft _,
          Revising _,
          Handling _,
          Commenting _,
          LockParagraphs _,
          UnlockParagraphs _,
          Translating _,
          Attaching _,
          ReopenDraft _ ->
          Decision.refuse(
              "NOTE_RELEASED",
              "The note is public and its draft closed since %s; what is public changes only by a correction."
                  .formatted(closed.since()));
      case CloseDraft _ -> Decision.nothingToDo("The draft is closed already.");
      case RegisterTranslation it ->
          closed.text().translations().register(it, closed.text().current());
      case OutdateTranslation _ -> Decision.nothingToDo("The note is public already.");
      case NumberNote(NumberSeries series, int number) ->
          closed.numbered()
              ? Decision.nothingToDo("The note has its number already.")
              : Decision.accept(new NoteNumbered(series, number));
      case AllocateNumber it -> notNumbers(it);
    };
  }

  private static Decision<DraftingEvent> whenNumbers(
      Envelope<DraftingCommand> command, Numbers numbers) {
    return switch (command.payload()) {
      case AllocateNumber it -> allocate(command.key(), it, numbers);
      case CreateDraft _,
          Revising _,
          Handling _,
          Commenting _,
          LockParagraphs _,
          UnlockParagraphs _,
          Translating _,
          Attaching _,
          ReopenDraft _,
          CloseDraft _,
          RegisterTranslation _,
          OutdateTranslation _,
          NumberNote _ ->
          Decision.refuse(
              "NOT_A_NOTE_ID", "Numbers are kept under this id and no note; take a note's id.");
    };
  }

  private static Decision<DraftingEvent> allocate(String key, AllocateNumber it, Numbers numbers) {
    if (!key.equals(it.series().key())) {
      return notNumbers(it);
    }
    return numbers.notes().contains(it.note())
        ? Decision.nothingToDo(
            "Note %s has number %d of these already."
                .formatted(it.note(), numbers.notes().indexOf(it.note()) + 1))
        : Decision.accept(new NumberAllocated(it.series(), numbers.next(), it.note()));
  }

  private static Decision<DraftingEvent> notNumbers(AllocateNumber it) {
    return Decision.refuse(
        "NOT_A_SERIES",
        "These numbers are kept under %s; ask for one there.".formatted(it.series().key()));
  }

  private static Decision<DraftingEvent> notPublic() {
    return Decision.refuse(
        "NOT_RELEASED", "Only a public note has a release number; release it first.");
  }

  /** A number is asked for once nothing can take the release back, so none is ever lost. */
  private static Decision<DraftingEvent> close(
      Envelope<DraftingCommand> command, Digest released, Manuscript text) {
    return Decision.accept(
        List.of(
            new DraftClosed(released),
            new NumberRequested(NumberSeries.of(text.office(), command.at(), text.zone()))));
  }

  private static Decision<DraftingEvent> createAgain(MediaNote note, Revision current) {
    return Digest.of(note).equals(current.digest())
        ? Writing.sameText(current)
        : Decision.refuse(
            "ALREADY_BEGUN",
            "A note was begun under this id and is at revision %d; revise that one, or begin another under a new id."
                .formatted(current.number()));
  }

  private static Decision<DraftingEvent> recall(String reason, Revision current) {
    return reason.isBlank() || TextLimits.isReason(reason)
        ? Decision.accept(new NoteRecalled(current.number(), current.digest(), reason))
        : Refusals.reasonTooLong();
  }

  private static Decision<DraftingEvent> addCoDrafter(PersonId person, Manuscript text) {
    return text.coDrafters().contains(person)
        ? Decision.nothingToDo("%s is a co-drafter already.".formatted(person))
        : Decision.accept(new CoDrafterAdded(person));
  }

  private static Decision<DraftingEvent> removeCoDrafter(PersonId person, Manuscript text) {
    return text.coDrafters().contains(person)
        ? Decision.accept(new CoDrafterRemoved(person))
        : Decision.nothingToDo("%s is no co-drafter.".formatted(person));
  }

  @Override
  public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
    return state.after(event);
  }
}
