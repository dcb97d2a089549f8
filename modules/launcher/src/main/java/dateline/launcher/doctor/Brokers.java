package dateline.launcher.doctor;

import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;

/** Whether the brokers answer, and are as many as there are to be copies of each record. */
final class Brokers implements Check {

  static final String NAME = "brokers";

  private final Admin admin;
  private final KafkaSettings settings;

  Brokers(Admin admin, KafkaSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /** Settings of a client that does not wait for long. */
  static Map<String, Object> client(KafkaSettings settings) {
    Map<String, Object> client = new HashMap<>(settings.client());
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return client;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    Collection<Node> nodes;
    try {
      nodes = admin.describeCluster().nodes().get();
    } catch (ExecutionException e) {
      Optional<LogAccessException> denied = LogAccessException.of(e, settings.client());
      if (denied.isPresent()) {
        return List.of(Finding.wrong(this, denied.get().getMessage()));
      }
      return List.of(
          Finding.wrong(
              this,
              "No broker answers at %s.".formatted(settings.bootstrapServers()),
              "start them, or name others with DATELINE_KAFKA; KAFKA_… says how to sign in"));
    }
    String many =
        nodes.size() == 1 ? "One broker answers." : "%d brokers answer.".formatted(nodes.size());
    return List.of(
        nodes.size() < settings.replication()
            ? Finding.wrong(
                this,
                many
                    + " There are to be %d copies of each record."
                        .formatted(settings.replication()),
                "start the others, or correct DATELINE_REPLICATION")
            : Finding.ok(this, many));
  }
}
