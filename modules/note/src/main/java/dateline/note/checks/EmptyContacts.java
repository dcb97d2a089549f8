package dateline.note.checks;

import dateline.note.Phrase;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;

/** A sentence that sends the press to somebody without saying where. */
final class EmptyContacts implements Check {

  private static final Rule RULE =
      Rule.warns(
          "EMPTY_CONTACT",
          "A contact is named without an address.",
          "Please contact Ana Roe at for information.",
          "Add the e-mail address or the telephone number.");

  /** No address begins with one of these. */
  private static final Set<String> NO_ADDRESS =
      Set.of("for", "or", "and", "with", "to", "regarding", "about", "if", "on");

  private static final Set<String> ASKS =
      Set.of(
          "contact",
          "Contact",
          "e-mail",
          "email",
          "E-mail",
          "Email",
          "reach",
          "reached",
          "contacted");

  /** What an address follows, and, in its first group, what a person may follow as well. */
  private static final Phrase LABEL =
      Phrase.ofWords(
          "media press please phone tel mobile fax e-mail email",
          "(?<![\\p{L}\\p{N}-])"
              + "(?i:((?:media|press) contacts?|please contact)|phone|tel(?:ephone)?\\.?|mobile|fax|e-?mail):");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    List<Passage> body = page.body();
    for (int at = 0; at < body.size(); at++) {
      String next = at + 1 < body.size() ? body.get(at + 1).text() : "";
      lookAtLabels(page, body.get(at), next);
    }
    for (Passage passage : body) {
      List<Word> words = passage.words();
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).text().equals("at") && isEmptyAfter(passage, i) && asks(words, i)) {
          page.report(
              RULE,
              passage,
              words.get(i).start(),
              words.get(i).end(),
              "A contact is named without an address: nothing stands between “at” and what follows.");
        }
      }
    }
  }

  private static void lookAtLabels(Page page, Passage passage, String next) {
    if (passage.isRow()) {
      return;
    }
    String text = passage.text();
    for (MatchResult label : LABEL.in(text)) {
      String rest = text.substring(label.end(), Math.min(text.length(), label.end() + 30)).strip();
      String behind = rest.isEmpty() ? next : rest;
      boolean labelled = label.group(1) == null && LABEL.begins(behind);
      if (behind.isEmpty() || labelled) {
        page.report(
            RULE,
            passage,
            label.start(),
            label.end(),
            "A contact is named without an address: nothing stands behind "
                + Page.quote(label.group())
                + ".");
      }
    }
  }

  private static boolean isEmptyAfter(Passage passage, int at) {
    List<Word> words = passage.words();
    int end = words.get(at).end();
    String text = passage.text();
    boolean stops =
        end == text.length()
            || ".,;".indexOf(text.charAt(end)) >= 0
            || (end + 1 < text.length() && ".,;".indexOf(text.charAt(end + 1)) >= 0);
    boolean goesOn =
        at + 1 < words.size()
            && passage.isOneSpaceBetween(words.get(at), words.get(at + 1))
            && NO_ADDRESS.contains(words.get(at + 1).text());
    return stops || goesOn;
  }

  private static boolean asks(List<Word> words, int at) {
    for (int i = at - 1; i >= 0 && i > at - 12; i--) {
      if (ASKS.contains(words.get(i).text())) {
        return true;
      }
    }
    return false;
  }
}
