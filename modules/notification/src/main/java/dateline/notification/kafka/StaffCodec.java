package dateline.notification.kafka;

import dateline.contracts.DaysV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeV1;
import dateline.contracts.PersonV1;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.notification.notices.Staff;
import dateline.notification.notices.Staff.Days;
import dateline.notification.notices.Staff.Deputy;
import dateline.notification.notices.Staff.Member;
import dateline.notification.notices.Staff.Office;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The directory's entries as the house's staff. */
public final class StaffCodec {

  /** The directory's key of a person. */
  static final String PERSON = "person/";

  private static final Set<String> ROLES =
      Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

  private StaffCodec() {}

  /** Of all entries. What one of them says in words of a later version it does not say here. */
  public static Staff of(Collection<DirectoryEntryV1> entries) {
    Map<PersonId, Member> people = new HashMap<>();
    Map<OfficeId, Office> offices = new HashMap<>();
    ZoneId zone =
        entries.stream()
            .flatMap(entry -> Optional.ofNullable(entry.getRules()).stream())
            .map(rules -> zone(rules.getZone(), ZoneOffset.UTC))
            .findFirst()
            .orElse(ZoneOffset.UTC);
    for (DirectoryEntryV1 entry : entries) {
      @Nullable OfficeV1 office = entry.getOffice();
      @Nullable PersonV1 person = entry.getPerson();
      if (office != null) {
        OfficeId id = new OfficeId(office.getId());
        offices.put(id, new Office(id, office.getName(), zone(office.getZone(), zone)));
      } else if (person != null) {
        people.put(new PersonId(person.getId()), member(person));
      }
    }
    return new Staff(people, offices, zone);
  }

  /** The domain of somebody's address, lower case. */
  static String domain(PersonV1 person) {
    String address = person.getEmail();
    return address.substring(address.indexOf('@') + 1).toLowerCase(java.util.Locale.ROOT);
  }

  private static Member member(PersonV1 wire) {
    return new Member(
        new PersonId(wire.getId()),
        wire.getName(),
        wire.getEmail(),
        new OfficeId(wire.getOffice()),
        wire.getRoles().stream()
            .filter(ROLES::contains)
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        some(wire.getDeputies()).stream()
            .map(deputy -> new Deputy(new PersonId(deputy.getPerson()), days(deputy.getDays())))
            .toList(),
        some(wire.getAway()).stream().map(StaffCodec::days).toList());
  }

  private static Days days(DaysV1 wire) {
    return new Days(LocalDate.parse(wire.getFrom()), LocalDate.parse(wire.getUntil()));
  }

  private static <T> List<T> some(@Nullable List<T> wire) {
    return wire == null ? List.of() : wire;
  }

  private static ZoneId zone(String id, ZoneId otherwise) {
    try {
      return id.isBlank() ? otherwise : ZoneId.of(id);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
