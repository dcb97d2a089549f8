package dateline.launcher.imports;

import dateline.launcher.imports.FeedItem.UnreadableItemException;
import dateline.launcher.imports.FeedScanner.FeedException;
import dateline.launcher.imports.Spool.Rank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Reads feeds, RSS and Atom, with the pages and archives they name (RFC 5005) if these are files
 * beside them, and brings together the versions of a note that stand in several items or files.
 */
final class FeedReader {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  /** Relations to pages with older items. */
  private static final Set<String> OLDER = Set.of("next", "prev-archive");

  private final Sources sources;
  private final Spool spool;
  private final Found.Taker taker;
  private final Set<Path> given;
  private final Set<Path> done = new HashSet<>();

  /**
   * @param given all files of this import: a page that is among them is not read twice
   */
  FeedReader(Sources sources, Spool spool, Found.Taker taker, Set<Path> given) {
    this.sources = sources;
    this.spool = spool;
    this.taker = taker;
    this.given = given;
  }

  private record Page(Path path, int depth) {}

  /**
   * Reads a feed and the pages it names.
   *
   * @param number of the file among those given, in the order in which they were saved
   */
  void read(Path file, int number) throws InterruptedException {
    Deque<Page> pages = new ArrayDeque<>();
    pages.add(new Page(file, 0));
    while (!pages.isEmpty()) {
      Page page = pages.remove();
      if (done.add(page.path().toAbsolutePath().normalize())) {
        Reading reading = new Reading(page.path(), new Rank(number, -page.depth(), 0));
        scan(page.path(), reading);
        if (reading.older.isPresent()) {
          follow(page, reading.older.get(), pages);
        }
      }
    }
  }

  private void scan(Path path, Reading reading) throws InterruptedException {
    try (Input input = Input.open(path, _ -> {})) {
      new FeedScanner(reading).scan(input.stream());
    } catch (FeedException e) {
      String at = e.line() > 0 ? "line " + e.line() : "";
      taker.take(
          Trouble.refused(
              new Place(path.toString(), at), e.code(), String.valueOf(e.getMessage())));
    } catch (IOException e) {
      taker.take(
          Trouble.refused(
              new Place(path.toString(), ""),
              "UNREADABLE_FILE",
              "The file cannot be read (%s); mend it and import it again."
                  .formatted(e.getMessage())));
    }
  }

  private void follow(Page page, String href, Deque<Page> pages) throws InterruptedException {
    String name = href.replaceAll("[?#].*", "").replaceAll(".*/", "");
    Optional<Path> beside = Optional.empty();
    try {
      beside =
          Optional.of(page.path().resolveSibling(name))
              .filter(path -> !name.isEmpty() && Files.isRegularFile(path));
    } catch (InvalidPathException e) {
      // No name of a file.
    }
    if (beside.isEmpty()) {
      missing(page, href);
    } else if (!given.contains(beside.get().toAbsolutePath().normalize())) {
      pages.add(new Page(beside.get(), page.depth() + 1));
    }
  }

  private void missing(Page page, String href) throws InterruptedException {
    taker.take(
        Trouble.told(
            new Place(page.path().toString(), ""),
            "PAGE_MISSING",
            "The feed goes on with older notes at %s, which is no file beside it; save it there and import again if these are wanted."
                .formatted(href)));
  }

  /** One file as it is scanned. */
  private final class Reading implements FeedScanner.Items {
    private final Path path;
    private final Rank first;
    private Optional<String> older = Optional.empty();
    private int count;

    Reading(Path path, Rank first) {
      this.path = path;
      this.first = first;
    }

    @Override
    public void item(Document feed, Element element, int line) throws InterruptedException {
      Place place = place(line);
      try {
        FeedItem item = FeedItem.read(place, feed, element);
        Optional<String> source = sources.of(item.id(), item.link());
        if (source.isEmpty()) {
          taker.take(Sources.unknown(place, item.id()));
        } else {
          spool.add(source.get(), item, new Rank(first.file(), first.page(), count));
        }
      } catch (UnreadableItemException e) {
        taker.take(Trouble.refused(place, e.code(), String.valueOf(e.getMessage())));
      } catch (IOException e) {
        throw new UncheckedIOException("the spool cannot be written", e);
      }
      count++;
    }

    @Override
    public void head(Element element, int line) throws InterruptedException {
      if (element.getName().equals("deleted-entry")) {
        taker.take(
            new DeletedEntry(
                place(line),
                Optional.ofNullable(element.getAttributeValue("ref")).orElse(""),
                Optional.ofNullable(element.getAttributeValue("when")).orElse("")));
      } else if (element.getName().equals("link")
          && element.getNamespace().getURI().equals(ATOM.getURI())
          && OLDER.contains(String.valueOf(element.getAttributeValue("rel")))) {
        older = older.or(() -> Optional.ofNullable(element.getAttributeValue("href")));
      }
    }

    @Override
    public void tooLarge(int line) throws InterruptedException {
      taker.take(
          Trouble.refused(
              place(line),
              "ITEM_TOO_LARGE",
              "The item has more than %s or is nested too deep; shorten it."
                  .formatted(FeedScanner.TOO_LARGE)));
    }

    private Place place(int line) {
      return new Place(path.toString(), "line " + line);
    }
  }
}
