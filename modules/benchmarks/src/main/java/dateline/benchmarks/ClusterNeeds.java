package dateline.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must be so before the cluster of docker-compose.yml can be measured; each says how to mend
 * it.
 */
final class ClusterNeeds {

  private static final List<Integer> PORTS = List.of(8080, 8081, 8025, 8090);
  private static final String SECRET = "DATELINE_SECRET";

  private ClusterNeeds() {}

  /**
   * The operator's token, if there is a secret too.
   *
   * @throws CannotMeasureException if one of them is missing
   */
  static String operatorToken(Path home) throws IOException {
    Path env = home.resolve(".env");
    boolean secret =
        System.getenv().containsKey(SECRET)
            || (Files.isReadable(env)
                && Files.readAllLines(env).stream().anyMatch(it -> it.startsWith(SECRET + "=")));
    Path token = home.resolve("data/cluster/operator-token");
    if (!secret || !Files.isReadable(token)) {
      throw new CannotMeasureException(
          "The cluster needs %s in .env and the operator's token in data/cluster; docker/secrets makes both."
              .formatted(SECRET));
    }
    return Files.readString(token).strip();
  }

  /**
   * Refuses if somebody listens where the cluster will.
   *
   * @throws CannotMeasureException naming every port that is taken
   */
  static void refuseIfPortsAreTaken() {
    String taken =
        PORTS.stream()
            .filter(ClusterNeeds::isTaken)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!taken.isEmpty()) {
      throw new CannotMeasureException(
          "Ports of the cluster are taken: %s; stop what listens there, another cluster perhaps."
              .formatted(taken));
    }
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Refuses if this user may not end a container's process.
   *
   * @throws CannotMeasureException saying who may
   */
  static void refuseIfItMayNotBeKilled(Container container) {
    Optional<String> own = ProcessHandle.current().info().user();
    boolean may =
        own.filter("root"::equals).isPresent()
            || (own.isPresent() && own.equals(process(container).info().user()));
    if (!may) {
      throw mayNotKill();
    }
  }

  /**
   * The main process of a container on this machine.
   *
   * @throws CannotMeasureException if it is not seen from here
   */
  static ProcessHandle process(Container container) {
    return ProcessHandle.of(container.pid())
        .orElseThrow(() ->
            new CannotMeasureException(
                "The process of %s is not seen from here; Docker must run on this machine itself, not in a virtual one."
                    .formatted(container.service())));
  }

  static CannotMeasureException mayNotKill() {
    return new CannotMeasureException(
        "This user may not kill the processes of containers; run it as root, or without kills: --kills 0.");
  }
}
