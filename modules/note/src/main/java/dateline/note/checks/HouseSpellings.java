package dateline.note.checks;

import java.util.Map;

/** A name that the house writes otherwise. */
final class HouseSpellings implements Check {

  private static final Rule RULE =
      Rule.warns(
          "HOUSE_SPELLING",
          "A name is not written as the house style writes it.",
          "The minister flew to Kiev.",
          "Write it as the house style does.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Map.Entry<String, String> spelling : page.style().spellings().entrySet()) {
      for (Passage passage : page.passages()) {
        look(page, passage, spelling.getKey(), spelling.getValue());
      }
    }
  }

  private static void look(Page page, Passage passage, String wrong, String right) {
    String text = passage.text();
    for (int at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length())) {
      int end = at + wrong.length();
      boolean whole = !isLetter(text, at - 1) && !isLetter(text, end);
      if (whole && !isRight(text, at, right)) {
        page.report(
            RULE,
            passage,
            at,
            end,
            "The house writes “" + right + "”, not “" + wrong + "”.",
            "Write “" + right + "”.");
      }
    }
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  /** A wrong spelling may be a part of the right one: "Hague" in "The Hague". */
  private static boolean isRight(String text, int at, String right) {
    return text.startsWith(right, Math.max(0, at - right.length()))
        || text.substring(
                Math.max(0, at - right.length()), Math.min(text.length(), at + right.length()))
            .contains(right);
  }
}
