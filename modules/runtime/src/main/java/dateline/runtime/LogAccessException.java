package dateline.runtime;

import dateline.runtime.wire.RegistryAccessException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/**
 * This process may not use the log as it must, or the schema registry without which nobody reads
 * it, and waiting does not help: it is not let in, lacks a right, or its settings make no client.
 * Says who, what and what to do; never a password.
 */
public final class LogAccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Pattern USERNAME = Pattern.compile("\\busername\\s*=\\s*\"?([^\";\\s]+)");

  /** Kafka's clients say so in these words when they cannot be made; the reason is their cause. */
  private static final Pattern UNMADE = Pattern.compile("Failed to (construct kafka|create new )");

  private static final String WHAT_TO_DO =
      "./dateline acls shows what each module needs, and with --apply an administrator of Kafka gives it.";

  LogAccessException(String message, Throwable cause) {
    super(message, cause);
  }

  LogAccessException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /**
   * Why this failed, if that is why.
   *
   * @param client the settings of the client that failed
   */
  public static Optional<LogAccessException> of(Throwable failure, Map<String, ?> client) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).toList();
    return causes.stream()
        .filter(RegistryAccessException.class::isInstance)
        .findFirst()
        .map(Throwable::getMessage)
        .or(() ->
            causes.stream()
                .filter(AuthenticationException.class::isInstance)
                .findFirst()
                .map(denied -> notLetIn(denied, client)))
        .or(() ->
            causes.stream()
                .filter(AuthorizationException.class::isInstance)
                .findFirst()
                .map(denied -> who(client) + " may not " + what(denied) + "; " + WHAT_TO_DO))
        .or(() -> unusable(causes))
        .map(sentence -> new LogAccessException(sentence, failure));
  }

  /**
   * Goes on unless that is why this failed.
   *
   * @throws LogAccessException if it is
   */
  public static void throwIfWhy(Throwable failure, Map<String, ?> client) {
    Optional<LogAccessException> why = of(failure, client);
    if (why.isPresent()) {
      throw why.get();
    }
  }

  /**
   * That something is missing.
   *
   * @param what begins with an operation: {@code "READ topic dateline.releases.v1"}
   */
  static LogAccessException lacking(String what, Map<String, ?> client) {
    return new LogAccessException(who(client) + " may not " + what + "; " + WHAT_TO_DO);
  }

  /** As Kafka names it: {@code "User:dateline-newsroom"}, if the settings say. */
  public static String who(Map<String, ?> client) {
    String protocol = String.valueOf(client.get("security.protocol"));
    if (!protocol.startsWith("SASL")) {
      return protocol.equals("SSL") ? "The owner of the client's certificate" : "User:ANONYMOUS";
    }
    Matcher username = USERNAME.matcher(String.valueOf(client.get("sasl.jaas.config")));
    return username.find() ? "User:" + username.group(1) : "This process";
  }

  private static String notLetIn(Throwable denied, Map<String, ?> client) {
    Object log = client.get("bootstrap.servers");
    return denied instanceof SslAuthenticationException
        ? "There is no TLS with the log at %s (%s); see that KAFKA_SSL_TRUSTSTORE_LOCATION holds the authority of its certificate and that the certificate is for this name."
            .formatted(log, last(denied))
        : "The log at %s does not let %s in (%s); see name and password in KAFKA_SASL_JAAS_CONFIG, and KAFKA_SASL_MECHANISM."
            .formatted(log, who(client), denied.getMessage());
  }

  private static String what(Throwable denied) {
    return switch (denied) {
      case TopicAuthorizationException e ->
          "do all that it must with topic " + String.join(", ", e.unauthorizedTopics());
      case GroupAuthorizationException e when e.groupId() != null ->
          "do all that it must with group " + e.groupId();
      case TransactionalIdAuthorizationException _ -> "WRITE its transactional ids";
      case ClusterAuthorizationException _ -> "do all that it must with the cluster itself";
      default -> "do what it must (" + denied.getMessage() + ")";
    };
  }

  private static Optional<String> unusable(List<Throwable> causes) {
    boolean unmade =
        causes.stream().anyMatch(cause -> cause instanceof ConfigException || isUnmade(cause));
    if (!unmade) {
      return Optional.empty();
    }
    return Optional.of(
        "The settings make no client of the log (%s); mend DATELINE_KAFKA, KAFKA_… or the file that DATELINE_KAFKA_PROPERTIES names."
            .formatted(
                causes.stream()
                    .dropWhile(cause -> !(cause instanceof ConfigException || isUnmade(cause)))
                    .filter(cause -> !isUnmade(cause))
                    .map(Throwable::getMessage)
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining(": "))));
  }

  private static boolean isUnmade(Throwable cause) {
    return UNMADE.matcher(String.valueOf(cause.getMessage())).lookingAt();
  }

  private static String last(Throwable denied) {
    return Stream.iterate(denied, Objects::nonNull, Throwable::getCause)
        .limit(20)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .reduce("", (_, later) -> later);
  }
}
