package dateline.launcher.cli;

import static dateline.launcher.cli.PeopleTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Who still has a note, who said what of which text, at a glance. */
class ClearanceTextTest {

  private static final JsonNode NOTE =
      json(
          """
          {"clearance": {"state": "UNDER_REVIEW", "owner": "press",
            "lines": [
              {"office": "legal", "officeName": "Legal", "power": "CLEAR", "mandatory": true,
               "because": "every note", "stage": 1, "state": "SILENT",
               "due": "2026-03-02T16:00:00.123Z"},
              {"office": "europe", "officeName": "Europe", "power": "CLEAR", "because": "its minister",
               "stage": 1, "state": "KEPT", "answer": "CLEARED", "person": "ema.europe",
               "at": "2026-03-02T13:00:00Z", "revision": 1, "channel": "DESK",
               "kept": {"person": "dateline", "reason": "The passages are unchanged."}},
              {"office": "ports", "officeName": "Ports", "power": "CONSULT", "because": "its quay",
               "stage": 2, "state": "CLEARED_WITH_EDITS", "answer": "CLEARED_WITH_EDITS",
               "person": "pat.ports", "at": "2026-03-02T13:30:00Z", "revision": 2,
               "channel": "PHONE", "recordedBy": "dan.duty",
               "added": {"person": "pia.press", "reason": "its quay"}}],
            "open": ["legal"],
            "waitingFor": [
              {"office": "legal", "officeName": "Legal", "for": "ANSWER", "silent": true,
               "since": "2026-03-02T12:00:00Z", "due": "2026-03-02T16:00:00.123Z"},
              {"office": "press", "for": "EDITS", "of": "ports", "silent": false,
               "since": "2026-03-02T13:30:00Z"}],
            "approvals": {"needed": 2, "given": [{"person": "ann.approver"}]},
            "removed": [{"office": "moon", "person": "pia.press", "reason": "not theirs"}],
            "proposed": [{"office": "law", "power": "INFORM", "person": "pat.ports", "reason": "r"}],
            "recused": [{"person": "lea.legal", "reason": "her brother's firm"}]}}
          """);

  @Test
  void whoStillHasItStandsBelowTheList() {
    assertThat(ClearanceText.of(NOTE))
        .containsPattern("clear +Legal +silent +until 2026-03-02T16:00:00Z +every note\n")
        .contains(
            "  still with Legal since 2026-03-02T12:00:00Z until 2026-03-02T16:00:00Z, silent\n")
        .contains(
            "  still with press, which takes or leaves the edits of ports, since 2026-03-02T13:30:00Z\n")
        .doesNotContain("final approval");
  }

  @Test
  void theTableSaysWhoAnsweredOfWhichTextByWhichWay() {
    assertThat(ClearanceText.table(NOTE))
        .contains("OFFICE")
        .containsPattern("Legal +clear! +1 +silent +– +– +2026-03-02T16:00:00Z +every note\n")
        .containsPattern("Europe +clear +1 +kept +ema.europe +revision 1 +– +its minister\n")
        .containsPattern(
            "Ports +consult +2 +cleared with edits +pat.ports by phone, recorded by dan.duty +revision 2 +– +its quay\n")
        .contains("  what Europe cleared before stands by dateline: The passages are unchanged.\n")
        .contains("  Ports was added by pia.press: its quay\n")
        .contains("  moon was removed by pia.press: not theirs\n")
        .contains("  law is proposed, to inform by pat.ports: r\n")
        .contains("  lea.legal stepped aside: her brother's firm\n")
        .contains("  approved first by ann.approver\n");
  }

  @Test
  void onceAllHaveClearedTheApproverHasIt() {
    JsonNode cleared =
        json(
            """
            {"clearance": {"state": "UNDER_REVIEW", "lines": [{"office": "legal", "power": "CLEAR"}],
              "open": [], "waitingFor": [], "approvals": {"needed": 2, "given": []}}}
            """);
    assertThat(ClearanceText.of(cleared)).contains("waits for the final approval: 0 of 2 given\n");
    assertThat(ClearanceText.table(json("{}"))).startsWith("Nobody was asked");
  }

  @Test
  void whatCameOfAnEmergencyIsSaid() {
    String form =
        """
        {"clearance": {"emergency": {"state": "%s", "person": "eve.minister", "reason": "fire",
          "refusedBecause": "One is overdue.", "due": "2026-03-02T16:00:00Z", "clearedBy": "ann"}}}
        """;
    assertThat(ClearanceText.of(json(form.formatted("REFUSED"))))
        .isEqualTo(
            "  emergency declared by eve.minister (fire): refused. One is overdue.%n".formatted());
    assertThat(ClearanceText.of(json(form.formatted("GRANTED")))).contains("until 2026-03-02T16");
    assertThat(ClearanceText.of(json(form.formatted("CLEARED_AFTER_THE_FACT"))))
        .contains("cleared after the fact by ann");
    assertThat(ClearanceText.of(json(form.formatted("LAPSED")))).contains("taken back or replaced");
  }
}
