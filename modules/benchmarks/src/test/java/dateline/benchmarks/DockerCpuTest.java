package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DockerCpuTest {

  @Test
  void whatAProcessUsedIsReadBehindItsName() {
    DockerCpu.Used used =
        DockerCpu.Used.of("7 (a) b c) S 1 7 7 0 -1 4194560 1 2 3 4 10 20 300 400 20 0 9 0 55");
    assertThat(used.name()).isEqualTo("a) b c");
    assertThat(used.own()).isEqualTo(Duration.ofMillis(300));
    assertThat(used.ofChildren()).isEqualTo(Duration.ofSeconds(7));
    assertThat(used.all()).isEqualTo(Duration.ofMillis(7_300));
  }
}
