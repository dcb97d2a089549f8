package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.journeys.Sbom.Component;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicencesTest {

  @Test
  void anArtifactWithoutAnAllowedLicenceIsNamedWithIt() {
    assertThat(Licences.refused(listing("AGPL-3.0-only")))
        .containsExactly("org.example:thing 1.2: AGPL-3.0-only is not allowed");
    assertThat(Licences.refused(listing()))
        .containsExactly("org.example:thing 1.2: its POM names no licence");
  }

  @Test
  void thePageSaysWhichAreAllowed() {
    assertThat(Documents.here().text("docs/dependencies.md")).contains(Licences.named() + ". Of");
  }

  @Test
  void ofSeveralLicencesOneMayChoose() {
    assertThat(Licences.refused(listing("AGPL-3.0-only", "MIT"))).isEmpty();
  }

  @Test
  void aLicenceThatWasReadForAnArtifactNoLongerUsedIsFound() {
    assertThat(Licences.readInVain(listing("MIT"))).contains("org.jdom:jdom2");
  }

  private static Sbom listing(String... licences) {
    return new Sbom(List.of(new Component("org.example:thing", "1.2", "", List.of(licences))));
  }
}
