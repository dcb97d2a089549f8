package dateline.launcher.imports;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed as ROME reads it.
 *
 * @param id of the note: {@code guid} or {@code id}, else its link
 * @param version its text
 */
record FeedItem(
    String id, Optional<String> link, Optional<Instant> published, SourceVersion version) {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace TERMS = Namespace.getNamespace("http://purl.org/dc/terms/");
  private static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");

  /** In which a feed says instants, in any of its forms. */
  private static final Set<String> DATES =
      Set.of(
          "pubDate", "lastBuildDate", "expirationDate", "date", "published", "updated", "issued");

  /** The zones that have names in RFC 822, for which the Java runtime has several meanings. */
  private static final Map<String, String> ZONES =
      Map.of(
          "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700", "MDT",
          "-0600", "PST", "-0800", "PDT", "-0700");

  /** Why an item is not read. */
  static final class UnreadableItemException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    UnreadableItemException(String code, String sentence) {
      super(sentence);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * Reads the one item of this feed.
   *
   * @throws UnreadableItemException {@code UNREADABLE_ITEM}, {@code FIELD_MISSING}, {@code
   *     NOT_AN_INSTANT}, {@code EMPTY_VERSION}, {@code UNREADABLE_CONTENT}
   */
  static FeedItem read(Place place, Document feed, Element item) throws UnreadableItemException {
    List<Element> elements = new ArrayList<>();
    feed.getRootElement().getDescendants(Filters.element()).forEach(elements::add);
    elements.forEach(FeedItem::offset);
    WireFeed wire;
    try {
      wire = new WireFeedInput(false, Locale.ROOT).build(feed);
    } catch (FeedException | IllegalArgumentException e) {
      throw new UnreadableItemException(
          "UNREADABLE_ITEM", "The item cannot be read (%s); mend it.".formatted(e.getMessage()));
    }
    return switch (wire) {
      case Channel channel -> rss(place, only(channel.getItems(), item), item);
      case Feed atom -> atom(place, only(atom.getEntries(), item), item);
      default ->
          throw new UnreadableItemException(
              "UNREADABLE_ITEM", "The item is of no kind of feed that is known; give RSS or Atom.");
    };
  }

  /** With the offset instead of a zone's name, which the Java runtime warns of as it reads it. */
  private static void offset(Element date) {
    String text = date.getText().strip();
    String offset = ZONES.get(text.substring(text.lastIndexOf(' ') + 1));
    if (offset != null && DATES.contains(date.getName())) {
      date.setText(text.substring(0, text.lastIndexOf(' ') + 1) + offset);
    }
  }

  /** The item as it was read; there is none if the element is no item in this kind of feed. */
  private static <T> T only(List<T> read, Element element) throws UnreadableItemException {
    if (read.isEmpty()) {
      throw new UnreadableItemException(
          "UNREADABLE_ITEM",
          "\"%s\" is no item of this kind of feed; write \"item\" in RSS, \"entry\" in Atom, in the feed's own namespace."
              .formatted(element.getQualifiedName()));
    }
    return read.getFirst();
  }

  private static FeedItem rss(Place place, Item item, Element element)
      throws UnreadableItemException {
    Optional<String> link = said(item.getLink());
    String id =
        Optional.ofNullable(item.getGuid())
            .map(Guid::getValue)
            .flatMap(FeedItem::said)
            .or(() -> said(item.getUri()))
            .or(() -> link)
            .orElseThrow(() -> missing("guid"));
    Optional<Instant> published =
        instant(element, "pubDate", Namespace.NO_NAMESPACE, item.getPubDate());
    Optional<Instant> updated = instant(element, "updated", ATOM);
    Optional<Instant> modified = instant(element, "modified", TERMS);
    String html =
        Optional.ofNullable(item.getContent())
            .map(content -> content.getValue())
            .flatMap(FeedItem::said)
            .or(() ->
                Optional.ofNullable(item.getDescription())
                    .map(description -> description.getValue())
                    .flatMap(FeedItem::said))
            .orElseThrow(() -> empty("description"));
    Optional<String> issuer =
        said(element.getChildText("creator", DC))
            .or(() -> said(item.getAuthor()).filter(author -> !author.contains("@")));
    return new FeedItem(
        id,
        link,
        published,
        new SourceVersion(
            place,
            title(said(item.getTitle())),
            issuer,
            html,
            "",
            updated.or(() -> modified).or(() -> published)));
  }

  private static FeedItem atom(Place place, Entry entry, Element element)
      throws UnreadableItemException {
    String id = said(entry.getId()).orElseThrow(() -> missing("id"));
    Optional<String> link =
        entry.getAlternateLinks().stream()
            .map(it -> it.getHrefResolved())
            .flatMap(it -> said(it).stream())
            .findFirst();
    Optional<Instant> published = instant(element, "published", ATOM);
    Optional<Instant> updated = instant(element, "updated", ATOM);
    Content content =
        Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getSummary()))
            .filter(it -> said(it.getValue()).isPresent())
            .findFirst()
            .orElseThrow(() -> empty("content"));
    String type = said(content.getType()).orElse("text").toLowerCase(Locale.ROOT);
    boolean plain = type.equals("text") || type.startsWith("text/plain");
    if (!plain && !List.of("html", "xhtml", "text/html", "application/xhtml+xml").contains(type)) {
      throw new UnreadableItemException(
          "UNREADABLE_CONTENT",
          "The entry's content is \"%s\"; only text and HTML are read.".formatted(type));
    }
    Optional<String> issuer =
        entry.getAuthors().stream()
            .map(SyndPerson::getName)
            .flatMap(it -> said(it).stream())
            .findFirst();
    Optional<Content> title = Optional.ofNullable(entry.getTitleEx());
    boolean marked =
        title.flatMap(it -> said(it.getType())).filter(it -> it.contains("html")).isPresent();
    Optional<String> said = title.map(Content::getValue).flatMap(FeedItem::said);
    return new FeedItem(
        id,
        link,
        published,
        new SourceVersion(
            place,
            title(marked ? said.map(VersionReader::plain) : said),
            issuer,
            plain ? "" : content.getValue(),
            plain ? content.getValue() : "",
            updated));
  }

  private static String title(Optional<String> title) throws UnreadableItemException {
    return title.orElseThrow(() -> missing("title"));
  }

  private static Optional<Instant> instant(Element item, String name, Namespace namespace)
      throws UnreadableItemException {
    Optional<String> text = said(item.getChildText(name, namespace));
    try {
      return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException e) {
      throw wrong(name, text.orElse(""), "2021-05-20T22:14:56Z");
    }
  }

  private static Optional<Instant> instant(
      Element item, String name, Namespace namespace, @Nullable Date read)
      throws UnreadableItemException {
    Optional<String> text = said(item.getChildText(name, namespace));
    if (text.isPresent() && read == null) {
      throw wrong(name, text.get(), "Thu, 20 May 2021 22:14:56 GMT");
    }
    return Optional.ofNullable(read).map(Date::toInstant);
  }

  private static Optional<String> said(@Nullable String text) {
    return Optional.ofNullable(text).filter(it -> !it.isBlank()).map(String::strip);
  }

  private static UnreadableItemException missing(String name) {
    return new UnreadableItemException(
        "FIELD_MISSING", "The item has no \"%s\"; give it one.".formatted(name));
  }

  private static UnreadableItemException empty(String name) {
    return new UnreadableItemException(
        "EMPTY_VERSION", "The item has no text (\"%s\"); give it one.".formatted(name));
  }

  private static UnreadableItemException wrong(String name, String text, String example) {
    return new UnreadableItemException(
        "NOT_AN_INSTANT",
        "\"%s\" is \"%s\"; write it as %s or leave it out.".formatted(name, text, example));
  }
}
