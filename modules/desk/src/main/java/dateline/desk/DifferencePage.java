package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.Draft.Revised;
import dateline.desk.Standing.Answered;
import dateline.note.HtmlText;
import dateline.note.difference.Difference;
import dateline.note.difference.HtmlDifference;
import dateline.runtime.http.Content;
import dateline.runtime.http.OwnStyles;
import java.util.List;

/** A difference as a page of its own, which also reads well when it is saved as a file. */
final class DifferencePage {

  private static final String STYLES =
      "body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 46rem;"
          + " margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }\n"
          + HtmlDifference.STYLES;

  private static final String POLICY = OwnStyles.policy(STYLES);

  private DifferencePage() {}

  static Content of(NoteEntry note, Revised from, Revised to, Difference difference) {
    return of(
        note,
        "Revision %d and revision %d".formatted(from.number(), to.number()),
        List.of(made(from), made(to)),
        difference);
  }

  /** What an office proposes, against the present text. */
  static Content ofEdits(NoteEntry note, EditsEntry edits, Difference difference) {
    Answered answer = edits.answer();
    return of(
        note,
        "Revision %d and the edits of %s".formatted(note.draft().revision(), edits.office()),
        List.of(
            note.draft().revision(note.draft().revision()).map(DifferencePage::made).orElse(""),
            "Edits to revision %d, by %s at <time>%s</time>%s"
                .formatted(
                    answer.revision(),
                    HtmlText.escaped(answer.person()),
                    answer.at(),
                    answer.reason().isEmpty() ? "" : ": " + HtmlText.escaped(answer.reason()))),
        difference);
  }

  /**
   * @param texts both, as they were made, in HTML
   */
  private static Content of(
      NoteEntry note, String heading, List<String> texts, Difference difference) {
    String title = HtmlText.escaped(heading);
    String page =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s: %s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        <p>Note <span dir="auto">%s</span></p>
        <ul>
        <li>%s</li>
        <li>%s</li>
        </ul>
        %s</main>
        </body>
        </html>
        """
            .formatted(
                title,
                HtmlText.escaped(note.id().substring(0, Math.min(8, note.id().length()))),
                STYLES,
                title,
                HtmlText.escaped(note.id()),
                texts.getFirst(),
                texts.getLast(),
                HtmlDifference.of(difference));
    return Content.html(200, page).withHeader("Content-Security-Policy", POLICY);
  }

  private static String made(Revised made) {
    return "Revision %d, by %s at <time>%s</time>"
        .formatted(made.number(), HtmlText.escaped(made.by()), made.at());
  }
}
