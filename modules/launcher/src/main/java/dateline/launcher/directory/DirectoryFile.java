package dateline.launcher.directory;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.launcher.directory.PressDirectory.Office;
import dateline.launcher.directory.PressDirectory.Person;
import dateline.launcher.directory.PressDirectory.Rule;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Map<String, Role> ROLES =
      Map.of(
          "press-officer", Role.PRESS_OFFICER,
          "reviewer", Role.REVIEWER,
          "approver", Role.APPROVER,
          "duty-officer", Role.DUTY_OFFICER,
          "administrator", Role.ADMINISTRATOR);
  private static final List<String> POWERS = List.of("clear", "consult", "inform");

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Office> offices = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();

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
    Section file =
        Section.of(
            root, "the file", List.of("pressOffice", "offices", "people", "clearance"), faults);
    Optional<Section> press =
        file.section("pressOffice", "the press office", List.of("name", "zone"));
    if (press.isEmpty()) {
      file.fault("the file has no pressOffice; add one with a name and a zone");
    }
    String name = press.map(p -> p.required("name", "City Hall Press Office")).orElse("");
    ZoneId zone =
        press.map(p -> zone(p, p.required("zone", "Europe/Paris"))).orElse(ZoneOffset.UTC);
    List<Office> officeList = file.entries("offices").stream().map(n -> office(n, zone)).toList();
    List<Person> personList = file.entries("people").stream().map(this::person).toList();
    List<Rule> rules = file.entries("clearance").stream().map(this::rule).toList();
    somebodyMust(file, Role.PRESS_OFFICER, "press-officer", "draft and submit notes");
    somebodyMust(file, Role.APPROVER, "approver", "give the final approval");
    somebodyMust(file, Role.DUTY_OFFICER, "duty-officer", "release notes");
    if (file.has("clearance") && rules.stream().noneMatch(rule -> rule.power().equals("CLEAR"))) {
      file.fault(
          "clearance", "no rule has the power clear, so no note could ever be cleared; add one");
    }
    return faults.isEmpty()
        ? new Reading.Sound(new PressDirectory(name, zone, officeList, personList, rules))
        : new Reading.Faulty(faults);
  }

  private Office office(Node node, ZoneId pressZone) {
    Section section = Section.of(node, "this office", List.of("id", "name", "zone"), faults);
    String id = id(section, "legal");
    Office office =
        new Office(
            new OfficeId(id),
            section.required("name", "Legal Adviser"),
            section.text("zone").map(zone -> zone(section, zone)).orElse(pressZone));
    if (!id.isEmpty() && offices.putIfAbsent(id, office) != null) {
      section.fault(
          "id", "another office has the id \"" + id + "\" already; give this one its own");
    }
    return office;
  }

  private Person person(Node node) {
    Section section =
        Section.of(node, "this person", List.of("id", "name", "email", "office", "roles"), faults);
    String id = id(section, "maya.okafor");
    String name = section.required("name", "Maya Okafor");
    String email = section.required("email", "maya.okafor@example.org");
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      section.fault(
          "email",
          "\"" + email + "\" is not an e-mail address; write one such as maya@example.org");
    }
    String office = knownOffice(section);
    List<Role> roles = roles(section);
    // Stands in for an id that is missing, which is a fault already.
    Person person =
        new Person(new PersonId(id.isEmpty() ? "?" : id), name, email, new OfficeId(office), roles);
    if (people.putIfAbsent(id.isEmpty() ? "?" + people.size() : id, person) != null) {
      section.fault("id", "another person has the id \"" + id + "\" already; give this one theirs");
    }
    return person;
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
                + " duty-officer and administrator");
      }
      role.filter(r -> !roles.contains(r)).ifPresent(roles::add);
    }
    return roles;
  }

  private Rule rule(Node node) {
    Section section =
        Section.of(
            node, "this rule", List.of("because", "office", "power", "mandatory", "when"), faults);
    String because = section.required("because", "it speaks of trade");
    String office = knownOffice(section);
    String power = section.required("power", "clear");
    if (!power.isEmpty() && !POWERS.contains(power)) {
      section.fault(
          "power", "\"" + power + "\" is not a power; the powers are clear, consult and inform");
    }
    boolean mandatory = section.flag("mandatory");
    if (mandatory && !power.equals("clear")) {
      section.fault(
          "mandatory", "only a rule with the power clear can be mandatory; drop one of the two");
    }
    boolean answers = power.equals("clear") || power.equals("consult");
    if (answers && offices.containsKey(office) && reviewersOf(office) == 0) {
      section.fault(
          "office",
          "the office \""
              + office
              + "\" is asked to "
              + power
              + " but has no reviewer; give the role reviewer to somebody there");
    }
    Optional<Section> when =
        section.section(
            "when", "the condition", List.of("kinds", "issuers", "mentions", "languages"));
    return new Rule(
        because,
        new OfficeId(office),
        power.toUpperCase(java.util.Locale.ROOT),
        mandatory,
        words(when, "kinds"),
        words(when, "issuers"),
        words(when, "mentions"),
        languages(when));
  }

  /** Entries that have at least one letter or digit: nothing else is ever found in a text. */
  private static List<String> words(Optional<Section> when, String key) {
    if (when.isEmpty()) {
      return List.of();
    }
    List<Node> entries = when.get().entriesIfAny(key);
    for (Node node : entries) {
      Section.scalar(node)
          .filter(text -> text.codePoints().noneMatch(Character::isLetterOrDigit))
          .ifPresent(text ->
              when.get()
                  .fault(
                      node, "\"" + text + "\" has no word in it and is never found; write a word"));
    }
    return when.get().texts(entries, key);
  }

  private static List<String> languages(Optional<Section> when) {
    if (when.isEmpty()) {
      return List.of();
    }
    List<Node> entries = when.get().entriesIfAny("languages");
    for (Node node : entries) {
      Section.scalar(node)
          .filter(text -> !LANGUAGE.matcher(text).matches())
          .ifPresent(text ->
              when.get().fault(node, "\"" + text + "\" is not a language; write a tag such as es"));
    }
    return when.get().texts(entries, "languages");
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
    return id;
  }

  private String knownOffice(Section section) {
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

  private long reviewersOf(String office) {
    return people.values().stream()
        .filter(p -> p.office().value().equals(office) && p.roles().contains(Role.REVIEWER))
        .count();
  }

  private void somebodyMust(Section file, Role role, String word, String what) {
    if (file.has("people") && people.values().stream().noneMatch(p -> p.roles().contains(role))) {
      file.fault(
          "people", "nobody can " + what + "; give the role " + word + " to at least one person");
    }
  }
}
