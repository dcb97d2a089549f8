package dateline.note.checks;

import dateline.note.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a press office wants of its notes beyond what holds for all. It is advice: what stops a
 * submission is the same everywhere, and a style that touches a blocking check is refused.
 *
 * @param off codes of checks that are not made
 * @param severities other than the usual ones, by code
 * @param spellings how a name is not written, to how it is: {@code "Kiev"} to {@code "Kyiv"}
 * @param honorifics by a person's full name: {@code "Ana Roe"} to {@code "Dr."}
 * @param offices that issue notes, as printed; empty if any may
 * @param issuers who may issue a kind of note; a kind that is not named may come from anybody
 * @param headlineCase how headlines are capitalised
 * @param smallWords words that a headline's capitals leave alone, in lower case
 */
public record HouseStyle(
    Set<String> off,
    Map<String, Severity> severities,
    Map<String, String> spellings,
    Map<String, String> honorifics,
    List<String> offices,
    Map<String, Issuers> issuers,
    HeadlineCase headlineCase,
    Set<String> smallWords) {

  /** How headlines are capitalised. */
  public enum HeadlineCase {
    /** Every Longer Word Begins With a Capital. */
    TITLE,
    /** Only the first word and names do. */
    SENTENCE,
    /** As the writer likes. */
    FREE
  }

  /** Who may issue a kind of note. */
  public sealed interface Issuers {
    /** An office, no single speaker. */
    record Office() implements Issuers {}

    /** A speaker by name and role. */
    record Speaker() implements Issuers {}

    /**
     * One of these.
     *
     * @param names as printed
     */
    record Named(List<String> names) implements Issuers {
      public Named {
        names = List.copyOf(names);
      }
    }
  }

  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a", "an", "the", "and", "or", "nor", "but", "of", "in", "on", "at", "by", "for", "from",
          "into", "with");

  private static final HouseStyle USUAL =
      new HouseStyle(
          Set.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          Map.of(
              "Readout", new Issuers.Office(),
              "Media Note", new Issuers.Office(),
              "Press Statement", new Issuers.Speaker(),
              "Remarks", new Issuers.Speaker()),
          HeadlineCase.TITLE,
          SMALL_WORDS);

  public HouseStyle {
    off = Set.copyOf(off);
    severities = Map.copyOf(severities);
    spellings = Map.copyOf(spellings);
    honorifics = Map.copyOf(honorifics);
    offices = List.copyOf(offices);
    issuers = Map.copyOf(issuers);
    smallWords = Set.copyOf(smallWords);
    for (Rule rule : Checks.rules()) {
      if (rule.blocks() && (off.contains(rule.code()) || severities.containsKey(rule.code()))) {
        throw new IllegalArgumentException(
            rule.code() + " stops a submission everywhere; waive it note by note");
      }
    }
    if (spellings.keySet().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a spelling without a letter is never found");
    }
    if (severities.containsValue(Severity.BLOCKS)) {
      throw new IllegalArgumentException("a house style stops no submission; it warns or advises");
    }
  }

  /** What holds where no house style is given. */
  public static HouseStyle usual() {
    return USUAL;
  }

  /** The small words of a usual house style's headlines. */
  public static Set<String> usualSmallWords() {
    return SMALL_WORDS;
  }

  /** How grave a rule's findings are here; empty if the check is off. */
  public Optional<Severity> severity(Rule rule) {
    return off.contains(rule.code())
        ? Optional.empty()
        : Optional.of(severities.getOrDefault(rule.code(), rule.severity()));
  }
}
