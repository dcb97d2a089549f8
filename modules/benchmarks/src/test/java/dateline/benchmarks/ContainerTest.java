package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ContainerTest {

  @Test
  void aContainerWorksWhenItRunsAndSaysSo() throws IOException {
    Container desk = container("running", 0, ",\"Health\":{\"Status\":\"healthy\"}");
    assertThat(desk.service()).isEqualTo("desk");
    assertThat(desk.name()).isEqualTo("dateline-bench_desk_1");
    assertThat(desk.pid()).isEqualTo(4711);
    assertThat(desk.restarts()).isEqualTo(2);
    assertThat(desk.isAsked()).isTrue();
    assertThat(desk.works()).isTrue();
    assertThat(container("exited", 0, ",\"Health\":{\"Status\":\"healthy\"}").works()).isFalse();
    assertThat(container("running", 0, ",\"Health\":{\"Status\":\"starting\"}").works()).isFalse();
  }

  @Test
  void whatHasDoneItsWorkHasNotFailed() throws IOException {
    assertThat(container("exited", 0, "").isAsked()).isFalse();
    assertThat(container("exited", 0, "").hasFailed()).isFalse();
    assertThat(container("exited", 1, "").hasFailed()).isTrue();
    assertThat(container("restarting", 1, "").hasFailed()).isFalse();
  }

  private static Container container(String status, int exitCode, String health)
      throws IOException {
    return Container.of(
        JsonMapper.builder()
            .build()
            .readTree(
                """
                {"Id":"3f","Name":"/dateline-bench_desk_1","RestartCount":2,
                 "State":{"Status":"%s","Pid":4711,"ExitCode":%d,"OOMKilled":false%s},
                 "Config":{"Labels":{"com.docker.compose.service":"desk"}}}
                """
                    .formatted(status, exitCode, health)));
  }
}
