package dateline.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.attachments.S3Store.S3Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket keeps attachments, in a server that others wrote and that checks signatures. */
class S3StoreIT extends StoreContract {

  private static S3Peer peer = S3Peer.none();
  private static int tests;

  private AttachmentStore store = new S3Store(place("", "unused"));

  @BeforeAll
  static void start() throws Exception {
    peer = S3Peer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    peer.stop();
  }

  @BeforeEach
  void open() {
    store.close();
    store = new S3Store(place("test-" + ++tests + "/", S3Peer.SECRET));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  AttachmentStore store() {
    return store;
  }

  @Override
  void damage(Sha256 digest) throws IOException {
    Path kept = peer.folder().resolve(S3Peer.BUCKET).resolve("test-" + tests);
    Files.write(kept.resolve(digest.hex()), bytes(999));
  }

  @Test
  void aWrongSecretIsToldAndNothingIsKept() throws IOException {
    byte[] bytes = bytes(10);
    try (AttachmentStore stranger = new S3Store(place("", "wrong"))) {
      assertThatThrownBy(() -> stranger.put(sha(bytes), file(bytes)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("403")
          .hasMessageContaining("DATELINE_ATTACHMENTS_SECRET")
          .hasMessageContaining(S3Peer.BUCKET);
    }
    assertThat(store.holds(sha(bytes))).isFalse();
  }

  @Test
  void aBucketThatIsNotThereAndAServerThatIsNotThereAreTold() {
    S3Place there = place("", S3Peer.SECRET);
    S3Place noBucket =
        new S3Place(
            there.endpoint(), there.region(), "no-such-bucket", "", there.key(), there.secret());
    S3Place noServer =
        new S3Place(
            URI.create("http://127.0.0.1:1"),
            there.region(),
            "press",
            "",
            there.key(),
            there.secret());
    for (S3Place place : new S3Place[] {noBucket, noServer}) {
      try (AttachmentStore wrong = new S3Store(place)) {
        assertThatThrownBy(() -> wrong.put(sha(bytes(3)), file(bytes(3))))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(place.bucket());
        assertThatThrownBy(() -> wrong.get(sha(bytes(3)))).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aSecretIsNotInWhatAPlaceSaysOfItself() {
    assertThat(place("", S3Peer.SECRET).toString()).doesNotContain(S3Peer.SECRET);
  }

  private static S3Place place(String prefix, String secret) {
    return new S3Place(peer.endpoint(), "us-east-1", S3Peer.BUCKET, prefix, S3Peer.KEY, secret);
  }
}
