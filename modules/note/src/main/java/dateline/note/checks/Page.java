package dateline.note.checks;

import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check looks at, and where it reports. */
final class Page {

  private final MediaNote note;
  private final HouseStyle style;
  private final Optional<LocalDate> day;
  private final Passage headline;
  private final List<Passage> head = new ArrayList<>();
  private final List<Passage> body;
  private final List<Passage> boilerplate;
  private final List<Remark> remarks = new ArrayList<>();
  private final SaidDates dates;

  Page(MediaNote note, HouseStyle style, Optional<LocalDate> day) {
    this.note = note;
    this.style = style;
    this.day = day;
    this.headline = Passage.line(Passage.In.HEADLINE, note.headline());
    Stream.of(
            note.subheadline(),
            note.kind(),
            note.issuer(),
            note.place(),
            note.releaseLine(),
            note.embargoLine(),
            note.attribution(),
            note.correction(),
            note.releaseNumber())
        .flatMap(Optional::stream)
        .forEach(line -> head.add(Passage.line(Passage.In.HEAD, line)));
    this.body = note.body().stream().map(Passage::of).toList();
    this.boilerplate =
        note.boilerplate().stream()
            .map(line -> Passage.line(Passage.In.BOILERPLATE, line))
            .toList();
    this.dates = new SaidDates(this);
  }

  MediaNote note() {
    return note;
  }

  HouseStyle style() {
    return style;
  }

  /** The day on which the note is looked at, if whoever asks says so. */
  Optional<LocalDate> day() {
    return day;
  }

  /**
   * The note's own day; a note that says none, or one of a year nobody means, is of the day on
   * which it is looked at.
   */
  Optional<LocalDate> noteDay() {
    return note.date().filter(said -> UnlikelyYears.isLikely(said, day)).or(() -> day);
  }

  /** Rules about words hold for English; a text of no known language is taken for English. */
  boolean isEnglish() {
    return note.languages().isEmpty() || note.languages().getFirst().startsWith("en");
  }

  Passage headline() {
    return headline;
  }

  List<Passage> body() {
    return body;
  }

  List<Passage> boilerplate() {
    return boilerplate;
  }

  /** Headline and body: what is the note's own to say. */
  List<Passage> prose() {
    return Stream.concat(Stream.of(headline), body.stream()).toList();
  }

  /** Every passage, in the note's order. */
  List<Passage> passages() {
    return Stream.of(List.of(headline), head, body, boilerplate).flatMap(List::stream).toList();
  }

  /** The days that headline and body name. */
  List<SaidDate> dates() {
    return dates.all();
  }

  /** About the whole note. */
  void report(Rule rule, String message) {
    remarks.add(
        new Remark(
            rule, Optional.empty(), Optional.empty(), message, rule.mend(), Optional.empty()));
  }

  /** About a part of the note that is a value and no words: its date. */
  void report(Rule rule, Part part, String message) {
    remarks.add(
        new Remark(
            rule, Optional.empty(), Optional.of(part), message, rule.mend(), Optional.empty()));
  }

  void report(Rule rule, Passage passage, int start, int end, String message) {
    report(rule, passage, start, end, message, rule.mend());
  }

  void report(Rule rule, Passage passage, int start, int end, String message, String mend) {
    remarks.add(
        new Remark(
            rule,
            Optional.of(new Spot(passage, start, end)),
            Optional.empty(),
            message,
            mend,
            Optional.empty()));
  }

  /**
   * About words that do not agree with others.
   *
   * @param message a sentence without its end, behind which the other place is said
   */
  void report(Rule rule, Spot at, Spot other, String message) {
    remarks.add(
        new Remark(
            rule, Optional.of(at), Optional.empty(), message, rule.mend(), Optional.of(other)));
  }

  List<Remark> remarks() {
    return remarks;
  }

  /** The first words of a text, for a message. */
  static String quote(String text) {
    String seen = VisibleText.of(text);
    if (seen.length() <= 40) {
      return "“" + seen + "”";
    }
    int space = seen.lastIndexOf(' ', 40);
    int cut = space > 10 ? space : 40;
    int whole = Character.isHighSurrogate(seen.charAt(cut - 1)) ? cut - 1 : cut;
    return "“" + seen.substring(0, whole) + " …”";
  }
}
