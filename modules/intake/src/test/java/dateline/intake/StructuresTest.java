package dateline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Block;
import dateline.note.Finding;
import dateline.note.LaidOutNothingLost;
import dateline.note.MediaNote;
import dateline.note.Reading;
import dateline.note.Sureness;
import dateline.note.Words;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of terms and powers in HTML, and what stands above a Markdown text. */
class StructuresTest {

  private static Reading html(String body) {
    Manuscript.Read read =
        (Manuscript.Read)
            Manuscripts.read(("<html><body>" + body + "</body></html>").getBytes(UTF_8), Hint.NONE);
    assertThat(LaidOutNothingLost.complaints(read.reading().source())).isEmpty();
    return read.reading();
  }

  @Test
  void whatIsSaidOfATermIsNoHeading() {
    for (String list :
        List.of(
            "<dl><dt>Third Gate</dt><dd>Open Since May</dd><dt>Old Gate</dt><dd>Closed for Good</dd></dl>",
            "<dl><dt>Third Gate</dt><dd><p>Open Since May</p></dd><dd>Closed on Sundays</dd></dl>",
            "<dl><div><dt>Third Gate</dt><dd><b>Open Since May</b></dd></div></dl>")) {
      MediaNote note =
          html("<h1>Gates of the Port</h1><p>These gates are open today.</p>"
                  + list
                  + "<p>That is all.</p>")
              .note();
      assertThat(note.body().stream().filter(Block.Heading.class::isInstance).map(Words::of))
          .doesNotContain("Open Since May", "Closed for Good", "Closed on Sundays");
      assertThat(note.body().stream().map(Words::of)).contains("Third Gate", "Open Since May");
    }
    MediaNote untitled =
        html("<dl><dt>Gate</dt><dd>Open Since May</dd></dl><p>It is open.</p>").note();
    assertThat(untitled.headline()).isNotEqualTo("Open Since May");
  }

  @Test
  void whatIsSaidOfATermMayBeALineOfTheHead() {
    MediaNote note =
        html("<h1>Third Gate Opens</h1><dl><dt>Issued by</dt><dd>Office of the Harbour Master</dd>"
                + "<dt>Date</dt><dd>May 3, 2029</dd></dl><p>The gate opened today.</p>")
            .note();
    assertThat(note.date()).contains(LocalDate.of(2029, 5, 3));
    assertThat(note.issuer()).contains("Office of the Harbour Master");
  }

  @Test
  void powersStayRaisedAndOrdinalsAndFootnotesDoNot() {
    for (List<String> one :
        List.of(
            List.of("It grows as x<sup>n</sup> here.", "It grows as xⁿ here."),
            List.of("It is 10<sup>-3</sup> of it.", "It is 10⁻³ of it."),
            List.of("It is 10<sup>&minus;3</sup> or 10<sup>–4</sup>.", "It is 10⁻³ or 10⁻⁴."),
            List.of("The sum is 2<sup>n+1</sup> tons.", "The sum is 2ⁿ⁺¹ tons."),
            List.of(
                "It is <i>x</i><sup>2</sup> and <var>y</var><sup><i>k</i></sup>.",
                "It is x² and yᵏ."),
            List.of("So E = mc<sup>2</sup>, they said.", "So E = mc², they said."),
            List.of(
                "The 1<sup>st</sup> gate, the 2<sup>nd</sup> and the 7<sup>th</sup>.",
                "The 1st gate, the 2nd and the 7th."),
            List.of("Le 1<sup>er</sup> mai, la 1<sup>re</sup> porte.", "Le 1er mai, la 1re porte."),
            List.of("The ships<sup>2</sup> wait.", "The ships2 wait."),
            List.of("The report<sup>a</sup> is out.", "The reporta is out."),
            List.of("Annex B<sup>1</sup> is out.", "Annex B1 is out."))) {
      assertThat(texts(html("<h1>Gate Opens</h1><p>" + one.get(0) + "</p>")))
          .as(one.get(0))
          .containsExactly(one.get(1));
    }
  }

  private static List<String> texts(Reading reading) {
    return reading.note().body().stream().map(Words::of).toList();
  }

  private static Reading markdown(String text) {
    Manuscript.Read read = (Manuscript.Read) Manuscripts.read(text.getBytes(UTF_8), Hint.NONE);
    assertThat(read.format()).isEqualTo(Format.MARKDOWN);
    assertThat(LaidOutNothingLost.complaints(read.reading().source())).isEmpty();
    return read.reading();
  }

  @Test
  void frontMatterSaysWhatTheTextDoesNot() {
    for (String front :
        List.of(
            "title: Third Gate Opens\ndate: 2029-05-03\nissuer: Office of the Harbour Master\n",
            "title: \"Third Gate Opens\"\r\ndate: 2029-05-03T10:30:00+02:00\r\nfrom: 'Office of the Harbour Master'\r\n",
            "# for the site\nauthor: Office of the Harbour Master\ndate: May 3, 2029\nheadline: Third Gate Opens\n")) {
      Reading reading = markdown("---\n" + front + "---\n\nThe gate opened today.\n");
      MediaNote note = reading.note();
      assertThat(note.headline()).as(front).isEqualTo("Third Gate Opens");
      assertThat(note.date()).as(front).contains(LocalDate.of(2029, 5, 3));
      assertThat(note.issuer()).as(front).contains("Office of the Harbour Master");
      assertThat(texts(reading)).as(front).containsExactly("The gate opened today.");
    }
    Reading reading = markdown("---\ntitle: Third Gate Opens\n---\nThe gate opened today.\n");
    assertThat(reading.places())
        .containsEntry("headline", new Reading.Found(2, 8, Sureness.STATED));
  }

  @Test
  void whatFrontMatterSaysBesidesIsKeptAndTold() {
    Reading reading =
        markdown(
            "---\nlayout: post\ntitle: Gate\ntags:\n  - ports\n  - gates\nauthor: [Ana Roe, Bo Ek]\n---\n\n"
                + "# Third Gate Opens\n\nMedia Note\nOffice of Ports\nMay 3, 2029\n\nThe gate opened today.\n");
    assertThat(reading.note().headline()).isEqualTo("Third Gate Opens");
    assertThat(reading.note().issuer()).contains("Office of Ports");
    assertThat(String.join(" ", reading.note().boilerplate()))
        .contains("layout: post", "title: Gate", "ports", "gates", "Ana Roe, Bo Ek");
    Finding finding = reading.findings().getFirst();
    assertThat(finding.code()).isEqualTo("FRONT_MATTER");
    assertThat(finding.line()).isEqualTo(2);
    assertThat(finding.message()).contains("layout, title, tags, author");
  }

  @Test
  void theTextItselfComesBeforeItsFrontMatter() {
    MediaNote note =
        markdown(
                "---\ndate: 2029-01-01\nauthor: Ana Roe\n---\n# Third Gate Opens\n\nOffice of Ports\n"
                    + "May 3, 2029\n\nThe gate opened today.\n")
            .note();
    assertThat(note.date()).contains(LocalDate.of(2029, 5, 3));
    assertThat(note.issuer()).contains("Office of Ports");
    assertThat(String.join(" ", note.boilerplate())).contains("2029-01-01", "Ana Roe");
  }

  @Test
  void aRuleAboveATextIsNoFrontMatter() {
    Reading reading = markdown("---\n\nThe **gate** opened: it is open.\n\n---\n\nThat is all.\n");
    assertThat(String.join(" ", texts(reading)) + reading.note().headline())
        .contains("The gate opened: it is open.", "That is all.");
    assertThat(reading.findings()).isEmpty();
  }
}
