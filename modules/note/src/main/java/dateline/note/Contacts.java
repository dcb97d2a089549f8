package dateline.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds whom the press may ask. An e-mail address in a note's text is a contact; a telephone number
 * is one only where the text says "contact" and whom; a person to be contacted is one even if the
 * address is not there.
 */
final class Contacts {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)((press|media|news|public|for) )?((media|press) )?(contacts?|inquiries|enquiries)("
              + " information| details)?\\s*:?.*"
              + "|(pressekontakt|medienkontakt|kontakt|ansprechpartner|rückfragen|contatt[oi]"
              + "|contatos?|контакты?|媒体联系人|للاتصال)(?!\\p{L}).*",
          Pattern.DOTALL);

  /** A first line such as {@code "For further information please contact:"}. */
  private static final int LONGEST_REQUEST = 100;

  private static final int LONGEST_LABEL = 40;
  private static final int NEAR = 600;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TARGET = 400;

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Draft> byEmail = new HashMap<>();

  private Contacts() {}

  /**
   * A contact and where it stands.
   *
   * @param at offset in the source of its address or, without one, of its name
   * @param sureness stated if the text says that it may be contacted
   */
  record Placed(MediaContact contact, int at, Sureness sureness) {}

  /** A contact being put together. */
  private static final class Draft {
    private Who who;
    private Optional<String> email = Optional.empty();
    private final List<String> phones = new ArrayList<>();
    private final int at;
    private final Sureness sureness;

    Draft(Who who, int at, boolean asked) {
      this.who = who;
      this.at = at;
      this.sureness = asked ? Sureness.STATED : Sureness.RECOGNISED;
    }

    Placed contact() {
      return new Placed(new MediaContact(who.name(), who.office(), email, phones), at, sureness);
    }
  }

  static List<Placed> in(List<Piece> prose) {
    Contacts contacts = new Contacts();
    boolean under = false;
    for (Unit unit : units(prose)) {
      boolean labelled = isLabelled(unit.text()) || (under && Who.isPerson(firstLine(unit.text())));
      contacts.read(unit, labelled);
      under = labelled;
    }
    return contacts.drafts.stream().map(Draft::contact).toList();
  }

  /** The lines of one group are one unit, and a label alone belongs to what stands behind it. */
  private static List<Unit> units(List<Piece> prose) {
    List<Unit> units = new ArrayList<>();
    Unit unit = new Unit();
    int block = -1;
    for (Piece piece : prose) {
      boolean label =
          (unit.length() <= LONGEST_LABEL && isLabelled(unit.text())) || isRequest(unit.text());
      if (piece.block() != block && !label && unit.length() > 0) {
        units.add(unit);
        unit = new Unit();
      }
      unit.add(piece);
      block = piece.block();
    }
    if (unit.length() > 0) {
      units.add(unit);
    }
    return units;
  }

  /** Lines that are read together, and where they stood. */
  private static final class Unit {

    private final StringBuilder text = new StringBuilder();
    private final Source.Origins origins = new Source.Origins();

    int length() {
      return text.length();
    }

    String text() {
      return text.toString();
    }

    int source(int offset) {
      return origins.of(offset);
    }

    void add(Piece piece) {
      text.append(text.isEmpty() ? "" : "\n");
      int done = 0;
      for (Piece.Joint joint : piece.joints()) {
        copy(piece, done, joint.offset());
        done = joint.offset();
      }
      for (Source.Linked link : piece.layout().map(Piece.Layout::links).orElse(List.of())) {
        copy(piece, done, link.end());
        done = link.end();
        unsaid(piece.text().substring(link.start(), link.end()), link.href())
            .ifPresent(address -> {
              text.append(' ');
              origins.add(text.length(), piece.source(link.start()));
              text.append(address);
            });
      }
      copy(piece, done, piece.text().length());
    }

    private void copy(Piece piece, int from, int to) {
      if (from < to) {
        origins.add(text.length(), piece.source(from));
        text.append(piece.text(), from, to);
      }
    }

    /** The address a link writes to, if its words do not say it. */
    private static Optional<String> unsaid(String words, String href) {
      String target = href.strip();
      if (!target.regionMatches(true, 0, "mailto:", 0, 7)) {
        return Optional.empty();
      }
      return Addresses.emails(target.substring(7, Math.min(target.length(), LONGEST_TARGET)))
          .stream()
          .findFirst()
          .map(Addresses.Found::text)
          .filter(address ->
              !words.toLowerCase(Locale.ROOT).contains(address.toLowerCase(Locale.ROOT)));
    }
  }

  /** Whether a text begins as the label of contacts does: {@code "Media contact:"}. */
  static boolean isLabelled(String unit) {
    return LABEL.matcher(unit.substring(0, Math.min(unit.length(), LONGEST_LABEL))).matches()
        || isRequest(firstLine(unit));
  }

  private static boolean isRequest(String line) {
    return line.length() <= LONGEST_REQUEST && line.endsWith(":") && says(line);
  }

  /** Whether its beginning sends the press to somebody. */
  private static boolean isAbout(String unit) {
    return says(unit.substring(0, Math.min(unit.length(), LONGEST_REQUEST)));
  }

  private static String firstLine(String unit) {
    int end = unit.indexOf('\n');
    return (end < 0 ? unit : unit.substring(0, end)).strip();
  }

  private void read(Unit lines, boolean labelled) {
    String unit = lines.text();
    Optional<Draft> last = Optional.empty();
    int done = 0;
    List<Addresses.Found> found = Addresses.in(unit, labelled || isAbout(unit));
    for (Addresses.Found address : found) {
      int sentence = labelled ? 0 : Sentences.start(unit, address.start());
      if (sentence > done) {
        last = Optional.empty();
      }
      int from = Math.max(Math.max(done, sentence), address.start() - NEAR);
      Who who = Who.before(unit.substring(from, address.start()));
      boolean asks =
          labelled || says(unit.substring(Math.max(sentence, from - NEAR), address.start()));
      Draft draft = new Draft(who, lines.source(address.start()), asks);
      last =
          address.email()
              ? email(address.text(), draft, last)
              : phone(address.text(), draft, last, asks, labelled);
      done = address.end();
    }
    namedOnly(lines, found);
  }

  private Optional<Draft> email(String address, Draft fresh, Optional<Draft> last) {
    boolean sameOne =
        fresh.who.isNobody() && last.filter(draft -> draft.email.isEmpty()).isPresent();
    Draft draft = sameOne ? last.get() : fresh;
    String key = address.toLowerCase(Locale.ROOT);
    Optional<Draft> known = Optional.ofNullable(byEmail.get(key));
    if (known.isPresent()) {
      if (known.get().who.isNobody()) {
        known.get().who = fresh.who;
      }
      return known;
    }
    draft.email = Optional.of(address);
    byEmail.put(key, draft);
    if (!sameOne) {
      drafts.add(draft);
    }
    return Optional.of(draft);
  }

  private Optional<Draft> phone(
      String number, Draft fresh, Optional<Draft> last, boolean asks, boolean labelled) {
    if (fresh.who.isNobody() && last.isPresent()) {
      last.get().phones.add(number);
      return last;
    }
    if (!asks || (fresh.who.isNobody() && !labelled)) {
      return last;
    }
    fresh.phones.add(number);
    drafts.add(fresh);
    return Optional.of(fresh);
  }

  private static boolean says(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("contact") || lower.contains("inquir") || lower.contains("enquir");
  }

  /** "may contact Jane Doe at" with nothing behind it. */
  private void namedOnly(Unit lines, List<Addresses.Found> found) {
    String unit = lines.text();
    String cue = "contact ";
    int next = 0;
    for (int at = unit.indexOf(cue); at >= 0; at = unit.indexOf(cue, at + 1)) {
      int from = at + cue.length();
      String rest = unit.substring(from, Math.min(unit.length(), from + LONGEST_NAME));
      int end = rest.indexOf(" at ");
      while (next < found.size() && found.get(next).start() < from) {
        next++;
      }
      boolean addressed = next < found.size() && found.get(next).start() < from + 4 * LONGEST_NAME;
      if (end > 0 && !addressed && Who.isPerson(rest.substring(0, end))) {
        drafts.add(new Draft(Who.before(rest.substring(0, end)), lines.source(from), true));
      }
    }
  }
}
