package dateline.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The one text that stands for a note, byte for byte the same wherever it is computed; {@code
 * docs/notes.md} defines it for others. Each part is one line, {@code name TAB field … LF}, in the
 * order of {@link MediaNote}'s components. A part that shows nothing has no line. Two notes that a
 * reader can tell apart never have the same form: a field cannot hold a tab or a line end, because
 * white space in it is one space, and brackets in running text are escaped.
 *
 * @param text the form itself
 */
public record CanonicalForm(String text) {

  /** The canonical form of this note. */
  public static CanonicalForm of(MediaNote note) {
    StringBuilder out = new StringBuilder("dateline-note-1\n");
    line(out, "headline", note.headline());
    line(out, "subheadline", note.subheadline());
    line(out, "kind", note.kind());
    line(out, "issuer", note.issuer());
    line(out, "place", note.place());
    line(out, "date", note.date().map(Object::toString));
    line(out, "releaseLine", note.releaseLine());
    line(out, "embargoLine", note.embargoLine());
    line(out, "attribution", note.attribution());
    line(out, "correction", note.correction());
    line(out, "releaseNumber", note.releaseNumber());
    note.body().forEach(block -> line(out, block));
    note.contacts().forEach(contact -> line(out, contact));
    note.boilerplate().forEach(paragraph -> line(out, "boilerplate", paragraph));
    line(out, "endMark", note.endMark());
    note.languages().forEach(language -> line(out, "language", language));
    return new CanonicalForm(out.toString());
  }

  /** The line of one block of a body, with its LF; empty if the block shows nothing. */
  public static String lineOf(Block block) {
    StringBuilder out = new StringBuilder();
    line(out, block);
    return out.toString();
  }

  /** The SHA-256 of the form's UTF-8 bytes. */
  public Digest digest() {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Digest(HexFormat.of().formatHex(sha));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static void line(StringBuilder out, String name, Optional<String> text) {
    text.ifPresent(present -> line(out, name, present));
  }

  private static void line(StringBuilder out, String name, String text) {
    fields(out, name, List.of(VisibleText.of(text)));
  }

  private static void line(StringBuilder out, Block block) {
    switch (block) {
      case Block.Paragraph(var spans) -> fields(out, "paragraph", List.of(spans(spans)));
      case Block.Heading(var spans) -> fields(out, "heading", List.of(spans(spans)));
      case Block.Quotation(var spans) -> fields(out, "quotation", List.of(spans(spans)));
      case Block.ListItem(var marker, int level, var spans) ->
          fields(
              out,
              level == 0 ? "item" : "item-" + level,
              List.of(VisibleText.of(marker), spans(spans)));
      case Block.Footnote(var mark, var spans) ->
          fields(out, "footnote", List.of(VisibleText.of(mark), spans(spans)));
      case Block.TableRow(var cells) ->
          fields(out, "row", cells.stream().map(CanonicalForm::spans).toList());
    }
  }

  private static void line(StringBuilder out, MediaContact contact) {
    List<String> fields = new ArrayList<>();
    fields.add(contact.name().map(VisibleText::of).orElse(""));
    fields.add(contact.office().map(VisibleText::of).orElse(""));
    fields.add(contact.email().map(VisibleText::of).orElse(""));
    contact.phones().stream()
        .map(VisibleText::of)
        .filter(phone -> !phone.isEmpty())
        .forEach(fields::add);
    fields(out, "contact", fields);
  }

  private static void fields(StringBuilder out, String name, List<String> fields) {
    if (fields.stream().allMatch(String::isEmpty)) {
      return;
    }
    out.append(name);
    fields.forEach(field -> out.append('\t').append(field));
    out.append('\n');
  }

  /**
   * Running text with its links as {@code [text](target)}. A space at the edge of a link counts as
   * outside it; neighbours with the same target are one.
   */
  private static String spans(List<Span> spans) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (Span span : joined(spans)) {
      String seen = VisibleText.withEnds(span.text());
      gap |= seen.startsWith(" ");
      String core = VisibleText.of(seen);
      if (core.isEmpty() && span.href().isEmpty()) {
        continue;
      }
      if (gap && !out.isEmpty()) {
        out.append(' ');
      }
      if (span.href().isPresent()) {
        out.append('[').append(escaped(core)).append("](");
        out.append(target(span.href().get())).append(')');
      } else {
        out.append(escaped(core));
      }
      gap = seen.endsWith(" ");
    }
    return out.toString();
  }

  /** How a text is cut into spans shows nowhere, so neighbours of one kind are one. */
  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (int i = 0; i < spans.size(); ) {
      Optional<String> href = spans.get(i).href();
      StringBuilder text = new StringBuilder();
      for (; i < spans.size() && spans.get(i).href().equals(href); i++) {
        text.append(spans.get(i).text());
      }
      joined.add(new Span(text.toString(), href));
    }
    return joined;
  }

  private static String escaped(String text) {
    if (text.indexOf('\\') < 0 && text.indexOf('[') < 0 && text.indexOf(']') < 0) {
      return text;
    }
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  /**
   * A target counts exactly as written, since even an unseen character changes where it goes: what
   * is not printable ASCII, and backslash and round brackets, is written {@code \}{@code u{hex}}.
   */
  private static String target(String href) {
    StringBuilder out = new StringBuilder(href.length());
    href.codePoints()
        .forEach(c -> {
          if (c > ' ' && c <= '~' && c != '\\' && c != '(' && c != ')') {
            out.append((char) c);
          } else {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
          }
        });
    return out.toString();
  }
}
