package dateline.clearance.kafka;

import static dateline.clearance.kafka.WireValues.answer;
import static dateline.clearance.kafka.WireValues.approvers;
import static dateline.clearance.kafka.WireValues.ids;
import static dateline.clearance.kafka.WireValues.line;
import static dateline.clearance.kafka.WireValues.lines;
import static dateline.clearance.kafka.WireValues.list;
import static dateline.clearance.kafka.WireValues.offices;
import static dateline.clearance.kafka.WireValues.owner;
import static dateline.clearance.kafka.WireValues.passedOver;
import static dateline.clearance.kafka.WireValues.people;
import static dateline.clearance.kafka.WireValues.text;

import dateline.clearance.ClearanceEvent;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.Invited;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.Invited.InvitationRevoked;
import dateline.clearance.ClearanceEvent.Invited.InvitationUsed;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Owed.EmergencyDenied;
import dateline.clearance.ClearanceEvent.Owed.EmergencyOpened;
import dateline.clearance.ClearanceEvent.Owed.EmergencySettled;
import dateline.clearance.ClearanceEvent.Reviewing;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.ClearancesVoided;
import dateline.clearance.ClearanceEvent.Reviewing.EditsLeft;
import dateline.clearance.ClearanceEvent.Reviewing.EditsProposed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyLapsed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyOverdue;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyRefused;
import dateline.clearance.ClearanceEvent.Reviewing.NoteApproved;
import dateline.clearance.ClearanceEvent.Reviewing.NoteClearedAfterTheFact;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAskedAgain;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeProposed;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeRemoved;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesAsked;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesReminded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.clearance.ClearanceEvent.Reviewing.PersonRecused;
import dateline.clearance.InvitationUse;
import dateline.clearance.Power;
import dateline.contracts.AnswersKeptV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.ClearancesVoidedV1;
import dateline.contracts.ClearerInvitedV1;
import dateline.contracts.EditsLeftV1;
import dateline.contracts.EditsProposedV1;
import dateline.contracts.EmergencyDeclaredV1;
import dateline.contracts.EmergencyDeniedV1;
import dateline.contracts.EmergencyLapsedV1;
import dateline.contracts.EmergencyOpenedV1;
import dateline.contracts.EmergencyOverdueV1;
import dateline.contracts.EmergencyRefusedV1;
import dateline.contracts.EmergencySettledV1;
import dateline.contracts.InvitationRevokedV1;
import dateline.contracts.InvitationUsedV1;
import dateline.contracts.NoteApprovedV1;
import dateline.contracts.NoteClearedAfterTheFactV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.OfficeAddedV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.contracts.OfficeAskedAgainV1;
import dateline.contracts.OfficePassedOverV1;
import dateline.contracts.OfficeProposedV1;
import dateline.contracts.OfficeRemovedV1;
import dateline.contracts.OfficesAskedV1;
import dateline.contracts.OfficesRemindedV1;
import dateline.contracts.OfficesSilentV1;
import dateline.contracts.PersonRecusedV1;
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
import java.util.Optional;

/** Where clearance's events meet the wire's. */
final class EventCodec implements WireCodec<ClearanceEvent, ClearanceEventV1> {

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
                  lines(list),
                  owner(list),
                  approvers(list)));
      case NoteReturned(var answer) -> wire.setNoteReturned(new NoteReturnedV1(answer(answer)));
      case NoteCleared(
              var text,
              var answers,
              var approver,
              var alsoApproved,
              var passedOver,
              var emergency) ->
          wire.setNoteCleared(
              new NoteClearedV1(
                  text.revision(),
                  NoteCodec.toWire(text.note()),
                  text.digest().hex(),
                  people(text),
                  answers.stream().map(WireValues::answer).toList(),
                  approver.value(),
                  alsoApproved.isEmpty()
                      ? null
                      : alsoApproved.stream().map(PersonId::value).toList(),
                  passedOver.isEmpty()
                      ? null
                      : passedOver.stream().map(WireValues::passedOver).toList(),
                  emergency.map(WireValues::emergency).orElse(null)));
      case ClearanceSuspended(var digest, var reason) ->
          wire.setClearanceSuspended(new ClearanceSuspendedV1(digest.hex(), reason));
      case Reviewing it -> set(wire, it);
      case EmergencyOpened(var note, var digest, var emergency) ->
          wire.setEmergencyOpened(
              new EmergencyOpenedV1(note, digest.hex(), WireValues.emergency(emergency)));
      case EmergencyDenied(var note, var digest, var because) ->
          wire.setEmergencyDenied(new EmergencyDeniedV1(note, digest.hex(), because));
      case EmergencySettled(var note, var digest) ->
          wire.setEmergencySettled(new EmergencySettledV1(note, digest.hex()));
    }
    return wire.build();
  }

  private static void set(ClearanceEventV1.Builder wire, Reviewing event) {
    switch (event) {
      case ClearancesVoided(var digest, var offices) ->
          wire.setClearancesVoided(new ClearancesVoidedV1(digest.hex(), ids(offices)));
      case AnswersKept(var digest, var offices, var reason) ->
          wire.setAnswersKept(new AnswersKeptV1(digest.hex(), ids(offices), reason));
      case OfficesAsked(var asked) ->
          wire.setOfficesAsked(new OfficesAskedV1(asked.stream().map(WireValues::asked).toList()));
      case OfficesReminded(var offices) ->
          wire.setOfficesReminded(new OfficesRemindedV1(ids(offices)));
      case OfficesSilent(var offices) -> wire.setOfficesSilent(new OfficesSilentV1(ids(offices)));
      case OfficeAnswered(var answer) ->
          wire.setOfficeAnswered(new OfficeAnsweredV1(answer(answer)));
      case EditsProposed(var answer, var edited) ->
          wire.setEditsProposed(new EditsProposedV1(answer(answer), NoteCodec.toWire(edited)));
      case EditsLeft(var office, var reason) ->
          wire.setEditsLeft(new EditsLeftV1(office.value(), reason));
      case OfficeAskedAgain(var office, var reason) ->
          wire.setOfficeAskedAgain(new OfficeAskedAgainV1(office.value(), reason));
      case PersonRecused(var person, var reason) ->
          wire.setPersonRecused(new PersonRecusedV1(person.value(), reason));
      case OfficeProposed(var office, var power, var reason) ->
          wire.setOfficeProposed(new OfficeProposedV1(office.value(), power.name(), reason));
      case OfficeAdded(var line) -> wire.setOfficeAdded(new OfficeAddedV1(line(line)));
      case OfficeRemoved(var office, var reason) ->
          wire.setOfficeRemoved(new OfficeRemovedV1(office.value(), reason));
      case Invited it -> set(wire, it);
      case OfficePassedOver(var decision) ->
          wire.setOfficePassedOver(new OfficePassedOverV1(passedOver(decision)));
      case NoteApproved(var digest, var approver) ->
          wire.setNoteApproved(new NoteApprovedV1(digest.hex(), approver.value()));
      case EmergencyDeclared(var digest, var authority, var office, var reason) ->
          wire.setEmergencyDeclared(
              new EmergencyDeclaredV1(digest.hex(), authority.value(), office.value(), reason));
      case EmergencyRefused(var digest, var because) ->
          wire.setEmergencyRefused(new EmergencyRefusedV1(digest.hex(), because));
      case EmergencyLapsed(var digest, var office) ->
          wire.setEmergencyLapsed(new EmergencyLapsedV1(digest.hex(), office.value()));
      case EmergencyOverdue(var digest) ->
          wire.setEmergencyOverdue(new EmergencyOverdueV1(digest.hex()));
      case NoteClearedAfterTheFact(
              var digest,
              var office,
              var answers,
              var approver,
              var passedOver) ->
          wire.setNoteClearedAfterTheFact(
              new NoteClearedAfterTheFactV1(
                  digest.hex(),
                  office.value(),
                  answers.stream().map(WireValues::answer).toList(),
                  approver.value(),
                  passedOver.stream().map(WireValues::passedOver).toList()));
    }
  }

  private static void set(ClearanceEventV1.Builder wire, Invited event) {
    switch (event) {
      case ClearerInvited(var invitation, var digest, var party, var person, var name, var until) ->
          wire.setClearerInvited(
              new ClearerInvitedV1(
                  invitation, digest.hex(), party.value(), person.value(), name, until));
      case InvitationRevoked(var party, var reason) ->
          wire.setInvitationRevoked(new InvitationRevokedV1(party.value(), reason));
      case InvitationUsed(var party, var invitation, var use, var code, var codeUntil) ->
          wire.setInvitationUsed(
              new InvitationUsedV1(
                  invitation, party.value(), use.name(), code, codeUntil.orElse(null)));
    }
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
          list(
              asked.getDirectoryVersion(),
              asked.getOwner(),
              asked.getApprovers(),
              asked.getLines()));
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
          cleared.getAnswers().stream().map(WireValues::answer).toList(),
          new PersonId(cleared.getApprover()),
          Optional.ofNullable(cleared.getAlsoApproved()).orElse(List.of()).stream()
              .map(PersonId::new)
              .toList(),
          Optional.ofNullable(cleared.getPassedOver()).orElse(List.of()).stream()
              .map(WireValues::passedOver)
              .toList(),
          Optional.ofNullable(cleared.getEmergency()).map(WireValues::emergency));
    }
    if (wire.getClearanceSuspended() != null) {
      ClearanceSuspendedV1 suspended = wire.getClearanceSuspended();
      return new ClearanceSuspended(new Digest(suspended.getDigest()), suspended.getReason());
    }
    return answered(wire)
        .or(() -> listed(wire))
        .or(() -> invited(wire))
        .or(() -> emergency(wire))
        .orElseThrow(() ->
            new UnreadableRecordException(
                "UNKNOWN_KIND", "it holds none of the events clearance knows"));
  }

  private static Optional<ClearanceEvent> answered(ClearanceEventV1 wire) {
    if (wire.getClearancesVoided() != null) {
      ClearancesVoidedV1 it = wire.getClearancesVoided();
      return Optional.of(
          new ClearancesVoided(new Digest(it.getFormerDigest()), offices(it.getOffices())));
    }
    if (wire.getAnswersKept() != null) {
      AnswersKeptV1 it = wire.getAnswersKept();
      return Optional.of(
          new AnswersKept(new Digest(it.getDigest()), offices(it.getOffices()), it.getReason()));
    }
    if (wire.getOfficeAnswered() != null) {
      return Optional.of(new OfficeAnswered(answer(wire.getOfficeAnswered().getAnswer())));
    }
    if (wire.getEditsProposed() != null) {
      EditsProposedV1 it = wire.getEditsProposed();
      return Optional.of(
          new EditsProposed(answer(it.getAnswer()), NoteCodec.fromWire(it.getEdited())));
    }
    if (wire.getEditsLeft() != null) {
      EditsLeftV1 it = wire.getEditsLeft();
      return Optional.of(new EditsLeft(new OfficeId(it.getOffice()), it.getReason()));
    }
    if (wire.getPersonRecused() != null) {
      PersonRecusedV1 it = wire.getPersonRecused();
      return Optional.of(new PersonRecused(new PersonId(it.getPerson()), it.getReason()));
    }
    if (wire.getOfficePassedOver() != null) {
      return Optional.of(
          new OfficePassedOver(passedOver(wire.getOfficePassedOver().getDecision())));
    }
    return Optional.ofNullable(wire.getNoteApproved())
        .map(it -> new NoteApproved(new Digest(it.getDigest()), new PersonId(it.getApprover())));
  }

  private static Optional<ClearanceEvent> emergency(ClearanceEventV1 wire) {
    if (wire.getEmergencyDeclared() != null) {
      EmergencyDeclaredV1 it = wire.getEmergencyDeclared();
      return Optional.of(
          new EmergencyDeclared(
              new Digest(it.getDigest()),
              new PersonId(it.getAuthority()),
              new OfficeId(it.getOffice()),
              it.getReason()));
    }
    if (wire.getEmergencyRefused() != null) {
      EmergencyRefusedV1 it = wire.getEmergencyRefused();
      return Optional.of(new EmergencyRefused(new Digest(it.getDigest()), it.getBecause()));
    }
    if (wire.getEmergencyLapsed() != null) {
      EmergencyLapsedV1 it = wire.getEmergencyLapsed();
      return Optional.of(
          new EmergencyLapsed(new Digest(it.getDigest()), new OfficeId(it.getOffice())));
    }
    if (wire.getEmergencyOverdue() != null) {
      return Optional.of(new EmergencyOverdue(new Digest(wire.getEmergencyOverdue().getDigest())));
    }
    if (wire.getNoteClearedAfterTheFact() != null) {
      NoteClearedAfterTheFactV1 it = wire.getNoteClearedAfterTheFact();
      return Optional.of(
          new NoteClearedAfterTheFact(
              new Digest(it.getDigest()),
              new OfficeId(it.getOffice()),
              it.getAnswers().stream().map(WireValues::answer).toList(),
              new PersonId(it.getApprover()),
              it.getPassedOver().stream().map(WireValues::passedOver).toList()));
    }
    if (wire.getEmergencyOpened() != null) {
      EmergencyOpenedV1 it = wire.getEmergencyOpened();
      return Optional.of(
          new EmergencyOpened(
              it.getNote(), new Digest(it.getDigest()), WireValues.emergency(it.getEmergency())));
    }
    if (wire.getEmergencyDenied() != null) {
      EmergencyDeniedV1 it = wire.getEmergencyDenied();
      return Optional.of(
          new EmergencyDenied(it.getNote(), new Digest(it.getDigest()), it.getBecause()));
    }
    return Optional.ofNullable(wire.getEmergencySettled())
        .map(it -> new EmergencySettled(it.getNote(), new Digest(it.getDigest())));
  }

  private static Optional<ClearanceEvent> listed(ClearanceEventV1 wire) {
    if (wire.getOfficesAsked() != null) {
      return Optional.of(
          new OfficesAsked(
              wire.getOfficesAsked().getAsked().stream().map(WireValues::asked).toList()));
    }
    if (wire.getOfficesReminded() != null) {
      return Optional.of(new OfficesReminded(offices(wire.getOfficesReminded().getOffices())));
    }
    if (wire.getOfficesSilent() != null) {
      return Optional.of(new OfficesSilent(offices(wire.getOfficesSilent().getOffices())));
    }
    if (wire.getOfficeAskedAgain() != null) {
      OfficeAskedAgainV1 it = wire.getOfficeAskedAgain();
      return Optional.of(new OfficeAskedAgain(new OfficeId(it.getOffice()), it.getReason()));
    }
    if (wire.getOfficeProposed() != null) {
      OfficeProposedV1 it = wire.getOfficeProposed();
      return Optional.of(
          new OfficeProposed(
              new OfficeId(it.getOffice()), Power.valueOf(it.getPower()), it.getReason()));
    }
    if (wire.getOfficeAdded() != null) {
      return Optional.of(new OfficeAdded(line(wire.getOfficeAdded().getLine())));
    }
    return Optional.ofNullable(wire.getOfficeRemoved())
        .map(it -> new OfficeRemoved(new OfficeId(it.getOffice()), it.getReason()));
  }

  private static Optional<ClearanceEvent> invited(ClearanceEventV1 wire) {
    if (wire.getClearerInvited() != null) {
      ClearerInvitedV1 it = wire.getClearerInvited();
      return Optional.of(
          new ClearerInvited(
              it.getInvitation(),
              new Digest(it.getDigest()),
              new OfficeId(it.getParty()),
              new PersonId(it.getPerson()),
              it.getName(),
              it.getUntil()));
    }
    if (wire.getInvitationRevoked() != null) {
      InvitationRevokedV1 it = wire.getInvitationRevoked();
      return Optional.of(new InvitationRevoked(new OfficeId(it.getParty()), it.getReason()));
    }
    return Optional.ofNullable(wire.getInvitationUsed())
        .map(it ->
            new InvitationUsed(
                new OfficeId(it.getParty()),
                it.getInvitation(),
                InvitationUse.valueOf(it.getUse()),
                it.getCode(),
                Optional.ofNullable(it.getCodeUntil())));
  }
}
