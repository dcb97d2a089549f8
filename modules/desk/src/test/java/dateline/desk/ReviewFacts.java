package dateline.desk;

import dateline.contracts.ActorV1;
import dateline.contracts.AnswersKeptV1;
import dateline.contracts.AskedV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearancesVoidedV1;
import dateline.contracts.ClearerInvitedV1;
import dateline.contracts.EditsLeftV1;
import dateline.contracts.EditsProposedV1;
import dateline.contracts.EmergencyDeclaredV1;
import dateline.contracts.EmergencyLapsedV1;
import dateline.contracts.EmergencyOpenedV1;
import dateline.contracts.EmergencyOverdueV1;
import dateline.contracts.EmergencyRefusedV1;
import dateline.contracts.EmergencySettledV1;
import dateline.contracts.EmergencyV1;
import dateline.contracts.InvitationRevokedV1;
import dateline.contracts.InvitationUsedV1;
import dateline.contracts.MannerV1;
import dateline.contracts.NoteApprovedV1;
import dateline.contracts.NoteClearedAfterTheFactV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.OfficeAddedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.contracts.OfficeAskedAgainV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.OfficePassedOverV1;
import dateline.contracts.OfficeProposedV1;
import dateline.contracts.OfficeRemovedV1;
import dateline.contracts.OfficesAskedV1;
import dateline.contracts.OfficesRemindedV1;
import dateline.contracts.OfficesSilentV1;
import dateline.contracts.PassedOverV1;
import dateline.contracts.PersonRecusedV1;
import dateline.contracts.TermV1;
import dateline.desk.Facts.Fill;
import dateline.note.MediaNote;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of the review of one note, as clearance would have written them. */
final class ReviewFacts {
  static final Instant DUE = Instant.parse("2026-03-02T16:00:00Z");
  static final Instant REMINDER = Instant.parse("2026-03-02T14:00:00Z");
  static final String GUEST = "0f".repeat(16);
  static final OfficeHoursV1 NINE_TO_FIVE =
      new OfficeHoursV1("America/New_York", "09:00", "17:00", List.of("MONDAY"), List.of());
  private static final Instant SAID = Instant.parse("2026-03-02T13:00:00Z");

  private final Facts facts;
  private final String note;

  ReviewFacts(Facts facts, String note) {
    this.facts = facts;
    this.note = note;
  }

  static ClearanceLineV1 line(String office, String power, boolean mandatory, int stage) {
    return new ClearanceLineV1(
        office,
        power,
        mandatory,
        "every note",
        stage,
        null,
        new TermV1(NINE_TO_FIVE, Duration.ofHours(4).toMillis()));
  }

  LogRecord requested(int revision, MediaNote text, int approvers, ClearanceLineV1... lines) {
    return event(b ->
        b.setClearanceRequested(
            new ClearanceRequestedV1(
                revision,
                NoteCodec.toWire(text),
                Facts.digest(text),
                List.of(Facts.AUTHOR),
                1L,
                List.of(lines),
                "press",
                approvers)));
  }

  LogRecord asked(@Nullable Instant due, String... offices) {
    return event(b ->
        b.setOfficesAsked(
            new OfficesAskedV1(
                Arrays.stream(offices)
                    .map(office -> new AskedV1(office, due == null ? null : REMINDER, due))
                    .toList())));
  }

  LogRecord reminded(String... offices) {
    return event(b -> b.setOfficesReminded(new OfficesRemindedV1(List.of(offices))));
  }

  LogRecord silent(String... offices) {
    return event(b -> b.setOfficesSilent(new OfficesSilentV1(List.of(offices))));
  }

  LogRecord answered(String office, String answer, String person, MediaNote text) {
    return answered(office, answer, person, text, null);
  }

  LogRecord answered(
      String office, String answer, String person, MediaNote text, @Nullable MannerV1 manner) {
    return event(b ->
        b.setOfficeAnswered(
            new OfficeAnsweredV1(
                new OfficeAnswerV1(office, answer, person, Facts.digest(text), SAID, "", manner))));
  }

  LogRecord edits(String office, String person, MediaNote text, MediaNote edited) {
    return event(b ->
        b.setEditsProposed(
            new EditsProposedV1(
                new OfficeAnswerV1(
                    office,
                    "CLEARED_WITH_EDITS",
                    person,
                    Facts.digest(text),
                    SAID,
                    "The sum is another.",
                    null),
                NoteCodec.toWire(edited))));
  }

  LogRecord editsLeft(String office) {
    return event(b -> b.setEditsLeft(new EditsLeftV1(office, "It is right.")));
  }

  LogRecord askedAgain(String office) {
    return event(b -> b.setOfficeAskedAgain(new OfficeAskedAgainV1(office, "Read it anew.")));
  }

  LogRecord voided(MediaNote former, String... offices) {
    return event(
        b -> b.setClearancesVoided(new ClearancesVoidedV1(Facts.digest(former), List.of(offices))));
  }

  LogRecord kept(MediaNote text, String... offices) {
    return event(b ->
        b.setAnswersKept(
            new AnswersKeptV1(
                Facts.digest(text),
                List.of(offices),
                "The passages that concern them are unchanged.")));
  }

  LogRecord invited(String party, String invitation, MediaNote text, Instant until) {
    return event(b ->
        b.setClearerInvited(
            new ClearerInvitedV1(
                invitation,
                Facts.digest(text),
                party,
                GUEST,
                "Kari Nordmann, Ministry of <Ports>",
                until)));
  }

  LogRecord used(String party, String invitation, String use, int code, @Nullable Instant until) {
    return event(
        b -> b.setInvitationUsed(new InvitationUsedV1(invitation, party, use, code, until)));
  }

  LogRecord revoked(String party) {
    return event(b -> b.setInvitationRevoked(new InvitationRevokedV1(party, "It went astray.")));
  }

  LogRecord recused(String person) {
    return event(b -> b.setPersonRecused(new PersonRecusedV1(person, "My brother's firm.")));
  }

  LogRecord proposed(String office, String power) {
    return event(
        b -> b.setOfficeProposed(new OfficeProposedV1(office, power, "It names their minister.")));
  }

  LogRecord added(ClearanceLineV1 line) {
    return event(b -> b.setOfficeAdded(new OfficeAddedV1(line)));
  }

  LogRecord removed(String office) {
    return event(b -> b.setOfficeRemoved(new OfficeRemovedV1(office, "It is not about them.")));
  }

  LogRecord passedOver(String office, String person) {
    return event(b ->
        b.setOfficePassedOver(
            new OfficePassedOverV1(new PassedOverV1(office, person, SAID, "It is noon."))));
  }

  LogRecord approvedFirst(MediaNote text, String approver) {
    return event(b -> b.setNoteApproved(new NoteApprovedV1(Facts.digest(text), approver)));
  }

  LogRecord declared(MediaNote text, String authority) {
    return event(b ->
        b.setEmergencyDeclared(
            new EmergencyDeclaredV1(
                Facts.digest(text), authority, "press", "The bridge is closing.")));
  }

  LogRecord refused(MediaNote text) {
    return event(b ->
        b.setEmergencyRefused(
            new EmergencyRefusedV1(Facts.digest(text), "A clearance is overdue; have it first.")));
  }

  LogRecord lapsed(MediaNote text) {
    return event(b -> b.setEmergencyLapsed(new EmergencyLapsedV1(Facts.digest(text), "press")));
  }

  LogRecord overdue(MediaNote text) {
    return event(b -> b.setEmergencyOverdue(new EmergencyOverdueV1(Facts.digest(text))));
  }

  LogRecord granted(int revision, MediaNote text, String authority) {
    return event(b ->
        b.setNoteCleared(
            new NoteClearedV1(
                revision,
                NoteCodec.toWire(text),
                Facts.digest(text),
                List.of(Facts.AUTHOR),
                List.of(),
                authority,
                null,
                null,
                emergency(authority))));
  }

  LogRecord clearedAfterTheFact(MediaNote text, String approver) {
    return event(b ->
        b.setNoteClearedAfterTheFact(
            new NoteClearedAfterTheFactV1(
                Facts.digest(text), "press", List.of(), approver, List.of())));
  }

  LogRecord opened(MediaNote text, String authority) {
    return ofOffice(b ->
        b.setEmergencyOpened(
            new EmergencyOpenedV1(note, Facts.digest(text), emergency(authority))));
  }

  LogRecord settled(MediaNote text) {
    return ofOffice(b -> b.setEmergencySettled(new EmergencySettledV1(note, Facts.digest(text))));
  }

  private static EmergencyV1 emergency(String authority) {
    return new EmergencyV1("press", authority, "The bridge is closing.", DUE);
  }

  private LogRecord event(Fill<ClearanceEventV1.Builder> fill) {
    return facts.clearance(note, new ActorV1("pia.press", "press", "PRESS_OFFICER"), fill);
  }

  private LogRecord ofOffice(Fill<ClearanceEventV1.Builder> fill) {
    return facts.clearance("emergencies/press", new ActorV1("dateline", "", "SYSTEM"), fill);
  }
}
