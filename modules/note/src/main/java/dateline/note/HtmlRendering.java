package dateline.note;

import static dateline.note.HtmlText.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A note as an HTML fragment for pages and mails. */
public final class HtmlRendering {

  private final StringBuilder out = new StringBuilder();

  private HtmlRendering() {}

  /**
   * One {@code article} without styles or scripts, all text escaped. Anchors go to http, https and
   * mailto only; any other link, a dead one ({@code "#"}) too, is its text. E-mail addresses are
   * anchors, handles are text. Labels of the site are left out.
   */
  public static String of(MediaNote note) {
    HtmlRendering html = new HtmlRendering();
    String language =
        note.languages().stream()
            .findFirst()
            .map(tag -> " lang=\"" + escaped(tag) + "\"")
            .orElse("");
    html.out.append("<article class=\"note\"").append(language).append(" dir=\"auto\">\n");
    html.head(note);
    note.correction().ifPresent(text -> html.element("p", "correction", text));
    note.attribution().ifPresent(text -> html.element("p", "attribution", text));
    html.body(note.body());
    html.contacts(Words.contactsOutsideBody(note));
    note.endMark().ifPresent(mark -> html.element("p", "end-mark", mark));
    html.notices(note.boilerplate().stream().filter(Site::isNoticeToReaders).toList());
    return html.out.append("</article>\n").toString();
  }

  private void head(MediaNote note) {
    out.append("<header>\n");
    note.releaseLine().ifPresent(text -> element("p", "release-line", text));
    note.embargoLine().ifPresent(text -> element("p", "embargo-line", text));
    element("h1", "headline", note.headline());
    note.subheadline().ifPresent(text -> element("p", "subheadline", text));
    note.kind().ifPresent(text -> element("p", "kind", text));
    note.issuer().ifPresent(text -> element("p", "issuer", text));
    dateline(note);
    note.releaseNumber().ifPresent(text -> element("p", "release-number", text));
    out.append("</header>\n");
  }

  private void dateline(MediaNote note) {
    List<String> dateline = new ArrayList<>();
    note.place()
        .ifPresent(place -> dateline.add("<span class=\"place\">" + escaped(place) + "</span>"));
    note.date()
        .ifPresent(date ->
            dateline.add(
                "<time datetime=\"%s\">%s</time>"
                    .formatted(date, escaped(Day.of(date, note.languages())))));
    if (!dateline.isEmpty()) {
      out.append("<p class=\"dateline\">").append(String.join("<br>", dateline)).append("</p>\n");
    }
  }

  private void body(List<Block> body) {
    HtmlLists lists = new HtmlLists(out);
    boolean table = false;
    for (Block block : body) {
      boolean row = block instanceof Block.TableRow;
      if (table && !row) {
        out.append("</table>\n");
      }
      if (block instanceof Block.ListItem(var marker, int level, _)) {
        lists.item(level, list(marker));
      } else {
        lists.end();
      }
      out.append(row && !table ? "<table>\n" : "");
      table = row;
      block(block);
    }
    lists.end();
    out.append(table ? "</table>\n" : "");
  }

  /** The element that holds items with such a marker. */
  private static String list(String marker) {
    return isBullet(marker) ? "ul" : counts(marker) ? "ol" : "ul class=\"marked\"";
  }

  private static boolean isBullet(String marker) {
    return marker.length() == 1 && "•·▪◦‣●○■*-".contains(marker);
  }

  private static boolean counts(String marker) {
    return marker.matches("\\d{1,3}\\.");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var spans) -> out.append("<p>").append(html(spans)).append("</p>\n");
      case Block.Heading(var spans) -> out.append("<h2>").append(html(spans)).append("</h2>\n");
      case Block.Quotation(var spans) ->
          out.append("<blockquote><p>").append(html(spans)).append("</p></blockquote>\n");
      case Block.ListItem(var marker, _, var spans) -> item(marker, html(spans));
      case Block.Footnote(var mark, var spans) ->
          out.append("<p class=\"footnote\"><sup>")
              .append(escaped(mark))
              .append("</sup> ")
              .append(html(spans))
              .append("</p>\n");
      case Block.TableRow(var cells) -> {
        out.append("<tr>");
        cells.forEach(cell -> out.append("<td>").append(html(cell)).append("</td>"));
        out.append("</tr>\n");
      }
    }
  }

  /** An item, left open: a list that follows may stand in it. */
  private void item(String marker, String html) {
    Optional<Integer> number = counts(marker) ? ListMarker.number(marker) : Optional.empty();
    out.append(number.map(value -> "<li value=\"" + value + "\">").orElse("<li>"));
    if (number.isEmpty() && !isBullet(marker)) {
      out.append(escaped(marker)).append(' ');
    }
    out.append(html);
  }

  private void contacts(List<MediaContact> contacts) {
    if (contacts.isEmpty()) {
      return;
    }
    out.append("<address class=\"contacts\">\n");
    for (MediaContact contact : contacts) {
      List<String> lines = new ArrayList<>();
      contact.name().ifPresent(name -> lines.add(escaped(name)));
      contact.office().ifPresent(office -> lines.add(escaped(office)));
      contact.email().ifPresent(email -> lines.add(withAddresses(email)));
      contact.phones().forEach(phone -> lines.add(escaped(phone)));
      out.append("<p>").append(String.join("<br>", lines)).append("</p>\n");
    }
    out.append("</address>\n");
  }

  private void notices(List<String> notices) {
    if (!notices.isEmpty()) {
      out.append("<footer>\n");
      notices.forEach(notice -> element("p", "notice", notice));
      out.append("</footer>\n");
    }
  }

  private void element(String name, String type, String text) {
    out.append('<').append(name).append(" class=\"").append(type).append("\">");
    out.append(escaped(text)).append("</").append(name).append(">\n");
  }

  private static String html(List<Span> spans) {
    StringBuilder html = new StringBuilder();
    for (Span span : spans) {
      Optional<String> target = span.href().flatMap(Links::target);
      if (target.isPresent()) {
        html.append(anchor(target.get(), span.text()));
      } else if (span.href().isPresent()) {
        html.append(escaped(span.text()));
      } else {
        html.append(withAddresses(span.text()));
      }
    }
    return html.toString();
  }

  private static String withAddresses(String text) {
    StringBuilder html = new StringBuilder();
    int done = 0;
    for (Addresses.Found email : Addresses.emails(text)) {
      html.append(escaped(text.substring(done, email.start())));
      html.append(anchor("mailto:" + email.text(), email.text()));
      done = email.end();
    }
    return html.append(escaped(text.substring(done))).toString();
  }

  private static String anchor(String target, String text) {
    return "<a href=\"" + escaped(target) + "\">" + escaped(text) + "</a>";
  }
}
