package dateline.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dateline.contracts.Topic;
import dateline.runtime.http.Content;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with a registry: real servers, real certificates, one of which nobody trusts. */
class RegistryTlsTest {

  @TempDir private static Path folder;
  private static Certificate registry;
  private static Certificate module;
  private static Certificate stranger;

  /** Speaks TLS with everybody. */
  private static HttpsServer open;

  /** Speaks TLS with the module alone. */
  private static HttpsServer closed;

  private static HttpServer plain;

  @BeforeAll
  static void start() throws Exception {
    registry = Certificate.make(folder, "registry");
    module = Certificate.make(folder, "module");
    stranger = Certificate.make(folder, "stranger");
    open = serve(registry.serverThatTrusts(module), false);
    closed = serve(registry.serverThatTrusts(module), true);
    Route lookUp = Route.post("/subjects/{subject}", _ -> Content.json(200, Map.of("id", 7)));
    plain = HttpServer.start("registry", "127.0.0.1", 0, Routes.of(List.of(lookUp)));
  }

  @AfterAll
  static void stop() {
    open.stop(0);
    closed.stop(0);
    plain.close();
  }

  @Test
  void aRegistryIsTrustedByTheAuthorityThatIsNamed() {
    assertThat(ask(trusting(url(open), registry))).hasValue(7);
  }

  @Test
  void aRegistryThatNobodyVouchesForIsToldWithWhatToDo() {
    for (Map<String, String> config : List.of(at(url(open)), trusting(url(open), stranger))) {
      assertThatThrownBy(() -> ask(config))
          .isInstanceOf(RegistryAccessException.class)
          .hasMessageMatching(
              "There is no TLS with the schema registry at https://127\\.0\\.0\\.1:\\d+ \\(.*unable to find valid certification path.*\\); see that schema\\.registry\\.ssl\\.truststore\\.location holds the authority of its certificate and that the certificate is for this name\\.");
    }
  }

  @Test
  void aCertificateIsForTheNameThatIsAsked() {
    String byName = url(open).replace("127.0.0.1", "localhost");

    assertThatThrownBy(() -> ask(trusting(byName, registry)))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining("(No name matching localhost found)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PEM", "PKCS12"})
  void aRegistryThatWantsOurCertificateGetsIt(String type) {
    Map<String, String> config = trusting(url(closed), registry);
    config.put("schema.registry.ssl.keystore.type", type);
    if (type.equals("PEM")) {
      config.put("schema.registry.ssl.keystore.location", module.keyAndPem().toString());
    } else {
      config.put("schema.registry.ssl.keystore.location", module.store().toString());
      config.put("schema.registry.ssl.keystore.password", Certificate.PASSWORD);
      config.put("schema.registry.ssl.key.password", Certificate.PASSWORD);
    }

    assertThat(ask(config)).hasValue(7);
  }

  @Test
  void keyAndCertificatesMayStandInTheSettings() throws Exception {
    Map<String, String> config = at(url(closed));
    config.put("schema.registry.ssl.truststore.type", "PEM");
    config.put("schema.registry.ssl.truststore.certificates", Files.readString(registry.pem()));
    config.put("schema.registry.ssl.keystore.type", "PEM");
    config.put("schema.registry.ssl.keystore.certificate.chain", Files.readString(module.pem()));
    config.put("schema.registry.ssl.keystore.key", Files.readString(module.keyAndPem()));

    assertThat(ask(config)).hasValue(7);
  }

  @Test
  void whoLacksACertificateOrHasAnotherIsTold() {
    assertThatThrownBy(() -> ask(trusting(url(closed), registry)))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining(" does not do TLS with us (")
        .hasMessageContaining("certificate_required")
        .hasMessageContaining("name it with schema.registry.ssl.keystore.location.");
    Map<String, String> config = trusting(url(closed), registry);
    config.put("schema.registry.ssl.keystore.type", "PEM");
    config.put("schema.registry.ssl.keystore.location", stranger.keyAndPem().toString());
    assertThatThrownBy(() -> ask(config))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining(" does not take our certificate (")
        .hasMessageContaining("schema.registry.ssl.keystore.location holds one that it trusts.");
  }

  @Test
  void aRegistryWithoutTlsIsTold() {
    String tls = plain.url().replace("http:", "https:");

    assertThatThrownBy(() -> ask(trusting(tls, registry)))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining("There is no TLS with the schema registry at " + tls);
  }

  @Test
  void anotherAddressIsAskedWhereThereIsNoTls() {
    assertThat(ask(at(url(open) + "," + plain.url()))).hasValue(7);
  }

  @Test
  void settingsThatMakeNoTlsAreTold() {
    Map<String, String> none = trusting(url(open), registry);
    none.put("schema.registry.ssl.truststore.location", folder.resolve("none.pem").toString());
    assertWrong(none, "none.pem");
    Map<String, String> untyped = trusting(url(open), registry);
    untyped.remove("schema.registry.ssl.truststore.type");
    assertWrong(untyped, "of a PEM file the type must be set to PEM");
    Map<String, String> noKey = trusting(url(open), registry);
    noKey.put("schema.registry.ssl.keystore.type", "PEM");
    noKey.put("schema.registry.ssl.keystore.location", module.pem().toString());
    assertWrong(noKey, "No matching PRIVATE KEY entries");
    Map<String, String> locked = trusting(url(open), registry);
    locked.put("schema.registry.ssl.keystore.type", "PKCS12");
    locked.put("schema.registry.ssl.keystore.location", module.store().toString());
    locked.put("schema.registry.ssl.keystore.password", "geheim");
    assertWrong(locked, "module.p12");
    Map<String, String> nameless = trusting(url(open), registry);
    nameless.put("schema.registry.ssl.endpoint.identification.algorithm", "");
    assertWrong(nameless, "is always looked at");
  }

  private static void assertWrong(Map<String, String> config, String why) {
    assertThatThrownBy(() -> ask(config))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.ssl.")
        .hasMessageContaining(why)
        .hasMessageNotContaining("geheim");
    assertThat(RestSchemaRegistry.faultIn(config)).isPresent();
  }

  private static OptionalInt ask(Map<String, String> config) {
    try (SchemaRegistry client = RestSchemaRegistry.connect(config)) {
      return client.idOf("releases-value", Topic.RELEASES.schema());
    }
  }

  private static Map<String, String> at(String url) {
    return new HashMap<>(
        Map.of("schema.registry.url", url, "retries.wait.ms", "1", "max.retries", "2"));
  }

  private static Map<String, String> trusting(String url, Certificate whom) {
    Map<String, String> config = at(url);
    config.put("schema.registry.ssl.truststore.type", "PEM");
    config.put("schema.registry.ssl.truststore.location", whom.pem().toString());
    return config;
  }

  private static String url(HttpsServer server) {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  private static HttpsServer serve(SSLContext context, boolean wantsCertificate)
      throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters with) {
            SSLParameters parameters = context.getDefaultSSLParameters();
            parameters.setNeedClientAuth(wantsCertificate);
            with.setSSLParameters(parameters);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = "{\"id\":7}".getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
