package dateline.launcher.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.note.Block;
import dateline.note.Finding;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.Reading;
import dateline.note.Span;
import dateline.note.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reading as JSON, as {@code docs/notes.md} describes it. What a text does not say is {@code
 * null}.
 */
final class ReadingJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReadingJson() {}

  /** One file, whole. */
  static ObjectNode of(ReadFile.Understood file) {
    Reading reading = file.manuscript().reading();
    MediaNote note = reading.note();
    ObjectNode json = JSON.createObjectNode();
    json.put("file", file.name());
    json.put("format", file.manuscript().format().name());
    json.put("encoding", file.manuscript().encoding().map(Object::toString).orElse(null));
    json.put("headline", note.headline().isEmpty() ? null : note.headline());
    parts(json, note, ReadingJson::shortName);
    json.set("contacts", contacts(note));
    json.set("links", texts(reading.links(), Reading.Link::target));
    json.set("handles", texts(reading.handles(), Reading.Handle::name));
    json.set("languages", texts(note.languages(), tag -> tag));
    json.set("body", body(note));
    json.put(
        "boilerplate",
        note.boilerplate().isEmpty() ? null : String.join("\n\n", note.boilerplate()));
    json.set("missing", texts(reading.missing(), ReadingJson::shortName));
    json.set("findings", array(file.findings(), ReadingJson::finding));
    json.set("places", places(reading));
    return json;
  }

  /** A file that was not read. */
  static ObjectNode refused(String file, String code, String reason) {
    ObjectNode json = JSON.createObjectNode().put("file", file);
    json.putObject("refused").put("code", code).put("reason", reason);
    return json;
  }

  /** The parts of the note in the desk's form, for {@link NoteText}. */
  static ObjectNode desk(Reading reading) {
    MediaNote note = reading.note();
    ObjectNode json = JSON.createObjectNode();
    ObjectNode parts = json.putObject("note");
    if (!note.headline().isEmpty()) {
      parts.put("headline", note.headline());
    }
    parts(parts, note, name -> name);
    parts.set("body", body(note));
    parts.set("contacts", contacts(note));
    parts.set("boilerplate", texts(note.boilerplate(), text -> text));
    json.set("missing", texts(reading.missing(), name -> name));
    return json;
  }

  /** Findings as the desk gives them. */
  static ObjectNode findings(List<Finding> findings) {
    ObjectNode json = JSON.createObjectNode();
    json.set("findings", array(findings, ReadingJson::finding));
    return json;
  }

  private static String shortName(String part) {
    return part.equals(Part.EMBARGO_LINE.component()) ? "embargo" : part;
  }

  private static void parts(ObjectNode json, MediaNote note, Function<String, String> name) {
    put(json, name, Part.SUBHEADLINE, note.subheadline());
    put(json, name, Part.KIND, note.kind());
    put(json, name, Part.ISSUER, note.issuer());
    put(json, name, Part.PLACE, note.place());
    put(json, name, Part.DATE, note.date().map(LocalDate::toString));
    put(json, name, Part.RELEASE_LINE, note.releaseLine());
    put(json, name, Part.EMBARGO_LINE, note.embargoLine());
    put(json, name, Part.ATTRIBUTION, note.attribution());
    put(json, name, Part.CORRECTION, note.correction());
    put(json, name, Part.RELEASE_NUMBER, note.releaseNumber());
    put(json, name, Part.END_MARK, note.endMark());
  }

  private static void put(
      ObjectNode json, Function<String, String> name, Part part, Optional<String> value) {
    json.put(name.apply(part.component()), value.orElse(null));
  }

  private static ArrayNode contacts(MediaNote note) {
    return array(
        note.contacts(),
        (MediaContact contact) -> {
          ObjectNode json = JSON.createObjectNode();
          json.put("name", contact.name().orElse(null));
          json.put("office", contact.office().orElse(null));
          json.put("email", contact.email().orElse(null));
          json.set("phones", texts(contact.phones(), phone -> phone));
          return json;
        });
  }

  private static ArrayNode body(MediaNote note) {
    return array(note.body(), ReadingJson::block);
  }

  private static ObjectNode block(Block block) {
    ObjectNode json = JSON.createObjectNode();
    switch (block) {
      case Block.Paragraph(var spans) -> running(json.put("form", "paragraph"), spans);
      case Block.Heading(var spans) -> running(json.put("form", "heading"), spans);
      case Block.Quotation(var spans) -> running(json.put("form", "quotation"), spans);
      case Block.ListItem(var marker, int level, var spans) -> {
        json.put("form", "item").put("mark", marker);
        if (level > 0) {
          json.put("level", level);
        }
        running(json, spans);
      }
      case Block.Footnote(var mark, var spans) ->
          running(json.put("form", "footnote").put("mark", mark), spans);
      case Block.TableRow(var cells) -> {
        json.put("form", "row").put("text", Words.of(block));
        ArrayNode row = json.putArray("cells");
        cells.forEach(cell -> row.add(spans(cell)));
      }
    }
    return json;
  }

  private static void running(ObjectNode json, List<Span> spans) {
    json.put("text", Words.of(spans)).set("spans", spans(spans));
  }

  private static ArrayNode spans(List<Span> spans) {
    return array(
        spans,
        (Span span) -> {
          ObjectNode json = JSON.createObjectNode().put("text", span.text());
          span.href().ifPresent(href -> json.put("href", href));
          return json;
        });
  }

  private static ObjectNode finding(Finding finding) {
    return JSON.createObjectNode()
        .put("code", finding.code())
        .put("severity", finding.severity().name())
        .put("line", finding.line())
        .put("column", finding.column())
        .put("message", finding.message())
        .put("fix", finding.fix());
  }

  private static ObjectNode places(Reading reading) {
    ObjectNode json = JSON.createObjectNode();
    for (Part part : Part.values()) {
      Optional.ofNullable(reading.places().get(part.component()))
          .ifPresent(found -> json.set(shortName(part.component()), found(found)));
    }
    ObjectNode each = json.putObject("each");
    each.set("contacts", array(reading.contacts(), ReadingJson::found));
    each.set("body", array(reading.blocks(), ReadingJson::found));
    each.set("links", array(reading.links(), (Reading.Link link) -> found(link.found())));
    each.set("handles", array(reading.handles(), (Reading.Handle handle) -> found(handle.found())));
    return json;
  }

  private static ObjectNode found(Reading.Found found) {
    return JSON.createObjectNode()
        .put("line", found.line())
        .put("column", found.column())
        .put("sureness", found.sureness().name());
  }

  private static <T> ArrayNode texts(List<T> all, Function<T, String> text) {
    ArrayNode json = JSON.createArrayNode();
    all.forEach(one -> json.add(text.apply(one)));
    return json;
  }

  private static <T> ArrayNode array(List<T> all, Function<T, ObjectNode> object) {
    ArrayNode json = JSON.createArrayNode();
    all.forEach(one -> json.add(object.apply(one)));
    return json;
  }
}
