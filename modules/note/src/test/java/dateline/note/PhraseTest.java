package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Trying a pattern only where it can begin finds what trying it everywhere does. */
class PhraseTest {

  private static final String LETTERS = "aaaAbbd11_ .:é\u0301\n";

  /** What it begins with, and the pattern. */
  private record Case(String beginnings, String pattern) {}

  private static final List<Case> ANYWHERE =
      List.of(
          new Case("a b1", "a+b?|b1"),
          new Case("1", "(?<!a)1(?=[ .]|$)"),
          new Case("b", "(?:^|(?<=[.:] ?))b"),
          new Case("ab .1", "(?i:ab+)|[.]1"),
          new Case("a d", "(?=d)|a(?!b)"));

  private static final List<Case> OF_WORDS =
      List.of(
          new Case("aa b", "\\b(?:aa|b)\\b"),
          new Case("1 b", "(?<![\\p{L}\\p{N}])(?:1|b)+"),
          new Case("d", "(?:^|(?<=[.:] ?))d.{0,3}"));

  @Test
  void aPhraseIsFoundWhereverItsPatternIs() {
    Random random = Seed.random("PhraseTest");
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      for (Case one : ANYWHERE) {
        assertThat(found(Phrase.of(one.beginnings(), one.pattern()), text))
            .as("%s in “%s”", one.pattern(), text)
            .isEqualTo(everywhere(one.pattern(), text));
      }
      for (Case one : OF_WORDS) {
        assertThat(found(Phrase.ofWords(one.beginnings(), one.pattern()), text))
            .as("%s in “%s”", one.pattern(), text)
            .isEqualTo(everywhere(one.pattern(), text));
      }
    }
  }

  @Test
  void aPhraseOfWordsDoesNotBeginInsideOne() {
    assertThat(found(Phrase.ofWords("b", "b+"), "ab b 1b _b éb"))
        .as("inside is behind a letter or a figure of ASCII; of others the pattern says")
        .containsExactly("3 b", "9 b", "12 b");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(30); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static List<String> found(Phrase phrase, String text) {
    return phrase.in(text).stream().map(PhraseTest::shown).toList();
  }

  private static List<String> everywhere(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(PhraseTest::shown).toList();
  }

  private static String shown(MatchResult match) {
    return match.start() + " " + match.group();
  }
}
