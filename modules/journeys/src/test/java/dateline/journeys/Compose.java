package dateline.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A compose file and what may be asked about it, without Docker. */
final class Compose {

  private static final Pattern SETTING = Pattern.compile("DATELINE_[A-Z]+(?:_[A-Z]+)*");
  private static final Pattern DEFAULT = Pattern.compile("^\\$\\{[A-Z_]+:-(.*)}$");
  private static final Pattern VARIABLE =
      Pattern.compile("(?<!\\$)\\$\\{(?<name>\\w+):(?<or>[-?])(?<what>[^}]*)}");
  private static final Pattern TAGGED = Pattern.compile("[a-z0-9./-]+:[\\w.-]*\\d[\\w.-]*");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?m)^ *(DATELINE_\\w*(?:SECRET|PASSWORD|TOKEN|KEY)): *+(?!\\$\\{\\w+:\\?[^}]+}$).+$");

  private final String text;
  private final Map<String, Map<?, ?>> services = new TreeMap<>();

  private Compose(String text) {
    this.text = text;
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(1_000)
            .build();
    Map<?, ?> whole = (Map<?, ?>) new Load(settings).loadFromString(text);
    map(whole, "services")
        .forEach((name, service) -> services.put(String.valueOf(name), (Map<?, ?>) service));
  }

  static Compose of(String text) {
    return new Compose(text);
  }

  /**
   * The same as compose reads it with these variables: {@code ${NAME:-default}} is the value or the
   * default, {@code ${NAME:?why}} the value.
   */
  static Compose of(String text, Map<String, String> variables) {
    return new Compose(
        VARIABLE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(filled(found, variables)))
            .replace("$$", "$"));
  }

  private static String filled(MatchResult found, Map<String, String> variables) {
    String value = variables.get(found.group("name"));
    if (value != null) {
      return value;
    }
    if (found.group("or").equals("?")) {
      throw new IllegalArgumentException(found.group("name") + " " + found.group("what"));
    }
    return found.group("what");
  }

  /** A service of this name. */
  ComposeService service(String name) {
    Map<?, ?> service = services.get(name);
    if (service == null) {
      throw new IllegalArgumentException("no service " + name);
    }
    return ComposeService.of(name, service);
  }

  /** The names of the services. */
  Set<String> services() {
    return services.keySet();
  }

  /** The settings of Dateline's that the file names. */
  Set<String> settings() {
    return new TreeSet<>(SETTING.matcher(text).results().map(MatchResult::group).toList());
  }

  /** What each service runs: {@code "run newsroom"}. */
  List<String> commands() {
    return services.values().stream()
        .flatMap(service ->
            service.get("command") instanceof List<?> command
                ? Stream.of(String.join(" ", words(command)))
                : Stream.of())
        .toList();
  }

  /**
   * Services that could do more in their container, or take more of the machine, than they must.
   */
  List<String> loose() {
    List<String> loose = new ArrayList<>();
    services.forEach((name, service) -> {
      if (!String.valueOf(service.get("user")).matches("[1-9]\\d*:\\d+")) {
        loose.add(name + " runs as root");
      }
      if (!Boolean.TRUE.equals(service.get("read_only"))) {
        loose.add(name + " can write to its image");
      }
      if (!List.of("ALL").equals(service.get("cap_drop")) || service.containsKey("cap_add")) {
        loose.add(name + " has capabilities");
      }
      if (!List.of("no-new-privileges:true").equals(service.get("security_opt"))) {
        loose.add(name + " can gain privileges");
      }
      Object limit = service.get("mem_limit");
      if (limit == null || !limit.equals(service.get("memswap_limit"))) {
        loose.add(name + " has no limit of memory");
      }
    });
    return loose;
  }

  /** Services that run on and of which nobody knows whether they work, or that nobody restarts. */
  List<String> unwatched() {
    List<String> unwatched = new ArrayList<>();
    services.forEach((name, service) -> {
      boolean ends = "no".equals(service.get("restart"));
      boolean checked = map(service, "healthcheck").containsKey("test");
      if (!ends && !(checked && "unless-stopped".equals(service.get("restart")))) {
        unwatched.add(name);
      }
    });
    return unwatched;
  }

  /** Images whose tag names no version. */
  List<String> unpinned() {
    Stream<String> images =
        services.values().stream().map(service -> String.valueOf(service.get("image")));
    Stream<String> bases =
        services.values().stream()
            .map(service -> map(map(service, "build"), "args"))
            .filter(args -> args.containsKey("BASE"))
            .map(args -> String.valueOf(args.get("BASE")));
    return Stream.concat(images, bases)
        .map(image -> DEFAULT.matcher(image).replaceFirst("$1"))
        .filter(image -> !TAGGED.matcher(image).matches())
        .toList();
  }

  /** Secrets that stand in the file, or whose absence is not refused. */
  List<String> secrets() {
    return SECRET.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static Map<?, ?> map(Map<?, ?> from, String key) {
    return from.get(key) instanceof Map<?, ?> found ? found : Map.of();
  }

  private static List<String> words(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }
}
