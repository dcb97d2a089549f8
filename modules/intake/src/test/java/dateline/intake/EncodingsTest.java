package dateline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Digest;
import dateline.note.Finding;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts in older encodings, with and without a word about which. */
class EncodingsTest {

  private static final List<String> RUSSIAN =
      List.of(
          "Ворота открыты\n\nПресс-релиз\n3 мая 2029 года\n\nМинистр открыл третьи ворота порта.\n",
          "МИНИСТР ОТКРЫЛ ВОРОТА\n\nСегодня в порту – праздник: пришли 12 судов, сказала Анна Роу.\n",
          "Ворота\n\nSee www.harbour.example: министр встретился с г-ном Smith в порту.\n");
  private static final List<String> JAPANESE =
      List.of(
          "第三水門を開放\n\n報道発表\n2029年5月3日\n\n港湾局は本日、第三水門を開放しました。\n",
          "港のお知らせ\n\nwww.harbour.example をご覧ください（12隻）。\n");
  private static final List<String> WESTERN =
      List.of(
          "Gate’s Third Opening – “Café”\n\nThe gate opened today. It’s the minister’s.\n",
          "Öffnung des Tores\n\nDer Minister sprach über Größe, Maß und „Wörter“ – für alle.\n",
          "La puerta se abrió\n\n«Mañana será otro día», dijo José García en España.\n",
          "Une école à Évry\n\nÀ l’été, l’élève a créé une œuvre ; c’est déjà ça.\n");

  @Test
  void cyrillicIsReadAsItWasMeant() {
    for (String text : RUSSIAN) {
      for (String name : List.of("windows-1251", "KOI8-R", "ISO-8859-5", "x-MacCyrillic")) {
        String written = name.equals("ISO-8859-5") ? text.replace("–", "-") : text;
        assertGuessed(name.equals("KOI8-R") ? text.replace("–", "-") : written, name);
      }
    }
  }

  @Test
  void greekIsReadAsItWasMeant() {
    assertGuessed("Η πύλη άνοιξε\n\nΟ υπουργός άνοιξε σήμερα την πύλη.\n", "windows-1253");
  }

  @Test
  void japaneseIsReadAsItWasMeant() {
    for (String text : JAPANESE) {
      assertGuessed(text, "Shift_JIS");
      assertGuessed(text, "EUC-JP");
    }
  }

  @Test
  void macRomanIsReadAsItWasMeantAndWindows1252StaysWhatItIs() {
    for (String text : WESTERN) {
      assertGuessed(text, "x-MacRoman");
      assertGuessed(text, "windows-1252");
    }
  }

  private static void assertGuessed(String text, String encoding) {
    Charset charset = Charset.forName(encoding);
    Manuscript.Read read = read(text.getBytes(charset), Hint.NONE);
    assertThat(read.encoding()).as(text).contains(charset);
    assertThat(Digest.of(read.reading().note()))
        .as(encoding + " " + text)
        .isEqualTo(Digest.of(read(text.getBytes(UTF_8), Hint.NONE).reading().note()));
    assertThat(codes(read)).containsExactly("ENCODING_GUESSED");
  }

  @Test
  void whatIsDeclaredIsReadAsDeclared() {
    for (String name : List.of("windows-1251", "cp1251", "koi8-r", "x-mac-cyrillic")) {
      assertDeclared(RUSSIAN.getFirst(), name);
    }
    assertDeclared(JAPANESE.getFirst(), "Shift_JIS");
    assertDeclared(JAPANESE.getFirst(), "x-sjis");
    assertDeclared(WESTERN.getFirst(), "macintosh");
    Manuscript.Read other =
        read(
            RUSSIAN.getFirst().getBytes(Charset.forName("windows-1251")),
            Hint.mediaType("text/plain; charset=iso-8859-1"));
    assertThat(other.encoding()).contains(Charset.forName("ISO-8859-1"));
    String page =
        "<html><head><meta charset=shift_jis></head><body><h1>港</h1><p>開放。</p></body></html>";
    assertThat(
            read(page.getBytes(Charset.forName("Shift_JIS")), Hint.NONE)
                .reading()
                .note()
                .headline())
        .isEqualTo("港");
  }

  private static void assertDeclared(String text, String name) {
    String known =
        switch (name) {
          case "macintosh" -> "x-MacRoman";
          case "x-mac-cyrillic" -> "x-MacCyrillic";
          default -> name;
        };
    Manuscript.Read read =
        read(text.getBytes(Charset.forName(known)), Hint.mediaType("text/plain; charset=" + name));
    assertThat(read.reading().source().text()).isEqualTo(text);
    assertThat(codes(read)).isEmpty();
  }

  /** What is neither one nor the other is not passed on in silence. */
  @Test
  void whatCannotBeToldIsSaidWithWhatToDo() {
    byte[] polish =
        "Brama otwarta\n\nPrzemysław Wąs mówił o łące.\n".getBytes(Charset.forName("windows-1250"));
    byte[] chinese = "第三闸门开放\n\n港口今天开放了第三闸门，船只进港。\n".getBytes(Charset.forName("GB18030"));
    byte[] korean = "제3수문 개방\n\n항만청은 오늘 수문을 열었다.\n".getBytes(Charset.forName("EUC-KR"));
    for (byte[] file : List.of(polish, chinese, korean)) {
      Manuscript.Read read = read(file, Hint.NONE);
      assertThat(codes(read))
          .as(read.reading().source().text())
          .contains("ENCODING_UNCLEAR")
          .doesNotContain("ENCODING_GUESSED");
      assertThat(read.reading().findings().getFirst().fix()).contains("UTF-8");
    }
  }

  private static List<String> codes(Manuscript.Read read) {
    return read.reading().findings().stream().map(Finding::code).toList();
  }

  private static Manuscript.Read read(byte[] file, Hint hint) {
    return (Manuscript.Read) Manuscripts.read(file, hint);
  }
}
