package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

  private static final JsonMapper JSON = JsonMapper.builder().build();

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

  @Test
  void severalTextsBecomeANoteEachAndThoseRefusedAreNamedAndCounted() throws Exception {
    String none = folder.resolve("none.txt").toString();
    Said said = submit(file("a.txt", "Good"), file("b.txt", "Bad"), none, file("c.txt", "Good"));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.matches("dateline: .*b\\.txt: It is bad; mend it\\."))
        .anyMatch(line -> line.startsWith("dateline: " + none + ": There is no file "));
    assertThat(said.out().lines().filter(line -> line.startsWith("Submitted"))).hasSize(2);
    assertThat(said.out().lines()).last().isEqualTo("2 files submitted, 2 files refused");
  }

  @Test
  void aProgramIsToldOfEachTextInItsPlace() throws Exception {
    Said said = submit("--json", file("a.txt", "Good"), file("b.txt", "Bad"));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).isEmpty();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : said.out().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().at("/note/state").asText()).isEqualTo("SUBMITTED");
    assertThat(lines.getLast().path("file").asText()).endsWith("b.txt");
    assertThat(lines.getLast().at("/refused/code").asText()).isEqualTo("NOT_A_TEXT");
  }

  @Test
  void textsThatAreAllTakenAreNoFailure() throws Exception {
    Said said = submit("--draft", file("a.txt", "Good"), file("b.txt", "Good"));
    assertThat(said.code()).isZero();
    assertThat(said.out().lines()).last().isEqualTo("2 files kept as drafts");
  }

  @Test
  void whatStopsAllTextsIsSaidOnceAndNothingElseIs() throws Exception {
    desk.stop(0);
    Said away = submit(file("a.txt", "Good"), file("b.txt", "Good"), file("c.txt", "Good"));
    assertThat(away.code()).isEqualTo(1);
    assertThat(away.out()).isEmpty();
    assertThat(away.err().lines())
        .singleElement()
        .asString()
        .startsWith("dateline: No desk answers at ");
  }

  @Test
  void whatStopsAllFurtherTextsIsSaidOnceWithHowManyWereHandedIn() throws Exception {
    String[] files = {
      file("a.txt", "Good"), file("b.txt", "Bad"), file("c.txt", "Gone"), file("d.txt", "Good")
    };
    Said said = submit(files);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out().lines().filter(line -> line.startsWith("Submitted"))).hasSize(1);
    assertThat(said.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("dateline: .*b\\.txt: It is bad; mend it\\."))
        .anyMatch(line -> line.startsWith("dateline: Your token is not known; take another."))
        .anyMatch(line ->
            line.matches(
                "dateline: 1 file submitted, 1 file refused; give the others again, from .*c\\.txt on\\."));

    Said program = submit("--json", files[0], files[1], files[2], files[3]);
    assertThat(program.code()).isEqualTo(1);
    assertThat(program.out().lines()).hasSize(2);
    assertThat(JSON.readTree(program.err()).path("code").asText()).isEqualTo("UNKNOWN_TOKEN");
  }

  @Test
  void aNoteHasOneNextRevision() throws Exception {
    Said said = submit(file("a.txt", "Good"), file("b.txt", "Good"), "--note", "ab12");
    assertThat(said.code()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.err()).contains("name one FILE");
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
    } else if (body.equals("Gone")) {
      send(
          exchange,
          401,
          "{\"code\":\"UNKNOWN_TOKEN\",\"detail\":\"Your token is not known; take another.\"}");
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
