package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.note.MediaNote;
import java.util.List;
import java.util.Locale;

/**
 * Which notes need which office. A note meets a rule if it meets every condition that is not empty.
 *
 * @param kinds of which the note is one, in any case: {@code "Readout"}
 * @param issuers whose words stand in the note's issuer: {@code "Secretary of State"} is met by
 *     {@code "A. Name, Secretary of State"}
 * @param mentions words or names of which the text has at least one, as whole words in any case;
 *     contacts and boilerplate are not the text
 * @param languages of which the note has one: {@code "es"} is met by {@code "es-MX"}
 * @param line what follows from it, with its reason for people
 */
public record ClearanceRule(
    List<String> kinds,
    List<String> issuers,
    List<String> mentions,
    List<String> languages,
    ClearanceLine line) {

  public ClearanceRule {
    kinds = List.copyOf(kinds);
    issuers = List.copyOf(issuers);
    mentions = List.copyOf(mentions);
    languages = List.copyOf(languages);
  }

  /** A rule for every note. */
  public static ClearanceRule always(OfficeId office, Power power, String because) {
    return new ClearanceRule(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ClearanceLine(office, power, false, because));
  }

  boolean isMetBy(MediaNote note, Words text) {
    return (kinds.isEmpty() || note.kind().filter(this::isOneOfItsKinds).isPresent())
        && (issuers.isEmpty() || note.issuer().filter(this::holdsOneOfItsIssuers).isPresent())
        && (mentions.isEmpty()
            || mentions.stream().anyMatch(mention -> text.hold(Words.of(mention))))
        && (languages.isEmpty() || note.languages().stream().anyMatch(this::isOneOfItsLanguages));
  }

  private boolean isOneOfItsKinds(String kind) {
    return kinds.stream().anyMatch(ours -> Words.of(ours).equals(Words.of(kind)));
  }

  private boolean holdsOneOfItsIssuers(String issuer) {
    return issuers.stream().anyMatch(ours -> Words.of(issuer).hold(Words.of(ours)));
  }

  private boolean isOneOfItsLanguages(String tag) {
    String given = tag.toLowerCase(Locale.ROOT);
    return languages.stream()
        .map(ours -> ours.toLowerCase(Locale.ROOT))
        .anyMatch(ours -> given.equals(ours) || given.startsWith(ours + "-"));
  }
}
