package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kafka.coordinator.transaction.TransactionMarkerChannelManager;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KilledBrokerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  private final Ports ports = Ports.free();

  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final Logger markers =
      (Logger) LoggerFactory.getLogger(TransactionMarkerChannelManager.class);

  @BeforeEach
  void listen() {
    told.start();
    markers.setLevel(Level.INFO);
    markers.addAppender(told);
  }

  @AfterEach
  void stopListening() {
    markers.detachAppender(told);
  }

  /**
   * Kafka would take the partitions of the killed broker for deleted ones, and call transactions
   * ended whose markers it never wrote: it says so in most starts, and about one in six hangs.
   */
  @RepeatedTest(2)
  @Timeout(240)
  void everyTransactionThatAKillLeftHalfEndedIsEndedWhole() throws Exception {
    killWhileBusy();
    try (EmbeddedKafka kafka =
            EmbeddedKafka.start(folder, "127.0.0.1", ports.broker(), ports.controller());
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      // The coordinator ends what was begun, and aborts by its clock what nobody asked to end.
      await().atMost(PATIENCE).ignoreExceptions().until(() -> ended(admin) == BusyBroker.CLIENTS);
      assertThat(List.copyOf(told.list))
          .extracting(ILoggingEvent::getFormattedMessage)
          .noneMatch(message -> message.contains("Couldn't find leader endpoint"));
      for (int client = 0; client < BusyBroker.CLIENTS; client++) {
        TopicPartition partition = BusyBroker.partition(client);
        assertThat(end(admin, partition, IsolationLevel.READ_COMMITTED))
            .as("readers get to the end of " + partition)
            .isEqualTo(end(admin, partition, IsolationLevel.READ_UNCOMMITTED));
        assertThat(positions(admin, BusyBroker.group(client), partition))
            .as("the position of " + BusyBroker.group(client) + " is known")
            .containsKey(partition)
            .doesNotContainValue(null);
      }
    }
  }

  private static long ended(Admin admin) throws Exception {
    return admin.listTransactions(new ListTransactionsOptions()).all().get().stream()
        .map(TransactionListing::state)
        .filter(Set.of(TransactionState.COMPLETE_COMMIT, TransactionState.COMPLETE_ABORT)::contains)
        .count();
  }

  private void killWhileBusy() throws Exception {
    Process busy =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BusyBroker.class.getName(),
                folder.toString(),
                Integer.toString(ports.broker()),
                Integer.toString(ports.controller()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = busy.inputReader()) {
      for (int working = 0; working < BusyBroker.CLIENTS; ) {
        String line = said.readLine();
        assertThat(line).as("the broker ended early").isNotNull();
        working += line.equals(BusyBroker.WORKING) ? 1 : 0;
      }
    } finally {
      busy.destroyForcibly();
      assertThat(busy.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static long end(Admin admin, TopicPartition partition, IsolationLevel level)
      throws Exception {
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(level))
        .partitionResult(partition)
        .get()
        .offset();
  }

  /** Asked as a consumer asks: an unfinished transaction's is not told. */
  private static Map<TopicPartition, OffsetAndMetadata> positions(
      Admin admin, String group, TopicPartition partition) throws Exception {
    return admin
        .listConsumerGroupOffsets(
            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(partition))),
            new ListConsumerGroupOffsetsOptions().requireStable(true).timeoutMs(10_000))
        .partitionsToOffsetAndMetadata(group)
        .get();
  }
}
