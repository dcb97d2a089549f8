package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSetupTest {

  @ParameterizedTest
  @CsvSource({
    "retention.ms, -1, 604800000, true",
    "retention.ms, 2592000000, 604800000, true",
    "retention.ms, 604800000, 604800000, true",
    "retention.ms, 604799999, 604800000, false",
    "retention.ms, 604800000, -1, false",
    "retention.bytes, 1000000000, -1, false",
    "min.insync.replicas, 3, 2, true",
    "min.insync.replicas, 1, 2, false",
    "max.message.bytes, 8388608, 4194304, true",
    "max.message.bytes, 1048588, 4194304, false",
    "cleanup.policy, compact, delete, false",
    "flush.messages, 2, 1, false",
    "unclean.leader.election.enable, true, false, false",
    "retention.ms, , 604800000, false",
  })
  void aTopicMayKeepMoreThanIsNeededAndNothingLess(
      String name, String is, String wanted, boolean kept) {
    assertThat(LogSetup.keeps(name, is, wanted)).isEqualTo(kept);
  }
}
