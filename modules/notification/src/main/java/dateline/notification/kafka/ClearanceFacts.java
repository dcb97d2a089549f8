package dateline.notification.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearerInvitedV1;
import dateline.contracts.EmergencyV1;
import dateline.contracts.MannerV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.notification.notices.Fact;
import dateline.notification.notices.Part;
import dateline.notification.notices.Said;
import dateline.runtime.NoteCodec;
import dateline.runtime.wire.UnreadableRecordException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where clearance's events meet what notification makes of them. */
final class ClearanceFacts {

  private ClearanceFacts() {}

  /**
   * What an event says that anybody is told of, or that decides who is; empty for all others, those
   * of a later version too.
   *
   * @throws UnreadableRecordException if it says something that cannot be
   */
  static Optional<Fact> of(ClearanceEventV1 event) {
    try {
      return asking(event)
          .or(() -> answering(event))
          .or(() -> inviting(event))
          .or(() -> ending(event));
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException("UNREADABLE", "an event holds what is none: " + e);
    }
  }

  private static Optional<Fact> asking(ClearanceEventV1 event) {
    if (event.getClearanceRequested() != null) {
      ClearanceRequestedV1 it = event.getClearanceRequested();
      return Optional.of(
          new Fact.Requested(
              new Digest(it.getDigest()),
              people(it.getContributors()),
              new OfficeId(Optional.ofNullable(it.getOwner()).orElse("")),
              it.getLines().stream().map(ClearanceFacts::line).toList()));
    }
    if (event.getAnswersKept() != null) {
      return Optional.of(
          new Fact.Kept(
              new Digest(event.getAnswersKept().getDigest()),
              offices(event.getAnswersKept().getOffices()),
              event.getAnswersKept().getReason()));
    }
    if (event.getOfficesAsked() != null) {
      return Optional.of(
          new Fact.Asked(
              event.getOfficesAsked().getAsked().stream()
                  .map(asked ->
                      new Fact.Turn(
                          new OfficeId(asked.getOffice()), Optional.ofNullable(asked.getDue())))
                  .toList()));
    }
    if (event.getOfficesReminded() != null) {
      return Optional.of(new Fact.Reminded(offices(event.getOfficesReminded().getOffices())));
    }
    if (event.getOfficesSilent() != null) {
      return Optional.of(new Fact.FellSilent(offices(event.getOfficesSilent().getOffices())));
    }
    if (event.getOfficeAdded() != null) {
      return Optional.of(new Fact.Listed(line(event.getOfficeAdded().getLine())));
    }
    return Optional.ofNullable(event.getOfficeRemoved())
        .map(it -> new Fact.Unlisted(new OfficeId(it.getOffice())));
  }

  private static Optional<Fact> answering(ClearanceEventV1 event) {
    if (event.getOfficeAnswered() != null) {
      return Optional.of(new Fact.Answered(said(event.getOfficeAnswered().getAnswer())));
    }
    if (event.getNoteReturned() != null) {
      return Optional.of(new Fact.Returned(said(event.getNoteReturned().getAnswer())));
    }
    if (event.getEditsProposed() != null) {
      return Optional.of(
          new Fact.Proposed(
              said(event.getEditsProposed().getAnswer()),
              Digest.of(NoteCodec.fromWire(event.getEditsProposed().getEdited()))));
    }
    if (event.getEditsLeft() != null) {
      return Optional.of(new Fact.Reopened(new OfficeId(event.getEditsLeft().getOffice())));
    }
    if (event.getOfficeAskedAgain() != null) {
      return Optional.of(new Fact.Reopened(new OfficeId(event.getOfficeAskedAgain().getOffice())));
    }
    if (event.getPersonRecused() != null) {
      return Optional.of(new Fact.Recused(new PersonId(event.getPersonRecused().getPerson())));
    }
    return Optional.ofNullable(event.getOfficePassedOver())
        .map(it -> new Fact.PassedOver(new OfficeId(it.getDecision().getOffice())));
  }

  private static Optional<Fact> inviting(ClearanceEventV1 event) {
    if (event.getClearerInvited() != null) {
      ClearerInvitedV1 it = event.getClearerInvited();
      return Optional.of(
          new Fact.Invited(
              new OfficeId(it.getParty()),
              it.getInvitation(),
              new Digest(it.getDigest()),
              new PersonId(it.getPerson()),
              it.getName(),
              it.getUntil()));
    }
    if (event.getInvitationRevoked() != null) {
      return Optional.of(new Fact.Revoked(new OfficeId(event.getInvitationRevoked().getParty())));
    }
    return Optional.ofNullable(event.getInvitationUsed())
        .filter(it -> it.getUse().equals("CODE_ASKED"))
        .flatMap(it ->
            Optional.ofNullable(it.getCodeUntil())
                .map(
                    until -> new Fact.CodeAsked(new OfficeId(it.getParty()), it.getCode(), until)));
  }

  private static Optional<Fact> ending(ClearanceEventV1 event) {
    if (event.getNoteCleared() != null) {
      NoteClearedV1 it = event.getNoteCleared();
      return Optional.of(
          new Fact.Cleared(
              Stream.concat(
                      Stream.of(new PersonId(it.getApprover())),
                      people(Optional.ofNullable(it.getAlsoApproved()).orElse(List.of())).stream())
                  .toList(),
              Optional.ofNullable(it.getEmergency())
                  .map(EmergencyV1::getAuthority)
                  .map(PersonId::new)));
    }
    if (event.getClearanceSuspended() != null) {
      return Optional.of(new Fact.Suspended());
    }
    if (event.getEmergencyOverdue() != null) {
      return Optional.of(new Fact.Overdue());
    }
    return Optional.ofNullable(event.getNoteClearedAfterTheFact())
        .map(it -> new Fact.ClearedAfterTheFact(new PersonId(it.getApprover())));
  }

  private static Fact.Line line(ClearanceLineV1 wire) {
    return new Fact.Line(
        new OfficeId(wire.getOffice()),
        wire.getMandatory() ? Part.MANDATORY : Part.valueOf(wire.getPower()),
        wire.getBecause());
  }

  private static Said said(OfficeAnswerV1 wire) {
    @Nullable MannerV1 manner = wire.getManner();
    return new Said(
        new OfficeId(wire.getOffice()),
        Said.Answer.valueOf(wire.getAnswer()),
        new PersonId(wire.getPerson()),
        Optional.ofNullable(manner).map(MannerV1::getDeputyFor).map(PersonId::new),
        Optional.ofNullable(manner).map(MannerV1::getRecordedBy).map(PersonId::new),
        new Digest(wire.getDigest()),
        wire.getReason());
  }

  private static List<PersonId> people(List<String> ids) {
    return ids.stream().map(PersonId::new).toList();
  }

  private static List<OfficeId> offices(List<String> ids) {
    return ids.stream().map(OfficeId::new).toList();
  }
}
