package dateline.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents and the sources they speak of, and what may be asked about them. */
final class Documents {

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", "data", ".idea", ".vscode");
  private static final Pattern SETTING = Pattern.compile("DATELINE_[A-Z]+(?:_[A-Z]+)*");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(DATELINE_[A-Z_]+)`[^|]*\\|([^|]*)\\|");
  private static final Pattern READ =
      Pattern.compile(
          "\\.(?:text|integer|path|url)\\(\\s*\"(DATELINE_[A-Z_]+)\",\\s*(?:Path\\.of\\(|URI\\.create\\()?(?:\"([^\"]*)\"|(\\d[\\d_]*))");
  private static final Pattern NAMED_FILE =
      Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)*\\.(?:java|avdl|avsc|yaml|xml|jte|md))`");
  private static final Pattern ARTIFACT =
      Pattern.compile(
          "(?<!<exclusion>)\\s*<groupId>([^<*]+)</groupId>\\s*<artifactId>([^<*]+)</artifactId>");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  private final Path root;
  private final List<String> files = new ArrayList<>();

  private Documents(Path root) {
    this.root = root;
  }

  /** Those of the checkout that this test runs in. */
  static Documents here() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(at.resolve("dateline"))
        || !Files.isDirectory(at.resolve("schemas"))) {
      at = at.getParent();
      if (at == null) {
        throw new IllegalStateException("this is no checkout of Dateline");
      }
    }
    Documents documents = new Documents(at);
    documents.list();
    return documents;
  }

  private void list() {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(root.relativize(file).toString().replace('\\', '/'));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file, named from the root. */
  String text(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a folder, named from the root, sorted. */
  List<String> below(String folder) {
    return files.stream().filter(file -> file.startsWith(folder + '/')).sorted().toList();
  }

  /** The launcher and every source that is run, each as a text. */
  Stream<String> sources() {
    return Stream.concat(
            Stream.of("dateline"), files.stream().filter(file -> file.contains("/src/main/")))
        .map(this::text);
  }

  /**
   * What all POMs together name: dependencies, plugins and their parts, each by group and artifact.
   */
  Set<String> artifacts() {
    return files.stream()
        .filter(file -> file.equals("pom.xml") || file.matches("modules/[^/]+/pom\\.xml"))
        .flatMap(pom -> ARTIFACT.matcher(text(pom)).results())
        .map(found -> found.group(1) + ':' + found.group(2))
        .filter(artifact -> !artifact.startsWith("dateline:"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The settings that a text names. */
  static Set<String> settings(Stream<String> texts) {
    return texts
        .flatMap(text -> SETTING.matcher(text).results().map(MatchResult::group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a table of settings says of their defaults. */
  static Map<String, String> defaultsIn(String table) {
    Map<String, String> defaults = new TreeMap<>();
    ROW.matcher(table).results().forEach(row -> defaults.put(row.group(1), row.group(2).strip()));
    return defaults;
  }

  /** Defaults that stand as words or numbers in a source and not in the table. */
  static List<String> wrongDefaults(Map<String, String> table, String source) {
    return READ.matcher(source)
        .results()
        .filter(read -> !isSaid(table.getOrDefault(read.group(1), ""), read))
        .map(read -> read.group(1) + " is " + literal(read))
        .toList();
  }

  /** A number must stand alone; a text may go on, where the code adds to it. */
  private static boolean isSaid(String cell, MatchResult read) {
    return cell.contains('`' + literal(read) + (isNumber(read) ? "`" : ""));
  }

  private static boolean isNumber(MatchResult read) {
    return read.start(3) >= 0;
  }

  private static String literal(MatchResult read) {
    return isNumber(read) ? read.group(3).replace("_", "") : read.group(2);
  }

  /**
   * Files that a document names and that do not exist, or that could be several. A name may leave
   * out its beginning; a link is from the document's folder.
   */
  List<String> missingFiles(String document, String text) {
    List<String> missing = new ArrayList<>();
    NAMED_FILE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !isOneFile(name))
        .forEach(missing::add);
    Path folder = root.resolve(document).getParent();
    LINK.matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(link -> folder == null || !Files.exists(folder.resolve(link)))
        .forEach(missing::add);
    return missing;
  }

  private boolean isOneFile(String name) {
    return files.contains(name)
        || files.stream().filter(file -> file.endsWith('/' + name)).count() == 1;
  }
}
