package dateline.launcher.directory;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.launcher.directory.PressDirectory.Clearing;
import dateline.launcher.directory.PressDirectory.Days;
import dateline.launcher.directory.PressDirectory.Deputy;
import dateline.launcher.directory.PressDirectory.Hours;
import dateline.launcher.directory.PressDirectory.Office;
import dateline.launcher.directory.PressDirectory.Person;
import dateline.runtime.yaml.Fault;
import dateline.runtime.yaml.Section;
import dateline.runtime.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The directory as a YAML file. Reading it is pure and finds every fault at once, each with its
 * line and column; {@code docs/sample-directory.yaml} explains every key.
 */
public final class DirectoryFile {

  /** What reading a file gives. */
  public sealed interface Reading {

    /** The directory. */
    record Sound(PressDirectory directory) implements Reading {}

    /**
     * What must be mended first.
     *
     * @param faults at least one, by line
     */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = faults.stream().sorted().toList();
      }
    }
  }

  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");
  private static final Map<String, Role> ROLES =
      Map.of(
          "press-officer", Role.PRESS_OFFICER,
          "reviewer", Role.REVIEWER,
          "approver", Role.APPROVER,
          "emergency-authority", Role.EMERGENCY_AUTHORITY,
          "duty-officer", Role.DUTY_OFFICER,
          "administrator", Role.ADMINISTRATOR);
  private static final List<String> KEYS =
      Stream.concat(Stream.of("pressOffice", "offices", "people"), ClearingReader.KEYS.stream())
          .toList();

  /** That somebody is to stand in for another, where the file says so. */
  private record Appointment(Section section, String principal, String deputy) {}

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Office> offices = new HashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<Appointment> appointments = new ArrayList<>();

  private DirectoryFile() {}

  /** Reads a directory from the text of a file. */
  public static Reading read(String yaml) {
    DirectoryFile file = new DirectoryFile();
    return YamlText.read(yaml, "pressOffice, offices, people and clearance", file.faults)
        .map(file::read)
        .orElseGet(() -> new Reading.Faulty(file.faults));
  }

  /** The text of the sample that comes with Dateline, {@code docs/sample-directory.yaml}. */
  public static String sample() {
    try (InputStream in = DirectoryFile.class.getResourceAsStream("/sample-directory.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the sample directory is part of the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the sample directory is part of the build", e);
    }
  }

  private Reading read(Node root) {
    Section file = Section.of(root, "the file", KEYS, faults);
    Optional<Section> press =
        file.section("pressOffice", "the press office", List.of("name", "zone", "hours"));
    if (press.isEmpty()) {
      file.fault("the file has no pressOffice; add one with a name and a zone");
    }
    String name = press.map(p -> p.required("name", "City Hall Press Office")).orElse("");
    ZoneId zone =
        press.map(p -> zone(p, p.required("zone", "Europe/Paris"))).orElse(ZoneOffset.UTC);
    Hours hours = press.map(section -> hours(section, Hours.USUAL)).orElse(Hours.USUAL);
    List<Office> officeList =
        file.entries("offices").stream().map(node -> office(node, zone, hours)).toList();
    List<Person> personList = file.entries("people").stream().map(this::person).toList();
    appointments.forEach(this::requireSound);
    Clearing clearing = new ClearingReader(offices, people.values(), faults).read(file);
    somebodyMust(file, Role.PRESS_OFFICER, "press-officer", "draft and submit notes");
    somebodyMust(file, Role.APPROVER, "approver", "give the final approval");
    somebodyMust(file, Role.DUTY_OFFICER, "duty-officer", "release notes");
    return faults.isEmpty()
        ? new Reading.Sound(new PressDirectory(name, zone, officeList, personList, clearing))
        : new Reading.Faulty(faults);
  }

  private Office office(Node node, ZoneId pressZone, Hours pressHours) {
    Section section =
        Section.of(node, "this office", List.of("id", "name", "zone", "hours"), faults);
    String id = id(section, "legal");
    Office office =
        new Office(
            new OfficeId(id),
            section.required("name", "Legal Adviser"),
            section.text("zone").map(zone -> zone(section, zone)).orElse(pressZone),
            hours(section, pressHours));
    if (!id.isEmpty() && offices.putIfAbsent(id, office) != null) {
      section.fault(
          "id", "another office has the id \"" + id + "\" already; give this one its own");
    }
    return office;
  }

  private static Hours hours(Section section, Hours elsewhere) {
    return section
        .section("hours", "these hours", WorkingTime.HOURS)
        .map(hours -> WorkingTime.hours(hours, elsewhere))
        .orElse(elsewhere);
  }

  private Person person(Node node) {
    Section section =
        Section.of(
            node,
            "this person",
            List.of("id", "name", "email", "office", "roles", "deputies", "away"),
            faults);
    String id = id(section, "maya.okafor");
    String name = section.required("name", "Maya Okafor");
    String email = section.required("email", "maya.okafor@example.org");
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      section.fault(
          "email",
          "\"" + email + "\" is not an e-mail address; write one such as maya@example.org");
    }
    String office = knownOffice(section, offices);
    List<Role> roles = roles(section);
    List<Deputy> deputies =
        section.entriesIfAny("deputies").stream()
            .flatMap(one -> deputy(one, id, roles).stream())
            .toList();
    List<Days> away =
        section.entriesIfAny("away").stream()
            .map(one -> Section.of(one, "this absence", WorkingTime.DAYS, faults))
            .flatMap(one -> WorkingTime.days(one).stream())
            .toList();
    // Stands in for an id that is missing, which is a fault already.
    Person person =
        new Person(
            new PersonId(id.isEmpty() ? "?" : id),
            name,
            email,
            new OfficeId(office),
            roles,
            deputies,
            away);
    if (people.putIfAbsent(id.isEmpty() ? "?" + people.size() : id, person) != null) {
      section.fault("id", "another person has the id \"" + id + "\" already; give this one theirs");
    }
    return person;
  }

  private Optional<Deputy> deputy(Node node, String principal, List<Role> roles) {
    Section section = Section.of(node, "this deputy", List.of("person", "from", "until"), faults);
    String person = section.required("person", "kofi.mensah");
    if (!roles.contains(Role.REVIEWER)) {
      section.fault(
          "a deputy answers for an office in a reviewer's stead; give them the role or drop this");
    }
    if (!person.isEmpty()) {
      appointments.add(new Appointment(section, principal, person));
    }
    return WorkingTime.days(section)
        .filter(_ -> !person.isEmpty())
        .map(days -> new Deputy(new PersonId(person), days));
  }

  /** Looked at once everybody was read, since a deputy may stand further down. */
  private void requireSound(Appointment it) {
    Optional<Person> deputy = Optional.ofNullable(people.get(it.deputy()));
    if (deputy.isEmpty()) {
      it.section()
          .fault(
              "person",
              "there is no person \"%s\"; add them to people or write one who is there"
                  .formatted(it.deputy()));
    } else if (it.deputy().equals(it.principal())) {
      it.section().fault("person", "nobody is their own deputy; name somebody else");
    } else if (!deputy.get().roles().contains(Role.REVIEWER)) {
      it.section()
          .fault(
              "person",
              "\"%s\" is not a reviewer and could not answer; give them the role or name another"
                  .formatted(it.deputy()));
    }
  }

  private List<Role> roles(Section section) {
    List<Role> roles = new ArrayList<>();
    for (Node node : section.entries("roles")) {
      String text = Section.scalar(node).orElse("");
      Optional<Role> role = Optional.ofNullable(ROLES.get(text));
      if (role.isEmpty()) {
        section.fault(
            node,
            "\""
                + text
                + "\" is not a role; the roles are press-officer, reviewer, approver,"
                + " emergency-authority, duty-officer and administrator");
      }
      role.filter(r -> !roles.contains(r)).ifPresent(roles::add);
    }
    return roles;
  }

  private static String id(Section section, String example) {
    String id = section.required("id", example);
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      section.fault(
          "id",
          "\""
              + id
              + "\" is not an id; write 1 to 64 lower-case letters, digits, dots and dashes, such"
              + " as "
              + example);
      return "";
    }
    if (new OfficeId(id).isExternal()) {
      section.fault(
          "id",
          "\""
              + id
              + "\" begins as the names of parties outside the house do; leave out "
              + OfficeId.EXTERNAL);
      return "";
    }
    return id;
  }

  static String knownOffice(Section section, Map<String, Office> offices) {
    String office = section.required("office", "legal");
    if (!office.isEmpty() && !offices.containsKey(office)) {
      section.fault(
          "office",
          "there is no office \"" + office + "\"; add it to offices or write one that is there");
    }
    return office;
  }

  private static ZoneId zone(Section section, String zone) {
    if (ZoneId.getAvailableZoneIds().contains(zone)) {
      return ZoneId.of(zone);
    }
    if (!zone.isEmpty()) {
      section.fault(
          "zone",
          "\"" + zone + "\" is not a time zone; write one as IANA names it, such as Europe/Paris");
    }
    return ZoneOffset.UTC;
  }

  private void somebodyMust(Section file, Role role, String word, String what) {
    if (file.has("people") && people.values().stream().noneMatch(p -> p.roles().contains(role))) {
      file.fault(
          "people", "nobody can " + what + "; give the role " + word + " to at least one person");
    }
  }
}
