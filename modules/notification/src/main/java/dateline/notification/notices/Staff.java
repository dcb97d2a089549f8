package dateline.notification.notices;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The directory: who works where, who is away and who stands in.
 *
 * @param zone of the press office, for offices that have none
 */
public record Staff(Map<PersonId, Member> people, Map<OfficeId, Office> offices, ZoneId zone) {

  /** An office. */
  public record Office(OfficeId id, String name, ZoneId zone) {}

  /** From which day until which, both included. */
  public record Days(LocalDate from, LocalDate until) {
    boolean include(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /** That somebody answers for a person's office in their stead. */
  public record Deputy(PersonId person, Days days) {}

  /**
   * A person.
   *
   * @param address work e-mail address
   */
  public record Member(
      PersonId id,
      String name,
      String address,
      OfficeId office,
      Set<Role> roles,
      List<Deputy> deputies,
      List<Days> away) {
    public Member {
      roles = Set.copyOf(roles);
      deputies = List.copyOf(deputies);
      away = List.copyOf(away);
    }
  }

  /**
   * Somebody who is asked for an office.
   *
   * @param deputyFor whom they stand in for; empty if they are of the office
   */
  record Respondent(PersonId person, Optional<PersonId> deputyFor) {}

  public Staff {
    people = Map.copyOf(people);
    offices = Map.copyOf(offices);
  }

  /** The same with names of parties outside the house, which no directory has. */
  public Staff with(Map<OfficeId, String> parties) {
    Map<OfficeId, Office> all = new HashMap<>(offices);
    parties.forEach((id, name) -> all.put(id, new Office(id, name, zone)));
    return new Staff(people, all, zone);
  }

  public Optional<Member> person(PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  /** The person's name, or their id if they are not there any more. */
  public String nameOf(PersonId id) {
    return person(id).map(Member::name).orElse(id.value());
  }

  /** The office's name, or its id if it is not there any more. */
  public String nameOf(OfficeId id) {
    return Optional.ofNullable(offices.get(id)).map(Office::name).orElse(id.value());
  }

  /** The zone of the office's day. */
  public ZoneId zoneOf(OfficeId id) {
    return Optional.ofNullable(offices.get(id)).map(Office::zone).orElse(zone);
  }

  /** Whether anybody of this office, or a deputy of theirs, can answer on this day. */
  boolean isThere(OfficeId office, Predicate<PersonId> open, Instant at) {
    return !present(office, open, at).isEmpty();
  }

  /**
   * Who is asked for an office: its reviewers who are there and may answer, and today's deputies of
   * those who may. If nobody of them is there, those who are away.
   *
   * @param open whether a person may answer about the note at all
   */
  List<Respondent> respondents(OfficeId office, Predicate<PersonId> open, Instant at) {
    List<Respondent> present = present(office, open, at);
    return present.isEmpty()
        ? reviewersOf(office, open)
            .map(member -> new Respondent(member.id(), Optional.empty()))
            .toList()
        : present;
  }

  private List<Respondent> present(OfficeId office, Predicate<PersonId> open, Instant at) {
    Map<String, Respondent> all = new TreeMap<>();
    reviewersOf(office, open)
        .filter(member -> isThere(member, at))
        .forEach(
            member -> all.put(member.id().value(), new Respondent(member.id(), Optional.empty())));
    LocalDate today = LocalDate.ofInstant(at, zoneOf(office));
    reviewersOf(office, open)
        .forEach(principal ->
            principal.deputies().stream()
                .filter(deputy -> deputy.days().include(today))
                .flatMap(deputy -> person(deputy.person()).stream())
                .filter(deputy -> open.test(deputy.id()) && isThere(deputy, at))
                .forEach(deputy ->
                    all.putIfAbsent(
                        deputy.id().value(),
                        new Respondent(deputy.id(), Optional.of(principal.id())))));
    return List.copyOf(all.values());
  }

  private Stream<Member> reviewersOf(OfficeId office, Predicate<PersonId> open) {
    return inOrder(member ->
        member.office().equals(office)
            && member.roles().contains(Role.REVIEWER)
            && open.test(member.id()));
  }

  /** Those of whom this is so who are there today, or all of them if none is. */
  List<PersonId> thoseThere(Predicate<Member> so, Instant at) {
    List<PersonId> there =
        inOrder(so).filter(member -> isThere(member, at)).map(Member::id).toList();
    return there.isEmpty() ? inOrder(so).map(Member::id).toList() : there;
  }

  private Stream<Member> inOrder(Predicate<Member> so) {
    return people.values().stream()
        .filter(so)
        .sorted(java.util.Comparator.comparing(member -> member.id().value()));
  }

  private boolean isThere(Member member, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, zoneOf(member.office()));
    return member.away().stream().noneMatch(days -> days.include(today));
  }
}
