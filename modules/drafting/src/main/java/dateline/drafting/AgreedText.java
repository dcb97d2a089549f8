package dateline.drafting;

import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.drafting.DraftingEvent.Agreed;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.drafting.DraftingEvent.ParagraphsUnlocked;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.note.Block;
import dateline.note.CanonicalForm;
import dateline.note.MediaNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The paragraphs of a text that were agreed with somebody, in order, and the rules of agreeing. A
 * text keeps to them if it has every one of them, character for character as a reader sees it, in
 * the same order; other blocks may come between. What is kept is the agreed block itself, byte for
 * byte: unseen white space of a later text does not replace it.
 */
record AgreedText(List<Locked> paragraphs) {

  static final AgreedText NONE = new AgreedText(List.of());

  /** Code points of the name of those with whom it was agreed. */
  static final int AGREED_WITH = 200;

  AgreedText {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * A locked paragraph.
   *
   * @param at where it stands in the current text, from 1
   * @param block as it was agreed
   */
  record Locked(int at, String lock, OfficeId office, String agreedWith, Block block) {

    private Locked movedTo(int position) {
      return new Locked(position, lock, office, agreedWith, block);
    }
  }

  // What is so

  AgreedText after(Envelope<DraftingEvent> event, Agreed it, Manuscript text) {
    return switch (it) {
      case ParagraphsLocked(String lock, int revision, List<Integer> blocks, String with) -> {
        List<Locked> all = new ArrayList<>(paragraphs);
        for (int block : blocks) {
          Block agreed = text.revision(revision).note().body().get(block - 1);
          all.add(new Locked(block, lock, event.actor().office(), with, agreed));
        }
        all.sort(Comparator.comparingInt(Locked::at));
        yield new AgreedText(all);
      }
      case ParagraphsUnlocked(String lock, _) ->
          new AgreedText(
              paragraphs.stream().filter(locked -> !locked.lock().equals(lock)).toList());
    };
  }

  /** The same paragraphs where they stand in this text. */
  AgreedText in(MediaNote note) {
    Map<Locked, Integer> found = found(note);
    return new AgreedText(
        paragraphs.stream()
            .filter(found::containsKey)
            .map(locked -> locked.movedTo(found.getOrDefault(locked, 0)))
            .toList());
  }

  /** The first agreed paragraph that this text does not keep, or empty. */
  Optional<Locked> brokenBy(MediaNote note) {
    Map<Locked, Integer> found = found(note);
    return paragraphs.stream().filter(locked -> !found.containsKey(locked)).findFirst();
  }

  /** This text, with each agreed paragraph byte for byte as it was agreed. */
  MediaNote keptIn(MediaNote note) {
    if (paragraphs.isEmpty()) {
      return note;
    }
    List<Block> body = new ArrayList<>(note.body());
    found(note).forEach((locked, position) -> body.set(position - 1, locked.block()));
    return Texts.withBody(note, body);
  }

  List<AgreedParagraph> carried() {
    return paragraphs.stream()
        .map(it -> new AgreedParagraph(it.at(), it.lock(), it.office(), it.agreedWith()))
        .toList();
  }

  /** Where each paragraph stands, as far as they stand in their order; none is found twice. */
  private Map<Locked, Integer> found(MediaNote note) {
    if (paragraphs.isEmpty()) {
      return Map.of();
    }
    List<String> lines = note.body().stream().map(CanonicalForm::lineOf).toList();
    Map<Locked, Integer> found = new HashMap<>();
    int next = 0;
    for (Locked locked : paragraphs) {
      int at = next;
      String line = CanonicalForm.lineOf(locked.block());
      while (at < lines.size() && !lines.get(at).equals(line)) {
        at++;
      }
      if (at < lines.size()) {
        found.put(locked, at + 1);
        next = at + 1;
      }
    }
    return found;
  }

  // What may be done

  Decision<DraftingEvent> lock(
      Envelope<DraftingCommand> command, LockParagraphs it, Manuscript text) {
    if (it.expectedRevision() != text.current().number()) {
      return Refusals.stale(it.expectedRevision(), text);
    }
    if (!TextLimits.says(it.agreedWith()) || TextLimits.length(it.agreedWith()) > AGREED_WITH) {
      return Decision.refuse(
          "AGREED_WITH_MISSING",
          "Agreed text is agreed with somebody; say with whom, in 1 to %d characters."
              .formatted(AGREED_WITH));
    }
    List<Integer> blocks = List.copyOf(new TreeSet<>(it.blocks()));
    if (blocks.isEmpty()) {
      return Decision.refuse("NO_BLOCKS", "No paragraph is named; say which were agreed.");
    }
    List<Block> body = text.current().note().body();
    for (int block : blocks) {
      if (block < 1 || block > body.size() || CanonicalForm.lineOf(body.get(block - 1)).isEmpty()) {
        return Refusals.unknownBlock(block, text.current());
      }
    }
    Optional<Locked> already =
        paragraphs.stream().filter(locked -> blocks.contains(locked.at())).findFirst();
    return already
        .<Decision<DraftingEvent>>map(locked ->
            Decision.refuse(
                "ALREADY_LOCKED",
                "Block %d is agreed with %s already and locked by %s; name the others only."
                    .formatted(locked.at(), locked.agreedWith(), locked.office())))
        .orElseGet(() ->
            Decision.accept(
                new ParagraphsLocked(
                    command.id().value(), text.current().number(), blocks, it.agreedWith())));
  }

  Decision<DraftingEvent> unlock(Actor actor, UnlockParagraphs it) {
    Optional<Locked> locked =
        paragraphs.stream().filter(one -> one.lock().equals(it.lock())).findFirst();
    if (locked.isEmpty()) {
      return Decision.refuse(
          "UNKNOWN_LOCK",
          "Nothing is locked under %s; take an id from the note's agreed paragraphs."
              .formatted(it.lock()));
    }
    if (!locked.get().office().equals(actor.office())) {
      return Decision.refuse(
          "NOT_YOUR_LOCK",
          "These paragraphs were locked by %s; ask its press officers to open them."
              .formatted(locked.get().office()));
    }
    return Refusals.withoutReason(it.reason(), "Agreed text is opened")
        .orElseGet(() -> Decision.accept(new ParagraphsUnlocked(it.lock(), it.reason())));
  }
}
