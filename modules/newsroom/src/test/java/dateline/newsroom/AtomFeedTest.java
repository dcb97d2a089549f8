package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.runtime.http.Content;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Read with ROME, which did not write it. */
class AtomFeedTest {
  private final Newsroom newsroom = new Newsroom();

  @Test
  void everyEntryHasWhatAtomAsksFor() throws Exception {
    newsroom.notes.show(
        Samples.released("n1", Samples.NOON, Samples.note("Ports <open> & \u0001free", "First.")));
    SyndFeed feed = read("/feed.atom");
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getTitle()).isEqualTo("Ministry of Ports");
    assertThat(feed.getUri()).startsWith("urn:uuid:");
    assertThat(feed.getPublishedDate()).isEqualTo(Date.from(Samples.NOON));
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getUri()).startsWith("urn:uuid:");
    assertThat(entry.getTitle()).isEqualTo("Ports <open> & \uFFFDfree");
    assertThat(entry.getLink()).isEqualTo("https://news.ports.example/notes/n1/ports-open-free");
    assertThat(entry.getPublishedDate()).isEqualTo(Date.from(Samples.NOON));
    assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(Samples.NOON));
    assertThat(entry.getAuthor()).isEqualTo("Office of Harbours");
    assertThat(entry.getCategories().getFirst().getName()).isEqualTo("Media Note");
    assertThat(entry.getContents().getFirst().getType()).isEqualTo("html");
    assertThat(entry.getContents().getFirst().getValue()).contains("First.");
  }

  @Test
  void anEmptyFeedIsAFeed() throws Exception {
    SyndFeed feed = read("/feed.atom");
    assertThat(feed.getEntries()).isEmpty();
    assertThat(newsroom.text("/feed.atom")).contains("<updated>1970-01-01T00:00:00Z</updated>");
  }

  @Test
  void aChangedNoteKeepsItsIdAndItsFirstDate() throws Exception {
    newsroom.notes.show(Samples.released("n1", Samples.NOON, Samples.note("Ports open")));
    SyndEntry before = read("/feed.atom").getEntries().getFirst();
    MediaNote mended = Samples.note("Ports open on Monday");
    newsroom.notes.show(
        new PublicNote(
            "n1",
            2,
            Samples.NOON,
            Samples.NOON.plusSeconds(60),
            Digest.of(mended),
            mended,
            Addendum.NONE));
    SyndEntry after = read("/feed.atom").getEntries().getFirst();
    assertThat(after.getUri()).isEqualTo(before.getUri());
    assertThat(after.getPublishedDate()).isEqualTo(before.getPublishedDate());
    assertThat(after.getUpdatedDate()).isEqualTo(Date.from(Samples.NOON.plusSeconds(60)));
  }

  @Test
  void anAddendumIsNewsOfTheSameEntry() throws Exception {
    PublicNote released =
        Samples.released("n1", Samples.NOON, Samples.note("Ports open", "First."));
    newsroom.notes.show(released);
    SyndEntry before = read("/feed.atom").getEntries().getFirst();
    Instant later = Samples.NOON.plusSeconds(60);
    newsroom.notes.show(Samples.with(released, Samples.endorser("Norland & Sons", later)));
    SyndFeed feed = read("/feed.atom");
    assertThat(feed.getPublishedDate()).isEqualTo(Date.from(later));
    SyndEntry after = feed.getEntries().getFirst();
    assertThat(after.getUri()).isEqualTo(before.getUri());
    assertThat(after.getPublishedDate()).isEqualTo(before.getPublishedDate());
    assertThat(after.getUpdatedDate()).isEqualTo(Date.from(later));
    assertThat(after.getContents().getFirst().getValue())
        .startsWith(before.getContents().getFirst().getValue())
        .contains("<bdi>Norland &amp; Sons</bdi>");
  }

  @Test
  void nothingFallsOffTheWindow() throws Exception {
    int many = 3 * AtomFeed.NOTES + 7;
    release(0, many);
    Set<String> ids = new HashSet<>();
    List<String> documents = new ArrayList<>();
    Optional<String> next = Optional.of("/feed.atom");
    while (next.isPresent()) {
      documents.add(next.get());
      for (SyndEntry entry : read(next.get()).getEntries()) {
        ids.add(entry.getUri());
      }
      next = link(next.get(), "prev-archive");
    }
    assertThat(ids).hasSize(many);
    assertThat(documents)
        .containsExactly("/feed.atom", "/feed/3.atom", "/feed/2.atom", "/feed/1.atom");
    assertThat(link("/feed/1.atom", "next-archive")).contains("/feed/2.atom");
    assertThat(link("/feed/1.atom", "current")).contains("/feed.atom");
    assertThat(newsroom.text("/feed/1.atom")).contains("<fh:archive");
    assertThat(newsroom.text("/feed.atom")).doesNotContain("<fh:archive");
    for (String missing : List.of("/feed/4.atom", "/feed/0.atom", "/feed/x.atom")) {
      assertThat(newsroom.browse(missing).status()).isEqualTo(404);
    }
  }

  @Test
  void theEntriesOfAFullArchiveStayTheSame() throws Exception {
    release(0, AtomFeed.NOTES + 1);
    List<String> before = ids("/feed/1.atom");
    release(AtomFeed.NOTES + 1, 3 * AtomFeed.NOTES);
    assertThat(ids("/feed/1.atom")).isEqualTo(before).hasSize(AtomFeed.NOTES);
  }

  private void release(int from, int to) {
    for (int i = from; i < to; i++) {
      newsroom.notes.show(
          Samples.released(
              "n%03d".formatted(i),
              Samples.NOON.plus(Duration.ofMinutes(i)),
              Samples.note("Note " + i)));
    }
  }

  private List<String> ids(String path) throws Exception {
    return read(path).getEntries().stream().map(SyndEntry::getUri).toList();
  }

  private Optional<String> link(String path, String rel) {
    Matcher link =
        Pattern.compile("rel=\"" + rel + "\" [^>]*href=\"https://news.ports.example([^\"]+)\"")
            .matcher(newsroom.text(path));
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }

  private SyndFeed read(String path) throws Exception {
    Content content = newsroom.content(path);
    assertThat(content.contentType()).isEqualTo("application/atom+xml; charset=utf-8");
    return new SyndFeedInput()
        .build(new XmlReader(new ByteArrayInputStream(content.body().bytes())));
  }
}
