package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Heads as other houses and other languages write them. */
class HeadsTest {

  private static final String TEXT =
      "\n\nThe council opened the third gate today, and the pilots went back to their work there.\n";

  private static MediaNote read(String head) {
    String text = head + TEXT;
    assertThat(NothingLost.complaints(text)).isEmpty();
    return PlainTextReader.read(text).note();
  }

  private static List<String> body(MediaNote note) {
    return note.body().stream().map(Words::of).toList();
  }

  private static MediaNote dateline(String dateline) {
    return read(
        "Third Gate Opens\n\nMedia Note\nOffice of the Harbour Master\n\n"
            + dateline
            + " The gate is open.");
  }

  @Test
  void anInstitutionAboveTheHeadlineIsTheIssuer() {
    MediaNote note =
        read(
            """
            TOWN OF EASTMERE
            Harbour Authority
            12 Mill Street, Eastmere

            PRESS RELEASE
            May 3, 2029

            Third Gate Opens After Ten Years\
            """);
    assertThat(note.headline()).isEqualTo("Third Gate Opens After Ten Years");
    assertThat(note.issuer()).contains("TOWN OF EASTMERE, Harbour Authority");
    assertThat(note.boilerplate()).containsExactly("12 Mill Street, Eastmere");
    assertThat(note.kind()).contains("Press Release");
    assertThat(note.place()).isEmpty();
  }

  @Test
  void aHeadlineAboutAnInstitutionStaysTheHeadline() {
    MediaNote note =
        read(
            "Mayor Names New Harbour Authority\n\nPress Release\nOffice of the Mayor\nMay 3, 2029");
    assertThat(note.headline()).isEqualTo("Mayor Names New Harbour Authority");
    assertThat(note.issuer()).contains("Office of the Mayor");
    assertThat(
            read("DEPARTMENT OF TIDES OPENS THIRD GATE\n\nPress Release\nMay 3, 2029").headline())
        .isEqualTo("DEPARTMENT OF TIDES OPENS THIRD GATE");
  }

  @Test
  void anInstitutionAboveTheDateIsNoPlace() {
    for (String issuer : List.of("Ministry of Tides", "Tidal Agency", "City of Eastmere")) {
      MediaNote note = read("Third Gate Opens\n\nPress Release\n" + issuer + "\nMay 3, 2029");
      assertThat(note.issuer()).contains(issuer);
      assertThat(note.place()).isEmpty();
    }
    assertThat(read("Third Gate Opens\n\nPress Release\nEastmere\nMay 3, 2029").place())
        .contains("Eastmere");
  }

  @Test
  void aMemosLabelsSayWhatItsLinesAre() {
    MediaNote note =
        read(
            """
            Date: 3 May 2029
            From: Tidal Agency, Gate Unit
            To: All editors
            Subject: Third gate opens
            Type: Press release\
            """);
    assertThat(note.headline()).isEqualTo("Third gate opens");
    assertThat(note.issuer()).contains("Tidal Agency, Gate Unit");
    assertThat(note.kind()).contains("Press Release");
    assertThat(note.date()).contains(LocalDate.of(2029, 5, 3));
    assertThat(note.boilerplate()).containsExactly("From:", "To: All editors", "Subject:", "Type:");
  }

  @Test
  void aLabelAloneIsNoMemo() {
    assertThat(read("Subject: Third gate opens\n\nPress Release\nMay 3, 2029").headline())
        .isEqualTo("Subject: Third gate opens");
  }

  @Test
  void howToReachAnOfficeIsNoHeadline() {
    MediaNote note =
        read("FOR RELEASE: AT ONCE\nCONTACT: Ana Roe, 202-555-0188\n\nThird Gate Opens");
    assertThat(note.headline()).isEqualTo("Third Gate Opens");
    assertThat(note.releaseLine()).contains("FOR RELEASE: AT ONCE");
    assertThat(note.contacts()).hasSize(1);
  }

  @Test
  void aNumberedKindIsAKind() {
    MediaNote note = read("Third Gate Opens\n\nPress Release No. 7/2029\nMay 3, 2029");
    assertThat(note.kind()).contains("Press Release");
    assertThat(note.releaseNumber()).contains("7/2029");
    MediaNote german =
        read("Pressemitteilung Nr. 8\nHarburg, 3. Mai 2029\n\nDas dritte Tor ist offen");
    assertThat(german.kind()).contains("Pressemitteilung");
    assertThat(german.releaseNumber()).contains("8");
    assertThat(german.headline()).isEqualTo("Das dritte Tor ist offen");
  }

  @Test
  void headsOfOtherLanguages() {
    assertHead(
        "Communiqué de presse\nMinistère de la Marée douce\nBrest, le 3 mai 2029",
        "Communiqué de presse",
        "Ministère de la Marée douce",
        "Brest");
    assertHead(
        "Pressemitteilung\nBundesamt für Gezeiten\nEmden, 3. Mai 2029",
        "Pressemitteilung",
        "Bundesamt für Gezeiten",
        "Emden");
    assertHead(
        "Nota de prensa\nMinisterio de Mareas\nVigo, 3 de mayo de 2029",
        "Nota de prensa",
        "Ministerio de Mareas",
        "Vigo");
    assertHead(
        "Comunicato stampa\nMinistero delle Maree\nBari, 3 maggio 2029",
        "Comunicato stampa",
        "Ministero delle Maree",
        "Bari");
    assertThat(read("第三闸门开放\n\n新闻稿\n天津，2029年5月3日").date()).contains(LocalDate.of(2029, 5, 3));
    assertThat(read("Sperrfrist: 3.5.2029, 6 Uhr\n\nDas dritte Tor ist offen").embargoLine())
        .contains("Sperrfrist: 3.5.2029, 6 Uhr");
  }

  private static void assertHead(String lines, String kind, String issuer, String place) {
    for (String head : List.of("Apertura 3\n\n" + lines, lines + "\n\nApertura della porta 3")) {
      MediaNote note = read(head);
      assertThat(note.headline()).startsWith("Apertura");
      assertThat(note.kind()).contains(kind);
      assertThat(note.issuer()).contains(issuer);
      assertThat(note.place()).contains(place);
      assertThat(note.date()).contains(LocalDate.of(2029, 5, 3));
    }
  }

  @Test
  void aDatelineInFrontOfASentenceHasManyForms() {
    for (String dateline :
        List.of(
            "EASTMERE – 3 May 2029 –",
            "Eastmere, 3 May 2029:",
            "Eastmere, 3 May 2029.",
            "(Eastmere, 3 May 2029)",
            "[Eastmere – 3 May 2029] –",
            "EASTMERE (May 3, 2029) —")) {
      MediaNote note = dateline(dateline);
      assertThat(note.place().orElse("")).as(dateline).isEqualToIgnoringCase("Eastmere");
      assertThat(note.date()).as(dateline).contains(LocalDate.of(2029, 5, 3));
      assertThat(body(note).getFirst()).isEqualTo("The gate is open.");
    }
    assertThat(dateline("EASTMERE, D.C., May 3, 2029 --").place()).contains("EASTMERE, D.C.");
  }

  @Test
  void aDatelineThatSaysMoreStaysInTheText() {
    MediaNote agency = dateline("EASTMERE, May 3, 2029 (Gate Office) --");
    assertThat(agency.place()).contains("EASTMERE");
    assertThat(agency.date()).contains(LocalDate.of(2029, 5, 3));
    assertThat(body(agency).getFirst()).contains("(Gate Office)");
    MediaNote yearless = dateline("EASTMERE/ROME, 3 May (TGA) —");
    assertThat(yearless.place()).contains("EASTMERE/ROME");
    assertThat(yearless.date()).isEmpty();
    assertThat(body(yearless).getFirst()).startsWith("EASTMERE/ROME, 3 May (TGA)");
  }
}
