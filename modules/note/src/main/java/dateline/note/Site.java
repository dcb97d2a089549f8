package dateline.note;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the site that carries a note adds to it. */
public final class Site {

  private static final List<String> NOTICES =
      List.of(
          "manages this site",
          "maintains this site",
          "this site is managed by",
          "external links to other",
          "construed as an endorsement",
          "all rights reserved",
          "view this email in your browser",
          "you are receiving this",
          "you received this",
          "this email was sent",
          "this message was sent to",
          "uses cookies",
          "to unsubscribe");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(topics?|components?|tags?|categor(y|ies)|related topics|bureaus? and offices?)(\\(s\\))?\\s*:");

  /** {@code "About the Harbour Office"}, with what it says behind a colon or dash, or without. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:About|ABOUT) (?:[Uu]s|US|(?:(?:the|our|THE|OUR) )?\\p{Lu}[\\p{L}\\p{N}.’'&-]{0,40}"
              + "(?: (?:(?:of|the|for|and|in|on|to|&) ){0,2}[\\p{Lu}(][\\p{L}\\p{N}.’'&)-]{0,40}){0,10})"
              + "(?:$|:| ?[–—](?= ))");

  private static final Pattern UPDATED =
      Pattern.compile("(?i)(page )?(last )?(updated|modified|reviewed|posted)( on)?[: ]+");

  /** A notice has at least so many words; less is a label. */
  private static final int NOTICE_WORDS = 6;

  private Site() {}

  static boolean isNotice(String plain) {
    String lower = plain.substring(0, Math.min(plain.length(), 1_000)).toLowerCase(Locale.ROOT);
    return NOTICES.stream().anyMatch(lower::contains) || lower.startsWith("©");
  }

  /** A standing paragraph about the issuer, where those stand: after the end mark. */
  static boolean isAboutIssuer(String plain) {
    return plain.length() <= 1_000 && plain.contains(" mission is to ");
  }

  /** The heading of a standing paragraph about the issuer. */
  public static boolean isAboutHeading(String plain) {
    return plain.length() <= 120 && ABOUT.matcher(plain).matches();
  }

  /** A standing paragraph about the issuer that has its heading in itself. */
  public static boolean isAboutParagraph(String plain) {
    return ABOUT.matcher(plain).lookingAt() && !isAboutHeading(plain);
  }

  /** {@code "Topic(s):"}, alone or with what it says. */
  static boolean isLabelled(String plain) {
    return plain.length() <= 200 && plain.indexOf(':') > 0 && LABEL.matcher(plain).lookingAt();
  }

  static boolean isUpdated(String plain) {
    return plain.length() <= 80
        && plain.length() > 12
        && UPDATED.matcher(plain).lookingAt()
        && Dates.certain(UPDATED.matcher(plain).replaceFirst("")).isPresent();
  }

  /**
   * Whether a boilerplate text says something or heads one that does, or only names a feed, a
   * section, a label.
   */
  public static boolean isNoticeToReaders(String boilerplate) {
    String plain = VisibleText.of(boilerplate);
    boolean says = plain.split(" ", -1).length >= NOTICE_WORDS && !isLabelled(plain);
    return says || isAboutHeading(plain);
  }
}
