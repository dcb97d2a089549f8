package dateline.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is true of every store. Each kind of store passes these. */
abstract class StoreContract {

  @TempDir Path folder = Path.of("");

  /** The store under test, the same one whenever asked in one test. */
  abstract AttachmentStore store() throws Exception;

  /** Changes what is kept under this digest behind the store's back. */
  abstract void damage(Sha256 digest) throws Exception;

  @Test
  void whatWasPutIsGotAsItWas() throws Exception {
    for (int size : List.of(0, 1, 100_000, 5_000_000)) {
      byte[] bytes = bytes(size);
      Sha256 digest = sha(bytes);
      assertThat(store().holds(digest)).isFalse();
      assertThat(store().get(digest)).isEmpty();
      store().put(digest, file(bytes));
      assertThat(store().holds(digest)).isTrue();
      assertThat(got(digest)).isEqualTo(bytes);
    }
  }

  @Test
  void puttingAgainChangesNothing() throws Exception {
    byte[] bytes = bytes(10_000);
    store().put(sha(bytes), file(bytes));
    store().put(sha(bytes), file(bytes));
    assertThat(got(sha(bytes))).isEqualTo(bytes);
  }

  @Test
  void bytesUnderAForeignDigestAreRefusedAndNotKept() throws Exception {
    Sha256 other = sha(bytes(7));
    assertThatThrownBy(() -> store().put(other, file(bytes(8))))
        .isInstanceOf(DamagedAttachmentException.class);
    assertThat(store().holds(other)).isFalse();
  }

  @Test
  void aDamagedCopyIsNeverHandedOutAndMendedByPuttingItAgain() throws Exception {
    byte[] bytes = bytes(10_000);
    Sha256 digest = sha(bytes);
    store().put(digest, file(bytes));
    damage(digest);
    assertThatThrownBy(() -> store().get(digest)).isInstanceOf(DamagedAttachmentException.class);
    store().put(digest, file(bytes));
    assertThat(got(digest)).isEqualTo(bytes);
  }

  @Test
  void manyMayPutTheSameAtOnce() throws Exception {
    byte[] bytes = bytes(200_000);
    Path file = file(bytes);
    AttachmentStore store = store();
    Callable<Void> put =
        () -> {
          store.put(sha(bytes), file);
          return null;
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> put).toList())) {
        done.get();
      }
    }
    assertThat(got(sha(bytes))).isEqualTo(bytes);
  }

  @Test
  void anIntakeKeepsWhatItTakes() throws Exception {
    byte[] text = "Gate,Ships\n3,12\n".getBytes(StandardCharsets.UTF_8);
    Intake.Outcome outcome =
        new Intake(store())
            .take(
                new ByteArrayInputStream(text),
                new Intake.Said(
                    "ships.csv", java.util.Optional.empty(), java.util.Optional.empty()));
    assertThat(outcome).isInstanceOf(Intake.Outcome.Taken.class);
    assertThat(got(sha(text))).isEqualTo(text);
  }

  byte[] got(Sha256 digest) throws Exception {
    try (InputStream in = store().get(digest).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  Path file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "given", ""), bytes);
  }

  static Sha256 sha(byte[] bytes) {
    var digest = Sha256.digest();
    digest.update(bytes);
    return Sha256.of(digest);
  }

  static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
