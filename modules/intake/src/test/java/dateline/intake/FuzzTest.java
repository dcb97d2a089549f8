package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for bytes that break the intake, in a process of its own: plain text, HTML, Markdown
 * and Word documents in turn. For longer {@code -Ddateline.fuzz.seconds=600}, for one format alone
 * {@code -Ddateline.fuzz.target=Html}; what it finds stays in {@code target/fuzzing}.
 */
class FuzzTest {

  private static final int SECONDS = Integer.getInteger("dateline.fuzz.seconds", 12);
  private static final String TARGET = System.getProperty("dateline.fuzz.target", "All");

  @TempDir private Path folder;

  @Test
  void noBytesBreakTheIntake() throws IOException, InterruptedException {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    List<byte[]> files = Seeds.of(TARGET);
    for (int i = 0; i < files.size(); i++) {
      Files.write(seeds.resolve("seed-" + i), files.get(i));
    }
    Path found = Files.createDirectories(Path.of("target", "fuzzing", TARGET));
    Path log = found.resolve("log.txt");
    Process jazzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTargets.class.getName() + "$" + TARGET,
                "--instrumentation_includes=dateline.**",
                "--reproducer_path=" + found.toAbsolutePath(),
                "-artifact_prefix=" + found.toAbsolutePath() + "/",
                "-max_total_time=" + SECONDS,
                "-timeout=60",
                "-max_len=4000",
                "-rss_limit_mb=0",
                seeds.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(jazzer.waitFor(SECONDS + 300L, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      jazzer.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    assertThat(jazzer.exitValue()).as(String.join("\n", lines)).isZero();
    String done =
        lines.stream().filter(line -> line.startsWith("Done ")).findFirst().orElse("nothing done");
    System.out.println("Jazzer on " + TARGET + ": " + done);
    assertThat(done).matches("Done [1-9].*");
  }
}
