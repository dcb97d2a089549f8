package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dateline.note.checks.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Texts nobody writes and somebody sends. */
class HostileTextTest {

  /** No limit of time but a guard against hanging. */
  private static final Duration GUARD = Duration.ofSeconds(20);

  private static final int SIZE = 60_000;

  @Test
  void aTextThatShowsNothingHasNoHeadlineAndNoBody() {
    for (String text : List.of("", " ", "\n\n\n", "\uFEFF", "\u00a0\n\t\n\t\n\t\r\n\u200b")) {
      Reading reading = PlainTextReader.read(text);
      assertThat(reading.note().headline()).isEmpty();
      assertThat(reading.note().body()).isEmpty();
      assertThat(Checks.run(reading)).extracting(Finding::code).contains("NO_HEADLINE");
    }
  }

  @Test
  void aLineOfNothingButADirectionMarkIsRead() {
    Reading reading = PlainTextReader.read("Gate Opened\n\nIt is open.\n\n\u200e\n");
    assertThat(reading.note().headline()).isEqualTo("Gate Opened");
  }

  @Test
  void bytesThatAreNoTextAreReadAndShowAsReplacementCharacters() {
    byte[] bytes = new byte[5_000];
    new Random(7).nextBytes(bytes);
    MediaNote note = PlainTextReader.read(bytes).note();
    assertThat(Words.of(note).chars()).noneMatch(c -> c < ' ' && c != '\n');
    assertThat(PlainTextReader.read("a\uD800b\u0000c").note().headline())
        .isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void aHeadlineOf441CharactersIsAHeadlineAndOneOf1001IsNot() {
    String long441 = "Gate ".repeat(88) + "X";
    assertThat(PlainTextReader.read(long441 + "\n\nIt opened.").note().headline())
        .hasSize(441)
        .isEqualTo(long441);
    Reading reading = PlainTextReader.read("x".repeat(1_001) + "\n\nIt opened.");
    assertThat(reading.note().headline()).isEmpty();
    assertThat(reading.note().body()).hasSize(2);
  }

  @Test
  void rightToLeftTextIsKeptAsItIs() {
    String text = "‏فتح البوابة الثالثة‏\n\nفتحت البوابة اليوم (12) ‎A‎.\n";
    MediaNote note = PlainTextReader.read(text).note();
    assertThat(note.headline()).isEqualTo("‏فتح البوابة الثالثة‏");
    assertThat(Words.of(note.body().getFirst())).isEqualTo("فتحت البوابة اليوم (12) ‎A‎.");
    assertThat(NothingLost.complaints(text)).isEmpty();
  }

  @Test
  void aTextOf79KilobytesLosesNothing() {
    String text =
        "Gate Opened\n\n"
            + IntStream.range(0, 700)
                .mapToObj(
                    i -> "Paragraph " + i + " says that the gate was opened at hour " + i + ",")
                .collect(Collectors.joining("\n ever so slowly.\n\n"));
    assertThat(PlainTextReader.read(text).note().body()).hasSize(700);
    assertThat(NothingLost.complaints(text)).isEmpty();
  }

  /**
   * What grows with the length takes some tenths of a second. A pass that looks at all the rest
   * from each character takes 1,800,000,000 steps: longer than the guard waits if a step is a try
   * of a regular expression or a copied stretch. One of bare comparisons shows in {@link
   * #aLineOfAMegabyteIsRead}, where it takes 280 times as many.
   */
  @Test
  void aLongTextOfAnythingIsReadInTimeInProportionToIt() {
    for (String unit :
        List.of(
            "a",
            "A ",
            "1",
            "@",
            "a@",
            "a@b.co ",
            "a@b.c",
            "[",
            "](",
            "[a](#)",
            "[a](",
            "(",
            "http",
            "www.",
            "http://a",
            "# ",
            "* ",
            "•\t",
            "\t",
            "\t\n",
            "\n",
            "a\n",
            "A\n\n",
            "a\tb\n",
            "  x",
            "   ",
            "\u0301",
            "\uD800",
            "contact Ana Roe at ",
            "contact Ana Roe at 1 ",
            "555-0100 ",
            "+1 ",
            "(202) 555",
            "TK ",
            "_",
            "[insert ",
            "Date: ",
            "Please\n\nsend\n\n",
            "Topic:\n",
            "###\n",
            "Media Note\n",
            "May 3, 2029\n",
            "Oslo, Norway\n",
            "—",
            " – ",
            "\u00a0 ",
            "*",
            "“",
            "1. a\n",
            "1 a\n",
            "a1 ",
            "About A\n\n",
            "About A A ",
            "Office of Ports\n",
            "[a\nb](#)\n",
            "@a.b",
            "at for ",
            "A  B\n",
            "| A\n",
            "-",
            "– A\n",
            "o A\n",
            "Press Release | ",
            "FOR IMMEDIATE RELEASE   A\n",
            "Minister Halvorsen ",
            "министерство ",
            "外交部")) {
      String text = unit.repeat(SIZE / unit.length());
      Assertions.assertTimeoutPreemptively(
          GUARD,
          () -> {
            Reading reading = PlainTextReader.read(text);
            Digest.of(reading.note());
            Checks.run(reading);
          },
          unit);
    }
  }

  @Test
  void aLetterUnderAPileOfMarksIsRead() {
    for (String mark : List.of("\u0301", "\u034f", "\ud834\udd67")) {
      String text = "Gate Opened\n\nThe a" + mark.repeat(SIZE) + " opened.\n";
      Assertions.assertTimeoutPreemptively(
          GUARD, () -> Checks.run(PlainTextReader.read(text)), mark);
    }
  }

  @Test
  void aLineOfAMegabyteIsRead() {
    for (String unit : List.of("a", "the gate opened, ", "The gate opened.  ")) {
      String text = unit.repeat(1_000_000 / unit.length());
      Assertions.assertTimeoutPreemptively(
          GUARD, () -> Checks.run(PlainTextReader.read(text)), unit);
    }
  }

  @Test
  void aLongNoteIsRenderedInTimeInProportionToIt() {
    for (String unit : List.of("a", "a ", "a@b.co ", "[a](#) ", "[a](http://b.co) ", "1. a\n")) {
      MediaNote note = PlainTextReader.read(unit.repeat(SIZE / unit.length())).note();
      Assertions.assertTimeoutPreemptively(
          GUARD, () -> HtmlRendering.of(note).length() + PlainText.of(note).length(), unit);
    }
  }

  @Test
  void noRandomTextIsRefusedOrLosesAWord() {
    Random random = Seed.random("noRandomTextIsRefusedOrLosesAWord");
    List<String> bits =
        List.of(
            "Gate Opened",
            "Media Note",
            "Office of the Harbour Master",
            "Oslo, Norway",
            "May 3, 2029",
            "03/05/2029",
            "FOR IMMEDIATE RELEASE",
            "EMBARGOED UNTIL NOON",
            "Release No: 7",
            "Release No:",
            "by Ana Roe",
            "Topic(s):",
            "*CORRECTION: It was 7.*",
            "###",
            "The gate",
            "the gate",
            "Please",
            "[x](#)",
            "www.h.example",
            "a@b.co",
            "contact Ana Roe at",
            "•",
            "1.",
            "*",
            "“Yes.”",
            "\t",
            "-",
            "attributable to the following:",
            "Updated May 3, 2029",
            "GENEVA – The",
            "News Releases: ",
            "Justice News",
            "2029",
            "All rights reserved",
            ".",
            ":",
            ",",
            "@a.b",
            "(202) 555-0100",
            "– The gate",
            "o Gate",
            "Press Release | May 3, 2029",
            "| Gate | Width",
            "外交部",
            "Министерство портов",
            "CONTACT: Ana Roe");
    List<String> gaps =
        List.of(
            " ",
            "\n",
            "\n\n",
            "  ",
            "   ",
            "\t",
            "\n\t\n",
            "\r\n",
            "\u00a0",
            "",
            "\n          ",
            " | ",
            " – ");
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(bits.get(random.nextInt(bits.size())));
        text.append(gaps.get(random.nextInt(gaps.size())));
      }
      if (random.nextInt(20) == 0) {
        text.append(" x".repeat(400)).insert(0, "Gate  Opened   again    ");
      }
      String written = text.toString();
      assertThat(NothingLost.complaints(written)).as(written).isEmpty();
      assertThatCode(
              () -> {
                Reading reading = PlainTextReader.read(written);
                HtmlRendering.of(reading.note());
                PlainText.of(reading.note());
                Checks.run(reading.note());
              })
          .as(written)
          .doesNotThrowAnyException();
    }
  }
}
