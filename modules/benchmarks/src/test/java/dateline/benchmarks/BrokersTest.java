package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokersTest {

  private static final String HEAD =
      "Topic: a\tTopicId: x\tPartitionCount: 2\tReplicationFactor: 3\tConfigs: min.insync.replicas=2\n";
  private static final String BY_ONE =
      "\tTopic: a\tPartition: 0\tLeader: 1\tReplicas: 1,2,3\tIsr: 3,1,2\tElr: \tLastKnownElr: \n";
  private static final String BY_TWO =
      "\tTopic: a\tPartition: 1\tLeader: 2\tReplicas: 2,3,1\tIsr: 1,2,3\tElr: \tLastKnownElr: \n";
  private static final String INCOMPLETE =
      "\tTopic: a\tPartition: 2\tLeader: 3\tReplicas: 3,1,2\tIsr: 3,1\tElr: \tLastKnownElr: \n";

  @Test
  void aBrokerLeadsWhenAPartitionIsItsOwn() {
    assertThat(Brokers.isLeader(2, HEAD + BY_ONE + BY_TWO)).isTrue();
    assertThat(Brokers.isLeader(2, HEAD + BY_ONE)).isFalse();
    assertThat(Brokers.isLeader(2, "")).isFalse();
  }

  @Test
  void whileACopyIsMissingNobodyIsKilled() {
    assertThat(Brokers.isLeader(2, HEAD + BY_TWO + INCOMPLETE)).isFalse();
  }
}
