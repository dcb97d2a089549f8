package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitingTest {

  private final StringWriter said = new StringWriter();

  @Test
  void whatTakesLongIsToldOnce() throws Exception {
    try (Waiting _ = Waiting.tell(new PrintWriter(said), Duration.ofMillis(20), "Waiting …")) {
      Instant deadline = Instant.now().plusSeconds(10);
      while (said.toString().isEmpty() && Instant.now().isBefore(deadline)) {
        Thread.sleep(5);
      }
    }
    assertThat(said.toString()).isEqualTo("Waiting …" + System.lineSeparator());
  }

  @Test
  @Timeout(60)
  void whatIsDoneInTimeIsNotToldOf() {
    Waiting waiting = Waiting.tell(new PrintWriter(said), Duration.ofHours(1), "Waiting …");
    waiting.close();
    assertThat(said.toString()).as("it ended, an hour early").isEmpty();
  }
}
