package dateline.launcher.directory;

import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DaysV1;
import dateline.contracts.DeadlineV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeCalendarV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.OfficeV1;
import dateline.contracts.PersonV1;
import dateline.contracts.RulesV1;
import dateline.contracts.TwoApproversV1;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.launcher.directory.PressDirectory.Clearing;
import dateline.launcher.directory.PressDirectory.Days;
import dateline.launcher.directory.PressDirectory.Deadline;
import dateline.launcher.directory.PressDirectory.Deputy;
import dateline.launcher.directory.PressDirectory.Hours;
import dateline.launcher.directory.PressDirectory.Office;
import dateline.launcher.directory.PressDirectory.Person;
import dateline.launcher.directory.PressDirectory.Rule;
import dateline.launcher.directory.PressDirectory.TwoApprovers;
import dateline.launcher.directory.PressDirectory.When;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The topic's entries by key, as one version of a directory writes them. */
final class DirectoryEntries {

  private DirectoryEntries() {}

  static Map<String, DirectoryEntryV1> of(PressDirectory directory, long version) {
    Map<String, DirectoryEntryV1> entries = new LinkedHashMap<>();
    for (Office office : directory.offices()) {
      entries.put(
          "office/" + office.id(),
          new DirectoryEntryV1(
              version,
              new OfficeV1(office.id().value(), office.name(), office.zone().getId()),
              null,
              null));
    }
    for (Person person : directory.people()) {
      entries.put(
          "person/" + person.id(), new DirectoryEntryV1(version, null, person(person), null));
    }
    entries.put(DirectoryChange.RULES, new DirectoryEntryV1(version, null, null, rules(directory)));
    return entries;
  }

  private static PersonV1 person(Person person) {
    return new PersonV1(
        person.id().value(),
        person.name(),
        person.email(),
        person.office().value(),
        person.roles().stream().map(Role::name).toList(),
        ifAny(person.deputies().stream().map(DirectoryEntries::deputy).toList()),
        ifAny(person.away().stream().map(DirectoryEntries::days).toList()));
  }

  private static DeputyV1 deputy(Deputy deputy) {
    return new DeputyV1(deputy.person().value(), days(deputy.days()));
  }

  private static DaysV1 days(Days days) {
    return new DaysV1(days.from().toString(), days.until().toString());
  }

  private static RulesV1 rules(PressDirectory directory) {
    Clearing clearing = directory.clearing();
    return new RulesV1(
        directory.name(),
        directory.zone().getId(),
        clearing.rules().stream().map(DirectoryEntries::rule).toList(),
        ifAny(directory.offices().stream().map(DirectoryEntries::calendar).toList()),
        ifAny(clearing.deadlines().stream().map(DirectoryEntries::deadline).toList()),
        ifAny(clearing.twoApprovers().stream().map(DirectoryEntries::twoApprovers).toList()),
        clearing.emergencyWithin().map(Duration::toMillis).orElse(null));
  }

  private static OfficeCalendarV1 calendar(Office office) {
    Hours hours = office.hours();
    return new OfficeCalendarV1(
        office.id().value(),
        new OfficeHoursV1(
            office.zone().getId(),
            hours.from().toString(),
            hours.until().toString(),
            hours.days().stream().map(DayOfWeek::name).toList(),
            hours.holidays().stream().map(LocalDate::toString).toList()));
  }

  private static DeadlineV1 deadline(Deadline deadline) {
    return new DeadlineV1(
        deadline.kinds(), deadline.urgent().orElse(null), deadline.within().toMillis());
  }

  private static TwoApproversV1 twoApprovers(TwoApprovers rule) {
    return new TwoApproversV1(rule.because(), rule.kinds(), rule.mentions());
  }

  private static ClearanceRuleV1 rule(Rule rule) {
    When when = rule.when();
    return new ClearanceRuleV1(
        rule.because(),
        when.kinds(),
        when.issuers(),
        when.mentions(),
        when.languages(),
        rule.office().value(),
        rule.power(),
        rule.mandatory(),
        rule.stage() == 1 ? null : rule.stage(),
        ifAny(when.topics()),
        ifAny(when.countries()),
        ifAny(when.officials()),
        ifAny(when.agencies()),
        ifAny(ids(when.offices())),
        when.embargo() ? true : null,
        when.attachments() ? true : null,
        ifAny(ids(rule.exempt())));
  }

  private static List<String> ids(List<OfficeId> offices) {
    return offices.stream().map(OfficeId::value).toList();
  }

  /** What a directory does not say is null on the wire. */
  private static <T> @Nullable List<T> ifAny(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
