package dateline.drafting;

import dateline.drafting.DraftingEvent.Attached;
import dateline.drafting.DraftingEvent.AttachmentRemoved;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.CoDrafterRemoved;
import dateline.drafting.DraftingEvent.Commented;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftReopened;
import dateline.drafting.DraftingEvent.DraftRestored;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.FileAttached;
import dateline.drafting.DraftingEvent.NoteNumbered;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.NumberAllocated;
import dateline.drafting.DraftingEvent.NumberRequested;
import dateline.drafting.DraftingEvent.Numbered;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.drafting.DraftingEvent.ParagraphsUnlocked;
import dateline.drafting.DraftingEvent.SourceChanged;
import dateline.drafting.DraftingEvent.Translated;
import dateline.drafting.DraftingEvent.TranslationConfirmed;
import dateline.drafting.DraftingEvent.TranslationLinked;
import dateline.drafting.DraftingEvent.TranslationOutdated;
import dateline.drafting.DraftingEvent.TranslationRegistered;
import dateline.drafting.DraftingEvent.TranslationUnlinked;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.note.MediaNote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a history of one draft must be true of, checked without the decider. */
final class DraftPromises {

  private final List<String> broken = new ArrayList<>();
  private final Set<PersonId> writers = new LinkedHashSet<>();
  private final Set<PersonId> coDrafters = new HashSet<>();
  private final Map<String, List<String>> agreed = new LinkedHashMap<>();
  private Optional<MediaNote> text = Optional.empty();
  private Optional<OfficeId> office = Optional.empty();
  private int revision = 0;
  private boolean locked = false;
  private boolean abandoned = false;
  private boolean closed = false;
  private int translated = 0;
  private int newestOfSource = 0;
  private boolean numbered = false;

  private DraftPromises() {}

  /** Which promises this history breaks, a sentence each. */
  static List<String> brokenBy(List<Envelope<DraftingEvent>> history) {
    DraftPromises promises = new DraftPromises();
    history.forEach(promises::see);
    return promises.broken;
  }

  private void see(Envelope<DraftingEvent> event) {
    check(
        !closed || event.payload() instanceof Numbered || event.payload() instanceof Translated,
        "a closed draft never changes");
    switch (event.payload()) {
      case DraftCreated it -> {
        check(text.isEmpty(), "a note is begun once");
        office = Optional.of(event.actor().office());
        change(event, 1, it.note(), it.digest());
      }
      case DraftRevised it -> {
        it.proposedBy().ifPresent(writers::add);
        change(event, it.revision(), it.note(), it.digest());
      }
      case NoteSubmitted it -> submit(it);
      case NoteRecalled _, DraftReopened _ -> {
        check(locked, "what comes back was submitted");
        locked = false;
      }
      case DraftAbandoned _ -> {
        check(!locked, "a submitted note is not given up");
        abandoned = true;
      }
      case DraftRestored _ -> abandoned = false;
      case DraftClosed _ -> closed = true;
      case CoDrafterAdded(PersonId person) -> coDrafters.add(person);
      case CoDrafterRemoved(PersonId person) -> coDrafters.remove(person);
      case Commented _ -> check(!abandoned, "an abandoned draft does not change");
      case ParagraphsLocked it -> agreed.put(it.lock(), lines(it.blocks()));
      case ParagraphsUnlocked it -> agreed.remove(it.lock());
      case Attached it -> attach(event, it);
      case Translated it -> translate(it);
      case NumberRequested _ -> check(closed, "only a public note has a number");
      case NoteNumbered _ -> {
        check(closed, "only a public note has a number");
        check(!numbered, "a note has one number");
        numbered = true;
      }
      case NumberAllocated _ -> check(false, "numbers have a key of their own");
    }
  }

  private void submit(NoteSubmitted it) {
    check(!locked, "a note is submitted once before it comes back");
    check(!abandoned, "an abandoned draft does not change");
    check(it.revision() == revision, "the current revision is submitted");
    check(Optional.of(it.note()).equals(text), "the current text is submitted");
    check(Digest.of(it.note()).equals(it.digest()), "a digest is the text's own");
    check(
        it.contributors().equals(List.copyOf(writers)),
        "everyone who changed a character is named");
    check(
        it.waivers().stream().noneMatch(waiver -> waiver.reason().isBlank()),
        "a waiver has a reason");
    check(
        translated == newestOfSource
            || it.waivers().stream().anyMatch(w -> w.code().equals("STALE_TRANSLATION")),
        "a stale translation is submitted with a reason only");
    check(
        it.agreed().size() == agreed.values().stream().mapToInt(List::size).sum(),
        "a submission carries its locks");
    locked = true;
  }

  private void change(Envelope<DraftingEvent> event, int number, MediaNote note, Digest digest) {
    check(!locked, "a submitted text does not change");
    check(!abandoned, "an abandoned draft does not change");
    check(number == revision + 1, "revisions are counted without a gap");
    check(Digest.of(note).equals(digest), "a digest is the text's own");
    check(text.map(Digest::of).filter(digest::equals).isEmpty(), "a revision changes a character");
    check(writes(event), "drafters alone write");
    text = Optional.of(note);
    revision = number;
    writers.add(event.actor().person());
    agreed
        .values()
        .forEach(lines -> check(keeps(note, lines), "an agreed paragraph does not change"));
  }

  private boolean writes(Envelope<DraftingEvent> event) {
    return office.filter(event.actor().office()::equals).isPresent()
        || coDrafters.contains(event.actor().person());
  }

  private void attach(Envelope<DraftingEvent> event, Attached it) {
    check(!locked && !abandoned, "a submitted or abandoned note's files stay as they are");
    switch (it) {
      case FileAttached _ -> writers.add(event.actor().person());
      case AttachmentRemoved _ -> {}
    }
  }

  private void translate(Translated it) {
    switch (it) {
      case TranslationLinked(_, int linked, _) -> {
        translated = linked;
        newestOfSource = linked;
      }
      case TranslationUnlinked _ -> translated = newestOfSource;
      case TranslationConfirmed(int confirmed) -> translated = confirmed;
      case TranslationOutdated(int newest) -> newestOfSource = newest;
      case TranslationRegistered _ -> {}
      case SourceChanged(_, int newest) ->
          check(newest == revision, "a translation is told of the newest revision");
    }
  }

  private List<String> lines(List<Integer> blocks) {
    return blocks.stream()
        .map(block -> CanonicalForm.lineOf(text.orElseThrow().body().get(block - 1)))
        .toList();
  }

  /** Whether the text has these lines, in this order. */
  private static boolean keeps(MediaNote note, List<String> lines) {
    int kept = 0;
    for (String line : note.body().stream().map(CanonicalForm::lineOf).toList()) {
      if (kept < lines.size() && lines.get(kept).equals(line)) {
        kept++;
      }
    }
    return kept == lines.size();
  }

  private void check(boolean kept, String promise) {
    if (!kept) {
      broken.add(promise);
    }
  }
}
