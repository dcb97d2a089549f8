package dateline.notification.notices;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.notification.notices.Staff.Days;
import dateline.notification.notices.Staff.Deputy;
import dateline.notification.notices.Staff.Member;
import dateline.notification.notices.Staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small house: Maya and Jonas write, Dora releases, Helen and Tom approve; Ruth and Kofi are
 * lawyers, Esther is the Africa desk, Grace stands in for Ruth in the first week of March.
 */
final class House {

  static final Instant MONDAY = Instant.parse("2026-03-02T17:00:00Z");
  static final Instant DUE = Instant.parse("2026-03-02T19:00:00Z");
  static final Digest BRIDGE = new Digest("1".repeat(64));
  static final Digest MENDED = new Digest("2".repeat(64));
  static final OfficeId LEGAL = new OfficeId("legal");
  static final OfficeId AFRICA = new OfficeId("africa");
  static final OfficeId RECORDS = new OfficeId("records");
  static final OfficeId ECONOMIC = new OfficeId("economic");

  private static final Days FIRST_WEEK =
      new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7));

  private final List<Fact> past = new ArrayList<>();
  private final Map<PersonId, Member> people;

  private House(Map<PersonId, Member> people) {
    this.people = people;
  }

  static House open() {
    return new House(
        Stream.of(
                member("maya", "press", Role.PRESS_OFFICER),
                member("jonas", "press", Role.PRESS_OFFICER),
                member("dora", "press", Role.DUTY_OFFICER),
                member("helen", "spokesperson", Role.APPROVER, Role.EMERGENCY_AUTHORITY),
                member("tom", "spokesperson", Role.APPROVER),
                deputised(member("ruth", "legal", Role.REVIEWER), "grace"),
                member("kofi", "legal", Role.REVIEWER),
                member("esther", "africa", Role.REVIEWER),
                member("ines", "economic", Role.REVIEWER),
                member("grace", "security", Role.REVIEWER),
                member("edith", "records", Role.REVIEWER))
            .collect(Collectors.toMap(Member::id, Function.identity())));
  }

  static PersonId person(String id) {
    return new PersonId(id);
  }

  private static Member member(String id, String office, Role... roles) {
    return new Member(
        person(id),
        id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1),
        id + "@house.example",
        new OfficeId(office),
        Set.of(roles),
        List.of(),
        List.of());
  }

  private static Member deputised(Member member, String deputy) {
    return new Member(
        member.id(),
        member.name(),
        member.address(),
        member.office(),
        member.roles(),
        List.of(new Deputy(person(deputy), FIRST_WEEK)),
        member.away());
  }

  /** Out of office in the first week of March. */
  House away(String... ids) {
    for (String id : ids) {
      people.computeIfPresent(
          person(id),
          (_, member) ->
              new Member(
                  member.id(),
                  member.name(),
                  member.address(),
                  member.office(),
                  member.roles(),
                  member.deputies(),
                  List.of(FIRST_WEEK)));
    }
    return this;
  }

  House without(String id) {
    people.remove(person(id));
    return this;
  }

  Staff staff() {
    ZoneId zone = ZoneId.of("America/New_York");
    return new Staff(
        people,
        Stream.of("press", "legal", "africa", "economic", "records", "security", "spokesperson")
            .map(id ->
                new Office(
                    new OfficeId(id),
                    id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1),
                    zone))
            .collect(Collectors.toMap(Office::id, Function.identity())),
        zone);
  }

  /** These things happened before. */
  House given(Fact... facts) {
    past.addAll(List.of(facts));
    return this;
  }

  /** What follows when this happens. */
  List<Word> when(Fact fact) {
    return when(fact, MONDAY);
  }

  List<Word> when(Fact fact, Instant at) {
    List<Word> words = WhoIsTold.when("note-1", past, fact, staff(), at);
    past.add(fact);
    return words;
  }

  /** Who is told this kind of thing, by their ids in order. */
  static List<String> told(List<Word> words, Class<? extends Matter> what) {
    return words.stream()
        .filter(word -> word instanceof Word.Tell(Notice n) && what.isInstance(n.matter()))
        .map(word -> word.person().value())
        .sorted()
        .toList();
  }

  /** Who need not hear of this any more. */
  static List<String> spared(List<Word> words, String place) {
    return words.stream()
        .filter(word -> word instanceof Word.Unsay && word.place().equals(place))
        .map(word -> word.person().value())
        .sorted()
        .toList();
  }

  static Notice notice(List<Word> words, String person) {
    return words.stream()
        .flatMap(word ->
            word instanceof Word.Tell(Notice n) && n.person().value().equals(person)
                ? Stream.of(n)
                : Stream.empty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(person + " is told nothing: " + words));
  }

  static Fact requested(Digest text, String... writers) {
    return new Fact.Requested(
        text,
        Stream.of(writers).map(PersonId::new).toList(),
        new OfficeId("press"),
        List.of(
            new Fact.Line(LEGAL, Part.MANDATORY, "every note is read by a lawyer"),
            new Fact.Line(AFRICA, Part.CLEAR, "it names Kenya"),
            new Fact.Line(ECONOMIC, Part.CONSULT, "it speaks of money"),
            new Fact.Line(RECORDS, Part.INFORM, "every note is kept")));
  }

  static Fact asked(OfficeId... offices) {
    return new Fact.Asked(
        Stream.of(offices).map(office -> new Fact.Turn(office, Optional.of(DUE))).toList());
  }

  static Said said(OfficeId office, Said.Answer answer, String person, Digest text) {
    return new Said(
        office, answer, person(person), Optional.empty(), Optional.empty(), text, "as it stands");
  }

  static Fact cleared(OfficeId office, String person, Digest text) {
    return new Fact.Answered(said(office, Said.Answer.CLEARED, person, text));
  }

  static Fact approved(String approver) {
    return new Fact.Cleared(List.of(person(approver)), Optional.empty());
  }

  static Fact passedInEmergency(String authority) {
    return new Fact.Cleared(List.of(person(authority)), Optional.of(person(authority)));
  }
}
