package dateline.journeys;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A container may do what docker-compose.yml lets its service do, and no more.
 *
 * @param files of the host, by where the container reads them
 */
record Contained(ComposeService service, Map<String, Path> files)
    implements Consumer<CreateContainerCmd> {

  /** The only address that anything is published on. */
  static final String HOST = "127.0.0.1";

  @Override
  public void accept(CreateContainerCmd command) {
    HostConfig limits = Objects.requireNonNull(command.getHostConfig());
    limits
        .withMemory(service.memory())
        .withMemorySwap(service.memory())
        .withPidsLimit(service.processes())
        .withReadonlyRootfs(service.readOnly())
        .withCapDrop(service.dropped().stream().map(Capability::valueOf).toArray(Capability[]::new))
        .withSecurityOpts(service.security())
        .withTmpFs(service.temporary())
        .withBinds(binds());
    command
        .withHostName(service.name())
        .withUser(service.user())
        .withVolumes(service.volumes().stream().map(Volume::new).toList());
  }

  private List<Bind> binds() {
    List<Bind> binds = new ArrayList<>();
    files.forEach((where, file) ->
        binds.add(new Bind(file.toAbsolutePath().toString(), new Volume(where), AccessMode.ro)));
    return binds;
  }
}
