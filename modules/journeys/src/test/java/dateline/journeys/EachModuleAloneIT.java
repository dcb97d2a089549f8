package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dateline.launcher.Ports;
import dateline.launcher.mailsink.MailSink;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Embedded and distributed are the same program: each module is a process of its own, and schemas
 * and directory are written beforehand by their commands, as in production. Where containers can
 * run, {@link ContainersIT} does the same with the images of docker-compose.yml, and this is
 * skipped.
 */
class EachModuleAloneIT {

  @TempDir Path folder;

  @Test
  void aNoteTravelsThroughSevenProcesses() throws Exception {
    assumeThat(Images.missing()).as("ContainersIT makes the same journey here").isPresent();
    Ports ports = Ports.free();
    try (Cluster cluster = Cluster.start(folder, 4);
        MailSink sink =
            MailSink.start(folder.resolve("mails"), "127.0.0.1", ports.smtp(), ports.inbox())) {
      Map<String, String> variables = new HashMap<>(cluster.variables());
      variables.putAll(SevenModules.production(folder, ports));
      Journey.prepares(arguments -> Ran.dateline(variables, arguments));
      try (SevenModules modules =
              SevenModules.start(folder, _ -> variables, Map.of("drafting", ports.registry()));
          Terminal terminal = new Terminal("http://127.0.0.1:" + ports.desk(), folder)) {
        HttpResponse<String> health =
            terminal.get("http://127.0.0.1:" + ports.registry() + "/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(Terminal.json(health.body()).path("ready").asBoolean()).isTrue();
        Journey journey =
            new Journey(
                terminal,
                "http://127.0.0.1:" + ports.newsroom(),
                new Inbox(terminal, sink.inboxUrl()),
                new LogReader(cluster.variables(), cluster.wire()));
        journey.aNoteTravels();
        journey.everyPromiseWasKept();
        modules.areAllAlive();
        modules.endQuietly();
      }
    }
  }
}
