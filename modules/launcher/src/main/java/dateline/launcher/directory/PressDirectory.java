package dateline.launcher.directory;

import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeV1;
import dateline.contracts.PersonV1;
import dateline.contracts.RulesV1;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A press office's directory: sound, every name in it known.
 *
 * @param name of the press office as printed
 * @param zone of its day
 * @param offices in the file's order
 * @param people in the file's order
 * @param rules in the file's order
 */
public record PressDirectory(
    String name, ZoneId zone, List<Office> offices, List<Person> people, List<Rule> rules) {

  /** An office. */
  public record Office(OfficeId id, String name, ZoneId zone) {}

  /**
   * Somebody who works there.
   *
   * @param office the one they answer for
   * @param roles at least one
   */
  public record Person(PersonId id, String name, String email, OfficeId office, List<Role> roles) {
    public Person {
      roles = List.copyOf(roles);
    }
  }

  /**
   * Which notes need which office; an empty condition is met by every note.
   *
   * @param power CLEAR, CONSULT or INFORM
   */
  public record Rule(
      String because,
      OfficeId office,
      String power,
      boolean mandatory,
      List<String> kinds,
      List<String> issuers,
      List<String> mentions,
      List<String> languages) {
    public Rule {
      kinds = List.copyOf(kinds);
      issuers = List.copyOf(issuers);
      mentions = List.copyOf(mentions);
      languages = List.copyOf(languages);
    }
  }

  public PressDirectory {
    offices = List.copyOf(offices);
    people = List.copyOf(people);
    rules = List.copyOf(rules);
  }

  /** People with this role, in the file's order. */
  public List<Person> with(Role role) {
    return people.stream().filter(person -> person.roles().contains(role)).toList();
  }

  /** The topic's entries by key, as this version writes them. */
  Map<String, DirectoryEntryV1> entries(long version) {
    Map<String, DirectoryEntryV1> entries = new LinkedHashMap<>();
    for (Office office : offices) {
      entries.put(
          "office/" + office.id(),
          new DirectoryEntryV1(
              version,
              new OfficeV1(office.id().value(), office.name(), office.zone().getId()),
              null,
              null));
    }
    for (Person person : people) {
      entries.put(
          "person/" + person.id(),
          new DirectoryEntryV1(
              version,
              null,
              new PersonV1(
                  person.id().value(),
                  person.name(),
                  person.email(),
                  person.office().value(),
                  person.roles().stream().map(Role::name).toList(),
                  null,
                  null),
              null));
    }
    entries.put(
        DirectoryChange.RULES,
        new DirectoryEntryV1(
            version,
            null,
            null,
            new RulesV1(
                name,
                zone.getId(),
                rules.stream().map(PressDirectory::onTheWire).toList(),
                null,
                null,
                null,
                null)));
    return entries;
  }

  private static ClearanceRuleV1 onTheWire(Rule rule) {
    return ClearanceRuleV1.newBuilder()
        .setBecause(rule.because())
        .setKinds(rule.kinds())
        .setIssuers(rule.issuers())
        .setMentions(rule.mentions())
        .setLanguages(rule.languages())
        .setOffice(rule.office().value())
        .setPower(rule.power())
        .setMandatory(rule.mandatory())
        .build();
  }
}
