package dateline.launcher.directory;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DaysV1;
import dateline.contracts.DeadlineV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeCalendarV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.RulesV1;
import dateline.contracts.TwoApproversV1;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.launcher.directory.DirectoryFile.Reading;
import dateline.launcher.directory.PressDirectory.Clearing;
import dateline.launcher.directory.PressDirectory.Days;
import dateline.launcher.directory.PressDirectory.Deadline;
import dateline.launcher.directory.PressDirectory.Deputy;
import dateline.launcher.directory.PressDirectory.Hours;
import dateline.launcher.directory.PressDirectory.Person;
import dateline.launcher.directory.PressDirectory.Rule;
import dateline.launcher.directory.PressDirectory.TwoApprovers;
import dateline.launcher.directory.PressDirectory.When;
import dateline.runtime.yaml.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages, conditions, hours, deadlines, deputies and emergencies of a directory file. */
class ClearingTest {

  private static final String FULL =
      """
      pressOffice:
        name: City Hall
        zone: America/Lima
        hours: {from: "08:30", holidays: [2026-07-28]}
      offices:
        - {id: press, name: Press Office}
        - {id: legal, name: Legal Adviser, zone: Asia/Riyadh, hours: {days: sunday-thursday, until: 18:00}}
        - {id: port, name: Port, hours: {days: [monday, friday-saturday]}}
      people:
        - {id: ana, name: Ana Lima, email: ana@city.example, office: press, roles: [press-officer]}
        - {id: vera, name: Vera Cruz, email: vera@city.example, office: press, roles: [approver, duty-officer, emergency-authority]}
        - {id: tom, name: Tom Reyes, email: tom@city.example, office: press, roles: [approver]}
        - id: lea
          name: Lea Stern
          email: lea@city.example
          office: legal
          roles: [reviewer]
          deputies: [{person: pia, from: 2026-07-01, until: 2026-07-14}]
          away: [{from: 2026-07-01, until: 2026-07-14}, {from: 2026-12-24, until: 2026-12-24}]
        - {id: pia, name: Pia Rossi, email: pia@city.example, office: port, roles: [reviewer]}
      clearance:
        - because: every note is read by a lawyer
          office: legal
          power: clear
          mandatory: true
        - because: it names the harbour or a neighbour
          office: port
          power: clear
          stage: 2
          exempt: [port]
          when:
            topics: [harbour]
            officials: [the Harbour Master]
            agencies: [Coast Guard]
            countries: [CL, EC]
            offices: [press, legal]
            embargo: true
            attachments: true
      deadlines:
        - {kinds: [Media Advisory], urgent: true, within: 90m}
        - {urgent: false, within: 1h30m}
        - within: 40h
      twoApprovers:
        - because: it speaks of war
          kinds: [Press Statement]
          mentions: [war]
      emergency: {within: 24h}
      """;

  private static final Hours PRESS_HOURS =
      new Hours(
          LocalTime.of(8, 30),
          LocalTime.of(17, 0),
          List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
          List.of(LocalDate.parse("2026-07-28")));

  @Test
  void hoursThatAnOfficeDoesNotSayAreThePressOffices() {
    PressDirectory directory = sound(FULL);
    assertThat(directory.offices().get(0).hours()).isEqualTo(PRESS_HOURS);
    assertThat(directory.offices().get(1).hours())
        .isEqualTo(
            new Hours(
                PRESS_HOURS.from(),
                LocalTime.of(18, 0),
                List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SUNDAY),
                PRESS_HOURS.holidays()));
    assertThat(directory.offices().get(2).hours().days()).containsExactly(MONDAY, FRIDAY, SATURDAY);
  }

  @Test
  void peopleHaveDeputiesAndAreAway() {
    Days july = new Days(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-07-14"));
    Person lea = sound(FULL).people().get(3);
    assertThat(lea.deputies()).containsExactly(new Deputy(new PersonId("pia"), july));
    assertThat(lea.away())
        .containsExactly(
            july, new Days(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-24")));
    assertThat(sound(FULL).with(Role.EMERGENCY_AUTHORITY))
        .extracting(Person::id)
        .containsExactly(new PersonId("vera"));
  }

  @Test
  void everythingAboutClearingIsRead() {
    Clearing clearing = sound(FULL).clearing();
    assertThat(clearing.rules().getLast())
        .isEqualTo(
            new Rule(
                "it names the harbour or a neighbour",
                new OfficeId("port"),
                "CLEAR",
                false,
                2,
                new When(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("harbour"),
                    List.of("the Harbour Master"),
                    List.of("Coast Guard"),
                    List.of("CL", "EC"),
                    List.of(),
                    List.of(new OfficeId("press"), new OfficeId("legal")),
                    true,
                    true),
                List.of(new OfficeId("port"))));
    assertThat(clearing.deadlines())
        .containsExactly(
            new Deadline(List.of("Media Advisory"), Optional.of(true), Duration.ofMinutes(90)),
            new Deadline(List.of(), Optional.of(false), Duration.ofMinutes(90)),
            new Deadline(List.of(), Optional.empty(), Duration.ofHours(40)));
    assertThat(clearing.twoApprovers())
        .containsExactly(
            new TwoApprovers("it speaks of war", List.of("Press Statement"), List.of("war")));
    assertThat(clearing.emergencyWithin()).contains(Duration.ofHours(24));
  }

  @Test
  void everythingAboutClearingIsWritten() {
    Map<String, DirectoryEntryV1> entries = DirectoryEntries.of(sound(FULL), 3);
    RulesV1 rules = entry(entries, "rules").getRules();
    assertThat(rules.getCalendars())
        .hasSize(3)
        .contains(
            new OfficeCalendarV1(
                "legal",
                new OfficeHoursV1(
                    "Asia/Riyadh",
                    "08:30",
                    "18:00",
                    List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "SUNDAY"),
                    List.of("2026-07-28"))));
    assertThat(rules.getDeadlines())
        .contains(
            new DeadlineV1(List.of("Media Advisory"), true, 5_400_000L),
            new DeadlineV1(List.of(), null, 144_000_000L));
    assertThat(rules.getTwoApprovers())
        .containsExactly(
            new TwoApproversV1("it speaks of war", List.of("Press Statement"), List.of("war")));
    assertThat(rules.getEmergencyWithinMs()).isEqualTo(86_400_000L);
    assertThat(rules.getClearance().getLast())
        .isEqualTo(
            new ClearanceRuleV1(
                "it names the harbour or a neighbour",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "port",
                "CLEAR",
                false,
                2,
                List.of("harbour"),
                List.of("CL", "EC"),
                List.of("the Harbour Master"),
                List.of("Coast Guard"),
                List.of("press", "legal"),
                true,
                true,
                List.of("port")));
    assertThat(entry(entries, "person/lea").getPerson().getDeputies())
        .containsExactly(new DeputyV1("pia", new DaysV1("2026-07-01", "2026-07-14")));
    assertThat(entry(entries, "person/lea").getPerson().getAway()).hasSize(2);
  }

  @Test
  void whatAFileDoesNotSayIsNotOnTheLog() {
    Map<String, DirectoryEntryV1> entries =
        DirectoryEntries.of(
            sound(
                FULL.replaceFirst("(?s)twoApprovers:.*", "")
                    .replaceFirst("(?s)    stage: 2.*(?=deadlines)", "")),
            1);
    RulesV1 rules = entry(entries, "rules").getRules();
    ClearanceRuleV1 rule = rules.getClearance().getLast();
    assertThat(rule.getStage()).isNull();
    assertThat(rule.getTopics()).isNull();
    assertThat(rule.getEmbargo()).isNull();
    assertThat(rule.getExempt()).isNull();
    assertThat(rules.getTwoApprovers()).isNull();
    assertThat(rules.getEmergencyWithinMs()).isNull();
    assertThat(entry(entries, "person/ana").getPerson().getDeputies()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {from: "08:30",              | {from: "half past",          | 4  | not a time of day
          {from: "08:30",              | {from: "17:30",              | 4  | later than it begins
          {from: "08:30",              | {begins: "08:30",            | 4  | days, from, until, holidays
          holidays: [2026-07-28]       | holidays: [28 July]          | 4  | not a date
          holidays: [2026-07-28]       | holidays: [2026-02-30]       | 4  | not a date
          holidays: [2026-07-28]       | holidays: []                 | 4  | empty list
          days: sunday-thursday        | days: sun-thu                | 7  | not a day of the week
          days: [monday,               | days: [lundi,                | 8  | not a day of the week
          days: [monday, friday-saturday] | days: {a: b}              | 8  | not a list
          , until: 18:00               | , until: 08:00               | 7  | later than it begins
          person: pia, from            | person: pio, from            | 18 | no person "pio"
          person: pia, from            | person: lea, from            | 18 | their own deputy
          person: pia, from            | person: ana, from            | 18 | not a reviewer
          person: pia, from            | from                         | 18 | no person
          until: 2026-07-14}]          | until: 2026-06-14}]          | 18 | is before 2026-07-01
          until: 2026-07-14}]          | to: 2026-07-14}]             | 18 | person, from, until
          away: [{from: 2026-07-01,    | away: [{from: July,          | 19 | not a date
          roles: [reviewer]\\n    dep | roles: [administrator]\\n    dep | 18 | in a reviewer's stead
          stage: 2                     | stage: 0                     | 29 | not a stage
          stage: 2                     | stage: last                  | 29 | not a stage
          exempt: [port]               | exempt: [harbour]            | 30 | is no office
          mandatory: true              | exempt: [port]\\n    mandatory: true | 25 | exempt from a mandatory rule
          power: clear\\n    stage: 2  | power: inform\\n    stage: 2 | 30 | drop exempt
          countries: [CL, EC]          | countries: [CL, Ecuador]     | 35 | not a country
          countries: [CL, EC]          | countries: [CL, UK]          | 35 | not a country
          topics: [harbour]            | topics: ["-"]                | 32 | no word
          offices: [press, legal]      | offices: [pres]              | 36 | is no office
          embargo: true                | embargo: false               | 37 | leave it out
          attachments: true            | attachments: maybe           | 38 | leave it out
          attachments: true            | files: true                  | 38 | embargo, attachments
          within: 90m                  | within: 90                   | 40 | not a working time
          within: 90m                  | within: 0m                   | 40 | not a working time
          within: 90m                  | within: 2 days               | 40 | not a working time
          , within: 90m                |                              | 40 | no within
          urgent: true                 | urgent: soon                 | 40 | true or false
          approver]}                   | reviewer]}                   | 44 | two people have the role
          because: it speaks of war    | kind: war                    | 44 | because, kinds, mentions
          , emergency-authority]       | ]                            | 47 | can declare an emergency
          emergency: {within: 24h}     | emergency: 24h               | 47 | write within
          """)
  void everyFaultIsNamedWithItsLine(String sound, String broken, int line, String saying) {
    String before = sound.replace("\\n", "\n");
    assertThat(FULL).contains(before);
    String after = broken == null ? "" : broken.replace("\\n", "\n");
    List<Fault> faults =
        faults(
            FULL.replaceFirst(
                Pattern.quote(before), java.util.regex.Matcher.quoteReplacement(after)));
    assertThat(faults)
        .anySatisfy(fault -> {
          assertThat(fault.message()).contains(saying).endsWith(".").contains(";");
          assertThat(fault.line()).isEqualTo(line);
        });
  }

  @Test
  void anOfficeWhoseNotesNobodyCouldClearIsAFault() {
    String legalExempts =
        FULL.replaceFirst("    mandatory: true", "    exempt: [press]")
            .replace("offices: [press, legal]", "offices: [legal]");
    assertThat(faults(legalExempts))
        .extracting(Fault::message)
        .containsExactly(
            "No rule with the power clear is about notes of \"press\", so none of them could ever be"
                + " cleared; add one that does not exempt it.");
  }

  @Test
  void aRoleIsTakenBackWithoutAnyFaultOnceNothingNeedsIt() {
    assertThat(
            sound(
                    FULL.replace(", emergency-authority]", "]")
                        .replace("emergency: {within: 24h}", ""))
                .clearing()
                .emergencyWithin())
        .isEmpty();
  }

  private static DirectoryEntryV1 entry(Map<String, DirectoryEntryV1> entries, String key) {
    return Objects.requireNonNull(entries.get(key), key);
  }

  private static PressDirectory sound(String file) {
    Reading reading = DirectoryFile.read(file);
    assertThat(reading).isInstanceOf(Reading.Sound.class);
    return ((Reading.Sound) reading).directory();
  }

  private static List<Fault> faults(String file) {
    Reading reading = DirectoryFile.read(file);
    assertThat(reading).isInstanceOf(Reading.Faulty.class);
    return ((Reading.Faulty) reading).faults();
  }
}
