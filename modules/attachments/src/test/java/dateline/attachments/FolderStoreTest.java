package dateline.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A folder keeps attachments. */
class FolderStoreTest extends StoreContract {

  @Override
  AttachmentStore store() throws IOException {
    return new FolderStore(folder.resolve("kept"));
  }

  @Override
  void damage(Sha256 digest) throws IOException {
    Path file = kept(digest);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void aFileStandsUnderItsDigestAndNothingElseIsLeft() throws IOException {
    byte[] bytes = bytes(1_000);
    Sha256 digest = sha(bytes);
    store().put(digest, file(bytes));
    assertThatThrownBy(() -> store().put(digest("0"), file(bytes)))
        .isInstanceOf(DamagedAttachmentException.class);
    assertThat(files()).containsExactly(kept(digest));
  }

  @Test
  void whatACrashLeftHalfWrittenIsNotThere() throws IOException {
    byte[] bytes = bytes(1_000);
    Sha256 digest = sha(bytes);
    store().close();
    Files.write(folder.resolve("kept/incoming").resolve(digest.hex() + "1"), new byte[10]);
    assertThat(store().holds(digest)).isFalse();
    store().put(digest, file(bytes));
    assertThat(store().get(digest)).isPresent();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new FolderStore(file)).isInstanceOf(IOException.class);
  }

  private static Sha256 digest(String digit) {
    return new Sha256(digit.repeat(64));
  }

  private Path kept(Sha256 digest) {
    return folder.resolve("kept").resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
