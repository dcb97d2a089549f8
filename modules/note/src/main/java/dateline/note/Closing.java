package dateline.note;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a note's text, read from its end upwards: whom to ask, links, the end mark and
 * notices; among them standing paragraphs about the issuer; above them footnotes. A line with
 * something else behind it is part of the text.
 */
final class Closing {

  private static final int LONGEST_LINE = 60;
  private static final int LONGEST_CONTACT = 300;
  private static final int LONGEST_STANDING = 2_000;
  private static final int STANDING_WORDS = 6;

  /** {@code "1 "}, {@code "(1) "}, {@code "[1] "} or {@code "* "} in front of a footnote. */
  private static final Pattern MARK =
      Pattern.compile("(\\d{1,3}|\\(\\d{1,3}\\)|\\[\\d{1,3}\\]|\\*{1,3})[ \\u00a0](?=[\\p{L}“\"])");

  /** Where a text calls a footnote: a mark on a word, or in brackets at the end of a clause. */
  private static final Pattern CALL =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}.,;:!?)”\"’%])(?:\\(\\d{1,3}\\)|\\*{1,3}(?![\\p{L}\\p{N}*]))"
              + "| \\(\\d{1,3}\\)(?=[.,;:]|$)"
              + "|\\[\\d{1,3}\\]"
              + "|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}"
              + "|(?<=\\p{Ll}|\\p{Ll}[.,;:)”\"’])\\d{1,3}(?![\\p{L}\\p{N}])");

  private final List<Piece> pieces;
  private final Set<Integer> standing = new HashSet<>();
  private final Map<Integer, String> footnotes = new HashMap<>();

  private Closing(List<Piece> pieces) {
    this.pieces = pieces;
  }

  static Closing of(List<Piece> pieces) {
    Closing closing = new Closing(pieces);
    closing.footnotes(closing.lastOfText());
    return closing;
  }

  /** Whether this piece is the heading or the text of a standing paragraph about the issuer. */
  boolean isStanding(int at) {
    return standing.contains(at);
  }

  /** The mark with which this piece begins, if it is a footnote. */
  Optional<String> footnote(int at) {
    return Optional.ofNullable(footnotes.get(at));
  }

  /** The last piece that has nothing of the closing above it; -1 if there is none. */
  private int lastOfText() {
    int at = pieces.size() - 1;
    boolean contact = false;
    while (at > 0) {
      boolean asks = isContact(at, contact);
      if (asks || isEnd(at)) {
        contact = asks || contact;
        at--;
      } else if (Site.isAboutParagraph(pieces.get(at).plain()) && isStandingText(at)) {
        standing.add(at--);
        contact = false;
      } else if (at > 1 && isStandingText(at) && isAboutHeading(at - 1)) {
        standing.add(at--);
        standing.add(at--);
        contact = false;
      } else {
        return at;
      }
    }
    return at;
  }

  private boolean isEnd(int at) {
    Piece piece = pieces.get(at);
    String plain = piece.plain();
    return piece.form() == Piece.Form.FURNITURE
        || piece.form() == Piece.Form.LETTERHEAD
        || Body.isEndMark(plain)
        || Site.isNotice(plain)
        || Site.isLabelled(plain)
        || Site.isUpdated(plain)
        || piece.spans(0, piece.text().length()).stream().allMatch(Closing::isLinkOrSpace);
  }

  private static boolean isLinkOrSpace(Span span) {
    return span.href().isPresent() || Source.isBlank(span.text());
  }

  /** A line with an address or a label, or a name above one. */
  private boolean isContact(int at, boolean above) {
    Piece piece = pieces.get(at);
    String plain = piece.plain();
    if (plain.length() > LONGEST_CONTACT || Site.isAboutHeading(plain)) {
      return false;
    }
    boolean ended = Sentences.isEnded(plain) && !plain.endsWith(":");
    boolean line = plain.length() <= LONGEST_LINE && !ended;
    boolean named =
        piece.block() == pieces.get(Math.min(at + 1, pieces.size() - 1)).block()
            || Who.isPerson(plain)
            || Issuers.isIssuer(plain);
    return hasAddress(piece)
        || (line && Contacts.isLabelled(plain))
        || (line && above && named && piece.form() == Piece.Form.TEXT);
  }

  private static boolean hasAddress(Piece piece) {
    return !Addresses.in(piece.text()).isEmpty()
        || piece.layout().stream()
            .flatMap(laid -> laid.links().stream())
            .anyMatch(link -> link.href().startsWith("mailto:") || link.href().startsWith("tel:"));
  }

  private boolean isAboutHeading(int at) {
    Piece piece = pieces.get(at);
    boolean mayBe = piece.form() == Piece.Form.TEXT || piece.form() == Piece.Form.HEADING;
    return mayBe && Site.isAboutHeading(piece.plain());
  }

  /** A paragraph that loses nothing if it is no part of the text: it has no links but addresses. */
  private boolean isStandingText(int at) {
    Piece piece = pieces.get(at);
    String plain = piece.plain();
    return piece.form() == Piece.Form.TEXT
        && plain.length() <= LONGEST_STANDING
        && plain.split(" ", -1).length >= STANDING_WORDS
        && Sentences.isEnded(plain)
        && piece.marker().isEmpty()
        && !hasAddress(piece)
        && piece.spans(0, piece.text().length()).stream()
            .allMatch(span -> span.href().filter(href -> !isSame(href, span.text())).isEmpty());
  }

  private static boolean isSame(String href, String words) {
    return withoutScheme(href).equalsIgnoreCase(withoutScheme(words.strip()));
  }

  private static String withoutScheme(String address) {
    return address.replaceFirst("^(?:https?://)?(?:www\\.)?", "").replaceFirst("/$", "");
  }

  /** The footnotes that end here: counted from the first, and each called in the text above. */
  private void footnotes(int last) {
    List<String> marks = new ArrayList<>();
    int first = last;
    while (first > 0 && mark(first).isPresent()) {
      marks.add(mark(first).orElseThrow());
      first--;
    }
    Collections.reverse(marks);
    if (!marks.isEmpty() && isCounted(marks) && calls(first).containsAll(marks)) {
      for (int i = 0; i < marks.size(); i++) {
        footnotes.put(first + 1 + i, marks.get(i));
      }
    }
  }

  private Optional<String> mark(int at) {
    Piece piece = pieces.get(at);
    Matcher mark = MARK.matcher(piece.text());
    return piece.form() == Piece.Form.TEXT && mark.lookingAt()
        ? Optional.of(mark.group(1))
        : Optional.empty();
  }

  private static boolean isCounted(List<String> marks) {
    String first = marks.getFirst();
    for (int i = 0; i < marks.size(); i++) {
      String next =
          first.equals("*") ? "*".repeat(i + 1) : first.replace("1", Integer.toString(i + 1));
      if (!marks.get(i).equals(next)) {
        return false;
      }
    }
    return first.equals("*") || first.replaceAll("\\D", "").equals("1");
  }

  private Set<String> calls(int last) {
    Set<String> calls = new HashSet<>();
    for (Piece piece : pieces.subList(0, last + 1)) {
      CALL.matcher(piece.text())
          .results()
          .map(call -> Normalizer.normalize(call.group().strip(), Normalizer.Form.NFKC))
          .forEach(calls::add);
    }
    return calls;
  }
}
