package dateline.launcher.cli;

import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaRegistration;
import dateline.runtime.wire.SchemaRegistration.Registered;
import dateline.runtime.wire.SchemaRegistry;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "schemas",
    mixinStandardHelpOptions = true,
    description = "The schemas of the topics and the registry.",
    subcommands = SchemasCommand.Register.class,
    synopsisSubcommandLabel = "register")
public final class SchemasCommand {

  @Command(
      name = "register",
      mixinStandardHelpOptions = true,
      description =
          "Register every topic's schema with the registry that DATELINE_REGISTRY names, and"
              + " require FULL_TRANSITIVE compatibility of each. Can be repeated.")
  static final class Register implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (SchemaRegistry registry =
          RestSchemaRegistry.connect(KafkaSettings.from(System.getenv()).wire())) {
        for (Registered one : SchemaRegistration.registerAll(registry)) {
          if (json) {
            out.println(
                DeskClient.JSON
                    .createObjectNode()
                    .put("subject", one.subject())
                    .put("id", one.id()));
          } else {
            out.printf("%-44s schema %d%n", one.subject(), one.id());
          }
        }
      }
      out.flush();
      return 0;
    }
  }
}
