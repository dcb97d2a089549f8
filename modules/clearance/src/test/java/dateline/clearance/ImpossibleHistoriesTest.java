package dateline.clearance;

import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.VERA;
import static dateline.clearance.Office.approved;
import static dateline.clearance.Office.cleared;
import static dateline.clearance.Office.requested;
import static dateline.clearance.Office.returned;
import static dateline.clearance.Office.suspended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.clearance.Clearance.Emergencies;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.RefuseEmergency;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceEvent.Owed.EmergencySettled;
import dateline.clearance.ClearanceEvent.Reviewing.NoteApproved;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot have happened is not guessed at, in any state. */
class ImpossibleHistoriesTest {

  private static final ClearanceDecider RULES = new ClearanceDecider();
  private static final ClearanceEvent DEBT = new EmergencySettled("note-1", FIRST.digest());
  private static final ClearanceEvent FIRST_OF_TWO = new NoteApproved(FIRST.digest(), VERA);
  private static final ClearanceEvent RETURN = returned(LEA_OF_LEGAL, FIRST);

  static Stream<Arguments> impossible() {
    Clearance review = RULES.evolve(RULES.initialState(), envelope(requested(FIRST)));
    Clearance returned = RULES.evolve(review, envelope(RETURN));
    Clearance cleared = RULES.evolve(review, envelope(approved(FIRST)));
    Clearance suspended = RULES.evolve(review, envelope(suspended(FIRST)));
    return Map.of(
            RULES.initialState(),
            List.of(FIRST_OF_TWO, approved(FIRST), suspended(FIRST)),
            review,
            List.of(DEBT),
            returned,
            List.of(approved(FIRST), DEBT),
            cleared,
            List.of(requested(FIRST), RETURN, approved(FIRST), DEBT),
            suspended,
            List.of(cleared(LEA_OF_LEGAL, FIRST), approved(FIRST), suspended(FIRST), DEBT),
            Emergencies.NONE,
            List.of(FIRST_OF_TWO, requested(FIRST), RETURN, approved(FIRST), suspended(FIRST)))
        .entrySet()
        .stream()
        .flatMap(
            state -> state.getValue().stream().map(event -> Arguments.of(state.getKey(), event)));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatCannotHaveHappenedIsSaid(Clearance state, ClearanceEvent event) {
    assertThatThrownBy(() -> RULES.evolve(state, envelope(event)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            event.getClass().getSimpleName() + " after " + state.getClass().getSimpleName());
  }

  @Test
  void underAnOfficesKeyNothingIsDoneToANote() {
    Actor approver = new Actor(VERA, PRESS, Role.APPROVER);
    Actor officer = new Actor(VERA, PRESS, Role.PRESS_OFFICER);
    Actor system = Actor.system("policy");
    Map<ClearanceCommand, Actor> asked =
        Map.of(
            new Recuse("So."), approver,
            new ApproveNote(FIRST.digest()), approver,
            new ProceedWithout(FIRST.digest(), PRESS, "So."), approver,
            new RemoveOffice(PRESS, "So."), officer,
            new NoteTheTime(Instant.EPOCH), system,
            new DeclareEmergency(FIRST.digest(), "So."),
                new Actor(VERA, PRESS, Role.EMERGENCY_AUTHORITY),
            new RefuseEmergency(FIRST.digest(), "So."), system,
            new SuspendClearance(FIRST.digest(), "So."), system);
    asked.forEach((command, actor) ->
        assertThat(
                RULES.decide(
                    Envelope.of(
                        MessageId.of("x"), "emergencies/press", Instant.EPOCH, actor, command),
                    Emergencies.NONE))
            .as(command.toString())
            .isInstanceOfSatisfying(
                Decision.Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("NOT_A_NOTE_ID")));
  }

  private static Envelope<ClearanceEvent> envelope(ClearanceEvent event) {
    return Envelope.of(MessageId.of("x"), "note-1", Instant.EPOCH, LEA_OF_LEGAL, event);
  }
}
