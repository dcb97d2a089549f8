package dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes {@code schemas/released/}: {@code -Dschemas.release=next} when a version is released,
 * {@code -Dschemas.release=first} to write all first snapshots anew before the first release.
 */
class ReleaseSchemasTest {

  @TempDir Path elsewhere;

  @Test
  @EnabledIfSystemProperty(named = "schemas.release", matches = "next")
  void theNextSnapshotsAreWritten() throws Exception {
    ReleasedSchemas.writeNext(ReleasedSchemas.folder());
  }

  @Test
  @EnabledIfSystemProperty(named = "schemas.release", matches = "first")
  void theFirstSnapshotsAreWrittenAnew() throws Exception {
    ReleasedSchemas.writeFirst(ReleasedSchemas.folder());
  }

  @Test
  void anUnchangedSchemaGetsNoSecondSnapshot() throws Exception {
    ReleasedSchemas.writeNext(elsewhere);
    ReleasedSchemas.writeNext(elsewhere);

    for (Topic topic : Topic.values()) {
      assertThat(ReleasedSchemas.of(elsewhere, topic)).containsExactly(topic.schema());
    }
  }

  @Test
  void aChangedSchemaGetsTheNextSnapshotAndTheFirstStays() throws Exception {
    ReleasedSchemas.writeNext(elsewhere);
    Files.writeString(
        ReleasedSchemas.file(elsewhere, Topic.RELEASES, 1),
        ReleasedSchemas.text(Topic.OUTCOMES.schema()));
    ReleasedSchemas.writeNext(elsewhere);

    assertThat(ReleasedSchemas.of(elsewhere, Topic.RELEASES))
        .containsExactly(Topic.OUTCOMES.schema(), Topic.RELEASES.schema());
    assertThatThrownBy(() -> ReleasedSchemas.writeFirst(elsewhere))
        .isInstanceOf(IllegalStateException.class);
  }
}
