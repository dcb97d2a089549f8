package dateline.launcher.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** How long the brokers remember where a group that is stopped had read to. */
final class PositionsCheck implements Check {

  /** A stop that is longer is no longer one that somebody forgot to end. */
  static final Duration LEAST = Duration.ofDays(90);

  private static final String SETTING = "offsets.retention.minutes";

  private final Admin admin;
  private final Duration least;

  PositionsCheck(Admin admin, Duration least) {
    this.admin = admin;
    this.least = least;
  }

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException {
    List<ConfigResource> brokers = new ArrayList<>();
    for (Node node : admin.describeCluster().nodes().get()) {
      brokers.add(new ConfigResource(ConfigResource.Type.BROKER, node.idString()));
    }
    List<Finding> wrong = new ArrayList<>();
    for (Map.Entry<ConfigResource, Config> broker :
        admin.describeConfigs(brokers).all().get().entrySet()) {
      Duration kept = Duration.ofMinutes(Long.parseLong(broker.getValue().get(SETTING).value()));
      if (kept.compareTo(least) < 0) {
        wrong.add(
            Finding.wrong(
                this,
                "Broker %s forgets the positions of a stopped engine after %d days, and that engine then refuses to start."
                    .formatted(broker.getKey().name(), kept.toDays()),
                "set %s=5256000 on it, which is ten years".formatted(SETTING)));
      }
    }
    return wrong.isEmpty()
        ? List.of(
            Finding.ok(this, "The brokers remember the positions of a stopped engine long enough."))
        : wrong;
  }
}
