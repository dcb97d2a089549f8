package dateline.note.checks;

import dateline.note.Issuers;
import dateline.note.VisibleText;

/** Who issues a note: an office, or a speaker by name and role. */
final class IssuedBy {

  private IssuedBy() {}

  /**
   * {@code "Ana Roe, Minister of Ports"} or {@code "Senator Ana Roe"}; an office has no comma
   * behind two names, and no name behind a title.
   */
  static boolean isSpeaker(String issuer) {
    int comma = issuer.indexOf(", ");
    String name = comma < 0 ? issuer : issuer.substring(0, comma);
    boolean names =
        name.indexOf(' ') > 0
            && Word.of(name).stream().allMatch(Word::isCapital)
            && !name.matches("(?:The )?(?:Office|Ministry|Department|Bureau|Embassy|Mission)\\b.*");
    return (comma > 0 && names) || Issuers.isTitledPerson(name);
  }

  /** The passage that names the issuer. */
  static Passage line(Page page) {
    String issuer = VisibleText.of(page.note().issuer().orElse(""));
    return page.passages().stream()
        .filter(passage -> passage.in() == Passage.In.HEAD && passage.text().equals(issuer))
        .findFirst()
        .orElse(page.headline());
  }
}
