package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.note.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which notes a rule is about. A note must meet everything that is not empty, and meets a list by
 * any of its entries.
 *
 * @param kinds of which the note is one, in any case: {@code "Readout"}
 * @param issuers whose words stand in the note's issuer: {@code "Secretary of State"} is met by
 *     {@code "A. Name, Secretary of State"}
 * @param naming lists of words or names, of each of which the text has at least one, as whole words
 *     in any case: what it mentions, topics, officials, agencies; contacts and boilerplate are not
 *     the text
 * @param countries ISO 3166 codes; met by a country's name in English or a language of the note
 * @param languages of which the note has one: {@code "es"} is met by {@code "es-MX"}
 * @param offices of whose people the note is
 * @param embargo whether it must have an embargo line
 * @param attachments whether files must belong to it
 */
public record NoteCondition(
    List<String> kinds,
    List<String> issuers,
    List<List<String>> naming,
    List<String> countries,
    List<String> languages,
    List<OfficeId> offices,
    boolean embargo,
    boolean attachments) {

  /** Met by every note. */
  public static final NoteCondition NONE =
      new NoteCondition(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false);

  public NoteCondition {
    kinds = List.copyOf(kinds);
    issuers = List.copyOf(issuers);
    naming = naming.stream().filter(list -> !list.isEmpty()).map(List::copyOf).toList();
    countries = List.copyOf(countries);
    languages = List.copyOf(languages);
    offices = List.copyOf(offices);
  }

  /**
   * What of this text the rule is about: the passages that hold its words, or the whole text if it
   * asks for none. Empty if the note does not meet it.
   */
  Optional<Interest> metBy(ReadText text, Occasion occasion) {
    boolean met =
        (kinds.isEmpty() || text.note().kind().filter(this::isOneOfItsKinds).isPresent())
            && (issuers.isEmpty()
                || text.note().issuer().filter(this::holdsOneOfItsIssuers).isPresent())
            && (languages.isEmpty()
                || text.note().languages().stream().anyMatch(this::isOneOfItsLanguages))
            && (offices.isEmpty() || offices.contains(occasion.actionOffice()))
            && (!embargo || text.note().embargoLine().isPresent())
            && (!attachments || occasion.attachments());
    return met ? interestIn(text) : Optional.empty();
  }

  private Optional<Interest> interestIn(ReadText text) {
    List<List<Words>> asked = new ArrayList<>();
    naming.forEach(list -> asked.add(list.stream().map(Words::of).toList()));
    if (!countries.isEmpty()) {
      asked.add(namesOfCountries(text.note().languages()));
    }
    Set<Digest> holding = new HashSet<>();
    for (List<Words> phrases : asked) {
      Optional<Set<Digest>> found = text.holding(phrases);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      holding.addAll(found.get());
    }
    return Optional.of(
        new Interest(
            text.passages().stream()
                .map(ReadText.Passage::digest)
                .distinct()
                .filter(holding::contains)
                .toList()));
  }

  private List<Words> namesOfCountries(List<String> tags) {
    return countries.stream()
        .flatMap(code -> CountryNames.of(code, tags).stream())
        .distinct()
        .map(Words::of)
        .toList();
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
