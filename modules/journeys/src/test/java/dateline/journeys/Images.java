package dateline.journeys;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images that docker/build makes on this machine, where no registry of images need be. */
final class Images {

  /** A demonstration is made in the image, of at most two and a half minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final List<String> OF_OTHERS = List.of("base", "kafka", "registry");

  private Images() {}

  /** Why no container can run here, and what to do; empty if some can. */
  static Optional<String> missing() throws InterruptedException {
    if (!works("docker", "info")) {
      return Optional.of(
          "No Docker engine answers here: install docker.io and start dockerd (.ci/run does both), or"
              + " be somebody who may use it.");
    }
    if (!System.getenv().getOrDefault("DOCKER_HOST", "unix:").startsWith("unix:")) {
      return Optional.of(
          "The Docker engine of DOCKER_HOST is another machine's, and the tests listen on this one.");
    }
    for (String name : OF_OTHERS) {
      if (!works("docker", "image", "inspect", local(name))) {
        return Optional.of(
            "There is no image " + local(name) + " here: make it with docker/build " + name + ".");
      }
    }
    return Optional.empty();
  }

  /** Makes the image of all modules anew, of the application that this build has packaged. */
  static void build() throws IOException, InterruptedException {
    Ran ran =
        Ran.of(
            new ProcessBuilder(Checkout.root().resolve("docker/build").toString(), "dateline"),
            PATIENCE);
    if (ran.exitCode() != 0) {
      throw new AssertionError("docker/build dateline: " + ran.everything());
    }
  }

  /** What .env says of them, by variable. */
  static Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("IMAGE_KAFKA", local("kafka"));
    variables.put("IMAGE_REGISTRY", local("registry"));
    return variables;
  }

  /** A local image has the version of the public one that it stands for. */
  private static String local(String name) {
    return switch (name) {
      case "base" -> "dateline-base:25";
      case "kafka" -> "dateline-kafka:" + version("kafka-1");
      case "registry" -> "dateline-registry:" + version("registry");
      default -> throw new IllegalArgumentException("no image " + name);
    };
  }

  private static String version(String service) {
    String image =
        Compose.of(
                Documents.here().text("docker-compose.yml"), Map.of("DATELINE_SECRET", "not used"))
            .service(service)
            .image();
    return image.substring(image.indexOf(':') + 1);
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return Ran.of(new ProcessBuilder(command)).exitCode() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
