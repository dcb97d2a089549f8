package dateline.note.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.note.PlainTextReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static final String HEAD = "Gate Opened\n\nOffice of Ports\n\n";
  private static final String CONTACT = "\n\nWrite to press@h.example.\n";

  @Test
  void aNoteThatIsInOrderHasNoFindings() {
    assertThat(findings("The gate is open. See [the plan](https://h.example/plan).")).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereBlocks() {
    assertThat(findings("See [@Gate](#) and [@Lock](#top),\nthe [plan]() and [map](http://)."))
        .containsExactly(
            "BLOCKS DEAD_LINK 5:5",
            "BLOCKS DEAD_LINK 5:20",
            "BLOCKS DEAD_LINK 6:5",
            "BLOCKS DEAD_LINK 6:18");
  }

  @Test
  void aPlaceholderBlocksAndAWordThatHoldsItsLettersDoesNot() {
    for (String left :
        List.of("TK", "XYZ", "PENDING QUOTE", "[insert name]", "[NAME]", "____", "Lorem ipsum")) {
      assertThat(findings("The gate " + left + " opened."))
          .as(left)
          .containsExactly("BLOCKS PLACEHOLDER_LEFT 5:10");
    }
    assertThat(findings("Maxxx and TKs met at [the gate] by the [INAUDIBLE] lock_keeper."))
        .isEmpty();
  }

  @Test
  void aSentenceCutByAParagraphWarns() {
    assertThat(findings("Talks went on. Please\n\nsend questions to the port."))
        .containsExactly("WARNS BROKEN_SENTENCE 7:1");
    assertThat(findings("It was opened by the\n\nMinister of Ports today."))
        .containsExactly("WARNS BROKEN_SENTENCE 7:1");
    assertThat(findings("It was opened by:\n\nthe minister.\n\nIt is open.")).isEmpty();
    assertThat(findings("• one;\n\n• two and\n\n• three.")).isEmpty();
  }

  @Test
  void textOfTheSiteIsPointedOut() {
    assertThat(Checks.run(PlainTextReader.read("News Releases: " + HEAD + "It opened." + CONTACT)))
        .extracting(Finding::code)
        .containsExactly("SITE_LABEL");
    assertThat(findings("It opened.\n\nThis site is managed by the port office of Northwater."))
        .containsExactly("ADVISES SITE_BOILERPLATE 7:1");
  }

  @Test
  void aContactWithoutAddressWarns() {
    assertThat(findings("Please contact Ana Roe at for information."))
        .containsExactly("WARNS EMPTY_CONTACT 5:24");
    assertThat(findings("Please contact Ana Roe at ana@h.example or at 202-555-0100.")).isEmpty();
    assertThat(findings("The ministers looked at or over the gate.")).isEmpty();
  }

  @Test
  void spacesThatDoNotShowAreCountedAtTheFirst() {
    assertThat(findings("It\u00a0opened  and closed.   Then rain.\u00a0"))
        .containsExactly("ADVISES NO_BREAK_SPACE 5:3", "ADVISES DOUBLE_SPACE 5:10");
  }

  @Test
  void aHandleThatLooksLikeAnAddressIsPointedOut() {
    assertThat(findings("Follow @gate.port and @gate, or ask a@gate.port."))
        .containsExactly("ADVISES HANDLE_LIKE_ADDRESS 5:8");
  }

  @Test
  void aLinkThatRunsIntoAWordIsPointedOut() {
    assertThat(findings("See thewww.h.example page."))
        .containsExactly("ADVISES RUN_TOGETHER_LINK 5:8");
  }

  @Test
  void missingPartsAreNamed() {
    assertThat(Checks.run(PlainTextReader.read("")))
        .extracting(finding -> finding.severity() + " " + finding.code())
        .containsExactly("BLOCKS NO_HEADLINE", "WARNS NO_ISSUER", "ADVISES NO_CONTACT");
  }

  @Test
  void aNoteWithoutASourceIsCheckedToo() {
    MediaNote note = PlainTextReader.read(HEAD + "See [@Gate](#) at TK." + CONTACT).note();
    assertThat(Checks.run(note))
        .allMatch(finding -> finding.line() == 0 && finding.column() == 0)
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("DEAD_LINK", "PLACEHOLDER_LEFT");
  }

  @Test
  void anIssuerLongerThanAnyOfficesNameIsComparedWithNone() {
    assertThat(mendOfUnknownOffice("Office of Prots")).contains("“Office of Ports”");
    assertThat(mendOfUnknownOffice("Office of Prots".repeat(20)))
        .isEqualTo("Write the office as the house style does, or add it there.");
  }

  private static String mendOfUnknownOffice(String issuer) {
    MediaNote read = PlainTextReader.read(HEAD + "It opened." + CONTACT).note();
    MediaNote note =
        new MediaNote(
            read.headline(),
            read.subheadline(),
            read.kind(),
            Optional.of(issuer),
            read.place(),
            read.date(),
            read.releaseLine(),
            read.embargoLine(),
            read.attribution(),
            read.correction(),
            read.releaseNumber(),
            read.body(),
            read.contacts(),
            read.boilerplate(),
            read.endMark(),
            read.languages());
    HouseStyle style =
        new HouseStyle(
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of("Office of Ports"),
            Map.of(),
            HouseStyle.HeadlineCase.FREE,
            Set.of());
    return Checks.run(note, style, Optional.empty()).stream()
        .filter(finding -> finding.code().equals("UNKNOWN_OFFICE"))
        .map(Finding::fix)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyFindingSaysWhatIsSoAndWhatToDo() {
    String text =
        "Please\n\nsend [a](#) TK  to @a.b\u00a0and contact Ana Roe at for x.\n\nAll rights reserved by us at the port.";
    List<Finding> findings = Checks.run(PlainTextReader.read(text));
    assertThat(findings).hasSizeGreaterThan(6);
    assertThat(findings)
        .allMatch(finding -> finding.message().endsWith(".") && finding.fix().endsWith("."))
        .allMatch(finding -> finding.code().matches("[A-Z_]+"))
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
  }

  private static List<String> findings(String body) {
    return Checks.run(PlainTextReader.read(HEAD + body + CONTACT)).stream()
        .map(finding ->
            finding.severity()
                + " "
                + finding.code()
                + " "
                + finding.line()
                + ":"
                + finding.column())
        .toList();
  }
}
