package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.PlainTextReader;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String HOSTILE = "<script>alert('x')</script>\"& </title> ${1+1} \u2028]]>";
  private static final Instant LATER = Samples.NOON.plus(Duration.ofDays(1));
  private final Newsroom newsroom = new Newsroom();

  @Test
  void aNotesPageShowsAllOfItsText() {
    newsroom.notes.show(
        Samples.released("n1", Samples.NOON, Samples.note("Ports open", "First.", "Second.")));
    assertThat(newsroom.text("/notes/n1"))
        .contains(
            ">Ports open</h1>",
            "Media Note",
            "Office of Harbours",
            "Port Sella",
            "2026-03-05",
            "First.",
            "Second.",
            "Ines Aldana",
            "Press desk",
            "press@harbours.example",
            "###",
            "March 5, 2026, 12:00 PM EST",
            newsroom.notes.note("n1").orElseThrow().digest().hex());
  }

  @Test
  void hostileTextStaysText() {
    MediaNote note = Samples.note(HOSTILE, HOSTILE);
    newsroom.notes.show(Samples.released("n1", Samples.NOON, note));
    for (String page : List.of("/", "/notes/n1")) {
      assertThat(newsroom.text(page))
          .contains("&lt;script&gt;alert(")
          .doesNotContain("<script>alert", "alert('x')</script>");
    }
    Matcher linkedData =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
            .matcher(newsroom.text("/notes/n1"));
    assertThat(linkedData.find()).isTrue();
    assertThat(linkedData.group(1)).contains("\\u003cscript\\u003e").doesNotContain("<", "\u2028");
  }

  @Test
  void everyLanguageIsSaidAndWrittenItsWay() {
    MediaNote note = Samples.note("الموانئ تفتح من جديد", "نص");
    newsroom.notes.show(Samples.released("n1", Samples.NOON, Samples.inLanguage("ar", note)));
    assertThat(newsroom.text("/notes/n1")).contains("lang=\"ar\" dir=\"auto\"");
    assertThat(newsroom.text("/")).contains("lang=\"ar\" dir=\"auto\"");
  }

  /** Bypass 17: embargoed files readable, or guessable, at an address. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".json",
        ".txt",
        "/ports-open",
        "/x.json",
        "%20",
        "/../n2",
        "'--",
        "\u0001",
        "%F0%9F%9A%A2"
      })
  void notYetAndNeverExistedAreAnsweredAlike(String suffix) {
    newsroom.notes.show(Samples.released("n1", Samples.NOON, Samples.note("Ports open")));
    assertThat(newsroom.browse("/notes/n1").status()).isEqualTo(200);
    for (String accept : List.of("text/html", "application/json", "*/*")) {
      Request unknown =
          Request.of("GET", "/notes/00000000000000000000000000000000").withHeader("Accept", accept);
      Request other = Request.of("GET", "/notes/n2" + suffix).withHeader("Accept", accept);
      Content expected = (Content) newsroom.routes.answer(unknown);
      assertThat(expected.status()).isEqualTo(404);
      Content answer = (Content) newsroom.routes.answer(other);
      if (!suffix.contains("..")) {
        assertThat(answer).isEqualTo(expected);
      }
      assertThat(answer.body().text()).doesNotContain("n2", "Ports open");
    }
  }

  @Test
  void aNoteThatIsNotThereIsKeptByNoCache() {
    assertThat(newsroom.content("/notes/n1").header("Cache-Control")).contains("no-store");
  }

  @Test
  void theLastPartOfTheAddressFollowsTheHeadline() {
    newsroom.notes.show(
        Samples.released("n1", Samples.NOON, Samples.note("Señor Müller’s “ports” – open!")));
    assertThat(newsroom.browse("/notes/n1/anything"))
        .isEqualTo(new Response.Redirect(308, "/notes/n1/senor-mullers-ports-open"));
    assertThat(newsroom.content("/notes/n1/senor-mullers-ports-open"))
        .isEqualTo(newsroom.content("/notes/n1"));
    assertThat(newsroom.text("/notes/n1"))
        .contains(
            "rel=\"canonical\""
                + " href=\"https://news.ports.example/notes/n1/senor-mullers-ports-open\"");
  }

  @Test
  void aHeadlineWithoutLettersHasAnAddressToo() {
    newsroom.notes.show(Samples.released("n1", Samples.NOON, Samples.note("港口重新开放")));
    assertThat(newsroom.content("/notes/n1/note").status()).isEqualTo(200);
  }

  @Test
  void anybodyCanCheckTheDigest() throws Exception {
    MediaNote note = Samples.note("Ports open", "First.");
    newsroom.notes.show(Samples.released("n1", Samples.NOON, note));
    String text = newsroom.text("/notes/n1.txt");
    assertThat(text).isEqualTo(CanonicalForm.of(note).text());
    assertThat(newsroom.text("/notes/n1")).contains(Digest.of(note).hex());
  }

  @Test
  void endorsersStandBelowTheTextAndNotInIt() {
    MediaNote note = Samples.note("Ports open", "First.");
    PublicNote released = Samples.released("n1", Samples.NOON, note);
    newsroom.notes.show(released);
    String before = newsroom.text("/notes/n1");
    String text = newsroom.text("/notes/n1.txt");
    assertThat(before).doesNotContain("ndorsed by");
    newsroom.notes.show(
        Samples.with(
            released,
            Samples.endorser("Norland", LATER),
            new Addendum.Endorser("Sudland", LATER, Optional.of(LATER.plusSeconds(86_400)))));
    String page = newsroom.text("/notes/n1");
    assertThat(page)
        .contains(
            "<h2>Endorsed by</h2>\n<ul>\n<li><bdi>Norland</bdi>, since <time datetime=\"2026-03-06T17:00:00Z\">March 6, 2026</time></li>",
            "<h2>No longer endorsed by</h2>\n<ul>\n<li><bdi>Sudland</bdi>, withdrew on <time datetime=\"2026-03-07T17:00:00Z\">March 7, 2026</time></li>",
            "Addendum as of <time datetime=\"2026-03-07T17:00:00Z\">March 7, 2026, 12:00 PM EST</time>.",
            "\"dateModified\":\"2026-03-07T17:00:00Z\"")
        .doesNotContain("<dt>Changed</dt>");
    assertThat(article(page)).isEqualTo(article(before));
    assertThat(newsroom.text("/notes/n1.txt")).isEqualTo(text);
    assertThat(newsroom.text("/notes/n1.json"))
        .contains(
            "\"version\":1",
            "\"updated\":\"2026-03-07T17:00:00Z\"",
            "\"digest\":\"" + Digest.of(note).hex() + '"',
            "\"endorsers\":[{\"name\":\"Norland\",\"since\":\"2026-03-06T17:00:00Z\"},{\"name\":\"Sudland\",\"since\":\"2026-03-06T17:00:00Z\",\"withdrew\":\"2026-03-07T17:00:00Z\"}]");
  }

  private static String article(String page) {
    return page.substring(page.indexOf("<article"), page.indexOf("</article>"));
  }

  @Test
  void aHostileOrArabicNameOfAnEndorserIsANameAndNothingElse() {
    newsroom.notes.show(
        Samples.with(
            Samples.released("n1", Samples.NOON, Samples.note("Ports open")),
            Samples.endorser(HOSTILE, LATER),
            Samples.endorser("جمهورية الشمال", LATER)));
    for (String page : List.of("/notes/n1", "/feed.atom")) {
      assertThat(newsroom.text(page)).contains("script").doesNotContain("<script>alert");
    }
    assertThat(newsroom.text("/notes/n1"))
        .contains("<bdi>&lt;script&gt;alert(&#39;x&#39;)", "<bdi>جمهورية الشمال</bdi>, since ");
  }

  @Test
  void programsGetEveryPart() {
    newsroom.notes.show(Samples.released("n1", Samples.NOON, Samples.note("Ports open", "First.")));
    Content json = newsroom.content("/notes/n1.json");
    assertThat(json.contentType()).isEqualTo("application/json");
    assertThat(json.body().text())
        .contains(
            "\"headline\":\"Ports open\"",
            "\"published\":\"2026-03-05T17:00:00Z\"",
            "\"body\":[{\"form\":\"paragraph\",\"spans\":[{\"text\":\"First.\"}]}]",
            "\"email\":\"press@harbours.example\"");
  }

  @Test
  void aListInAListIsOneForReadersAndForPrograms() {
    MediaNote note = PlainTextReader.read("Ports open\n\nThis follows:\n\n• One\n  • Two\n").note();
    newsroom.notes.show(Samples.released("n1", Samples.NOON, note));
    assertThat(newsroom.text("/notes/n1"))
        .contains("<ul>\n<li>One\n<ul>\n<li>Two</li>\n</ul>\n</li>\n</ul>\n");
    assertThat(newsroom.content("/notes/n1.json").body().text())
        .contains(
            "{\"form\":\"item\",\"spans\":[{\"text\":\"One\"}],\"mark\":\"•\"}",
            "{\"form\":\"item\",\"spans\":[{\"text\":\"Two\"}],\"mark\":\"•\",\"level\":1}");
  }

  @Test
  void theFrontPagesTogetherShowEveryNoteOnceNewestFirst() {
    int many = 2 * FrontPage.NOTES + 1;
    for (int i = 0; i < many; i++) {
      Instant at = Samples.NOON.plus(Duration.ofHours(i));
      newsroom.notes.show(Samples.released("n%02d".formatted(i), at, Samples.note("Note " + i)));
    }
    Set<String> seen = new HashSet<>();
    Optional<String> page = Optional.of("/");
    int pages = 0;
    while (page.isPresent()) {
      String html = newsroom.text(page.get());
      Matcher link = Pattern.compile("href=\"(/notes/n\\d+)").matcher(html);
      while (link.find()) {
        assertThat(seen.add(link.group(1))).isTrue();
      }
      Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(html);
      page = older.find() ? Optional.of(older.group(1)) : Optional.empty();
      pages++;
    }
    assertThat(seen).hasSize(many);
    assertThat(pages).isEqualTo(3);
    assertThat(newsroom.text("/")).containsSubsequence("Note 40<", "Note 39<");
    assertThat(newsroom.content("/?page=4").status()).isEqualTo(404);
    assertThat(newsroom.content("/?page=x").status()).isEqualTo(404);
  }

  @Test
  void theReleaseDayIsTheOfficesDay() {
    newsroom.notes.show(
        Samples.released("n1", Instant.parse("2026-03-06T04:30:00Z"), Samples.note("Late")));
    assertThat(newsroom.text("/")).contains("datetime=\"2026-03-05\">March 5, 2026<");
  }

  @Test
  void anEmptyNewsroomSaysSo() {
    assertThat(newsroom.text("/")).contains("Nothing has been released yet.");
  }

  @Test
  void whatAReaderHasAlreadyIsNotSentAgainUntilItChanges() {
    newsroom.notes.show(Samples.released("n1", Samples.NOON, Samples.note("Ports open")));
    for (String path : List.of("/", "/notes/n1", "/notes/n1.json", "/notes/n1.txt", "/feed.atom")) {
      String tag = newsroom.content(path).header("ETag").orElseThrow();
      Request again = Request.of("GET", path).withHeader("If-None-Match", tag);
      assertThat(newsroom.routes.answer(again).status()).as(path).isEqualTo(304);
    }
    String tag = newsroom.content("/notes/n1").header("ETag").orElseThrow();
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
    Request again = Request.of("GET", "/notes/n1").withHeader("If-None-Match", tag);
    assertThat(newsroom.routes.answer(again).status()).isEqualTo(200);
    assertThat(newsroom.text("/notes/n1")).contains("version 2");
  }

  @Test
  void theStylesheetIsKeptForAYearUnderAnAddressThatFollowsItsContent() {
    Matcher link =
        Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"").matcher(newsroom.text("/"));
    assertThat(link.find()).isTrue();
    Content css = newsroom.content(link.group(1));
    assertThat(css.contentType()).startsWith("text/css");
    assertThat(css.header("Cache-Control")).contains("public, max-age=31536000, immutable");
    assertThat(css.body().text()).contains("--pico-", ".masthead");
  }

  @Test
  void noPageNeedsAScriptOrAnotherSite() {
    newsroom.notes.show(Samples.released("n1", Samples.NOON, Samples.note("Ports open")));
    for (String path : List.of("/", "/notes/n1", "/subscriptions", "/nothing")) {
      assertThat(newsroom.text(path))
          .as(path)
          .startsWith("<!doctype html>\n<html lang=\"en\">")
          .doesNotContain("<script src", "style=\"", "onclick");
    }
  }
}
