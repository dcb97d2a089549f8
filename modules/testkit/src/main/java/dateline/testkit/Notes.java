package dateline.testkit;

import dateline.note.Block;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Media notes for tests: a plain one that says what a test wants, and strange ones by seed. */
public final class Notes {

  private static final String[] WORDS = {
    "harbour",
    "Minister",
    "“quoted”",
    "é",
    "e\u0301",
    "شارع",
    "港口",
    "😀",
    "a\u00a0b",
    "-",
    "1,204",
    "#"
  };

  private final Random random;

  /**
   * @param random decides everything: the same seed gives the same notes
   */
  public Notes(Random random) {
    this.random = random;
  }

  /** A complete note without anything a check could block, whose only paragraph is this. */
  public static MediaNote saying(String paragraph) {
    return new MediaNote(
        "Ferry to the outer islands sails again",
        Optional.empty(),
        Optional.of("Media Note"),
        Optional.of("Office of the Harbour Master"),
        Optional.of("Port Ellery"),
        Optional.of(LocalDate.of(2026, 3, 2)),
        Optional.of("FOR IMMEDIATE RELEASE"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Block.Paragraph(List.of(Span.plain(paragraph)))),
        List.of(
            new MediaContact(
                Optional.of("Ada Lund"),
                Optional.of("Press Desk"),
                Optional.of("press@harbour.example"),
                List.of("+1 202 555 0143"))),
        List.of(),
        Optional.of("###"),
        List.of("en"));
  }

  /** The same note under another kind. */
  public static MediaNote ofKind(String kind, MediaNote note) {
    return new MediaNote(
        note.headline(),
        note.subheadline(),
        Optional.of(kind),
        note.issuer(),
        note.place(),
        note.date(),
        note.releaseLine(),
        note.embargoLine(),
        note.attribution(),
        note.correction(),
        note.releaseNumber(),
        note.body(),
        note.contacts(),
        note.boilerplate(),
        note.endMark(),
        note.languages());
  }

  /** Any note the type allows, complete or not. */
  public MediaNote any() {
    return new MediaNote(
        text(),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(() -> LocalDate.of(1900, 1, 1).plusDays(random.nextInt(80_000))),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        some(this::block),
        some(this::contact),
        some(this::text),
        maybe(this::text),
        some(() -> "en"));
  }

  private Block block() {
    return switch (random.nextInt(6)) {
      case 0 -> new Block.Paragraph(some(this::span));
      case 1 -> new Block.Heading(some(this::span));
      case 2 -> new Block.ListItem("•", random.nextInt(3), some(this::span));
      case 3 -> new Block.Quotation(some(this::span));
      case 4 -> new Block.Footnote("*", some(this::span));
      default -> new Block.TableRow(some(() -> some(this::span)));
    };
  }

  private Span span() {
    return new Span(text(), maybe(() -> random.nextBoolean() ? "#" : "https://harbour.example/a"));
  }

  private MediaContact contact() {
    return new MediaContact(
        maybe(this::text), maybe(this::text), maybe(this::text), some(() -> "555 0143"));
  }

  /** Some words in several scripts; never empty. */
  public String text() {
    StringBuilder out = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return out.toString();
  }

  private <T> Optional<T> maybe(Supplier<T> part) {
    return random.nextBoolean() ? Optional.of(part.get()) : Optional.empty();
  }

  /** None to three of them. */
  private <T> List<T> some(Supplier<T> part) {
    return Stream.generate(part).limit(random.nextInt(4)).toList();
  }
}
