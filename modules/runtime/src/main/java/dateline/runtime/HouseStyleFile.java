package dateline.runtime;

import dateline.note.Finding.Severity;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import dateline.note.checks.HouseStyle.HeadlineCase;
import dateline.note.checks.HouseStyle.Issuers;
import dateline.note.checks.Rule;
import dateline.runtime.yaml.Fault;
import dateline.runtime.yaml.Section;
import dateline.runtime.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A house style as a YAML file. Reading it is pure and finds every fault at once, each with its
 * line and column; {@code docs/house-style.yaml} explains every key.
 */
public final class HouseStyleFile {

  /** What reading a file gives. */
  public sealed interface Reading {

    /** The house style. */
    record Sound(HouseStyle style) implements Reading {}

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

  private static final String VARIABLE = "DATELINE_HOUSE_STYLE";
  private static final List<String> KEYS =
      List.of("checks", "names", "honorifics", "offices", "kinds", "headlines");
  private static final Path NOWHERE = Path.of("");

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> off = new HashSet<>();
  private final Map<String, Severity> severities = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, String> honorifics = new HashMap<>();
  private final Map<String, Issuers> issuers = new HashMap<>(HouseStyle.usual().issuers());

  private HouseStyleFile() {}

  /** Reads a house style from the text of a file. */
  public static Reading read(String yaml) {
    HouseStyleFile file = new HouseStyleFile();
    return YamlText.read(yaml, "any of " + String.join(", ", KEYS), file.faults)
        .map(file::read)
        .orElseGet(() -> new Reading.Faulty(file.faults));
  }

  /**
   * {@code DATELINE_HOUSE_STYLE}, a file such as {@code /etc/dateline/house-style.yaml}; default
   * none, which is {@link HouseStyle#usual()}. Each of its faults is one of the setting's.
   */
  public static HouseStyle setting(SettingsReader read) {
    if (read.optional(VARIABLE).isEmpty()) {
      return HouseStyle.usual();
    }
    Path file = read.path(VARIABLE, NOWHERE);
    try {
      return switch (read(Files.readString(file))) {
        case Reading.Sound(HouseStyle style) -> style;
        case Reading.Faulty(List<Fault> faults) -> {
          faults.forEach(fault -> read.fault(VARIABLE, "names " + file + ", where " + fault));
          yield HouseStyle.usual();
        }
      };
    } catch (IOException e) {
      read.fault(VARIABLE, "names " + file + ", which " + why(file, e));
      return HouseStyle.usual();
    }
  }

  private static String why(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "is not there; write a house style there or unset it";
      case CharacterCodingException _ -> "is not UTF-8; save it as UTF-8";
      default ->
          Files.isDirectory(file)
              ? "is a folder; name a file"
              : "cannot be read; give this process the right to read it";
    };
  }

  private Reading read(Node root) {
    Section file = Section.of(root, "the file", KEYS, faults);
    file.section("checks", "checks", List.of("off", "warns", "advises")).ifPresent(this::checks);
    file.entriesIfAny("names").forEach(this::name);
    file.entriesIfAny("honorifics").forEach(this::honorific);
    List<String> offices = once(file, "offices", file.entriesIfAny("offices"));
    Set<String> kinds = new HashSet<>();
    file.entriesIfAny("kinds").forEach(node -> kind(node, kinds));
    Optional<Section> headlines =
        file.section("headlines", "headlines", List.of("case", "smallWords"));
    HeadlineCase headlineCase =
        headlines.map(HouseStyleFile::headlineCase).orElse(HouseStyle.usual().headlineCase());
    Set<String> smallWords =
        headlines
            .filter(section -> section.has("smallWords"))
            .map(this::smallWords)
            .orElse(HouseStyle.usualSmallWords());
    return faults.isEmpty()
        ? new Reading.Sound(
            new HouseStyle(
                off, severities, spellings, honorifics, offices, issuers, headlineCase, smallWords))
        : new Reading.Faulty(faults);
  }

  private void checks(Section checks) {
    Set<String> named = new HashSet<>();
    for (String key : List.of("off", "warns", "advises")) {
      for (Node node : checks.entriesIfAny(key)) {
        code(checks, node)
            .ifPresent(code -> {
              if (!named.add(code)) {
                checks.fault(node, code + " is named twice; keep it once");
              }
              switch (key) {
                case "off" -> off.add(code);
                case "warns" -> severities.put(code, Severity.WARNS);
                default -> severities.put(code, Severity.ADVISES);
              }
            });
      }
    }
  }

  /** The code of a check that a house style may touch. */
  private static Optional<String> code(Section checks, Node node) {
    String code = Section.scalar(node).orElse("");
    Optional<Rule> rule =
        Checks.rules().stream().filter(one -> one.code().equals(code)).findFirst();
    if (rule.isEmpty()) {
      checks.fault(
          node, "there is no check \"" + code + "\"; ./dateline checks lists those there are");
    } else if (rule.get().blocks()) {
      checks.fault(
          node,
          code + " stops a submission in every house; drop it here and waive it note by note");
      return Optional.empty();
    }
    return rule.map(Rule::code);
  }

  private void name(Node node) {
    Section entry = Section.of(node, "this name", List.of("name", "not"), faults);
    String name = entry.required("name", "Kyiv");
    List<Node> wrong = entry.entries("not");
    for (Node one : wrong) {
      String spelling = Section.scalar(one).orElse("");
      if (spelling.codePoints().noneMatch(Character::isLetterOrDigit)) {
        entry.fault(one, "a spelling without a letter is never found; write one or delete it");
      } else if (spelling.equals(name)) {
        entry.fault(one, "\"" + name + "\" is right and wrong at once; delete one of the two");
      } else if (spellings.putIfAbsent(spelling, name) != null) {
        entry.fault(one, "\"" + spelling + "\" is listed for another name already; keep one");
      }
    }
  }

  private void honorific(Node node) {
    Section entry = Section.of(node, "this honorific", List.of("person", "honorific"), faults);
    String person = entry.required("person", "Ana Roe");
    String honorific = entry.required("honorific", "Dr.");
    if (!person.isEmpty() && honorifics.putIfAbsent(person, honorific) != null) {
      entry.fault("person", "\"" + person + "\" has an honorific already; keep one");
    }
  }

  private void kind(Node node, Set<String> kinds) {
    Section entry = Section.of(node, "this kind", List.of("kind", "by", "issuers"), faults);
    String kind = entry.required("kind", "Readout");
    if (!kind.isEmpty() && !kinds.add(kind)) {
      entry.fault("kind", "the kind \"" + kind + "\" is listed already; keep one");
    }
    if (entry.has("by") == entry.has("issuers")) {
      entry.fault(
          "a kind says who issues it, once; write by: office, by: speaker, by: anybody, or a list"
              + " of issuers");
    } else if (entry.has("issuers")) {
      List<String> names = entry.texts(entry.entries("issuers"), "issuers");
      issuers.put(kind, new Issuers.Named(names));
    } else {
      by(entry, kind);
    }
  }

  private void by(Section entry, String kind) {
    String by = entry.text("by").orElse("");
    switch (by) {
      case "office" -> issuers.put(kind, new Issuers.Office());
      case "speaker" -> issuers.put(kind, new Issuers.Speaker());
      case "anybody" -> issuers.remove(kind);
      default ->
          entry.fault("by", "\"" + by + "\" issues nothing; write office, speaker or anybody");
    }
  }

  private static HeadlineCase headlineCase(Section headlines) {
    Optional<String> text = headlines.text("case");
    for (HeadlineCase one : HeadlineCase.values()) {
      if (text.isEmpty() || text.get().equals(one.name().toLowerCase(Locale.ROOT))) {
        return text.isEmpty() ? HouseStyle.usual().headlineCase() : one;
      }
    }
    headlines.fault("case", "\"" + text.get() + "\" is no case; write title, sentence or free");
    return HouseStyle.usual().headlineCase();
  }

  private Set<String> smallWords(Section headlines) {
    List<Node> nodes = headlines.entries("smallWords");
    for (Node node : nodes) {
      Section.scalar(node)
          .filter(word -> !word.equals(word.toLowerCase(Locale.ROOT)) || word.contains(" "))
          .ifPresent(word ->
              headlines.fault(
                  node, "\"" + word + "\" is not one word in lower case; write it as such"));
    }
    return Set.copyOf(once(headlines, "smallWords", nodes));
  }

  /** The texts of a list, in which none stands twice. */
  private static List<String> once(Section section, String key, List<Node> nodes) {
    Set<String> seen = new HashSet<>();
    for (Node node : nodes) {
      Section.scalar(node)
          .filter(text -> !seen.add(text))
          .ifPresent(text -> section.fault(node, "\"" + text + "\" is listed twice; keep one"));
    }
    return section.texts(nodes, key);
  }
}
