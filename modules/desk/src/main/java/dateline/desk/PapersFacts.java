package dateline.desk;

import dateline.contracts.AttachmentRemovedV1;
import dateline.contracts.AttachmentV1;
import dateline.contracts.CoDrafterAddedV1;
import dateline.contracts.CoDrafterRemovedV1;
import dateline.contracts.CommentMadeV1;
import dateline.contracts.CommentRepliedV1;
import dateline.contracts.CommentResolvedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.FileAttachedV1;
import dateline.contracts.NoteNumberedV1;
import dateline.contracts.NumberRequestedV1;
import dateline.contracts.ParagraphsLockedV1;
import dateline.contracts.ParagraphsUnlockedV1;
import dateline.contracts.SourceChangedV1;
import dateline.contracts.TranslationConfirmedV1;
import dateline.contracts.TranslationLinkedV1;
import dateline.contracts.TranslationOutdatedV1;
import dateline.contracts.TranslationRegisteredV1;
import dateline.desk.DraftingFacts.Fact;
import dateline.desk.Papers.Agreed;
import dateline.desk.Papers.Attached;
import dateline.desk.Papers.By;
import dateline.desk.Papers.Comment;
import dateline.desk.Papers.ReleaseNumber;
import dateline.desk.Papers.Reply;
import dateline.desk.Papers.Source;
import dateline.kernel.Role;
import dateline.note.Block;
import dateline.note.CanonicalForm;
import dateline.note.MediaNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What drafting's events change beside a text. Details never name a note that others may see. */
final class PapersFacts {

  private PapersFacts() {}

  /** Empty for an event that is not about what lies beside a text. */
  static Optional<Fact> of(Draft before, DraftingEventV1 event) {
    By by = new By(event.getActor().getPerson(), event.getAt());
    return people(before, event)
        .or(() -> comments(before, event, by))
        .or(() -> agreed(before, event, by))
        .or(() -> files(before, event, by))
        .or(() -> translating(before, event))
        .or(() -> translated(before, event))
        .or(() -> number(before, event));
  }

  private static Optional<Fact> people(Draft before, DraftingEventV1 event) {
    @Nullable CoDrafterAddedV1 added = event.getCoDrafterAdded();
    if (added != null) {
      Papers papers = before.papers().withCoDrafter(added.getPerson());
      return beside(before, papers, "CoDrafterAdded", added.getPerson());
    }
    @Nullable CoDrafterRemovedV1 removed = event.getCoDrafterRemoved();
    return removed == null
        ? Optional.empty()
        : beside(
            before,
            before.papers().withoutCoDrafter(removed.getPerson()),
            "CoDrafterRemoved",
            removed.getPerson());
  }

  private static Optional<Fact> comments(Draft before, DraftingEventV1 event, By by) {
    @Nullable CommentMadeV1 made = event.getCommentMade();
    if (made != null) {
      Comment comment =
          new Comment(
              made.getComment(),
              made.getRevision(),
              made.getPassage().getBlock(),
              made.getPassage().getWords(),
              made.getText(),
              by,
              List.of(),
              Optional.empty());
      return beside(
          before, before.papers().with(comment), "CommentMade", "revision " + made.getRevision());
    }
    @Nullable CommentRepliedV1 replied = event.getCommentReplied();
    if (replied != null) {
      Papers papers =
          before.papers().replied(replied.getComment(), new Reply(by, replied.getText()));
      return beside(before, papers, "CommentReplied", "");
    }
    @Nullable CommentResolvedV1 resolved = event.getCommentResolved();
    return resolved == null
        ? Optional.empty()
        : beside(
            before, before.papers().resolved(resolved.getComment(), by), "CommentResolved", "");
  }

  private static Optional<Fact> agreed(Draft before, DraftingEventV1 event, By by) {
    @Nullable ParagraphsLockedV1 locked = event.getParagraphsLocked();
    if (locked != null) {
      List<Block> body = before.note().map(MediaNote::body).orElse(List.of());
      List<Agreed> more =
          locked.getBlocks().stream()
              .map(block ->
                  new Agreed(
                      locked.getLock(),
                      block,
                      event.getActor().getOffice(),
                      locked.getAgreedWith(),
                      by,
                      CanonicalForm.lineOf(body.get(block - 1))))
              .toList();
      String blocks =
          locked.getBlocks().stream().map(Object::toString).collect(Collectors.joining(", "));
      return beside(
          before,
          before.papers().locked(more),
          "ParagraphsLocked",
          "block %s, agreed with %s".formatted(blocks, locked.getAgreedWith()));
    }
    @Nullable ParagraphsUnlockedV1 unlocked = event.getParagraphsUnlocked();
    return unlocked == null
        ? Optional.empty()
        : beside(
            before,
            before.papers().unlocked(unlocked.getLock()),
            "ParagraphsUnlocked",
            unlocked.getReason());
  }

  private static Optional<Fact> files(Draft before, DraftingEventV1 event, By by) {
    @Nullable FileAttachedV1 attached = event.getFileAttached();
    if (attached != null) {
      AttachmentV1 file = attached.getFile();
      Papers papers =
          before
              .papers()
              .with(
                  new Attached(
                      file.getSha256(),
                      file.getMediaType(),
                      file.getSize(),
                      file.getName(),
                      file.getDescription(),
                      by));
      Draft after = before.withFiles(papers, before.joined(by.person()));
      return Optional.of(new Fact(after, "FileAttached", file.getName()));
    }
    @Nullable AttachmentRemovedV1 removed = event.getAttachmentRemoved();
    if (removed == null) {
      return Optional.empty();
    }
    String name =
        before.papers().attachments().stream()
            .filter(file -> file.sha256().equals(removed.getSha256()))
            .map(Attached::name)
            .findFirst()
            .orElse("");
    Papers papers = before.papers().withoutFile(removed.getSha256());
    Draft after = before.withFiles(papers, before.contributors());
    return Optional.of(new Fact(after, "AttachmentRemoved", name));
  }

  private static Optional<Fact> translating(Draft before, DraftingEventV1 event) {
    @Nullable TranslationLinkedV1 linked = event.getTranslationLinked();
    if (linked != null) {
      Source source =
          new Source(
              linked.getSource(),
              linked.getLanguage(),
              linked.getSourceRevision(),
              linked.getSourceRevision());
      return beside(
          before,
          before.papers().translating(Optional.of(source)),
          "TranslationLinked",
          "%s, of revision %d".formatted(linked.getLanguage(), linked.getSourceRevision()));
    }
    if (event.getTranslationUnlinked() != null) {
      Papers papers = before.papers().translating(Optional.empty());
      boolean met = event.getActor().getRole().equals(Role.SYSTEM.name());
      return beside(
          before, papers, "TranslationUnlinked", met ? "its source became its translation" : "");
    }
    @Nullable TranslationOutdatedV1 outdated = event.getTranslationOutdated();
    if (outdated != null) {
      return beside(
          before,
          before.papers().outdated(outdated.getSourceRevision()),
          "TranslationOutdated",
          "the source is at revision " + outdated.getSourceRevision());
    }
    @Nullable TranslationConfirmedV1 confirmed = event.getTranslationConfirmed();
    return confirmed == null
        ? Optional.empty()
        : beside(
            before,
            before.papers().confirmed(confirmed.getSourceRevision()),
            "TranslationConfirmed",
            "revision %d of the source".formatted(confirmed.getSourceRevision()));
  }

  private static Optional<Fact> translated(Draft before, DraftingEventV1 event) {
    @Nullable TranslationRegisteredV1 registered = event.getTranslationRegistered();
    if (registered != null) {
      Papers papers = before.papers().translatedBy(registered.getTranslation());
      return beside(before, papers, "TranslationRegistered", "");
    }
    @Nullable SourceChangedV1 changed = event.getSourceChanged();
    return changed == null
        ? Optional.empty()
        : beside(before, before.papers(), "SourceChanged", "revision " + changed.getRevision());
  }

  private static Optional<Fact> number(Draft before, DraftingEventV1 event) {
    @Nullable NumberRequestedV1 requested = event.getNumberRequested();
    if (requested != null) {
      int year = requested.getSeries().getYear();
      return beside(before, before.papers(), "NumberRequested", "of " + year);
    }
    @Nullable NoteNumberedV1 numbered = event.getNoteNumbered();
    if (numbered == null) {
      return Optional.empty();
    }
    ReleaseNumber number =
        new ReleaseNumber(
            numbered.getSeries().getOffice(), numbered.getSeries().getYear(), numbered.getNumber());
    return beside(
        before,
        before.papers().numbered(number),
        "NoteNumbered",
        "number %d of %d".formatted(number.number(), number.year()));
  }

  private static Optional<Fact> beside(Draft before, Papers papers, String what, String detail) {
    return Optional.of(new Fact(before.beside(papers), what, detail));
  }
}
