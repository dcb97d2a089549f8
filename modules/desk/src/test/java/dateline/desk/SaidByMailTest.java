package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first words of a reply, and nothing that only looks like them. */
class SaidByMailTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLEARED",
        "cleared",
        "Clear.",
        "  *Cleared!*  ",
        "\n\n\u00a0Cleared –\n",
        "\"CLEARED\"",
        "Cleared\r\n\r\n> CLEARED or NOT CLEARED?\r\n> a text",
        "Cleared.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Clearance <c@desk.example> wrote:\n> text",
        "Cleared.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Clearance\n<c@desk.example> wrote:\n\n> text",
        "Cleared.\nAm 2. März schrieb Clearance:\n> text",
        "Cleared.\n-- \nLea Legal\n+1 202 555 0100",
        "Cleared.\n\n-----Original Message-----\nNOT CLEARED",
        "Cleared.\n________________________________\nFrom: Clearance",
        "Cleared\n\nFrom: Clearance <c@desk.example>\nSent: Monday",
        "Cleared\n\nSent from my phone"
      })
  void aLineThatClearsClears(String text) {
    assertThat(SaidByMail.in(text)).contains(new SaidByMail("CLEARED", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cleared?",
        "Cleared with edits",
        "Cleared, but change the sum",
        "Cleared if Legal agrees",
        "Clearly not.",
        "Clearance is with Legal",
        "Not clear to me what this is",
        "Seen and cleared",
        "I have cleared it",
        "Hello,\nCLEARED",
        "> CLEARED",
        "On Monday Clearance wrote:\n> a text\nCLEARED",
        "",
        " \n\n",
        "Uncleared",
        "OK"
      })
  void anythingElseIsNoAnswer(String text) {
    assertThat(SaidByMail.in(text)).isEmpty();
  }

  @Test
  void anObjectionHasItsReasonBehindItOrBelow() {
    assertThat(SaidByMail.in("Not cleared: the sum is wrong.\nIt is 58.\n\n> text"))
        .contains(new SaidByMail("NOT_CLEARED", "the sum is wrong.\nIt is 58."));
    assertThat(SaidByMail.in("NOT  CLEARED\n\nThe sum is wrong."))
        .contains(new SaidByMail("NOT_CLEARED", "The sum is wrong."));
    assertThat(SaidByMail.in("Not cleared, because of the sum"))
        .contains(new SaidByMail("NOT_CLEARED", "because of the sum"));
    assertThat(SaidByMail.in("NOT CLEARED.")).contains(new SaidByMail("NOT_CLEARED", ""));
  }

  @Test
  void whatStandsBelowAClearanceGoesOnTheRecordWithIt() {
    assertThat(SaidByMail.in("Cleared.\n\nMind the date, though."))
        .contains(new SaidByMail("CLEARED", "Mind the date, though."));
  }

  @Test
  void whoIsInformedHasSeenIt() {
    assertThat(SaidByMail.in("Seen, thanks")).isEqualTo(Optional.empty());
    assertThat(SaidByMail.in("Seen.")).contains(new SaidByMail("SEEN", ""));
  }
}
