package dateline.note.checks;

import java.util.Optional;
import java.util.regex.Pattern;

/** The kind of a note: said in its head, else what its headline lets everybody take it for. */
final class SaidKind {

  private static final Pattern READOUT =
      Pattern.compile("^(?i:readout)\\b|[’']s? (?:Phone )?(?:Call|Meeting)s? with ");

  /** {@code "Minister Ana Roe at the Opening of the Gate"}: who speaks, and where. */
  private static final Pattern REMARKS =
      Pattern.compile(
          "^Remarks by |^(?:(?:Acting|Deputy|Vice|Prime|Foreign|Under|Assistant) ){0,2}"
              + "(?:Secretary|Minister|President|Governor|Mayor|Ambassador|Commissioner|Chancellor|Spokesperson)"
              + "(?: of [A-Z]\\p{L}{2,20})?(?: [A-Z][\\p{L}.’-]{0,20}){1,4} (?i:at|on|with) ");

  private SaidKind() {}

  static Optional<String> of(Page page) {
    String headline = page.headline().text();
    return page.note()
        .kind()
        .or(() -> READOUT.matcher(headline).find() ? Optional.of("Readout") : Optional.empty())
        .or(() -> REMARKS.matcher(headline).find() ? Optional.of("Remarks") : Optional.empty());
  }

  /** Whether kind or headline call it a readout. */
  static boolean isReadout(Page page) {
    return page.note().kind().filter("Readout"::equals).isPresent()
        || READOUT.matcher(page.headline().text()).find();
  }
}
