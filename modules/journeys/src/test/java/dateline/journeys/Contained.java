package dateline.journeys;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A container may do what docker-compose.yml lets its service do, and no more; and is asked as the
 * file says whether it works, only each second.
 *
 * @param files of the host, by where the container reads them
 * @param volumes more folders that are kept; in memory they are not
 */
record Contained(ComposeService service, Map<String, Path> files, Set<String> volumes)
    implements Consumer<CreateContainerCmd> {

  /** The only address that anything is published on. */
  static final String HOST = "127.0.0.1";

  @Override
  public void accept(CreateContainerCmd command) {
    Map<String, String> temporary = new HashMap<>(service.temporary());
    temporary.keySet().removeAll(volumes);
    HostConfig limits = Objects.requireNonNull(command.getHostConfig());
    limits
        .withMemory(service.memory())
        .withMemorySwap(service.memory())
        .withPidsLimit(service.processes())
        .withReadonlyRootfs(service.readOnly())
        .withCapDrop(
            service.dropped().stream().map(Capability::valueOf).toArray(Capability[]::new))
        .withSecurityOpts(service.security())
        .withTmpFs(temporary)
        .withBinds(binds());
    List<Volume> kept =
        Stream.concat(service.volumes().stream(), volumes.stream()).map(Volume::new).toList();
    command
        .withHostName(service.name())
        .withUser(service.user())
        .withVolumes(kept);
    if (!service.check().isEmpty()) {
      command.withHealthcheck(
          new HealthCheck()
              .withTest(service.check())
              .withInterval(Duration.ofSeconds(1).toNanos())
              .withTimeout(Duration.ofSeconds(5).toNanos())
              .withStartPeriod(Duration.ofMinutes(2).toNanos())
              .withRetries(3));
    }
  }

  private List<Bind> binds() {
    List<Bind> binds = new ArrayList<>();
    files.forEach((where, file) ->
        binds.add(new Bind(file.toAbsolutePath().toString(), new Volume(where), AccessMode.ro)));
    return binds;
  }
}
