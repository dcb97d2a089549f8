package dateline.runtime.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * How to reach the registry and how to use it, under Confluent's names.
 *
 * @param addresses {@code schema.registry.url}: one or several, separated by commas, tried in
 *     order; or one {@code mock://scope}
 * @param autoRegister {@code auto.register.schemas}, default true as with Confluent's serializer
 * @param useLatest {@code use.latest.version}, default false
 * @param connectTimeout {@code http.connect.timeout.ms}, default 2000
 * @param readTimeout {@code http.read.timeout.ms}, default 3000
 * @param retries {@code max.retries}: how often all addresses are tried again, default 2
 * @param retryWait {@code retries.wait.ms}, default 100
 * @param tls {@code schema.registry.ssl.…}, empty for what the virtual machine has
 */
record RegistrySettings(
    List<Address> addresses,
    boolean autoRegister,
    boolean useLatest,
    Duration connectTimeout,
    Duration readTimeout,
    int retries,
    Duration retryWait,
    Optional<RegistryTls> tls) {

  /**
   * One place to ask.
   *
   * @param uri without credentials and without a slash at the end
   * @param userInfo as {@code user:password}, empty for none
   */
  record Address(URI uri, Optional<String> userInfo) {
    boolean inProcess() {
      return "mock".equals(uri.getScheme());
    }

    Optional<String> user() {
      return userInfo.map(info -> info.split(":", 2)[0]);
    }

    /** The Authorization header. */
    Optional<String> authorization() {
      return userInfo
          .map(info -> Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8)))
          .map(encoded -> "Basic " + encoded);
    }

    @Override
    public String toString() {
      return uri.toString();
    }
  }

  RegistrySettings {
    addresses = List.copyOf(addresses);
  }

  /**
   * @throws ConfigException naming the setting that is missing or wrong
   */
  static RegistrySettings from(Map<String, ?> config) {
    String urls = text(config, "schema.registry.url").orElse("");
    if (urls.isBlank()) {
      throw new ConfigException("schema.registry.url is not set. Name the schema registry.");
    }
    if (!flag(config, "specific.avro.reader", true)) {
      throw new ConfigException(
          "specific.avro.reader=false is not possible: records are read into the contract's"
              + " classes. Remove the setting.");
    }
    List<Address> addresses = new ArrayList<>();
    for (String url : urls.split(",", -1)) {
      addresses.add(address(url.strip(), config));
    }
    if (addresses.size() > 1 && addresses.stream().anyMatch(Address::inProcess)) {
      throw new ConfigException("schema.registry.url names a mock:// among others. Name it alone.");
    }
    return new RegistrySettings(
        addresses,
        flag(config, "auto.register.schemas", true),
        flag(config, "use.latest.version", false),
        Duration.ofMillis(number(config, "http.connect.timeout.ms", 2000)),
        Duration.ofMillis(number(config, "http.read.timeout.ms", 3000)),
        number(config, "max.retries", 2),
        Duration.ofMillis(number(config, "retries.wait.ms", 100)),
        RegistryTls.from(config));
  }

  private static Address address(String url, Map<String, ?> config) {
    URI uri;
    try {
      uri = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    } catch (URISyntaxException e) {
      throw new ConfigException("schema.registry.url holds something that is not a URL.");
    }
    String scheme = String.valueOf(uri.getScheme());
    if (!List.of("http", "https", "mock").contains(scheme) || uri.getHost() == null) {
      if (!"mock".equals(scheme)) {
        throw new ConfigException(
            "schema.registry.url must hold http:// or https:// addresses, separated by commas.");
      }
    }
    return new Address(withoutUser(uri), userInfo(config, uri));
  }

  /** A user that is set is used, though Confluent's clients look at it only if the source says. */
  private static Optional<String> userInfo(Map<String, ?> config, URI uri) {
    Optional<String> set =
        text(config, "basic.auth.user.info")
            .or(() -> text(config, "schema.registry.basic.auth.user.info"));
    String source =
        text(config, "basic.auth.credentials.source")
            .or(() -> text(config, "schema.registry.basic.auth.credentials.source"))
            .orElse(set.isPresent() ? "USER_INFO" : "URL");
    Optional<String> info =
        switch (source) {
          case "URL" -> Optional.ofNullable(uri.getUserInfo());
          case "USER_INFO" -> set;
          default ->
              throw new ConfigException(
                  "basic.auth.credentials.source must be URL or USER_INFO. Set one of them.");
        };
    if (source.equals("USER_INFO") && info.filter(it -> it.indexOf(':') > 0).isEmpty()) {
      throw new ConfigException(
          "basic.auth.user.info is not set, or not to user:password. Set it to that.");
    }
    return info;
  }

  private static URI withoutUser(URI uri) {
    if (uri.getRawUserInfo() == null) {
      return uri;
    }
    return URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
  }

  private static Optional<String> text(Map<String, ?> config, String key) {
    Object value = config.get(key);
    if (value instanceof List<?> list) {
      return Optional.of(list.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    return Optional.ofNullable(value).map(Object::toString).map(String::strip);
  }

  private static boolean flag(Map<String, ?> config, String key, boolean otherwise) {
    return switch (text(config, key).orElse(String.valueOf(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new ConfigException(key + " is neither true nor false. Set it to one.");
    };
  }

  private static int number(Map<String, ?> config, String key, int otherwise) {
    try {
      int value = text(config, key).map(Integer::parseInt).orElse(otherwise);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(key + " is not a whole number. Set it to 0 or more.");
    }
    throw new ConfigException(key + " is negative. Set it to 0 or more.");
  }
}
