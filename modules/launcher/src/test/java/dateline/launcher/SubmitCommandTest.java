package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is said of texts that are handed in, at a desk that takes all but those that are bad. */
class SubmitCommandTest {

  @TempDir Path folder;
  private HttpServer desk;

  /** What a command printed, and its exit code. */
  private record Said(int code, String out, String err) {}

  @BeforeEach
  void open() throws IOException {
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext("/", SubmitCommandTest::answer);
    desk.start();
  }

  @AfterEach
  void close() {
    desk.stop(0);
  }

  @Test
  void nothingIsWaivedOfADraft() throws Exception {
    Said said = submit("--draft", file("a.txt", "Good"), "--waive", "NOPE=so");
    assertThat(said.code()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .startsWith("dateline: A draft is not handed in, so nothing is waived with NOPE; ");
  }

  private Said submit(String... arguments) {
    List<String> all = new ArrayList<>(List.of("submit", "--desk"));
    all.add("http://127.0.0.1:" + desk.getAddress().getPort());
    all.addAll(List.of(arguments));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Dateline.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/api/directory")) {
      send(exchange, 200, "{\"people\":[{\"id\":\"maya\",\"roles\":[\"PRESS_OFFICER\"]}]}");
    } else if (body.equals("Bad")) {
      send(exchange, 422, "{\"code\":\"NOT_A_TEXT\",\"detail\":\"It is bad; mend it.\"}");
    } else {
      String state = path.endsWith("/submission") ? "SUBMITTED" : "DRAFT";
      send(exchange, 200, "{\"id\":\"ab12\",\"state\":\"%s\"}".formatted(state));
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("ETag", "\"1.0.0\"");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
