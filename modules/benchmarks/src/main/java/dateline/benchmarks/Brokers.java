package dateline.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The three brokers of the cluster, asked by Kafka's own tool in a container of its own, so that it
 * takes none of their memory.
 */
final class Brokers {

  private static final Duration APART = Duration.ofSeconds(10);
  private static final Pattern PARTITION =
      Pattern.compile("Leader: (\\S+)\\s+Replicas: (\\S+)\\s+Isr: (\\S*)");

  private final Docker docker;

  Brokers(Docker docker) {
    this.docker = docker;
  }

  /**
   * Waits until a broker leads partitions, which after a restart it does only when the brokers have
   * shared them out again, and until all copies of all are complete.
   *
   * @param asked the container of another broker
   */
  void awaitLeader(int broker, Container asked) throws IOException, InterruptedException {
    String image = inspected(asked, "{{.Config.Image}}");
    String network =
        inspected(asked, "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}");
    Patience.until(
        "broker %d to lead partitions again".formatted(broker),
        APART,
        () -> {
          String described =
              docker.docker(
                  "run",
                  "--rm",
                  "--network",
                  network,
                  "--entrypoint",
                  "/opt/kafka/bin/kafka-topics.sh",
                  image,
                  "--bootstrap-server",
                  asked.service() + ":9092",
                  "--describe");
          return Optional.of(broker).filter(it -> isLeader(it, described));
        });
  }

  private String inspected(Container container, String format)
      throws IOException, InterruptedException {
    return docker.docker("inspect", "--format", format, container.id()).strip();
  }

  /**
   * Whether a broker leads partitions while every copy of every partition is complete.
   *
   * @param described as {@code kafka-topics.sh --describe} prints it
   */
  static boolean isLeader(int broker, String described) {
    String id = Integer.toString(broker);
    return PARTITION.matcher(described).results().anyMatch(it -> it.group(1).equals(id))
        && PARTITION.matcher(described).results().allMatch(Brokers::isComplete);
  }

  private static boolean isComplete(MatchResult partition) {
    return partition.group(2).split(",", -1).length == partition.group(3).split(",", -1).length;
  }
}
