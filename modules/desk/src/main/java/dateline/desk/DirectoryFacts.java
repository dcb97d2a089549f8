package dateline.desk;

import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeCalendarV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.OfficeV1;
import dateline.contracts.PersonV1;
import dateline.contracts.RulesV1;
import dateline.desk.DeskEntry.DeputyEntry;
import dateline.desk.DeskEntry.HoursEntry;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.desk.DeskEntry.RuleEntry;
import dateline.kernel.Role;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
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
              person.getOffice(),
              roles(person),
              deputies(person)));
    }
    @Nullable OfficeV1 office = entry.getOffice();
    if (office != null) {
      return Optional.of(new OfficeEntry(office.getId(), office.getName(), office.getZone()));
    }
    @Nullable RulesV1 rules = entry.getRules();
    if (rules != null) {
      return Optional.of(
          new PressOfficeEntry(
              rules.getPressOffice(),
              rules.getZone(),
              entry.getVersion(),
              rules.getClearance().stream().map(DirectoryFacts::rule).toList(),
              calendars(rules)));
    }
    return Optional.empty();
  }

  private static RuleEntry rule(ClearanceRuleV1 wire) {
    return new RuleEntry(
        wire.getOffice(),
        wire.getPower(),
        wire.getMandatory(),
        wire.getBecause(),
        wire.getKinds(),
        wire.getIssuers(),
        wire.getMentions(),
        wire.getLanguages());
  }

  private static Map<String, HoursEntry> calendars(RulesV1 rules) {
    return Optional.ofNullable(rules.getCalendars()).orElse(List.of()).stream()
        .collect(
            Collectors.toMap(
                OfficeCalendarV1::getOffice, calendar -> hours(calendar.getHours()), (a, _) -> a));
  }

  private static HoursEntry hours(OfficeHoursV1 wire) {
    return new HoursEntry(
        wire.getZone(), wire.getFrom(), wire.getUntil(), wire.getDays(), wire.getHolidays());
  }

  private static List<DeputyEntry> deputies(PersonV1 person) {
    try {
      return Optional.ofNullable(person.getDeputies()).orElse(List.of()).stream()
          .map(deputy ->
              new DeputyEntry(
                  deputy.getPerson(),
                  LocalDate.parse(deputy.getDays().getFrom()),
                  LocalDate.parse(deputy.getDays().getUntil())))
          .toList();
    } catch (DateTimeParseException e) {
      throw new UnreadableRecordException("UNREADABLE", "a deputy's day is none");
    }
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
