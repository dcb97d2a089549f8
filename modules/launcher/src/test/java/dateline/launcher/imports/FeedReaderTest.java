package dateline.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RSS and Atom, with the versions that stand in several items and files. */
class FeedReaderTest {

  private static final String RSS =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:a10="http://www.w3.org/2005/Atom">
      <channel><title>Harbour</title><link>https://harbour.example/</link><description>News</description>
      %s
      </channel></rss>
      """;

  @TempDir Path folder;

  @Test
  void anItemIsANoteWithItsWholeTextNotItsSummary() throws Exception {
    Finds finds =
        Finds.inFeeds(
            rss(
                "a.xml",
                """
                <item><title>Gate &amp; lock open</title><link>https://harbour.example/gate</link><guid isPermaLink="false">4711</guid>
                <pubDate>Thu, 03 May 2029 15:00:00 +0200</pubDate><dc:creator>Harbour Office</dc:creator>
                <description>Short.</description><content:encoded><![CDATA[<p>It&nbsp;opens.</p>]]></content:encoded></item>
                """));
    assertThat(finds.troubles).isEmpty();
    assertThat(finds.notes)
        .singleElement()
        .satisfies(note -> {
          assertThat(note.source()).isEqualTo("harbour.example");
          assertThat(note.id()).isEqualTo("4711");
          assertThat(note.published()).contains(Instant.parse("2029-05-03T13:00:00Z"));
          SourceVersion version = note.versions().getFirst();
          assertThat(version.title()).isEqualTo("Gate & lock open");
          assertThat(version.issuer()).contains("Harbour Office");
          assertThat(version.html()).isEqualTo("<p>It&nbsp;opens.</p>");
        });
  }

  @Test
  void aZoneOfRfc822IsReadWithoutAWordOfTheRuntime() throws Exception {
    PrintStream usual = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Finds finds =
          Finds.inFeeds(
              rss(
                  "zones.xml",
                  item("1", "Gate opens", "Tue, 5 May 2026 10:00 EST")
                      + item("2", "Gate shuts", "Tue, 05 May 2026 10:00:00 EDT")
                      + item("3", "Gate rests", "Tue, 05 May 2026 10:00:00 PDT")));
      assertThat(finds.notes)
          .extracting(note -> note.published().orElseThrow())
          .containsExactly(
              Instant.parse("2026-05-05T15:00:00Z"),
              Instant.parse("2026-05-05T14:00:00Z"),
              Instant.parse("2026-05-05T17:00:00Z"));
    } finally {
      System.setErr(usual);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void itemsOfOneGuidOverSavedCopiesAreVersionsOfOneNote() throws Exception {
    Path later =
        rss(
            "later.xml",
            item("4711", "Gate shuts", "Fri, 04 May 2029 13:00:00 GMT")
                + item("4712", "Another", "Fri, 04 May 2029 14:00:00 GMT"));
    Path first = rss("first.xml", item("4711", "Gate opens", "Thu, 03 May 2029 13:00:00 GMT"));
    Finds finds = Finds.inFeeds(later, first);
    assertThat(finds.notes).extracting(SourceNote::id).containsExactly("4711", "4712");
    assertThat(finds.notes.getFirst().versions())
        .as("by the source's instants, not by the order of the files")
        .extracting(SourceVersion::title)
        .containsExactly("Gate opens", "Gate shuts");
    assertThat(finds.notes.getFirst().published()).contains(Instant.parse("2029-05-03T13:00:00Z"));
  }

  @Test
  void copiesWithoutInstantsAreInTheOrderInWhichTheyAreGiven() throws Exception {
    Path one = rss("1.xml", item("4711", "Gate opens", ""));
    Path two = rss("2.xml", item("4711", "Gate shuts", ""));
    assertThat(Finds.inFeeds(one, two).notes.getFirst().versions())
        .extracting(SourceVersion::title)
        .containsExactly("Gate opens", "Gate shuts");
    assertThat(Finds.inFeeds(two, one).notes.getFirst().versions())
        .extracting(SourceVersion::title)
        .containsExactly("Gate shuts", "Gate opens");
  }

  @Test
  void archivesAndPagesBesideAFeedAreReadAsOlder() throws Exception {
    Path feed =
        atom(
            "feed.xml",
            "<link rel=\"prev-archive\" href=\"https://harbour.example/archive/2.xml?x=1\"/>"
                + entry("1", "Newest", ""));
    atom("2.xml", "<link rel=\"next\" href=\"1.xml\"/>" + entry("1", "Middle", ""));
    atom("1.xml", entry("1", "Oldest", "") + entry("2", "Old", ""));
    Finds finds = Finds.inFeeds(feed);
    assertThat(finds.troubles).isEmpty();
    assertThat(finds.notes.getFirst().versions())
        .extracting(SourceVersion::title)
        .containsExactly("Oldest", "Middle", "Newest");
    assertThat(finds.notes).hasSize(2);
  }

  @Test
  void pagesThatNameEachOtherAreReadOnceAndMissingOnesAreTold() throws Exception {
    Path one = atom("one.xml", "<link rel=\"next\" href=\"two.xml\"/>" + entry("1", "One", ""));
    atom(
        "two.xml",
        "<link rel=\"next\" href=\"one.xml\"/><link rel=\"prev-archive\" href=\"none.xml\"/>"
            + entry("2", "Two", ""));
    Path three =
        atom("three.xml", "<link rel=\"next\" href=\"../../none.xml\"/>" + entry("3", "Three", ""));
    Finds finds = Finds.inFeeds(one, three);
    assertThat(finds.notes).hasSize(3);
    assertThat(finds.troubles).extracting(Trouble::code).containsExactly("PAGE_MISSING");
    assertThat(finds.troubles).noneMatch(Trouble::refused);
  }

  @Test
  void anEntryIsReadAsAtomSaysItIs() throws Exception {
    Finds finds =
        Finds.inFeeds(
            atom(
                "a.xml",
                """
                <entry><id>tag:harbour.example,2029:1</id><title type="html">Gate &lt;em&gt;opens&lt;/em&gt; &amp;amp; shuts</title>
                <updated>2029-05-04T13:00:00Z</updated><published>2029-05-03T13:00:00Z</published>
                <link rel="alternate" href="https://harbour.example/1"/><author><name>Harbour Office</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <a href="/x">opens</a>.</p></div></content></entry>
                <entry><id>tag:harbour.example,2029:2</id><title>Text</title><updated>2029-05-04T13:00:00Z</updated><content>1 &lt; 2</content></entry>
                """));
    SourceVersion marked = finds.notes.getFirst().versions().getFirst();
    assertThat(marked.title()).isEqualTo("Gate opens & shuts");
    assertThat(marked.html()).contains("<a href=\"/x\">opens</a>");
    assertThat(marked.updated()).contains(Instant.parse("2029-05-04T13:00:00Z"));
    assertThat(finds.notes.getFirst().link()).contains("https://harbour.example/1");
    SourceVersion plain = finds.notes.getLast().versions().getFirst();
    assertThat(plain.text()).isEqualTo("1 < 2");
    assertThat(plain.html()).isEmpty();
  }

  @Test
  void deletedEntriesAreReported() throws Exception {
    Finds finds =
        Finds.inFeeds(
            atom(
                "a.xml",
                "<at:deleted-entry ref=\"tag:harbour.example,2029:9\" when=\"2029-05-05T00:00:00Z\"/>"
                    + entry("1", "One", "")));
    assertThat(finds.deleted)
        .singleElement()
        .satisfies(it -> assertThat(it.id()).isEqualTo("tag:harbour.example,2029:9"));
    assertThat(finds.deleted.getFirst().told().sentence()).contains("2029-05-05T00:00:00Z");
    assertThat(finds.notes).hasSize(1);
  }

  @Test
  void whatIsWrongWithAnItemIsToldByItsLineAndTheOthersAreRead() throws Exception {
    Finds finds =
        Finds.inFeeds(
            rss(
                "a.xml",
                """
                <item><title>No text</title><guid>https://h.example/1</guid></item>
                <item><guid>https://h.example/2</guid><description>No title</description></item>
                <item><title>No id</title><description>d</description></item>
                <item><title>No date</title><guid>https://h.example/4</guid><pubDate>soon</pubDate><description>d</description></item>
                <item><title>Whose?</title><guid isPermaLink="false">5</guid><description>d</description></item>
                <item><title>Good</title><guid>https://h.example/6</guid><description>d</description></item>
                """));
    assertThat(finds.told())
        .containsExactly(
            "line 4: EMPTY_VERSION",
            "line 5: FIELD_MISSING",
            "line 6: FIELD_MISSING",
            "line 7: NOT_AN_INSTANT",
            "line 8: NO_SOURCE");
    assertThat(finds.notes).extracting(SourceNote::id).containsExactly("https://h.example/6");
    Finds atom =
        Finds.inFeeds(
            atom(
                "b.xml",
                """
                <entry><id>tag:h.example,2029:1</id><title>Picture</title><updated>2029-05-04T13:00:00Z</updated><content type="image/png">AAAA</content></entry>
                <entry><id>tag:h.example,2029:2</id><title>Elsewhere</title><updated>2029-05-04T13:00:00Z</updated><content src="https://h.example/2.pdf"/></entry>
                <entry><id>tag:h.example,2029:3</id><title>When</title><updated>yesterday</updated><content>d</content></entry>
                """));
    assertThat(atom.troubles)
        .extracting(Trouble::code)
        .containsExactly("UNREADABLE_CONTENT", "EMPTY_VERSION", "NOT_AN_INSTANT");
  }

  @Test
  void itemsOfAnotherKindOfFeedAreToldAndTheOthersAreRead() throws Exception {
    Finds rss =
        Finds.inFeeds(
            rss(
                "a.xml",
                "<entry><title>A</title></entry>\n<dc:item><title>B</title></dc:item>\n"
                    + item("4711", "Gate opens", "")));
    assertThat(rss.told()).containsExactly("line 4: UNREADABLE_ITEM", "line 5: UNREADABLE_ITEM");
    assertThat(rss.troubles.getLast().sentence()).contains("dc:item");
    assertThat(rss.notes).extracting(SourceNote::id).containsExactly("4711");
    Finds atom =
        Finds.inFeeds(atom("b.xml", "<item><title>A</title></item>" + entry("1", "One", "")));
    assertThat(atom.told()).containsExactly("line 4: UNREADABLE_ITEM");
    assertThat(atom.notes).hasSize(1);
  }

  @Test
  void brokenXmlIsToldByItsLineAndWhatStandsBeforeIsRead() throws Exception {
    Finds finds =
        Finds.inFeeds(
            rss("a.xml", item("4711", "Gate opens", "") + "<item><title>A&nbsp;B</title></item>"));
    assertThat(finds.told()).containsExactly("line 5: BROKEN_XML");
    assertThat(finds.troubles.getFirst().sentence()).contains("nbsp");
    assertThat(finds.notes).hasSize(1);
    Path cut = Files.writeString(folder.resolve("cut.xml"), RSS.substring(0, 200));
    assertThat(Finds.inFeeds(cut).troubles).extracting(Trouble::code).containsExactly("BROKEN_XML");
  }

  @Test
  void noEntityIsUnfoldedAndNoFileIsFetched() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "top secret");
    for (String type :
        new String[] {
          "<!DOCTYPE rss [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri()),
          "<!DOCTYPE rss SYSTEM \"%s\">".formatted(secret.toUri()),
          "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;\">]>",
          "<!DOCTYPE rss [<!ENTITY %% p SYSTEM \"%s\"> %%p;]>".formatted(secret.toUri()),
        }) {
      Path file =
          Files.writeString(
              folder.resolve("hostile.xml"),
              type + "<rss version=\"2.0\"><channel><title>&e;</title></channel></rss>");
      Finds finds = Finds.inFeeds(file);
      assertThat(finds.troubles).as(type).extracting(Trouble::code).containsExactly("BROKEN_XML");
      assertThat(finds.troubles.getFirst().sentence()).doesNotContain("top secret");
    }
  }

  @Test
  void anItemThatIsTooLargeOrTooDeepIsPassedOverAndTheNextIsRead() throws Exception {
    Path file = folder.resolve("large.xml");
    String good =
        "<item><title>Good</title><guid>https://h.example/2</guid><description>d</description></item>";
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(RSS.substring(0, RSS.indexOf("%s")));
      out.write("<item><title>Large</title><guid>https://h.example/1</guid><description>");
      for (int i = 0; i <= Markup.MOST >> 10; i++) {
        out.write("x".repeat(1 << 10));
      }
      out.write("</description></item>" + good);
      out.write("\n<item>" + "<b>".repeat(5_000) + "</b>".repeat(5_000) + "</item>");
      out.write("</channel></rss>");
    }
    Finds finds = Finds.inFeeds(file);
    assertThat(finds.told()).containsExactly("line 4: ITEM_TOO_LARGE", "line 5: ITEM_TOO_LARGE");
    assertThat(finds.notes).extracting(SourceNote::id).containsExactly("https://h.example/2");
  }

  @Test
  void whatIsNoFeedIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("a.xml"), "<html><body>Hello</body></html>");
    assertThat(Finds.inFeeds(file).told()).containsExactly("line 1: NOT_A_FEED");
  }

  private static String item(String guid, String title, String date) {
    return "<item><title>%s</title><link>https://harbour.example/%s</link><guid isPermaLink=\"false\">%s</guid>%s<description>It is so.</description></item>\n"
        .formatted(title, guid, guid, date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>");
  }

  private static String entry(String id, String title, String updated) {
    return "<entry><id>tag:harbour.example,2029:%s</id><title>%s</title>%s<content>It is so.</content></entry>"
        .formatted(id, title, updated.isEmpty() ? "" : "<updated>" + updated + "</updated>");
  }

  private Path rss(String name, String items) throws IOException {
    return Files.writeString(folder.resolve(name), RSS.formatted(items));
  }

  private Path atom(String name, String entries) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
        <id>tag:harbour.example,2029:news</id><title>Harbour</title><updated>2029-05-03T13:00:00Z</updated>
        %s
        </feed>
        """
            .formatted(entries));
  }
}
