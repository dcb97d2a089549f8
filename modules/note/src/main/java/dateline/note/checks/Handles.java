package dateline.note.checks;

/** A handle with a dot in it, which readers and programs take for an address. */
final class Handles implements Check {

  private static final Rule RULE =
      Rule.advises(
          "HANDLE_LIKE_ADDRESS",
          "A handle looks like part of an e-mail address.",
          "Follow @gate.port for news.",
          "Say which service it is on, or give a link.");

  private static final int LONGEST = 60;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      String text = passage.text();
      for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
        boolean handle = at == 0 || !(isName(text.charAt(at - 1)) || text.charAt(at - 1) == '@');
        int end = endOfName(text, at + 1);
        if (handle && text.substring(at + 1, end).indexOf('.') > 0) {
          String name = Page.quote(text.substring(at, end));
          page.report(
              RULE,
              passage,
              at,
              end,
              "The handle " + name + " looks like part of an e-mail address.");
        }
      }
    }
  }

  private static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < LONGEST && isName(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
  }
}
