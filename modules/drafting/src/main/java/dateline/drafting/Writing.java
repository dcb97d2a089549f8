package dateline.drafting;

import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.RevisePart;
import dateline.drafting.DraftingCommand.Revising;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.kernel.Decision;
import dateline.kernel.PersonId;
import dateline.note.BlockAlignment;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of changing a text. */
final class Writing {

  private Writing() {}

  static Decision<DraftingEvent> decide(Revising command, Manuscript text) {
    return switch (command) {
      case ReviseDraft(int expected, MediaNote note, Optional<Origin> origin) ->
          origin
              .flatMap(from -> imported(from, note, text))
              .orElseGet(() -> revise(expected, note, origin, text));
      case RevisePart it -> revisePart(it, text);
      case RestoreRevision(int expected, int revision) ->
          text.has(revision)
              ? revise(expected, text.revision(revision).note(), Optional.empty(), text)
              : Refusals.unknownRevision(revision, text.current());
    };
  }

  private static Decision<DraftingEvent> revise(
      int expected, MediaNote note, Optional<Origin> origin, Manuscript text) {
    Digest digest = Digest.of(note);
    if (digest.equals(text.current().digest())) {
      return sameText(text.current());
    }
    return expected == text.current().number()
        ? write(note, digest, origin, text)
        : Refusals.stale(expected, text);
  }

  /** The office takes what another one would change into an open text. */
  static Decision<DraftingEvent> take(TakeEdits edits, Manuscript text) {
    return notTaken(edits, text).orElseGet(() -> Decision.accept(with(taken(edits, text), text)));
  }

  /** Why these edits do not become the next text, or empty. */
  static Optional<Decision<DraftingEvent>> notTaken(TakeEdits edits, Manuscript text) {
    if (Digest.of(edits.edited()).equals(text.current().digest())) {
      return Optional.of(sameText(text.current()));
    }
    return edits.expectedRevision() == text.current().number()
        ? broken(edits.edited(), text)
        : Optional.of(Refusals.stale(edits.expectedRevision(), text));
  }

  /** The next text, if nothing speaks against these edits. */
  static DraftRevised taken(TakeEdits edits, Manuscript text) {
    return next(
        edits.edited(),
        Digest.of(edits.edited()),
        Optional.empty(),
        Optional.of(edits.proposedBy()),
        text);
  }

  /** Why a version of another site's note does not become a revision, or empty. */
  private static Optional<Decision<DraftingEvent>> imported(
      Origin origin, MediaNote note, Manuscript text) {
    Optional<Revision> before =
        text.revisions().stream()
            .filter(it -> it.origin().filter(origin::isTheSameVersionAs).isPresent())
            .findFirst();
    if (before.isPresent()) {
      return Optional.of(
          Decision.nothingToDo(
              "This version was imported as revision %d.".formatted(before.get().number())));
    }
    Revision current = text.current();
    return current.origin().filter(origin::isOfTheSameNoteAs).isPresent()
            || Digest.of(note).equals(current.digest())
        ? Optional.empty()
        : Optional.of(
            Decision.refuse(
                "CHANGED_HERE",
                "Revision %d was written here by %s and is not replaced by an import; revise the note yourself if the other text is to stand."
                    .formatted(current.number(), current.changedBy())));
  }

  /** A part that nobody else changed since it was read is joined with what others wrote. */
  private static Decision<DraftingEvent> revisePart(RevisePart it, Manuscript text) {
    if (!text.has(it.expectedRevision())) {
      return Refusals.stale(it.expectedRevision(), text);
    }
    MediaNote read = text.revision(it.expectedRevision()).note();
    if (it.block() != 0) {
      return reviseBlock(it, read, text);
    }
    MediaNote now = text.current().note();
    MediaNote next = it.part().into(now, it.note());
    Digest digest = Digest.of(next);
    if (digest.equals(text.current().digest())) {
      return sameText(text.current());
    }
    return Part.changed(read, now).contains(it.part())
        ? Refusals.stale(it.expectedRevision(), text)
        : write(next, digest, Optional.empty(), text);
  }

  private static Decision<DraftingEvent> reviseBlock(
      RevisePart it, MediaNote read, Manuscript text) {
    if (it.part() != Part.BODY || it.block() < 1 || it.block() > read.body().size()) {
      return Refusals.unknownBlock(it.block(), text.revision(it.expectedRevision()));
    }
    MediaNote now = text.current().note();
    Optional<Integer> place =
        it.expectedRevision() == text.current().number()
            ? Optional.of(it.block())
            : BlockAlignment.of(read.body(), now.body()).of(it.block());
    if (place.isEmpty()) {
      return Refusals.stale(it.expectedRevision(), text);
    }
    MediaNote next = Texts.withBlocks(now, place.get(), it.note().body());
    Digest digest = Digest.of(next);
    return digest.equals(text.current().digest())
        ? sameText(text.current())
        : write(next, digest, Optional.empty(), text);
  }

  /** Accepts a text that differs from the current one, if it keeps to what any text must. */
  private static Decision<DraftingEvent> write(
      MediaNote note, Digest digest, Optional<Origin> origin, Manuscript text) {
    return broken(note, text)
        .orElseGet(
            () -> Decision.accept(with(next(note, digest, origin, Optional.empty(), text), text)));
  }

  /** What no text may break. */
  private static Optional<Decision<DraftingEvent>> broken(MediaNote note, Manuscript text) {
    return TextLimits.brokenBy(note)
        .or(() -> text.agreed().brokenBy(note).map(Writing::agreedTextChanged));
  }

  private static DraftRevised next(
      MediaNote note,
      Digest digest,
      Optional<Origin> origin,
      Optional<PersonId> proposedBy,
      Manuscript text) {
    return new DraftRevised(
        text.current().number() + 1, text.agreed().keptIn(note), digest, origin, proposedBy);
  }

  /** The change of this text, and what its translations are told. */
  static List<DraftingEvent> with(DraftRevised revised, Manuscript text) {
    List<DraftingEvent> events = new ArrayList<>();
    events.add(revised);
    events.addAll(text.translations().changedTo(revised.revision()));
    return events;
  }

  private static Decision<DraftingEvent> agreedTextChanged(AgreedText.Locked locked) {
    return Decision.refuse(
        "AGREED_TEXT_CHANGED",
        "Block %d was agreed with %s and is locked by %s; leave it as it is and in its order, or have %s open it with a reason."
            .formatted(locked.at(), locked.agreedWith(), locked.office(), locked.office()));
  }

  static Decision<DraftingEvent> sameText(Revision current) {
    return Decision.nothingToDo(
        "Revision %d says this already, character by character.".formatted(current.number()));
  }
}
