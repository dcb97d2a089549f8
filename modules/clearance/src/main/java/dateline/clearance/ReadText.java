package dateline.clearance;

import dateline.note.Block;
import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as the rules read it: what the note says, part by part, but neither whom to ask about it
 * nor standing paragraphs.
 *
 * @param note the text
 * @param passages its parts in order
 * @param words of all of them
 */
record ReadText(MediaNote note, List<Passage> passages, Words words) {

  /**
   * One part.
   *
   * @param text as people read it
   * @param words of it
   * @param digest of its canonical line, so that a link's target counts too
   */
  record Passage(String text, Words words, Digest digest) {
    Passage(String text, Digest digest) {
      this(text, Words.of(text), digest);
    }
  }

  static ReadText of(MediaNote note) {
    List<Passage> passages = new ArrayList<>();
    add(passages, "headline", Optional.of(note.headline()));
    add(passages, "subheadline", note.subheadline());
    add(passages, "attribution", note.attribution());
    add(passages, "correction", note.correction());
    for (Block block : note.body()) {
      Digest digest = new CanonicalForm(CanonicalForm.lineOf(block)).digest();
      switch (block) {
        case Block.Paragraph(var spans) -> passages.add(new Passage(textOf(spans), digest));
        case Block.Heading(var spans) -> passages.add(new Passage(textOf(spans), digest));
        case Block.ListItem(_, _, var spans) -> passages.add(new Passage(textOf(spans), digest));
        case Block.Quotation(var spans) -> passages.add(new Passage(textOf(spans), digest));
        case Block.Footnote(_, var spans) -> passages.add(new Passage(textOf(spans), digest));
        case Block.TableRow(var cells) ->
            cells.forEach(cell -> passages.add(new Passage(textOf(cell), digest)));
      }
    }
    return new ReadText(
        note, List.copyOf(passages), Words.of(passages.stream().map(Passage::text).toList()));
  }

  /** The passages in which one of these phrases stands; empty if none does anywhere. */
  Optional<Set<Digest>> holding(List<Words> phrases) {
    List<Words> there = phrases.stream().filter(words::hold).toList();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Set<Digest> found = new LinkedHashSet<>();
    for (Passage passage : passages) {
      if (there.stream().anyMatch(passage.words()::hold)) {
        found.add(passage.digest());
      }
    }
    return Optional.of(found);
  }

  private static void add(List<Passage> passages, String name, Optional<String> text) {
    text.ifPresent(said ->
        passages.add(new Passage(said, new CanonicalForm(name + '\t' + said + '\n').digest())));
  }

  private static String textOf(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
