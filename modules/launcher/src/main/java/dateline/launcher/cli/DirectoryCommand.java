package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.launcher.directory.DirectoryFile;
import dateline.launcher.directory.DirectoryPublisher;
import dateline.launcher.directory.PressDirectory;
import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.Wire;
import dateline.runtime.yaml.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "directory",
    mixinStandardHelpOptions = true,
    description =
        "Show the directory of offices, people and clearance rules; apply changes it, sample prints one to start from.",
    subcommands = {DirectoryCommand.Apply.class, DirectoryCommand.Sample.class})
public final class DirectoryCommand implements Callable<Integer> {

  /** Values of one condition that are shown to people; {@code --json} shows all. */
  private static final int SHOWN = 4;

  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    try (DeskClient desk = talk.open()) {
      talk.show(desk.get("/api/directory").body(), DirectoryCommand::text);
      return 0;
    }
  }

  private static String text(JsonNode directory) {
    StringBuilder out =
        new StringBuilder(
            "%s, directory version %d%n"
                .formatted(
                    directory.path("pressOffice").asText("No directory"),
                    directory.path("version").asLong()));
    if (directory.path("zone").isTextual()) {
      out.append("Zone %s%n".formatted(directory.path("zone").asText()));
    }
    return out
        + offices(directory)
        + people(directory)
        + rules(directory)
        + DirectoryText.times(directory);
  }

  private static String offices(JsonNode directory) {
    StringBuilder out = new StringBuilder("\nOffices\n");
    for (JsonNode office : directory.path("offices")) {
      out.append(
          "  %-22s %-40s %-20s %s"
                  .formatted(
                      office.path("id").asText(),
                      office.path("name").asText(),
                      office.path("zone").asText(),
                      DirectoryText.hours(office.path("hours")))
                  .stripTrailing()
              + "\n");
    }
    return out.toString();
  }

  /** Each rule on two lines: which office does what with which notes, and why. */
  private static String rules(JsonNode directory) {
    StringBuilder out = new StringBuilder("\nWho must clear what\n");
    for (JsonNode rule : directory.path("rules")) {
      out.append(
          "  %-22s %-8s %s%n  %-22s %-8s %s%n"
              .formatted(
                  rule.path("office").asText(),
                  rule.path("power").asText().toLowerCase(Locale.ROOT),
                  which(rule) + DirectoryText.stage(rule),
                  "",
                  "",
                  rule.path("because").asText()));
    }
    return out.toString();
  }

  /** {@code "kind Media Note or Readout; mentions treaty"}, or every note. */
  private static String which(JsonNode rule) {
    List<String> conditions = new ArrayList<>();
    condition(rule, "kinds", "kind ").ifPresent(conditions::add);
    condition(rule, "issuers", "issuer ").ifPresent(conditions::add);
    condition(rule, "mentions", "mentions ").ifPresent(conditions::add);
    condition(rule, "topics", "topic ").ifPresent(conditions::add);
    condition(rule, "officials", "official ").ifPresent(conditions::add);
    condition(rule, "agencies", "agency ").ifPresent(conditions::add);
    condition(rule, "countries", "country ").ifPresent(conditions::add);
    condition(rule, "languages", "language ").ifPresent(conditions::add);
    condition(rule, "offices", "note of ").ifPresent(conditions::add);
    if (rule.path("embargo").asBoolean()) {
      conditions.add("with an embargo");
    }
    if (rule.path("attachments").asBoolean()) {
      conditions.add("with files");
    }
    condition(rule, "exempt", "only informed of notes of ").ifPresent(conditions::add);
    return conditions.isEmpty() ? "every note" : String.join("; ", conditions);
  }

  private static Optional<String> condition(JsonNode rule, String name, String begin) {
    JsonNode values = rule.path(name);
    List<String> any = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN, values.size()); i++) {
      any.add(values.path(i).asText());
    }
    int more = values.size() - any.size();
    return any.isEmpty()
        ? Optional.empty()
        : Optional.of(
            begin
                + String.join(more > 0 ? ", " : " or ", any)
                + (more > 0 ? " or %d others".formatted(more) : ""));
  }

  private static String people(JsonNode directory) {
    StringBuilder out = new StringBuilder("\nPeople\n");
    for (JsonNode person : directory.path("people")) {
      StringBuilder roles = new StringBuilder();
      person
          .path("roles")
          .forEach(role -> roles.append(' ').append(role.asText().toLowerCase(Locale.ROOT)));
      out.append(
          "  %-22s %-24s %-14s%s%n"
              .formatted(
                  person.path("id").asText(),
                  person.path("name").asText(),
                  person.path("office").asText(),
                  roles));
      out.append(DirectoryText.stead(person));
    }
    return out.toString();
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description =
          "Check a directory file and write it to the log that DATELINE_KAFKA names. A faulty file changes nothing.")
  static final class Apply implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
        paramLabel = "FILE",
        description = "The directory as YAML; ./dateline directory sample shows the form.")
    private Path file = Path.of("-");

    @Option(names = "--check", description = "Only check the file.")
    private boolean checkOnly;

    @Override
    public Integer call() throws InterruptedException {
      return switch (DirectoryFile.read(text())) {
        case DirectoryFile.Reading.Faulty(var faults) -> {
          for (Fault fault : faults) {
            spec.commandLine().getErr().println(file + ":" + fault);
          }
          spec.commandLine()
              .getErr()
              .printf("%s; nothing was changed.%n", NoteText.many(faults.size(), "fault"));
          yield 1;
        }
        case DirectoryFile.Reading.Sound(var directory) -> {
          if (checkOnly) {
            spec.commandLine().getOut().printf("%s: no faults%n", file);
          } else {
            spec.commandLine().getOut().println(said(apply(directory)));
          }
          yield 0;
        }
      };
    }

    private static DirectoryPublisher.Applied apply(PressDirectory directory)
        throws InterruptedException {
      KafkaSettings settings = KafkaSettings.from(System.getenv());
      try (Wire wire = new Wire(settings.wire())) {
        return DirectoryPublisher.apply(directory, settings, wire);
      } catch (IOException e) {
        throw DeskRefusal.of("NOT_APPLIED", String.valueOf(e.getMessage()));
      }
    }

    private static String said(DirectoryPublisher.Applied applied) {
      return applied.written() + applied.removed() == 0
          ? "The log holds this directory already, version %d.".formatted(applied.version())
          : "Directory version %d: %d entries written, %d removed."
              .formatted(applied.version(), applied.written(), applied.removed());
    }

    private String text() {
      try {
        return Files.readString(file);
      } catch (CharacterCodingException e) {
        throw DeskRefusal.of("NOT_UTF_8", file + " is not UTF-8 text; save it as UTF-8.");
      } catch (IOException e) {
        throw GivenFile.refusal(file, "name a directory file", e);
      }
    }
  }

  @Command(
      name = "sample",
      mixinStandardHelpOptions = true,
      description = "Print a sample directory to start from.")
  static final class Sample implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().getOut().print(DirectoryFile.sample());
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
