package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.AnswerV1;
import dateline.contracts.DoneV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.Topic;
import dateline.note.MediaNote;
import dateline.runtime.CommandSender;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole desk on a real broker, with a drafting engine that only begins notes. */
@ExtendWith(KafkaClusterExtension.class)
class DeskAppIT {

  @SuppressWarnings("NullAway.Init") // set by the extension before each test
  KafkaCluster cluster;

  @TempDir Path folder;

  private final Facts facts = new Facts();

  @BeforeEach
  void topics() throws Exception {
    List<NewTopic> topics =
        Stream.of(Topic.values())
            .map(topic -> new NewTopic(topic.topicName(), 2, (short) 1))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.getBootstrapServers()))) {
      admin.createTopics(topics).all().get(20, TimeUnit.SECONDS);
    }
    Files.writeString(
        folder.resolve("desk-tokens"),
        "06e55b633481f7bb072957eabcf110c972e86691c3cfedabe088024bffe42f23 *\n");
  }

  @Test
  void peopleReadTheirOwnWritesAndFindThemAgainAfterARestart() throws Exception {
    DeskSettings settings =
        DeskSettings.from(
            Map.of(
                "DATELINE_KAFKA",
                cluster.getBootstrapServers(),
                "DATELINE_DATA",
                folder.toString(),
                "DATELINE_DESK_PORT",
                "0",
                "DATELINE_SECRET",
                "a secret of 16 or more"));
    Map<String, Object> client = settings.kafka().client();
    String noteId;
    String commandId;
    try (Wire wire = wire();
        CommandSender log = new CommandSender(client, wire);
        LogFollower engine =
            LogFollower.start(
                "stub",
                client,
                wire,
                List.of(Topic.DRAFTING_COMMANDS),
                new LogFollower.From.Beginning(),
                batch -> batch.forEach(record -> begin(log, record)))) {
      write(log, facts.person(Facts.AUTHOR, "press", "PRESS_OFFICER"));
      assertThat(engine.caughtUp()).succeedsWithin(20, TimeUnit.SECONDS);
      try (DeskApp desk = DeskApp.start(settings, wire, Meters.unread("desk"))) {
        assertThat(desk.caughtUp()).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(desk.health().ready()).isTrue();

        HttpResponse<byte[]> created = create(desk, "A bridge opens\n\nIt opens today.\n");

        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode note = DeskJson.MAPPER.readTree(created.body());
        noteId = note.path("id").asText();
        commandId = created.headers().firstValue("Dateline-Command").orElseThrow();
        assertThat(created.headers().firstValue("ETag")).contains("\"1.0.0\"");
        assertThat(get(desk, "/api/notes/" + noteId.substring(0, 8)).statusCode()).isEqualTo(200);
      }
      try (DeskApp desk = DeskApp.start(settings, wire, Meters.unread("desk"))) {
        assertThat(desk.caughtUp()).succeedsWithin(20, TimeUnit.SECONDS);
        JsonNode note = DeskJson.MAPPER.readTree(get(desk, "/api/notes/" + noteId).body());
        assertThat(note.path("headline").asText()).isEqualTo("A bridge opens");
        assertThat(get(desk, "/api/commands/" + commandId).statusCode()).isEqualTo(200);
        assertThat(get(desk, "/health").statusCode()).isEqualTo(200);
      }
    }
  }

  private void begin(CommandSender log, LogRecord record) {
    DraftingCommandV1 command = (DraftingCommandV1) record.value().orElseThrow();
    MediaNote text = NoteCodec.fromWire(command.getCreateDraft().getNote());
    LogRecord event = facts.created(record.key(), command.getId(), text);
    write(log, event);
    DraftingEventV1 made = (DraftingEventV1) event.value().orElseThrow();
    AnswerV1 answer =
        new AnswerV1(
            command.getId(),
            record.key(),
            command.getAt(),
            new DoneV1(List.of(made.getId()), 1L),
            null,
            null);
    log.send(Topic.DRAFTING_ANSWERS, record.key(), answer).join();
  }

  private static void write(CommandSender log, LogRecord record) {
    log.send(record.topic(), record.key(), record.value().orElseThrow()).join();
  }

  private static Wire wire() {
    return new Wire(
        Map.of("schema.registry.url", "mock://desk-app", "auto.register.schemas", true));
  }

  private static HttpResponse<byte[]> create(DeskApp desk, String text) throws Exception {
    return send(
        request(desk, "/api/notes")
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(text)));
  }

  private static HttpResponse<byte[]> get(DeskApp desk, String path) throws Exception {
    return send(request(desk, path).GET());
  }

  private static HttpRequest.Builder request(DeskApp desk, String path) {
    return HttpRequest.newBuilder(URI.create(desk.url() + path))
        .header("Authorization", "Bearer operator")
        .header("Dateline-Person", Facts.AUTHOR);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
