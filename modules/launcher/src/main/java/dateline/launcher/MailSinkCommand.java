package dateline.launcher;

import dateline.launcher.mailsink.MailSink;
import dateline.runtime.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "mailsink",
    mixinStandardHelpOptions = true,
    description =
        "Run the mail sink as a process of its own: it takes every mail, delivers none and shows them in a web inbox.")
final class MailSinkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on; default ${DEFAULT-VALUE}, 0.0.0.0 for every one.",
      defaultValue = "127.0.0.1")
  private String host = "127.0.0.1";

  @Override
  public Integer call() throws IOException, InterruptedException {
    SettingsReader read = new SettingsReader(System.getenv());
    int smtp = read.integer("DATELINE_SMTP_PORT", Ports.USUAL.smtp(), 1, 65535);
    int inbox = read.integer("DATELINE_INBOX_PORT", Ports.USUAL.inbox(), 1, 65535);
    Path data = read.path("DATELINE_DATA", Path.of("data"));
    read.done();
    try (Stopping stopping = new Stopping();
        MailSink sink = MailSink.start(data.resolve("mails"), host, smtp, inbox)) {
      spec.commandLine()
          .getOut()
          .printf("Mail sink: SMTP on port %d, inbox %s%n", sink.smtpPort(), sink.inboxUrl());
      spec.commandLine().getOut().flush();
      while (!stopping.asked(Duration.ofSeconds(1))) {}
    }
    return 0;
  }
}
