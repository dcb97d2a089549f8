package dateline.clearance;

import dateline.kernel.OfficeId;
import java.util.List;
import java.util.Optional;

/**
 * Which notes need which office.
 *
 * @param when which notes it is about
 * @param line what follows from it, with its reason for people; what of the text concerns the
 *     office and how long it has follow from the note
 * @param exempt action offices that only notify this office of their notes (10 FAM 131.1e); never
 *     of a mandatory line
 */
public record ClearanceRule(NoteCondition when, ClearanceLine line, List<OfficeId> exempt) {

  public ClearanceRule {
    exempt = List.copyOf(exempt);
    if (line.mandatory() && !exempt.isEmpty()) {
      throw new IllegalArgumentException("nobody is exempt from a mandatory line");
    }
  }

  /** By kind, issuer, words of the text and language alone. */
  public ClearanceRule(
      List<String> kinds,
      List<String> issuers,
      List<String> mentions,
      List<String> languages,
      ClearanceLine line) {
    this(
        new NoteCondition(
            kinds, issuers, List.of(mentions), List.of(), languages, List.of(), false, false),
        line,
        List.of());
  }

  /** A rule for every note. */
  public static ClearanceRule always(OfficeId office, Power power, String because) {
    return new ClearanceRule(
        NoteCondition.NONE, new ClearanceLine(office, power, false, because), List.of());
  }

  /** The line it puts on the list of this text, or empty if it is not about it. */
  Optional<ClearanceLine> lineFor(ReadText text, Occasion occasion, Optional<Term> term) {
    Power power = exempt.contains(occasion.actionOffice()) ? Power.INFORM : line.power();
    return when.metBy(text, occasion)
        .map(interest ->
            new ClearanceLine(
                line.office(),
                power,
                line.mandatory(),
                line.because(),
                line.stage(),
                interest,
                power == Power.INFORM ? Optional.empty() : term));
  }
}
