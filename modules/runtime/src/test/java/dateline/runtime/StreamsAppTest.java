package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What an application finds out before it starts. */
class StreamsAppTest {
  private static final TopicPartition COMMANDS = new TopicPartition("drafting.commands", 3);

  @Test
  void anApplicationWhoseNextCommandIsForgottenSaysWhichAndWhatToDo() {
    assertThatThrownBy(() -> start(40, 42))
        .isInstanceOf(LogSetupException.class)
        .hasMessageContaining("dateline-drafting")
        .hasMessageContaining("records 40 to 41 of drafting.commands-3")
        .hasMessageContaining("to 42 before starting it");
  }

  @Test
  void anApplicationThatReadEverythingBeforeItWasForgottenGoesOn() {
    assertThatCode(() -> start(42, 42)).doesNotThrowAnyException();
    assertThatCode(() -> start(43, 42)).doesNotThrowAnyException();
  }

  private static void start(long position, long earliest) {
    StreamsApp.refuseForgottenRecords(
        "dateline-drafting",
        Map.of(COMMANDS, new OffsetAndMetadata(position)),
        Map.of(COMMANDS, earliest));
  }
}
