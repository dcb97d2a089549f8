package dateline.launcher.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.contracts.Topic;
import dateline.launcher.EmbeddedKafka;
import dateline.runtime.http.CannotListenException;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {

  private static final String HOST = "127.0.0.1";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;

  private record Answer(int status, String type, JsonNode json) {}

  @BeforeAll
  static void startBroker() throws IOException {
    kafka = EmbeddedKafka.start(folder, HOST, freePort(), freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
    HTTP.shutdownNow();
  }

  @Test
  void aRestartReadsEverythingBack() throws Exception {
    int id;
    try (EmbeddedRegistry registry = start();
        SchemaRegistry client = client(registry)) {
      id = client.register("restart-value", Topic.RELEASES.schema());
      client.requireCompatibility("restart-value", "BACKWARD");
    }
    try (EmbeddedRegistry registry = start();
        SchemaRegistry client = client(registry)) {
      assertThat(client.schema(id)).contains(Topic.RELEASES.schema());
      assertThat(client.idOf("restart-value", Topic.RELEASES.schema()))
          .isEqualTo(OptionalInt.of(id));
      assertThat(ask(registry, "GET", "/config/restart-value", "").json.path("compatibilityLevel"))
          .hasToString("\"BACKWARD\"");
      assertThat(ask(registry, "GET", "/config", "").json.path("compatibilityLevel"))
          .hasToString("\"FULL_TRANSITIVE\"");
    }
  }

  @Test
  void twoRegistriesOnOneClusterSeeTheSame() throws Exception {
    try (EmbeddedRegistry one = start();
        EmbeddedRegistry other = start();
        SchemaRegistry client = client(one);
        SchemaRegistry reader = client(other)) {
      int id = client.register("two-value", Topic.OUTCOMES.schema());
      // A write of its own makes the other catch up with the log.
      reader.requireCompatibility("two-value", "FULL");

      assertThat(reader.schema(id)).contains(Topic.OUTCOMES.schema());
    }
  }

  @Test
  void theTopicHoldsConfluentsRecords() throws Exception {
    try (EmbeddedRegistry registry = start()) {
      ask(registry, "POST", "/subjects/form-value/versions", schema("{\"type\":\"int\"}"));
      ask(registry, "DELETE", "/subjects/form-value", "");
    }
    assertThat(log())
        .contains(
            "{\"keytype\":\"NOOP\",\"magic\":0} → null",
            "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}"
                + " → {\"compatibilityLevel\":\"FULL_TRANSITIVE\"}",
            "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"form-value\",\"magic\":0}"
                + " → {\"subject\":\"form-value\",\"version\":1}")
        .anyMatch(text ->
            text.matches(
                "\\{\"keytype\":\"SCHEMA\",\"subject\":\"form-value\",\"version\":1,\"magic\":1}"
                    + " → \\{\"subject\":\"form-value\",\"version\":1,\"id\":\\d+,"
                    + "\"schema\":\"\\\\\"int\\\\\"\",\"deleted\":false}"));
  }

  @Test
  void everyRefusalHasConfluentsCode() throws Exception {
    try (EmbeddedRegistry registry = start()) {
      String number = schema("{\"type\":\"int\"}");
      String text = schema("{\"type\":\"string\"}");
      assertThat(ask(registry, "POST", "/subjects/codes/versions", number).status).isEqualTo(200);

      assertError(registry, 404, 40401, "GET", "/subjects/none/versions", "");
      assertError(registry, 404, 40401, "POST", "/subjects/none", number);
      assertError(registry, 404, 40402, "GET", "/subjects/codes/versions/9", "");
      assertError(registry, 404, 40403, "GET", "/schemas/ids/99999", "");
      assertError(registry, 404, 40403, "POST", "/subjects/codes", text);
      assertError(registry, 404, 40408, "GET", "/config/codes", "");
      assertError(registry, 409, 409, "POST", "/subjects/codes/versions", text);
      assertError(registry, 422, 42201, "POST", "/subjects/codes/versions", schema("{}"));
      String referring =
          "{\"schema\":\"{}\",\"references\":[{\"name\":\"R\",\"subject\":\"codes\",\"version\":1}]}";
      assertError(registry, 422, 42201, "POST", "/subjects/codes/versions", referring);
      assertError(registry, 422, 42202, "GET", "/subjects/codes/versions/none", "");
      assertError(registry, 422, 42203, "PUT", "/config/codes", "{\"compatibility\":\"SOME\"}");
      assertError(registry, 400, 400, "POST", "/subjects/codes/versions", "no JSON");
      assertError(registry, 404, 404, "GET", "/nothing/here", "");
    }
  }

  @Test
  void whatConfluentsClientsAskIsAnswered() throws Exception {
    try (EmbeddedRegistry registry = start()) {
      String number = schema("{\"type\":\"long\"}");
      JsonNode id = ask(registry, "POST", "/subjects/asked/versions?normalize=false", number).json;
      String byId = "/schemas/ids/" + id.path("id").asInt();

      assertThat(ask(registry, "GET", byId + "?subject=asked", "").json)
          .hasToString("{\"schema\":\"\\\"long\\\"\"}");
      assertThat(ask(registry, "GET", byId + "/schema", "").json).hasToString("\"long\"");
      assertThat(ask(registry, "GET", byId + "/subjects", "").json).hasToString("[\"asked\"]");
      assertThat(ask(registry, "GET", byId + "/versions", "").json)
          .hasToString("[{\"subject\":\"asked\",\"version\":1}]");
      assertThat(ask(registry, "GET", "/subjects/asked/versions", "").json).hasToString("[1]");
      assertThat(ask(registry, "GET", "/subjects/asked/versions/latest", "").json.path("id"))
          .isEqualTo(id.path("id"));
      assertThat(ask(registry, "GET", "/subjects/asked/versions/1/schema", "").json)
          .hasToString("\"long\"");
      assertThat(ask(registry, "POST", "/subjects/asked?deleted=true", number).json.path("version"))
          .hasToString("1");
      assertThat(ask(registry, "GET", "/schemas/types", "").json).hasToString("[\"AVRO\"]");
      assertThat(ask(registry, "GET", "/subjects?subjectPrefix=ask", "").json)
          .hasToString("[\"asked\"]");
      assertThat(ask(registry, "GET", "/mode", "").json).hasToString("{\"mode\":\"READWRITE\"}");
      assertThat(
              ask(
                      registry,
                      "POST",
                      "/compatibility/subjects/asked/versions/latest?verbose=true",
                      schema("{\"type\":\"string\"}"))
                  .json
                  .path("is_compatible"))
          .hasToString("false");
      assertThat(
              ask(registry, "POST", "/compatibility/subjects/asked/versions/latest", number).json)
          .hasToString("{\"is_compatible\":true}");
      assertThat(ask(registry, "GET", "/", "").type)
          .isEqualTo("application/vnd.schemaregistry.v1+json");
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (EmbeddedRegistry registry = start()) {
      int port = URI.create(registry.url()).getPort();

      assertThatThrownBy(() -> EmbeddedRegistry.start(kafka.bootstrapServers(), HOST, port))
          .isInstanceOf(CannotListenException.class)
          .hasMessageContaining(String.valueOf(port));
    }
  }

  private static EmbeddedRegistry start() {
    return EmbeddedRegistry.start(kafka.bootstrapServers(), HOST, 0);
  }

  private static SchemaRegistry client(EmbeddedRegistry registry) {
    return RestSchemaRegistry.connect(Map.of("schema.registry.url", registry.url()));
  }

  private static String schema(String avro) {
    return MAPPER.createObjectNode().put("schema", avro).toString();
  }

  private static void assertError(
      EmbeddedRegistry registry, int status, int code, String method, String path, String body)
      throws Exception {
    Answer answer = ask(registry, method, path, body);
    assertThat(answer.json.path("error_code").asInt())
        .as("%s %s: %s", method, path, answer.json)
        .isEqualTo(code);
    assertThat(answer.status).as("%s %s", method, path).isEqualTo(status);
    assertThat(answer.json.path("message").asText()).isNotBlank();
  }

  private static Answer ask(EmbeddedRegistry registry, String method, String path, String body)
      throws Exception {
    var response =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(registry.url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        MAPPER.readTree(response.body()));
  }

  /** Every record of the topic as "key → value". */
  private static List<String> log() {
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("_schemas", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
      List<String> texts = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofSeconds(5))
            .forEach(entry -> texts.add(entry.key() + " → " + entry.value()));
      }
      return texts;
    }
  }
}
