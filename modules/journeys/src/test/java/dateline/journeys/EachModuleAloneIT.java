package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.launcher.Ports;
import dateline.launcher.mailsink.MailSink;
import dateline.testkit.Guarantee;
import dateline.testkit.Observed;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Embedded and distributed are the same program: each module is a process of its own, and schemas
 * and directory are written beforehand by their commands, as in production.
 */
class EachModuleAloneIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Set<String> RECIPIENTS = Set.of("ada@harbour-post.example");

  @TempDir Path folder;
  private final List<ModuleProcess> modules = new ArrayList<>();

  @AfterEach
  void stop() {
    modules.parallelStream().forEach(ModuleProcess::close);
  }

  @Test
  void aNoteTravelsThroughSevenProcesses() throws Exception {
    Ports ports = Ports.free();
    try (Cluster cluster = Cluster.start(folder, 4);
        MailSink sink =
            MailSink.start(folder.resolve("mails"), "127.0.0.1", ports.smtp(), ports.inbox())) {
      Map<String, String> variables = production(cluster, ports);
      done(Ran.dateline(variables, "schemas", "register"));
      Path directory = Checkout.root().resolve("docs/sample-directory.yaml");
      done(Ran.dateline(variables, "directory", "apply", directory.toString()));
      start(variables, ports.registry());
      String newsroom = variables.get("DATELINE_NEWSROOM_URL");
      try (Terminal terminal = new Terminal("http://127.0.0.1:" + ports.desk(), folder)) {
        HttpResponse<String> health =
            terminal.get("http://127.0.0.1:" + ports.registry() + "/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(Terminal.json(health.body()).path("ready").asBoolean()).isTrue();
        terminal.does("contacts", "add", "ada@harbour-post.example", "Ada Lund");
        String note = terminal.submits(Checkout.text("lighthouse-note.txt").toString());
        terminal.clearsByAll(note);
        terminal.does("release", note);
        await()
            .atMost(PATIENCE)
            .until(() -> terminal.get(newsroom + "/notes/" + note).statusCode() == 200);
        Inbox inbox = new Inbox(terminal, sink.inboxUrl());
        await().atMost(PATIENCE).until(() -> !inbox.recipients(note, RECIPIENTS).isEmpty());
        assertThat(inbox.recipients(note, RECIPIENTS))
            .containsExactlyInAnyOrderElementsOf(RECIPIENTS);
        everyPromiseWasKept(cluster, inbox);
      }
      for (ModuleProcess module : modules) {
        assertThat(module.isAlive()).as(module.output()).isTrue();
      }
      for (ModuleProcess module : modules.reversed()) {
        assertThat(module.ends()).as(module.output()).isTrue();
        assertThat(module.output()).doesNotContain(" WARN ", " ERROR ");
      }
    }
  }

  private static void everyPromiseWasKept(Cluster cluster, Inbox inbox) throws Exception {
    List<WholeLog.Mail> arrived = new ArrayList<>();
    for (String recipient : RECIPIENTS) {
      inbox.of(recipient).forEach(m -> arrived.add(new WholeLog.Mail(recipient, m.delivery())));
    }
    LogReader reader = new LogReader(cluster.variables(), cluster.wire());
    // A mail is in the inbox a moment before its outcome is on the log; and the people of the
    // house are told of the release a few seconds after it.
    Observed seen =
        await()
            .atMost(PATIENCE)
            .until(
                () -> new WholeLog(reader).observed(arrived),
                all -> Guarantee.NOTHING_LOST.violations(all).isEmpty());
    assertThat(seen.released()).hasSize(1);
    assertThat(seen.delivered()).hasSize(1);
    assertThat(seen.planned()).isNotEmpty();
    assertThat(seen.approvals()).hasAtLeastOneElementOfType(Observed.Cleared.class);
    // Nothing was scheduled here: NOTHING_EARLY would be kept by nothing at all.
    for (Guarantee guarantee :
        List.of(
            Guarantee.NOTHING_LOST,
            Guarantee.NOTHING_TWICE,
            Guarantee.NOTHING_UNCLEARED,
            Guarantee.IN_ORDER_PER_NOTE)) {
      assertThat(guarantee.violations(seen)).as(guarantee.name()).isEmpty();
    }
    assertThat(new WholeLog(reader).deadLetters()).isEmpty();
  }

  /** No application registers schemas; the operator's token is made by the operator. */
  private Map<String, String> production(Cluster cluster, Ports ports) throws Exception {
    String token = "a token for tests only";
    Files.writeString(folder.resolve("operator-token"), token);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    Path tokens =
        Files.writeString(folder.resolve("tokens"), HexFormat.of().formatHex(hash) + " *\n");
    Map<String, String> variables = new HashMap<>(cluster.variables());
    variables.put("DATELINE_AUTO_REGISTER", "false");
    variables.put("DATELINE_DESK_PORT", Integer.toString(ports.desk()));
    variables.put("DATELINE_DESK_TOKENS", tokens.toString());
    variables.put("DATELINE_NEWSROOM_PORT", Integer.toString(ports.newsroom()));
    variables.put("DATELINE_NEWSROOM_URL", "http://127.0.0.1:" + ports.newsroom());
    variables.put("DATELINE_SMTP", "127.0.0.1:" + ports.smtp());
    return variables;
  }

  /**
   * @param healthPort where an engine says how it is
   */
  private void start(Map<String, String> variables, int healthPort) throws Exception {
    for (String module :
        List.of(
            "DRAFTING",
            "CLEARANCE",
            "PUBLISHING",
            "NOTIFICATION",
            "DISPATCHER",
            "NEWSROOM",
            "DESK")) {
      String[] options =
          module.equals("DRAFTING")
              ? new String[] {"--health", Integer.toString(healthPort)}
              : new String[0];
      modules.add(ModuleProcess.start(module, folder.resolve(module), variables, options));
    }
    for (ModuleProcess module : modules) {
      await()
          .atMost(PATIENCE)
          .until(() -> module.output().contains(" ready ") || !module.isAlive());
      assertThat(module.isAlive()).as(module.output()).isTrue();
    }
  }

  private static void done(Ran ran) {
    assertThat(ran.exitCode()).as(ran.everything()).isZero();
  }
}
