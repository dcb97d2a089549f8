package dateline.note.checks;

import dateline.note.Phrase;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;

/** Words that stand for something still to come. */
final class Placeholders implements Check {

  private static final Rule RULE =
      Rule.blocks(
          "PLACEHOLDER_LEFT",
          "A placeholder is still in the text.",
          "The minister said: PENDING QUOTE",
          "Put in what it stands for, or take it out.");

  private static final Set<String> WORDS =
      Set.of("TK", "TKTK", "TKK", "XX", "XXX", "XXXX", "XYZ", "TBD", "TBC", "FIXME", "PLACEHOLDER");

  private static final Set<String> NUMBERED =
      Set.of(
          "Article",
          "Chapter",
          "Part",
          "Annex",
          "Title",
          "Section",
          "Volume",
          "Protocol",
          "War",
          "Bowl",
          "the");

  private static final Set<String> COUNTED =
      Set.of(
          "Olympiad",
          "Olympic",
          "Congress",
          "Session",
          "Conference",
          "Assembly",
          "Summit",
          "International",
          "Century",
          "Games");

  private static final Phrase PHRASE =
      Phrase.of(
          "pending quote name number figure link insert lorem [ < { ( $x to xx ??? click error! ___ 0 1 2 3 4 5 6 7 8 9",
          "PENDING (?:QUOTE|CLEARANCE|APPROVAL|CONFIRMATION)"
              + "|(?:QUOTE|NAME|NUMBER|FIGURE|LINK) (?:PENDING|TO COME|TO FOLLOW)"
              + "|INSERT (?:QUOTE|NAME|TITLE|DATE|LINK|PHOTO|HERE)"
              + "|(?i:lorem ipsum)"
              + "|[\\[<{](?:(?i:insert|add|enter)\\b[^\\]>}\\n]{1,60}"
              + "|(?i:pending|placeholder|quote|to come|to follow)\\b[^\\]>}\\n]{0,60}"
              + "|(?i:your |the )?(?:NAME|TITLE|DATE|TIME|QUOTE|PLACE|CITY|LINK|NUMBER|PHONE|EMAIL|OFFICE)S?(?: OF [A-Z][A-Z ]{1,40})?)[\\]>}]"
              + "|\\[(?:Name|Date|Title|Time|Place|City|Number|Phone|Email)\\]"
              + "|\\[(?i:to be (?:confirmed|announced|decided|determined))\\]"
              + "|\\((?i:(?:quote|name|photo) (?:to come|to follow|pending))\\)"
              + "|\\$X{1,3}(?![\\p{L}\\p{N}])"
              + "|\\[(?i:link|hyperlink|url)(?i: here| to come| to follow)?\\]"
              + "|\\((?i:insert (?:the |a |an |your )?\\p{L})[^()\\n]{1,50}\\)"
              + "|(?:^|(?<=[\\p{Ll}:;,.(\\[–-] ?))TO COME(?![\\p{L}\\p{N}-]| \\p{Lu})"
              + "|(?<![\\p{L}\\p{N}])(?:xx[./-](?:xx|\\d{1,2})|\\d{1,2}[./-]xx)"
              + "[./-](?:\\d{4}|xx(?:xx)?)(?![\\p{L}\\p{N}])"
              + "|(?<![^ (:])\\?{3,20}(?!\\?)"
              + "|\\[[●•?]{1,3}\\]|\\{\\{[^{}\\n]{1,60}\\}\\}|<<[^<>\\n]{1,60}>>"
              + "|Click (?:or tap )?(?:here )?to (?:enter|add) (?:text|a date)"
              + "|Error! (?:Hyperlink reference not valid|Bookmark not defined|Reference source not found)"
              + "|(?<!_)_{3,20}(?!_)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.passages()) {
      List<Word> words = passage.words();
      for (int i = 0; i < words.size(); i++) {
        if (WORDS.contains(words.get(i).text())
            && !isRomanNumeral(words, i)
            && !isName(passage, i)) {
          report(page, passage, words.get(i).start(), words.get(i).end());
        }
      }
      for (MatchResult phrase : PHRASE.in(passage.text())) {
        if (!isLinked(passage, phrase.start())) {
          report(page, passage, phrase.start(), phrase.end());
        }
      }
    }
  }

  /** A "[link]" that is one. */
  private static boolean isLinked(Passage passage, int at) {
    return passage.text().startsWith("[", at)
        && passage.links().stream().anyMatch(link -> link.start() <= at && at < link.end());
  }

  /** "Article XX" and "the XXX Olympiad" count; "XX people" does not. */
  private static boolean isRomanNumeral(List<Word> words, int at) {
    if (!words.get(at).text().matches("X{2,3}")) {
      return false;
    }
    return (at > 0 && NUMBERED.contains(words.get(at - 1).text()))
        || (at + 1 < words.size() && COUNTED.contains(words.get(at + 1).text()));
  }

  /** {@code "at TK Maxx"} is a name; {@code "Minister TK Roe"} waits for one. */
  private static boolean isName(Passage passage, int at) {
    List<Word> words = passage.words();
    boolean goesOn =
        at + 1 < words.size()
            && words.get(at + 1).text().matches("\\p{Lu}\\p{Ll}+")
            && passage.isOneSpaceBetween(words.get(at), words.get(at + 1));
    boolean behindName =
        at > 0
            && words.get(at - 1).isCapital()
            && passage.isOneSpaceBetween(words.get(at - 1), words.get(at));
    return goesOn && !behindName && Set.of("TK", "XYZ").contains(words.get(at).text());
  }

  private static void report(Page page, Passage passage, int start, int end) {
    String found = Page.quote(passage.text().substring(start, end));
    page.report(RULE, passage, start, end, "The placeholder " + found + " is still in the text.");
  }
}
