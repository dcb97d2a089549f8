package dateline.drafting.kafka;

import dateline.contracts.AttachmentRemovedV1;
import dateline.contracts.CoDrafterAddedV1;
import dateline.contracts.CoDrafterRemovedV1;
import dateline.contracts.CommentMadeV1;
import dateline.contracts.CommentRepliedV1;
import dateline.contracts.CommentResolvedV1;
import dateline.contracts.DraftAbandonedV1;
import dateline.contracts.DraftClosedV1;
import dateline.contracts.DraftCreatedV1;
import dateline.contracts.DraftReopenedV1;
import dateline.contracts.DraftRestoredV1;
import dateline.contracts.DraftRevisedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.FileAttachedV1;
import dateline.contracts.NoteNumberedV1;
import dateline.contracts.NoteRecalledV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.contracts.NumberAllocatedV1;
import dateline.contracts.NumberRequestedV1;
import dateline.contracts.ParagraphsLockedV1;
import dateline.contracts.ParagraphsUnlockedV1;
import dateline.contracts.SourceChangedV1;
import dateline.contracts.TranslationConfirmedV1;
import dateline.contracts.TranslationLinkedV1;
import dateline.contracts.TranslationOutdatedV1;
import dateline.contracts.TranslationRegisteredV1;
import dateline.contracts.TranslationUnlinkedV1;
import dateline.drafting.DraftingEvent;
import dateline.drafting.DraftingEvent.Agreed;
import dateline.drafting.DraftingEvent.Attached;
import dateline.drafting.DraftingEvent.AttachmentRemoved;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.CoDrafterRemoved;
import dateline.drafting.DraftingEvent.CommentMade;
import dateline.drafting.DraftingEvent.CommentReplied;
import dateline.drafting.DraftingEvent.CommentResolved;
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
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Passage;
import dateline.runtime.ActorCodec;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.NoteCodec;
import dateline.runtime.WireCodec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@link DraftingEvent} and {@link DraftingEventV1}. */
final class EventCodec implements WireCodec<DraftingEvent, DraftingEventV1> {

  @Override
  public Class<DraftingEventV1> wireType() {
    return DraftingEventV1.class;
  }

  @Override
  public DraftingEventV1 toWire(Envelope<DraftingEvent> message) {
    DraftingEventV1.Builder wire =
        DraftingEventV1.newBuilder()
            .setId(message.id().value())
            .setCausationId(message.causationId().value())
            .setAt(message.at())
            .setActor(ActorCodec.toWire(message.actor()))
            .setNoteId(message.key());
    return with(wire, message.payload()).build();
  }

  private static DraftingEventV1.Builder with(DraftingEventV1.Builder wire, DraftingEvent payload) {
    return switch (payload) {
      case DraftCreated(MediaNote note, Digest digest, var zone, var origin) ->
          wire.setDraftCreated(
              new DraftCreatedV1(
                  NoteCodec.toWire(note),
                  digest.hex(),
                  zone.map(ZoneId::getId).orElse(null),
                  origin.map(DraftingTypes::toWire).orElse(null)));
      case DraftRevised(int revision, MediaNote note, Digest digest, var origin, var proposedBy) ->
          wire.setDraftRevised(
              new DraftRevisedV1(
                  revision,
                  NoteCodec.toWire(note),
                  digest.hex(),
                  origin.map(DraftingTypes::toWire).orElse(null),
                  proposedBy.map(PersonId::value).orElse(null)));
      case NoteSubmitted it -> wire.setNoteSubmitted(submitted(it));
      case NoteRecalled(int revision, Digest digest, String reason) ->
          wire.setNoteRecalled(new NoteRecalledV1(revision, digest.hex(), reason));
      case DraftReopened(int revision, String reason) ->
          wire.setDraftReopened(new DraftReopenedV1(revision, reason));
      case DraftAbandoned(String reason) -> wire.setDraftAbandoned(new DraftAbandonedV1(reason));
      case DraftRestored() -> wire.setDraftRestored(new DraftRestoredV1());
      case DraftClosed(Digest digest) -> wire.setDraftClosed(new DraftClosedV1(digest.hex()));
      case CoDrafterAdded(PersonId person) ->
          wire.setCoDrafterAdded(new CoDrafterAddedV1(person.value()));
      case CoDrafterRemoved(PersonId person) ->
          wire.setCoDrafterRemoved(new CoDrafterRemovedV1(person.value()));
      case Commented it -> commented(wire, it);
      case Agreed it -> agreed(wire, it);
      case Attached it -> attached(wire, it);
      case Translated it -> translated(wire, it);
      case Numbered it -> numbered(wire, it);
    };
  }

  private static NoteSubmittedV1 submitted(NoteSubmitted it) {
    return NoteSubmittedV1.newBuilder()
        .setRevision(it.revision())
        .setNote(NoteCodec.toWire(it.note()))
        .setDigest(it.digest().hex())
        .setContributors(it.contributors().stream().map(PersonId::value).toList())
        .setWaivers(DraftingTypes.waiversToWire(it.waivers()))
        .setAgreed(
            it.agreed().isEmpty() ? null : it.agreed().stream().map(DraftingTypes::toWire).toList())
        .setAttachments(
            it.attachments().isEmpty()
                ? null
                : it.attachments().stream().map(DraftingTypes::toWire).toList())
        .setUrgent(DraftingTypes.ifTrue(it.urgent()))
        .build();
  }

  private static DraftingEventV1.Builder commented(DraftingEventV1.Builder wire, Commented event) {
    return switch (event) {
      case CommentMade(String id, int revision, Passage passage, String text) ->
          wire.setCommentMade(new CommentMadeV1(id, revision, DraftingTypes.toWire(passage), text));
      case CommentReplied(String id, String text) ->
          wire.setCommentReplied(new CommentRepliedV1(id, text));
      case CommentResolved(String id) -> wire.setCommentResolved(new CommentResolvedV1(id));
    };
  }

  private static DraftingEventV1.Builder agreed(DraftingEventV1.Builder wire, Agreed event) {
    return switch (event) {
      case ParagraphsLocked(String lock, int revision, List<Integer> blocks, String with) ->
          wire.setParagraphsLocked(new ParagraphsLockedV1(lock, revision, blocks, with));
      case ParagraphsUnlocked(String lock, String reason) ->
          wire.setParagraphsUnlocked(new ParagraphsUnlockedV1(lock, reason));
    };
  }

  private static DraftingEventV1.Builder attached(DraftingEventV1.Builder wire, Attached event) {
    return switch (event) {
      case FileAttached(var file) ->
          wire.setFileAttached(new FileAttachedV1(DraftingTypes.toWire(file)));
      case AttachmentRemoved(String sha256) ->
          wire.setAttachmentRemoved(new AttachmentRemovedV1(sha256));
    };
  }

  private static DraftingEventV1.Builder translated(
      DraftingEventV1.Builder wire, Translated event) {
    return switch (event) {
      case TranslationLinked(String source, int revision, String language) ->
          wire.setTranslationLinked(new TranslationLinkedV1(source, revision, language));
      case TranslationUnlinked(String source) ->
          wire.setTranslationUnlinked(new TranslationUnlinkedV1(source));
      case TranslationOutdated(int revision) ->
          wire.setTranslationOutdated(new TranslationOutdatedV1(revision));
      case TranslationConfirmed(int revision) ->
          wire.setTranslationConfirmed(new TranslationConfirmedV1(revision));
      case TranslationRegistered(String translation) ->
          wire.setTranslationRegistered(new TranslationRegisteredV1(translation));
      case SourceChanged(String translation, int revision) ->
          wire.setSourceChanged(new SourceChangedV1(translation, revision));
    };
  }

  private static DraftingEventV1.Builder numbered(DraftingEventV1.Builder wire, Numbered event) {
    return switch (event) {
      case NumberRequested(var series) ->
          wire.setNumberRequested(new NumberRequestedV1(DraftingTypes.toWire(series)));
      case NumberAllocated(var series, int number, String note) ->
          wire.setNumberAllocated(
              new NumberAllocatedV1(DraftingTypes.toWire(series), number, note));
      case NoteNumbered(var series, int number) ->
          wire.setNoteNumbered(new NoteNumberedV1(DraftingTypes.toWire(series), number));
    };
  }

  @Override
  public Envelope<DraftingEvent> fromWire(DraftingEventV1 wire) {
    return EnvelopeCodec.fromWire(
        wire.getId(),
        wire.getCausationId(),
        wire.getNoteId(),
        wire.getAt(),
        wire.getActor(),
        ofText(wire)
            .or(() -> beside(wire))
            .or(() -> translated(wire))
            .or(() -> numbered(wire))
            .orElseThrow(() -> DraftingTypes.unknownKind("event")));
  }

  private static Optional<DraftingEvent> ofText(DraftingEventV1 wire) {
    if (wire.getDraftCreated() != null) {
      DraftCreatedV1 it = wire.getDraftCreated();
      return Optional.of(
          new DraftCreated(
              NoteCodec.fromWire(it.getNote()),
              EnvelopeCodec.digest(it.getDigest()),
              DraftingTypes.zone(it.getZone()),
              DraftingTypes.origin(it.getOrigin())));
    }
    if (wire.getDraftRevised() != null) {
      DraftRevisedV1 it = wire.getDraftRevised();
      return Optional.of(
          new DraftRevised(
              it.getRevision(),
              NoteCodec.fromWire(it.getNote()),
              EnvelopeCodec.digest(it.getDigest()),
              DraftingTypes.origin(it.getOrigin()),
              Optional.ofNullable(it.getProposedBy()).map(DraftingTypes::person)));
    }
    if (wire.getNoteSubmitted() != null) {
      return Optional.of(submitted(wire.getNoteSubmitted()));
    }
    if (wire.getNoteRecalled() != null) {
      NoteRecalledV1 it = wire.getNoteRecalled();
      return Optional.of(
          new NoteRecalled(it.getRevision(), EnvelopeCodec.digest(it.getDigest()), it.getReason()));
    }
    if (wire.getDraftReopened() != null) {
      DraftReopenedV1 it = wire.getDraftReopened();
      return Optional.of(new DraftReopened(it.getRevision(), it.getReason()));
    }
    if (wire.getDraftAbandoned() != null) {
      return Optional.of(new DraftAbandoned(wire.getDraftAbandoned().getReason()));
    }
    if (wire.getDraftRestored() != null) {
      return Optional.of(new DraftRestored());
    }
    return wire.getDraftClosed() == null
        ? Optional.empty()
        : Optional.of(new DraftClosed(EnvelopeCodec.digest(wire.getDraftClosed().getDigest())));
  }

  private static NoteSubmitted submitted(NoteSubmittedV1 it) {
    return new NoteSubmitted(
        it.getRevision(),
        NoteCodec.fromWire(it.getNote()),
        EnvelopeCodec.digest(it.getDigest()),
        EnvelopeCodec.people(it.getContributors()),
        DraftingTypes.waivers(it.getWaivers()),
        DraftingTypes.agreed(it.getAgreed()),
        DraftingTypes.files(it.getAttachments()),
        Boolean.TRUE.equals(it.getUrgent()));
  }

  private static Optional<DraftingEvent> beside(DraftingEventV1 wire) {
    if (wire.getCoDrafterAdded() != null) {
      return Optional.of(
          new CoDrafterAdded(DraftingTypes.person(wire.getCoDrafterAdded().getPerson())));
    }
    if (wire.getCoDrafterRemoved() != null) {
      return Optional.of(
          new CoDrafterRemoved(DraftingTypes.person(wire.getCoDrafterRemoved().getPerson())));
    }
    if (wire.getCommentMade() != null) {
      CommentMadeV1 it = wire.getCommentMade();
      return Optional.of(
          new CommentMade(
              it.getComment(),
              it.getRevision(),
              DraftingTypes.passage(it.getPassage()),
              it.getText()));
    }
    if (wire.getCommentReplied() != null) {
      CommentRepliedV1 it = wire.getCommentReplied();
      return Optional.of(new CommentReplied(it.getComment(), it.getText()));
    }
    if (wire.getCommentResolved() != null) {
      return Optional.of(new CommentResolved(wire.getCommentResolved().getComment()));
    }
    if (wire.getParagraphsLocked() != null) {
      ParagraphsLockedV1 it = wire.getParagraphsLocked();
      return Optional.of(
          new ParagraphsLocked(it.getLock(), it.getRevision(), it.getBlocks(), it.getAgreedWith()));
    }
    if (wire.getParagraphsUnlocked() != null) {
      ParagraphsUnlockedV1 it = wire.getParagraphsUnlocked();
      return Optional.of(new ParagraphsUnlocked(it.getLock(), it.getReason()));
    }
    if (wire.getFileAttached() != null) {
      return Optional.of(new FileAttached(DraftingTypes.file(wire.getFileAttached().getFile())));
    }
    return wire.getAttachmentRemoved() == null
        ? Optional.empty()
        : Optional.of(new AttachmentRemoved(wire.getAttachmentRemoved().getSha256()));
  }

  private static Optional<DraftingEvent> translated(DraftingEventV1 wire) {
    if (wire.getTranslationLinked() != null) {
      TranslationLinkedV1 it = wire.getTranslationLinked();
      return Optional.of(
          new TranslationLinked(it.getSource(), it.getSourceRevision(), it.getLanguage()));
    }
    if (wire.getTranslationUnlinked() != null) {
      return Optional.of(new TranslationUnlinked(wire.getTranslationUnlinked().getSource()));
    }
    if (wire.getTranslationOutdated() != null) {
      return Optional.of(
          new TranslationOutdated(wire.getTranslationOutdated().getSourceRevision()));
    }
    if (wire.getTranslationConfirmed() != null) {
      return Optional.of(
          new TranslationConfirmed(wire.getTranslationConfirmed().getSourceRevision()));
    }
    if (wire.getTranslationRegistered() != null) {
      return Optional.of(
          new TranslationRegistered(wire.getTranslationRegistered().getTranslation()));
    }
    return wire.getSourceChanged() == null
        ? Optional.empty()
        : Optional.of(
            new SourceChanged(
                wire.getSourceChanged().getTranslation(), wire.getSourceChanged().getRevision()));
  }

  private static Optional<DraftingEvent> numbered(DraftingEventV1 wire) {
    if (wire.getNumberRequested() != null) {
      return Optional.of(
          new NumberRequested(DraftingTypes.series(wire.getNumberRequested().getSeries())));
    }
    if (wire.getNumberAllocated() != null) {
      NumberAllocatedV1 it = wire.getNumberAllocated();
      return Optional.of(
          new NumberAllocated(DraftingTypes.series(it.getSeries()), it.getNumber(), it.getNote()));
    }
    return wire.getNoteNumbered() == null
        ? Optional.empty()
        : Optional.of(
            new NoteNumbered(
                DraftingTypes.series(wire.getNoteNumbered().getSeries()),
                wire.getNoteNumbered().getNumber()));
  }
}
