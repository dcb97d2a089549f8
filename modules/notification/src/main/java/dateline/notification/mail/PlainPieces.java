package dateline.notification.mail;

import dateline.note.PlainText;
import dateline.note.difference.TextDifference;
import java.util.List;
import java.util.stream.Collectors;

/** A letter as plain text. */
final class PlainPieces {

  private PlainPieces() {}

  static String of(List<Piece> pieces) {
    return pieces.stream().map(PlainPieces::of).collect(Collectors.joining("\n"));
  }

  private static String of(Piece piece) {
    return switch (piece) {
      case Piece.Title(var text) -> text + '\n' + "=".repeat(Math.min(text.length(), 40)) + '\n';
      case Piece.Heading(var text) -> text + '\n' + "-".repeat(Math.min(text.length(), 40)) + '\n';
      case Piece.Line(var text) -> text + '\n';
      case Piece.Quote(var text) -> text.lines().map(line -> "> " + line + '\n').collect(joined());
      case Piece.Link(var label, var page) -> label + ":\n" + page + '\n';
      case Piece.Changes(var difference) ->
          "[-gone-] and {+new+}:\n\n"
              + TextDifference.of(difference).lines().map(line -> line + "\n").collect(spaced());
      case Piece.Text(var note) -> PlainText.of(note);
      case Piece.Rule() -> "\n* * *\n\n";
    };
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> spaced() {
    return Collectors.joining("\n");
  }
}
