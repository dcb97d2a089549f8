package dateline.runtime;

import dateline.contracts.BlockV1;
import dateline.contracts.CellV1;
import dateline.contracts.MediaContactV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.SpanV1;
import dateline.note.Block;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Media notes on the wire. */
public final class NoteCodec {

  private NoteCodec() {}

  public static MediaNoteV1 toWire(MediaNote note) {
    return MediaNoteV1.newBuilder()
        .setHeadline(note.headline())
        .setSubheadline(note.subheadline().orElse(null))
        .setKind(note.kind().orElse(null))
        .setIssuer(note.issuer().orElse(null))
        .setPlace(note.place().orElse(null))
        .setDate(note.date().map(LocalDate::toString).orElse(null))
        .setReleaseLine(note.releaseLine().orElse(null))
        .setEmbargoLine(note.embargoLine().orElse(null))
        .setAttribution(note.attribution().orElse(null))
        .setCorrection(note.correction().orElse(null))
        .setReleaseNumber(note.releaseNumber().orElse(null))
        .setBody(note.body().stream().map(NoteCodec::block).toList())
        .setContacts(note.contacts().stream().map(NoteCodec::contact).toList())
        .setBoilerplate(note.boilerplate())
        .setEndMark(note.endMark().orElse(null))
        .setLanguages(note.languages())
        .build();
  }

  /**
   * @throws UnreadableRecordException if a block has an unknown form or level, or the date is not a
   *     date
   */
  public static MediaNote fromWire(MediaNoteV1 wire) {
    return new MediaNote(
        wire.getHeadline(),
        Optional.ofNullable(wire.getSubheadline()),
        Optional.ofNullable(wire.getKind()),
        Optional.ofNullable(wire.getIssuer()),
        Optional.ofNullable(wire.getPlace()),
        Optional.ofNullable(wire.getDate()).map(NoteCodec::date),
        Optional.ofNullable(wire.getReleaseLine()),
        Optional.ofNullable(wire.getEmbargoLine()),
        Optional.ofNullable(wire.getAttribution()),
        Optional.ofNullable(wire.getCorrection()),
        Optional.ofNullable(wire.getReleaseNumber()),
        wire.getBody().stream().map(NoteCodec::block).toList(),
        wire.getContacts().stream().map(NoteCodec::contact).toList(),
        wire.getBoilerplate(),
        Optional.ofNullable(wire.getEndMark()),
        wire.getLanguages());
  }

  private static LocalDate date(String iso) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw new UnreadableRecordException("UNREADABLE", "the note's date is not an ISO 8601 date");
    }
  }

  private static BlockV1 block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> block("paragraph", "", spans);
      case Block.Heading(var spans) -> block("heading", "", spans);
      case Block.ListItem(var mark, int level, var spans) ->
          new BlockV1("item", mark, spans(spans), List.of(), level == 0 ? null : level);
      case Block.Quotation(var spans) -> block("quotation", "", spans);
      case Block.Footnote(var mark, var spans) -> block("footnote", mark, spans);
      case Block.TableRow(var cells) ->
          new BlockV1(
              "row",
              "",
              List.of(),
              cells.stream().map(cell -> new CellV1(spans(cell))).toList(),
              null);
    };
  }

  private static BlockV1 block(String form, String mark, List<Span> spans) {
    return new BlockV1(form, mark, spans(spans), List.of(), null);
  }

  private static Block block(BlockV1 wire) {
    List<Span> spans = read(wire.getSpans());
    return switch (wire.getForm()) {
      case "paragraph" -> new Block.Paragraph(spans);
      case "heading" -> new Block.Heading(spans);
      case "item" -> new Block.ListItem(wire.getMark(), level(wire.getLevel()), spans);
      case "quotation" -> new Block.Quotation(spans);
      case "footnote" -> new Block.Footnote(wire.getMark(), spans);
      case "row" ->
          new Block.TableRow(wire.getCells().stream().map(cell -> read(cell.getSpans())).toList());
      default ->
          throw new UnreadableRecordException(
              "UNREADABLE", "a block of the note has an unknown form");
    };
  }

  /** Records of writers that know no levels have none: their items are at the top. */
  private static int level(@Nullable Integer wire) {
    int level = wire == null ? 0 : wire;
    if (level < 0 || level > Block.ListItem.DEEPEST) {
      throw new UnreadableRecordException("UNREADABLE", "an item's level is not 0 to 8");
    }
    return level;
  }

  private static List<SpanV1> spans(List<Span> spans) {
    return spans.stream().map(span -> new SpanV1(span.text(), span.href().orElse(null))).toList();
  }

  private static List<Span> read(List<SpanV1> wire) {
    return wire.stream()
        .map(span -> new Span(span.getText(), Optional.ofNullable(span.getHref())))
        .toList();
  }

  private static MediaContactV1 contact(MediaContact contact) {
    return new MediaContactV1(
        contact.name().orElse(null),
        contact.office().orElse(null),
        contact.email().orElse(null),
        contact.phones());
  }

  private static MediaContact contact(MediaContactV1 wire) {
    return new MediaContact(
        Optional.ofNullable(wire.getName()),
        Optional.ofNullable(wire.getOffice()),
        Optional.ofNullable(wire.getEmail()),
        wire.getPhones());
  }
}
