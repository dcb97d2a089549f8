package dateline.drafting;

import dateline.kernel.Decision;
import dateline.note.Block;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What any text must keep to before it may go on the log, and what it must say to be submitted. */
final class TextLimits {

  /** Code points, counted as printed. */
  static final int HEADLINE = 1_000;

  /**
   * Bytes of a whole note. With its envelope, contributors and clearance list around it a record
   * stays below the 1,048,576 bytes that Kafka takes by default.
   */
  static final int NOTE_BYTES = 1_000_000;

  /** Code points of a reason that a person gives. */
  static final int REASON = 1_000;

  /** Lengths, form and list ends of a part on the wire, at most. */
  private static final int PART_BYTES = 24;

  private TextLimits() {}

  /** The limit this text breaks, or empty. */
  static Optional<Decision<DraftingEvent>> brokenBy(MediaNote note) {
    if (!says(note.headline())) {
      return Optional.of(
          Decision.refuse("NO_HEADLINE", "The text has no headline; give it one to save it."));
    }
    int headline = length(note.headline());
    if (headline > HEADLINE) {
      return Optional.of(
          Decision.refuse(
              "HEADLINE_TOO_LONG",
              "The headline has %d characters of at most %d; shorten it."
                  .formatted(headline, HEADLINE)));
    }
    long bytes = bytes(note);
    if (bytes > NOTE_BYTES) {
      return Optional.of(
          Decision.refuse(
              "NOTE_TOO_LARGE",
              "The text takes %d bytes of at most %d; shorten it or make it several notes."
                  .formatted(bytes, NOTE_BYTES)));
    }
    return Optional.empty();
  }

  /** Whether a person gave a reason, and one that fits. */
  static boolean isReason(String reason) {
    return says(reason) && length(reason) <= REASON;
  }

  /** Code points. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Names of the parts without which no office can be asked, as {@link MediaNote} names them. */
  static List<String> missing(MediaNote note) {
    List<String> missing = new ArrayList<>();
    if (!says(note.headline())) {
      missing.add("headline");
    }
    if (note.kind().filter(TextLimits::says).isEmpty()) {
      missing.add("kind");
    }
    if (note.issuer().filter(TextLimits::says).isEmpty()) {
      missing.add("issuer");
    }
    if (note.body().stream().noneMatch(TextLimits::says)) {
      missing.add("body");
    }
    return missing;
  }

  private static boolean says(Block block) {
    return spans(block).stream().map(Span::text).anyMatch(TextLimits::says);
  }

  /** Whether a reader sees anything of it. */
  static boolean says(String text) {
    return text.codePoints()
        .anyMatch(c ->
            !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT);
  }

  /** What the note takes on the wire, at most. */
  static long bytes(MediaNote note) {
    long bytes = bytes(note.headline());
    for (Optional<String> part :
        List.of(
            note.subheadline(),
            note.kind(),
            note.issuer(),
            note.place(),
            note.releaseLine(),
            note.embargoLine(),
            note.attribution(),
            note.correction(),
            note.releaseNumber(),
            note.endMark())) {
      bytes += bytes(part);
    }
    for (Block block : note.body()) {
      bytes += bytes(mark(block)) + PART_BYTES * cells(block);
      for (Span span : spans(block)) {
        bytes += bytes(span.text()) + bytes(span.href());
      }
    }
    for (MediaContact contact : note.contacts()) {
      bytes += bytes(contact.name()) + bytes(contact.office()) + bytes(contact.email());
      bytes += bytes(contact.phones());
    }
    return bytes + bytes(note.boilerplate()) + bytes(note.languages());
  }

  private static long bytes(List<String> texts) {
    return texts.stream().mapToLong(TextLimits::bytes).sum();
  }

  private static long bytes(Optional<String> text) {
    return bytes(text.orElse(""));
  }

  private static long bytes(String text) {
    return PART_BYTES + (long) text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String mark(Block block) {
    return switch (block) {
      case Block.ListItem(var marker, _, _) -> marker;
      case Block.Footnote(var mark, _) -> mark;
      case Block.Paragraph _, Block.Heading _, Block.Quotation _, Block.TableRow _ -> "";
    };
  }

  private static long cells(Block block) {
    return switch (block) {
      case Block.TableRow(var cells) -> cells.size();
      case Block.Paragraph _,
          Block.Heading _,
          Block.ListItem _,
          Block.Quotation _,
          Block.Footnote _ ->
          0;
    };
  }

  private static List<Span> spans(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> spans;
      case Block.Heading(var spans) -> spans;
      case Block.ListItem(_, _, var spans) -> spans;
      case Block.Quotation(var spans) -> spans;
      case Block.Footnote(_, var spans) -> spans;
      case Block.TableRow(var cells) -> cells.stream().flatMap(List::stream).toList();
    };
  }
}
