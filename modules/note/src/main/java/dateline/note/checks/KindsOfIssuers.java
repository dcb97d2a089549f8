package dateline.note.checks;

import java.util.Optional;

/** A kind of note from somebody who does not issue that kind. */
final class KindsOfIssuers implements Check {

  private static final Rule RULE =
      Rule.advises(
          "KIND_AND_ISSUER",
          "A note of this kind is not issued by such an issuer.",
          "Readout of the Talks\n\nReadout\nAna Roe, Minister of Ports",
          "Correct the kind or the issuer.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Optional<String> kind = SaidKind.of(page);
    Optional<String> issuer = page.note().issuer();
    Optional<HouseStyle.Issuers> may =
        kind.flatMap(name -> Optional.ofNullable(page.style().issuers().get(name)));
    if (issuer.isEmpty() || may.isEmpty() || mayIssue(may.get(), issuer.get())) {
      return;
    }
    Passage line = IssuedBy.line(page);
    page.report(
        RULE,
        line,
        0,
        line.text().length(),
        "The kind %s is issued by %s, and this note by %s."
            .formatted(kind.get(), who(may.get()), Page.quote(issuer.get())));
  }

  private static boolean mayIssue(HouseStyle.Issuers may, String issuer) {
    return switch (may) {
      case HouseStyle.Issuers.Office() -> !IssuedBy.isSpeaker(issuer);
      case HouseStyle.Issuers.Speaker() -> IssuedBy.isSpeaker(issuer);
      case HouseStyle.Issuers.Named(var names) -> names.contains(issuer);
    };
  }

  private static String who(HouseStyle.Issuers may) {
    return switch (may) {
      case HouseStyle.Issuers.Office() -> "an office";
      case HouseStyle.Issuers.Speaker() -> "a speaker by name and role";
      case HouseStyle.Issuers.Named(var names) -> String.join(" or ", names);
    };
  }
}
