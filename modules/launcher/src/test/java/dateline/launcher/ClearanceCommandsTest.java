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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands of clearance ask of a desk, and for whom. */
class ClearanceCommandsTest {

  private static final String DIRECTORY =
      """
      {"offices": [{"id": "legal"}, {"id": "europe"}, {"id": "press"}],
       "people": [
         {"id": "maya.okafor", "office": "press", "roles": ["PRESS_OFFICER"]},
         {"id": "pia.press", "office": "press", "roles": ["PRESS_OFFICER"]},
         {"id": "lea.legal", "office": "legal", "roles": ["REVIEWER"]},
         {"id": "dan.duty", "office": "press", "roles": ["DUTY_OFFICER"]},
         {"id": "ann.approver", "office": "press", "roles": ["APPROVER"]},
         {"id": "eve.minister", "office": "cabinet", "roles": ["EMERGENCY_AUTHORITY"]}]}
      """;

  private static final String NOTE =
      """
      {"id": "ab12cd34", "state": "UNDER_REVIEW", "headline": "A bridge opens", "office": "press",
       "digest": "d1", "revision": 2, "contributors": ["maya.okafor"],
       "clearance": {"state": "UNDER_REVIEW", "open": ["legal"],
         "lines": [{"office": "legal", "power": "CLEAR", "state": "ASKED", "because": "law"}],
         "waitingFor": [{"office": "legal", "for": "ANSWER", "since": "2026-03-02T12:00:00Z"}]}}
      """;

  private static final String EDITS =
      """
      {"office": "legal", "revision": 2, "person": "lea.legal", "at": "2026-03-02T12:00:00Z",
       "reason": "The sum.", "stands": false, "text": "- 7\\n+ 8\\n"}
      """;

  /** A change that the desk was asked for. */
  private record Asked(String what, String person, Optional<String> version, String body) {}

  @TempDir Path folder;
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
  void anOfficeProposesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("edited.txt"), "A bridge opens\n\nFor 8.\n");

    says("propose-edits", "ab12", file.toString(), "--office", "leg", "--reason", "The sum.");

    assertAsked(
        "POST /api/notes/ab12cd34/edits?digest=d1&reason=The%20sum.",
        "lea.legal", "A bridge opens\n\nFor 8.\n");
  }

  @Test
  void whatIsProposedIsShownTakenOrLeft() {
    assertThat(says("edits", "ab12", "legal"))
        .isEqualTo(
            "Edits of legal to revision 2, by lea.legal, 2026-03-02T12:00:00Z: The sum. (proposed no longer)%n%n- 7\n+ 8\n"
                .formatted());

    assertThat(says("take-edits", "ab12", "legal")).contains("revision 2");
    assertAsked("POST /api/notes/ab12cd34/edits/legal/taking", "maya.okafor", "{}");
    says("leave-edits", "ab12", "legal", "--reason", "It is 7.");
    assertAsked("DELETE /api/notes/ab12cd34/edits/legal?reason=It%20is%207.", "maya.okafor", "");
  }

  @Test
  void whatWasSaidByPhoneIsRecordedByADutyOfficer() {
    says(
        "record-answer",
        "ab12",
        "legal",
        "--person",
        "lea",
        "--answer",
        "not-cleared",
        "--reason",
        "The sum.");
    assertAsked(
        "POST /api/notes/ab12cd34/clearances/recorded",
        "dan.duty",
        "{\"digest\":\"d1\",\"office\":\"legal\",\"person\":\"lea.legal\",\"answer\":\"NOT_CLEARED\",\"reason\":\"The sum.\"}");
  }

  @Test
  void whoStepsAsideIsNamed() {
    assertThat(run("recuse", "ab12", "--reason", "My brother's firm."))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    says("recuse", "ab12", "--reason", "Mine.", "--as", "lea");
    assertAsked("POST /api/notes/ab12cd34/recusal", "lea.legal", "{\"reason\":\"Mine.\"}");
  }

  @Test
  void theActionOfficeChangesTheList() {
    says("add-office", "ab12", "europe", "--power", "consult", "--stage", "2", "--reason", "R.");
    assertAsked(
        "PUT /api/notes/ab12cd34/clearance-list/europe",
        "maya.okafor",
        "{\"power\":\"CONSULT\",\"stage\":2,\"reason\":\"R.\"}");
    says("remove-office", "ab12", "legal", "--reason", "R.");
    assertAsked("DELETE /api/notes/ab12cd34/clearance-list/legal?reason=R.", "maya.okafor", "");
    says("ask-again", "ab12", "legal", "--reason", "R.");
    assertAsked(
        "POST /api/notes/ab12cd34/clearance-list/legal/asking",
        "maya.okafor",
        "{\"digest\":\"d1\",\"reason\":\"R.\"}");
    says("keep-answer", "ab12", "legal", "--reason", "R.");
    assertAsked(
        "POST /api/notes/ab12cd34/clearance-list/legal/keeping",
        "pia.press",
        "{\"digest\":\"d1\",\"reason\":\"R.\"}");
  }

  @Test
  void anOfficeOfTheListProposesAnother() {
    says("propose-office", "ab12", "europe", "--office", "legal", "--reason", "R.");
    assertAsked(
        "POST /api/notes/ab12cd34/clearance-list/proposals",
        "lea.legal",
        "{\"office\":\"europe\",\"power\":\"CLEAR\",\"reason\":\"R.\"}");
  }

  @Test
  void theApproverGoesOnWithoutAnOfficeAndAnAuthorityWithoutAll() {
    says("pass-over", "ab12", "legal", "--reason", "R.");
    assertAsked(
        "POST /api/notes/ab12cd34/clearance-list/legal/passing-over",
        "ann.approver",
        "{\"digest\":\"d1\",\"reason\":\"R.\"}");
    says("emergency", "ab12", "--reason", "R.");
    assertAsked(
        "POST /api/notes/ab12cd34/emergency",
        "eve.minister",
        "{\"digest\":\"d1\",\"reason\":\"R.\"}");
  }

  @Test
  void theLinkOfWhoIsOutsideEndsAndTheirAddressIsForgotten() {
    says("revoke", "ab12", "norway", "--reason", "R.");
    assertAsked("DELETE /api/notes/ab12cd34/invitations/norway?reason=R.", "maya.okafor", "");
    says("forget-clearer", "kari@ports.example", "--reason", "R.");
    assertThat(asked.getLast())
        .isEqualTo(
            new Asked(
                "POST /api/clearers/forgetting",
                "maya.okafor",
                Optional.empty(),
                "{\"address\":\"kari@ports.example\",\"reason\":\"R.\"}"));
  }

  @Test
  void whoStillHasItIsShownInBoth() {
    assertThat(says("show", "ab12")).contains("  still with legal since 2026-03-02T12:00:00Z\n");
    assertThat(says("clearances", "ab12"))
        .contains("OFFICE", "WHY IT IS ASKED")
        .contains("  still with legal since 2026-03-02T12:00:00Z\n");
  }

  private void assertAsked(String what, String person, String body) {
    assertThat(asked.getLast()).isEqualTo(new Asked(what, person, Optional.of("\"2.1.0\""), body));
  }

  private String says(String... args) {
    StringWriter out = new StringWriter();
    assertThat(run(out, args)).as(String.join(" ", args)).isZero();
    return out.toString();
  }

  private int run(String... args) {
    return run(new StringWriter(), args);
  }

  private int run(StringWriter out, String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--desk", "http://127.0.0.1:" + desk.getAddress().getPort()));
    return Dateline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter(), true))
        .execute(all.toArray(String[]::new));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    boolean reads = exchange.getRequestMethod().equals("GET");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!reads) {
      asked.add(
          new Asked(
              exchange.getRequestMethod() + ' ' + path,
              exchange.getRequestHeaders().getFirst("Dateline-Person"),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match")),
              body));
    }
    String said =
        path.equals("/api/directory")
            ? DIRECTORY
            : reads && path.endsWith("/edits/legal") ? EDITS : NOTE;
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("ETag", "\"2.1.0\"");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
