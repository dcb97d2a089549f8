package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.Papers.Agreed;
import dateline.desk.Papers.Comment;
import dateline.desk.Papers.Source;
import dateline.note.MediaNote;
import dateline.note.Passage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies beside a text, in JSON. Other notes are told of only if they are there for the reader.
 */
final class PapersView {

  private final ReadModel model;

  PapersView(ReadModel model) {
    this.model = model;
  }

  /** Adds all of it to the note. */
  void into(ObjectNode json, NoteEntry note, Reader reader) {
    Papers papers = note.draft().papers();
    if (reader.seesDrafting(note)) {
      talk(json, note);
    }
    json.set("agreed", agreed(papers.agreed()));
    json.set("attachments", DeskJson.MAPPER.valueToTree(papers.attachments()));
    papers.source().ifPresent(source -> json.set("translationOf", source(note, source, reader)));
    ArrayNode translations = json.putArray("translations");
    papers.translations().stream()
        .flatMap(id -> model.note(id).stream())
        .filter(reader::sees)
        .flatMap(other -> translation(note, other).stream())
        .forEach(translations::add);
    papers
        .number()
        .ifPresent(number -> {
          ObjectNode shown = json.putObject("number");
          shown.put("office", number.office());
          name(number.office()).ifPresent(name -> shown.put("officeName", name));
          shown.put("year", number.year()).put("number", number.number());
        });
  }

  /** Who writes on it, and what was said about it. */
  private void talk(ObjectNode json, NoteEntry note) {
    Papers papers = note.draft().papers();
    json.set("coDrafters", DeskJson.MAPPER.valueToTree(papers.coDrafters()));
    ArrayNode comments = json.putArray("comments");
    Map<Integer, Optional<MediaNote>> read = new HashMap<>();
    for (Comment comment : papers.comments()) {
      Optional<MediaNote> then =
          read.computeIfAbsent(comment.revision(), number -> model.text(note.id(), number));
      comments.add(comment(comment, then, note));
    }
  }

  /**
   * @param then the text that it is about
   */
  private static ObjectNode comment(Comment comment, Optional<MediaNote> then, NoteEntry note) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("id", comment.id());
    json.put("person", comment.by().person()).put("at", comment.by().at().toString());
    json.put("text", comment.text());
    ObjectNode passage = json.putObject("passage");
    passage.put("revision", comment.revision()).put("block", comment.block());
    passage.put("words", comment.words());
    Optional<Integer> now = now(comment, then, note);
    passage.put("gone", now.isEmpty());
    now.ifPresent(block -> passage.put("blockNow", block));
    ArrayNode replies = json.putArray("replies");
    comment
        .replies()
        .forEach(reply ->
            replies
                .addObject()
                .put("person", reply.by().person())
                .put("at", reply.by().at().toString())
                .put("text", reply.text()));
    comment.resolved().ifPresent(by -> json.set("resolved", DeskJson.MAPPER.valueToTree(by)));
    return json;
  }

  /** Where the passage stands in the current text; empty if it is gone. */
  private static Optional<Integer> now(Comment comment, Optional<MediaNote> then, NoteEntry note) {
    Passage passage = new Passage(comment.block(), comment.words());
    return then.flatMap(read -> note.draft().note().flatMap(now -> passage.found(read, now)));
  }

  /** One object a lock, in the text's order. */
  private ArrayNode agreed(List<Agreed> paragraphs) {
    Map<String, ObjectNode> locks = new LinkedHashMap<>();
    for (Agreed it : paragraphs) {
      ObjectNode lock =
          locks.computeIfAbsent(
              it.lock(),
              id -> {
                ObjectNode json = DeskJson.MAPPER.createObjectNode();
                json.put("lock", id).put("agreedWith", it.agreedWith());
                json.put("office", it.office());
                name(it.office()).ifPresent(name -> json.put("officeName", name));
                json.put("person", it.by().person()).put("at", it.by().at().toString());
                return json;
              });
      lock.withArray("blocks").add(it.block());
    }
    return DeskJson.MAPPER.createArrayNode().addAll(locks.values());
  }

  /** With {@code circle} if the note goes back to itself, by notes that the reader sees. */
  private ObjectNode source(NoteEntry of, Source source, Reader reader) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("language", source.language());
    json.put("revision", source.confirmed()).put("newest", source.newest());
    json.put("stale", source.isStale());
    model
        .note(source.note())
        .filter(reader::sees)
        .ifPresent(note -> json.put("note", note.id()).put("headline", NoteView.headline(note)));
    if (Sources.of(of, model, reader).notes().contains(of.id())) {
      json.put("circle", true);
    }
    return json;
  }

  /** Empty if the other note is a translation of this one no more. */
  private static Optional<ObjectNode> translation(NoteEntry note, NoteEntry other) {
    return other
        .draft()
        .papers()
        .source()
        .filter(source -> source.note().equals(note.id()))
        .map(source ->
            DeskJson.MAPPER
                .createObjectNode()
                .put("note", other.id())
                .put("headline", NoteView.headline(other))
                .put("language", source.language())
                .put("revision", source.confirmed())
                .put("stale", source.confirmed() != note.draft().revision()));
  }

  private Optional<String> name(String office) {
    return model.office(office).map(OfficeEntry::name);
  }
}
