package dateline.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.attachments.S3Store.S3Place;
import dateline.runtime.SettingsException;
import dateline.runtime.SettingsReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where attachments are kept is said in one setting. */
class AttachmentSettingsTest {

  @Test
  void withoutASettingItIsAFolderInTheData() {
    assertThat(settings(Map.of()).folder()).isEqualTo(Path.of("data/attachments"));
    assertThat(settings(Map.of("DATELINE_DATA", "/d")).folder())
        .isEqualTo(Path.of("/d/attachments"));
    assertThat(settings(Map.of("DATELINE_ATTACHMENTS", "/a")).folder()).isEqualTo(Path.of("/a"));
  }

  @Test
  void aBucketHasAnEndpointAndMayHaveARegionAndAPrefix() {
    assertThat(bucket("s3://press?endpoint=https://s3.example.org").bucket())
        .contains(place("us-east-1", ""));
    assertThat(bucket("s3://press/notes/a/?endpoint=https://s3.example.org&region=eu-1").bucket())
        .contains(place("eu-1", "notes/a/"));
  }

  @Test
  void aBucketThatIsWrittenWrongIsAFault() {
    for (String wrong :
        List.of(
            "s3://press",
            "s3://?endpoint=https://s3.example.org",
            "s3://press?endpoint=s3.example.org",
            "s3://press?endpoint=https://s3.example.org&path=x",
            "s3://Press Office?endpoint=https://s3.example.org",
            "s3:press")) {
      assertThatThrownBy(() -> bucket(wrong))
          .as(wrong)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("DATELINE_ATTACHMENTS is");
    }
  }

  @Test
  void aBucketNeedsBothKeysAndTheyAreNotRepeated() {
    assertThatThrownBy(
            () -> settings(Map.of("DATELINE_ATTACHMENTS", "s3://press?endpoint=https://a.example")))
        .hasMessageContaining("DATELINE_ATTACHMENTS_KEY")
        .hasMessageContaining("DATELINE_ATTACHMENTS_SECRET");
    assertThat(bucket("s3://press?endpoint=https://s3.example.org").toString())
        .doesNotContain("hush");
  }

  private static AttachmentSettings bucket(String where) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATELINE_ATTACHMENTS", where);
    variables.put("DATELINE_ATTACHMENTS_KEY", "key");
    variables.put("DATELINE_ATTACHMENTS_SECRET", "hush");
    return settings(variables);
  }

  private static S3Place place(String region, String prefix) {
    return new S3Place(
        URI.create("https://s3.example.org"), region, "press", prefix, "key", "hush");
  }

  private static AttachmentSettings settings(Map<String, String> variables) {
    SettingsReader read = new SettingsReader(variables);
    AttachmentSettings settings = AttachmentSettings.from(read);
    read.done();
    return settings;
  }
}
