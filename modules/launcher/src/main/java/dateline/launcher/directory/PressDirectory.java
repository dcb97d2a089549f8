package dateline.launcher.directory;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A press office's directory: sound, every name in it known.
 *
 * @param name of the press office as printed
 * @param zone of its day
 * @param offices in the file's order
 * @param people in the file's order
 * @param clearing who must clear what, and in which time
 */
public record PressDirectory(
    String name, ZoneId zone, List<Office> offices, List<Person> people, Clearing clearing) {

  /** An office. */
  public record Office(OfficeId id, String name, ZoneId zone, Hours hours) {
    public Office(OfficeId id, String name, ZoneId zone) {
      this(id, name, zone, Hours.USUAL);
    }
  }

  /**
   * When an office works, in its own zone.
   *
   * @param from when its day begins
   * @param until when its day ends, later than it begins
   * @param days of the week on which it works, at least one
   * @param holidays on which it does not
   */
  public record Hours(
      LocalTime from, LocalTime until, List<DayOfWeek> days, List<LocalDate> holidays) {

    /** Monday to Friday, nine to five. */
    public static final Hours USUAL =
        new Hours(
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY),
            List.of());

    public Hours {
      days = List.copyOf(days);
      holidays = List.copyOf(holidays);
    }
  }

  /**
   * Somebody who works there.
   *
   * @param office the one they answer for
   * @param roles at least one
   * @param deputies who may answer for the office in their stead
   * @param away when they are out of office
   */
  public record Person(
      PersonId id,
      String name,
      String email,
      OfficeId office,
      List<Role> roles,
      List<Deputy> deputies,
      List<Days> away) {
    public Person {
      roles = List.copyOf(roles);
      deputies = List.copyOf(deputies);
      away = List.copyOf(away);
    }

    public Person(PersonId id, String name, String email, OfficeId office, List<Role> roles) {
      this(id, name, email, office, roles, List.of(), List.of());
    }
  }

  /**
   * Days of the office's zone.
   *
   * @param from the first
   * @param until the last, not before the first
   */
  public record Days(LocalDate from, LocalDate until) {}

  /** Who stands in for somebody, and when. */
  public record Deputy(PersonId person, Days days) {}

  /**
   * Who must clear what, and in which time.
   *
   * @param rules in the file's order
   * @param deadlines of which the first that is met counts
   * @param twoApprovers which notes two people must approve
   * @param emergencyWithin working time for clearance after the fact; empty if there are no
   *     emergencies
   */
  public record Clearing(
      List<Rule> rules,
      List<Deadline> deadlines,
      List<TwoApprovers> twoApprovers,
      Optional<Duration> emergencyWithin) {
    public Clearing {
      rules = List.copyOf(rules);
      deadlines = List.copyOf(deadlines);
      twoApprovers = List.copyOf(twoApprovers);
    }
  }

  /**
   * Which notes need which office.
   *
   * @param power CLEAR, CONSULT or INFORM
   * @param stage from 1
   * @param exempt offices whose notes it is only informed of
   */
  public record Rule(
      String because,
      OfficeId office,
      String power,
      boolean mandatory,
      int stage,
      When when,
      List<OfficeId> exempt) {
    public Rule {
      exempt = List.copyOf(exempt);
    }

    /** Whether a note of this office may have to be cleared by it. */
    boolean mustClearNotesOf(OfficeId drafting) {
      return power.equals("CLEAR")
          && !exempt.contains(drafting)
          && (when.offices().isEmpty() || when.offices().contains(drafting));
    }
  }

  /** Which notes a rule is about; an empty list is met by every note. */
  public record When(
      List<String> kinds,
      List<String> issuers,
      List<String> mentions,
      List<String> topics,
      List<String> officials,
      List<String> agencies,
      List<String> countries,
      List<String> languages,
      List<OfficeId> offices,
      boolean embargo,
      boolean attachments) {

    /** Every note. */
    public static final When ALWAYS =
        new When(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), false, false);

    public When {
      kinds = List.copyOf(kinds);
      issuers = List.copyOf(issuers);
      mentions = List.copyOf(mentions);
      topics = List.copyOf(topics);
      officials = List.copyOf(officials);
      agencies = List.copyOf(agencies);
      countries = List.copyOf(countries);
      languages = List.copyOf(languages);
      offices = List.copyOf(offices);
    }
  }

  /**
   * How long offices have to answer.
   *
   * @param kinds of note it is for; empty for all
   * @param urgent whether it is for urgent notes alone or for others alone; empty for both
   * @param within working time
   */
  public record Deadline(List<String> kinds, Optional<Boolean> urgent, Duration within) {

    /** An hour for urgent notes, a working day for others. */
    public static final List<Deadline> USUAL =
        List.of(
            new Deadline(List.of(), Optional.of(true), Duration.ofHours(1)),
            new Deadline(List.of(), Optional.empty(), Duration.ofHours(8)));

    public Deadline {
      kinds = List.copyOf(kinds);
    }
  }

  /** Which notes two people must approve; an empty list is met by every note. */
  public record TwoApprovers(String because, List<String> kinds, List<String> mentions) {
    public TwoApprovers {
      kinds = List.copyOf(kinds);
      mentions = List.copyOf(mentions);
    }
  }

  public PressDirectory {
    offices = List.copyOf(offices);
    people = List.copyOf(people);
  }

  /** People with this role, in the file's order. */
  public List<Person> with(Role role) {
    return people.stream().filter(person -> person.roles().contains(role)).toList();
  }
}
