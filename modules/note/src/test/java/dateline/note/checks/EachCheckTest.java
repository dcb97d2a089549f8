package dateline.note.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Finding;
import dateline.note.PlainTextReader;
import dateline.note.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check speaks where it must, at the right place, and not where something is nearly so. */
class EachCheckTest {

  private static final String HEAD = "Gate Opened\n\nOffice of Ports\nNorthwater\nMay 3, 2029\n\n";
  private static final String DATED = "Gate Opened\n\nOffice of Ports\nNorthwater\n";
  private static final String CONTACT = "\n\nWrite to press@harbour.example.\n";

  private static final HouseStyle STYLE =
      new HouseStyle(
          Set.of(),
          Map.of(),
          Map.of("Kiev", "Kyiv", "Hague", "The Hague"),
          Map.of("Ana Roe", "Dr.", "Ida Moe", "Mrs."),
          List.of("Office of Ports"),
          HouseStyle.usual().issuers(),
          HouseStyle.HeadlineCase.TITLE,
          HouseStyle.usualSmallWords());

  /**
   * What one check makes of texts. In {@code speaks}, {@code ^} marks the place of the finding; a
   * text that begins with a bar is a whole note, any other the body of one.
   */
  record Case(String code, List<String> speaks, List<String> silent) {
    @Override
    public String toString() {
      return code;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(Cases.PARTS, Cases.LINKS, Cases.WORDS, Cases.NAMES, Cases.DATES, Cases.TYPE)
        .flatMap(table -> parse(table).stream());
  }

  /** A table: a line with a code, then lines that begin with "+" (speaks) or "-" (silent). */
  private static List<Case> parse(String table) {
    List<Case> cases = new ArrayList<>();
    for (String line : table.lines().filter(line -> !line.isBlank()).toList()) {
      String text = line.substring(Math.min(2, line.length())).replace("\\n", "\n");
      switch (line.charAt(0)) {
        case '+' -> cases.getLast().speaks().add(text);
        case '-' -> cases.getLast().silent().add(text);
        default -> cases.add(new Case(line.strip(), new ArrayList<>(), new ArrayList<>()));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCheckSpeaksAtThePlace(Case one) {
    for (String marked : one.speaks()) {
      String whole = whole(marked);
      int at = whole.indexOf('^');
      String text = whole.replace("^", "");
      List<Finding> found = found(one.code(), text);
      assertThat(found).as(text).hasSize(1);
      if (at >= 0) {
        String before = whole.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        assertThat(found.getFirst().line() + ":" + found.getFirst().column())
            .as(text)
            .isEqualTo(line + ":" + column);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCheckIsSilentAboutNearMisses(Case one) {
    for (String text : one.silent()) {
      assertThat(found(one.code(), whole(text))).as(text).isEmpty();
    }
  }

  @Test
  void everyCheckIsTriedWithOneTextAndTwoNearMisses() {
    assertThat(cases().map(Case::code))
        .containsExactlyInAnyOrderElementsOf(Checks.rules().stream().map(Rule::code).toList());
    assertThat(cases()).allMatch(one -> !one.speaks().isEmpty() && one.silent().size() >= 2);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theExampleOfTheTableIsOne(Rule rule) {
    String example = rule.example();
    assertThat(
            Stream.of(example, HEAD + example, "Gate Opened\n\n" + example, DATED + example)
                .anyMatch(text -> !found(rule.code(), text).isEmpty()))
        .as(example)
        .isTrue();
  }

  static Stream<Rule> rules() {
    return Checks.rules().stream();
  }

  private static String whole(String text) {
    return text.startsWith("|") ? text.substring(1) : HEAD + text + CONTACT;
  }

  private static List<Finding> found(String code, String text) {
    Reading reading = PlainTextReader.read(text);
    LocalDate day = LocalDate.of(2029, 5, code.equals("OTHER_DAY") ? 4 : 3);
    return Checks.run(reading, STYLE, Optional.of(day)).stream()
        .filter(finding -> finding.code().equals(code))
        .toList();
  }
}
