package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A container of the cluster as Docker knows it.
 *
 * @param service of docker-compose.yml
 * @param pid of its main process on this machine; 0 if there is none
 * @param state running, restarting, exited and others
 * @param health starting, healthy or unhealthy; empty if nobody asks it
 * @param restarts how often Docker has started it again by itself
 * @param lackedMemory whether the kernel killed something of it that went beyond its limit
 */
record Container(
    String service,
    String id,
    String name,
    long pid,
    String state,
    int exitCode,
    String health,
    int restarts,
    boolean lackedMemory) {

  /** As {@code docker inspect} describes it. */
  static Container of(JsonNode inspected) {
    JsonNode state = inspected.path("State");
    return new Container(
        inspected.path("Config").path("Labels").path("com.docker.compose.service").asText(),
        inspected.path("Id").asText(),
        inspected.path("Name").asText().substring(1),
        state.path("Pid").asLong(),
        state.path("Status").asText(),
        state.path("ExitCode").asInt(),
        state.path("Health").path("Status").asText(),
        inspected.path("RestartCount").asInt(),
        state.path("OOMKilled").asBoolean());
  }

  boolean isRunning() {
    return state.equals("running");
  }

  /** Whether somebody asks it if it works. */
  boolean isAsked() {
    return !health.isEmpty();
  }

  boolean works() {
    return isRunning() && health.equals("healthy");
  }

  /** Whether it ended as something that failed, and nobody starts it again. */
  boolean hasFailed() {
    return exitCode != 0 && (state.equals("exited") || state.equals("dead"));
  }
}
