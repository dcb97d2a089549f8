package dateline.note.checks;

import dateline.note.Block;
import dateline.note.Sentences;
import dateline.note.Span;
import dateline.note.VisibleText;
import dateline.note.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A stretch of a note that is read in one go: a line of its head, or a block of its body. */
final class Passage {

  /** Where in the note it is. */
  enum In {
    HEADLINE,
    HEAD,
    BODY,
    BOILERPLATE
  }

  private static final int LONGEST_ADDRESS = 200;

  /** Marks in a row; no letter has as many. */
  private static final int MARKS_IN_A_ROW = 30;

  /** A link's words, its target as written, and where the words stand. */
  record Linked(String words, String href, int start, int end) {}

  /** A sentence, by the offsets of its first character and after its last. */
  record Sentence(int start, int end) {}

  private final In in;
  private final Optional<Block> block;
  private final List<Span> spans;
  private final String raw;
  private final boolean ascii;
  private final String text;
  private final List<Word> words;

  private Passage(In in, Optional<Block> block, List<Span> spans, String raw) {
    this.in = in;
    this.block = block;
    this.spans = spans;
    this.raw = raw;
    this.ascii = VisibleText.isAscii(raw);
    this.text = ascii ? VisibleText.of(raw) : withoutPiles(VisibleText.of(raw));
    this.words = Word.of(text);
  }

  /**
   * The text with every 31st mark in a row replaced by joiners that show nothing, as long as it
   * was: at each {@code \b} a regular expression looks back over all the marks before it, which
   * takes quadratic time in a hostile pile of them.
   */
  private static String withoutPiles(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
      if (marks > MARKS_IN_A_ROW) {
        out.repeat('\u200d', Character.charCount(c));
        marks = 0;
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  static Passage line(In in, String raw) {
    return new Passage(in, Optional.empty(), List.of(Span.plain(raw)), raw);
  }

  static Passage of(Block block) {
    String raw =
        switch (block) {
          case Block.TableRow _ -> Words.of(block);
          case Block.Paragraph _,
              Block.Heading _,
              Block.Quotation _,
              Block.ListItem _,
              Block.Footnote _ ->
              Words.of(Words.spans(block));
        };
    return new Passage(In.BODY, Optional.of(block), Words.spans(block), raw);
  }

  In in() {
    return in;
  }

  boolean isParagraph() {
    return block.filter(Block.Paragraph.class::isInstance).isPresent();
  }

  boolean isItem() {
    return block.filter(Block.ListItem.class::isInstance).isPresent();
  }

  /** How deep it stands, if it is an item; 0 for everything else. */
  int level() {
    return block
        .filter(Block.ListItem.class::isInstance)
        .map(Block.ListItem.class::cast)
        .map(Block.ListItem::level)
        .orElse(0);
  }

  boolean isRow() {
    return block.filter(Block.TableRow.class::isInstance).isPresent();
  }

  List<Span> spans() {
    return spans;
  }

  /** Its links and where their words stand. */
  List<Linked> links() {
    List<Linked> links = new ArrayList<>();
    int from = 0;
    for (Span span : spans) {
      String seen = VisibleText.of(span.text());
      int at = text.indexOf(seen, from);
      int start = at < 0 ? from : at;
      from = at < 0 ? from : at + seen.length();
      if (span.href().isPresent()) {
        links.add(new Linked(seen, span.href().get(), start, from));
      }
    }
    return links;
  }

  /** As written, with every space; without the marker of an item. */
  String raw() {
    return raw;
  }

  /** Whether it has no other letters and signs than every keyboard has. */
  boolean isAscii() {
    return ascii;
  }

  /** As seen: single spaces, none at the ends. Offsets of remarks are into this. */
  String text() {
    return text;
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  List<Word> words() {
    return words;
  }

  /** Its sentences, in order; together they are the whole text. */
  List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == ' ' && Sentences.endsAt(text, beforeQuotes(i - 1))) {
        sentences.add(new Sentence(start, i));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      sentences.add(new Sentence(start, text.length()));
    }
    return sentences;
  }

  private int beforeQuotes(int at) {
    int last = at;
    while (last > 0 && at - last < 3 && "\"”’')".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last;
  }

  String text(Sentence sentence) {
    return text.substring(sentence.start(), sentence.end());
  }

  /** Whether what stands here is part of an address, a handle or a tag. */
  boolean isInAddress(int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_ADDRESS && text.charAt(start - 1) != ' ') {
      start--;
    }
    int end = at;
    while (end < text.length() && end - at < LONGEST_ADDRESS && text.charAt(end) != ' ') {
      end++;
    }
    String token = text.substring(start, end);
    return token.contains("www.") || token.chars().anyMatch(c -> "@/#".indexOf(c) >= 0);
  }

  /** The offset into the text as seen of what follows this offset into the text as written. */
  int seen(int written) {
    int before = VisibleText.of(raw.substring(0, written)).length();
    return Math.min(before == 0 ? 0 : before + 1, text.length());
  }

  /** Whether two words have nothing but one space between them. */
  boolean isOneSpaceBetween(Word before, Word after) {
    return after.start() == before.end() + 1 && text.charAt(before.end()) == ' ';
  }
}
