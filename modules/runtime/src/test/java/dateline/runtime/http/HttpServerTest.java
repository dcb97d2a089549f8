package dateline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.runtime.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  private static final CountDownLatch entered = new CountDownLatch(1);
  private static final CountDownLatch go = new CountDownLatch(1);

  private final HttpServer server =
      HttpServer.start(
          "test",
          "127.0.0.1",
          0,
          Routes.of(
              List.of(
                  Route.get("/text", _ -> Content.text(200, "hällo").withEtag()),
                  Route.post("/echo", r -> Content.of("text/plain", r.body())),
                  Route.post("/upload", HttpServerTest::counted).uploading(),
                  Route.post(
                          "/refused", _ -> Problem.of(403, "NOT_YOURS", "Forbidden", "Leave it."))
                      .uploading(),
                  Route.get(
                      "/trace",
                      _ -> Content.text(200, Trace.current().map(Trace::id).orElse("none"))),
                  Route.get("/slow", _ -> slow()),
                  Route.get("/go", _ -> Response.Redirect.seeOther("/text")),
                  Route.get(
                      "/thread", _ -> Content.text(200, "" + Thread.currentThread().isVirtual())),
                  Route.get(
                      "/stream",
                      _ ->
                          new Response.Stream(
                              "text/event-stream",
                              Map.of(),
                              out -> {
                                out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                                out.flush();
                                out.write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
                              })),
                  Route.get(
                      "/bug",
                      _ -> {
                        throw new IllegalStateException("secret of the house");
                      }))));
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aRequestUnderWayIsAnsweredBeforeTheServerStops() throws Exception {
    HttpRequest slow = HttpRequest.newBuilder(URI.create(server.url() + "/slow")).build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(slow, BodyHandlers.ofString());
    entered.await();
    Thread stopping = Thread.ofVirtual().start(server::close);
    while (isTaking()) {
      Thread.onSpinWait();
    }
    go.countDown();
    assertThat(answer.get().statusCode()).isEqualTo(200);
    stopping.join();
  }

  /** A connection that the system took while the server stopped is never answered. */
  private boolean isTaking() throws InterruptedException {
    try {
      HttpRequest next =
          HttpRequest.newBuilder(URI.create(server.url() + "/text"))
              .timeout(Duration.ofSeconds(1))
              .build();
      return client.send(next, BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static Response slow() {
    entered.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Content.text(200, "at last");
  }

  @Test
  void aTraceIsTakenOrMadeAndToldInEveryAnswer() throws Exception {
    String id = "4bf92f3577b34da6a3ce929d0e0e4736";
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/trace"));
    HttpResponse<String> given =
        client.send(
            request.copy().header("traceparent", "00-" + id + "-00f067aa0ba902b7-01").build(),
            BodyHandlers.ofString());
    assertThat(given.body()).isEqualTo(id);
    assertThat(given.headers().firstValue("Dateline-Trace")).contains(id);
    HttpResponse<String> made =
        client.send(
            request.copy().header("traceparent", "00-nonsense").build(), BodyHandlers.ofString());
    assertThat(made.body()).matches("[0-9a-f]{32}");
    assertThat(made.headers().firstValue("Dateline-Trace")).contains(made.body());
    HttpResponse<String> bug =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/bug")).build(),
            BodyHandlers.ofString());
    assertThat(bug.headers().firstValue("Dateline-Trace")).isPresent();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void anAnswerArrivesWholeAndTheServerDoesNotSayWhatItIs() throws Exception {
    HttpResponse<String> answer = get("/text");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hällo");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("Date")).isPresent();
    assertThat(answer.headers().firstValue("Content-Length")).contains("6");
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws Exception {
    HttpResponse<String> head =
        client.send(HttpRequest.newBuilder(uri("/text")).HEAD().build(), BodyHandlers.ofString());
    assertThat(head.headers().firstValue("Content-Length")).contains("6");
    assertThat(head.headers().firstValue("ETag"))
        .isEqualTo(get("/text").headers().firstValue("ETag"));
    assertThat(head.body()).isEmpty();
  }

  @Test
  void everyRequestHasItsOwnVirtualThread() throws Exception {
    assertThat(get("/thread").body()).isEqualTo("true");
  }

  @Test
  void aBodyIsTakenUpToTheLimit() throws Exception {
    assertThat(post("x".repeat(1 << 20)).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = post("x".repeat((1 << 20) + 1));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("BODY_TOO_LARGE");
  }

  @Test
  void anUploadIsReadWhileItArrivesByTheOneWhoAnswersIt() throws Exception {
    byte[] large = new byte[3 << 20];
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/upload"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("%d bytes, 0 before".formatted(large.length));
  }

  @Test
  void whoeverSendsMuchThatIsRefusedHearsWhy() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/refused"))
                .POST(BodyPublishers.ofByteArray(new byte[20 << 20]))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("NOT_YOURS");
  }

  private static Content counted(Request request) {
    try (InputStream content = request.body().stream()) {
      long read = content.transferTo(OutputStream.nullOutputStream());
      return Content.text(200, "%d bytes, %d before".formatted(read, request.body().length()));
    } catch (IOException e) {
      return Content.text(500, "cut off");
    }
  }

  @Test
  void aBodyWithoutALengthIsLimitedToo() throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    HttpResponse<String> refused =
        client.send(
            HttpRequest.newBuilder(uri("/echo"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build(),
            BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(413);
  }

  @Test
  void whatBreaksHereIsToldByAnIdAlone() throws Exception {
    HttpResponse<String> answer = get("/bug");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("INTERNAL_ERROR", "errorId")
        .doesNotContain("secret", "IllegalState", "dateline.runtime");
  }

  @Test
  void aRedirectGoesWhereItSays() throws Exception {
    HttpResponse<String> answer = get("/go");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/text");
  }

  @Test
  void aStreamIsWrittenAsItIsMade() throws Exception {
    assertThat(get("/stream").body()).isEqualTo("data: 1\n\ndata: 2\n\n");
  }

  @Test
  void malformedRequestsAreProblemsToo() throws Exception {
    for (String target : List.of("/text?a=%zz", "/%zz", "/text/%2e%2e/x", "/a/../../etc/passwd")) {
      String answer = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(target).startsWith("HTTP/1.1 40").contains("application/problem+json");
    }
    String chunked = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n";
    assertThat(raw(chunked)).startsWith("HTTP/1.1 400").contains("MALFORMED_REQUEST");
    assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("jetty");
  }

  @Test
  void aPortThatIsTakenIsSaidInOneSentence() {
    assertThatThrownBy(
            () -> HttpServer.start("newsroom", "127.0.0.1", server.port(), Routes.of(List.of())))
        .isInstanceOf(CannotListenException.class)
        .hasMessage(
            "The newsroom cannot listen on 127.0.0.1 port "
                + server.port()
                + " (Address already in use); stop what uses it or choose another port.");
  }

  private HttpResponse<String> get(String target) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(target)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri("/echo")).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private URI uri(String target) {
    return URI.create(server.url() + target);
  }
}
