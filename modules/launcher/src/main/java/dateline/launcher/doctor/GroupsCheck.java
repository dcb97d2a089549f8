package dateline.launcher.doctor;

import dateline.contracts.Principal;
import dateline.runtime.Rights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether each engine and the dispatcher has somebody at work, and how far they are behind. */
final class GroupsCheck implements Check {

  private static final List<String> MODULES = Rights.GROUPED.stream().map(Principal::id).toList();

  /** A group that keeps up may have so many to read at a moment. Ends of transactions count too. */
  private static final long MUCH = 1_000;

  private final Admin admin;

  GroupsCheck(Admin admin) {
    this.admin = admin;
  }

  @Override
  public String name() {
    return "engines";
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException {
    Map<String, KafkaFuture<ConsumerGroupDescription>> groups =
        admin
            .describeConsumerGroups(MODULES.stream().map(GroupsCheck::group).toList())
            .describedGroups();
    List<Finding> findings = new ArrayList<>();
    for (String module : MODULES) {
      findings.add(look(module, groups.get(group(module))));
    }
    return findings;
  }

  private Finding look(
      String module,
      @org.jspecify.annotations.Nullable KafkaFuture<ConsumerGroupDescription> described)
      throws ExecutionException, InterruptedException {
    int members = described == null ? 0 : members(described);
    if (members == 0) {
      return Finding.wrong(
          this,
          "Nobody runs %s.".formatted(module),
          "start it: ./dateline run %s; its log says why it ended".formatted(module));
    }
    long lag = lag(group(module));
    String what =
        "%s runs in %d member%s and has %s records to read."
            .formatted(module, members, members == 1 ? "" : "s", lag == 0 ? "no" : lag);
    return lag > MUCH
        ? Finding.wrong(
            this,
            what,
            "wait and look again; if it grows, see \"What to raise when\" in docs/operations.md")
        : Finding.ok(this, what);
  }

  private static int members(KafkaFuture<ConsumerGroupDescription> described)
      throws ExecutionException, InterruptedException {
    try {
      return described.get().members().size();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
  }

  private long lag(String group) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    read.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
    return admin
        .listOffsets(ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .entrySet()
        .stream()
        .mapToLong(end -> {
          OffsetAndMetadata at = read.get(end.getKey());
          return at == null ? 0 : Math.max(0, end.getValue().offset() - at.offset());
        })
        .sum();
  }

  private static String group(String module) {
    return "dateline-" + module;
  }
}
