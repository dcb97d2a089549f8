package dateline.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void whatCouldNotBeReadIsReadWhenTheRegistryIsBack() throws Exception {
    int port = freePort();
    try (Wire wire =
        new Wire(Map.of("schema.registry.url", "http://127.0.0.1:" + port, "max.retries", "0"))) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isInstanceOf(RegistryUnavailableException.class);

      serve(port, RestSchemaRegistryTest::healthy);

      assertThat(wire.read(Topic.DRAFTING_ANSWERS, wire.write(Topic.DRAFTING_ANSWERS, ANSWER)))
          .isEqualTo(ANSWER);
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
  void theAddressThatAnsweredIsAskedFirst() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    HttpServer sick =
        serve(_ -> {
          failures.incrementAndGet();
          return status(503);
        });
    HttpServer well = serve(RestSchemaRegistryTest::healthy);
    try (Wire wire = new Wire(Map.of("schema.registry.url", sick.url() + "," + well.url()))) {
      wire.read(Topic.DRAFTING_ANSWERS, wire.write(Topic.DRAFTING_ANSWERS, ANSWER));
    }
    assertThat(failures).hasValue(1);
  }

  @Test
  void whatOneRefusesNoOtherIsAsked() throws Exception {
    HttpServer strict = serve(_ -> status(409));
    HttpServer lax = serve(RestSchemaRegistryTest::healthy);
    try (Wire wire = new Wire(Map.of("schema.registry.url", strict.url() + "," + lax.url()))) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isInstanceOf(SchemaRefusedException.class);
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void whenNoneAnswersEachIsNamedWithItsReason() throws Exception {
    String dead = "http://127.0.0.1:" + freePort();
    String sick = serve(_ -> status(503)).url();
    // No part of a name may be so long, so that no server of names is asked for it.
    String nowhere = "http://" + "x".repeat(64);
    String all = String.join(",", dead, sick, nowhere);
    try (Wire wire = new Wire(Map.of("schema.registry.url", all, "max.retries", "0"))) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isExactlyInstanceOf(RegistryUnavailableException.class)
          .hasMessage(
              "No schema registry answers: %s (nobody listens there), %s (it answers with status 503), %s (there is no host of this name); start it, or correct DATELINE_REGISTRY."
                  .formatted(dead, sick, nowhere));
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
    try (Wire wire =
        wire(serve(_ -> json(404, "{\"error_code\":40403,\"message\":\"Schema 1 not found\"}")))) {
      assertThatThrownBy(() -> wire.read(Topic.DRAFTING_ANSWERS, new byte[] {0, 0, 0, 0, 1, 2, 3}))
          .isInstanceOf(UnreadableRecordException.class)
          .hasMessage("The record cannot be read: the registry knows no Avro schema 1.");
    }
  }

  /** As by an address without its path, or a proxy: else all records would be called unreadable. */
  @Test
  void whatDoesNotSpeakAsARegistryIsNotTheRecordsFault() throws Exception {
    for (Response answer :
        List.of(
            status(404),
            json(404, "<html><head><title>404 Not Found</title></head></html>"),
            json(200, "<html><head><title>Sign in</title></head></html>"),
            json(200, "{\"hello\":\"there\"}"),
            status(400))) {
      HttpServer server = serve(_ -> answer);
      try (Wire wire = wire(server)) {
        assertThatThrownBy(
                () -> wire.read(Topic.DRAFTING_ANSWERS, new byte[] {0, 0, 0, 0, 1, 2, 3}))
            .isInstanceOf(RegistryAccessException.class)
            .hasMessageStartingWith("What answers at " + server.url() + " is no schema registry")
            .hasMessageContaining(" to GET /schemas/ids/1); see that DATELINE_REGISTRY ");
      }
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

  /** As others may register: each version is asked for once, what it refers to goes before it. */
  @Test
  void aSchemaThatRefersToOthersIsReadWhole() throws Exception {
    Map<String, String> answers =
        Map.of(
            "/schemas/ids/1",
            referring(
                "{\"type\":\"record\",\"name\":\"A\",\"fields\":["
                    + "{\"name\":\"b\",\"type\":\"B\"},{\"name\":\"c\",\"type\":\"C\"}]}",
                "b",
                "c"),
            "/subjects/b/versions/1",
            referring(
                "{\"type\":\"record\",\"name\":\"B\",\"fields\":["
                    + "{\"name\":\"c\",\"type\":\"C\"}]}",
                "c"),
            "/subjects/c/versions/1",
            referring("{\"type\":\"enum\",\"name\":\"C\",\"symbols\":[\"X\"]}"));
    HttpServer server = serve(request -> json(200, answers.getOrDefault(request.path(), "")));
    try (SchemaRegistry registry =
        RestSchemaRegistry.connect(Map.of("schema.registry.url", server.url()))) {
      Schema whole = registry.schema(1).orElseThrow();

      assertThat(whole.getField("b").schema().getField("c").schema().getEnumSymbols())
          .containsExactly("X");
    }
    assertThat(asked)
        .containsExactly(
            "GET /schemas/ids/1", "GET /subjects/b/versions/1", "GET /subjects/c/versions/1");
  }

  private static String referring(String schema, String... subjects) {
    ObjectNode answer = new JsonMapper().createObjectNode().put("schema", schema);
    ArrayNode references = answer.putArray("references");
    for (String subject : subjects) {
      references.addObject().put("name", subject).put("subject", subject).put("version", 1);
    }
    return answer.toString();
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
    String withUser = server.url().replace("http://", "http://me:secret@");
    for (Map<String, String> config :
        List.of(
            Map.of("schema.registry.url", withUser),
            Map.of("schema.registry.url", server.url(), "basic.auth.user.info", "me:secret"),
            Map.of(
                "schema.registry.url",
                server.url(),
                "schema.registry.basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                "me:secret"),
            Map.of(
                "schema.registry.url",
                server.url().replace("http://", "http://you@"),
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "me:secret"))) {
      try (Wire wire = new Wire(config)) {
        assertThat(wire.write(Topic.DRAFTING_ANSWERS, ANSWER)).isNotEmpty();
      }
    }
    assertThatThrownBy(() ->
            new Wire(
                Map.of(
                    "schema.registry.url",
                    server.url(),
                    "basic.auth.credentials.source",
                    "USER_INFO",
                    "basic.auth.user.info",
                    "secret")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("user:password")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void whoIsRefusedIsToldAndNoPassword(int status) throws Exception {
    HttpServer server = serve(_ -> status(status));
    String withUser = server.url().replace("http://", "http://me:secret@");
    try (Wire wire = new Wire(Map.of("schema.registry.url", withUser))) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isInstanceOf(RegistryAccessException.class)
          .hasMessageStartingWith("The schema registry at " + server.url() + " does not ")
          .hasMessageContaining("\"me\"")
          .hasMessageContaining("(" + status + "); ")
          .hasMessageContaining("KAFKA_BASIC_AUTH_USER_INFO")
          .hasMessageNotContaining("secret");
    }
    try (Wire wire = wire(server)) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .hasMessageContaining("somebody without a name");
    }
  }

  @Test
  void aProxyThatMissesOurCertificateIsUnderstood() throws Exception {
    String page =
        "<html><head><title>400 No required SSL certificate was sent</title></head></html>";
    try (Wire wire = wire(serve(_ -> json(400, page)))) {
      assertThatThrownBy(() -> wire.write(Topic.DRAFTING_ANSWERS, ANSWER))
          .isInstanceOf(RegistryAccessException.class)
          .hasMessageContaining("(400 No required SSL certificate was sent); ")
          .hasMessageContaining("schema.registry.ssl.keystore.location");
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
    return serve(0, registry);
  }

  private HttpServer serve(int port, Function<Request, Response> registry) {
    Routes routes =
        Routes.of(
            List.of(
                Route.post("/subjects/{subject}/versions", r -> noted(r, registry)),
                Route.get("/subjects/{subject}/versions/{version}", r -> noted(r, registry)),
                Route.get("/schemas/ids/{id}", r -> noted(r, registry))));
    HttpServer server = HttpServer.start("registry", "127.0.0.1", port, routes);
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
