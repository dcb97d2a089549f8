package dateline.clearance.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.Answer;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.contracts.AskedV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DeadlineV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeCalendarV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.RulesV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.runtime.CommandSender;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.LogSetup;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Clearance whole, on a real broker. */
@ExtendWith(KafkaClusterExtension.class)
class ClearanceKafkaIT {

  private static final Actor ANDES =
      new Actor(new PersonId("andrea"), new OfficeId("andes"), Role.REVIEWER);
  private static final Actor APPROVER =
      new Actor(new PersonId("vera"), new OfficeId("press"), Role.APPROVER);

  @SuppressWarnings("NullAway.Init") // set by the extension before each test
  KafkaCluster cluster;

  @TempDir Path data;

  private final BlockingQueue<ClearanceEventV1> events = new LinkedBlockingQueue<>();
  private final Wire wire =
      new Wire(
          Map.of("schema.registry.url", "mock://clearance-broker", "auto.register.schemas", true));
  private KafkaSettings settings;
  private CommandSender sender;
  private LogFollower follower;

  @BeforeEach
  void start() {
    settings =
        KafkaSettings.from(
            Map.of(
                "DATELINE_KAFKA", cluster.getBootstrapServers(),
                "DATELINE_PARTITIONS", "2",
                "DATELINE_DATA", data.toString()));
    LogSetup.ensure(settings);
    sender = new CommandSender(settings.client(), wire);
    follower =
        LogFollower.start(
            "clearance-it",
            settings.client(),
            wire,
            List.of(Topic.CLEARANCE_EVENTS),
            new LogFollower.From.Beginning(),
            batch -> batch.stream().flatMap(ClearanceKafkaIT::event).forEach(events::add));
  }

  @AfterEach
  void stop() {
    follower.close();
    sender.close();
    wire.close();
  }

  @Test
  void aNoteIsClearedByTheRulesThatWereThereBeforeTheEngineStarted() throws Exception {
    send(Topic.DIRECTORY, "rules", rules());
    send(Topic.DRAFTING_EVENTS, Drafted.NOTE_ID, Drafted.submitted());
    try (ClearanceApp app = ClearanceApp.start(settings, wire, Meters.unread("clearance"))) {
      assertThat(app.streams().awaitRunning(Duration.ofSeconds(60))).isTrue();
      assertThat(next().getClearanceRequested().getLines())
          .singleElement()
          .matches(line -> line.getOffice().equals("andes"));
      assertThat(next().getOfficesAsked().getAsked()).hasSize(1);
      person(ANDES, new AnswerForOffice(Drafted.DIGEST, Answer.CLEARED, ""));
      assertThat(next().getOfficeAnswered().getAnswer().getPerson()).isEqualTo("andrea");
    }
    // What the offices said outlives the engine.
    try (ClearanceApp app = ClearanceApp.start(settings, wire, Meters.unread("clearance"))) {
      assertThat(app.streams().awaitRunning(Duration.ofSeconds(60))).isTrue();
      assertThat(app.health().ready()).isTrue();
      person(APPROVER, new ApproveNote(Drafted.DIGEST));
      assertThat(next().getNoteCleared().getDigest()).isEqualTo(Drafted.DIGEST.hex());
    }
  }

  /** It prints how late the clock was; a machine that is busy makes it later, never earlier. */
  @Test
  void aDeadlineIsKeptAndOneThatPassedWhileTheEngineWasDownIsFoundAtItsStart() throws Exception {
    send(Topic.DIRECTORY, "rules", withinSixSeconds());
    Instant due;
    try (ClearanceApp app = ClearanceApp.start(settings, wire, Meters.unread("clearance"))) {
      assertThat(app.streams().awaitRunning(Duration.ofSeconds(60))).isTrue();
      send(Topic.DRAFTING_EVENTS, Drafted.NOTE_ID, Drafted.submitted(Instant.now()));
      assertThat(next().getClearanceRequested()).isNotNull();
      AskedV1 asked = next().getOfficesAsked().getAsked().getFirst();
      due = asked.getDue();
      ClearanceEventV1 reminded = next();
      assertThat(reminded.getOfficesReminded().getOffices()).containsExactly("andes");
      assertThat(reminded.getAt()).isAfterOrEqualTo(asked.getRemindAt());
      tell("reminded", asked.getRemindAt(), reminded.getAt());
    }
    Thread.sleep(Duration.between(Instant.now(), due.plusSeconds(1)).toMillis());
    try (ClearanceApp app = ClearanceApp.start(settings, wire, Meters.unread("clearance"))) {
      assertThat(app.streams().awaitRunning(Duration.ofSeconds(60))).isTrue();
      Instant running = Instant.now();
      ClearanceEventV1 silent = next();
      assertThat(silent.getOfficesSilent().getOffices()).containsExactly("andes");
      assertThat(silent.getAt()).isAfter(due);
      tell("silent, after a restart,", running, silent.getAt());
    }
  }

  private static void tell(String what, Instant due, Instant at) {
    System.out.printf(
        "an office was %s %d ms after it was due%n", what, Duration.between(due, at).toMillis());
  }

  private ClearanceEventV1 next() throws InterruptedException {
    return Optional.ofNullable(events.poll(60, TimeUnit.SECONDS)).orElseThrow();
  }

  private static java.util.stream.Stream<ClearanceEventV1> event(LogRecord record) {
    return record.value().map(ClearanceEventV1.class::cast).stream();
  }

  private void person(Actor actor, ClearanceCommand command) throws Exception {
    Envelope<ClearanceCommand> asks =
        Envelope.of(
            MessageId.of(command.toString()), Drafted.NOTE_ID, Instant.EPOCH, actor, command);
    send(Topic.CLEARANCE_COMMANDS, Drafted.NOTE_ID, ClearanceCodecs.COMMANDS.toWire(asks));
  }

  private void send(Topic topic, String key, SpecificRecord value) throws Exception {
    sender.send(topic, key, value).get(30, TimeUnit.SECONDS);
  }

  private static DirectoryEntryV1 rules() {
    return rules(null, null);
  }

  /** An office that works around the clock, and has six seconds. */
  private static DirectoryEntryV1 withinSixSeconds() {
    OfficeHoursV1 always =
        new OfficeHoursV1(
            "UTC",
            "00:00",
            "23:59:59.999",
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList(),
            List.of());
    return rules(
        List.of(new OfficeCalendarV1("andes", always)),
        List.of(new DeadlineV1(List.of(), null, 6_000L)));
  }

  private static DirectoryEntryV1 rules(
      @Nullable List<OfficeCalendarV1> calendars, @Nullable List<DeadlineV1> deadlines) {
    return new DirectoryEntryV1(
        1L,
        null,
        null,
        new RulesV1(
            "Press Office",
            "America/Lima",
            List.of(
                ClearanceRuleV1.newBuilder()
                    .setBecause("it names Peru")
                    .setMentions(List.of("Peru"))
                    .setOffice("andes")
                    .setPower("CLEAR")
                    .setMandatory(true)
                    .build()),
            calendars,
            deadlines,
            null,
            null));
  }
}
