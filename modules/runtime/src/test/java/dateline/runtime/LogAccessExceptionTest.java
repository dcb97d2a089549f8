package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogAccessExceptionTest {

  private static final Map<String, String> WEB =
      Map.of(
          "bootstrap.servers", "broker-1:9093",
          "security.protocol", "SASL_SSL",
          "sasl.jaas.config",
              "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"web\" password=\"se;cret\";");

  private static Stream<Object[]> failures() {
    String advice =
        "; ./dateline acls shows what each module needs, and with --apply an administrator of Kafka gives it.";
    return Stream.of(
        new Object[] {
          new ExecutionException(new SaslAuthenticationException("Wrong.")),
          "The log at broker-1:9093 does not let User:web in (Wrong.); see name and password in KAFKA_SASL_JAAS_CONFIG, and KAFKA_SASL_MECHANISM."
        },
        new Object[] {
          new SslAuthenticationException("Failed", new SSLHandshakeException("no path")),
          "There is no TLS with the log at broker-1:9093 (no path); see that KAFKA_SSL_TRUSTSTORE_LOCATION holds the authority of its certificate and that the certificate is for this name."
        },
        new Object[] {
          new StreamsException("x", new TopicAuthorizationException(Set.of("a.topic"))),
          "User:web may not do all that it must with topic a.topic" + advice
        },
        new Object[] {
          GroupAuthorizationException.forGroupId("dateline-x"),
          "User:web may not do all that it must with group dateline-x" + advice
        },
        new Object[] {
          new ExecutionException(new GroupAuthorizationException("Describing dateline-x failed")),
          "User:web may not do what it must (Describing dateline-x failed)" + advice
        },
        new Object[] {
          new KafkaException("x", new TransactionalIdAuthorizationException("y")),
          "User:web may not WRITE its transactional ids" + advice
        });
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatTheLogDeniesIsASentenceWithoutASecret(Throwable failure, String sentence) {
    assertThat(LogAccessException.of(failure, WEB).map(LogAccessException::getMessage))
        .contains(sentence);
    assertThatThrownBy(() -> LogAccessException.throwIfWhy(failure, WEB)).hasMessage(sentence);
  }

  @Test
  void settingsThatMakeNoClientAreToldAndAnythingElseIsNot() {
    Map<String, Object> nowhere =
        Map.of(
            "bootstrap.servers", "127.0.0.1:9093",
            "security.protocol", "SSL",
            "ssl.truststore.location", "/none.p12");
    assertThatThrownBy(() -> Admin.create(nowhere).close())
        .satisfies(failure ->
            assertThat(LogAccessException.of(failure, nowhere).map(Throwable::getMessage))
                .get()
                .asString()
                .startsWith("The settings make no client of the log (")
                .contains("/none.p12")
                .doesNotContain("Failed to create"));
    assertThatThrownBy(() -> Admin.create(Map.of("bootstrap.servers", "nonsense")).close())
        .satisfies(failure ->
            assertThat(LogAccessException.of(failure, Map.of()).map(Throwable::getMessage))
                .get()
                .asString()
                .contains("nonsense"));
    assertThat(LogAccessException.of(new TimeoutException("late"), WEB))
        .isEqualTo(Optional.empty());
    assertThat(LogAccessException.of(new KafkaException("anew"), WEB)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PLAINTEXT |                            | User:ANONYMOUS
          SSL       |                            | The owner of the client's certificate
          SASL_SSL  | X required username=web;   | User:web
          SASL_SSL  | ${file:/run/secret:jaas}   | This process
          """)
  void whoItIsFollowsFromTheSettings(String protocol, String jaas, String who) {
    Map<String, String> client =
        jaas == null
            ? Map.of("security.protocol", protocol)
            : Map.of("security.protocol", protocol, "sasl.jaas.config", jaas);
    assertThat(LogAccessException.who(client)).isEqualTo(who);
  }
}
