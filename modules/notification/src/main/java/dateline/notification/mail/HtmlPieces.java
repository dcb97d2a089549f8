package dateline.notification.mail;

import static dateline.note.HtmlText.escaped;

import dateline.note.HtmlRendering;
import dateline.note.difference.HtmlChanges;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter as an HTML fragment that reads well on a narrow screen. Styles stand in the elements,
 * because mail programs drop the others.
 */
final class HtmlPieces {

  private static final String PAGE =
      "max-width:40em;margin:0 auto;padding:0 8px;font:16px/1.5 sans-serif;overflow-wrap:anywhere";
  private static final String BUTTON =
      "display:inline-block;padding:12px 20px;border:2px solid #1d3557;border-radius:6px;"
          + "background:#1d3557;color:#ffffff;font-weight:bold;text-decoration:none";
  private static final String HEADLINE = "<h1 style=\"font-size:1.3em;line-height:1.3\" ";
  private static final String TEXT = "border-left:4px solid #8d99ae;padding-left:12px";

  private HtmlPieces() {}

  static String of(List<Piece> pieces) {
    return "<div style=\""
        + PAGE
        + "\">\n"
        + pieces.stream().map(HtmlPieces::of).collect(Collectors.joining())
        + "</div>\n";
  }

  private static String of(Piece piece) {
    return switch (piece) {
      case Piece.Title(var text) -> "<h1 style=\"font-size:1.25em\">" + escaped(text) + "</h1>\n";
      case Piece.Heading(var text) -> "<h2 style=\"font-size:1.1em\">" + escaped(text) + "</h2>\n";
      case Piece.Line(var text) -> "<p>" + escaped(text) + "</p>\n";
      case Piece.Quote(var text) ->
          "<blockquote style=\""
              + TEXT
              + ";margin-left:0\"><p>"
              + escaped(text).replace("\n", "<br>")
              + "</p></blockquote>\n";
      case Piece.Link(var label, var page) ->
          "<p><a href=\""
              + escaped(page.toString())
              + "\" style=\""
              + BUTTON
              + "\">"
              + escaped(label)
              + "</a></p>\n";
      case Piece.Changes(var difference) ->
          "<p>Struck through is gone, underlined is new.</p>\n<div style=\""
              + TEXT
              + "\">\n"
              + HtmlChanges.of(difference)
              + "</div>\n";
      case Piece.Text(var note) ->
          "<div style=\""
              + TEXT
              + "\">\n"
              + HtmlRendering.of(note).replace("<h1 ", HEADLINE)
              + "</div>\n";
      case Piece.Rule() -> "<hr style=\"margin:2em 0\">\n";
    };
  }
}
