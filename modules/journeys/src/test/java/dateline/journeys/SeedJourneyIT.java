package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One text from a file to the inboxes through the real command line: {@code ./dateline demo}. */
class SeedJourneyIT {

  private static final Pattern MAIL =
      Pattern.compile("^ *[0-9.]+ s  Mail to (\\S+@\\S+): .+", Pattern.MULTILINE);

  @Test
  void theSeedTravelsFromFileToInbox() throws Exception {
    Optional<Path> seed = Checkout.seed();
    if (seed.isEmpty()) {
      System.out.println(
          "SKIPPED: no folder shared/seeds beside the checkout (DATELINE_SHARED); a note of our own travels all the same");
    }
    assumeTrue(seed.isPresent());
    Ran demo = Ran.dateline(Map.of(), "demo", seed.orElseThrow().toString());
    arrived(demo);
    assertThat(demo.out())
        .as("two links that lead nowhere, a broken sentence, the site's boilerplate")
        .contains("[DEAD_LINK]", "[BROKEN_SENTENCE]", "boilerplate")
        .containsPattern("headline +The Sixth U\\.S\\.-Japan Cyber Dialogue");
  }

  @Test
  void aNoteOfOurOwnTravelsFromFileToInbox() throws Exception {
    Ran demo = Ran.dateline(Map.of(), "demo", Checkout.text("harbour-note.txt").toString());
    arrived(demo);
    assertThat(demo.out())
        .contains("Europe Desk", "East Asia and Pacific Desk", "Office of the Legal Adviser")
        .contains("[DEAD_LINK]", "waived DEAD_LINK");
  }

  @Test
  void aDemoWhoseMailsNeverArriveFails() throws Exception {
    Ran demo =
        Ran.dateline(
            Map.of("DATELINE_SMTP", "127.0.0.1:" + closedPort()),
            "demo",
            Checkout.text("harbour-note.txt").toString());
    assertThat(demo.exitCode()).as(demo.everything()).isEqualTo(1);
    assertThat(demo.err()).contains("dateline: Waited").doesNotContain("\tat ");
    assertThat(MAIL.matcher(demo.out()).find()).isFalse();
  }

  @Test
  void aFileThatIsNotThereIsSaidInASentence() throws Exception {
    Ran demo = Ran.dateline(Map.of(), "demo", "no-such-note.txt");
    assertThat(demo.exitCode()).isEqualTo(1);
    assertThat(demo.err().strip())
        .isEqualTo("dateline: There is no file no-such-note.txt; name the text of a media note.");
  }

  private static void arrived(Ran demo) {
    assertThat(demo.exitCode()).as(demo.everything()).isZero();
    assertThat(demo.err()).isEmpty();
    assertThat(demo.out())
        .containsPattern("Checks found [1-9]")
        .contains("Who must clear, and why")
        .containsPattern("approves the text with SHA-256 [0-9a-f]{16}")
        .containsPattern("The public page: http://127\\.0\\.0\\.1:\\d+/notes/[0-9a-f]{32}")
        .containsPattern("serves the cleared text, SHA-256 [0-9a-f]{64}");
    assertThat(MAIL.matcher(demo.out()).results().map(mail -> mail.group(1)))
        .containsExactlyInAnyOrder(
            "ines.falk@courier.example", "desk@wire-agency.example", "reader@home.example");
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
