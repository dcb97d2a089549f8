package dateline.note.checks;

import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.note.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is looked at before a note goes to clearance. Each check is a class of its own; none changes
 * anything, none reads a clock. Takes time in proportion to the text.
 */
public final class Checks {

  private static final List<Check> ALL =
      List.of(
          new MissingHeadline(),
          new MissingIssuer(),
          new MissingContact(),
          new MissingAttribution(),
          new Placeholders(),
          new DeadLinks(),
          new MissingLinks(),
          new BrokenAddresses(),
          new BareAddresses(),
          new OtherTargets(),
          new RunTogetherLinks(),
          new TrackedLinks(),
          new LongAddresses(),
          new EmptyContacts(),
          new BrokenEmails(),
          new Handles(),
          new BrokenSentences(),
          new UnclosedTexts(),
          new DoubledWords(),
          new DoubledLetters(),
          new MissingWords(),
          new MissingSpaces(),
          new NamesSpeltTwoWays(),
          new HouseSpellings(),
          new Honorifics(),
          new HeadlineNames(),
          new HeadlineNumbers(),
          new HeadlineCases(),
          new ListCounts(),
          new KindsOfIssuers(),
          new UnknownOffices(),
          new ImpossibleDays(),
          new Weekdays(),
          new UnlikelyYears(),
          new PastDates(),
          new OtherDays(),
          new TimesWithoutZone(),
          new SiteNotices(),
          new SiteLabels(),
          new Mojibake(),
          new UnseenCharacters(),
          new NoBreakSpaces(),
          new DoubleSpaces());

  private Checks() {}

  /** What the checks are, in the order of {@code docs/checks.md}. */
  public static List<Rule> rules() {
    return ALL.stream().map(Check::rule).toList();
  }

  /** Checks a note that was read from a text; its findings have places there and come in order. */
  public static List<Finding> run(Reading reading) {
    return run(reading, HouseStyle.usual(), Optional.empty());
  }

  /** Checks a note by itself; its findings have no place. */
  public static List<Finding> run(MediaNote note) {
    return run(note, HouseStyle.usual(), Optional.empty());
  }

  /**
   * Checks a note that was read from a text; what the reader found is among the findings.
   *
   * @param day on which the note is looked at, in its office's zone; empty if that does not matter
   * @return by line and column of the text; what is about the whole note comes first, at 0
   */
  public static List<Finding> run(Reading reading, HouseStyle style, Optional<LocalDate> day) {
    return look(reading.note(), style, day).findings(reading);
  }

  /** Checks a note by itself; its findings have no place and come in the order of the checks. */
  public static List<Finding> run(MediaNote note, HouseStyle style, Optional<LocalDate> day) {
    return look(note, style, day).findings();
  }

  /** Checks a note once, for findings with and without places. */
  public static CheckedNote look(MediaNote note, HouseStyle style, Optional<LocalDate> day) {
    return new CheckedNote(page(note, style, day, ALL));
  }

  /**
   * What stops this note from being submitted, whatever a house style says: the same in every
   * process, today and when the history is read again.
   */
  public static List<Finding> blocking(MediaNote note) {
    List<Check> blocking = ALL.stream().filter(check -> check.rule().blocks()).toList();
    return new CheckedNote(page(note, HouseStyle.usual(), Optional.empty(), blocking)).findings();
  }

  /** What the checks point at: each finding with its words, in the order of the checks. */
  public static List<Mark> marks(MediaNote note, HouseStyle style, Optional<LocalDate> day) {
    Reading.Place nowhere = new Reading.Place(0, 0);
    return page(note, style, day, ALL).remarks().stream()
        .map(remark ->
            new Mark(
                finding(remark, style, nowhere, nowhere),
                remark.at().map(at -> at.passage().text()).orElse(""),
                remark.at().map(Spot::start).orElse(0),
                remark.at().map(Spot::end).orElse(0)))
        .toList();
  }

  private static Page page(
      MediaNote note, HouseStyle style, Optional<LocalDate> day, List<Check> checks) {
    Page page = new Page(note, style, day);
    checks.stream()
        .filter(check -> style.severity(check.rule()).isPresent())
        .forEach(check -> check.look(page));
    return page;
  }

  static Finding finding(
      Remark remark, HouseStyle style, Reading.Place place, Reading.Place other) {
    Rule rule = remark.rule();
    return new Finding(
        rule.code(),
        style.severity(rule).orElse(rule.severity()),
        place.line(),
        place.column(),
        remark.message(other),
        remark.mend());
  }
}
