package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher script takes for built, with a JDK and a Maven that do nothing. */
class LauncherScriptTest {
  private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-03-02T12:00:00Z"));

  @TempDir Path folder;
  private Path built;

  @BeforeEach
  void checkout() throws IOException {
    Files.copy(Checkout.script(), folder.resolve("dateline"));
    Path app = Files.createDirectories(folder.resolve("modules/launcher/target/app"));
    built = Files.writeString(app.resolve(".built"), "");
    Files.setLastModifiedTime(built, BEFORE);
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    for (String tool : List.of("javac", "mvn")) {
      Path program = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexit 0\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aTestOfAPartIsNotTakenForABuildOfTheWhole() throws Exception {
    run("test", "-Dtest=SomeTest");
    assertThat(Files.getLastModifiedTime(built)).isEqualTo(BEFORE);
  }

  @Test
  void aTestOfTheWholeIsABuildOfTheWhole() throws Exception {
    run("test");
    assertThat(Files.getLastModifiedTime(built)).isGreaterThan(BEFORE);
  }

  private void run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", folder.resolve("dateline").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().remove("DATELINE_JAVA_HOME");
    builder
        .environment()
        .merge("PATH", folder.resolve("jdk/bin").toString(), (path, bin) -> bin + ":" + path);
    assertThat(builder.start().waitFor()).as("exit code").isZero();
  }
}
