package dateline.newsroom;

import dateline.runtime.http.Content;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Pages of the notes that are read most now, kept so that a rush of readers costs one rendering. A
 * page stands for one version of a note and its addendum and is never shown for another. For any
 * number of threads.
 */
final class RecentPages {
  private static final int PAGES = 500;

  /** A page, its text and what was sent compressed take some five times its bytes. */
  private static final long BYTES = 8_000_000;

  private record Page(PublicNote note, Content content) {
    long bytes() {
      return content.body().length();
    }
  }

  /** By note id, last read first out; guarded by itself. */
  private final Map<String, Page> pages = new LinkedHashMap<>(64, 0.75f, true);

  /** Of all pages together; guarded by them. */
  private long bytes;

  /** The page of this note, made if it is not here. */
  Content of(PublicNote note, Function<PublicNote, Content> making) {
    synchronized (pages) {
      Page kept = pages.get(note.id());
      if (kept != null && isOf(kept.note(), note)) {
        return kept.content();
      }
    }
    Content made = making.apply(note);
    synchronized (pages) {
      keep(new Page(note, made));
    }
    return made;
  }

  private void keep(Page page) {
    Page before = pages.put(page.note().id(), page);
    bytes += page.bytes() - (before == null ? 0 : before.bytes());
    Iterator<Page> longestUnread = pages.values().iterator();
    while (pages.size() > PAGES || bytes > BYTES) {
      bytes -= longestUnread.next().bytes();
      longestUnread.remove();
    }
  }

  private static boolean isOf(PublicNote kept, PublicNote asked) {
    return kept.version() == asked.version()
        && kept.digest().equals(asked.digest())
        && kept.published().equals(asked.published())
        && kept.updated().equals(asked.updated())
        && kept.addendum().equals(asked.addendum());
  }
}
