package dateline.clearance.kafka;

import dateline.clearance.Answer;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceEvent;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.ClearancesVoided;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.OfficeAnswered;
import dateline.clearance.ClearanceLine;
import dateline.clearance.ClearanceList;
import dateline.clearance.OfficeAnswer;
import dateline.clearance.Power;
import dateline.clearance.SubmittedText;
import dateline.contracts.AnswerForOfficeV1;
import dateline.contracts.ApproveNoteV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.ClearancesVoidedV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.contracts.RequestClearanceV1;
import dateline.contracts.SuspendClearanceV1;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.runtime.ActorCodec;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.NoteCodec;
import dateline.runtime.WireCodec;
import dateline.runtime.wire.UnreadableRecordException;
import java.util.List;

/** Where clearance's rule types meet the wire's. */
final class ClearanceCodecs {

  static final WireCodec<ClearanceCommand, ClearanceCommandV1> COMMANDS = new Commands();
  static final WireCodec<ClearanceEvent, ClearanceEventV1> EVENTS = new Events();

  private ClearanceCodecs() {}

  private static final class Commands implements WireCodec<ClearanceCommand, ClearanceCommandV1> {

    @Override
    public Class<ClearanceCommandV1> wireType() {
      return ClearanceCommandV1.class;
    }

    @Override
    public ClearanceCommandV1 toWire(Envelope<ClearanceCommand> message) {
      ClearanceCommandV1.Builder wire =
          ClearanceCommandV1.newBuilder()
              .setId(message.id().value())
              .setCausationId(message.causationId().value())
              .setAt(message.at())
              .setActor(ActorCodec.toWire(message.actor()))
              .setNoteId(message.key());
      switch (message.payload()) {
        case RequestClearance(var text, var list) ->
            wire.setRequestClearance(
                new RequestClearanceV1(
                    text.revision(),
                    NoteCodec.toWire(text.note()),
                    text.digest().hex(),
                    people(text),
                    list.directoryVersion(),
                    lines(list)));
        case AnswerForOffice(var digest, var answer, var reason) ->
            wire.setAnswerForOffice(new AnswerForOfficeV1(digest.hex(), answer.name(), reason));
        case ApproveNote(var digest) -> wire.setApproveNote(new ApproveNoteV1(digest.hex()));
        case SuspendClearance(var digest, var reason) ->
            wire.setSuspendClearance(new SuspendClearanceV1(digest.hex(), reason));
      }
      return wire.build();
    }

    @Override
    public Envelope<ClearanceCommand> fromWire(ClearanceCommandV1 wire) {
      return Sound.read(() ->
          EnvelopeCodec.fromWire(
              wire.getId(),
              wire.getCausationId(),
              wire.getNoteId(),
              wire.getAt(),
              wire.getActor(),
              payload(wire)));
    }

    private static ClearanceCommand payload(ClearanceCommandV1 wire) {
      if (wire.getRequestClearance() != null) {
        RequestClearanceV1 asked = wire.getRequestClearance();
        return new RequestClearance(
            text(asked.getRevision(), asked.getNote(), asked.getDigest(), asked.getContributors()),
            list(asked.getDirectoryVersion(), asked.getLines()));
      }
      if (wire.getAnswerForOffice() != null) {
        AnswerForOfficeV1 answer = wire.getAnswerForOffice();
        return new AnswerForOffice(
            new Digest(answer.getDigest()), Answer.valueOf(answer.getAnswer()), answer.getReason());
      }
      if (wire.getApproveNote() != null) {
        return new ApproveNote(new Digest(wire.getApproveNote().getDigest()));
      }
      if (wire.getSuspendClearance() != null) {
        SuspendClearanceV1 recall = wire.getSuspendClearance();
        return new SuspendClearance(new Digest(recall.getDigest()), recall.getReason());
      }
      throw new UnreadableRecordException(
          "UNKNOWN_KIND", "it holds none of the commands clearance knows");
    }
  }

  private static final class Events implements WireCodec<ClearanceEvent, ClearanceEventV1> {

    @Override
    public Class<ClearanceEventV1> wireType() {
      return ClearanceEventV1.class;
    }

    @Override
    public ClearanceEventV1 toWire(Envelope<ClearanceEvent> message) {
      ClearanceEventV1.Builder wire =
          ClearanceEventV1.newBuilder()
              .setId(message.id().value())
              .setCausationId(message.causationId().value())
              .setAt(message.at())
              .setActor(ActorCodec.toWire(message.actor()))
              .setNoteId(message.key());
      switch (message.payload()) {
        case ClearanceRequested(var text, var list) ->
            wire.setClearanceRequested(
                new ClearanceRequestedV1(
                    text.revision(),
                    NoteCodec.toWire(text.note()),
                    text.digest().hex(),
                    people(text),
                    list.directoryVersion(),
                    lines(list)));
        case ClearancesVoided(var digest, var offices) ->
            wire.setClearancesVoided(
                new ClearancesVoidedV1(
                    digest.hex(), offices.stream().map(OfficeId::value).toList()));
        case OfficeAnswered(var answer) ->
            wire.setOfficeAnswered(new OfficeAnsweredV1(answer(answer)));
        case NoteReturned(var answer) -> wire.setNoteReturned(new NoteReturnedV1(answer(answer)));
        case NoteCleared(var text, var answers, var approver) ->
            wire.setNoteCleared(
                new NoteClearedV1(
                    text.revision(),
                    NoteCodec.toWire(text.note()),
                    text.digest().hex(),
                    people(text),
                    answers.stream().map(ClearanceCodecs::answer).toList(),
                    approver.value()));
        case ClearanceSuspended(var digest, var reason) ->
            wire.setClearanceSuspended(new ClearanceSuspendedV1(digest.hex(), reason));
      }
      return wire.build();
    }

    @Override
    public Envelope<ClearanceEvent> fromWire(ClearanceEventV1 wire) {
      return Sound.read(() ->
          EnvelopeCodec.fromWire(
              wire.getId(),
              wire.getCausationId(),
              wire.getNoteId(),
              wire.getAt(),
              wire.getActor(),
              payload(wire)));
    }

    private static ClearanceEvent payload(ClearanceEventV1 wire) {
      if (wire.getClearanceRequested() != null) {
        ClearanceRequestedV1 asked = wire.getClearanceRequested();
        return new ClearanceRequested(
            text(asked.getRevision(), asked.getNote(), asked.getDigest(), asked.getContributors()),
            list(asked.getDirectoryVersion(), asked.getLines()));
      }
      if (wire.getClearancesVoided() != null) {
        ClearancesVoidedV1 voided = wire.getClearancesVoided();
        return new ClearancesVoided(
            new Digest(voided.getFormerDigest()),
            voided.getOffices().stream().map(OfficeId::new).toList());
      }
      if (wire.getOfficeAnswered() != null) {
        return new OfficeAnswered(answer(wire.getOfficeAnswered().getAnswer()));
      }
      if (wire.getNoteReturned() != null) {
        return new NoteReturned(answer(wire.getNoteReturned().getAnswer()));
      }
      if (wire.getNoteCleared() != null) {
        NoteClearedV1 cleared = wire.getNoteCleared();
        return new NoteCleared(
            text(
                cleared.getRevision(),
                cleared.getNote(),
                cleared.getDigest(),
                cleared.getContributors()),
            cleared.getAnswers().stream().map(ClearanceCodecs::answer).toList(),
            new PersonId(cleared.getApprover()));
      }
      if (wire.getClearanceSuspended() != null) {
        ClearanceSuspendedV1 suspended = wire.getClearanceSuspended();
        return new ClearanceSuspended(new Digest(suspended.getDigest()), suspended.getReason());
      }
      throw new UnreadableRecordException(
          "UNKNOWN_KIND", "it holds none of the events clearance knows");
    }
  }

  private static SubmittedText text(
      int revision, MediaNoteV1 note, String digest, List<String> contributors) {
    return new SubmittedText(
        revision,
        NoteCodec.fromWire(note),
        new Digest(digest),
        contributors.stream().map(PersonId::new).toList());
  }

  private static List<String> people(SubmittedText text) {
    return text.contributors().stream().map(PersonId::value).toList();
  }

  private static ClearanceList list(long directoryVersion, List<ClearanceLineV1> lines) {
    return new ClearanceList(
        directoryVersion,
        lines.stream()
            .map(line ->
                new ClearanceLine(
                    new OfficeId(line.getOffice()),
                    Power.valueOf(line.getPower()),
                    line.getMandatory(),
                    line.getBecause()))
            .toList());
  }

  private static List<ClearanceLineV1> lines(ClearanceList list) {
    return list.lines().stream()
        .map(line ->
            new ClearanceLineV1(
                line.office().value(), line.power().name(), line.mandatory(), line.because()))
        .toList();
  }

  private static OfficeAnswerV1 answer(OfficeAnswer answer) {
    return new OfficeAnswerV1(
        answer.office().value(),
        answer.answer().name(),
        answer.person().value(),
        answer.digest().hex(),
        answer.at(),
        answer.reason());
  }

  private static OfficeAnswer answer(OfficeAnswerV1 wire) {
    return new OfficeAnswer(
        new OfficeId(wire.getOffice()),
        Answer.valueOf(wire.getAnswer()),
        new PersonId(wire.getPerson()),
        new Digest(wire.getDigest()),
        wire.getAt(),
        wire.getReason());
  }
}
