package dateline.journeys;

import dateline.journeys.Sbom.Component;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which licences a dependency may have. */
final class Licences {

  /** By SPDX's identifiers; JDOM's own has none. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "JDOM",
          "MIT",
          "MIT-0",
          "MPL-2.0");

  /** What was read in the licence itself where a POM's words are not an SPDX name or mislead. */
  private static final Map<String, String> READ =
      Map.of(
          // Its POM says "The BSD License" and links to the text with three clauses.
          "org.jline:jline-native", "BSD-3-Clause",
          "org.jline:jline-terminal", "BSD-3-Clause",
          // Apache 1.1 without the clause about acknowledgments.
          "org.jdom:jdom2", "JDOM",
          // "Go License": the text of Go's, three clauses.
          "com.google.re2j:re2j", "BSD-3-Clause",
          // "Bouncy Castle Licence": the words of MIT.
          "org.bouncycastle:bcpkix-jdk18on", "MIT",
          "org.bouncycastle:bcprov-jdk18on", "MIT",
          "org.bouncycastle:bcutil-jdk18on", "MIT");

  private Licences() {}

  /** The names of those that are allowed. */
  static String named() {
    return ALLOWED.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Those of its licences that are allowed; none if it may not be used. */
  static List<String> allowed(Component component) {
    return known(component).filter(ALLOWED::contains).sorted().toList();
  }

  /** A line for each artifact that may not be used: which, and what licences it has. */
  static List<String> refused(Sbom sbom) {
    return sbom.ofOthers().stream()
        .filter(component -> allowed(component).isEmpty())
        .map(component -> component.name() + ' ' + component.version() + ": " + said(component))
        .toList();
  }

  /** Artifacts whose licence was read and that are used no longer. */
  static Set<String> readInVain(Sbom sbom) {
    Set<String> used = sbom.components().stream().map(Component::name).collect(Collectors.toSet());
    return READ.keySet().stream().filter(name -> !used.contains(name)).collect(Collectors.toSet());
  }

  private static Stream<String> known(Component component) {
    String read = READ.get(component.name());
    return read == null ? component.licences().stream() : Stream.of(read);
  }

  private static String said(Component component) {
    return component.licences().isEmpty()
        ? "its POM names no licence"
        : String.join(" or ", component.licences()) + " is not allowed";
  }
}
