package dateline.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the lines before a note's text: what each of them says by its own form, in whatever order
 * they stand. The first line that is no such line ends the head.
 */
final class Head {

  private static final int LONGEST_HEADLINE = 1_000;
  private static final int LONGEST_SENTENCE_HEADLINE = 200;
  private static final int LONGEST_SUBHEADLINE = 300;
  private static final int LONGEST_LINE = 60;

  /** Parts that only a head has: what stands before them can hardly be text. */
  private static final Set<Part> FIELDS =
      Set.of(Part.RELEASE_LINE, Part.EMBARGO_LINE, Part.KIND, Part.ISSUER, Part.PLACE, Part.DATE);

  private final List<Piece> pieces;
  private final Assembly note;
  private final Ahead ahead;
  private final List<Piece> leftOver = new ArrayList<>();
  private final List<Piece> fields = new ArrayList<>();
  private final List<Piece> unclearDates = new ArrayList<>();
  private Optional<Part> before = Optional.empty();
  private int at;

  private Head(List<Piece> pieces, Assembly note) {
    this.pieces = pieces;
    this.ahead = new Ahead(pieces);
    this.note = note;
  }

  /** Takes the head's parts into the note and returns the pieces that are its text. */
  static List<Piece> read(List<Piece> pieces, Assembly note) {
    Head head = new Head(pieces, note);
    head.read();
    return head.text();
  }

  private void read() {
    for (; at < pieces.size(); at++) {
      Piece piece = pieces.get(at);
      if (piece.form().isOfBody()) {
        return;
      }
      Optional<Part> part = take(piece);
      if (part.isPresent()) {
        before = part.filter(found -> found != Part.BOILERPLATE).or(() -> before);
      } else if (goesOnAfter(piece)) {
        leftOver.add(piece);
      } else {
        return;
      }
    }
  }

  private Optional<Part> take(Piece piece) {
    Optional<Part> letterhead = letterhead(piece);
    if (letterhead.isPresent()) {
      return letterhead;
    }
    if (isFurniture(piece) || piece.form() == Piece.Form.LETTERHEAD) {
      note.boilerplate(piece.text(), piece.start(), piece.end());
      return Optional.of(Part.BOILERPLATE);
    }
    if (piece.form() == Piece.Form.FIELD) {
      fields.add(piece);
      return Optional.of(Part.BOILERPLATE);
    }
    Optional<Part> joined = joined(piece);
    if (joined.isPresent() || piece.form() == Piece.Form.ASIDE) {
      return joined.or(() -> standingLine(piece)).or(() -> dateline(piece)).or(() -> issuer(piece));
    }
    return title(piece)
        .or(() -> labelled(piece))
        .or(() -> standingLine(piece))
        .or(() -> ofLetterhead(piece))
        .or(() -> dateline(piece))
        .or(() -> issuer(piece))
        .or(() -> headline(piece))
        .or(() -> subheadline(piece));
  }

  /** What a format says beside the text, if the text itself does not; else it is kept as it is. */
  private void field(Piece piece) {
    Optional<MemoLine> line = MemoLine.of(piece.text()).filter(found -> isNew(found.part()));
    Optional<LocalDate> day =
        line.filter(found -> found.part() == Part.DATE)
            .flatMap(found -> Dates.certain(Dates.withoutTime(piece.from(found.length()).plain())));
    Optional<MemoLine> words = line.filter(found -> found.part() != Part.DATE);
    if (day.isPresent()) {
      note.take(day.get(), piece, Sureness.STATED);
    } else if (words.isPresent()) {
      take(piece, words.get());
    } else {
      note.boilerplate(piece.text(), piece.start(), piece.end());
    }
  }

  /** {@code "Press Release | May 3, 2029 | Office of Ports"}: each of them is a line of its own. */
  private Optional<Part> joined(Piece piece) {
    Optional<JoinedLine> line = JoinedLine.of(piece).filter(found -> found.isHead(this::isNew));
    boolean whole = HeadLines.isEmbargo(piece.plain()) || HeadLines.isRelease(piece.plain());
    boolean titled = !isNew(Part.HEADLINE);
    if (line.isEmpty()
        || (line.get().sharp()
            ? !titled && line.get().mayBeTitle() && !ahead.isTitleBehind(at)
            : whole || (!titled && line.get().mayBeTitle()))) {
      return Optional.empty();
    }
    Optional<Part> last = Optional.empty();
    for (Piece one : line.get().pieces()) {
      Optional<Part> part =
          standingLine(one)
              .or(() -> dateline(one))
              .or(() -> joinedIssuer(one))
              .or(() -> besides(one));
      if (part.isEmpty()) {
        leftOver.add(one);
      }
      last = part.or(() -> Optional.of(Part.BOILERPLATE));
    }
    return last;
  }

  private Optional<Part> joinedIssuer(Piece one) {
    boolean institution = isNew(Part.ISSUER) && Issuers.isInstitution(one.plain());
    return institution ? line(Part.ISSUER, one.text(), one, Sureness.RECOGNISED) : issuer(one);
  }

  /**
   * What stands on one line with kind or date is the title if no other comes behind; else one or
   * two words can hardly be anything but the place.
   */
  private Optional<Part> besides(Piece one) {
    boolean place =
        isNew(Part.PLACE)
            && one.plain().split(" ", -1).length <= 2
            && Places.mayBePlace(one.plain())
            && (!isNew(Part.HEADLINE) || ahead.isTitleBehind(at));
    if (place) {
      return line(Part.PLACE, one.text(), one, Sureness.GUESSED);
    }
    boolean title =
        isNew(Part.HEADLINE) && one.plain().split(" ", -1).length >= 3 && !ahead.isTitleBehind(at);
    return title ? line(Part.HEADLINE, one.text(), one, Sureness.GUESSED) : Optional.empty();
  }

  private Optional<Part> letterhead(Piece piece) {
    return piece.form() == Piece.Form.LETTERHEAD
        ? standingLine(piece).or(() -> issuer(piece))
        : Optional.empty();
  }

  /** A line above the headline of a text that begins with a letterhead. */
  private Optional<Part> ofLetterhead(Piece piece) {
    String plain = piece.plain();
    boolean above = isNew(Part.HEADLINE) && piece.form() == Piece.Form.TEXT;
    if (above && Issuers.isOfLetterhead(plain) && ahead.isAboveTitle(at)) {
      boolean allowed = isNew(Part.ISSUER) || before.equals(Optional.of(Part.ISSUER));
      if (allowed) {
        note.add(piece.text(), piece, Sureness.RECOGNISED);
        return Optional.of(Part.ISSUER);
      }
    }
    if (above && (ahead.isMotto(at) || HeadLines.isPostal(plain)) && ahead.isAboveTitle(at)) {
      note.boilerplate(piece.text(), piece.start(), piece.end());
      return Optional.of(Part.BOILERPLATE);
    }
    return Optional.empty();
  }

  /** A line of a memo's head: its label is none of the note's words. */
  private Optional<Part> labelled(Piece piece) {
    return ahead.memoLine(at).filter(line -> isNew(line.part())).map(line -> take(piece, line));
  }

  private Part take(Piece piece, MemoLine line) {
    if (line.part() == Part.BOILERPLATE) {
      note.boilerplate(piece.text(), piece.start(), piece.end());
      return line.part();
    }
    Piece value = piece.from(line.length());
    String label = piece.text().substring(0, line.length()).strip();
    String kind = Kinds.line(value.plain()).orElse(value.text());
    note.boilerplate(label, piece.start(), value.start());
    note.take(line.part(), line.part() == Part.KIND ? kind : value.text(), value, Sureness.STATED);
    return line.part();
  }

  private boolean isFurniture(Piece piece) {
    boolean says = piece.plain().codePoints().anyMatch(Character::isLetterOrDigit);
    return !says
        || piece.form() == Piece.Form.FURNITURE
        || HeadLines.isSite(piece.plain())
        || ahead.isRunningTitle(at)
        || (isNew(Part.HEADLINE) && HeadLines.isSection(piece.plain()) && ahead.isField(at, 1));
  }

  /** What the format calls the title is the headline, unless it only names the kind. */
  private Optional<Part> title(Piece piece) {
    boolean named = Kinds.line(piece.plain()).isPresent() && ahead.isHeading(at);
    boolean title =
        piece.form() == Piece.Form.TITLE
            && isNew(Part.HEADLINE)
            && piece.plain().length() <= LONGEST_HEADLINE;
    return title && !named ? headline(piece, Sureness.STATED) : Optional.empty();
  }

  private Optional<Part> standingLine(Piece piece) {
    String plain = piece.plain();
    if (isNew(Part.RELEASE_LINE) && HeadLines.isRelease(plain)) {
      Dates.certain(plain.replaceFirst("(?i)^.*release[ :–-]*", ""))
          .filter(_ -> isNew(Part.DATE))
          .ifPresent(date -> note.view(date, piece.start(), Sureness.STATED));
      return line(Part.RELEASE_LINE, piece.text(), piece);
    }
    if (isNew(Part.EMBARGO_LINE) && HeadLines.isEmbargo(plain)) {
      return line(Part.EMBARGO_LINE, piece.text(), piece);
    }
    Optional<String> number =
        HeadLines.number(plain)
            .filter(found -> !found.isEmpty())
            .or(() -> HeadLines.numberAlone(plain));
    if (isNew(Part.RELEASE_NUMBER) && number.isPresent()) {
      HeadLines.numberedKind(plain)
          .filter(_ -> isNew(Part.KIND))
          .ifPresent(kind -> note.view(Part.KIND, kind, piece.start(), Sureness.STATED));
      return line(Part.RELEASE_NUMBER, number.get(), piece);
    }
    if (isNew(Part.CORRECTION) && HeadLines.isCorrection(plain)) {
      return line(Part.CORRECTION, piece.text().replaceAll("^[*\\s]+|[*\\s]+$", ""), piece);
    }
    if (isNew(Part.ATTRIBUTION) && HeadLines.isAttribution(plain)) {
      return line(Part.ATTRIBUTION, piece.text(), piece);
    }
    Optional<String> kind = Kinds.line(plain).or(() -> kindWithSpeaker(plain));
    if (isNew(Part.KIND) && kind.isPresent()) {
      return line(Part.KIND, kind.get(), piece);
    }
    return Optional.empty();
  }

  /** {@code "Remarks by Senator Jane Doe"}, when the byline has named her already. */
  private Optional<String> kindWithSpeaker(String plain) {
    boolean names =
        note.line(Part.ISSUER).filter(name -> plain.endsWith(" by " + name)).isPresent();
    return Kinds.ofHeadline(plain).filter(_ -> names);
  }

  private Optional<Part> dateline(Piece piece) {
    String plain = piece.plain();
    List<LocalDate> days = Dates.in(plain);
    if (days.size() > 1 || (days.size() == 1 && note.date().equals(Optional.of(days.getFirst())))) {
      unclearDates.add(piece);
      return Optional.of(Part.DATE);
    }
    if (days.size() == 1 && isNew(Part.DATE)) {
      note.take(days.getFirst(), piece, Sureness.RECOGNISED);
      return Optional.of(Part.DATE);
    }
    Optional<Places.Dated> dated =
        isNew(Part.PLACE) && isNew(Part.DATE) ? Places.withDate(plain) : Optional.empty();
    boolean mayBeTitle =
        isNew(Part.HEADLINE)
            && dated
                .filter(found -> !Places.isCityAndRegion(found.place()))
                .filter(found -> found.place().indexOf(' ') > 0)
                .isPresent();
    if (dated.isPresent() && !mayBeTitle) {
      dated.get().date().ifPresent(day -> note.view(day, piece.start(), Sureness.RECOGNISED));
      return line(Part.PLACE, dated.get().place(), piece, Sureness.RECOGNISED);
    }
    boolean besideDate =
        !isNew(Part.HEADLINE)
            && plain.split(" ", -1).length <= 3
            && (before.equals(Optional.of(Part.DATE)) || ahead.isDate(at))
            && Places.mayBePlace(plain);
    if (isNew(Part.PLACE) && (Places.isCityAndRegion(plain) || besideDate)) {
      boolean known = Places.isCityAndRegion(plain);
      return line(Part.PLACE, piece.text(), piece, known ? Sureness.RECOGNISED : Sureness.GUESSED);
    }
    return Optional.empty();
  }

  private Optional<Part> issuer(Piece piece) {
    boolean allowed = isNew(Part.ISSUER) || before.equals(Optional.of(Part.ISSUER));
    boolean institution =
        isNew(Part.ISSUER)
            && (isNew(Part.HEADLINE) ? isAboveHeadline(piece) : isBelowHeadline(piece));
    if (allowed && (institution || Issuers.isIssuer(piece.plain()))) {
      note.add(piece.text(), piece, Sureness.RECOGNISED);
      return Optional.of(Part.ISSUER);
    }
    Optional<String> byline = Issuers.byline(piece.plain());
    if (allowed && byline.isPresent()) {
      note.add(byline.get(), piece, Sureness.STATED);
      return Optional.of(Part.ISSUER);
    }
    return Optional.empty();
  }

  /** An office in a script without capitals, with another line behind it that may be the title. */
  private boolean isAboveHeadline(Piece piece) {
    return OtherScripts.isInstitution(piece.plain()) && ahead.isTitleBehind(at);
  }

  /** An institution beside a line of the head, or what can hardly be anything else between two. */
  private boolean isBelowHeadline(Piece piece) {
    boolean behind = before.filter(FIELDS::contains).isPresent();
    boolean above = ahead.isField(at, 1);
    boolean under = before.equals(Optional.of(Part.HEADLINE)) && leftOver.isEmpty();
    return Issuers.isInstitution(piece.plain())
        ? behind || above || (under && OtherScripts.isShort(piece.plain()))
        : Issuers.isOfLetterhead(piece.plain()) && behind && above;
  }

  private Optional<Part> headline(Piece piece) {
    String plain = piece.plain();
    boolean sentence = Sentences.isEnded(plain);
    boolean first = before.isEmpty() && leftOver.isEmpty();
    boolean fits =
        first
            ? !sentence || plain.length() <= LONGEST_SENTENCE_HEADLINE
            : !sentence || plain.endsWith("?") || plain.endsWith("!");
    boolean dated = Places.inline(piece.text()).isPresent() && sentence;
    if (!isNew(Part.HEADLINE)
        || plain.length() > LONGEST_HEADLINE
        || !fits
        || dated
        || piece.text().indexOf('\t') >= 0
        || HeadLines.isReach(plain)
        || (isNew(Part.HEADLINE) && ahead.isTitle(at))
        || piece.marker().isPresent()) {
      return Optional.empty();
    }
    return headline(piece, Sureness.GUESSED);
  }

  private Optional<Part> headline(Piece piece, Sureness sureness) {
    int colon = piece.text().indexOf(':') + 1;
    int prefix = Kinds.feedPrefix(piece.plain()) > 0 && colon < piece.firstLine() ? colon : 0;
    Piece headline = piece.from(prefix);
    if (prefix > 0) {
      note.boilerplate(piece.text().substring(0, prefix), piece.start(), piece.start() + prefix);
    }
    return line(Part.HEADLINE, headline.text(), headline, sureness);
  }

  private Optional<Part> subheadline(Piece piece) {
    String plain = piece.plain();
    boolean fits =
        before.equals(Optional.of(Part.HEADLINE))
            && isNew(Part.SUBHEADLINE)
            && leftOver.isEmpty()
            && plain.length() <= LONGEST_SUBHEADLINE
            && plain.split(" ", -1).length >= 3
            && !Sentences.isEnded(plain)
            && !plain.matches("\\p{Lu}+:.*")
            && Capitals.isTitle(plain)
            && (piece.form() == Piece.Form.TEXT || piece.form() == Piece.Form.HEADING)
            && at + 1 < pieces.size();
    return fits ? line(Part.SUBHEADLINE, piece.text(), piece, Sureness.GUESSED) : Optional.empty();
  }

  /** A line that says itself what it is. */
  private Optional<Part> line(Part part, String text, Piece piece) {
    return line(part, text, piece, Sureness.STATED);
  }

  private Optional<Part> line(Part part, String text, Piece piece, Sureness sureness) {
    note.take(part, text, piece, sureness);
    return Optional.of(part);
  }

  private boolean isNew(Part part) {
    return !note.has(part);
  }

  /** A short line of no known form is passed over if a line of the head stands behind it. */
  private boolean goesOnAfter(Piece piece) {
    boolean aside =
        piece.form() == Piece.Form.ASIDE
            && piece.plain().length() <= 2 * LONGEST_LINE
            && (isNew(Part.HEADLINE) || ahead.isField(at, 2));
    return aside || isLineAbove(piece);
  }

  private boolean isLineAbove(Piece piece) {
    return piece.plain().length() <= LONGEST_LINE
        && !Sentences.isEnded(piece.plain())
        && piece.form() == Piece.Form.TEXT
        && (ahead.isField(at, 2)
            || (isNew(Part.HEADLINE) && (ahead.isTitle(at) || HeadLines.isReach(piece.plain()))));
  }

  /** What the head leaves: lines of no known form, and the text, without its inline dateline. */
  private List<Piece> text() {
    List<Piece> text = new ArrayList<>();
    for (Piece unclear : unclearDates) {
      boolean same = note.date().filter(Dates.in(unclear.plain())::contains).isPresent();
      if (same) {
        note.mark(Part.DATE, unclear.start(), unclear.end(), Sureness.RECOGNISED);
      } else {
        text.add(unclear);
      }
    }
    text.addAll(leftOver);
    List<Piece> rest = joinedStretches(pieces.subList(at, pieces.size()));
    if (!rest.isEmpty()) {
      text.add(withoutDateline(rest.getFirst()));
      text.addAll(rest.subList(1, rest.size()));
    }
    fields.forEach(this::field);
    kind();
    boolean known = FIELDS.stream().anyMatch(note::has);
    boolean guessed =
        Optional.ofNullable(note.places().get(Part.HEADLINE))
            .filter(found -> found.sureness() == Sureness.GUESSED)
            .isPresent();
    if (known && guessed) {
      note.sure(Part.HEADLINE, Sureness.RECOGNISED);
    }
    return text;
  }

  /** The kind a headline begins with; what is for immediate release is a press release. */
  private void kind() {
    if (!isNew(Part.KIND)) {
      return;
    }
    note.line(Part.HEADLINE)
        .flatMap(Kinds::ofHeadline)
        .ifPresent(kind -> view(Part.KIND, kind, Part.HEADLINE, Sureness.RECOGNISED));
    note.line(Part.RELEASE_LINE)
        .filter(line -> isNew(Part.KIND) && HeadLines.isImmediate(line))
        .ifPresent(_ -> view(Part.KIND, "Press Release", Part.RELEASE_LINE, Sureness.GUESSED));
  }

  private void view(Part part, String text, Part inside, Sureness sureness) {
    Optional.ofNullable(note.places().get(inside))
        .ifPresent(found -> note.view(part, text, found.at(), sureness));
  }

  private Piece withoutDateline(Piece first) {
    Optional<Places.Inline> inline =
        Places.inline(first.text())
            .filter(_ -> isNew(Part.PLACE))
            .filter(found -> found.length() < first.firstLine());
    if (inline.isEmpty()) {
      return first;
    }
    Places.Inline found = inline.get();
    Piece sentence = first.from(found.length());
    note.view(Part.PLACE, found.dated().place(), first.start(), Sureness.RECOGNISED);
    if (!found.more()) {
      note.mark(Part.PLACE, first.start(), sentence.start(), Sureness.RECOGNISED);
    }
    if (isNew(Part.DATE)) {
      found.dated().date().ifPresent(day -> note.view(day, first.start(), Sureness.RECOGNISED));
    }
    if (isNew(Part.ISSUER)) {
      Issuers.announcer(sentence.plain())
          .ifPresent(office -> note.view(Part.ISSUER, office, sentence.start(), Sureness.GUESSED));
    }
    return found.more() ? first : sentence;
  }

  private static List<Piece> joinedStretches(List<Piece> pieces) {
    List<Piece> stretches =
        pieces.stream().takeWhile(piece -> piece.form() == Piece.Form.STRETCH).toList();
    if (stretches.size() < 2) {
      return pieces;
    }
    List<Piece> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int end = stretches.getFirst().start();
    for (Piece stretch : stretches) {
      text.append(" ".repeat(stretch.start() - end)).append(stretch.text());
      end = stretch.end();
    }
    Piece first = stretches.getFirst();
    joined.add(Piece.of(text.toString(), first.start(), end, first.block(), Piece.Form.TEXT));
    joined.addAll(pieces.subList(stretches.size(), pieces.size()));
    return joined;
  }
}
