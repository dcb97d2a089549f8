package dateline.launcher.doctor;

import dateline.runtime.KafkaSettings;
import dateline.runtime.LogSetup;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Topics with their partitions, replicas and settings, and transactions: what every start checks.
 */
final class LogCheck implements Check {

  private final Admin admin;
  private final KafkaSettings settings;

  LogCheck(Admin admin, KafkaSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException {
    List<String> faults = LogSetup.faults(admin, settings);
    if (faults.isEmpty()) {
      return List.of(
          Finding.ok(
              this,
              "All topics are there, with the partitions, copies and settings that the promises need."));
    }
    return faults.stream().map(fault -> Finding.wrong(this, fault)).toList();
  }
}
