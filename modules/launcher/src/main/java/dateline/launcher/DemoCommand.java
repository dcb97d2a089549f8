package dateline.launcher;

import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.GivenFile;
import dateline.launcher.cli.Talk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Take one text all the way: read, submit, clear, approve, release, and into the inboxes.")
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The text of a media note.")
  private Path file = Path.of("-");

  @Option(names = "--keep", description = "Leave everything running when it is done, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--to",
      paramLabel = "DESK",
      description =
          "Address of a running press office's desk: nothing is started, and what the demonstration adds stays there.")
  private Optional<URI> desk = Optional.empty();

  @Option(
      names = "--newsroom",
      paramLabel = "URL",
      description = "With --to: the newsroom to look at; default ${DEFAULT-VALUE}.",
      defaultValue = "http://127.0.0.1:8080")
  private URI newsroom = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--inbox",
      paramLabel = "URL",
      description = "With --to: the mail sink's inbox; default ${DEFAULT-VALUE}.",
      defaultValue = "http://127.0.0.1:8025")
  private URI inbox = URI.create("http://127.0.0.1:8025");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "With --to: the folder that holds the operator's token; DATELINE_TOKEN goes before it.",
      defaultValue = "${env:DATELINE_DATA:-data}")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws IOException, InterruptedException {
    byte[] text = GivenFile.read(file, "name the text of a media note");
    DemoText.refuseIfNeverSubmitted(file, text);
    try (Stopping stopping = new Stopping()) {
      if (desk.isPresent()) {
        return runAt(desk.get(), text, stopping) ? 0 : Dateline.FAILED;
      }
      Path folder = Files.createTempDirectory("dateline-demo-");
      try {
        return run(text, folder, stopping) ? 0 : Dateline.FAILED;
      } finally {
        delete(folder);
      }
    }
  }

  private boolean runAt(URI at, byte[] text, Stopping stopping)
      throws IOException, InterruptedException {
    Steps steps = new Steps(spec.commandLine().getOut(), stopping);
    String mark = "-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    try (DeskClient client = new DeskClient(at, Talk.token(data))) {
      return new Demo(client, newsroom, inbox, mark, steps)
          .run(text, GivenFile.mediaType(file.toString()));
    }
  }

  private boolean run(byte[] text, Path folder, Stopping stopping)
      throws IOException, InterruptedException {
    Steps steps = new Steps(spec.commandLine().getOut(), stopping);
    boolean good;
    try (DataFolder data = DataFolder.open(folder)) {
      steps.say("Starting Kafka, schema registry, mail sink and all modules …");
      try (PressOffice office =
              PressOffice.start(data, Ports.free(), System.getenv(), steps::done);
          DeskClient desk = new DeskClient(office.deskUrl(), Optional.of(data.operatorToken()))) {
        good =
            new Demo(desk, office.newsroomUrl(), office.inboxUrl(), "", steps)
                .run(text, GivenFile.mediaType(file.toString()));
        if (!keep) {
          steps.say("Everything is stopped and deleted now; --keep leaves it running.");
        } else {
          office.addresses().forEach(a -> steps.say("  %-16s %s".formatted(a.what(), a.where())));
          steps.say("  %-16s %s".formatted("Data", data.path()));
          steps.say(
              "Running until Ctrl-C. For the other commands: --desk %s --data %s"
                  .formatted(office.deskUrl(), data.path()));
          while (!stopping.asked(Duration.ofSeconds(1))) {}
        }
      }
    }
    return good;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
