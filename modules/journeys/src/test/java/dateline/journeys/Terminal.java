package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.kernel.OfficeId;
import dateline.launcher.Dateline;
import dateline.launcher.cli.DeskRefusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import picocli.CommandLine;

/** A person at a terminal with a browser beside it, at one running press office. */
final class Terminal implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern SUBMITTED = Pattern.compile("Submitted +([0-9a-f]{8}) ");

  private String lastRefusal = "";
  private final String desk;
  private final Path data;
  private final HttpClient web =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param desk the desk's address
   * @param data the data folder, which holds the operator's token
   */
  Terminal(String desk, Path data) {
    this.desk = desk;
    this.data = data;
  }

  /** Runs one command of the real command line, in the test's own process. */
  Ran says(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--desk", desk, "--data", data.toString()));
    return runs(all.toArray(String[]::new));
  }

  /** Runs one command that must work. */
  Ran does(String... arguments) {
    Ran ran = says(arguments);
    assertThat(ran.exitCode()).as(String.join(" ", arguments) + ": " + ran.everything()).isZero();
    return ran;
  }

  /** Runs one command that must be refused in a sentence, perhaps with how to go on. */
  String isRefused(String code, String... arguments) {
    Ran ran = says(arguments);
    assertThat(ran.exitCode())
        .as(String.join(" ", arguments) + ": " + ran.everything())
        .isEqualTo(1);
    assertThat(lastRefusal).as(ran.err()).isEqualTo(code);
    assertThat(ran.err().strip().lines())
        .as(ran.err())
        .hasSizeBetween(1, 2)
        .allSatisfy(line -> assertThat(line).startsWith("dateline: "));
    assertThat(ran.err()).doesNotContain("Exception");
    return ran.err().strip();
  }

  /** Runs one command that talks to no desk. */
  Ran runs(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Dateline.commandLine();
    CommandLine.IExecutionExceptionHandler usual = line.getExecutionExceptionHandler();
    lastRefusal = "";
    int exitCode =
        line.setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              if (failure instanceof DeskRefusal refusal) {
                lastRefusal = refusal.code();
              }
              return usual.handleExecutionException(failure, command, parsed);
            })
            .execute(arguments);
    return new Ran(exitCode, out.toString(), err.toString());
  }

  /** Hands a text in and answers the note's id when the offices are asked. */
  String submits(String... arguments) {
    List<String> all = new ArrayList<>(List.of("submit"));
    all.addAll(List.of(arguments));
    Matcher said = SUBMITTED.matcher(does(all.toArray(String[]::new)).out());
    assertThat(said.find()).isTrue();
    String id = note(said.group(1)).path("id").asText();
    awaitState(id, "UNDER_REVIEW");
    return id;
  }

  /**
   * Every office of the house that must clears, who is informed has seen it, and the approver
   * approves.
   */
  void clearsByAll(String note) {
    for (String office :
        offices(note, "CLEAR").stream().filter(id -> !new OfficeId(id).isExternal()).toList()) {
      does("clear", note, "--office", office);
    }
    for (String office : offices(note, "INFORM")) {
      does("clear", note, "--office", office, "--seen");
    }
    does("approve", note);
    awaitState(note, "READY");
  }

  /** The offices of a note's list with this power. */
  List<String> offices(String note, String power) {
    return StreamSupport.stream(note(note).path("clearance").path("lines").spliterator(), false)
        .filter(line -> line.path("power").asText().equals(power))
        .map(line -> line.path("office").asText())
        .toList();
  }

  void awaitState(String note, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> note(note).path("state").asText().equals(state));
  }

  /** Runs one command that must work and whose answer is for programs. */
  JsonNode asks(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Ran ran = says(all.toArray(String[]::new));
    if (ran.exitCode() != 0) {
      throw new AssertionError(String.join(" ", arguments) + ": " + ran.everything());
    }
    return json(ran.out());
  }

  /** A note as the desk knows it now. */
  JsonNode note(String id) {
    return asks("show", id);
  }

  /** What a browser gets. */
  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return web.send(
        HttpRequest.newBuilder(URI.create(address)).GET().build(), BodyHandlers.ofString());
  }

  /** Presses the only button of a page. */
  HttpResponse<String> press(String address) throws IOException, InterruptedException {
    return web.send(
        HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  /**
   * Sends a page's form.
   *
   * @param cookie that the browser keeps; empty if none
   */
  HttpResponse<String> posts(String address, String form, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }
    return web.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends the desk a text as the next revision of a note, as somebody who read it. */
  HttpResponse<String> revises(String person, String note, String text)
      throws IOException, InterruptedException {
    HttpResponse<String> read =
        web.send(request(person, note).GET().build(), BodyHandlers.ofString());
    return web.send(
        request(person, note)
            .header("If-Match", read.headers().firstValue("ETag").orElseThrow())
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString(text))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String person, String note) throws IOException {
    return HttpRequest.newBuilder(URI.create(desk + "/api/notes/" + note))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token())
        .header("Dateline-Person", person);
  }

  /** The operator's token. */
  String token() throws IOException {
    return Files.readString(data.resolve("operator-token")).strip();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
