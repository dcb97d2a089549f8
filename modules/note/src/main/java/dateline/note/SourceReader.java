package dateline.note;

import dateline.note.Reading.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a press release from a text with or without a layout. Every line is known by its own form,
 * by the words of the field and by its neighbours; what the text does not say is missing and never
 * invented. Every visible word goes to exactly one part; contacts, and a kind or issuer that is
 * said inside another part, are views of words that stay where they are. Reading takes time in
 * proportion to the text.
 */
public final class SourceReader {

  private final Source source;
  private final Assembly assembly = new Assembly();

  private SourceReader(Source source) {
    this.source = source;
  }

  /** Reads a text; any text can be read. */
  public static Reading read(Source source) {
    return new SourceReader(source).read();
  }

  /**
   * Reads a text that is the body of a note and nothing else: every visible word stays in it, and
   * contacts are found there as in any body.
   */
  public static Reading readBody(Source source) {
    SourceReader reader = new SourceReader(source);
    List<Piece> pieces = Pieces.of(source);
    Body.readWhole(pieces, reader.assembly);
    return reader.reading(pieces);
  }

  /** What stretch of the text went where. */
  static List<Part.Taken> taken(Source source) {
    SourceReader reader = new SourceReader(source);
    reader.read();
    return reader.assembly.taken();
  }

  private Reading read() {
    return reading(Body.read(Head.read(Pieces.of(source), assembly), assembly));
  }

  /**
   * @param prose the pieces that are the body, one a block
   */
  private Reading reading(List<Piece> prose) {
    List<Contacts.Placed> contacts = Contacts.in(prose);
    List<String> languages = Language.in(source.text());
    MediaNote note =
        assembly.note(contacts.stream().map(Contacts.Placed::contact).toList(), languages);
    Map<String, Found> places = new HashMap<>();
    assembly.places().forEach((part, at) -> places.put(part.component(), found(at)));
    List<Found> contactPlaces =
        contacts.stream()
            .map(contact -> Found.at(source.place(contact.at()), contact.sureness()))
            .toList();
    contactPlaces.stream()
        .findFirst()
        .ifPresent(first -> places.put(Part.CONTACTS.component(), first));
    Stream.of(Part.BODY, Part.HEADLINE)
        .map(assembly.places()::get)
        .filter(Objects::nonNull)
        .filter(_ -> !languages.isEmpty())
        .findFirst()
        .ifPresent(text ->
            places.put(
                Part.LANGUAGES.component(),
                Found.at(source.place(text.at()), Sureness.RECOGNISED)));
    Mentions mentions = mentions(prose);
    return new Reading(
        note,
        missing(note),
        places,
        assembly.blockPlaces().stream().map(this::found).toList(),
        contactPlaces,
        mentions.links(),
        mentions.handles(),
        Stream.of(unsafeLinks(prose), headLinks()).flatMap(Optional::stream).toList(),
        source);
  }

  /** Of a text without a layout; with one, whoever laid it out has told. */
  private Optional<Finding> unsafeLinks(List<Piece> prose) {
    List<Integer> unsafe = new ArrayList<>();
    prose.stream()
        .filter(piece -> !piece.isLaidOut())
        .forEach(piece -> Spans.unsafe(piece.text()).forEach(at -> unsafe.add(piece.source(at))));
    if (unsafe.isEmpty()) {
      return Optional.empty();
    }
    Reading.Place first = source.place(unsafe.getFirst());
    return Optional.of(
        new Finding(
            "UNSAFE_LINK",
            Finding.Severity.WARNS,
            first.line(),
            first.column(),
            Links.NOT_KEPT.formatted(unsafe.size()),
            Links.NOT_KEPT_MEND));
  }

  /** Lines of the head and notices have no links: what the format linked there is told. */
  private Optional<Finding> headLinks() {
    NavigableMap<Integer, Integer> bodies = new TreeMap<>();
    assembly.taken().stream()
        .filter(taken -> taken.part() == Part.BODY)
        .forEach(taken -> bodies.put(taken.start(), taken.end()));
    List<Source.Linked> outside =
        source.links().stream()
            .filter(link -> {
              Map.Entry<Integer, Integer> body = bodies.floorEntry(link.start());
              return body == null || body.getValue() <= link.start();
            })
            .toList();
    if (outside.isEmpty()) {
      return Optional.empty();
    }
    Reading.Place first = source.place(outside.getFirst().start());
    return Optional.of(
        new Finding(
            "HEAD_LINK",
            Finding.Severity.ADVISES,
            first.line(),
            first.column(),
            "Links outside the text lost their targets (%d), the first of them here."
                .formatted(outside.size()),
            "Put links that matter into the text."));
  }

  private Found found(Assembly.Beginning beginning) {
    return Found.at(source.place(beginning.at()), beginning.sureness());
  }

  /** Each piece of prose is one block. */
  private Mentions mentions(List<Piece> prose) {
    Mentions mentions = new Mentions();
    for (int i = 0; i < prose.size(); i++) {
      Piece piece = prose.get(i);
      mentions.add(
          piece.text(),
          Words.spans(assembly.blocks().get(i)),
          piece.isLaidOut(),
          offset -> source.place(piece.source(offset)));
    }
    return mentions;
  }

  private static List<String> missing(MediaNote note) {
    List<String> missing = new ArrayList<>();
    for (Part part : Part.values()) {
      if (isMissing(note, part)) {
        missing.add(part.component());
      }
    }
    return missing;
  }

  private static boolean isMissing(MediaNote note, Part part) {
    return switch (part) {
      case HEADLINE -> note.headline().isEmpty();
      case SUBHEADLINE -> note.subheadline().isEmpty();
      case KIND -> note.kind().isEmpty();
      case ISSUER -> note.issuer().isEmpty();
      case PLACE -> note.place().isEmpty();
      case DATE -> note.date().isEmpty();
      case RELEASE_LINE -> note.releaseLine().isEmpty();
      case EMBARGO_LINE -> note.embargoLine().isEmpty();
      case ATTRIBUTION -> note.attribution().isEmpty();
      case CORRECTION -> note.correction().isEmpty();
      case RELEASE_NUMBER -> note.releaseNumber().isEmpty();
      case BODY -> note.body().isEmpty();
      case CONTACTS -> note.contacts().isEmpty();
      case BOILERPLATE -> note.boilerplate().isEmpty();
      case END_MARK -> note.endMark().isEmpty();
      case LANGUAGES -> note.languages().isEmpty();
    };
  }
}
