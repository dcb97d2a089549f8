package dateline.launcher.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.launcher.directory.DirectoryFile.Reading;
import dateline.launcher.directory.PressDirectory.Clearing;
import dateline.launcher.directory.PressDirectory.Deadline;
import dateline.launcher.directory.PressDirectory.Office;
import dateline.launcher.directory.PressDirectory.Person;
import dateline.launcher.directory.PressDirectory.Rule;
import dateline.launcher.directory.PressDirectory.When;
import dateline.runtime.yaml.Fault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryFileTest {

  private static final String SOUND =
      """
      pressOffice:
        name: City Hall
        zone: America/Lima
      offices:
        - id: press
          name: Press Office
        - id: legal
          name: Legal Adviser
          zone: Europe/Paris
      people:
        - {id: ana, name: Ana Lima, email: ana@city.example, office: press, roles: [press-officer]}
        - {id: vera, name: Vera Cruz, email: vera@city.example, office: press, roles: [approver, duty-officer]}
        - id: lea
          name: Lea Stern
          email: lea.stern@city.example
          office: legal
          roles: [reviewer]
      clearance:
        - because: every note is read by a lawyer
          office: legal
          power: clear
          mandatory: true
        - because: it names the harbour
          office: press
          power: inform
          when:
            kinds: [Media Note]
            issuers: [the Mayor]
            mentions: [harbour, the old port]
            languages: [en, es-PE]
      """;

  @Test
  void aSoundFileIsReadWhole() {
    PressDirectory directory = sound(SOUND);
    assertThat(directory.name()).isEqualTo("City Hall");
    assertThat(directory.zone()).isEqualTo(ZoneId.of("America/Lima"));
    assertThat(directory.offices())
        .containsExactly(
            new Office(new OfficeId("press"), "Press Office", ZoneId.of("America/Lima")),
            new Office(new OfficeId("legal"), "Legal Adviser", ZoneId.of("Europe/Paris")));
    assertThat(directory.people())
        .contains(
            new Person(
                new PersonId("vera"),
                "Vera Cruz",
                "vera@city.example",
                new OfficeId("press"),
                List.of(Role.APPROVER, Role.DUTY_OFFICER)));
    assertThat(directory.clearing())
        .isEqualTo(
            new Clearing(
                List.of(
                    new Rule(
                        "every note is read by a lawyer",
                        new OfficeId("legal"),
                        "CLEAR",
                        true,
                        1,
                        When.ALWAYS,
                        List.of()),
                    new Rule(
                        "it names the harbour",
                        new OfficeId("press"),
                        "INFORM",
                        false,
                        1,
                        new When(
                            List.of("Media Note"),
                            List.of("the Mayor"),
                            List.of("harbour", "the old port"),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of("en", "es-PE"),
                            List.of(),
                            false,
                            false),
                        List.of())),
                List.of(
                    new Deadline(List.of(), Optional.of(true), Duration.ofHours(1)),
                    new Deadline(List.of(), Optional.empty(), Duration.ofHours(8))),
                List.of(),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          zone: America/Lima                | zone: America/Nowhere         | 3  | 9  | not a time zone
          name: City Hall                   | nam: City Hall                | 2  | 3  | keys are name, zone
          offices:                          | ofices:                       | 4  | 1  | pressOffice, offices
          name: Press Office                | id: press                     | 6  | 5  | twice
          id: legal                         | id: press                     | 7  | 9  | already
          id: legal                         | id: Legal Office              | 7  | 9  | not an id
          id: ana,                          | id: vera,                     | 12 | 10 | already
          id: ana,                          | id: [ana],                    | 11 | 10 | not a text
          email: ana@city.example           | email: ana at city            | 11 | 38 | not an e-mail address
          email: ana@city.example,          |                               | 11 | 5  | no email
          name: Lea Stern                   | name:                         | 14 | 10 | not a text
          office: press, roles: [press      | office: pres, roles: [press   | 11 | 64 | no office "pres"
          [press-officer]                   | [press officer]               | 11 | 79 | not a role
          [press-officer]                   | []                            | 11 | 78 | empty list
          [press-officer]                   | press-officer                 | 11 | 78 | not a list
          [approver, duty-officer]          | [duty-officer]                | 11 | 3  | final approval
          [approver, duty-officer]          | [approver]                    | 11 | 3  | release notes
          [press-officer]                   | [administrator]               | 11 | 3  | draft and submit
          roles: [reviewer]                 | roles: [administrator]        | 20 | 13 | no reviewer
          office: legal\\n    power: clear  | power: clear                  | 19 | 5  | no office
          power: clear                      | power: veto                   | 21 | 12 | not a power
          power: clear                      | power: consult                | 22 | 16 | mandatory
          mandatory: true                   | mandatory: maybe              | 22 | 16 | true or false
          because: it names the harbour     | why: it names the harbour     | 23 | 5  | its keys are because
          kinds: [Media Note]               | kinds: []                     | 27 | 14 | empty list
          kinds: [Media Note]               | mention: [Media Note]         | 27 | 7  | kinds, issuers
          [harbour, the old port]           | [harbour, "&"]                | 29 | 27 | no word
          [en, es-PE]                       | [english please]              | 30 | 19 | not a language
          """)
  void everyFaultIsNamedWithItsPlace(
      String sound, String broken, int line, int column, String saying) {
    String before = sound.replace("\\n", "\n");
    assertThat(SOUND).contains(before);
    String file =
        SOUND.replaceFirst(java.util.regex.Pattern.quote(before), broken == null ? "" : broken);
    assertThat(faults(file))
        .anySatisfy(fault -> {
          assertThat(fault.message()).contains(saying).endsWith(".").contains(";");
          assertThat(fault.line() + ":" + fault.column()).isEqualTo(line + ":" + column);
        });
  }

  @Test
  void allFaultsAreNamedAtOnceByLine() {
    String file =
        SOUND
            .replace("America/Lima", "Mars")
            .replace("ana@city.example", "ana")
            .replace("power: inform", "power: tell");
    assertThat(faults(file)).extracting(Fault::line).containsExactly(3, 11, 25);
  }

  @Test
  void aFileThatIsNotYamlSaysWhere() {
    List<Fault> faults = faults("pressOffice:\n  name: City: Hall\n");
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().line()).isEqualTo(2);
    assertThat(faults.getFirst().message()).startsWith("This is not YAML");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"\"\"", "\"# nothing yet\"", "just words", "\"[1, 2]\"", "\"a: \u0007\""})
  void aFileWithoutADirectoryIsAFault(String file) {
    assertThat(faults(file)).isNotEmpty();
  }

  @Test
  void aFileThatLeavesSomethingOutSaysWhat() {
    assertThat(faults("offices: []\n"))
        .extracting(Fault::message)
        .anyMatch(message -> message.contains("no pressOffice"))
        .anyMatch(message -> message.contains("no people"))
        .anyMatch(message -> message.contains("no clearance"));
  }

  @Test
  void aDirectoryInWhichNobodyMustClearIsAFault() {
    assertThat(faults(SOUND.replace("power: clear\n    mandatory: true", "power: consult")))
        .extracting(Fault::message)
        .anyMatch(message -> message.contains("could ever be cleared"));
  }

  @Test
  void theSampleIsSoundAndEveryOfficeThatDecidesHasTwoReviewers() {
    PressDirectory sample = sound(DirectoryFile.sample());
    Set<OfficeId> deciding =
        sample.clearing().rules().stream()
            .filter(rule -> !rule.power().equals("INFORM"))
            .map(Rule::office)
            .collect(Collectors.toSet());
    for (OfficeId office : deciding) {
      assertThat(sample.with(Role.REVIEWER).stream().filter(p -> p.office().equals(office)))
          .as(office.value())
          .hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(sample.with(Role.APPROVER)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(sample.with(Role.DUTY_OFFICER)).hasSizeGreaterThanOrEqualTo(2);
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
