package dateline.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.AnswerV1;
import dateline.contracts.DoneV1;
import dateline.contracts.Topic;
import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens between us and a registry that is slow, down, strange or unfriendly. */
class RestSchemaRegistryTest {

  private static final AnswerV1 ANSWER =
      AnswerV1.newBuilder()
          .setCommandId("c-1")
          .setKey("n-1")
          .setAt(Instant.parse("2026-01-26T05:01:00Z"))
          .setDone(new DoneV1(List.of("e-1"), 1L))
          .build();

  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<HttpServer> servers = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    servers.forEach(HttpServer::close);
  }

  @Test
  void theRegistryIsAskedOnceForEachSchema() throws Exception {
    try (Wire wire = wire(serve(RestSchemaRegistryTest::healthy))) {
      for (int i = 0; i < 100; i++) {
        wire.read(Topic.DRAFTING_ANSWERS, wire.write(Topic.DRAFTING_ANSWERS, ANSWER));
      }
    }
    assertThat(asked)
        .containsExactly(
            "POST /subjects/dateline.drafting.answers.v1-value/versions", "GET /schemas/ids/1");
  }

  @Test
  void whatIsKnownGoesOnWhileTheRegistryIsDownAndWhatIsNotIsRefused() throws Exception {
    HttpServer server = serve(RestSchemaRegistryTest::healthy);
    try (Wire wire = wire(server)) {
      byte[] known = wire.write(Topic.DRAFTING_ANSWERS, ANSWER);
      wire.read(Topic.DRAFTING_ANSWERS, known);
      server.close();

      assertThat(wire.read(Topic.DRAFTING_ANSWERS, wire.write(Topic.DRAFTING_ANSWERS, ANSWER)))
          .isEqualTo(ANSWER);
      byte[] unknown = known.clone();
      ByteBuffer.wrap(unknown).putInt(1, 2);
      assertThatThrownBy(() -> wire.read(Topic.DRAFTING_ANSWERS, unknown))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining(server.url());
    }
  }

  @Test
  void anotherAddressIsAskedWhenTheFirstDoesNotAnswer() throws Exception {
    String dead = "http://127.0.0.1:" + freePort();
    try (Wire wire =
        new Wire(
            Map.of(
                "schema.registry.url",
                dead + ", " + serve(RestSchemaRegistryTest::healthy).url() + "/"))) {
      assertThat(wire.write(Topic.DRAFTING_ANSWERS, ANSWER)).isNotEmpty();
    }
  }

  @Test
  void aFailureThatPassesIsTriedAgain() throws Exception {
    HttpServer server = serve(request -> asked.size() < 3 ? status(503) : healthy(request));
    try (Wire wire = wire(server)) {
      assertThat(wire.write(Topic.DRAFTING_ANSWERS, ANSWER)).isNotEmpty();
    }
    assertThat(asked).hasSize(3);
  }

  @Test
  void aFailureThatStaysIsAnOutageAndNotTheRecordsFault() throws Exception {
    try (Wire wire = wire(serve(_ -> status(500)))) {
      assertThatThrownBy(() -> wire.read(Topic.DRAFTING_ANSWERS, new byte[] {0, 0, 0, 0, 1, 2, 3}))
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void aSchemaTheRegistryDoesNotKnowIsTheRecordsFault() throws Exception {
    try (Wire wire = wire(serve(_ -> status(404)))) {
      assertThatThrownBy(() -> wire.read(Topic.DRAFTING_ANSWERS, new byte[] {0, 0, 0, 0, 1, 2, 3}))
          .isInstanceOf(UnreadableRecordException.class);
    }
  }

  @Test
  void aSchemaOfAnotherKindIsTheRecordsFault() throws Exception {
    try (Wire wire =
        wire(serve(_ -> json(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message M {}\"}")))) {
      assertThatThrownBy(() -> wire.read(Topic.DRAFTING_ANSWERS, new byte[] {0, 0, 0, 0, 1, 2, 3}))
          .isInstanceOf(UnreadableRecordException.class);
    }
  }

  @Test
  void aRefusedSchemaIsNoOutage() throws Exception {
    try (Wire wire = wire(serve(_ -> status(409)))) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isInstanceOfSatisfying(
              SchemaRefusedException.class,
              refused -> assertThat(refused.code()).isEqualTo("INCOMPATIBLE"));
    }
  }

  @Test
  void whatIsNoRegistryIsSaidToBeNone() throws Exception {
    try (Wire wire = wire(serve(_ -> json(200, "{\"hello\":\"there\"}")))) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void aRegistryThatHangsIsGivenUp() throws Exception {
    // Takes connections and never answers.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Map<String, String> config =
          Map.of(
              "schema.registry.url", "http://127.0.0.1:" + silent.getLocalPort(),
              "http.read.timeout.ms", "100",
              "max.retries", "1");
      try (Wire wire = new Wire(config)) {
        assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
            .isInstanceOf(RegistryUnavailableException.class);
      }
    }
  }

  @Test
  void credentialsComeFromTheSettingOrTheAddress() throws Exception {
    HttpServer server =
        serve(request ->
            request
                    .header("authorization")
                    .equals(
                        Optional.of(
                            "Basic "
                                + Base64.getEncoder()
                                    .encodeToString("me:secret".getBytes(StandardCharsets.UTF_8))))
                ? healthy(request)
                : status(401));
    Map<String, String> config = new HashMap<>(Map.of("schema.registry.url", server.url()));
    try (Wire wire = new Wire(config)) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("basic.auth.user.info");
    }
    config.put("basic.auth.credentials.source", "USER_INFO");
    config.put("basic.auth.user.info", "me:secret");
    try (Wire wire = new Wire(config)) {
      assertThat(wire.write(Topic.DRAFTING_ANSWERS, ANSWER)).isNotEmpty();
    }
    String withUser = server.url().replace("http://", "http://me:secret@");
    try (Wire wire = new Wire(Map.of("schema.registry.url", withUser))) {
      assertThat(wire.write(Topic.DRAFTING_ANSWERS, ANSWER)).isNotEmpty();
    }
  }

  @Test
  void aNamedSerializerIsUsedAndItsFailuresAreOurs() {
    Map<String, String> config =
        Map.of(
            "schema.registry.url", "mock://named",
            "value.serializer", ConfluentAvroSerializer.class.getName(),
            "value.deserializer", ConfluentAvroDeserializer.class.getName());
    try (Wire wire = new Wire(config)) {
      byte[] bytes = wire.write(Topic.DRAFTING_ANSWERS, ANSWER);

      assertThat(wire.read(Topic.DRAFTING_ANSWERS, bytes)).isEqualTo(ANSWER);
      assertThatThrownBy(() -> wire.read(Topic.DRAFTING_ANSWERS, new byte[] {1}))
          .isInstanceOf(UnreadableRecordException.class);
    }
    assertThatThrownBy(() ->
            new Wire(Map.of("schema.registry.url", "mock://named", "value.serializer", "no.such")))
        .hasMessageContaining("value.serializer");
  }

  private Wire wire(HttpServer server) {
    return new Wire(Map.of("schema.registry.url", server.url(), "retries.wait.ms", "1"));
  }

  private HttpServer serve(Function<Request, Response> registry) {
    Routes routes =
        Routes.of(
            List.of(
                Route.post("/subjects/{subject}/versions", r -> noted(r, registry)),
                Route.get("/schemas/ids/{id}", r -> noted(r, registry))));
    HttpServer server = HttpServer.start("registry", "127.0.0.1", 0, routes);
    servers.add(server);
    return server;
  }

  private Response noted(Request request, Function<Request, Response> registry) {
    asked.add(request.method() + " " + request.path());
    return registry.apply(request);
  }

  private static Response healthy(Request request) {
    return request.method().equals("POST")
        ? json(200, "{\"id\":1}")
        : Content.json(200, Map.of("schema", AnswerV1.getClassSchema().toString()));
  }

  private static Response status(int status) {
    return json(status, "{\"error_code\":" + status + ",\"message\":\"planted\"}");
  }

  private static Response json(int status, String text) {
    return new Content(status, "application/json", Map.of(), Body.of(text));
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
