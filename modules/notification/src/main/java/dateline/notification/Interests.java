package dateline.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which notes somebody wants. A note must meet every list that is not empty; an empty list wants
 * all.
 *
 * @param kinds as notes print them, case does not count: {@code "Media Note"}
 * @param issuers issuing offices or speakers as printed, case does not count
 * @param languages BCP 47 tags; {@code "en"} also wants {@code "en-GB"}
 */
public record Interests(List<String> kinds, List<String> issuers, List<String> languages) {

  /** Every note. */
  public static final Interests ALL = new Interests(List.of(), List.of(), List.of());

  public Interests {
    kinds = List.copyOf(kinds);
    issuers = List.copyOf(issuers);
    languages = List.copyOf(languages);
  }

  /** Whether they want a note of this kind, issuer and these languages. */
  public boolean want(Optional<String> kind, Optional<String> issuer, List<String> noteLanguages) {
    return isAmong(kinds, kind)
        && isAmong(issuers, issuer)
        && (languages.isEmpty() || noteLanguages.stream().anyMatch(this::reads));
  }

  private static boolean isAmong(List<String> wanted, Optional<String> said) {
    return wanted.isEmpty() || said.stream().anyMatch(s -> wanted.stream().anyMatch(same(s)));
  }

  private static java.util.function.Predicate<String> same(String said) {
    return wanted -> wanted.strip().equalsIgnoreCase(said.strip());
  }

  private boolean reads(String tag) {
    String written = tag.toLowerCase(Locale.ROOT);
    return languages.stream()
        .map(language -> language.toLowerCase(Locale.ROOT))
        .anyMatch(language -> written.equals(language) || written.startsWith(language + '-'));
  }
}
