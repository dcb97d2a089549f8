package dateline.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.attachments.AttachmentSettings;
import dateline.contracts.Topic;
import dateline.launcher.doctor.Finding.State;
import dateline.launcher.mailsink.MailSink;
import dateline.notification.dispatch.NotificationSettings;
import dateline.runtime.http.Content;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaRegistration;
import dateline.runtime.wire.SchemaRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check that asks no broker: sound, and with exactly its own thing broken. */
class ChecksTest {

  private static final String SECRET = "a secret for tests only";

  @TempDir Path folder;

  @Test
  void settingsThatModulesCannotReadAreNamed() throws Exception {
    assertThat(states(new SettingsCheck(List.of()))).containsExactly(State.OK);
    assertThat(new SettingsCheck(List.of("DATELINE_SECRET is shorter than 16 characters")).look())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.state()).isEqualTo(State.WRONG);
          assertThat(it.what()).startsWith("DATELINE_SECRET is shorter");
          assertThat(it.mend()).isNotEmpty();
        });
  }

  @Test
  void aDiskThatIsFullOrAFolderThatIsNoneIsFound() throws Exception {
    assertThat(states(new DiskCheck(folder.resolve("new"), 1))).containsExactly(State.OK);
    assertThat(states(new DiskCheck(folder, Long.MAX_VALUE))).containsExactly(State.WRONG);
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(states(new DiskCheck(file.resolve("data"), 1))).containsExactly(State.WRONG);
  }

  @Test
  void clocksThatDifferAreFound() {
    try (Admin nobody = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
      ClockCheck check = new ClockCheck(nobody);
      Instant now = Instant.parse("2026-03-02T14:00:00Z");
      Instant later = now.plus(Duration.ofMillis(50));
      assertThat(check.compare(now, now.plusMillis(20), later).state()).isEqualTo(State.OK);
      assertThat(check.compare(now, later.plusSeconds(7), later).what())
          .contains("7 s ahead of ours");
      assertThat(check.compare(now, now.minusSeconds(9), later).what()).contains("9 s behind ours");
    }
  }

  @Test
  void schemasThatAreMissingOrStrangeAreNamed() {
    try (SchemaRegistry registry =
        RestSchemaRegistry.connect(Map.of("schema.registry.url", "mock://doctor"))) {
      RegistryCheck check = new RegistryCheck(registry, false);
      assertThat(check.look())
          .hasSize(Topic.values().length)
          .allMatch(it -> it.mend().contains("schemas register"));
      assertThat(new RegistryCheck(registry, true).look())
          .singleElement()
          .matches(it -> it.state() == State.OK);
      SchemaRegistration.registerAll(registry);
      assertThat(states(check)).containsExactly(State.OK);
    }
  }

  @Test
  void aSchemaOfSomebodyElseIsFound() {
    try (SchemaRegistry registry =
        RestSchemaRegistry.connect(Map.of("schema.registry.url", "mock://doctor-strange"))) {
      Schema strange = SchemaBuilder.record("Strange").fields().requiredInt("number").endRecord();
      registry.register(SchemaRegistry.valueSubject(Topic.RELEASES.topicName()), strange);
      assertThat(new RegistryCheck(registry, false).look())
          .filteredOn(it -> it.what().contains("cannot read each other"))
          .singleElement()
          .matches(it -> it.what().contains(Topic.RELEASES.topicName()));
    }
  }

  @Test
  void aRegistryThatIsAwayIsFound() throws Exception {
    try (SchemaRegistry registry =
        RestSchemaRegistry.connect(
            Map.of("schema.registry.url", "http://127.0.0.1:" + unusedPort(), "max.retries", 0))) {
      assertThat(new RegistryCheck(registry, false).look())
          .singleElement()
          .matches(it -> it.what().startsWith("No schema registry answers: http://127.0.0.1:"))
          .matches(it -> it.mend().equals("start it, or correct DATELINE_REGISTRY"));
    }
  }

  @Test
  void aRegistryThatDoesNotLetUsInIsFound() throws Exception {
    Route all = Route.post("/subjects/{subject}", _ -> Content.json(401, Map.of("message", "no")));
    try (HttpServer server = HttpServer.start("registry", "127.0.0.1", 0, Routes.of(List.of(all)));
        SchemaRegistry registry =
            RestSchemaRegistry.connect(
                Map.of(
                    "schema.registry.url",
                    server.url(),
                    "basic.auth.user.info",
                    "dateline-desk:secret"))) {
      assertThat(new RegistryCheck(registry, false).look())
          .singleElement()
          .matches(it -> it.what().contains("does not let \"dateline-desk\" in (401)."))
          .matches(it -> it.mend().startsWith("see user and password in basic.auth.user.info"));
    }
  }

  @Test
  void aFaceThatIsAwayOrNotReadyIsFound() throws Exception {
    URI nowhere = URI.create("http://127.0.0.1:" + unusedPort());
    assertThat(new FaceCheck("desk", nowhere, "DATELINE_DESK_URL").look())
        .singleElement()
        .matches(it -> it.state() == State.WRONG && it.mend().contains("DATELINE_DESK_URL"));
    for (int status : new int[] {200, 503}) {
      Routes routes =
          Routes.of(
              List.of(Route.get("/health", _ -> Content.json(status, Map.of("why", "brokers")))));
      try (HttpServer face = HttpServer.start("face", "127.0.0.1", 0, routes)) {
        assertThat(states(new FaceCheck("desk", URI.create(face.url()), "DATELINE_DESK_URL")))
            .containsExactly(status == 200 ? State.OK : State.WRONG);
      }
    }
  }

  @Test
  void aMailServerThatIsAwayOrHasNoTlsIsFound() throws Exception {
    int port = unusedPort();
    assertThat(states(mail(port, "offered"))).containsExactly(State.WRONG);
    try (MailSink sink = MailSink.start(folder.resolve("mails"), "127.0.0.1", port, 0)) {
      assertThat(sink.inboxUrl()).isNotNull();
      assertThat(states(mail(port, "offered"))).containsExactly(State.OK);
      assertThat(mail(port, "required").look())
          .singleElement()
          .matches(it -> it.state() == State.WRONG && it.what().contains("STARTTLS"));
    }
  }

  private static MailServerCheck mail(int port, String tls) {
    return new MailServerCheck(
        NotificationSettings.from(
            Map.of(
                "DATELINE_SECRET", SECRET,
                "DATELINE_SMTP", "127.0.0.1:" + port,
                "DATELINE_SMTP_TLS", tls)));
  }

  @Test
  void attachmentsThatCannotBeKeptAreFound() throws Exception {
    AttachmentsCheck sound =
        new AttachmentsCheck(new AttachmentSettings(folder.resolve("files"), Optional.empty()));
    assertThat(states(sound)).containsExactly(State.OK);
    assertThat(states(sound)).as("again").containsExactly(State.OK);
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(
            states(
                new AttachmentsCheck(
                    new AttachmentSettings(file.resolve("files"), Optional.empty()))))
        .containsExactly(State.WRONG);
  }

  private static List<State> states(Check check) throws Exception {
    return check.look().stream().map(Finding::state).toList();
  }

  private static List<State> states(RegistryCheck check) {
    return check.look().stream().map(Finding::state).toList();
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
