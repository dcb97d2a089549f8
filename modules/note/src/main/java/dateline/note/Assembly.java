package dateline.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A note being put together, with a record of where each stretch of the source went. */
final class Assembly {

  /** Where a part began, as an offset into the source. */
  record Beginning(int at, Sureness sureness) {}

  private final Map<Part, String> lines = new EnumMap<>(Part.class);
  private final List<Block> body = new ArrayList<>();
  private final List<Beginning> blocks = new ArrayList<>();
  private final List<String> boilerplate = new ArrayList<>();
  private final List<Part.Taken> taken = new ArrayList<>();
  private final Map<Part, Beginning> places = new EnumMap<>(Part.class);
  private Optional<LocalDate> date = Optional.empty();

  boolean has(Part part) {
    return part == Part.DATE ? date.isPresent() : lines.containsKey(part);
  }

  Optional<String> line(Part part) {
    return Optional.ofNullable(lines.get(part));
  }

  Optional<LocalDate> date() {
    return date;
  }

  /** The piece is this part, and its text is this. */
  void take(Part part, String text, Piece piece, Sureness sureness) {
    lines.put(part, text);
    mark(part, piece.start(), piece.end(), sureness);
  }

  /** The part is said inside a stretch that stays where it is. */
  void view(Part part, String text, int at, Sureness sureness) {
    lines.put(part, text);
    begin(part, at, sureness);
  }

  void take(LocalDate found, Piece piece, Sureness sureness) {
    date = Optional.of(found);
    mark(Part.DATE, piece.start(), piece.end(), sureness);
  }

  /** The date is said inside a stretch that stays where it is. */
  void view(LocalDate found, int at, Sureness sureness) {
    date = Optional.of(found);
    begin(Part.DATE, at, sureness);
  }

  /** A second line of an issuer. */
  void add(String issuer, Piece piece, Sureness sureness) {
    String before = lines.get(Part.ISSUER);
    String joined = before == null || before.equals(issuer) ? issuer : before + ", " + issuer;
    take(Part.ISSUER, joined, piece, sureness);
  }

  void body(Block block, Piece piece, Sureness sureness) {
    body.add(block);
    blocks.add(new Beginning(piece.start(), sureness));
    mark(Part.BODY, piece.start(), piece.end(), Sureness.RECOGNISED);
  }

  void boilerplate(String text, int start, int end) {
    boilerplate.add(text);
    mark(Part.BOILERPLATE, start, end, Sureness.RECOGNISED);
  }

  /** This stretch went to this part, which is sure as it was or, if it is new, as said here. */
  void mark(Part part, int start, int end, Sureness sureness) {
    taken.add(new Part.Taken(part, start, end));
    begin(part, start, sureness);
  }

  /** Whatever was thought of this part before, it is this sure. */
  void sure(Part part, Sureness sureness) {
    places.computeIfPresent(part, (_, found) -> new Beginning(found.at(), sureness));
  }

  private void begin(Part part, int at, Sureness sureness) {
    places.putIfAbsent(part, new Beginning(at, sureness));
  }

  /** The blocks of the body so far. */
  List<Block> blocks() {
    return body;
  }

  List<Beginning> blockPlaces() {
    return blocks;
  }

  List<Part.Taken> taken() {
    return taken;
  }

  Map<Part, Beginning> places() {
    return places;
  }

  MediaNote note(List<MediaContact> contacts, List<String> languages) {
    return new MediaNote(
        lines.getOrDefault(Part.HEADLINE, ""),
        line(Part.SUBHEADLINE),
        line(Part.KIND),
        line(Part.ISSUER),
        line(Part.PLACE),
        date,
        line(Part.RELEASE_LINE),
        line(Part.EMBARGO_LINE),
        line(Part.ATTRIBUTION),
        line(Part.CORRECTION),
        line(Part.RELEASE_NUMBER),
        body,
        contacts,
        boilerplate,
        line(Part.END_MARK),
        languages);
  }
}
