package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.launcher.Ports;
import dateline.launcher.mailsink.MailSink;
import dateline.testkit.Guarantee;
import dateline.testkit.Observed;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  @Test
  void aNoteTravelsThroughSevenProcesses() throws Exception {
    Ports ports = Ports.free();
    try (Cluster cluster = Cluster.start(folder, 4);
        MailSink sink =
            MailSink.start(folder.resolve("mails"), "127.0.0.1", ports.smtp(), ports.inbox())) {
      Map<String, String> variables = new HashMap<>(cluster.variables());
      variables.putAll(SevenModules.production(folder, ports));
      Ran before = Ran.dateline(variables, "schemas", "check");
      assertThat(before.exitCode()).as(before.everything()).isEqualTo(1);
      assertThat(before.out()).contains("NOT REGISTERED", "./dateline schemas register");
      done(Ran.dateline(variables, "schemas", "register"));
      done(Ran.dateline(variables, "schemas", "check"));
      Ran difference = Ran.dateline(variables, "schemas", "diff");
      done(difference);
      assertThat(difference.out()).isEqualTo("Every schema is as the registry has it.\n");
      Path directory = Checkout.root().resolve("docs/sample-directory.yaml");
      done(Ran.dateline(variables, "directory", "apply", directory.toString()));
      String newsroom = variables.get("DATELINE_NEWSROOM_URL");
      try (SevenModules modules =
              SevenModules.start(folder, _ -> variables, Map.of("drafting", ports.registry()));
          Terminal terminal = new Terminal("http://127.0.0.1:" + ports.desk(), folder)) {
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
        modules.areAllAlive();
        modules.endQuietly();
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

  private static void done(Ran ran) {
    assertThat(ran.exitCode()).as(ran.everything()).isZero();
  }
}
