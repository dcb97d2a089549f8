package dateline.clearance.kafka;

import static dateline.clearance.kafka.WireValues.approvers;
import static dateline.clearance.kafka.WireValues.line;
import static dateline.clearance.kafka.WireValues.lines;
import static dateline.clearance.kafka.WireValues.list;
import static dateline.clearance.kafka.WireValues.manner;
import static dateline.clearance.kafka.WireValues.owner;
import static dateline.clearance.kafka.WireValues.people;
import static dateline.clearance.kafka.WireValues.text;

import dateline.clearance.Answer;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Answering;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.ApproveInEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.RefuseEmergency;
import dateline.clearance.ClearanceCommand.Inviting;
import dateline.clearance.ClearanceCommand.Inviting.InviteClearer;
import dateline.clearance.ClearanceCommand.Inviting.RevokeInvitation;
import dateline.clearance.ClearanceCommand.Inviting.UseInvitation;
import dateline.clearance.ClearanceCommand.Listing;
import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.AskAgain;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.LeaveEdits;
import dateline.clearance.ClearanceCommand.Listing.ProposeOffice;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.Owing.OpenEmergency;
import dateline.clearance.ClearanceCommand.Owing.SettleEmergency;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.InvitationUse;
import dateline.clearance.Power;
import dateline.contracts.AddOfficeV1;
import dateline.contracts.AnswerForOfficeV1;
import dateline.contracts.ApproveInEmergencyV1;
import dateline.contracts.ApproveNoteV1;
import dateline.contracts.AskAgainV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.DeclareEmergencyV1;
import dateline.contracts.InviteClearerV1;
import dateline.contracts.KeepAnswerV1;
import dateline.contracts.LeaveEditsV1;
import dateline.contracts.NoteTheTimeV1;
import dateline.contracts.OpenEmergencyV1;
import dateline.contracts.ProceedWithoutV1;
import dateline.contracts.ProposeEditsV1;
import dateline.contracts.ProposeOfficeV1;
import dateline.contracts.RecordAnswerV1;
import dateline.contracts.RecuseV1;
import dateline.contracts.RefuseEmergencyV1;
import dateline.contracts.RemoveOfficeV1;
import dateline.contracts.RequestClearanceV1;
import dateline.contracts.RevokeInvitationV1;
import dateline.contracts.SettleEmergencyV1;
import dateline.contracts.SuspendClearanceV1;
import dateline.contracts.UseInvitationV1;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.runtime.ActorCodec;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.NoteCodec;
import dateline.runtime.WireCodec;
import dateline.runtime.wire.UnreadableRecordException;
import java.util.Optional;

/** Where clearance's commands meet the wire's. */
final class CommandCodec implements WireCodec<ClearanceCommand, ClearanceCommandV1> {

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
                  lines(list),
                  owner(list),
                  approvers(list)));
      case ApproveNote(var digest) -> wire.setApproveNote(new ApproveNoteV1(digest.hex()));
      case ProceedWithout(var digest, var office, var reason) ->
          wire.setProceedWithout(new ProceedWithoutV1(digest.hex(), office.value(), reason));
      case SuspendClearance(var digest, var reason) ->
          wire.setSuspendClearance(new SuspendClearanceV1(digest.hex(), reason));
      case NoteTheTime(var due) -> wire.setNoteTheTime(new NoteTheTimeV1(due));
      case DeclareEmergency(var digest, var reason) ->
          wire.setDeclareEmergency(new DeclareEmergencyV1(digest.hex(), reason));
      case ApproveInEmergency(var digest, var emergency) ->
          wire.setApproveInEmergency(
              new ApproveInEmergencyV1(digest.hex(), WireValues.emergency(emergency)));
      case RefuseEmergency(var digest, var because) ->
          wire.setRefuseEmergency(new RefuseEmergencyV1(digest.hex(), because));
      case OpenEmergency(var note, var digest, var emergency) ->
          wire.setOpenEmergency(
              new OpenEmergencyV1(
                  note, digest.hex(), emergency.map(WireValues::emergency).orElse(null)));
      case SettleEmergency(var note, var digest) ->
          wire.setSettleEmergency(new SettleEmergencyV1(note, digest.hex()));
      case Answering it -> set(wire, it);
      case Listing it -> set(wire, it);
      case Inviting it -> set(wire, it);
    }
    return wire.build();
  }

  private static void set(ClearanceCommandV1.Builder wire, Inviting command) {
    switch (command) {
      case InviteClearer(
              var digest,
              var party,
              var person,
              var name,
              var mandatory,
              var until,
              var reason) ->
          wire.setInviteClearer(
              new InviteClearerV1(
                  digest.hex(), party.value(), person.value(), name, mandatory, until, reason));
      case RevokeInvitation(var party, var reason) ->
          wire.setRevokeInvitation(new RevokeInvitationV1(party.value(), reason));
      case UseInvitation(var invitation, var use, var code) ->
          wire.setUseInvitation(new UseInvitationV1(invitation, use.name(), code));
    }
  }

  private static void set(ClearanceCommandV1.Builder wire, Answering command) {
    switch (command) {
      case AnswerForOffice(var digest, var answer, var reason, var manner) ->
          wire.setAnswerForOffice(
              new AnswerForOfficeV1(digest.hex(), answer.name(), reason, manner(manner)));
      case ProposeEdits(var digest, var edited, var reason, var manner) ->
          wire.setProposeEdits(
              new ProposeEditsV1(digest.hex(), NoteCodec.toWire(edited), reason, manner(manner)));
      case RecordAnswer(
              var digest,
              var office,
              var person,
              var answer,
              var reason,
              var deputyFor) ->
          wire.setRecordAnswer(
              new RecordAnswerV1(
                  digest.hex(),
                  office.value(),
                  person.value(),
                  answer.name(),
                  reason,
                  deputyFor.map(PersonId::value).orElse(null)));
      case Recuse(var reason) -> wire.setRecuse(new RecuseV1(reason));
    }
  }

  private static void set(ClearanceCommandV1.Builder wire, Listing command) {
    switch (command) {
      case ProposeOffice(var office, var power, var reason) ->
          wire.setProposeOffice(new ProposeOfficeV1(office.value(), power.name(), reason));
      case AddOffice(var line) -> wire.setAddOffice(new AddOfficeV1(line(line)));
      case RemoveOffice(var office, var reason) ->
          wire.setRemoveOffice(new RemoveOfficeV1(office.value(), reason));
      case AskAgain(var digest, var office, var reason) ->
          wire.setAskAgain(new AskAgainV1(digest.hex(), office.value(), reason));
      case KeepAnswer(var digest, var office, var reason) ->
          wire.setKeepAnswer(new KeepAnswerV1(digest.hex(), office.value(), reason));
      case LeaveEdits(var digest, var office, var reason) ->
          wire.setLeaveEdits(new LeaveEditsV1(digest.hex(), office.value(), reason));
    }
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
          list(
              asked.getDirectoryVersion(),
              asked.getOwner(),
              asked.getApprovers(),
              asked.getLines()));
    }
    if (wire.getProceedWithout() != null) {
      ProceedWithoutV1 it = wire.getProceedWithout();
      return new ProceedWithout(
          new Digest(it.getDigest()), new OfficeId(it.getOffice()), it.getReason());
    }
    if (wire.getNoteTheTime() != null) {
      return new NoteTheTime(wire.getNoteTheTime().getDue());
    }
    if (wire.getApproveNote() != null) {
      return new ApproveNote(new Digest(wire.getApproveNote().getDigest()));
    }
    if (wire.getSuspendClearance() != null) {
      SuspendClearanceV1 recall = wire.getSuspendClearance();
      return new SuspendClearance(new Digest(recall.getDigest()), recall.getReason());
    }
    return answering(wire)
        .or(() -> listing(wire))
        .or(() -> inviting(wire))
        .or(() -> emergency(wire))
        .orElseThrow(() ->
            new UnreadableRecordException(
                "UNKNOWN_KIND", "it holds none of the commands clearance knows"));
  }

  private static Optional<ClearanceCommand> answering(ClearanceCommandV1 wire) {
    if (wire.getAnswerForOffice() != null) {
      AnswerForOfficeV1 it = wire.getAnswerForOffice();
      return Optional.of(
          new AnswerForOffice(
              new Digest(it.getDigest()),
              Answer.valueOf(it.getAnswer()),
              it.getReason(),
              manner(it.getManner())));
    }
    if (wire.getProposeEdits() != null) {
      ProposeEditsV1 it = wire.getProposeEdits();
      return Optional.of(
          new ProposeEdits(
              new Digest(it.getDigest()),
              NoteCodec.fromWire(it.getEdited()),
              it.getReason(),
              manner(it.getManner())));
    }
    if (wire.getRecordAnswer() != null) {
      RecordAnswerV1 it = wire.getRecordAnswer();
      return Optional.of(
          new RecordAnswer(
              new Digest(it.getDigest()),
              new OfficeId(it.getOffice()),
              new PersonId(it.getPerson()),
              Answer.valueOf(it.getAnswer()),
              it.getReason(),
              Optional.ofNullable(it.getDeputyFor()).map(PersonId::new)));
    }
    return Optional.ofNullable(wire.getRecuse()).map(it -> new Recuse(it.getReason()));
  }

  private static Optional<ClearanceCommand> emergency(ClearanceCommandV1 wire) {
    if (wire.getDeclareEmergency() != null) {
      DeclareEmergencyV1 it = wire.getDeclareEmergency();
      return Optional.of(new DeclareEmergency(new Digest(it.getDigest()), it.getReason()));
    }
    if (wire.getApproveInEmergency() != null) {
      ApproveInEmergencyV1 it = wire.getApproveInEmergency();
      return Optional.of(
          new ApproveInEmergency(
              new Digest(it.getDigest()), WireValues.emergency(it.getEmergency())));
    }
    if (wire.getRefuseEmergency() != null) {
      RefuseEmergencyV1 it = wire.getRefuseEmergency();
      return Optional.of(new RefuseEmergency(new Digest(it.getDigest()), it.getBecause()));
    }
    if (wire.getOpenEmergency() != null) {
      OpenEmergencyV1 it = wire.getOpenEmergency();
      return Optional.of(
          new OpenEmergency(
              it.getNote(),
              new Digest(it.getDigest()),
              Optional.ofNullable(it.getEmergency()).map(WireValues::emergency)));
    }
    return Optional.ofNullable(wire.getSettleEmergency())
        .map(it -> new SettleEmergency(it.getNote(), new Digest(it.getDigest())));
  }

  private static Optional<ClearanceCommand> listing(ClearanceCommandV1 wire) {
    if (wire.getProposeOffice() != null) {
      ProposeOfficeV1 it = wire.getProposeOffice();
      return Optional.of(
          new ProposeOffice(
              new OfficeId(it.getOffice()), Power.valueOf(it.getPower()), it.getReason()));
    }
    if (wire.getAddOffice() != null) {
      return Optional.of(new AddOffice(line(wire.getAddOffice().getLine())));
    }
    if (wire.getRemoveOffice() != null) {
      RemoveOfficeV1 it = wire.getRemoveOffice();
      return Optional.of(new RemoveOffice(new OfficeId(it.getOffice()), it.getReason()));
    }
    if (wire.getAskAgain() != null) {
      AskAgainV1 it = wire.getAskAgain();
      return Optional.of(
          new AskAgain(new Digest(it.getDigest()), new OfficeId(it.getOffice()), it.getReason()));
    }
    if (wire.getKeepAnswer() != null) {
      KeepAnswerV1 it = wire.getKeepAnswer();
      return Optional.of(
          new KeepAnswer(new Digest(it.getDigest()), new OfficeId(it.getOffice()), it.getReason()));
    }
    return Optional.ofNullable(wire.getLeaveEdits())
        .map(it ->
            new LeaveEdits(
                new Digest(it.getDigest()), new OfficeId(it.getOffice()), it.getReason()));
  }

  private static Optional<ClearanceCommand> inviting(ClearanceCommandV1 wire) {
    if (wire.getInviteClearer() != null) {
      InviteClearerV1 it = wire.getInviteClearer();
      return Optional.of(
          new InviteClearer(
              new Digest(it.getDigest()),
              new OfficeId(it.getParty()),
              new PersonId(it.getPerson()),
              it.getName(),
              it.getMandatory(),
              it.getUntil(),
              it.getReason()));
    }
    if (wire.getRevokeInvitation() != null) {
      RevokeInvitationV1 it = wire.getRevokeInvitation();
      return Optional.of(new RevokeInvitation(new OfficeId(it.getParty()), it.getReason()));
    }
    return Optional.ofNullable(wire.getUseInvitation())
        .map(it ->
            new UseInvitation(
                it.getInvitation(), InvitationUse.valueOf(it.getUse()), it.getCode()));
  }
}
