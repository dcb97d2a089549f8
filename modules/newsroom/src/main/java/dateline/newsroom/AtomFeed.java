package dateline.newsroom;

import dateline.note.Block;
import dateline.note.HtmlRendering;
import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Notes as an Atom feed (RFC 4287) in documents (RFC 5005, archived feeds): the newest, and
 * archives of 50 counted from the oldest, so that nothing falls off a window. An archive that is
 * full changes only when a note in it does, or when one arrives that was decided before its newest:
 * two decisions in the same moment may arrive in either order.
 */
final class AtomFeed {
  /** Notes in a full document. */
  static final int NOTES = 50;

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String HISTORY = "http://purl.org/syndication/history/1.0";

  /** XML 1.0 has no place for these, escaped or not. */
  private static final String NOT_XML =
      "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final Site site;
  private final ReleasedNotes notes;

  AtomFeed(Site site, ReleasedNotes notes) {
    this.site = site;
    this.notes = notes;
  }

  /** The newest notes, newest first. */
  Content newest() {
    int archives = notes.count() / NOTES;
    return document("/feed.atom", 0, archives, notes.newest(0, NOTES))
        .withHeader("Cache-Control", "public, no-cache");
  }

  /**
   * A full archive, newest note first; empty if there is none of this number yet.
   *
   * @param number from 1, the oldest
   */
  Optional<Content> archive(int number) {
    int archives = notes.count() / NOTES;
    if (number < 1 || number > archives) {
      return Optional.empty();
    }
    List<PublicNote> oldestFirst = notes.oldest((number - 1) * NOTES, NOTES);
    return Optional.of(
        document(archivePath(number), number, archives, oldestFirst.reversed())
            .withHeader("Cache-Control", "public, no-cache"));
  }

  private Content document(String path, int number, int archives, List<PublicNote> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Instant updated =
        entries.stream()
            .map(PublicNote::changed)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      if (number > 0) {
        xml.writeNamespace("fh", HISTORY);
      }
      text(xml, "id", permanentId("feed " + site.url()));
      text(xml, "title", site.name());
      text(xml, "updated", updated.toString());
      link(xml, "self", "application/atom+xml", path);
      link(xml, "alternate", "text/html", "/");
      paging(xml, number, archives);
      for (PublicNote note : entries) {
        entry(xml, note);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory takes every document", e);
    }
    return Content.of("application/atom+xml; charset=utf-8", Body.of(out.toByteArray()))
        .withEtag()
        .withLastModified(updated);
  }

  /**
   * @param number of this archive; 0 for the newest notes
   */
  private void paging(XMLStreamWriter xml, int number, int archives) throws XMLStreamException {
    int previous = number == 0 ? archives : number - 1;
    if (number > 0) {
      xml.writeEmptyElement("fh", "archive", HISTORY);
      link(xml, "current", "application/atom+xml", "/feed.atom");
      if (number < archives) {
        link(xml, "next-archive", "application/atom+xml", archivePath(number + 1));
      }
    }
    if (previous > 0) {
      link(xml, "prev-archive", "application/atom+xml", archivePath(previous));
      link(xml, "next", "application/atom+xml", archivePath(previous));
    }
  }

  private void entry(XMLStreamWriter xml, PublicNote note) throws XMLStreamException {
    xml.writeStartElement("entry");
    xml.writeAttribute("xml:lang", note.language());
    text(xml, "id", permanentId("note " + note.id()));
    text(xml, "title", note.note().headline());
    text(xml, "published", note.published().toString());
    text(xml, "updated", note.changed().toString());
    xml.writeStartElement("author");
    text(xml, "name", note.note().issuer().orElse(site.name()));
    xml.writeEndElement();
    if (note.note().kind().isPresent()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", clean(note.note().kind().get()));
    }
    link(xml, "alternate", "text/html", note.canonicalPath());
    link(xml, "alternate", "application/json", note.path() + ".json");
    Optional<String> summary = summary(note);
    if (summary.isPresent()) {
      text(xml, "summary", summary.get());
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(clean(HtmlRendering.of(note.note()) + note.addendum().html(site)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** The second headline or else the first paragraph. */
  private static Optional<String> summary(PublicNote note) {
    return note.note()
        .subheadline()
        .or(() ->
            note.note().body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block.Paragraph.class::cast)
                .findFirst()
                .map(paragraph -> {
                  StringBuilder text = new StringBuilder();
                  paragraph.spans().forEach(span -> text.append(span.text()));
                  return text.toString();
                }));
  }

  private void link(XMLStreamWriter xml, String rel, String type, String path)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", site.absolute(path));
  }

  private static void text(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  private static String clean(String text) {
    return text.replaceAll(NOT_XML, "\uFFFD");
  }

  private static String archivePath(int number) {
    return "/feed/" + number + ".atom";
  }

  /** The same for ever, wherever the newsroom moves. */
  private static String permanentId(String name) {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes(("dateline " + name).getBytes(StandardCharsets.UTF_8));
  }
}
