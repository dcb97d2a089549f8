package dateline.launcher.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.DeskRefusal;
import dateline.launcher.cli.GivenFile;
import dateline.launcher.cli.Talk;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in what another site or feed has published, as drafts with their revisions. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Bring in notes with all their versions from a corpus (JSON lines, gzip or plain), RSS or Atom.",
      "Each becomes a draft with a revision a version; nothing is submitted or released.",
      "Stopped half-way or given again, it goes on with what is missing.",
    })
public final class ImportCommand implements Callable<Integer> {

  @Mixin private Talk talk = new Talk();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Files, or folders of files. Saved copies of a feed in the order in which they were made.")
  private List<Path> files = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "What the notes' ids count within, if they are no addresses; default the site of each note's link.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description =
          "Notes under way at once, 1 to 32; more is faster and leaves less for others. Default ${DEFAULT-VALUE}.",
      defaultValue = "4")
  private int atOnce = 4;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (atOnce < 1 || atOnce > 32) {
      throw DeskRefusal.of("USAGE", "--at-once is a number from 1 to 32.");
    }
    List<Path> all = all();
    try (DeskClient desk = talk.open();
        ImportProgress progress = progress()) {
      String officer =
          talk.speaker(
              desk, "PRESS_OFFICER", Optional.empty(), JsonNodeFactory.instance.arrayNode());
      Consumer<Trouble> told = trouble -> progress.say("dateline: " + trouble);
      try (Importer importer = new Importer(desk, officer, source, atOnce, progress, told)) {
        return run(importer, all, progress);
      }
    }
  }

  private int run(Importer importer, List<Path> all, ImportProgress progress)
      throws IOException, InterruptedException {
    ImportReport report = ImportReport.begin(all.size());
    AtomicBoolean over = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              if (!over.get()) {
                progress.say("dateline: Stopped; the same command goes on from here.");
              }
            }));
    try {
      importer.run(all);
    } catch (DeskRefusal e) {
      progress.close();
      talk.show(report.json(importer.summary()), ImportReport::text);
      throw e.saying("What is imported stays; the same command goes on from here.");
    } finally {
      over.set(true);
    }
    progress.close();
    talk.show(report.json(importer.summary()), ImportReport::text);
    return importer.summary().refused() == 0 ? 0 : 1;
  }

  private ImportProgress progress() {
    if (talk.json()) {
      return new ImportProgress.Silent();
    }
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? new ImportProgress.Bar()
        : new ImportProgress.Lines(talk.out(), talk.err());
  }

  /** The files that were named, and those of the folders that were, by name. */
  private List<Path> all() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        try (Stream<Path> within = Files.list(file)) {
          within.filter(ImportCommand::isOneToRead).sorted().forEach(all::add);
        }
      } else if (Files.isReadable(file)) {
        all.add(file);
      } else {
        throw GivenFile.refusal(
            file, "name a file to import", new NoSuchFileException(file.toString()));
      }
    }
    if (all.isEmpty()) {
      throw DeskRefusal.of("NO_SUCH_FILE", "The folder has no files; name some to import.");
    }
    return all;
  }

  private static boolean isOneToRead(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }
}
