package dateline.launcher.directory;

import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.launcher.directory.PressDirectory.Clearing;
import dateline.launcher.directory.PressDirectory.Deadline;
import dateline.launcher.directory.PressDirectory.Office;
import dateline.launcher.directory.PressDirectory.Person;
import dateline.launcher.directory.PressDirectory.Rule;
import dateline.launcher.directory.PressDirectory.TwoApprovers;
import dateline.launcher.directory.PressDirectory.When;
import dateline.runtime.yaml.Fault;
import dateline.runtime.yaml.Section;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Who must clear what, of a directory file whose offices and people were read. */
final class ClearingReader {

  static final List<String> KEYS = List.of("clearance", "deadlines", "twoApprovers", "emergency");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern STAGE = Pattern.compile("[1-9][0-9]?");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final List<String> POWERS = List.of("clear", "consult", "inform");

  private final Map<String, Office> offices;
  private final Collection<Person> people;
  private final List<Fault> faults;

  ClearingReader(Map<String, Office> offices, Collection<Person> people, List<Fault> faults) {
    this.offices = offices;
    this.people = people;
    this.faults = faults;
  }

  Clearing read(Section file) {
    List<Rule> rules = file.entries("clearance").stream().map(this::rule).toList();
    requireSomebodyToClear(file, rules);
    return new Clearing(rules, deadlines(file), twoApprovers(file), emergency(file));
  }

  /** Notes come of offices with press officers; of each some office must be able to clear. */
  private void requireSomebodyToClear(Section file, List<Rule> rules) {
    if (!file.has("clearance")) {
      return;
    }
    if (rules.stream().noneMatch(rule -> rule.power().equals("CLEAR"))) {
      file.fault(
          "clearance", "no rule has the power clear, so no note could ever be cleared; add one");
      return;
    }
    people.stream()
        .filter(person -> person.roles().contains(Role.PRESS_OFFICER))
        .map(Person::office)
        .distinct()
        .filter(office -> rules.stream().noneMatch(rule -> rule.mustClearNotesOf(office)))
        .forEach(office ->
            file.fault(
                "clearance",
                "no rule with the power clear is about notes of \"%s\", so none of them could ever"
                        .formatted(office)
                    + " be cleared; add one that does not exempt it"));
  }

  private Rule rule(Node node) {
    Section section =
        Section.of(
            node,
            "this rule",
            List.of("because", "office", "power", "mandatory", "stage", "when", "exempt"),
            faults);
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
    return new Rule(
        because,
        new OfficeId(office),
        power.toUpperCase(Locale.ROOT),
        mandatory,
        stage(section),
        when(section),
        exempt(section, power, mandatory));
  }

  private static int stage(Section section) {
    Optional<String> stage = section.text("stage");
    Optional<String> number = stage.filter(STAGE.asMatchPredicate());
    if (stage.isPresent() && number.isEmpty()) {
      section.fault(
          "stage", "\"%s\" is not a stage; write a number from 1 to 99".formatted(stage.get()));
    }
    return number.map(Integer::parseInt).orElse(1);
  }

  private List<OfficeId> exempt(Section section, String power, boolean mandatory) {
    List<OfficeId> exempt = knownOffices(section, "exempt");
    if (mandatory && section.has("exempt")) {
      section.fault("exempt", "nobody is exempt from a mandatory rule; drop exempt or mandatory");
    }
    if (power.equals("inform") && section.has("exempt")) {
      section.fault(
          "exempt",
          "an office that is only informed clears nothing to be exempt from; drop exempt");
    }
    return exempt;
  }

  private When when(Section rule) {
    return rule.section(
            "when",
            "the condition",
            List.of(
                "kinds",
                "issuers",
                "mentions",
                "topics",
                "officials",
                "agencies",
                "countries",
                "languages",
                "offices",
                "embargo",
                "attachments"))
        .map(this::condition)
        .orElse(When.ALWAYS);
  }

  private When condition(Section when) {
    return new When(
        words(when, "kinds"),
        words(when, "issuers"),
        words(when, "mentions"),
        words(when, "topics"),
        words(when, "officials"),
        words(when, "agencies"),
        entries(
            when,
            "countries",
            COUNTRIES::contains,
            "is not a country; write its ISO 3166 code of two capitals, such as JP"),
        entries(
            when,
            "languages",
            LANGUAGE.asMatchPredicate(),
            "is not a language; write a tag such as es"),
        knownOffices(when, "offices"),
        onlyTrue(when, "embargo"),
        onlyTrue(when, "attachments"));
  }

  /** A rule is about notes that have something, never about those that have not. */
  private static boolean onlyTrue(Section when, String key) {
    Optional<String> text = when.text(key);
    text.filter(given -> !given.equals("true"))
        .ifPresent(given ->
            when.fault(
                key,
                "the %s of the condition is %s; write true, or leave it out for all notes"
                    .formatted(key, given)));
    return text.isPresent();
  }

  /** Without the key an hour for urgent notes and eight for others. */
  private List<Deadline> deadlines(Section file) {
    return file.has("deadlines")
        ? file.entries("deadlines").stream().flatMap(node -> deadline(node).stream()).toList()
        : Deadline.USUAL;
  }

  private Optional<Deadline> deadline(Node node) {
    Section section =
        Section.of(node, "this deadline", List.of("kinds", "urgent", "within"), faults);
    List<String> kinds = words(section, "kinds");
    boolean urgent = section.flag("urgent");
    return WorkingTime.within(section)
        .map(within ->
            new Deadline(
                kinds, section.has("urgent") ? Optional.of(urgent) : Optional.empty(), within));
  }

  private List<TwoApprovers> twoApprovers(Section file) {
    if (!file.has("twoApprovers")) {
      return List.of();
    }
    if (people.stream().filter(person -> person.roles().contains(Role.APPROVER)).count() < 2) {
      file.fault(
          "twoApprovers",
          "fewer than two people have the role approver; give it to another or leave this out");
    }
    return file.entries("twoApprovers").stream()
        .map(node -> {
          Section section =
              Section.of(node, "this rule", List.of("because", "kinds", "mentions"), faults);
          return new TwoApprovers(
              section.required("because", "it speaks of war"),
              words(section, "kinds"),
              words(section, "mentions"));
        })
        .toList();
  }

  private Optional<Duration> emergency(Section file) {
    Optional<Section> section = file.section("emergency", "the emergency", List.of("within"));
    if (section.isPresent()
        && people.stream().noneMatch(person -> person.roles().contains(Role.EMERGENCY_AUTHORITY))) {
      file.fault(
          "emergency",
          "nobody can declare an emergency; give the role emergency-authority to at least one"
              + " person, or leave emergency out");
    }
    return section.flatMap(WorkingTime::within);
  }

  /** Entries that have at least one letter or digit: nothing else is ever found in a text. */
  private static List<String> words(Section section, String key) {
    return entries(
        section,
        key,
        text -> text.codePoints().anyMatch(Character::isLetterOrDigit),
        "has no word in it and is never found; write a word");
  }

  private List<OfficeId> knownOffices(Section section, String key) {
    return entries(
            section,
            key,
            offices::containsKey,
            "is no office; add it to offices or write one that is there")
        .stream()
        .map(OfficeId::new)
        .toList();
  }

  private static List<String> entries(
      Section section, String key, Predicate<String> isOne, String fault) {
    List<Node> nodes = section.entriesIfAny(key);
    for (Node node : nodes) {
      Section.scalar(node)
          .filter(isOne.negate())
          .ifPresent(text -> section.fault(node, "\"%s\" %s".formatted(text, fault)));
    }
    return section.texts(nodes, key);
  }

  private String knownOffice(Section section) {
    return DirectoryFile.knownOffice(section, offices);
  }

  private long reviewersOf(String office) {
    return people.stream()
        .filter(p -> p.office().value().equals(office) && p.roles().contains(Role.REVIEWER))
        .count();
  }
}
