package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.launcher.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a new user meets when the machine is not ready: one sentence, an exit code, nothing damaged.
 */
class StartFailuresIT {

  @TempDir Path folder;

  @Test
  void aTakenPortIsNamedWithItsSetting() throws Exception {
    Ports ports = Ports.free();
    try (ServerSocket _ = new ServerSocket(ports.desk(), 1, InetAddress.getLoopbackAddress());
        ServerSocket _ = new ServerSocket(ports.broker(), 1, InetAddress.getLoopbackAddress())) {
      refused(
          up(folder.resolve("data"), ports),
          "Already in use: port %d (DATELINE_BROKER_PORT), port %d (DATELINE_DESK_PORT); stop what uses it or set the variable in brackets to another port."
              .formatted(ports.broker(), ports.desk()));
      assertThat(folder.resolve("data")).as("nothing is left behind").doesNotExist();
    }
    try (Office office = Office.up(folder.resolve("data"), ports)) {
      assertThat(office.isAlive()).as("what failed to start starts on free ports").isTrue();
    }
  }

  @Test
  void aSettingThatIsWrongIsNamedAndNothingIsLeftBehind() throws Exception {
    Map<String, String> wrong =
        Map.of(
            "DATELINE_DESK_PORT", "eighty",
            "DATELINE_PARTITIONS", "0",
            "DATELINE_LOG", "LOUD");
    for (Map.Entry<String, String> setting : wrong.entrySet()) {
      Map<String, String> variables = new HashMap<>(Office.variables(Ports.free()));
      variables.put(setting.getKey(), setting.getValue());
      Ran up = Ran.dateline(variables, "up", "--data", folder.resolve("data").toString());
      assertThat(oneSentence(up)).contains(setting.getKey());
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void aModuleWithoutABrokerSaysWhatItWaitsFor() throws Exception {
    Map<String, String> variables =
        Map.of(
            "DATELINE_KAFKA", "127.0.0.1:1",
            "KAFKA_DEFAULT_API_TIMEOUT_MS", "5000",
            "KAFKA_REQUEST_TIMEOUT_MS", "5000");
    Ran run = Ran.dateline(variables, "run", "drafting");
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(1);
    assertThat(run.err().strip().lines())
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("Waiting for the log at 127.0.0.1:1, up to 5 s …"),
            line ->
                assertThat(line)
                    .startsWith("dateline: The log at 127.0.0.1:1 does not answer; start it"));
  }

  @Test
  void aFileInThePlaceOfTheDataFolderIsNamed() throws Exception {
    Path data = Files.writeString(folder.resolve("data"), "a text of somebody's");
    refused(
        up(data, Ports.free()),
        "The data folder %s cannot be written (it is a file); give yourself the right to write it or choose another with --data."
            .formatted(data));
    assertThat(data).hasContent("a text of somebody's");
  }

  /** Even root cannot make a folder there. */
  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path nowhere = Path.of("/proc/dateline");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this machine has no /proc");
    assertThat(oneSentence(up(nowhere, Ports.free())))
        .startsWith("dateline: The data folder /proc/dateline cannot be written (")
        .endsWith("give yourself the right to write it or choose another with --data.");
  }

  @Test
  void aLogThatCannotBeWrittenIsNamed() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("kafka"), "no folder");
    assertThat(oneSentence(up(data, Ports.free())))
        .startsWith("dateline: The data folder " + data.toRealPath());
  }

  @Test
  void aFolderThatIsInUseIsLeftAlone() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    try (FileChannel channel =
        FileChannel.open(
            data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      refused(
          up(data, Ports.free()),
          "The data folder %s is in use by another running Dateline; stop that one or choose another folder with --data."
              .formatted(data.toRealPath()));
    }
    assertThat(data).isDirectoryNotContaining("glob:**operator-token");
  }

  @Test
  void aSmallDiskIsRefusedBeforeAnythingIsWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.ofMegabytes(folder.resolve("disk"), 100)) {
      assertThat(oneSentence(up(disk.path(), Ports.free())))
          .matches(
              "dateline: The disk of the data folder \\S+ has only \\d+ MB free and Dateline needs 128;"
                  + " free some space or choose another folder with --data\\.");
      assertThat(disk.path()).isDirectoryNotContaining("glob:**kafka");
    }
  }

  @Test
  void aDiskThatFillsUpStopsItAndNothingIsDamaged() throws Exception {
    Ports ports = Ports.free();
    try (SmallDisk disk = SmallDisk.ofMegabytes(folder.resolve("disk"), 512)) {
      Path ballast = disk.path().resolve("ballast");
      try (Office office = Office.up(disk.path(), ports)) {
        disk.fillUntilFree(ballast, 40);
        assertThat(office.exitCode()).as(office.err()).isEqualTo(1);
        assertThat(office.err())
            .contains("is nearly full; Dateline stopped before the log is hurt.")
            .doesNotContain("\tat ");
      }
      Files.delete(ballast);
      try (Office office = Office.up(disk.path(), ports);
          Terminal terminal = new Terminal(office.desk(), disk.path())) {
        assertThat(terminal.says("directory").out()).contains("Helen Abara");
      }
    }
  }

  @Test
  void withoutAJdkTheScriptSaysWhichOneItNeeds() throws Exception {
    refusedByScript(script(Map.of()));
  }

  @Test
  void anOldJdkIsNotTaken() throws Exception {
    Path old = folder.resolve("jdks/old-21");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");
    for (String tool : List.of("java", "javac")) {
      Path program = Files.writeString(old.resolve("bin").resolve(tool), "#!/bin/sh\nexit 0\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    refusedByScript(
        script(Map.of("JAVA_HOME", old.toString(), "DATELINE_JAVA_HOME", old.toString())));
  }

  /** The script in an environment where nothing but the shell's own tools is found. */
  private Ran script(Map<String, String> further) throws IOException, InterruptedException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("sh", "sed", "dirname", "readlink", "cat", "find", "head")) {
      for (Path bin : List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool))) {
        if (Files.isExecutable(bin) && Files.notExists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), bin);
        }
      }
    }
    Files.createDirectories(folder.resolve("jdks"));
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", Checkout.script().toString(), "up");
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("DATELINE_JDKS", folder.resolve("jdks").toString());
    builder.environment().putAll(further);
    return Ran.of(builder);
  }

  private static void refusedByScript(Ran ran) {
    refused(
        ran,
        "needs a JDK 25 or newer and found none. Install one (for example Eclipse Temurin 25) or set JAVA_HOME to it.");
    assertThat(ran.out()).isEmpty();
  }

  private static Ran up(Path data, Ports ports) throws IOException, InterruptedException {
    return Ran.dateline(Office.variables(ports), "up", "--data", data.toString());
  }

  private static void refused(Ran ran, String sentence) {
    assertThat(oneSentence(ran)).isEqualTo("dateline: " + sentence);
  }

  /** What is said when it does not work: one line, no stack trace, nothing on standard output. */
  private static String oneSentence(Ran ran) {
    assertThat(ran.exitCode()).as(ran.everything()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().strip().lines()).as(ran.err()).hasSize(1);
    return ran.err().strip();
  }

  /** A file system of its own in memory. Mounting needs root; without it the test skips. */
  private record SmallDisk(Path path) implements AutoCloseable {

    static SmallDisk ofMegabytes(Path path, int megabytes) throws Exception {
      Files.createDirectories(path);
      Ran mounted =
          tool("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
      if (mounted.exitCode() != 0) {
        System.out.println("SKIPPED: a small disk cannot be mounted here: " + mounted.err());
      }
      assumeTrue(mounted.exitCode() == 0, "a small disk cannot be mounted");
      return new SmallDisk(path);
    }

    private static Ran tool(String... command) throws IOException, InterruptedException {
      try {
        return Ran.of(new ProcessBuilder(command));
      } catch (IOException e) {
        return new Ran(127, "", String.valueOf(e.getMessage()));
      }
    }

    void fillUntilFree(Path ballast, int megabytes) throws IOException {
      byte[] some = new byte[1 << 20];
      try (var out = Files.newOutputStream(ballast)) {
        while (Files.getFileStore(path).getUsableSpace() > (long) megabytes << 20) {
          out.write(some);
        }
      }
    }

    @Override
    public void close() {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> tool("umount", path.toString()).exitCode() == 0);
    }
  }
}
