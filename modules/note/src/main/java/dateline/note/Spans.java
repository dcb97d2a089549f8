package dateline.note;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into spans: links written as {@code [text](target)}, and addresses of the web that
 * stand in the text, also where a space before or between them was lost. Of a link that is not
 * {@linkplain Links#isSafe safe} the words stay and the target goes.
 */
final class Spans {

  private static final int LONGEST_URL = 2_048;
  private static final int LONGEST_LABEL = 1_000;
  private static final String NOT_IN_URL = "<>\"“”‘’«»[]{}|\\^`";

  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private final List<Integer> unsafe = new ArrayList<>();
  private int done;

  private Spans(String text) {
    this.text = text;
  }

  static List<Span> of(String text) {
    Spans spans = new Spans(text);
    spans.cut();
    return spans.spans;
  }

  /** Where links begin whose targets go. */
  static List<Integer> unsafe(String text) {
    Spans spans = new Spans(text);
    spans.cut();
    return spans.unsafe;
  }

  /** Links are where the format of the text says, and at addresses that stand outside them. */
  static List<Span> of(String text, List<Source.Linked> links) {
    List<Span> spans = new ArrayList<>();
    int done = 0;
    for (Source.Linked link : links) {
      spans.addAll(bare(text.substring(done, link.start())));
      spans.add(Span.link(text.substring(link.start(), link.end()), link.href()));
      done = link.end();
    }
    spans.addAll(bare(text.substring(done)));
    return spans;
  }

  private static List<Span> bare(String text) {
    Spans spans = new Spans(text);
    for (int i = 0; i < text.length(); i++) {
      if (i >= spans.done && spans.startsUrl(i)) {
        i = spans.bare(i) - 1;
      }
    }
    spans.plain(text.length());
    return spans.spans;
  }

  private void cut() {
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        open = i;
      } else if (c == ']' && open >= done && text.startsWith("](", i)) {
        i = marked(open, i);
        open = -1;
      } else if (i >= done && startsUrl(i)) {
        i = bare(i) - 1;
      }
    }
    plain(text.length());
  }

  /** A link whose label is between these brackets; returns where to go on. */
  private int marked(int open, int close) {
    int end = text.indexOf(')', close, Math.min(text.length(), close + LONGEST_URL));
    boolean label = close > open + 1 && close - open <= LONGEST_LABEL;
    if (end < 0 || !label) {
      return close;
    }
    String target = text.substring(close + 2, end);
    if (target.chars().anyMatch(c -> VisibleText.isSpace(c) || c == '[')) {
      return close;
    }
    // What was taken for a bare address inside the label belongs to the label.
    plain(open);
    String words = text.substring(open + 1, close);
    if (Links.isSafe(target)) {
      spans.add(Span.link(words, target));
    } else {
      spans.add(Span.plain(words));
      unsafe.add(open);
    }
    done = end + 1;
    return end;
  }

  private int bare(int start) {
    int end = start;
    boolean glued = false;
    while (end < text.length() && end - start < LONGEST_URL && isInUrl(text.charAt(end))) {
      glued = end > start && Character.isLetterOrDigit(text.charAt(end - 1)) && startsUrl(end);
      if (glued) {
        break;
      }
      end++;
    }
    String url =
        glued ? withoutConjunction(text.substring(start, end)) : text.substring(start, end);
    url = withoutStops(url);
    if (inLabel(start, start + url.length())) {
      return start + url.length();
    }
    plain(start);
    spans.add(Span.link(url, url));
    done = start + url.length();
    return done;
  }

  /** An address that is the label of a marked link is left to that link. */
  private boolean inLabel(int start, int end) {
    return start > 0 && text.charAt(start - 1) == '[' && text.startsWith("](", end);
  }

  private void plain(int end) {
    if (end > done) {
      spans.add(Span.plain(text.substring(done, end)));
      done = end;
    }
  }

  private boolean startsUrl(int at) {
    if ("hHwW".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int name = 0;
    if (text.regionMatches(true, at, "www.", 0, 4)) {
      name = at + 4;
    } else if (text.regionMatches(true, at, "http://", 0, 7)) {
      name = at + 7;
    } else if (text.regionMatches(true, at, "https://", 0, 8)) {
      name = at + 8;
    }
    return name > 0 && name < text.length() && Character.isLetterOrDigit(text.charAt(name));
  }

  private static boolean isInUrl(char c) {
    return !Source.showsNothing(c) && NOT_IN_URL.indexOf(c) < 0 && c != '\uFFFD';
  }

  /** "www.a.organdhttp://b.org" lost two spaces. */
  private static String withoutConjunction(String url) {
    boolean path = url.indexOf('/', url.indexOf("://") + 3) >= 0;
    if (!path && url.endsWith("and")) {
      return url.substring(0, url.length() - 3);
    }
    return !path && url.endsWith("or") ? url.substring(0, url.length() - 2) : url;
  }

  private static String withoutStops(String url) {
    int end = url.length();
    while (end > 0 && isStop(url, end)) {
      end--;
    }
    return url.substring(0, end);
  }

  private static boolean isStop(String url, int end) {
    char last = url.charAt(end - 1);
    boolean unopened = last == ')' && url.lastIndexOf('(', end - 1) < 0;
    return ".,;:!?'…*_".indexOf(last) >= 0 || unopened;
  }
}
