package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contracts.ActorV1;
import dateline.contracts.AnswerV1;
import dateline.contracts.CreateDraftV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.ReviseDraftV1;
import dateline.contracts.Topic;
import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.NoteCodec;
import dateline.testkit.Guarantee;
import dateline.testkit.Observed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The host under fire: every command sent twice, the application killed half-way and replaced, a
 * second one joining and leaving, damaged records in between. Every effect must be there once.
 */
class ExactlyOnceIT {

  private static final int NOTES = 200;
  private static final int COMMANDS_A_NOTE = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final List<Observed.Sent> sent = new ArrayList<>();
  private final List<Future<RecordMetadata>> acknowledged = new ArrayList<>();

  @Test
  void everyEffectIsThereOnceThoughTheApplicationIsKilledHalfWay() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    System.out.println("seed " + seed + " (replay with -Ddateline.seed=" + seed + ")");
    Random random = new Random(seed);
    try (Cluster cluster = Cluster.start(folder, 4);
        KafkaProducer<String, byte[]> producer = cluster.producer()) {
      int half = COMMANDS_A_NOTE / 2;
      ModuleProcess first =
          ModuleProcess.start("DRAFTING", folder.resolve("first"), cluster.variables());
      send(cluster, producer, random, 0, half);
      sendDamaged(cluster, producer);
      await()
          .atMost(PATIENCE)
          .until(() -> answered(cluster).size() > NOTES * half / 4 || !first.isAlive());
      assertThat(first.isAlive()).as(first.output()).isTrue();
      first.kill();
      int whenKilled = answered(cluster).size();

      try (ModuleProcess replacement =
          ModuleProcess.start("DRAFTING", folder.resolve("replacement"), cluster.variables())) {
        send(cluster, producer, random, half, COMMANDS_A_NOTE - 1);
        try (ModuleProcess second =
            ModuleProcess.start("DRAFTING", folder.resolve("second"), cluster.variables())) {
          await()
              .atMost(PATIENCE)
              .until(() -> second.output().contains("ready") || !second.isAlive());
          assertThat(second.isAlive()).as(second.output()).isTrue();
          send(cluster, producer, random, COMMANDS_A_NOTE - 1, COMMANDS_A_NOTE);
        }
        for (Future<RecordMetadata> future : acknowledged) {
          future.get();
        }
        Set<String> all = sent.stream().map(Observed.Sent::commandId).collect(Collectors.toSet());
        await().atMost(PATIENCE).until(() -> answered(cluster).containsAll(all));
        assertThat(replacement.isAlive()).as(replacement.output()).isTrue();
        // The application was killed in the middle of the work, or the test tests nothing.
        assertThat(whenKilled).isGreaterThan(0).isLessThan(NOTES * COMMANDS_A_NOTE);
      }
      verify(cluster);
    }
  }

  private void verify(Cluster cluster) {
    Observed seen = observed(cluster);
    assertThat(seen.sent()).hasSize(2 * NOTES * COMMANDS_A_NOTE);
    assertThat(seen.events()).hasSize(NOTES * COMMANDS_A_NOTE);
    // Only drafting ran: the other promises would be kept by nothing at all.
    for (Guarantee guarantee :
        List.of(Guarantee.NOTHING_LOST, Guarantee.NOTHING_TWICE, Guarantee.IN_ORDER_PER_NOTE)) {
      assertThat(guarantee.violations(seen)).as(guarantee.name()).isEmpty();
    }
    assertThat(cluster.read(Topic.DRAFTING_DEAD_LETTERS, DeadLetterV1.class))
        .extracting(letter -> letter.value().getCode())
        .containsExactlyInAnyOrder("UNREADABLE", "UNREADABLE", "WRONG_KEY", "UNKNOWN_KIND");
  }

  /** These steps of every note, each command twice, notes mixed at random, each note in order. */
  private void send(
      Cluster cluster, KafkaProducer<String, byte[]> producer, Random random, int from, int to) {
    int[] next = new int[NOTES];
    List<Integer> open = new ArrayList<>();
    for (int note = 0; note < NOTES; note++) {
      next[note] = from;
      open.add(note);
    }
    while (!open.isEmpty()) {
      int note = open.get(random.nextInt(open.size()));
      DraftingCommandV1 command = command(note, next[note]);
      send(cluster, producer, command);
      send(cluster, producer, command);
      next[note]++;
      open.removeIf(n -> next[n] == to);
    }
    producer.flush();
  }

  private void send(
      Cluster cluster, KafkaProducer<String, byte[]> producer, DraftingCommandV1 command) {
    byte[] bytes = cluster.wire().write(Topic.DRAFTING_COMMANDS, command);
    sent.add(new Observed.Sent(command.getNoteId(), command.getId()));
    acknowledged.add(
        producer.send(
            new ProducerRecord<>(Topic.DRAFTING_COMMANDS.topicName(), command.getNoteId(), bytes)));
  }

  /** What nobody can read, or nobody may, in the midst of the good ones. */
  private void sendDamaged(Cluster cluster, KafkaProducer<String, byte[]> producer) {
    String topic = Topic.DRAFTING_COMMANDS.topicName();
    byte[] good = cluster.wire().write(Topic.DRAFTING_COMMANDS, command(0, 1));
    DraftingCommandV1 ofNoKind =
        DraftingCommandV1.newBuilder(command(0, 1))
            .setId("of-no-kind")
            .setCausationId("of-no-kind")
            .setReviseDraft(null)
            .build();
    for (ProducerRecord<String, byte[]> damaged :
        List.of(
            new ProducerRecord<>(topic, noteId(0), "no avro".getBytes(StandardCharsets.UTF_8)),
            new ProducerRecord<String, byte[]>(topic, noteId(0), null),
            new ProducerRecord<>(topic, "another key", good),
            new ProducerRecord<>(
                topic, noteId(0), cluster.wire().write(Topic.DRAFTING_COMMANDS, ofNoKind)))) {
      acknowledged.add(producer.send(damaged));
    }
    producer.flush();
  }

  private static String noteId(int note) {
    return "note-%03d".formatted(note);
  }

  private static DraftingCommandV1 command(int note, int step) {
    String id = "command-%03d-%02d".formatted(note, step);
    DraftingCommandV1.Builder command =
        DraftingCommandV1.newBuilder()
            .setId(id)
            .setCausationId(id)
            .setAt(Instant.parse("2026-03-02T12:00:00Z").plusSeconds(step))
            .setActor(new ActorV1("maya", "press", "PRESS_OFFICER"))
            .setNoteId(noteId(note));
    MediaNote text = text("Revision " + (step + 1) + " of " + noteId(note));
    return step == 0
        ? command.setCreateDraft(new CreateDraftV1(NoteCodec.toWire(text), null, null)).build()
        : command.setReviseDraft(new ReviseDraftV1(step, NoteCodec.toWire(text), null)).build();
  }

  private static MediaNote text(String sentence) {
    return new MediaNote(
        "A headline",
        Optional.empty(),
        Optional.of("Media Note"),
        Optional.of("Press Office"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Block.Paragraph(List.of(Span.plain(sentence)))),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of("en"));
  }

  private static Set<String> answered(Cluster cluster) {
    return new HashSet<>(
        cluster.read(Topic.DRAFTING_ANSWERS, AnswerV1.class).stream()
            .map(answer -> answer.value().getCommandId())
            .toList());
  }

  private Observed observed(Cluster cluster) {
    List<Observed.Answered> answers =
        cluster.read(Topic.DRAFTING_ANSWERS, AnswerV1.class).stream()
            .map(answer ->
                new Observed.Answered(
                    answer.value().getKey(),
                    answer.value().getCommandId(),
                    answer.value().getDone() == null
                        ? List.of()
                        : answer.value().getDone().getEvents()))
            .toList();
    List<Observed.Happened> events =
        cluster.read(Topic.DRAFTING_EVENTS, DraftingEventV1.class).stream()
            .map(event ->
                new Observed.Happened(
                    event.value().getNoteId(),
                    event.value().getId(),
                    event.value().getCausationId()))
            .toList();
    return Observed.ofCommands(sent, answers, events);
  }
}
