package dateline.launcher.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dateline.contracts.DirectoryEntryV1;
import dateline.launcher.EmbeddedKafka;
import dateline.launcher.directory.DirectoryPublisher.Applied;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogSetup;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory on a real broker. */
class DirectoryPublisherIT {

  private static final PressDirectory SAMPLE =
      ((DirectoryFile.Reading.Sound) DirectoryFile.read(DirectoryFile.sample())).directory();

  @TempDir Path folder;

  private final Wire wire =
      new Wire(Map.of("schema.registry.url", "mock://directory", "auto.register.schemas", true));
  private EmbeddedKafka kafka;
  private KafkaSettings settings;

  @BeforeEach
  void start() throws IOException {
    kafka = EmbeddedKafka.start(folder, "127.0.0.1", freePort(), freePort());
    settings =
        KafkaSettings.from(
            Map.of("DATELINE_KAFKA", kafka.bootstrapServers(), "DATELINE_PARTITIONS", "3"));
  }

  @AfterEach
  void stop() {
    wire.close();
    kafka.close();
  }

  @Test
  void aDirectoryIsAppliedOnceAndChangedByVersions() throws Exception {
    LogSetup.ensure(settings);
    int all = SAMPLE.offices().size() + SAMPLE.people().size() + 1;
    assertThat(apply(SAMPLE)).isEqualTo(new Applied(1, all, 0));
    assertThat(apply(SAMPLE)).isEqualTo(new Applied(1, 0, 0));
    assertThat(apply(smaller(1))).isEqualTo(new Applied(2, 1, 1));
    assertThat(apply(SAMPLE)).isEqualTo(new Applied(3, 2, 0));
    assertThat(apply(SAMPLE)).isEqualTo(new Applied(3, 0, 0));
  }

  @Test
  void directoriesAppliedAtTheSameMomentNeverMix() throws Exception {
    LogSetup.ensure(settings);
    List<PressDirectory> wanted = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      wanted.add(smaller(i));
    }
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Applied>> applied =
          wanted.stream().map(directory -> together.submit(() -> apply(directory))).toList();
      int done = 0;
      for (Future<Applied> one : applied) {
        try {
          one.get();
          done++;
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(IOException.class).hasMessageContaining("again");
        }
      }
      assertThat(done).as("somebody was last").isPositive();
    }
    // A commit is answered before its markers stand in every partition, and readers wait for those.
    await()
        .untilAsserted(() -> {
          Map<String, DirectoryEntryV1> held = DirectoryPublisher.held(settings, wire);
          assertThat(wanted.stream().filter(one -> DirectoryChange.between(held, one).isEmpty()))
              .as("one of them is there whole")
              .hasSize(1);
        });
  }

  @Test
  void withoutItsTopicThereIsASentence() {
    assertThatThrownBy(() -> apply(SAMPLE))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The log has no topic dateline.directory.v1 yet; make its topics with ./dateline topics make, then apply the directory again.");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Applied apply(PressDirectory directory) throws IOException, InterruptedException {
    return DirectoryPublisher.apply(directory, settings, wire);
  }

  /** The sample without its last so many people. */
  private static PressDirectory smaller(int people) {
    return new PressDirectory(
        SAMPLE.name(),
        SAMPLE.zone(),
        SAMPLE.offices(),
        SAMPLE.people().subList(0, SAMPLE.people().size() - people),
        SAMPLE.clearing());
  }
}
