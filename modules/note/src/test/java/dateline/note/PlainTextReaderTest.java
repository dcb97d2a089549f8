package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.checks.Checks;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest {

  private static final String FULL =
      """
      FOR IMMEDIATE RELEASE

      Northwater Opens Its Third Tidal Gate
      New Gate Protects the Old Harbour

      Media Note
      Office of the Harbour Master
      Northwater, Ireland
      Thursday, May 3, 2029
      Release No: HM-29-11

      The following statement was issued by the harbour board:

      The third gate opened today. See the [plan](https://harbour.example/plan) or www.harbour.example.

      What Changes Now:

      • Ships wait outside.
      • Pilots board later.

      1. First the gate closes.
      2. Then the lock fills.

      “We waited ten years for this.”

      Tide\tGate\tLock
      High\tclosed\topen

      *Times are local.

      For questions, please contact Press Officer Ana Roe at ana.roe@harbour.example or +353 1 555 0100.

      ###

      All rights reserved by the Northwater harbour board of trustees.
      """;

  @Test
  void aNoteWithEverythingIsReadWhole() {
    MediaNote note = PlainTextReader.read(FULL).note();
    assertThat(note.headline()).isEqualTo("Northwater Opens Its Third Tidal Gate");
    assertThat(note.subheadline()).contains("New Gate Protects the Old Harbour");
    assertThat(note.kind()).contains("Media Note");
    assertThat(note.issuer()).contains("Office of the Harbour Master");
    assertThat(note.place()).contains("Northwater, Ireland");
    assertThat(note.date()).contains(LocalDate.of(2029, 5, 3));
    assertThat(note.releaseLine()).contains("FOR IMMEDIATE RELEASE");
    assertThat(note.releaseNumber()).contains("HM-29-11");
    assertThat(note.attribution())
        .contains("The following statement was issued by the harbour board:");
    assertThat(note.endMark()).contains("###");
    assertThat(note.boilerplate()).hasSize(1);
    assertThat(note.languages()).containsExactly("en");
    assertThat(note.body().stream().map(block -> block.getClass().getSimpleName()))
        .containsExactly(
            "Paragraph",
            "Heading",
            "ListItem",
            "ListItem",
            "ListItem",
            "ListItem",
            "Quotation",
            "TableRow",
            "TableRow",
            "Footnote",
            "Paragraph");
    assertThat(note.contacts())
        .containsExactly(
            new MediaContact(
                Optional.of("Ana Roe"),
                Optional.of("Press Officer"),
                Optional.of("ana.roe@harbour.example"),
                List.of("+353 1 555 0100")));
    assertThat(links(note))
        .containsExactly(
            Span.link("plan", "https://harbour.example/plan"),
            Span.link("www.harbour.example", "www.harbour.example"));
    assertThat(NothingLost.complaints(FULL)).isEmpty();
  }

  @Test
  void whatIsSetInUnderAnItemIsAListInIt() {
    assertThat(
            form("• Gates\n  - third\n    1. chamber\n  - fourth\n• Locks\n\nThen:\n\n  • Tugs\n"))
        .isEqualTo(
            "item|•|Gates item-1|-|third item-2|1.|chamber item-1|-|fourth item|•|Locks"
                + " heading|Then: item|•|Tugs");
    assertThat(form("• Gates\n\n\t• third\n\n\t• fourth\n\n• Locks\n"))
        .isEqualTo("item|•|Gates item-1|•|third item-1|•|fourth item|•|Locks");
  }

  /** Numbers set flush right, a first item that is set in alone, tabs beside spaces. */
  @Test
  void whereItCannotBeToldHowDeepItemsAreAllAreAtTheTop() {
    for (String unclear :
        List.of(
            "  9. One\n 10. Two\n100. Three\n",
            " 9. One\n10. Two\n",
            "  • One\n• Two\n    • Three\n",
            "• One\n    • Two\n  • Three\n",
            "• One\n  • Two\n\t• Three\n")) {
      assertThat(form(unclear)).as(unclear).doesNotContain("item-");
    }
  }

  private static String form(String list) {
    String text = "Gate Opens\n\nIt is open, and this follows:\n\n" + list + "\nThat is all.\n";
    assertThat(NothingLost.complaints(text)).isEmpty();
    return CanonicalForm.of(PlainTextReader.read(text).note())
        .text()
        .lines()
        .dropWhile(line -> !line.startsWith("item"))
        .takeWhile(line -> !line.contains("That is all."))
        .map(line -> line.replace('\t', '|'))
        .collect(Collectors.joining(" "));
  }

  /** As from every other format. */
  @Test
  void anUnsafeLinkKeepsItsWordsOnlyAndIsTold() {
    Reading reading =
        PlainTextReader.read(
            "Gate Opens\n\nSee [the plan](https://h.example/plan) now.\n\n"
                + "Or [that](javascript:alert), and [more](file:///plan) here.\n");
    assertThat(links(reading.note()))
        .containsExactly(Span.link("the plan", "https://h.example/plan"));
    assertThat(reading.links()).hasSize(1);
    assertThat(Words.of(reading.note().body().getLast())).isEqualTo("Or that, and more here.");
    assertThat(reading.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("UNSAFE_LINK");
          assertThat(finding.line()).isEqualTo(5);
          assertThat(finding.column()).isEqualTo(4);
          assertThat(finding.message()).contains("(2)");
        });
  }

  @Test
  void eachPartHasItsPlace() {
    var places = PlainTextReader.read(FULL).places();
    assertThat(places)
        .containsEntry("releaseLine", new Reading.Found(1, 1, Sureness.STATED))
        .containsEntry("headline", new Reading.Found(3, 1, Sureness.RECOGNISED))
        .containsEntry("date", new Reading.Found(9, 1, Sureness.RECOGNISED))
        .containsEntry("contacts", new Reading.Found(31, 56, Sureness.STATED));
  }

  @Test
  void whatTheTextDoesNotSayIsMissing() {
    Reading reading = PlainTextReader.read("Gate Opened\n\nThe gate is open.\n");
    assertThat(reading.note().headline()).isEqualTo("Gate Opened");
    assertThat(reading.missing())
        .containsExactly(
            "subheadline",
            "kind",
            "issuer",
            "place",
            "date",
            "releaseLine",
            "embargoLine",
            "attribution",
            "correction",
            "releaseNumber",
            "contacts",
            "boilerplate",
            "endMark",
            "languages");
  }

  @Test
  void theHeadMayComeInAnyOrder() {
    for (String head :
        List.of(
            "Gate Opened at Last\nReadout\nOffice of the Harbour Master\nOslo, Norway\n3 May 2029",
            "Oslo, Norway\n3 May 2029\nOffice of the Harbour Master\n\nREADOUT\n\nGate Opened at Last",
            "Gate Opened at Last\nReadout\nOslo, Norway May 3, 2029\nOffice of the Harbour Master",
            "*** READOUT ***\n\nGate Opened at Last\n\nOslo, Norway, 3 May 2029\nOffice of the Harbour Master",
            "Office of the Harbour Master\n\nThursday, 3rd May 2029 – Oslo, Norway\n\nReadouts\n\nGate Opened at Last")) {
      String text = head + "\n\nThe minister opened the gate.\n";
      MediaNote note = PlainTextReader.read(text).note();
      assertThat(note.headline()).as(head).isEqualTo("Gate Opened at Last");
      assertThat(note.kind()).as(head).contains("Readout");
      assertThat(note.issuer()).as(head).contains("Office of the Harbour Master");
      assertThat(note.place()).as(head).contains("Oslo, Norway");
      assertThat(note.date()).as(head).contains(LocalDate.of(2029, 5, 3));
      assertThat(note.body()).as(head).hasSize(1);
      assertThat(NothingLost.complaints(text)).isEmpty();
    }
  }

  @Test
  void datesAreReadAsTheyArePrinted() {
    LocalDate day = LocalDate.of(2029, 5, 23);
    for (String printed :
        List.of(
            "May 23, 2029",
            "23 May 2029",
            "Wed., May 23rd, 2029",
            "2029-05-23",
            "05/23/2029",
            "23.05.2029",
            "23. Mai 2029",
            "23 mai 2029",
            "23 de mayo de 2029",
            "Date: 23 May 2029")) {
      assertThat(Dates.certain(printed)).as(printed).contains(day);
    }
    for (String no : List.of("May 2029", "31 June 2029", "May 23", "May 23, 29", "a b c", "")) {
      assertThat(Dates.in(no)).as(no).isEmpty();
    }
    assertThat(Dates.in("03/05/2029")).hasSize(2);
    assertThat(Dates.certain("05/05/2029")).contains(LocalDate.of(2029, 5, 5));
  }

  @Test
  void aDateWhoseDayMayBeItsMonthIsNotGuessed() {
    String text = "Gate Opened\n\n03/05/2029\n\nThe gate is open today.\n";
    MediaNote note = PlainTextReader.read(text).note();
    assertThat(note.date()).isEmpty();
    assertThat(Words.of(note)).contains("03/05/2029");
    assertThat(NothingLost.complaints(text)).isEmpty();
  }

  @Test
  void theDateOfAnEventIsNotTheNotesDate() {
    MediaNote note =
        PlainTextReader.read(
                "Meeting on Friday, May 4, 2029\n\nOffice of Ports\n\nThe board meets on May 4, 2029.\n")
            .note();
    assertThat(note.headline()).isEqualTo("Meeting on Friday, May 4, 2029");
    assertThat(note.date()).isEmpty();
  }

  @Test
  void aDatelineInTheFirstSentenceIsPlaceAndDate() {
    String text =
        "Gate Opened\n\nGENEVA, 3 May 2029 (NWP) — The Office of Ports today announced a gate.\n";
    MediaNote note = PlainTextReader.read(text).note();
    assertThat(note.place()).contains("GENEVA");
    assertThat(note.date()).contains(LocalDate.of(2029, 5, 3));
    assertThat(note.issuer()).contains("Office of Ports");
    assertThat(Words.of(note.body().getFirst())).startsWith("GENEVA, 3 May 2029 (NWP) — The");
    assertThat(PlainTextReader.read("Gate Opened\n\nIt opened – at last – today.\n").note().place())
        .isEmpty();
  }

  @Test
  void anEmbargoIsALineOfItsOwnAndNotAWordInTheText() {
    assertThat(
            PlainTextReader.read("EMBARGOED UNTIL DELIVERY\n\nGate Opened\n\nIt opened.\n")
                .note()
                .embargoLine())
        .contains("EMBARGOED UNTIL DELIVERY");
    assertThat(
            PlainTextReader.read("Gate Opened\n\nThe report is EMBARGOED until noon.\n")
                .note()
                .embargoLine())
        .isEmpty();
  }

  @Test
  void theNameOfTheFeedIsNotPartOfTheHeadline() {
    MediaNote note = PlainTextReader.read("News Releases:  Gate Opened\n\nIt opened.\n").note();
    assertThat(note.headline()).isEqualTo("Gate Opened");
    assertThat(note.boilerplate()).containsExactly("News Releases:");
    assertThat(PlainTextReader.read("Fact Sheet: The Gate\n\nIt opened.\n").note().headline())
        .isEqualTo("Fact Sheet: The Gate");
  }

  @Test
  void linesWrappedForMailAreOneParagraph() {
    String text =
        """
        Gate Opened After Ten Years of Works on the Old Harbour and the Pier of
        the Fishermen

        The third gate was opened today by the harbour master, who thanked all
        the crews that worked on it through two winters, and by the mayor, who
        said that the town would now sleep better.

        It is open.
        """;
    MediaNote note = PlainTextReader.read(text).note();
    assertThat(note.headline()).endsWith("Pier of the Fishermen");
    assertThat(note.body()).hasSize(2);
    assertThat(NothingLost.complaints(text)).isEmpty();
  }

  @Test
  void aContactIsWhomTheTextNames() {
    assertThat(contacts("Media contact:\nAna Roe\nHarbour Office\n(202) 555-0100\nana@h.example\n"))
        .containsExactly(
            new MediaContact(
                Optional.of("Ana Roe"),
                Optional.of("Harbour Office"),
                Optional.of("ana@h.example"),
                List.of("(202) 555-0100")));
    assertThat(contacts("Call the port at (202) 555-0100 for tides.")).isEmpty();
    assertThat(contacts("Please contact Mr. Bo Ek of the Harbour Office at 202-555-0100."))
        .containsExactly(
            new MediaContact(
                Optional.of("Bo Ek"),
                Optional.of("Harbour Office"),
                Optional.empty(),
                List.of("202-555-0100")));
    assertThat(contacts("Write to a@h.example, A@H.example and @harbour or @h.port."))
        .extracting(MediaContact::email)
        .containsExactly(Optional.of("a@h.example"));
  }

  @Test
  void anExtensionStaysWithItsNumber() {
    for (String number :
        List.of(
            "(202) 555-0100 ext. 12",
            "(202) 555-0100, ext 12",
            "202-555-0100 Extension 12",
            "202-555-0100x12",
            "202-555-0100 (ext. 12)",
            "+353 1 555 0100 x 12")) {
      assertThat(contacts("Please contact Bo Ek at " + number + " or bo@h.example."))
          .as(number)
          .extracting(contact -> contact.email().orElse("") + contact.phones())
          .containsExactly("bo@h.example[" + number + "]");
    }
    for (String near : List.of(" extra 12", " ext. desk", " x-ray 12", " exits 12", "; 12")) {
      assertThat(contacts("Please contact Bo Ek at 202-555-0100" + near))
          .as(near)
          .flatExtracting(MediaContact::phones)
          .containsExactly("202-555-0100");
    }
  }

  @Test
  void aHandleThatNamesItsServerIsNoAddress() {
    Reading reading =
        PlainTextReader.read(
            "Gate Opened\n\nOffice of Ports\n\n"
                + "Follow @ana@h.example, @harbour and (@bo_ek@news.h.example). Ask bo@h.example.\n");
    assertThat(reading.handles())
        .extracting(Reading.Handle::name)
        .containsExactly("@ana@h.example", "@harbour", "@bo_ek@news.h.example");
    assertThat(reading.note().contacts())
        .extracting(MediaContact::email)
        .containsExactly(Optional.of("bo@h.example"));
    assertThat(HtmlRendering.of(reading.note()))
        .contains("mailto:bo@h.example")
        .doesNotContain("mailto:ana");
  }

  @Test
  void aNumberThatRunsIntoAnAddressIsPartOfTheAddress() {
    assertThat(contacts("Please contact Bo Ek at (202) 555-0100.bo@h.example."))
        .extracting(contact -> contact.email().orElse("") + contact.phones())
        .containsExactly("555-0100.bo@h.example[]");
  }

  @Test
  void addressesThatRunTogetherAreApart() {
    List<Span> spans = Spans.of("seewww.h.example/aandhttps://h.example/b).");
    assertThat(spans.stream().flatMap(span -> span.href().stream()))
        .containsExactly("www.h.example/aand", "https://h.example/b");
    assertThat(Spans.of("atwww.h.organdhttp://i.org.").stream().flatMap(s -> s.href().stream()))
        .containsExactly("www.h.org", "http://i.org");
    assertThat(Spans.of("[www.h.org](#) [] [a](b c) [](x)"))
        .containsExactly(Span.link("www.h.org", "#"), Span.plain(" [] [a](b c) [](x)"));
  }

  @Test
  void aStandingParagraphAboutTheIssuerBehindTheTextIsBoilerplate() {
    String head = "Gate Opened\n\nOffice of Ports\n\nThe gate is open now.\n\n";
    String about = "About the Office of Ports";
    String says = "The Office of Ports runs all gates of Northwater. See www.harbour.example.";
    String contact = "Media contact:\nAna Roe\nOffice of Ports\n(202) 555-0100\nana@h.example\n";
    for (String end :
        List.of(
            about + "\n\n" + says + "\n",
            about + "\n" + says + "\n\n" + contact,
            "###\n\n" + about + ":\n\n" + says + "\n\n" + contact,
            about + "\n\n" + says + "\n\nwww.harbour.example\n\n" + contact + "\n###\n")) {
      MediaNote note = PlainTextReader.read(head + end).note();
      assertThat(note.boilerplate()).as(end).hasSize(2).element(1).isEqualTo(says);
      assertThat(note.body().getFirst()).as(end).isInstanceOf(Block.Paragraph.class);
      assertThat(Words.of(note.body().getFirst())).as(end).isEqualTo("The gate is open now.");
      assertThat(HtmlRendering.of(note)).as(end).contains(about).contains("runs all gates");
      assertThat(Checks.run(note))
          .as(end)
          .extracting(Finding::code)
          .doesNotContain("SITE_BOILERPLATE", "SITE_LABEL");
      assertThat(NothingLost.complaints(head + end)).isEmpty();
    }
    String one = about + ": " + says;
    assertThat(PlainTextReader.read(head + one + "\n\n" + contact).note().boilerplate())
        .containsExactly(one);
  }

  @Test
  void aParagraphAboutSomethingInTheTextStaysThere() {
    String head = "Gate Opened\n\nOffice of Ports\n\nThe gate is open now.\n\n";
    String about =
        "About the Office of Ports\n\nThe Office of Ports runs all gates of Northwater.\n\n";
    for (String end :
        List.of(
            about + "The lock opens next year.\n",
            about + "• Ships wait.\n• Pilots board.\n",
            "About the gate, he said that it will be open for all ships.\n",
            "About 300 ships came to the gate on its first day.\n",
            "About the Office of Ports\n\nThe [plan](https://h.example/plan) says who runs it.\n",
            "About the Office of Ports\n\nWrite to ana@h.example if you want to know who we are.\n")) {
      MediaNote note = PlainTextReader.read(head + end).note();
      assertThat(note.boilerplate()).as(end).isEmpty();
    }
  }

  @Test
  void linesThatAnswerToMarksInTheTextAreFootnotes() {
    for (List<String> marks :
        List.of(
            List.of("1", "2"), List.of("(1)", "(2)"), List.of("[1]", "[2]"), List.of("*", "**"))) {
      String text =
          "Gate Opened\n\nOffice of Ports\n\nThe gate"
              + marks.getFirst()
              + " is open, and so is the lock."
              + marks.getLast()
              + "\n\n"
              + marks.getFirst()
              + " It is the third.\n"
              + marks.getLast()
              + " The lock is old.\n\nWrite to ana@h.example.\n\n###\n";
      assertThat(PlainTextReader.read(text).note().body())
          .as(text)
          .filteredOn(Block.Footnote.class::isInstance)
          .containsExactly(
              new Block.Footnote(marks.getFirst(), List.of(Span.plain("It is the third."))),
              new Block.Footnote(marks.getLast(), List.of(Span.plain("The lock is old."))));
      assertThat(NothingLost.complaints(text)).isEmpty();
    }
  }

  @Test
  void linesThatAnswerToNothingAreNoFootnotes() {
    String head = "Gate Opened\n\nOffice of Ports\n\n";
    for (String text :
        List.of(
            "Two things changed.\n\n1 Ships wait outside.\n2 Pilots board later.\n",
            "The gate2 opened.\n\n2 Ships wait outside.\n",
            "The gate* opened for:\n\n* Ships from Oslo.\n* Ships from Bergen.\n",
            "We (1) open and (2) close.\n\n(1) Ships wait outside.\n(2) Pilots board later.\n",
            "The gate1 opened.\n\n1 Ship waits outside.\n\nThe lock is open.\n",
            "Some 3.1 million came on May 1.\n\n1 Ship waits outside.\n")) {
      assertThat(PlainTextReader.read(head + text).note().body())
          .as(text)
          .noneMatch(Block.Footnote.class::isInstance);
    }
  }

  @Test
  void aFileIsReadInTheEncodingItIsIn() {
    String text = "Été – “Gate” Opened\n\nThe gate is open.\n";
    for (byte[] file :
        List.of(
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
            text.getBytes(StandardCharsets.UTF_16LE),
            text.getBytes(StandardCharsets.UTF_16BE),
            text.getBytes(Charset.forName("windows-1252")))) {
      assertThat(PlainTextReader.read(file).note()).isEqualTo(PlainTextReader.read(text).note());
    }
    assertThat(PlainTextReader.read(new byte[0]).note().headline()).isEmpty();
  }

  @Test
  void lineEndsDoNotChangeWhatIsRead() {
    Digest digest = Digest.of(PlainTextReader.read(FULL).note());
    for (String end : List.of("\r\n", "\r", "\u2028", "\u0085")) {
      assertThat(Digest.of(PlainTextReader.read(FULL.replace("\n", end)).note())).isEqualTo(digest);
    }
  }

  @Test
  void theCheckOfLostWordsBites() {
    Source source = new Source(FULL);
    MediaNote note = SourceReader.read(source).note();
    List<Part.Taken> taken = SourceReader.taken(source);
    MediaNote shorter = RandomNotes.mapped(note, text -> text.replace("Pilots", ""));
    assertThat(NothingLost.complaints(source.text(), shorter, taken))
        .singleElement()
        .asString()
        .contains("Pilots");
    var fewer = taken.subList(0, taken.size() - 1);
    assertThat(NothingLost.complaints(source.text(), note, fewer)).contains("in no part: trustees");
    var twice = List.of(taken.getFirst(), taken.getFirst());
    assertThat(NothingLost.complaints(source.text(), note, twice))
        .anyMatch(complaint -> complaint.startsWith("taken twice"));
  }

  private static List<MediaContact> contacts(String paragraph) {
    return PlainTextReader.read("Gate Opened\n\nThe gate is open now.\n\n" + paragraph)
        .note()
        .contacts();
  }

  private static List<Span> links(MediaNote note) {
    return note.body().stream()
        .flatMap(block -> Words.spans(block).stream())
        .filter(span -> span.href().isPresent())
        .toList();
  }
}
