package dateline.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A software bill of materials in CycloneDX's JSON, of it what is asked here. */
record Sbom(List<Component> components) {

  /**
   * One artifact.
   *
   * @param name group and artifact, {@code org.slf4j:slf4j-api}
   * @param sha256 of its file, lowercase hex; empty if there was no file yet
   * @param licences SPDX identifiers, or its POM's words where they are none; several are to choose
   *     from, as Maven defines it
   */
  record Component(String name, String version, String sha256, List<String> licences) {

    boolean isOurs() {
      return name.startsWith("dateline:");
    }
  }

  static Sbom read(Path file) throws IOException {
    return new Sbom(
        elements(new ObjectMapper().readTree(file.toFile()).path("components"))
            .map(Sbom::component)
            .toList());
  }

  /** Those that others made. */
  List<Component> ofOthers() {
    return components.stream().filter(component -> !component.isOurs()).toList();
  }

  private static Component component(JsonNode json) {
    return new Component(
        json.path("group").asText() + ':' + json.path("name").asText(),
        json.path("version").asText(),
        elements(json.path("hashes"))
            .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
            .map(hash -> hash.path("content").asText())
            .findFirst()
            .orElse(""),
        elements(json.path("licenses")).map(Sbom::licence).toList());
  }

  private static String licence(JsonNode choice) {
    JsonNode licence = choice.path("license");
    return Stream.of(choice.path("expression"), licence.path("id"), licence.path("name"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse("");
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
