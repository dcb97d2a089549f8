package dateline.launcher.cli;

import dateline.note.templates.Template;
import dateline.note.templates.Templates;
import dateline.runtime.SettingsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a note begins with: {@code ./dateline new readout > readout.txt}. Needs no press office. */
public final class TemplateCommands {

  /** Stands for a path that cannot be one, which is told. */
  private static final Path NOWHERE = Path.of("");

  private TemplateCommands() {}

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description =
          "Print the text that a note of this kind begins with. What is to be filled in is"
              + " [insert …]; a note that still has one cannot be submitted.")
  public static final class New implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "KIND", arity = "1..*", description = "media-note, \"Fact Sheet\" …")
    private List<String> kind = List.of();

    @Option(names = "--office", description = "Who issues it, as it is to be printed.")
    private Optional<String> office = Optional.empty();

    @Override
    public Integer call() throws IOException {
      Templates templates = templates(System.getenv());
      Template template =
          templates.find(String.join(" ", kind)).orElseThrow(() -> unknown(templates));
      PrintWriter out = spec.commandLine().getOut();
      out.print(office.map(template::forOffice).orElse(template.text()));
      out.flush();
      return 0;
    }

    private ParameterException unknown(Templates templates) {
      String names = templates.all().stream().map(Template::name).collect(Collectors.joining(", "));
      return new ParameterException(
          spec.commandLine(),
          "There is no template for \"%s\"; there is %s.".formatted(String.join(" ", kind), names));
    }
  }

  @Command(
      name = "templates",
      mixinStandardHelpOptions = true,
      description = "The kinds that have a template, the house's own (DATELINE_TEMPLATES) too.")
  public static final class ListAll implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      for (Template template : templates(System.getenv()).all()) {
        if (json) {
          out.println(
              DeskClient.JSON
                  .createObjectNode()
                  .put("name", template.name())
                  .put("kind", template.kind())
                  .put("text", template.text()));
        } else {
          out.printf("%-22s %s%n", template.name(), template.kind());
        }
      }
      out.flush();
      return 0;
    }
  }

  /** Those that come with Dateline, and the house's own in their place. */
  static Templates templates(Map<String, String> variables) throws IOException {
    SettingsReader read = new SettingsReader(variables);
    Optional<String> set = read.optional("DATELINE_TEMPLATES");
    if (set.isEmpty()) {
      return Templates.usual();
    }
    Path folder = read.path("DATELINE_TEMPLATES", NOWHERE);
    if (!Files.isDirectory(folder)) {
      read.fault(
          "DATELINE_TEMPLATES", "is \"" + set.get() + "\"; it must be a folder of .txt files");
    }
    read.done();
    return Templates.usual().with(folder);
  }
}
