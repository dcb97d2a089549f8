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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the commands about endorsers ask of a desk, and for whom. */
class EndorserCommandsTest {

  private static final String DIRECTORY =
      """
      {"offices": [{"id": "press"}],
       "people": [
         {"id": "maya.okafor", "office": "press", "roles": ["PRESS_OFFICER", "APPROVER"]},
         {"id": "pia.press", "office": "press", "roles": ["APPROVER"]},
         {"id": "ann.approver", "office": "press", "roles": ["APPROVER"]}]}
      """;

  private static final String NOTE =
      """
      {"id": "ab12cd34", "state": "RELEASED", "headline": "We agree", "office": "press",
       "digest": "d2", "revision": 2, "contributors": ["maya.okafor"],
       "release": {"state": "RELEASED", "digest": "d1",
         "endorsers": [
           {"name": "Norland", "since": "2026-03-06T12:00:00.5Z", "addedBy": "ann.approver",
            "proposedBy": "pia.press", "reason": "Note verbale."},
           {"name": "Sudland", "since": "2026-03-06T12:00:00Z", "addedBy": "ann.approver",
            "proposedBy": "pia.press", "reason": "Note verbale.",
            "withdrew": {"person": "ann.approver", "at": "2026-03-09T12:00:00Z", "reason": "Theirs."}}],
         "proposedEndorsers": [
           {"name": "East Isle", "person": "pia.press", "at": "2026-03-07T12:00:00Z", "reason": "By phone."},
           {"name": "West Isle", "person": "pia.press", "at": "2026-03-07T12:00:00Z", "reason": "By phone."}]}}
      """;

  /** A change that the desk was asked for. */
  private record Asked(String what, String person, String version, String body) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private HttpServer desk;

  @BeforeEach
  void open() throws IOException {
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext("/", this::answer);
    desk.start();
  }

  @AfterEach
  void close() {
    desk.stop(0);
  }

  @Test
  void aPressOfficerProposesToThePublicText() {
    says("endorse", "ab12", "Norland", "Côte d’Amitié", "--reason", "Note verbale.");
    assertAsked(
        "POST /api/notes/ab12cd34/endorsers/proposals",
        "maya.okafor",
        "{\"digest\":\"d1\",\"names\":[\"Norland\",\"Côte d’Amitié\"],\"reason\":\"Note verbale.\"}");
  }

  @Test
  void anApproverAddsWhoNeitherWroteNorProposed() {
    says("add-endorsers", "ab12", "east isle");
    assertAsked(
        "POST /api/notes/ab12cd34/endorsers",
        "ann.approver",
        "{\"digest\":\"d1\",\"names\":[\"east isle\"]}");
  }

  @Test
  void allThatAreProposedAreAddedIfNobodyIsNamed() {
    says("add-endorsers", "ab12");
    assertAsked(
        "POST /api/notes/ab12cd34/endorsers",
        "ann.approver",
        "{\"digest\":\"d1\",\"names\":[\"East Isle\",\"West Isle\"]}");
  }

  @Test
  void aProposalIsTakenBackAndAnEndorserWithdraws() {
    says("leave-endorsers", "ab12", "East Isle", "--reason", "A slip.");
    assertAsked(
        "POST /api/notes/ab12cd34/endorsers/leaving",
        "maya.okafor",
        "{\"digest\":\"d1\",\"names\":[\"East Isle\"],\"reason\":\"A slip.\"}");
    says("remove-endorser", "ab12", "Norland", "--reason", "Theirs.");
    assertAsked(
        "POST /api/notes/ab12cd34/endorsers/withdrawal",
        "pia.press",
        "{\"digest\":\"d1\",\"name\":\"Norland\",\"reason\":\"Theirs.\"}");
  }

  @Test
  void whoEndorsesItWhoDidAndWhoIsProposedIsShown() {
    assertThat(says("endorsers", "ab12"))
        .isEqualTo(
            """
            ab12cd34  released  We agree
              endorsed by Norland since 2026-03-06T12:00:00Z, added by ann.approver, proposed by pia.press: Note verbale.
              no longer endorsed by Sudland, who withdrew at 2026-03-09T12:00:00Z, says ann.approver: Theirs.
              proposed: East Isle, by pia.press at 2026-03-07T12:00:00Z: By phone.
              proposed: West Isle, by pia.press at 2026-03-07T12:00:00Z: By phone.
            """);
    assertThat(says("show", "ab12")).contains("  endorsed by Norland since 2026-03-06T12:00:00Z");
  }

  private void assertAsked(String what, String person, String body) {
    assertThat(asked.getLast()).isEqualTo(new Asked(what, person, "\"2.1.4\"", body));
  }

  private String says(String... args) {
    StringWriter out = new StringWriter();
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--desk", "http://127.0.0.1:" + desk.getAddress().getPort()));
    assertThat(
            Dateline.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(all.toArray(String[]::new)))
        .as(String.join(" ", args))
        .isZero();
    return out.toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!exchange.getRequestMethod().equals("GET")) {
      asked.add(
          new Asked(
              exchange.getRequestMethod() + ' ' + path,
              exchange.getRequestHeaders().getFirst("Dateline-Person"),
              exchange.getRequestHeaders().getFirst("If-Match"),
              body));
    }
    byte[] bytes =
        (path.equals("/api/directory") ? DIRECTORY : NOTE).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("ETag", "\"2.1.4\"");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
