package dateline.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What commonly makes two builds differ; {@code .ci/rebuild} compares two whole ones. */
class ShippedJarIT {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("ours")
  void aJarSaysNothingOfWhenAndWhereAndByWhomItWasBuilt(ShippedJar jar) throws IOException {
    assertThat(jar.traces()).isEmpty();
  }

  @Test
  void timesFoldersAndNamesAreFound() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Built-By", "somebody");
    Path file = folder.resolve("planted-1.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      jar.putNextEntry(new ZipEntry("Source.class"));
      jar.write(Checkout.root().resolve("Source.java").toString().getBytes(UTF_8));
    }
    assertThat(new ShippedJar(file).traces())
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF has the time of the build",
            "Source.class has the time of the build",
            "Source.class names the folder of the build",
            "the manifest has Built-By");
  }

  static List<ShippedJar> ours() throws IOException {
    return ShippedJar.all().stream().filter(ShippedJar::isOurs).toList();
  }
}
