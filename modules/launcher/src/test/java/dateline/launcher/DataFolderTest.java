package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder knows whether whoever had it before stopped in order. */
class DataFolderTest {

  @TempDir Path folder;

  @Test
  void anOrderlyStopLeavesNothingBehind() throws Exception {
    Path data = folder.resolve("data");
    assertThat(DataFolder.isUnused(data)).isTrue();
    try (DataFolder first = DataFolder.open(data)) {
      assertThat(first.leftBehind()).isFalse();
      first.begun();
    }
    assertThat(DataFolder.isUnused(data)).isFalse();
    try (DataFolder second = DataFolder.open(data)) {
      assertThat(second.leftBehind()).isFalse();
    }
  }

  @Test
  void aKilledOnesFolderIsKnown() throws Exception {
    Path data = folder.resolve("data");
    try (DataFolder first = DataFolder.open(data)) {
      first.begun();
      Path asAfterAKill = Files.createDirectory(folder.resolve("killed"));
      Files.copy(data.resolve("lock"), asAfterAKill.resolve("lock"));
    }
    try (DataFolder next = DataFolder.open(folder.resolve("killed"))) {
      assertThat(next.leftBehind()).isTrue();
    }
  }

  @Test
  void aFileInItsPlaceIsToldInWords() throws Exception {
    Path data = Files.writeString(folder.resolve("data"), "a text");
    assertThatThrownBy(() -> DataFolder.open(data))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("cannot be written (it is a file)");
  }
}
