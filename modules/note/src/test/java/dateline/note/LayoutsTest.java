package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands beside something else in plain text: columns, joined lines, tables, odd markers. */
class LayoutsTest {

  private static final LocalDate DAY = LocalDate.of(2029, 5, 3);
  private static final String TEXT =
      "\n\nThe council opened the third gate today, and the pilots went back to their work there.\n";

  private static Reading reading(String text) {
    assertThat(NothingLost.complaints(text)).as(text).isEmpty();
    return PlainTextReader.read(text);
  }

  private static MediaNote read(String head) {
    return reading(head + TEXT).note();
  }

  @Test
  void bothColumnsOfAHeadAreRead() {
    for (String head :
        List.of(
            """
            FOR IMMEDIATE RELEASE            CONTACT: Jane Doe
            May 3, 2029                      (202) 555-0188
                                             jane@harbour.example

            Third Gate Opens After Ten Years\
            """,
            "FOR IMMEDIATE RELEASE\tCONTACT: Jane Doe\nMay 3, 2029\t(202) 555-0188\n"
                + "\tjane@harbour.example\n\nThird Gate Opens After Ten Years",
            """
            Contact: Jane Doe                  FOR IMMEDIATE RELEASE
            (202) 555-0188                     May 3, 2029
            jane@harbour.example
            Third Gate Opens After Ten Years\
            """,
            """
            Office of the Harbour Master

            FOR IMMEDIATE RELEASE         Media Contact:
            Thursday, May 3, 2029         Jane Doe

                                          (202) 555-0188, jane@harbour.example

            Third Gate Opens After Ten Years\
            """)) {
      MediaNote note = read(head);
      assertThat(note.releaseLine()).as(head).contains("FOR IMMEDIATE RELEASE");
      assertThat(note.date()).as(head).contains(DAY);
      assertThat(note.contacts()).as(head).hasSize(1);
      assertThat(note.contacts().getFirst().name()).as(head).contains("Jane Doe");
      assertThat(note.contacts().getFirst().email()).as(head).contains("jane@harbour.example");
    }
  }

  @Test
  void whatStandsInAColumnHasItsPlace() {
    Reading reading =
        reading(
            "PRESS RELEASE                No. 12/2029\nOffice of the Harbour Master   May 3, 2029"
                + "\n\nThird Gate Opens"
                + TEXT);
    assertThat(reading.note().headline()).isEqualTo("Third Gate Opens");
    assertThat(reading.note().issuer()).contains("Office of the Harbour Master");
    assertThat(reading.places())
        .containsEntry("releaseNumber", new Reading.Found(1, 30, Sureness.STATED))
        .containsEntry("date", new Reading.Found(2, 32, Sureness.RECOGNISED));
  }

  @Test
  void linesThatOnlyHaveAGapInThemAreNoColumns() {
    assertThat(read("Third Gate   Opens\n\nPress Release\nMay 3, 2029").headline())
        .isEqualTo("Third Gate   Opens");
    MediaNote memo = read("From:     Office of the Harbour Master\nSubject:  Third gate opens");
    assertThat(memo.issuer()).contains("Office of the Harbour Master");
    assertThat(memo.headline()).isEqualTo("Third gate opens");
  }

  @Test
  void aHeadMayStandOnOneLine() {
    for (String line :
        List.of(
            "Press Release | May 3, 2029 | Office of the Harbour Master",
            "Office of the Harbour Master – Press Release – May 3, 2029",
            "3 May 2029 · Office of the Harbour Master · Press Release",
            "May 3, 2029 • Press Release • Office of the Harbour Master",
            "Office of the Harbour Master|Press Release|2029-05-03")) {
      for (String head : List.of("Third Gate Opens\n\n" + line, line + "\n\nThird Gate Opens")) {
        MediaNote note = read(head);
        assertThat(note.headline()).as(head).isEqualTo("Third Gate Opens");
        assertThat(note.kind()).as(head).contains("Press Release");
        assertThat(note.issuer()).as(head).contains("Office of the Harbour Master");
        assertThat(note.date()).as(head).contains(DAY);
        assertThat(note.body()).as(head).hasSize(1);
      }
    }
  }

  @Test
  void theTitleMayStandOnThatLineToo() {
    MediaNote note = read("Third Gate Opens Early | Press Release | May 3, 2029");
    assertThat(note.headline()).isEqualTo("Third Gate Opens Early");
    assertThat(note.kind()).contains("Press Release");
    MediaNote placed = read("Northwater | May 3, 2029 | Media Note\n\nThird Gate Opens Early");
    assertThat(placed.place()).contains("Northwater");
    assertThat(placed.headline()).isEqualTo("Third Gate Opens Early");
  }

  @Test
  void aTitleWithADashOrABarIsNoSuchLine() {
    for (String title :
        List.of(
            "Press Release – Third Gate Opens",
            "Ports | Gates | Pilots",
            "Ministers Meet on May 3, 2029 – Third Gate Opens",
            "Remarks – and a Speech",
            "Public Schedule – May 3, 2029")) {
      assertThat(read(title + "\n\nOffice of the Harbour Master").headline()).isEqualTo(title);
    }
    assertThat(read("EMBARGOED UNTIL 6 A.M. – May 3, 2029\n\nThird Gate Opens").date()).isEmpty();
  }

  private static String form(String blocks) {
    Reading reading =
        reading("Gate Opens\n\nThe gate is open today.\n\n" + blocks + "\n\nThat is all.\n");
    return CanonicalForm.of(reading.note())
        .text()
        .lines()
        .dropWhile(line -> !line.contains("open today"))
        .skip(1)
        .takeWhile(line -> !line.contains("That is all."))
        .map(line -> line.replace('\t', '|'))
        .collect(Collectors.joining(" "));
  }

  @Test
  void cellsUnderEachOtherAreATable() {
    String rows = "row|Gate|Width|Opened row|Third|40 m|2029 row|Old gate|8 m|1871";
    assertThat(form("Gate       Width   Opened\nThird      40 m    2029\nOld gate   8 m     1871"))
        .isEqualTo(rows);
    assertThat(form("Gate      Width  Opened\nThird      40 m    2029\nOld gate    8 m    1871"))
        .isEqualTo(rows);
    assertThat(form("Gate | Width | Opened\nThird | 40 m | 2029\nOld gate | 8 m | 1871"))
        .isEqualTo(rows);
    assertThat(
            form(
                "| Gate | Width | Opened |\n|------|------:|:------|\n| Third | 40 m | 2029 |\n"
                    + "| Old gate | 8 m | 1871 |"))
        .isEqualTo(rows);
    assertThat(
            form(
                "             2028     2029\nShips          12       15\nPilots          3        4"))
        .isEqualTo("row||2028|2029 row|Ships|12|15 row|Pilots|3|4");
  }

  @Test
  void aTableHasItsPlaces() {
    Reading reading =
        reading(
            "Gate Opens\n\nThe gate is open today.\n\nGate     Width\nThird    40 m\nOld      8 m\n");
    assertThat(reading.blocks().get(2)).isEqualTo(new Reading.Found(6, 1, Sureness.RECOGNISED));
  }

  @Test
  void textWithGapsIsNoTable() {
    for (String text :
        List.of(
            "It opened.  Then it rained.\nIt closed.  Then it snowed here.",
            "1.  Ships wait.\n2.  Pilots board.",
            "Phone:   202-555-0188\nMail:    press@harbour.example",
            "It is either | or.",
            "The sea     is calm")) {
      assertThat(form(text)).as(text).doesNotContain("row|");
    }
  }

  @Test
  void oddMarkersAreThoseOfLists() {
    for (String marker : List.of("–", "→", "▪", "*)", "o", "—", "➢", "\uf0b7")) {
      assertThat(form("%1$s Ships wait outside\n%1$s Pilots board later".formatted(marker)))
          .as(marker)
          .isEqualTo("item|%1$s|Ships wait outside item|%1$s|Pilots board later".formatted(marker));
      assertThat(form("%1$s Ships wait.\n\n%1$s Pilots board.".formatted(marker)))
          .as(marker)
          .isEqualTo("item|%1$s|Ships wait. item|%1$s|Pilots board.".formatted(marker));
    }
    assertThat(form("What comes next:\n– Ships wait outside the gate")).contains("item|–|Ships");
    assertThat(form("• Gates\n  o third\n  o fourth"))
        .isEqualTo("item|•|Gates item-1|o|third item-1|o|fourth");
  }

  @Test
  void aDashOrALetterAloneIsNoMarker() {
    for (String text :
        List.of(
            "– That was all he said.",
            "The gate\n– open since May –\nis wide.",
            "Disse que\no ministro abriu a porta e\no governador foi ao porto.",
            "*) Times are local.")) {
      assertThat(form(text)).as(text).doesNotContain("item");
    }
  }

  @Test
  void officesOfOtherScriptsAreIssuers() {
    for (List<String> one :
        List.of(
            List.of(
                "المكتب الصحفي", "افتتاح البوابة الثالثة", "بيان صحفي", "تم افتتاح البوابة اليوم."),
            List.of(
                "وزارة الخارجية والتعاون الدولي",
                "افتتاح البوابة",
                "بيان صحفي",
                "تم افتتاح البوابة."),
            List.of("外交部", "第三闸门开放", "新闻稿", "闸门今天开放。"),
            List.of("外務省", "第三水門を開放", "報道発表", "水門は本日開放された。"),
            List.of("国务院新闻办公室", "第三闸门今日开放", "新闻稿", "闸门今天开放。"),
            List.of(
                "Министерство иностранных дел Российской Федерации",
                "Третьи ворота порта открыты",
                "Пресс-релиз",
                "Ворота открыты сегодня."),
            List.of(
                "Пресс-служба Президента",
                "Третьи ворота порта открыты",
                "Пресс-релиз",
                "Ворота открыты сегодня."),
            List.of(
                "Міністерство закордонних справ",
                "Відкрито третю браму порту",
                "Пресс-релиз",
                "Браму відкрито."),
            List.of(
                "Υπουργείο Εξωτερικών",
                "Άνοιξε η τρίτη πύλη",
                "Press Release",
                "Η πύλη άνοιξε σήμερα."))) {
      String issuer = one.get(0);
      String title = one.get(1);
      String rest = "\n\n" + one.get(3) + "\n";
      for (String text :
          List.of(
              issuer + "\n\n" + title + "\n\n" + one.get(2) + rest,
              issuer + "\n" + one.get(2) + "\n\n" + title + rest,
              title + "\n\n" + one.get(2) + "\n" + issuer + rest)) {
        MediaNote note = reading(text).note();
        assertThat(note.issuer()).as(text).contains(issuer);
        assertThat(note.headline()).as(text).isEqualTo(title);
      }
    }
    assertThat(reading("外務省\n\n第三水門を開放\n\n水門は本日開放された。\n").note().issuer()).contains("外務省");
  }

  @Test
  void aHeadlineOfOtherScriptsThatBeginsWithAnOfficeStaysTheHeadline() {
    for (String title :
        List.of(
            "Министерство открывает третьи ворота",
            "市长访问外交部",
            "外務省、第三水門を開放",
            "وزارة الخارجية تعلن افتتاح البوابة",
            "Υπουργείο Εξωτερικών ανοίγει την πύλη")) {
      MediaNote note = reading(title + "\n\n新闻稿\n2029年5月3日\n\nThe gate is open today.\n").note();
      assertThat(note.headline()).isEqualTo(title);
      assertThat(note.issuer()).isEqualTo(Optional.empty());
    }
  }
}
