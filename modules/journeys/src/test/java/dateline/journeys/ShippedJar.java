package dateline.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A jar of the application's folder, once it is packaged. */
record ShippedJar(Path file) {

  static final Path FOLDER = Checkout.root().resolve("modules/launcher/target/app");

  /** The root POM's {@code project.build.outputTimestamp}. */
  private static final LocalDateTime BUILT = LocalDateTime.parse("2026-11-22T00:00:00");

  private static final Set<String> IN_THE_MANIFEST =
      Set.of("Manifest-Version", "Created-By", "Build-Jdk-Spec");

  /** Ours and those of others. */
  static List<ShippedJar> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(ShippedJar::new)
          .toList();
    }
  }

  /** The module it would be of, by its name without the version. */
  String module() {
    return file.getFileName().toString().replaceFirst("-\\d.*", "");
  }

  boolean isOurs() {
    return Files.isDirectory(Checkout.root().resolve("modules").resolve(module()));
  }

  /** Lowercase hex. */
  String sha256() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What would be otherwise in a build at another time, in another folder or by somebody else. */
  Set<String> traces() throws IOException {
    Set<String> traces = new TreeSet<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        if (!entry.getTimeLocal().equals(BUILT)) {
          traces.add(entry.getName() + " has the time of the build");
        }
        String content = new String(jar.getInputStream(entry).readAllBytes(), ISO_8859_1);
        if (content.contains(Checkout.root().toString())) {
          traces.add(entry.getName() + " names the folder of the build");
        }
      }
      jar.getManifest().getMainAttributes().keySet().stream()
          .map(String::valueOf)
          .filter(name -> !IN_THE_MANIFEST.contains(name))
          .forEach(name -> traces.add("the manifest has " + name));
    }
    return traces;
  }
}
