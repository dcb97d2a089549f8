package dateline.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.launcher.cli.DeskRefusal;
import dateline.note.templates.TemplateException;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogSetupException;
import dateline.runtime.SettingsException;
import dateline.runtime.http.CannotListenException;
import dateline.runtime.wire.RegistryAccessException;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.SchemaRefusedException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is said on standard error when a command does not work: a sentence for people, or with
 * {@code --json} one JSON object with {@code code}, {@code detail} and what else there is to know.
 */
final class FailureReport {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FailureReport() {}

  /** Tells of a failure that is a person's to mend; false for one that is ours. */
  static boolean tell(Exception failure, CommandLine line) {
    Optional<ObjectNode> problem = problem(failure);
    if (problem.isEmpty()) {
      return false;
    }
    PrintWriter err = line.getErr();
    if (wantsJson(line)) {
      err.println(problem.get());
    } else {
      String.valueOf(failure.getMessage())
          .lines()
          .forEach(sentence -> err.println("dateline: " + sentence));
    }
    err.flush();
    return true;
  }

  /** Tells of a command line that is not understood, and where it is explained. */
  static int notUnderstood(ParameterException failure, String... arguments) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    String help =
        "./dateline help" + line.getCommandSpec().qualifiedName().replaceFirst("^dateline", "");
    if (Arrays.asList(arguments).contains("--json")) {
      err.println(problem("USAGE", failure.getMessage()).put("hint", help));
    } else {
      String.valueOf(failure.getMessage())
          .lines()
          .forEach(sentence -> err.println("dateline: " + sentence));
      UnmatchedArgumentException.printSuggestions(failure, err);
      err.println("dateline: " + help + " explains it.");
    }
    err.flush();
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static Optional<ObjectNode> problem(Exception failure) {
    return Optional.ofNullable(
        switch (failure) {
          case DeskRefusal e -> e.problem();
          case StartException e -> problem("DOES_NOT_RUN", e.getMessage());
          case TemplateException e -> problem("WRONG_TEMPLATE", e.getMessage());
          case SettingsException e -> problem("WRONG_SETTING", e.getMessage());
          case LogAccessException e -> problem("LOG_ACCESS", e.getMessage());
          case LogSetupException e -> problem("LOG_NOT_AS_NEEDED", e.getMessage());
          case CannotListenException e -> problem("PORT_TAKEN", e.getMessage());
          case RegistryAccessException e -> problem("REGISTRY_ACCESS", e.getMessage());
          case RegistryUnavailableException e -> problem("REGISTRY_UNAVAILABLE", e.getMessage());
          case SchemaRefusedException e -> problem("SCHEMA_REFUSED", e.getMessage());
          default -> null;
        });
  }

  private static ObjectNode problem(String code, @org.jspecify.annotations.Nullable String detail) {
    return JSON.createObjectNode().put("code", code).put("detail", detail);
  }

  private static boolean wantsJson(CommandLine line) {
    CommandLine.Model.OptionSpec json = line.getCommandSpec().findOption("--json");
    return json != null && Boolean.TRUE.equals(json.getValue());
  }
}
