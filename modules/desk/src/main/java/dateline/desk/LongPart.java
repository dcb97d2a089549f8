package dateline.desk;

import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Reading;
import dateline.note.Span;
import dateline.note.Words;
import dateline.runtime.http.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parts that a text says in more than one line, and that hold words alone. What the text says is
 * kept, or it is refused: nothing of it is left out unsaid.
 */
final class LongPart {

  /** Words that only say what stands behind them: {@code "Press contact:"}, {@code "Tel."}. */
  private static final Set<String> LABELS =
      Set.of(
          "press",
          "media",
          "news",
          "public",
          "contact",
          "contacts",
          "inquiries",
          "enquiries",
          "information",
          "details",
          "please",
          "for",
          "at",
          "or",
          "and",
          "e",
          "mail",
          "email",
          "tel",
          "telephone",
          "phone",
          "mobile",
          "cell");

  private LongPart() {}

  /**
   * A paragraph for each block of the text.
   *
   * @throws ProblemException 422 {@code NOT_A_PART} if a link would lose where it leads
   */
  static List<String> boilerplate(Reading reading) {
    spans(reading.note())
        .filter(span -> span.href().filter(href -> !href.endsWith(span.text().strip())).isPresent())
        .findFirst()
        .ifPresent(link -> {
          throw notAPart(
              "The text has a link on \"%s\", and a boilerplate is words alone; write the address out or take the link away."
                  .formatted(link.text().strip()));
        });
    return reading.note().body().stream().map(block -> EditableText.line(block).strip()).toList();
  }

  /**
   * The contacts that the text names.
   *
   * @throws ProblemException 422 {@code NOT_A_PART} if it says anything else
   */
  static List<MediaContact> contacts(Reading reading) {
    MediaNote note = reading.note();
    Set<String> kept = new HashSet<>(LABELS);
    for (MediaContact contact : note.contacts()) {
      Stream.of(contact.name(), contact.office(), contact.email())
          .forEach(said -> kept.addAll(words(said.orElse(""))));
      contact.phones().forEach(phone -> kept.addAll(words(phone)));
    }
    Stream<String> links =
        spans(note)
            .flatMap(span -> span.href().stream())
            .map(href -> href.replaceFirst("^(mailto|tel):", ""));
    Stream.concat(note.body().stream().map(EditableText::line), links)
        .filter(said -> note.contacts().isEmpty() || !kept.containsAll(words(said)))
        .findFirst()
        .ifPresent(said -> {
          throw notAPart(
              "\"%s\" says more than whom to ask and at which e-mail address or telephone number; send one contact a line, such as \"Ana Roe, ana@harbour.example, +1 202 555 0100\", or contacts as JSON."
                  .formatted(said.strip()));
        });
    return note.contacts();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Stream<Span> spans(MediaNote note) {
    return note.body().stream().flatMap(block -> Words.spans(block).stream());
  }

  private static ProblemException notAPart(String sentence) {
    return Fields.wrong(422, "NOT_A_PART", sentence);
  }
}
