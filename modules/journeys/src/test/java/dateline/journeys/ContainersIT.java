package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dateline.journeys.Containers.Memory;
import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cluster of docker-compose.yml, of the very images that it runs, through what happens to
 * clusters. One cluster, so in order. Where there is no Docker engine it is skipped and says why;
 * the same {@link Journey} is made by {@link EachModuleAloneIT} everywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Containers containers;
  private Terminal terminal;
  private Wire wire;
  private Admin admin;
  private Journey journey;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Images.missing().ifPresent(why -> assumeThat(false).as(why).isTrue());
    Images.build();
    containers = Containers.in(folder);
    containers.startLog();
    KafkaSettings settings = KafkaSettings.from(containers.variables());
    wire = new Wire(settings.wire());
    admin = Admin.create(settings.client());
    terminal = new Terminal(containers.address("desk"), folder);
    journey =
        new Journey(
            terminal,
            containers.address("newsroom-1"),
            new Inbox(terminal, containers.address("mailsink")),
            new LogReader(containers.variables(), wire));
  }

  @Test
  @Order(1)
  void aNoteTravelsThroughSevenContainers() throws Exception {
    Journey.prepares(containers::tools);
    containers.startModules();
    journey.aNoteTravels();
    journey.everyPromiseWasKept();
  }

  @Test
  @Order(2)
  void aReleaseGoesOnWithoutABroker() throws Exception {
    String note = ready();
    containers.kill("kafka-2");
    report("released without a broker, told before: " + journey.isReleased(note));
    journey.arrives(note);
    containers.startAgain("kafka-2");
    awaitAllCopies();
    journey.everyPromiseWasKept();
  }

  @Test
  @Order(3)
  void anotherInstanceTakesOverFromOneThatWasKilled() throws Exception {
    String note = journey.isSubmitted();
    containers.startAnother("clearance", "clearance-2");
    await()
        .atMost(PATIENCE)
        .until(
            () -> members("dateline-clearance"),
            members -> members.size() == 2 && members.stream().noneMatch(Collection::isEmpty));
    containers.kill("clearance");
    Instant killed = Instant.now();
    terminal.clearsByAll(note);
    report("cleared by another instance after " + Duration.between(killed, Instant.now()));
    assertThat(journey.isReleased(note)).isEmpty();
    journey.arrives(note);
    containers.startAgain("clearance");
    journey.everyPromiseWasKept();
  }

  /** Of one after the other, brokers first; the mail sink stays, it stands for somebody else's. */
  @Test
  @Order(4)
  void everythingIsRestartedWhileNotesAreReleased() throws Exception {
    List<String> all =
        Stream.of(Containers.BROKERS, List.of("registry"), Containers.MODULES)
            .flatMap(List::stream)
            .toList();
    List<String> notes = readyTogether(all.size());
    Instant began = Instant.now();
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i);
      containers.stop(name);
      // Without desk or publishing nobody takes it; with them asking again changes nothing.
      report("asked without " + name + ": " + journey.asksForRelease(notes.get(i)));
      containers.startAgain(name);
      awaitAllCopies();
      journey.isReleased(notes.get(i));
    }
    for (String note : notes) {
      journey.arrives(note);
    }
    report(all.size() + " containers restarted in " + Duration.between(began, Instant.now()));
    journey.everyPromiseWasKept();
  }

  @Test
  @Order(5)
  void eachContainerHasMemoryLeft() {
    for (Memory memory : containers.memory()) {
      report(
          "%-12s %4d MiB in use, %4d at most, of %4d"
              .formatted(
                  memory.name(), memory.used() >> 20, memory.most() >> 20, memory.limit() >> 20));
      assertThat(memory.killedForIt()).as(memory.toString()).isFalse();
      assertThat(memory.used()).as(memory.toString()).isLessThan(memory.limit() / 10 * 9);
    }
  }

  @Test
  @Order(6)
  void theClusterGoesOnFromCopiesOfItsVolumes() throws Exception {
    Instant began = Instant.now();
    containers.restoreFromCopies();
    report("stopped, copied and restored in " + Duration.between(began, Instant.now()));
    Ran replayed = containers.tools("replay");
    assertThat(replayed.exitCode()).as(replayed.everything()).isZero();
    journey.everyPromiseWasKept();
    String note = ready();
    journey.isReleased(note);
    journey.arrives(note);
    journey.everyPromiseWasKept();
  }

  @AfterAll
  void stop() throws Exception {
    if (containers == null) {
      return;
    }
    if (admin != null) {
      admin.close(Duration.ofSeconds(5));
      wire.close();
      terminal.close();
    }
    containers.close();
  }

  private List<String> readyTogether(int howMany) throws Exception {
    List<Future<String>> notes;
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      notes = Stream.generate(() -> together.submit(this::ready)).limit(howMany).toList();
    }
    List<String> ids = new ArrayList<>();
    for (Future<String> note : notes) {
      ids.add(note.get());
    }
    return ids;
  }

  private String ready() {
    String note = journey.isSubmitted();
    terminal.clearsByAll(note);
    return note;
  }

  /** The partitions of each member of a consumer group. */
  private List<? extends Collection<?>> members(String group) throws Exception {
    Map<String, ConsumerGroupDescription> groups =
        admin.describeConsumerGroups(List.of(group)).all().get();
    return groups.values().stream()
        .flatMap(description -> description.members().stream())
        .map(member -> member.assignment().topicPartitions())
        .toList();
  }

  /** Every partition is on as many brokers as it should be: the next may stop. */
  private void awaitAllCopies() {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          Collection<TopicDescription> topics =
              admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values();
          return topics.stream()
              .flatMap(topic -> topic.partitions().stream())
              .allMatch(p -> p.isr().size() == p.replicas().size());
        });
  }

  private static void report(String what) {
    System.out.println(what);
  }
}
