package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.runtime.http.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentPagesTest {
  private final RecentPages pages = new RecentPages();
  private int made;

  @Test
  void aPageIsMadeOnceAVersion() {
    MediaNote note = Samples.note("Ports open");
    PublicNote first = Samples.released("n1", Samples.NOON, note);
    assertThat(read(first)).isEqualTo("page 1");
    assertThat(read(Samples.released("n1", Samples.NOON, note))).isEqualTo("page 1");
    MediaNote mended = Samples.note("Ports open on Monday");
    PublicNote second =
        new PublicNote(
            "n1", 2, Samples.NOON, Samples.NOON, Digest.of(mended), mended, Addendum.NONE);
    assertThat(read(second)).isEqualTo("page 2");
    assertThat(read(second)).isEqualTo("page 2");
  }

  @Test
  void aPageIsMadeAnewForAnAddendum() {
    PublicNote note = Samples.released("n1", Samples.NOON, Samples.note("Ports open"));
    assertThat(read(note)).isEqualTo("page 1");
    PublicNote endorsed = Samples.with(note, Samples.endorser("Norland", Samples.NOON));
    assertThat(read(endorsed)).isEqualTo("page 2");
    assertThat(read(endorsed)).isEqualTo("page 2");
  }

  @Test
  void pagesThatNobodyReadsMakeRoom() {
    MediaNote note = Samples.note("Ports open");
    read(Samples.released("first", Samples.NOON, note));
    for (int i = 0; i < 500; i++) {
      read(Samples.released("n" + i, Samples.NOON, note));
    }
    assertThat(read(Samples.released("n499", Samples.NOON, note))).isEqualTo("page 501");
    assertThat(read(Samples.released("first", Samples.NOON, note))).isEqualTo("page 502");
  }

  @Test
  void longPagesMakeRoomSooner() {
    MediaNote note = Samples.note("Ports open");
    Content longPage = Content.text(200, "x".repeat(3_000_000));
    for (String id : List.of("a", "b", "c")) {
      pages.of(Samples.released(id, Samples.NOON, note), _ -> longPage);
    }
    assertThat(pages.of(Samples.released("c", Samples.NOON, note), _ -> again()))
        .isSameAs(longPage);
    assertThat(pages.of(Samples.released("b", Samples.NOON, note), _ -> again()))
        .isSameAs(longPage);
    assertThat(read(Samples.released("a", Samples.NOON, note))).isEqualTo("page 1");
    Content whole = Content.text(200, "x".repeat(9_000_000));
    assertThat(pages.of(Samples.released("d", Samples.NOON, note), _ -> whole)).isSameAs(whole);
  }

  private static Content again() {
    throw new AssertionError("it was made again");
  }

  private String read(PublicNote note) {
    return pages.of(note, _ -> Content.text(200, "page " + ++made)).body().text();
  }
}
