package dateline.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.desk.DeskApp;
import dateline.newsroom.NewsroomApp;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.index.Rebuilt;
import dateline.runtime.wire.Wire;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Build the index of a desk or a newsroom anew from the log, and say of how many records and how long it takes. Nothing else is changed.",
      "A running module has its index open: name another folder with --data, and start the module with that one then."
    })
final class RebuildCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Those that have an index. */
  enum Face {
    DESK {
      @Override
      Rebuilt rebuild(KafkaSettings settings, Wire wire)
          throws InterruptedException, ExecutionException {
        return DeskApp.rebuild(settings, wire);
      }
    },
    NEWSROOM {
      @Override
      Rebuilt rebuild(KafkaSettings settings, Wire wire)
          throws InterruptedException, ExecutionException {
        return NewsroomApp.rebuild(settings, wire);
      }
    };

    abstract Rebuilt rebuild(KafkaSettings settings, Wire wire)
        throws InterruptedException, ExecutionException;
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FACE", description = "${COMPLETION-CANDIDATES}")
  private Face face;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder that holds the index; default DATELINE_DATA, or data.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--json", description = "One JSON object, for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> variables = new HashMap<>(System.getenv());
    folder.ifPresent(path -> variables.put("DATELINE_DATA", path.toString()));
    KafkaSettings settings = KafkaSettings.from(variables);
    PrintWriter out = spec.commandLine().getOut();
    String name = face.name().toLowerCase(Locale.ROOT);
    try (Wire wire = new Wire(settings.wire())) {
      Rebuilt built;
      try (Waiting _ =
          Waiting.tell(
              spec.commandLine().getErr(),
              Waiting.USUAL,
              "Reading the log at %s …".formatted(settings.bootstrapServers()))) {
        built = face.rebuild(settings, wire);
      }
      Path index = settings.data().resolve(name).toAbsolutePath().normalize();
      double seconds = built.took().toNanos() / 1e9;
      out.println(
          json
              ? JSON.createObjectNode()
                  .put("face", name)
                  .put("folder", index.toString())
                  .put("records", built.records())
                  .put("entries", built.entries())
                  .put("seconds", seconds)
              : "The %s's index in %s is made of %,d records and has %,d entries: %.1f s, %,.0f records a second."
                  .formatted(name, index, built.records(), built.entries(), seconds, built.rate()));
      out.flush();
      return 0;
    } catch (UncheckedIOException e) {
      throw new StartException(
          "%s It cannot be written, or a running %s has it open; stop that one, or name another folder with --data."
              .formatted(e.getMessage(), name),
          e);
    } catch (ExecutionException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw new StartException("The log cannot be read: %s.".formatted(e.getCause()), e);
    }
  }
}
