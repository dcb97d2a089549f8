package dateline.launcher.registry;

import dateline.runtime.Patiently;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic {@code _schemas}: one partition, compacted, made if it is not there. */
final class SchemasTopic {

  static final String NAME = "_schemas";

  private SchemasTopic() {}

  /**
   * @throws IllegalStateException if there is one that forgets by age, which would lose schemas
   * @throws RegistryRefusal 50001 or 50002 if the broker does not make or show it
   */
  static void ensure(Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("default.api.timeout.ms", 30_000);
    config.put("request.timeout.ms", 10_000);
    try (Admin admin = Admin.create(config)) {
      int brokers = admin.describeCluster().nodes().get(30, TimeUnit.SECONDS).size();
      NewTopic topic =
          new NewTopic(NAME, 1, (short) Math.clamp(brokers, 1, 3))
              .configs(Map.of("cleanup.policy", "compact"));
      try {
        admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
      boolean forgets =
          Patiently.get(() -> admin.describeConfigs(List.of(resource)).all()).values().stream()
              .map(shown -> shown.get("cleanup.policy").value())
              .anyMatch(policy -> !policy.equals("compact"));
      if (forgets) {
        throw new IllegalStateException(
            "The topic _schemas is not compacted only, so schemas would be lost. Set its"
                + " cleanup.policy to compact.");
      }
    } catch (ExecutionException e) {
      throw RegistryRefusal.storeFailed();
    } catch (TimeoutException e) {
      throw RegistryRefusal.storeTimedOut();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
