package dateline.launcher.cli;

import static dateline.launcher.cli.PeopleTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What a person reads of a note and of what was done to it. */
class NoteTextTest {

  private static final JsonNode NOTE =
      json(
          """
          {"id": "ab12cd34ef", "state": "READY", "headline": "A bridge opens",
           "waivers": [{"code": "DEAD_LINK", "reason": "no page yet"}],
           "clearance": {"approver": "helen.abara", "lines": [
             {"office": "legal", "officeName": "Legal", "power": "CLEAR", "because": "every note",
              "answer": "CLEARED", "person": "ruth.adler", "at": "2026-03-02T14:00:05.123Z"},
             {"office": "records", "officeName": "Records", "power": "INFORM", "because": "kept"}]},
           "release": {"scheduledFor": "2026-03-03T09:00:00Z", "zone": "Z"}}
          """);

  @Test
  void theTableOfOfficesSaysWhoAnsweredAndWhen() {
    assertThat(ClearanceText.of(NOTE))
        .containsPattern("clear +Legal +cleared +ruth\\.adler, 2026-03-02T14:00:05Z +every note\n")
        .containsPattern("inform +Records +– +kept\n")
        .contains("approved by helen.abara");
  }

  @Test
  void waiversAreShownWithTheirReasons() {
    assertThat(NoteText.whole(NOTE)).contains("waived   DEAD_LINK: no page yet");
  }

  @Test
  void theZoneOfAnInstantInUtcIsUtc() {
    assertThat(NoteText.release(NOTE))
        .isEqualTo("  scheduled for 2026-03-03T09:00:00Z (said in UTC)\n");
  }

  @Test
  void aRepeatedAnswerIsToldWithWhoGaveItFirst() {
    JsonNode again = json("{\"nothingToDo\": true, \"clearance\": " + NOTE.path("clearance") + "}");
    assertThat(WhatIsSo.ofAnswer(NOTE, again, "legal"))
        .isEqualTo(
            "It was so already: legal cleared this text at 2026-03-02T14:00:05Z by ruth.adler.\n");
  }

  @Test
  void anAnswerAfterTheApprovalIsSaidToBeLate() {
    assertThat(WhatIsSo.ofAnswer(NOTE, NOTE, "records"))
        .contains("after the final approval by helen.abara");
    assertThat(WhatIsSo.ofAnswer(json("{\"state\": \"UNDER_REVIEW\"}"), NOTE, "legal")).isEmpty();
  }

  @Test
  void aListedContactIsToldAsItIsAndNotAsItWasAskedFor() {
    JsonNode listed =
        json(
            """
            {"id": "99887766aa", "name": "Ada Lund", "outlet": "Harbour Post",
             "address": "ada@harbour-post.example", "nothingToDo": true}
            """);
    assertThat(WhatIsSo.ofContact(listed, "Adam Lund", ""))
        .contains("is on the press list already, as Ada Lund of Harbour Post; nothing changed.")
        .contains("contacts remove 99887766");
    assertThat(WhatIsSo.ofContact(listed, "Ada Lund", "Harbour Post"))
        .contains("already, as Ada Lund")
        .doesNotContain("contacts remove");
    assertThat(WhatIsSo.ofContact(json("{\"id\": \"99887766aa\"}"), "Ada Lund", ""))
        .isEqualTo("99887766  Ada Lund is on the press list\n");
  }
}
