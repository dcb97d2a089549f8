package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the asking has come.
 *
 * @param asked whose turn it has been
 * @param reminded of these, who was reminded
 * @param silent of these, who let the time pass
 * @param passedOver without whom somebody decided to go on
 * @param authority who declared an emergency for the present text
 */
record Progress(
    Map<OfficeId, Asked> asked,
    Set<OfficeId> reminded,
    Set<OfficeId> silent,
    Map<OfficeId, PassedOver> passedOver,
    Optional<PersonId> authority) {

  static final Progress NONE =
      new Progress(Map.of(), Set.of(), Set.of(), Map.of(), Optional.empty());

  Progress {
    asked = Map.copyOf(asked);
    reminded = Set.copyOf(reminded);
    silent = Set.copyOf(silent);
    passedOver = Map.copyOf(passedOver);
  }

  Progress asking(List<Asked> offices) {
    Map<OfficeId, Asked> more = new HashMap<>(asked);
    offices.forEach(office -> more.put(office.office(), office));
    return new Progress(more, reminded, silent, passedOver, authority);
  }

  Progress reminding(List<OfficeId> offices) {
    return new Progress(asked, plus(reminded, offices), silent, passedOver, authority);
  }

  Progress hearingNothingFrom(List<OfficeId> offices) {
    return new Progress(asked, reminded, plus(silent, offices), passedOver, authority);
  }

  Progress passing(PassedOver decision) {
    Map<OfficeId, PassedOver> more = new HashMap<>(passedOver);
    more.put(decision.office(), decision);
    return new Progress(asked, reminded, silent, more, authority);
  }

  /** It spoke, or is asked anew: what was before counts no longer. */
  Progress anew(OfficeId office) {
    Map<OfficeId, Asked> others = new HashMap<>(asked);
    others.remove(office);
    Map<OfficeId, PassedOver> without = new HashMap<>(passedOver);
    without.remove(office);
    return new Progress(others, minus(reminded, office), minus(silent, office), without, authority);
  }

  Progress declaredBy(PersonId person) {
    return new Progress(asked, reminded, silent, passedOver, Optional.of(person));
  }

  boolean isToBeReminded(OfficeId office, Instant now) {
    return !reminded.contains(office)
        && !silent.contains(office)
        && reached(Optional.ofNullable(asked.get(office)).flatMap(Asked::remindAt), now);
  }

  boolean hasRunOutOfTime(OfficeId office, Instant now) {
    return !silent.contains(office)
        && reached(Optional.ofNullable(asked.get(office)).flatMap(Asked::due), now);
  }

  private static boolean reached(Optional<Instant> instant, Instant now) {
    return instant.filter(at -> !at.isAfter(now)).isPresent();
  }

  private static Set<OfficeId> plus(Set<OfficeId> some, Collection<OfficeId> others) {
    Set<OfficeId> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<OfficeId> minus(Set<OfficeId> some, OfficeId one) {
    Set<OfficeId> fewer = new HashSet<>(some);
    fewer.remove(one);
    return fewer;
  }
}
