package dateline.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.EarlierEntry;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.OriginEntry;
import dateline.note.MediaNote;
import dateline.note.PlainText;
import dateline.note.Reading;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A note in JSON, as {@code docs/api.md} describes it. What is not known is left out. */
final class NoteView {

  private final ReadModel model;
  private final NoteChecks checks;
  private final PapersView papers;
  private final ClearanceView clearance;

  NoteView(ReadModel model, NoteChecks checks) {
    this.model = model;
    this.checks = checks;
    this.papers = new PapersView(model);
    this.clearance = new ClearanceView(model);
  }

  static Instant changedAt(NoteEntry note) {
    return newest(note).map(HistoryLine::at).orElse(Instant.EPOCH);
  }

  static String headline(NoteEntry note) {
    return note.draft().note().map(MediaNote::headline).orElse("");
  }

  /** What a list shows of a note. */
  static ObjectNode summary(NoteEntry note) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("id", note.id());
    json.put("state", note.state().name());
    json.put("version", note.version());
    json.put("headline", headline(note));
    put(json, "kind", note.draft().note().flatMap(MediaNote::kind));
    put(json, "issuer", note.draft().note().flatMap(MediaNote::issuer));
    put(json, "office", note.draft().office());
    newest(note)
        .ifPresent(line -> {
          json.put("changedAt", line.at().toString());
          json.put("changedBy", line.person());
        });
    return json;
  }

  /** All of it, without what other notes say that are not there for this reader. */
  ObjectNode whole(NoteEntry note, Reader reader) {
    ObjectNode json = summary(note);
    Draft draft = note.draft();
    json.put("revision", draft.revision());
    put(json, "digest", draft.digest());
    draft
        .revision(1)
        .ifPresent(first -> {
          json.put("createdAt", first.at().toString());
          json.put("createdBy", first.by());
        });
    json.set("contributors", tree(draft.contributors()));
    model.origin(note.id()).ifPresent(origin -> json.set("origin", origin(origin)));
    draft
        .note()
        .ifPresent(text -> {
          JsonNode whole = tree(text);
          json.set("note", whole);
          json.put("text", PlainText.of(text));
          json.set("missing", tree(missing(whole)));
          json.set("findings", tree(checks.of(note)));
        });
    json.set("waivers", tree(draft.waivers()));
    draft.abandoned().ifPresent(why -> json.set("abandoned", tree(why)));
    papers.into(json, note, reader);
    json.set("clearance", clearance.of(note.clearance()));
    json.set("release", release(note.release()));
    List<HistoryLine> recent = seen(note, note.recent(), reader);
    ArrayNode history = json.putArray("history");
    recent.stream()
        .skip(Math.max(0, recent.size() - EarlierEntry.SIZE))
        .forEach(line -> history.add(history(line)));
    json.put("events", events(note, reader));
    return json;
  }

  /** All that happened to it, oldest first, as this reader may know it. */
  ObjectNode history(NoteEntry note, Reader reader) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    ArrayNode history = json.putArray("history");
    seen(note, model.history(note), reader).forEach(line -> history.add(history(line)));
    return json;
  }

  private static List<HistoryLine> seen(NoteEntry note, List<HistoryLine> lines, Reader reader) {
    boolean drafting = reader.seesDrafting(note);
    return lines.stream()
        .filter(line -> drafting || !line.engine().equals("drafting"))
        .sorted(HistoryLine.IN_ORDER)
        .toList();
  }

  private static long events(NoteEntry note, Reader reader) {
    return (reader.seesDrafting(note) ? note.draft().version() : 0)
        + note.clearance().version()
        + note.release().version();
  }

  /** Where it was taken from. */
  static JsonNode origin(OriginEntry origin) {
    return tree(origin).<ObjectNode>deepCopy().without("noteId");
  }

  /** What the reader made of a text that was sent. */
  static JsonNode reading(Reading reading, NoteChecks checks) {
    return tree(
        Map.of(
            "missing", reading.missing(),
            "findings", checks.of(reading),
            "places", reading.places()));
  }

  /** Names of the parts that the note does not have, in the record's order. */
  private static List<String> missing(JsonNode note) {
    return Arrays.stream(MediaNote.class.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> note.path(name).isMissingNode() || note.path(name).isEmpty())
        .filter(name -> !note.path(name).isTextual())
        .toList();
  }

  private static ObjectNode release(Release release) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("state", release.status().name());
    put(json, "digest", release.digest());
    put(json, "scheduledFor", release.scheduledFor());
    put(json, "zone", release.zone());
    put(json, "releaseId", release.releaseId());
    if (release.number() > 0) {
      json.put("version", release.number());
    }
    put(json, "releasedAt", release.releasedAt());
    if (!release.endorsers().equals(Endorsers.NONE)) {
      json.set("endorsers", tree(release.endorsers().printed()));
      json.set("proposedEndorsers", tree(release.endorsers().proposed()));
    }
    return json;
  }

  private static ObjectNode history(HistoryLine line) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("at", line.at().toString());
    json.put("engine", line.engine());
    json.put("what", line.what());
    json.put("person", line.person());
    put(json, "office", line.office());
    json.put("role", line.role());
    put(json, "detail", line.detail());
    json.put("eventId", line.eventId());
    json.put("commandId", line.commandId());
    return json;
  }

  private static Optional<HistoryLine> newest(NoteEntry note) {
    return note.recent().stream().max(Comparator.comparing(HistoryLine::at));
  }

  private static JsonNode tree(Object value) {
    return DeskJson.MAPPER.valueToTree(value);
  }

  private static void put(ObjectNode json, String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present.toString()));
  }

  private static void put(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
