package dateline.journeys;

import java.io.IOException;
import java.util.List;

/**
 * What a container kept in a volume, copied to another volume as an operator would: by a container
 * that has both.
 *
 * @param image of a container that has the command {@code cp}
 * @param folder where the container has its volume
 * @param name of the volume with the copy
 */
record VolumeCopy(String image, String folder, String name) implements AutoCloseable {

  /** Nothing is copied yet. */
  static VolumeCopy named(String name, ComposeService service) {
    return new VolumeCopy(
        service.image(),
        service.volumes().getFirst(),
        "dateline-copy-" + name + "-" + ProcessHandle.current().pid());
  }

  /** Of a container that has ended. */
  void takes(String containerId) throws IOException {
    copies(containerId, folder, "/copy");
  }

  /** Into a container that has not started. */
  void into(String containerId) throws IOException {
    copies(containerId, "/copy", folder);
  }

  private void copies(String containerId, String from, String to) throws IOException {
    docker(
        List.of(
            "docker",
            "run",
            "--rm",
            "--network=none",
            "--user=0",
            "--volumes-from=" + containerId,
            "--volume=" + name + ":/copy",
            "--entrypoint=cp",
            image,
            "-a",
            from + "/.",
            to));
  }

  private static void docker(List<String> command) throws IOException {
    try {
      Ran ran = Ran.of(new ProcessBuilder(command));
      if (ran.exitCode() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + ran.everything());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    docker(List.of("docker", "volume", "rm", "--force", name));
  }
}
