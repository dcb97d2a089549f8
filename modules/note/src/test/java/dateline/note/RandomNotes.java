package dateline.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Notes made of random texts. */
final class RandomNotes {

  private final Random random;
  private final Supplier<String> texts;

  RandomNotes(Random random, Supplier<String> texts) {
    this.random = random;
    this.texts = texts;
  }

  /** Texts of words from a few scripts. */
  static Supplier<String> words(Random random) {
    List<String> words =
        List.of(
            "harbour",
            "Été",
            "dialogue",
            "§4",
            "日本",
            "«пресса»",
            "no.",
            "5%",
            "a",
            "سلام",
            "[draft]",
            "C:\\x",
            "(1)",
            "\uD83D\uDE80",
            "state-of",
            "A⟨B⟩");
    return () -> {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        text.append(words.get(random.nextInt(words.size()))).append(i > 1 ? " " : "");
      }
      return text.toString();
    };
  }

  /** Short texts of the characters a form could stumble over. */
  static Supplier<String> traps(Random random) {
    String traps = "ab [](#)\\\t\n\u00a0";
    return () -> {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(0, 4); i > 0; i--) {
        text.append(traps.charAt(random.nextInt(traps.length())));
      }
      return text.toString();
    };
  }

  MediaNote next() {
    return new MediaNote(
        texts.get(),
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        random.nextInt(3) == 0
            ? Optional.of(LocalDate.of(2020, 1, 1 + random.nextInt(3)))
            : Optional.empty(),
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        some(this::block),
        some(this::contact),
        some(texts),
        maybe(),
        random.nextBoolean() ? List.of() : List.of("en"));
  }

  private Block block() {
    return switch (random.nextInt(6)) {
      case 0 -> new Block.Heading(some(this::span));
      case 1 -> new Block.ListItem(texts.get(), random.nextInt(3), some(this::span));
      case 2 -> new Block.Quotation(some(this::span));
      case 3 -> new Block.TableRow(some(() -> some(this::span)));
      case 4 -> new Block.Footnote(texts.get(), some(this::span));
      default -> new Block.Paragraph(some(this::span));
    };
  }

  private MediaContact contact() {
    return new MediaContact(maybe(), maybe(), maybe(), some(texts));
  }

  private Span span() {
    String text = texts.get();
    return random.nextInt(3) == 0
        ? Span.link(
            VisibleText.of(text).isEmpty() ? "a" : text,
            List.of("#", "x)(", "").get(random.nextInt(3)))
        : Span.plain(text);
  }

  private Optional<String> maybe() {
    return random.nextInt(4) == 0 ? Optional.of(texts.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> one) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      some.add(one.get());
    }
    return some;
  }

  /** The note with every text a reader sees put through this. */
  static MediaNote mapped(MediaNote note, UnaryOperator<String> text) {
    return new MediaNote(
        text.apply(note.headline()),
        note.subheadline().map(text),
        note.kind().map(text),
        note.issuer().map(text),
        note.place().map(text),
        note.date(),
        note.releaseLine().map(text),
        note.embargoLine().map(text),
        note.attribution().map(text),
        note.correction().map(text),
        note.releaseNumber().map(text),
        note.body().stream().map(block -> mapped(block, text)).toList(),
        note.contacts().stream()
            .map(contact ->
                new MediaContact(
                    contact.name().map(text),
                    contact.office().map(text),
                    contact.email().map(text),
                    contact.phones().stream().map(text).toList()))
            .toList(),
        note.boilerplate().stream().map(text).toList(),
        note.endMark().map(text),
        note.languages());
  }

  private static Block mapped(Block block, UnaryOperator<String> text) {
    return switch (block) {
      case Block.Paragraph(var spans) -> new Block.Paragraph(mapped(spans, text));
      case Block.Heading(var spans) -> new Block.Heading(mapped(spans, text));
      case Block.Quotation(var spans) -> new Block.Quotation(mapped(spans, text));
      case Block.ListItem(var marker, int level, var spans) ->
          new Block.ListItem(text.apply(marker), level, mapped(spans, text));
      case Block.Footnote(var mark, var spans) ->
          new Block.Footnote(text.apply(mark), mapped(spans, text));
      case Block.TableRow(var cells) ->
          new Block.TableRow(cells.stream().map(cell -> mapped(cell, text)).toList());
    };
  }

  private static List<Span> mapped(List<Span> spans, UnaryOperator<String> text) {
    return spans.stream().map(span -> new Span(text.apply(span.text()), span.href())).toList();
  }
}
