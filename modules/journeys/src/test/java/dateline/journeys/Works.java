package dateline.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/**
 * A container works when it says so to what docker-compose.yml asks it. Asked from here and only
 * while somebody waits for it, because asking costs more than what most of them do.
 */
final class Works extends AbstractWaitStrategy {

  /** As long as a machine that does other things needs. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final ComposeService service;

  Works(ComposeService service) {
    this.service = service;
  }

  @Override
  protected void waitUntilReady() {
    // The first word says how the others are run: CMD.
    List<String> check = service.check().subList(1, service.check().size());
    WaitStrategyTarget container = waitStrategyTarget;
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .failFast(service.name() + " ended", () -> !container.isRunning())
        .until(() -> container.execInContainer(check.toArray(String[]::new)).getExitCode() == 0);
  }
}
