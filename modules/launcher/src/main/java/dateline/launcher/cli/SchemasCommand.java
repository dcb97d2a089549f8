package dateline.launcher.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaCheck;
import dateline.runtime.wire.SchemaDifference;
import dateline.runtime.wire.SchemaDifference.Change;
import dateline.runtime.wire.SchemaRegistration;
import dateline.runtime.wire.SchemaRegistration.Registered;
import dateline.runtime.wire.SchemaRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "schemas",
    mixinStandardHelpOptions = true,
    description = "The schemas of the topics and the registry that DATELINE_REGISTRY names.",
    subcommands = {
      SchemasCommand.Register.class,
      SchemasCommand.Check.class,
      SchemasCommand.Differences.class
    },
    synopsisSubcommandLabel = "(register | check | diff)")
public final class SchemasCommand {

  /** What each of them does: ask a registry. */
  abstract static class Asking implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Override
    public Integer call() {
      try (SchemaRegistry registry =
          RestSchemaRegistry.connect(KafkaSettings.from(System.getenv()).wire())) {
        return ask(registry);
      } finally {
        out().flush();
      }
    }

    /** Answers the exit code. */
    abstract int ask(SchemaRegistry registry);

    PrintWriter out() {
      return spec.commandLine().getOut();
    }

    /** The one for programs, the other for people. */
    void say(ObjectNode object, String line) {
      out().println(json ? object : line);
    }

    boolean forPeople() {
      return !json;
    }
  }

  @Command(
      name = "register",
      mixinStandardHelpOptions = true,
      description =
          "Register every topic's schema, and require FULL_TRANSITIVE compatibility of each. Can be repeated.")
  static final class Register extends Asking {

    @Override
    int ask(SchemaRegistry registry) {
      for (Registered one : SchemaRegistration.registerAll(registry)) {
        say(
            DeskClient.JSON.createObjectNode().put("subject", one.subject()).put("id", one.id()),
            "%-44s schema %d".formatted(one.subject(), one.id()));
      }
      return 0;
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Say of every topic's schema whether it is registered, and change nothing. Ends with 1 if one is not.")
  static final class Check extends Asking {

    @Override
    int ask(SchemaRegistry registry) {
      List<SchemaCheck> all = SchemaCheck.all(registry);
      all.forEach(this::say);
      List<SchemaCheck.State> states = all.stream().map(SchemaCheck::state).toList();
      boolean strange = states.contains(SchemaCheck.State.INCOMPATIBLE);
      boolean missing = states.contains(SchemaCheck.State.MISSING);
      if (forPeople() && strange) {
        out()
            .println(
                "To mend it: see ./dateline schemas diff; find out who registered the others, and delete them there if nothing was written with them.");
      }
      if (forPeople() && missing) {
        out().println("To mend it: ./dateline schemas register, before the modules start.");
      }
      return strange || missing ? 1 : 0;
    }

    private void say(SchemaCheck one) {
      ObjectNode object =
          DeskClient.JSON
              .createObjectNode()
              .put("subject", one.subject())
              .put("state", one.state().name());
      one.id().ifPresent(id -> object.put("id", id));
      one.newest().ifPresent(newest -> object.put("newest", newest.id()));
      say(object, "%-44s %s".formatted(one.subject(), inWords(one)));
    }

    private static String inWords(SchemaCheck one) {
      return switch (one.state()) {
        case REGISTERED ->
            "schema %d%s"
                .formatted(
                    one.id().getAsInt(),
                    one.newest()
                        .filter(newest -> newest.id() != one.id().getAsInt())
                        .map(newest -> ", and a newer one, " + newest.id())
                        .orElse(""));
        case MISSING -> "NOT REGISTERED";
        case INCOMPATIBLE ->
            "INCOMPATIBLE with schema %d, the newest there"
                .formatted(one.newest().orElseThrow().id());
      };
    }
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description =
          "Show in what this version's schemas differ from the newest in the registry: + is ours alone, - is theirs alone, ~ is theirs → ours. Ends with 1 if any differs.")
  static final class Differences extends Asking {

    @Override
    int ask(SchemaRegistry registry) {
      int differing = 0;
      for (SchemaCheck one : SchemaCheck.all(registry)) {
        differing += differs(one) ? 1 : 0;
      }
      if (forPeople() && differing == 0) {
        out().println("Every schema is as the registry has it.");
      }
      return differing == 0 ? 0 : 1;
    }

    private boolean differs(SchemaCheck one) {
      ObjectNode object = DeskClient.JSON.createObjectNode().put("subject", one.subject());
      if (one.newest().isEmpty()) {
        say(object.put("registered", false), one.subject() + "\n  not registered");
        return true;
      }
      List<Change> changes =
          SchemaDifference.between(one.newest().get().schema(), one.topic().schema());
      if (changes.isEmpty()) {
        return false;
      }
      ArrayNode array = object.put("newest", one.newest().get().id()).putArray("changes");
      StringBuilder lines = new StringBuilder(one.subject());
      for (Change change : changes) {
        array
            .addObject()
            .put("kind", change.kind().name())
            .put("where", change.where())
            .put("what", change.what());
        lines.append(
            "%n  %c %s: %s".formatted(change.kind().sign(), change.where(), change.what()));
      }
      say(object, lines.toString());
      return true;
    }
  }
}
