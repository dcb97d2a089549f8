package dateline.clearance;

import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LIST;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.approved;
import static dateline.clearance.Office.cleared;
import static dateline.clearance.Office.requested;
import static dateline.clearance.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.kernel.Decision;
import dateline.testkit.DeciderScenario;

/** How the sentences about clearance begin, and what people do in them. */
final class Scenes {

  private Scenes() {}

  static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> note() {
    return DeciderScenario.given(new ClearanceDecider());
  }

  static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> underReview() {
    return note().by(POLICY, requested(FIRST));
  }

  static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> allCleared() {
    return underReview()
        .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
        .by(SAM_OF_SECURITY, cleared(SAM_OF_SECURITY, FIRST));
  }

  static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> approvedNote() {
    return allCleared().by(VERA_APPROVES, approved(FIRST));
  }

  static ClearanceCommand clear(SubmittedText text) {
    return new AnswerForOffice(text.digest(), Answer.CLEARED, "");
  }

  static ClearanceCommand object(SubmittedText text, String reason) {
    return new AnswerForOffice(text.digest(), Answer.NOT_CLEARED, reason);
  }

  static ClearanceCommand see(SubmittedText text) {
    return new AnswerForOffice(text.digest(), Answer.SEEN, "");
  }

  static ClearanceCommand approve(SubmittedText text) {
    return new ApproveNote(text.digest());
  }

  static ClearanceCommand request(SubmittedText text) {
    return new RequestClearance(text, LIST);
  }

  static ClearanceCommand recall(SubmittedText text) {
    return new SuspendClearance(text.digest(), "One more comma.");
  }

  static String reasonOf(DeciderScenario.Outcome<ClearanceEvent> outcome) {
    assertThat(outcome.decision()).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused<ClearanceEvent>) outcome.decision()).reason();
  }
}
