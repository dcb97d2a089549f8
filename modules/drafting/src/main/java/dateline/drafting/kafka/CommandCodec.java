package dateline.drafting.kafka;

import dateline.contracts.AbandonDraftV1;
import dateline.contracts.AddCoDrafterV1;
import dateline.contracts.AllocateNumberV1;
import dateline.contracts.AttachFileV1;
import dateline.contracts.CloseDraftV1;
import dateline.contracts.ConfirmTranslationV1;
import dateline.contracts.CreateDraftV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.LinkTranslationV1;
import dateline.contracts.LockParagraphsV1;
import dateline.contracts.MakeCommentV1;
import dateline.contracts.NumberNoteV1;
import dateline.contracts.OutdateTranslationV1;
import dateline.contracts.RecallNoteV1;
import dateline.contracts.RegisterTranslationV1;
import dateline.contracts.RemoveAttachmentV1;
import dateline.contracts.RemoveCoDrafterV1;
import dateline.contracts.ReopenDraftV1;
import dateline.contracts.ReplyToCommentV1;
import dateline.contracts.ResolveCommentV1;
import dateline.contracts.RestoreDraftV1;
import dateline.contracts.RestoreRevisionV1;
import dateline.contracts.ReviseDraftV1;
import dateline.contracts.RevisePartV1;
import dateline.contracts.SubmitNoteV1;
import dateline.contracts.TakeEditsV1;
import dateline.contracts.UnlinkTranslationV1;
import dateline.contracts.UnlockParagraphsV1;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.AbandonDraft;
import dateline.drafting.DraftingCommand.AddCoDrafter;
import dateline.drafting.DraftingCommand.AllocateNumber;
import dateline.drafting.DraftingCommand.AttachFile;
import dateline.drafting.DraftingCommand.Attaching;
import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.DraftingCommand.Commenting;
import dateline.drafting.DraftingCommand.ConfirmTranslation;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.Following;
import dateline.drafting.DraftingCommand.Handling;
import dateline.drafting.DraftingCommand.LinkTranslation;
import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.MakeComment;
import dateline.drafting.DraftingCommand.NumberNote;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingCommand.RemoveAttachment;
import dateline.drafting.DraftingCommand.RemoveCoDrafter;
import dateline.drafting.DraftingCommand.ReopenDraft;
import dateline.drafting.DraftingCommand.ReplyToComment;
import dateline.drafting.DraftingCommand.ResolveComment;
import dateline.drafting.DraftingCommand.RestoreDraft;
import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.RevisePart;
import dateline.drafting.DraftingCommand.Revising;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingCommand.Translating;
import dateline.drafting.DraftingCommand.UnlinkTranslation;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.kernel.Envelope;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.Passage;
import dateline.runtime.ActorCodec;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.NoteCodec;
import dateline.runtime.WireCodec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@link DraftingCommand} and {@link DraftingCommandV1}. */
final class CommandCodec implements WireCodec<DraftingCommand, DraftingCommandV1> {

  @Override
  public Class<DraftingCommandV1> wireType() {
    return DraftingCommandV1.class;
  }

  @Override
  public DraftingCommandV1 toWire(Envelope<DraftingCommand> message) {
    DraftingCommandV1.Builder wire =
        DraftingCommandV1.newBuilder()
            .setId(message.id().value())
            .setCausationId(message.causationId().value())
            .setAt(message.at())
            .setActor(ActorCodec.toWire(message.actor()))
            .setNoteId(message.key());
    return with(wire, message.payload()).build();
  }

  private static DraftingCommandV1.Builder with(
      DraftingCommandV1.Builder wire, DraftingCommand payload) {
    return switch (payload) {
      case CreateDraft(MediaNote note, var zone, var origin) ->
          wire.setCreateDraft(
              new CreateDraftV1(
                  NoteCodec.toWire(note),
                  zone.map(ZoneId::getId).orElse(null),
                  origin.map(DraftingTypes::toWire).orElse(null)));
      case Revising it -> revising(wire, it);
      case Handling it -> handling(wire, it);
      case Commenting it -> commenting(wire, it);
      case LockParagraphs(int expected, List<Integer> blocks, String with) ->
          wire.setLockParagraphs(new LockParagraphsV1(expected, blocks, with));
      case UnlockParagraphs(String lock, String reason) ->
          wire.setUnlockParagraphs(new UnlockParagraphsV1(lock, reason));
      case Translating it -> translating(wire, it);
      case Attaching it -> attaching(wire, it);
      case Following it -> following(wire, it);
    };
  }

  private static DraftingCommandV1.Builder revising(
      DraftingCommandV1.Builder wire, Revising command) {
    return switch (command) {
      case ReviseDraft(int expected, MediaNote note, var origin) ->
          wire.setReviseDraft(
              new ReviseDraftV1(
                  expected,
                  NoteCodec.toWire(note),
                  origin.map(DraftingTypes::toWire).orElse(null)));
      case RevisePart(int expected, Part part, int block, MediaNote note) ->
          wire.setRevisePart(
              new RevisePartV1(expected, part.component(), block, NoteCodec.toWire(note)));
      case RestoreRevision(int expected, int revision) ->
          wire.setRestoreRevision(new RestoreRevisionV1(expected, revision));
    };
  }

  private static DraftingCommandV1.Builder handling(
      DraftingCommandV1.Builder wire, Handling command) {
    return switch (command) {
      case SubmitNote(int expected, var waivers, boolean urgent) ->
          wire.setSubmitNote(
              new SubmitNoteV1(
                  expected, DraftingTypes.waiversToWire(waivers), DraftingTypes.ifTrue(urgent)));
      case TakeEdits(int expected, MediaNote edited, var proposedBy) ->
          wire.setTakeEdits(
              new TakeEditsV1(expected, NoteCodec.toWire(edited), proposedBy.value()));
      case RecallNote(String reason) -> wire.setRecallNote(new RecallNoteV1(reason));
      case AbandonDraft(String reason) -> wire.setAbandonDraft(new AbandonDraftV1(reason));
      case RestoreDraft() -> wire.setRestoreDraft(new RestoreDraftV1());
      case AddCoDrafter(var person) -> wire.setAddCoDrafter(new AddCoDrafterV1(person.value()));
      case RemoveCoDrafter(var person) ->
          wire.setRemoveCoDrafter(new RemoveCoDrafterV1(person.value()));
    };
  }

  private static DraftingCommandV1.Builder commenting(
      DraftingCommandV1.Builder wire, Commenting command) {
    return switch (command) {
      case MakeComment(int revision, Passage passage, String text) ->
          wire.setMakeComment(new MakeCommentV1(revision, DraftingTypes.toWire(passage), text));
      case ReplyToComment(String comment, String text) ->
          wire.setReplyToComment(new ReplyToCommentV1(comment, text));
      case ResolveComment(String comment) -> wire.setResolveComment(new ResolveCommentV1(comment));
    };
  }

  private static DraftingCommandV1.Builder translating(
      DraftingCommandV1.Builder wire, Translating command) {
    return switch (command) {
      case LinkTranslation(String source, int revision, String language) ->
          wire.setLinkTranslation(new LinkTranslationV1(source, revision, language));
      case UnlinkTranslation() -> wire.setUnlinkTranslation(new UnlinkTranslationV1());
      case ConfirmTranslation(int revision) ->
          wire.setConfirmTranslation(new ConfirmTranslationV1(revision));
    };
  }

  private static DraftingCommandV1.Builder attaching(
      DraftingCommandV1.Builder wire, Attaching command) {
    return switch (command) {
      case AttachFile(var file) -> wire.setAttachFile(new AttachFileV1(DraftingTypes.toWire(file)));
      case RemoveAttachment(String sha256) ->
          wire.setRemoveAttachment(new RemoveAttachmentV1(sha256));
    };
  }

  private static DraftingCommandV1.Builder following(
      DraftingCommandV1.Builder wire, Following command) {
    return switch (command) {
      case ReopenDraft(var digest, String reason) ->
          wire.setReopenDraft(new ReopenDraftV1(digest.hex(), reason));
      case CloseDraft(var digest) -> wire.setCloseDraft(new CloseDraftV1(digest.hex()));
      case RegisterTranslation(String translation, int revision) ->
          wire.setRegisterTranslation(new RegisterTranslationV1(translation, revision));
      case OutdateTranslation(String source, int revision) ->
          wire.setOutdateTranslation(new OutdateTranslationV1(source, revision));
      case AllocateNumber(var series, String note) ->
          wire.setAllocateNumber(new AllocateNumberV1(DraftingTypes.toWire(series), note));
      case NumberNote(var series, int number) ->
          wire.setNumberNote(new NumberNoteV1(DraftingTypes.toWire(series), number));
    };
  }

  @Override
  public Envelope<DraftingCommand> fromWire(DraftingCommandV1 wire) {
    return EnvelopeCodec.fromWire(
        wire.getId(),
        wire.getCausationId(),
        wire.getNoteId(),
        wire.getAt(),
        wire.getActor(),
        onText(wire)
            .or(() -> beside(wire))
            .or(() -> following(wire))
            .orElseThrow(() -> DraftingTypes.unknownKind("command")));
  }

  private static Optional<DraftingCommand> onText(DraftingCommandV1 wire) {
    if (wire.getCreateDraft() != null) {
      CreateDraftV1 it = wire.getCreateDraft();
      return Optional.of(
          new CreateDraft(
              NoteCodec.fromWire(it.getNote()),
              DraftingTypes.zone(it.getZone()),
              DraftingTypes.origin(it.getOrigin())));
    }
    if (wire.getReviseDraft() != null) {
      ReviseDraftV1 it = wire.getReviseDraft();
      return Optional.of(
          new ReviseDraft(
              it.getExpectedRevision(),
              NoteCodec.fromWire(it.getNote()),
              DraftingTypes.origin(it.getOrigin())));
    }
    if (wire.getRevisePart() != null) {
      RevisePartV1 it = wire.getRevisePart();
      return Optional.of(
          new RevisePart(
              it.getExpectedRevision(),
              DraftingTypes.part(it.getPart()),
              it.getBlock(),
              NoteCodec.fromWire(it.getNote())));
    }
    if (wire.getRestoreRevision() != null) {
      RestoreRevisionV1 it = wire.getRestoreRevision();
      return Optional.of(new RestoreRevision(it.getExpectedRevision(), it.getRevision()));
    }
    if (wire.getSubmitNote() != null) {
      SubmitNoteV1 it = wire.getSubmitNote();
      return Optional.of(
          new SubmitNote(
              it.getExpectedRevision(),
              DraftingTypes.waivers(it.getWaivers()),
              Boolean.TRUE.equals(it.getUrgent())));
    }
    if (wire.getTakeEdits() != null) {
      TakeEditsV1 it = wire.getTakeEdits();
      return Optional.of(
          new TakeEdits(
              it.getExpectedRevision(),
              NoteCodec.fromWire(it.getEdited()),
              DraftingTypes.person(it.getProposedBy())));
    }
    if (wire.getRecallNote() != null) {
      return Optional.of(new RecallNote(wire.getRecallNote().getReason()));
    }
    if (wire.getAbandonDraft() != null) {
      return Optional.of(new AbandonDraft(wire.getAbandonDraft().getReason()));
    }
    return wire.getRestoreDraft() == null ? Optional.empty() : Optional.of(new RestoreDraft());
  }

  private static Optional<DraftingCommand> beside(DraftingCommandV1 wire) {
    if (wire.getAddCoDrafter() != null) {
      return Optional.of(
          new AddCoDrafter(DraftingTypes.person(wire.getAddCoDrafter().getPerson())));
    }
    if (wire.getRemoveCoDrafter() != null) {
      return Optional.of(
          new RemoveCoDrafter(DraftingTypes.person(wire.getRemoveCoDrafter().getPerson())));
    }
    if (wire.getMakeComment() != null) {
      MakeCommentV1 it = wire.getMakeComment();
      return Optional.of(
          new MakeComment(it.getRevision(), DraftingTypes.passage(it.getPassage()), it.getText()));
    }
    if (wire.getReplyToComment() != null) {
      ReplyToCommentV1 it = wire.getReplyToComment();
      return Optional.of(new ReplyToComment(it.getComment(), it.getText()));
    }
    if (wire.getResolveComment() != null) {
      return Optional.of(new ResolveComment(wire.getResolveComment().getComment()));
    }
    if (wire.getLockParagraphs() != null) {
      LockParagraphsV1 it = wire.getLockParagraphs();
      return Optional.of(
          new LockParagraphs(it.getExpectedRevision(), it.getBlocks(), it.getAgreedWith()));
    }
    if (wire.getUnlockParagraphs() != null) {
      UnlockParagraphsV1 it = wire.getUnlockParagraphs();
      return Optional.of(new UnlockParagraphs(it.getLock(), it.getReason()));
    }
    if (wire.getAttachFile() != null) {
      return Optional.of(new AttachFile(DraftingTypes.file(wire.getAttachFile().getFile())));
    }
    return wire.getRemoveAttachment() == null
        ? translating(wire)
        : Optional.of(new RemoveAttachment(wire.getRemoveAttachment().getSha256()));
  }

  private static Optional<DraftingCommand> translating(DraftingCommandV1 wire) {
    if (wire.getLinkTranslation() != null) {
      LinkTranslationV1 it = wire.getLinkTranslation();
      return Optional.of(
          new LinkTranslation(it.getSource(), it.getSourceRevision(), it.getLanguage()));
    }
    if (wire.getConfirmTranslation() != null) {
      return Optional.of(new ConfirmTranslation(wire.getConfirmTranslation().getSourceRevision()));
    }
    return wire.getUnlinkTranslation() == null
        ? Optional.empty()
        : Optional.of(new UnlinkTranslation());
  }

  private static Optional<DraftingCommand> following(DraftingCommandV1 wire) {
    if (wire.getReopenDraft() != null) {
      ReopenDraftV1 it = wire.getReopenDraft();
      return Optional.of(new ReopenDraft(EnvelopeCodec.digest(it.getDigest()), it.getReason()));
    }
    if (wire.getCloseDraft() != null) {
      return Optional.of(new CloseDraft(EnvelopeCodec.digest(wire.getCloseDraft().getDigest())));
    }
    if (wire.getRegisterTranslation() != null) {
      RegisterTranslationV1 it = wire.getRegisterTranslation();
      return Optional.of(new RegisterTranslation(it.getTranslation(), it.getRevision()));
    }
    if (wire.getOutdateTranslation() != null) {
      OutdateTranslationV1 it = wire.getOutdateTranslation();
      return Optional.of(new OutdateTranslation(it.getSource(), it.getSourceRevision()));
    }
    if (wire.getAllocateNumber() != null) {
      AllocateNumberV1 it = wire.getAllocateNumber();
      return Optional.of(new AllocateNumber(DraftingTypes.series(it.getSeries()), it.getNote()));
    }
    return wire.getNumberNote() == null
        ? Optional.empty()
        : Optional.of(
            new NumberNote(
                DraftingTypes.series(wire.getNumberNote().getSeries()),
                wire.getNumberNote().getNumber()));
  }
}
