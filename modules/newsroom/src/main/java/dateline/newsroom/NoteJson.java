package dateline.newsroom;

import dateline.note.Block;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A note for programs: every part of the text, those it does not say left out. */
final class NoteJson {

  private NoteJson() {}

  static Map<String, Object> of(Site site, PublicNote released) {
    MediaNote note = released.note();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", released.id());
    json.put("url", site.absolute(released.canonicalPath()));
    json.put("version", released.version());
    json.put("published", released.published().toString());
    json.put("updated", released.changed().toString());
    json.put("digest", released.digest().hex());
    json.put("headline", note.headline());
    note.subheadline().ifPresent(v -> json.put("subheadline", v));
    note.kind().ifPresent(v -> json.put("kind", v));
    note.issuer().ifPresent(v -> json.put("issuer", v));
    note.place().ifPresent(v -> json.put("place", v));
    note.date().ifPresent(v -> json.put("date", v.toString()));
    note.releaseLine().ifPresent(v -> json.put("releaseLine", v));
    note.embargoLine().ifPresent(v -> json.put("embargoLine", v));
    note.attribution().ifPresent(v -> json.put("attribution", v));
    note.correction().ifPresent(v -> json.put("correction", v));
    note.releaseNumber().ifPresent(v -> json.put("releaseNumber", v));
    json.put("body", note.body().stream().map(NoteJson::block).toList());
    json.put("contacts", note.contacts().stream().map(NoteJson::contact).toList());
    json.put("boilerplate", note.boilerplate());
    note.endMark().ifPresent(v -> json.put("endMark", v));
    json.put("languages", note.languages());
    if (!released.addendum().endorsers().isEmpty()) {
      json.put(
          "endorsers", released.addendum().endorsers().stream().map(NoteJson::endorser).toList());
    }
    return json;
  }

  private static Map<String, Object> endorser(Addendum.Endorser endorser) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", endorser.name());
    json.put("since", endorser.since().toString());
    endorser.withdrew().ifPresent(at -> json.put("withdrew", at.toString()));
    return json;
  }

  private static Map<String, Object> block(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> form("paragraph", spans);
      case Block.Heading(var spans) -> form("heading", spans);
      case Block.ListItem(var marker, int level, var spans) -> item(marker, level, spans);
      case Block.Quotation(var spans) -> form("quotation", spans);
      case Block.Footnote(var mark, var spans) -> marked("footnote", mark, spans);
      case Block.TableRow(var cells) ->
          Map.of("form", "row", "cells", cells.stream().map(NoteJson::spans).toList());
    };
  }

  private static Map<String, Object> item(String marker, int level, List<Span> spans) {
    Map<String, Object> json = marked("item", marker, spans);
    if (level > 0) {
      json.put("level", level);
    }
    return json;
  }

  private static Map<String, Object> form(String form, List<Span> spans) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("form", form);
    json.put("spans", spans(spans));
    return json;
  }

  private static Map<String, Object> marked(String form, String mark, List<Span> spans) {
    Map<String, Object> json = form(form, spans);
    json.put("mark", mark);
    return json;
  }

  private static List<Map<String, Object>> spans(List<Span> spans) {
    return spans.stream()
        .map(span -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("text", span.text());
          span.href().ifPresent(href -> json.put("href", href));
          return json;
        })
        .toList();
  }

  private static Map<String, Object> contact(MediaContact contact) {
    Map<String, Object> json = new LinkedHashMap<>();
    contact.name().ifPresent(v -> json.put("name", v));
    contact.office().ifPresent(v -> json.put("office", v));
    contact.email().ifPresent(v -> json.put("email", v));
    json.put("phones", contact.phones());
    return json;
  }
}
