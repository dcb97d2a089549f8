package dateline.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes that a started Dateline loads, parsed once for all the processes that the journeys
 * start. It changes nothing but how soon they are there, and without it they start as well. Made of
 * jars alone, so only where the modules are packaged.
 */
final class ClassArchive {

  private static final List<String> OPTIONS = make();

  private ClassArchive() {}

  /** The class path of the tested process: the modules and their libraries, but no tests. */
  static String classPath() {
    return String.join(File.pathSeparator, entries());
  }

  /** What makes a virtual machine use it; empty if there is none. */
  static List<String> options() {
    return OPTIONS;
  }

  private static List<String> entries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .toList();
  }

  private static List<String> make() {
    if (entries().stream().anyMatch(entry -> Files.isDirectory(Path.of(entry)))) {
      return List.of();
    }
    try {
      Path archive = Files.createTempFile("dateline-classes-", ".jsa");
      archive.toFile().deleteOnExit();
      Files.delete(archive);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(Checkout.jvmOptions());
      command.add("-XX:ArchiveClassesAtExit=" + archive);
      command.addAll(List.of("-cp", classPath(), "dateline.launcher.Dateline", "demo"));
      command.add(
          Checkout.root()
              .resolve("modules/journeys/src/test/resources/lighthouse-note.txt")
              .toString());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      Ran.clean(builder.environment());
      Process demonstration = builder.start();
      if (!demonstration.waitFor(2, TimeUnit.MINUTES)) {
        demonstration.destroyForcibly().waitFor();
      }
      return Files.isRegularFile(archive)
          ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:aot=off")
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making the archive", e);
    }
  }
}
