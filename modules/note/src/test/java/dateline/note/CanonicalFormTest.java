package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

  private static final Optional<String> NONE = Optional.empty();

  @Test
  void eachPartIsOneLineAndAMissingPartHasNone() {
    MediaNote note =
        new MediaNote(
            "Harbour  opened",
            NONE,
            Optional.of("Media Note"),
            NONE,
            Optional.of(" Port\u00a0Vell "),
            Optional.of(LocalDate.of(2031, 5, 4)),
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            List.of(
                new Block.Paragraph(
                    List.of(Span.plain("See [1] "), Span.link(" here ", "#"), Span.plain("."))),
                new Block.TableRow(List.of(List.of(), List.of(Span.plain("x"))))),
            List.of(new MediaContact(Optional.of("Ana Roe"), NONE, NONE, List.of("555 0100", " "))),
            List.of(),
            Optional.of("###"),
            List.of("en"));

    assertThat(CanonicalForm.of(note).text())
        .isEqualTo(
            """
            dateline-note-1
            headline\tHarbour opened
            kind\tMedia Note
            place\tPort Vell
            date\t2031-05-04
            paragraph\tSee \\[1\\] [here](#) .
            row\t\tx
            contact\tAna Roe\t\t\t555 0100
            endMark\t###
            language\ten
            """);
  }

  @Test
  void whiteSpaceThatNoReaderSeesDoesNotChangeTheDigest() {
    MediaNote plain = paragraph("The été talks went on.\tAll day.");
    for (String same :
        List.of(
            " The été talks went on. All day. ",
            "The\u00a0été\u202ftalks\u2003went   on.\r\nAll\u2028day.\u0085",
            "The e\u0301te\u0301 talks went on. All day.",
            "\uFEFFThe é\u200bté ta\u00adlks went on. All day.\u2060")) {
      assertThat(Digest.of(paragraph(same))).isEqualTo(Digest.of(plain));
    }
  }

  @Test
  void whatChangesTheOrderOrTheShapeOfLettersChangesTheDigest() {
    MediaNote plain = paragraph("میخواهم 12 (ab)");
    for (String other :
        List.of(
            "می\u200cخواهم 12 (ab)",
            "میخواهم \u200f12 (ab)",
            "میخواهم 12 \u202e(ab)",
            "میخواهم 12 (ab\u200d)",
            "میخواهم 12 (аb)")) {
      assertThat(Digest.of(paragraph(other))).as(other).isNotEqualTo(Digest.of(plain));
    }
  }

  @Test
  void halfACharacterShowsAsTheReplacementCharacterAndNotAsAQuestionMark() {
    assertThat(Digest.of(paragraph("a\uD800b"))).isEqualTo(Digest.of(paragraph("a\uFFFDb")));
    assertThat(Digest.of(paragraph("a\uD800b"))).isNotEqualTo(Digest.of(paragraph("a?b")));
  }

  @Test
  void aBoundaryThatMovedChangesTheDigest() {
    Span ab = Span.plain("a b");
    assertDiffer(
        body(new Block.Paragraph(List.of(ab))),
        body(paragraphBlock("a"), paragraphBlock("b")),
        body(new Block.Heading(List.of(ab))),
        body(new Block.Quotation(List.of(ab))),
        body(new Block.ListItem("a", 0, List.of(Span.plain("b")))),
        body(new Block.ListItem("a", 1, List.of(Span.plain("b")))),
        body(new Block.ListItem("a", 2, List.of(Span.plain("b")))),
        body(new Block.ListItem("", 0, List.of(ab))),
        body(new Block.ListItem("a b", 0, List.of())),
        body(new Block.Footnote("a", List.of(Span.plain("b")))),
        body(new Block.TableRow(List.of(List.of(ab)))),
        body(new Block.TableRow(List.of(List.of(Span.plain("a")), List.of(Span.plain("b"))))),
        body(new Block.TableRow(List.of(List.of(ab), List.of()))),
        body(new Block.TableRow(List.of(List.of(), List.of(ab)))),
        body(
            new Block.TableRow(List.of(List.of(Span.plain("a")))),
            new Block.TableRow(List.of(List.of(Span.plain("b"))))));
  }

  @Test
  void aLinkIsNotItsTextNorAnotherLink() {
    assertDiffer(
        paragraph(Span.plain("see a")),
        paragraph(Span.plain("see "), Span.link("a", "#")),
        paragraph(Span.link("see a", "#")),
        paragraph(Span.plain("see "), Span.link("a", "")),
        paragraph(Span.plain("see "), Span.link("a", "#\u200b")),
        paragraph(Span.plain("see "), Span.link("a", "# ")),
        paragraph(Span.plain("see [a](#)")),
        paragraph(Span.plain("see \\[a](#)")),
        paragraph(Span.plain("see a(#)")),
        paragraph(Span.plain("see a⟨#⟩")));
  }

  @Test
  void contactsCannotBeMistakenForOneAnother() {
    assertDiffer(
        contacts(contact("A", "b@c.org")),
        contacts(contact("A", ""), contact("", "b@c.org")),
        contacts(contact("A b@c.org", "")),
        contacts(new MediaContact(NONE, Optional.of("A"), Optional.of("b@c.org"), List.of())),
        contacts(new MediaContact(Optional.of("A"), NONE, NONE, List.of("b@c.org"))));
  }

  @Test
  void aLineEndInsideAPartIsNoNewPart() {
    assertDiffer(
        paragraph("a\nheading\tb"),
        body(paragraphBlock("a"), new Block.Heading(List.of(Span.plain("b")))));
  }

  @Test
  void aPartThatShowsNothingIsAMissingPart() {
    MediaNote bare = body(paragraphBlock("a"));
    MediaNote padded =
        body(paragraphBlock("\u00a0"), paragraphBlock("a"), new Block.Heading(List.of()));
    assertThat(Digest.of(padded)).isEqualTo(Digest.of(bare));
  }

  @Test
  void howATextIsCutIntoSpansShowsNowhere() {
    MediaNote whole = paragraph(Span.plain("talks été"), Span.link("here", "#"));
    MediaNote cut =
        paragraph(
            Span.plain("tal"),
            Span.plain("ks\u00a0"),
            Span.plain(" e"),
            Span.plain("\u0301té"),
            Span.link("he", "#"),
            Span.link("re", "#"));
    assertThat(Digest.of(cut)).isEqualTo(Digest.of(whole));
  }

  /** Both ways: the same form means the same to a reader, and the other way round. */
  @Test
  void noTwoNotesThatAReaderCanTellApartHaveTheSameForm() {
    Random random = Seed.random("noTwoNotesThatAReaderCanTellApartHaveTheSameForm");
    RandomNotes notes = new RandomNotes(random, RandomNotes.traps(random));
    Map<String, List<Object>> seenByForm = new HashMap<>();
    Map<List<Object>, String> formBySeen = new HashMap<>();
    int met = 0;
    for (int i = 0; i < 30_000; i++) {
      // Only the body, so that equal notes do occur.
      MediaNote note = i % 2 == 0 ? notes.next() : body(notes.next().body().toArray(Block[]::new));
      String form = CanonicalForm.of(note).text();
      List<Object> seen = SeenNote.of(note);
      List<Object> seenBefore = seenByForm.putIfAbsent(form, seen);
      if (seenBefore != null) {
        met++;
        assertThat(seenBefore).as(form).isEqualTo(seen);
      }
      String formBefore = formBySeen.putIfAbsent(seen, form);
      if (formBefore != null) {
        assertThat(formBefore).isEqualTo(form);
      }
    }
    assertThat(met).as("equal forms met, so that this test can fail").isGreaterThan(100);
  }

  @Test
  void noUnseenChangeAnywhereInANoteChangesItsDigest() {
    Random random = Seed.random("noUnseenChangeAnywhereInANoteChangesItsDigest");
    RandomNotes notes = new RandomNotes(random, RandomNotes.words(random));
    for (int i = 0; i < 3_000; i++) {
      MediaNote note = notes.next();
      MediaNote respaced = RandomNotes.mapped(note, text -> respaced(text, random));
      assertThat(CanonicalForm.of(respaced)).isEqualTo(CanonicalForm.of(note));
    }
  }

  @Test
  void anyVisibleCharacterAnywhereInANoteChangesItsDigest() {
    Random random = Seed.random("anyVisibleCharacterAnywhereInANoteChangesItsDigest");
    RandomNotes notes = new RandomNotes(random, RandomNotes.words(random));
    for (int i = 0; i < 3_000; i++) {
      MediaNote note = notes.next();
      int texts = count(note);
      int changed = random.nextInt(texts);
      int[] at = {0};
      MediaNote other =
          RandomNotes.mapped(
              note, text -> at[0]++ == changed ? withAnotherCharacter(text, random) : text);
      assertThat(Digest.of(other)).isNotEqualTo(Digest.of(note));
    }
  }

  @Test
  void theFormIsUtf8WhateverIsInTheNote() {
    String form = CanonicalForm.of(paragraph(Span.link("a\uDC00", "\uD800"))).text();
    assertThat(new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(form)
        .contains("[a\uFFFD](\\u{d800})");
  }

  @Test
  void aPileOfMarksIsReadInTimeInProportionToIt() {
    String pile = "a" + "\u0301\u0316".repeat(200_000);
    assertThat(VisibleText.of(pile)).hasSizeGreaterThan(400_000);
    assertThat(VisibleText.of(VisibleText.of(pile))).isEqualTo(VisibleText.of(pile));
  }

  private static String respaced(String text, Random random) {
    List<String> spaces = List.of(" ", "\u00a0", "\u202f", "\n", "\r\n", "\t", "\u2009", "  ");
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c == ' ') {
            out.append(spaces.get(random.nextInt(spaces.size())));
          } else {
            out.appendCodePoint(c);
          }
          if (random.nextInt(10) == 0) {
            out.append(List.of("\u200b", "\u2060", "\ufeff", "\u00ad").get(random.nextInt(4)));
          }
        });
    Normalizer.Form form = random.nextBoolean() ? Normalizer.Form.NFD : Normalizer.Form.NFC;
    return Normalizer.normalize(out, form);
  }

  private static String withAnotherCharacter(String text, Random random) {
    int[] all = text.codePoints().toArray();
    int at = random.nextInt(all.length);
    all[at] = all[at] == 'q' ? 'p' : 'q';
    return new String(all, 0, all.length);
  }

  private static int count(MediaNote note) {
    int[] count = {0};
    RandomNotes.mapped(
        note,
        text -> {
          count[0]++;
          return text;
        });
    return count[0];
  }

  private static void assertDiffer(MediaNote... notes) {
    assertThat(List.of(notes).stream().map(Digest::of).toList()).doesNotHaveDuplicates();
  }

  private static MediaNote paragraph(String text) {
    return paragraph(Span.plain(text));
  }

  private static MediaNote paragraph(Span... spans) {
    return body(new Block.Paragraph(List.of(spans)));
  }

  private static Block paragraphBlock(String text) {
    return new Block.Paragraph(List.of(Span.plain(text)));
  }

  private static MediaContact contact(String name, String email) {
    return new MediaContact(Optional.of(name), NONE, Optional.of(email), List.of());
  }

  private static MediaNote contacts(MediaContact... contacts) {
    return new MediaNote(
        "h",
        NONE,
        NONE,
        NONE,
        NONE,
        Optional.empty(),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        List.of(),
        List.of(contacts),
        List.of(),
        NONE,
        List.of());
  }

  private static MediaNote body(Block... blocks) {
    return new MediaNote(
        "h",
        NONE,
        NONE,
        NONE,
        NONE,
        Optional.empty(),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        List.of(blocks),
        List.of(),
        List.of(),
        NONE,
        List.of());
  }
}
