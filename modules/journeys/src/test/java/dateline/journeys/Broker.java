package dateline.journeys;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One broker of docker-compose.yml's three. {@link KafkaContainer} is made for a broker alone: its
 * listeners stay, because the tests' own clients come in by them, and all else is what the file
 * says. So others in the network find it on 9093, where {@code KafkaContainer} has the listener of
 * brokers, and controllers on 9094.
 *
 * <p>{@code KafkaContainer} writes the broker's addresses into its image once it runs, which nobody
 * can here. They are known before, because its port on the host is chosen here, and are the same
 * after a restart.
 */
final class Broker extends KafkaContainer {

  /** Where others in the network find a broker, instead of the file's 9092. */
  static final int INSIDE = 9093;

  private static final Set<String> LISTENERS =
      Set.of(
          "KAFKA_LISTENERS",
          "KAFKA_ADVERTISED_LISTENERS",
          "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
          "KAFKA_INTER_BROKER_LISTENER_NAME");

  private final Consumer<String> created;

  /**
   * @param service the broker's
   * @param port on the host, for the tests' own clients
   * @param created is told the container's id before it starts
   */
  Broker(ComposeService service, Network network, int port, Consumer<String> created) {
    super(DockerImageName.parse(service.image()).asCompatibleSubstituteFor("apache/kafka"));
    this.created = created;
    Map<String, String> settings = new HashMap<>(service.environment());
    settings.keySet().removeAll(LISTENERS);
    settings.computeIfPresent(
        "KAFKA_CONTROLLER_QUORUM_VOTERS", (_, voters) -> voters.replace(":9093", ":9094"));
    getEnvMap().keySet().retainAll(LISTENERS);
    getEnvMap().putAll(settings);
    getEnvMap()
        .put(
            "KAFKA_ADVERTISED_LISTENERS",
            "PLAINTEXT://%s:%d,BROKER://%s:%d"
                .formatted(Contained.HOST, port, service.name(), INSIDE));
    setCommand("/etc/kafka/docker/run");
    setPortBindings(List.of(Contained.HOST + ":" + port + ":9092"));
    setNetwork(network);
    withNetworkAliases(service.name());
    withCreateContainerCmdModifier(new Contained(service, Map.of()));
  }

  @Override
  protected void containerIsCreated(String containerId) {
    created.accept(containerId);
  }

  @Override
  protected void containerIsStarting(InspectContainerResponse started) {}

  /** The engine is this machine's; published is on the loopback address alone. */
  @Override
  public String getHost() {
    return Contained.HOST;
  }
}
