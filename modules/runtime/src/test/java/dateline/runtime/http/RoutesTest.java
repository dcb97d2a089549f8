package dateline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private final Routes routes =
      Routes.of(
          List.of(
              Route.get("/", _ -> Content.html(200, "front").withEtag()),
              Route.get("/notes/{id}.json", r -> Content.text(200, "json of " + r.param("id"))),
              Route.get("/notes/{id}", r -> Content.text(200, "note " + r.param("id"))),
              Route.put("/notes/{id}", _ -> Response.Empty.noContent()),
              Route.post("/form", r -> Content.text(200, String.join("+", r.form().all("kind")))),
              Route.post("/json", r -> Content.json(200, Map.of("got", r.json().get("a").asInt()))),
              Route.get("/type", r -> Content.text(200, r.preferred("text/html", "text/plain")))));

  @ParameterizedTest
  @CsvSource({
    "/notes/abc, note abc",
    "/notes/abc.json, json of abc",
    "/notes/a%20b, note a b",
    "/notes/%C3%A4, note ä",
    "/notes/a%2Fb, note a/b",
    "/notes/a+b, note a+b"
  })
  void aParameterIsOneDecodedSegment(String path, String answer) {
    assertThat(content(routes.answer(Request.of("GET", path))).body().text()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/notes", "/notes/", "/notes/a/b", "/notes/.json/x", "//"})
  void whatNoRouteHasIsNotFound(String path) {
    assertThat(routes.answer(Request.of("GET", path)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notes/..",
        "/notes/%2e%2e",
        "/notes/%zz",
        "/notes/%",
        "/notes/%f",
        "/notes/%ff",
        "/notes/%00",
        "notes"
      })
  void aPathThatClimbsOrIsNotUtf8IsABadRequest(String path) {
    assertThat(routes.answer(Request.of("GET", path)).status()).isEqualTo(400);
  }

  @Test
  void aPathOfAnotherMethodSaysWhichItTakes() {
    Content answer = content(routes.answer(Request.of("DELETE", "/notes/1")));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD, PUT");
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    Response options = routes.answer(Request.of("OPTIONS", "/notes/1"));
    assertThat(options).isEqualTo(new Response.Empty(204, Map.of("Allow", "GET, HEAD, PUT")));
  }

  @Test
  void headIsAnsweredByGet() {
    assertThat(routes.answer(Request.of("HEAD", "/notes/1")).status()).isEqualTo(200);
  }

  @Test
  void aProblemNamesTheBrokenRule() {
    Routes refusing =
        Routes.of(
            List.of(
                Route.get(
                    "/",
                    _ ->
                        Problem.of(412, "STALE_REVISION", "Stale revision", "Read it again.")
                            .with("current", 3))));
    Content answer = content(refusing.answer(Request.of("GET", "/")));
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.body().text())
        .isEqualTo(
            """
            {"type":"urn:dateline:problem:stale-revision","title":"Stale revision","status":412,\
            "detail":"Read it again.","code":"STALE_REVISION","current":3}\
            """);
  }

  @Test
  void problemsCanBeShownAsPagesAndKeepTheirHeaders() {
    Routes pages =
        routes.showingProblems((_, problem) -> Content.html(problem.status(), problem.detail()));
    Content answer = content(pages.answer(Request.of("DELETE", "/")));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD");
    assertThat(answer.header("Content-Security-Policy")).isPresent();
  }

  @Test
  void whatTheClientHasAlreadyIsNotSentAgain() {
    String tag = content(routes.answer(Request.of("GET", "/"))).header("ETag").orElseThrow();
    Request get = Request.of("GET", "/");
    assertThat(routes.answer(get.withHeader("If-None-Match", "\"x\", W/" + tag)))
        .isEqualTo(new Response.Empty(304, Map.of("ETag", tag)));
    assertThat(routes.answer(get.withHeader("If-None-Match", "*")).status()).isEqualTo(304);
    assertThat(routes.answer(get.withHeader("If-None-Match", "\"x\"")).status()).isEqualTo(200);
  }

  @Test
  void longTextIsCompressedForThoseWhoTakeItAndIsAnotherVariant() throws Exception {
    String text = "All ports are open. ".repeat(100);
    Routes routesOfLongText =
        Routes.of(
            List.of(
                Route.get("/", _ -> Content.text(200, text).withEtag("1")),
                Route.get(
                    "/secret",
                    _ -> Content.text(200, text).withHeader("Cache-Control", "no-store"))));
    Request get = Request.of("GET", "/").withHeader("Accept-Encoding", "br, gzip;q=0.8");
    Content gzip = content(routesOfLongText.answer(get));
    assertThat(gzip.headers())
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Vary", "Accept-Encoding")
        .containsEntry("ETag", "\"1-gzip\"");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.body().bytes()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
    assertThat(routesOfLongText.answer(get.withHeader("If-None-Match", "\"1-gzip\"")).status())
        .isEqualTo(304);
    for (String none : List.of("identity", "gzip;q=0", "gzip;q=0.000", "br")) {
      Content plain =
          content(
              routesOfLongText.answer(Request.of("GET", "/").withHeader("Accept-Encoding", none)));
      assertThat(plain.body().text()).isEqualTo(text);
      assertThat(plain.headers())
          .containsEntry("ETag", "\"1\"")
          .containsEntry("Vary", "Accept-Encoding");
    }
    Request secret = Request.of("GET", "/secret").withHeader("Accept-Encoding", "gzip");
    assertThat(content(routesOfLongText.answer(secret)).body().text()).isEqualTo(text);
  }

  @Test
  void whatHasNotChangedSinceIsNotSentAgain() {
    Instant at = Instant.parse("2026-05-05T17:00:00.987Z");
    Routes dated =
        Routes.of(List.of(Route.get("/", _ -> Content.text(200, "x").withLastModified(at))));
    Request get = Request.of("GET", "/");
    assertThat(content(dated.answer(get)).header("Last-Modified"))
        .contains("Tue, 05 May 2026 17:00:00 GMT");
    assertThat(
            dated
                .answer(get.withHeader("If-Modified-Since", "Tue, 05 May 2026 17:00:00 GMT"))
                .status())
        .isEqualTo(304);
    assertThat(
            dated
                .answer(get.withHeader("If-Modified-Since", "Tue, 05 May 2026 16:59:59 GMT"))
                .status())
        .isEqualTo(200);
    assertThat(dated.answer(get.withHeader("If-Modified-Since", "yesterday")).status())
        .isEqualTo(200);
  }

  @Test
  void pagesAreGuardedAndOtherBodiesAreNotSniffed() {
    Content page = content(routes.answer(Request.of("GET", "/")));
    assertThat(page.headers())
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsKeys("Content-Security-Policy", "Referrer-Policy");
    Content text = content(routes.answer(Request.of("GET", "/notes/1")));
    assertThat(text.headers()).containsOnlyKeys("X-Content-Type-Options");
  }

  @Test
  void formsAreReadWithAllTheirValues() {
    Request post = Request.of("POST", "/form");
    Content answer =
        content(
            routes.answer(
                post.withBody(
                    "application/x-www-form-urlencoded; charset=utf-8",
                    "kind=Media+Note&x=&kind=Fact%20Sheet")));
    assertThat(answer.body().text()).isEqualTo("Media Note+Fact Sheet");
    assertThat(routes.answer(post.withBody("text/plain", "kind=x")).status()).isEqualTo(415);
    assertThat(
            routes.answer(post.withBody("application/x-www-form-urlencoded", "kind=%ff")).status())
        .isEqualTo(400);
  }

  @Test
  void brokenJsonIsABadRequest() {
    Request post = Request.of("POST", "/json");
    assertThat(content(routes.answer(post.withBody("application/json", "{\"a\":7}"))).body().text())
        .isEqualTo("{\"got\":7}");
    assertThat(routes.answer(post.withBody("application/json", "{\"a\":")).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,*/*;q=0.1 | text/html",
        "text/plain, text/html;q=0.9 | text/plain",
        "text/* | text/html",
        "*/*, text/html;q=0 | text/plain",
      })
  void theClientGetsTheTypeItLikesBest(String accept, String type) {
    Request get = Request.of("GET", "/type").withHeader("Accept", accept);
    assertThat(content(routes.answer(get)).body().text()).isEqualTo(type);
  }

  @Test
  void aClientThatTakesNoneOfTheTypesIsToldSo() {
    Request get = Request.of("GET", "/type").withHeader("Accept", "image/png");
    assertThat(routes.answer(get).status()).isEqualTo(406);
  }

  @Test
  void aPatternThatIsNoneIsABug() {
    assertThatThrownBy(() -> PathPattern.of("notes")).hasMessageContaining("slash");
    assertThatThrownBy(() -> PathPattern.of("/a{b}")).hasMessageContaining("begins its segment");
  }

  private static Content content(Response response) {
    assertThat(response).isInstanceOf(Content.class);
    return (Content) response;
  }
}
