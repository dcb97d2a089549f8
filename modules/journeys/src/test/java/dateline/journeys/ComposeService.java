package dateline.journeys;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What docker-compose.yml says of one service, for those who run it without compose.
 *
 * @param user {@code 1000:1000}
 * @param memory bytes it may have, all of them without swapping
 * @param processes it may have
 * @param readOnly whether it can write to its image
 * @param dropped capabilities it has not
 * @param security options of the engine
 * @param temporary folders in memory, with the options of their mount
 * @param volumes folders that are kept
 * @param secrets names of files below {@code /run/secrets}
 * @param ports that it listens on and that are published
 * @param check asks it whether it works, {@code CMD} first; empty if nobody asks
 */
record ComposeService(
    String name,
    String image,
    String user,
    long memory,
    long processes,
    boolean readOnly,
    List<String> dropped,
    List<String> security,
    Map<String, String> temporary,
    List<String> volumes,
    List<String> secrets,
    List<String> command,
    Map<String, String> environment,
    List<Integer> ports,
    List<String> check) {

  static ComposeService of(String name, Map<?, ?> service) {
    return new ComposeService(
        name,
        text(service, "image"),
        text(service, "user"),
        bytes(text(service, "mem_limit")),
        Long.parseLong(text(service, "pids_limit")),
        Boolean.TRUE.equals(service.get("read_only")),
        words(service.get("cap_drop")),
        words(service.get("security_opt")),
        temporary(words(service.get("tmpfs"))),
        words(service.get("volumes")).stream().map(ComposeService::afterColon).toList(),
        words(service.get("secrets")),
        words(service.get("command")),
        environment(service.get("environment")),
        words(service.get("ports")).stream().map(p -> Integer.valueOf(afterColon(p))).toList(),
        service.get("healthcheck") instanceof Map<?, ?> check
            ? words(check.get("test"))
            : List.of());
  }

  private static String text(Map<?, ?> service, String key) {
    Object value = service.get(key);
    if (value == null) {
      throw new IllegalArgumentException("a service without " + key + ": " + service);
    }
    return value.toString();
  }

  private static List<String> words(@Nullable Object list) {
    return list instanceof Collection<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<String, String> environment(@Nullable Object settings) {
    Map<String, String> environment = new TreeMap<>();
    if (settings instanceof Map<?, ?> all) {
      all.forEach((key, value) -> environment.put(String.valueOf(key), String.valueOf(value)));
    }
    return environment;
  }

  /** {@code /opt/kafka/logs:uid=1000} is a folder and options. */
  private static Map<String, String> temporary(List<String> folders) {
    Map<String, String> temporary = new LinkedHashMap<>();
    for (String folder : folders) {
      int colon = folder.indexOf(':');
      temporary.put(
          colon < 0 ? folder : folder.substring(0, colon),
          colon < 0 ? "" : folder.substring(colon + 1));
    }
    return temporary;
  }

  private static String afterColon(String pair) {
    return pair.substring(pair.lastIndexOf(':') + 1);
  }

  private static long bytes(String size) {
    long number = Long.parseLong(size.substring(0, size.length() - 1));
    return switch (size.charAt(size.length() - 1)) {
      case 'm' -> number << 20;
      case 'g' -> number << 30;
      default -> throw new IllegalArgumentException("no size of memory: " + size);
    };
  }
}
