package dateline.runtime.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * How we do TLS with the registry: whom we trust and as whom we come. The settings are Kafka's own
 * behind Confluent's prefix, {@code schema.registry.ssl.truststore.location} and so on, and Kafka's
 * own code reads them: PEM, PKCS12 and JKS, files and inline. Files are read once.
 */
record RegistryTls(SSLContext context, SSLParameters parameters, boolean showsCertificate) {

  private static final String PREFIX = "schema.registry.";
  private static final String NAME_CHECK = SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;

  private static final ConfigDef KAFKAS = new ConfigDef().withClientSslSupport();

  /**
   * What these settings say, empty if they say nothing: then the virtual machine's own authorities
   * are trusted and no certificate is shown.
   *
   * @throws ConfigException if they make no TLS
   */
  static Optional<RegistryTls> from(Map<String, ?> config) {
    Map<String, Object> own = new HashMap<>();
    config.forEach((name, value) -> {
      if (name.startsWith(PREFIX + "ssl.")) {
        own.put(name.substring(PREFIX.length()), value);
      }
    });
    if (own.isEmpty()) {
      return Optional.empty();
    }
    if (String.valueOf(own.getOrDefault(NAME_CHECK, "https")).isBlank()) {
      throw new ConfigException(
          PREFIX
              + NAME_CHECK
              + " is empty, and the name in a certificate is always looked at. Remove the setting.");
    }
    try (DefaultSslEngineFactory made = new DefaultSslEngineFactory()) {
      made.configure(KAFKAS.parse(own));
      return Optional.of(
          new RegistryTls(
              made.sslContext(),
              made.createClientSslEngine("", 0, "https").getSSLParameters(),
              made.keystore() != null));
    } catch (KafkaException e) {
      throw new ConfigException(
          "the settings " + PREFIX + "ssl.… make no TLS (" + why(e) + "). Correct them.");
    }
  }

  private static String why(KafkaException failure) {
    String why =
        Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(20)
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(": "));
    return why.contains("of type JKS") ? why + "; of a PEM file the type must be set to PEM" : why;
  }
}
