package dateline.clearance;

import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.note;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Block;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {

  private static final ClearanceLine LEGAL_CLEARS =
      new ClearanceLine(LEGAL, Power.CLEAR, false, "a rule");

  private static final Occasion ROUTINE = new Occasion(Office.PRESS, false, false);

  private static boolean asks(ClearanceRule rule, MediaNote note) {
    return !new Directory(1, List.of(rule)).listFor(note, ROUTINE).lines().isEmpty();
  }

  private static ClearanceRule mentioning(String... names) {
    return new ClearanceRule(List.of(), List.of(), List.of(names), List.of(), LEGAL_CLEARS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Japan        | A U.S.-Japan dialogue           | true
          Japan        | Japan's ambassador              | true
          Japan        | JAPAN                           | true
          Japan        | Japanese visitors               | false
          cyber        | cybersecurity                   | false
          cyber        | a cyber-attack                  | true
          Costa Rica   | in Costa  Rica today            | true
          Costa Rica   | Rica and Costa                  | false
          Côte d'Ivoire| la Co\u0302te d’Ivoire          | true
          Ελλάς        | ΕΛΛΆΣ                           | true
          Straße       | STRASSE                         | true
          日本         | 日米豪印と日本の対話            | true
          日本         | 日米対話                        | false
          Москва       | город москва                    | true
          &            | bread & butter                  | false
          """)
  void aMentionIsWholeWordsInAnyCaseAndScript(String name, String text, boolean met) {
    assertThat(asks(mentioning(name), note("A headline", text))).isEqualTo(met);
  }

  @Test
  void aMentionIsFoundInTheHeadlineAndAcrossLinks() {
    assertThat(asks(mentioning("Peru"), note("To Peru", "Text."))).isTrue();
    MediaNote linked =
        with(
            note("A headline"),
            List.of(
                new Block.ListItem(
                    "•",
                    1,
                    List.of(Span.link("Costa", "https://a.example"), Span.plain(" Rica")))));
    assertThat(asks(mentioning("Costa Rica"), linked)).isTrue();
  }

  @Test
  void aMentionIsNotFoundAcrossParagraphs() {
    assertThat(asks(mentioning("Costa Rica"), note("A headline", "along the Costa", "Rica said")))
        .isFalse();
  }

  @Test
  void contactsAndBoilerplateAreNotTheText() {
    MediaNote note = note("A headline", "Text.");
    MediaNote furnished =
        new MediaNote(
            note.headline(),
            note.subheadline(),
            note.kind(),
            Optional.of("Embassy in Peru"),
            note.place(),
            note.date(),
            note.releaseLine(),
            note.embargoLine(),
            note.attribution(),
            note.correction(),
            note.releaseNumber(),
            note.body(),
            List.of(
                new MediaContact(
                    Optional.of("Peru desk"), Optional.empty(), Optional.empty(), List.of())),
            List.of("This site is managed from Peru."),
            note.endMark(),
            note.languages());
    assertThat(asks(mentioning("Peru"), furnished)).isFalse();
  }

  @Test
  void aKindIsTheWholeKindInAnyCase() {
    ClearanceRule mediaNotes =
        new ClearanceRule(List.of("MEDIA NOTE"), List.of(), List.of(), List.of(), LEGAL_CLEARS);
    ClearanceRule notes =
        new ClearanceRule(List.of("Note"), List.of(), List.of(), List.of(), LEGAL_CLEARS);
    assertThat(asks(mediaNotes, note("A headline"))).isTrue();
    assertThat(asks(notes, note("A headline"))).isFalse();
  }

  @Test
  void anIssuerIsFoundInsideTheIssuersTitle() {
    ClearanceRule mayors =
        new ClearanceRule(List.of(), List.of("the mayor"), List.of(), List.of(), LEGAL_CLEARS);
    assertThat(asks(mayors, note("A headline"))).isTrue();
  }

  @Test
  void aLanguageIsMetByItsRegions() {
    ClearanceRule english =
        new ClearanceRule(List.of(), List.of(), List.of(), List.of("EN"), LEGAL_CLEARS);
    ClearanceRule british =
        new ClearanceRule(List.of(), List.of(), List.of(), List.of("en-GB"), LEGAL_CLEARS);
    assertThat(asks(english, note("A headline"))).isTrue();
    assertThat(asks(british, note("A headline"))).isFalse();
  }

  @Test
  void everyConditionOfARuleMustBeMet() {
    ClearanceRule both =
        new ClearanceRule(
            List.of("Media Note"), List.of(), List.of("Peru"), List.of(), LEGAL_CLEARS);
    assertThat(asks(both, note("To Chile"))).isFalse();
    assertThat(asks(both, note("To Peru"))).isTrue();
  }

  @Test
  void rulesOfOneOfficeBecomeItsStrongestLine() {
    Directory directory =
        new Directory(
            4,
            List.of(
                ClearanceRule.always(LEGAL, Power.INFORM, "everything"),
                ClearanceRule.always(SECURITY, Power.CONSULT, "everything"),
                ClearanceRule.always(LEGAL, Power.CLEAR, "treaties")));
    assertThat(directory.listFor(note("A headline"), ROUTINE))
        .isEqualTo(
            new ClearanceList(
                4,
                Office.PRESS,
                1,
                List.of(
                    new ClearanceLine(LEGAL, Power.CLEAR, false, "everything; treaties"),
                    new ClearanceLine(SECURITY, Power.CONSULT, false, "everything"))));
  }

  @Test
  void noDirectoryAsksNobody() {
    assertThat(Directory.NONE.listFor(note("A headline"), ROUTINE).asksForClearance()).isFalse();
  }

  private static MediaNote with(MediaNote note, List<Block> body) {
    return new MediaNote(
        note.headline(),
        note.subheadline(),
        note.kind(),
        note.issuer(),
        note.place(),
        note.date(),
        note.releaseLine(),
        note.embargoLine(),
        note.attribution(),
        note.correction(),
        note.releaseNumber(),
        body,
        note.contacts(),
        note.boilerplate(),
        note.endMark(),
        note.languages());
  }
}
