package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What language a text is in shows in its script or its small words. */
class LanguageTest {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("en", "The minister opened the gate of the harbour and spoke to the pilots."),
          Map.entry("fr", "Le ministre a ouvert la porte du port et des pilotes pour les navires."),
          Map.entry(
              "de", "Der Minister hat das Tor mit den Lotsen und die Brücke von Nord geöffnet."),
          Map.entry("es", "El ministro abrió la puerta del puerto con los pilotos y por el río."),
          Map.entry("it", "Il ministro ha aperto la porta della città che gli abitanti per anni."),
          Map.entry(
              "pt", "O ministro abriu a porta do porto e os pilotos com uma festa, não hoje."),
          Map.entry(
              "nl", "De minister opende het nieuwe hek van de haven met een toespraak voor ons."),
          Map.entry(
              "sv", "Ministern öppnade porten och sade att det är för alla som kommer av hamnen."),
          Map.entry(
              "da", "Ministeren åbnede porten og sagde, at det er for alle af dem på havnen."),
          Map.entry(
              "nb", "Ministeren åpnet porten og sa at det er for alle av dem å komme på havnen."),
          Map.entry(
              "pl",
              "Minister otworzył bramę i powiedział, że jest to do portu oraz na rzekę w lecie."),
          Map.entry("tr", "Bakan limanı açtı ve bu bir bayram için olan konuşma ile de kutlandı."),
          Map.entry("ru", "Министр открыл ворота гавани и поговорил с лоцманами."),
          Map.entry("uk", "Міністр відчинив ворота гавані і поговорив із лоцманами їхньої служби."),
          Map.entry("el", "Ο υπουργός άνοιξε την πύλη του λιμανιού."),
          Map.entry("ar", "افتتح الوزير بوابة الميناء وتحدث إلى المرشدين."),
          Map.entry("fa", "وزیر دروازه بندر را گشود و با راهنمایان گفتگو کرد، پس از چند سال."),
          Map.entry("he", "השר פתח את שער הנמל ודיבר עם הנתבים."),
          Map.entry("zh", "部长打开了港口的大门，并与引航员交谈。"),
          Map.entry("ja", "大臣は港の門を開き、水先人と話しました。"),
          Map.entry("ko", "장관은 항구의 문을 열고 도선사들과 이야기했다."));

  @Test
  void eachLanguageIsKnown() {
    TEXTS.forEach(
        (language, text) -> assertThat(Language.in(text)).as(text).containsExactly(language));
  }

  @Test
  void aTextInTwoLanguagesHasBothTheMainOneFirst() {
    String english = TEXTS.get("en") + " It will stay open for the ships that come to the port.";
    for (String other : new String[] {"fr", "ar", "ru", "es"}) {
      String second = (TEXTS.get(other) + " ").repeat(3);
      String twice = english + "\n\n" + english + "\n\n" + english;
      assertThat(Language.in(twice + "\n\n" + second)).as(other).containsExactly("en", other);
    }
  }

  @Test
  void aQuotationIsNoSecondLanguage() {
    String english = (TEXTS.get("en") + " ").repeat(3) + "\n\n";
    assertThat(Language.in(english.repeat(5) + "“Vive le port et les pilotes des navires.”"))
        .containsExactly("en");
  }

  @Test
  void figuresHaveNoLanguage() {
    assertThat(Language.in("12 345 678\n\n9 10 11")).isEmpty();
    assertThat(Language.in("")).isEmpty();
  }
}
