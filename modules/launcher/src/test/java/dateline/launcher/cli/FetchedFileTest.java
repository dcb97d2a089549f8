package dateline.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dateline.launcher.Dateline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A note's file is written as it is there, or not at all. */
class FetchedFileTest {

  /** The SHA-256 of "abc", as FIPS 180-2 gives it. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String NOTE =
      "{\"id\":\"n1\",\"attachments\":[{\"name\":\"plan.txt\",\"size\":3,\"sha256\":\""
          + ABC
          + "\"}]}";

  @TempDir Path folder;

  private final StringWriter said = new StringWriter();
  private HttpServer desk;
  private volatile String content = "abc";

  @BeforeEach
  void open() throws IOException {
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext("/api/notes/n1", exchange -> send(exchange, NOTE));
    desk.createContext("/api/notes/n1/attachments/" + ABC, exchange -> send(exchange, content));
    desk.start();
  }

  @AfterEach
  void close() {
    desk.stop(0);
  }

  @Test
  void aFileIsWrittenOnceAndNeverOverAnother() throws IOException {
    Path target = folder.resolve("plan.txt");
    assertThat(fetch(target)).as(said.toString()).isZero();
    assertThat(target).hasContent("abc");
    assertThat(said.toString()).contains("3 bytes, SHA-256 " + ABC);
    Files.writeString(target, "mine");
    assertThat(fetch(target)).isNotZero();
    assertThat(target).hasContent("mine");
    assertThat(said.toString()).contains("already; name another with --to");
  }

  @Test
  void aFileThatIsNotWhatTheNoteHasIsNotWritten() {
    content = "abd";
    Path target = folder.resolve("plan.txt");
    assertThat(fetch(target)).isNotZero();
    assertThat(target).doesNotExist();
    assertThat(said.toString()).contains("is not the file of the note").contains(ABC);
  }

  private int fetch(Path target) {
    PrintWriter both = new PrintWriter(said);
    return Dateline.commandLine()
        .setOut(both)
        .setErr(both)
        .execute(
            "attachments",
            "n1",
            "--get",
            "plan.txt",
            "--to",
            target.toString(),
            "--data",
            folder.toString(),
            "--desk",
            "http://127.0.0.1:" + desk.getAddress().getPort());
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
