package dateline.desk;

import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DaysV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeCalendarV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.OfficeV1;
import dateline.contracts.PersonV1;
import dateline.contracts.RulesV1;
import dateline.desk.DeskEntry.DaysEntry;
import dateline.desk.DeskEntry.DeadlineEntry;
import dateline.desk.DeskEntry.DeputyEntry;
import dateline.desk.DeskEntry.HoursEntry;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.desk.DeskEntry.RuleEntry;
import dateline.desk.DeskEntry.TwoApproversEntry;
import dateline.kernel.Role;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The desk's view of the directory. */
final class DirectoryFacts {

  private DirectoryFacts() {}

  /** Empty for a kind of entry this version does not know. */
  static Optional<DeskEntry> entry(DirectoryEntryV1 entry) {
    @Nullable PersonV1 person = entry.getPerson();
    if (person != null) {
      return Optional.of(
          new PersonEntry(
              person.getId(),
              person.getName(),
              person.getEmail(),
              person.getOffice(),
              roles(person),
              some(person.getDeputies()).stream().map(DirectoryFacts::deputy).toList(),
              some(person.getAway()).stream().map(DirectoryFacts::days).toList()));
    }
    @Nullable OfficeV1 office = entry.getOffice();
    if (office != null) {
      return Optional.of(new OfficeEntry(office.getId(), office.getName(), office.getZone()));
    }
    @Nullable RulesV1 rules = entry.getRules();
    if (rules != null) {
      return Optional.of(pressOffice(entry.getVersion(), rules));
    }
    return Optional.empty();
  }

  private static PressOfficeEntry pressOffice(long version, RulesV1 rules) {
    return new PressOfficeEntry(
        rules.getPressOffice(),
        rules.getZone(),
        version,
        rules.getClearance().stream().map(DirectoryFacts::rule).toList(),
        some(rules.getCalendars()).stream()
            .collect(
                Collectors.toMap(
                    OfficeCalendarV1::getOffice, it -> hours(it.getHours()), (_, later) -> later)),
        some(rules.getDeadlines()).stream()
            .map(it ->
                new DeadlineEntry(
                    it.getKinds(),
                    Optional.ofNullable(it.getUrgent()),
                    Duration.ofMillis(it.getWithinMs())))
            .toList(),
        some(rules.getTwoApprovers()).stream()
            .map(it -> new TwoApproversEntry(it.getBecause(), it.getKinds(), it.getMentions()))
            .toList(),
        Optional.ofNullable(rules.getEmergencyWithinMs()).map(Duration::ofMillis));
  }

  private static RuleEntry rule(ClearanceRuleV1 wire) {
    return new RuleEntry(
        wire.getOffice(),
        wire.getPower(),
        wire.getMandatory(),
        wire.getBecause(),
        Optional.ofNullable(wire.getStage()).orElse(1),
        wire.getKinds(),
        wire.getIssuers(),
        wire.getMentions(),
        some(wire.getTopics()),
        some(wire.getOfficials()),
        some(wire.getAgencies()),
        some(wire.getCountries()),
        wire.getLanguages(),
        some(wire.getOffices()),
        Boolean.TRUE.equals(wire.getEmbargo()),
        Boolean.TRUE.equals(wire.getAttachments()),
        some(wire.getExempt()));
  }

  private static HoursEntry hours(OfficeHoursV1 wire) {
    return new HoursEntry(
        wire.getZone(), wire.getFrom(), wire.getUntil(), wire.getDays(), wire.getHolidays());
  }

  private static DeputyEntry deputy(DeputyV1 wire) {
    DaysEntry days = days(wire.getDays());
    return new DeputyEntry(wire.getPerson(), days.from(), days.until());
  }

  private static DaysEntry days(DaysV1 wire) {
    try {
      return new DaysEntry(LocalDate.parse(wire.getFrom()), LocalDate.parse(wire.getUntil()));
    } catch (DateTimeParseException e) {
      throw new UnreadableRecordException("UNREADABLE", "a day of a person is none");
    }
  }

  private static <T> List<T> some(@Nullable List<T> wire) {
    return wire == null ? List.of() : wire;
  }

  /** The entry that a directory key is about: {@code "person/maya.okafor"}. */
  static String entryIdOf(String key) {
    return key.replaceFirst("/", ":");
  }

  private static Set<Role> roles(PersonV1 person) {
    try {
      return person.getRoles().stream().map(Role::valueOf).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException("UNREADABLE", "a person has an unknown role");
    }
  }
}
