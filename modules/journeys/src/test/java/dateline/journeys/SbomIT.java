package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.journeys.Sbom.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The bills of materials that the build makes, and the page that is held against them. */
@DisabledIfSystemProperty(
    named = "dateline.maven",
    matches = "offline: true",
    disabledReason = "Maven makes no bill of materials while it is offline")
class SbomIT {

  private static Sbom shipped = new Sbom(List.of());
  private static Sbom all = new Sbom(List.of());

  @BeforeAll
  static void read() throws IOException {
    shipped = Sbom.read(ShippedJar.FOLDER.resolve("dateline.cdx.json"));
    all = Sbom.read(Checkout.root().resolve("target/all.cdx.json"));
  }

  /** But for the launcher's own, which is what the list is of. */
  @Test
  void everyJarThatIsShippedIsListedAndNoOther() throws IOException {
    assertThat(shipped.components().stream().map(Component::sha256))
        .containsExactlyInAnyOrderElementsOf(
            ShippedJar.all().stream()
                .filter(jar -> !jar.module().equals("launcher"))
                .map(ShippedJar::sha256)
                .toList());
  }

  @Test
  void everyLicenceIsAllowed() {
    assertThat(Licences.refused(all)).isEmpty();
    assertThat(Licences.readInVain(all)).isEmpty();
  }

  @Test
  void thePageListsEveryArtifactWithItsVersionAndLicence() throws IOException {
    String page = Files.readString(Checkout.root().resolve("docs/dependencies.md"));
    assertThat(
            page.lines()
                .filter(line -> line.matches("\\| `[^|]*` (\\| [^|]* ){2}\\| (shipped|tests) \\|")))
        .containsExactlyElementsOf(rows());
  }

  private static List<String> rows() {
    Set<String> names =
        shipped.components().stream().map(Component::name).collect(Collectors.toSet());
    return all.ofOthers().stream()
        .map(one ->
            "| `%s` | %s | %s | %s |"
                .formatted(
                    one.name(),
                    one.version(),
                    String.join(" or ", Licences.allowed(one)),
                    names.contains(one.name()) ? "shipped" : "tests"))
        .sorted()
        .toList();
  }
}
