package dateline.launcher.acls;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.Principal;
import dateline.launcher.cli.DeskRefusal;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.Right;
import dateline.runtime.Rights;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows who needs which rights on a secured Kafka, and gives them. */
@Command(
    name = "acls",
    mixinStandardHelpOptions = true,
    description =
        "Show which rights each module needs on a secured Kafka, and with --apply give exactly these.")
public final class AclsCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec private CommandSpec spec;

  @Option(
      names = "--principal",
      paramLabel = "WHO=PRINCIPAL",
      description =
          "How Kafka knows somebody, newsroom=User:web; otherwise User:dateline-newsroom and so on. Can be repeated.")
  private Map<Principal, String> given = new EnumMap<>(Principal.class);

  @ArgGroup private Instead instead = new Instead();

  /** What to do instead of showing a table. */
  static final class Instead {

    @ArgGroup(exclusive = false)
    private Applying applying = new Applying();

    @Option(
        names = "--commands",
        description = "Print the commands of Kafka's own kafka-acls.sh that do the same.")
    private boolean commands;
  }

  /** Changes the cluster. */
  static final class Applying {

    @Option(
        names = "--apply",
        required = true,
        description =
            "Give them on the Kafka that DATELINE_KAFKA names, as an administrator of it who may change ACLs."
                + " What is there beyond them is listed.")
    private boolean apply;

    @Option(
        names = "--prune",
        description =
            "Also take away what goes beyond them: on topics, groups and transactional ids that are Dateline's, and of"
                + " its principals. Wildcards of others and denials are left.")
    private boolean prune;
  }

  @Option(names = "--json", description = "One JSON object a line, for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Wanted wanted = new Wanted(checked());
    PrintWriter out = spec.commandLine().getOut();
    if (instead.applying.apply) {
      apply(wanted, out);
    } else if (instead.commands) {
      String log = KafkaSettings.from(System.getenv()).bootstrapServers();
      new KafkaAclsCommands(wanted, log).lines().forEach(out::println);
    } else {
      show(wanted, out);
    }
    out.flush();
    return 0;
  }

  private Map<Principal, String> checked() {
    given.forEach((who, name) -> {
      if (!name.matches("[^:]+:.+")) {
        throw new ParameterException(
            spec.commandLine(),
            "\"%s\" is no principal of Kafka's for %s; write it as User:%s."
                .formatted(name, who.id(), name));
      }
    });
    return given;
  }

  private void show(Wanted wanted, PrintWriter out) {
    for (Principal who : Principal.values()) {
      if (json) {
        Rights.of(who).forEach(right -> out.println(json(wanted.binding(who, right))));
        continue;
      }
      out.printf("%s, %s%n", who.id(), wanted.name(who));
      Wanted.byResource(who)
          .forEach((resource, operations) ->
              out.printf("  %-48s %s%n", Right.named(resource), names(operations)));
    }
    if (!json) {
      out.println("./dateline acls --apply gives these rights; … stands for any rest of a name.");
    }
  }

  private static String names(List<AclOperation> operations) {
    return operations.stream().map(AclOperation::name).collect(Collectors.joining(" "));
  }

  private void apply(Wanted wanted, PrintWriter out) throws InterruptedException {
    KafkaSettings settings = KafkaSettings.from(System.getenv());
    try (Admin admin = Admin.create(settings.client())) {
      Collection<AclBinding> held = admin.describeAcls(AclBindingFilter.ANY).values().get();
      AclChange change = AclChange.between(wanted, held);
      admin.createAcls(change.missing()).all().get();
      List<AclBinding> pruned = instead.applying.prune ? change.prunable() : List.of();
      admin.deleteAcls(pruned.stream().map(AclBinding::toFilter).toList()).all().get();
      tell(change, out);
    } catch (ExecutionException e) {
      throw refused(e.getCause() == null ? e : e.getCause(), settings);
    } catch (KafkaException e) {
      throw refused(e, settings);
    }
  }

  private static RuntimeException refused(Throwable why, KafkaSettings settings) {
    String log = settings.bootstrapServers();
    return switch (why) {
      case SecurityDisabledException _ ->
          DeskRefusal.of(
              "NO_AUTHORIZER",
              "The log at %s lets everybody do everything; set authorizer.class.name for its brokers and controllers first."
                  .formatted(log));
      case ClusterAuthorizationException _ ->
          DeskRefusal.of(
              "NOT_AN_ADMINISTRATOR",
              "The log at %s does not let you see and change ACLs; be an administrator of Kafka, one of its super.users."
                  .formatted(log));
      default -> {
        LogAccessException.throwIfWhy(why, settings.client());
        yield DeskRefusal.of(
            "LOG_UNREACHABLE",
            "The log at %s did not take the ACLs (%s); see that it runs and try again, which is always right."
                .formatted(log, why.getMessage()));
      }
    };
  }

  private void tell(AclChange change, PrintWriter out) {
    boolean prune = instead.applying.prune;
    change.missing().forEach(acl -> tell("added", acl, out));
    if (json) {
      change.there().forEach(acl -> tell("there", acl, out));
    }
    change.prunable().forEach(acl -> tell(prune ? "removed" : "beyond", acl, out));
    change.others().forEach(acl -> tell("beyond", acl, out));
    if (json) {
      return;
    }
    out.printf(
        "%d rights: %d added, %d were there.%n",
        change.missing().size() + change.there().size(),
        change.missing().size(),
        change.there().size());
    if (!change.prunable().isEmpty() && !prune) {
      out.printf("%d go beyond them; --prune takes them away.%n", change.prunable().size());
    }
    if (!change.others().isEmpty()) {
      out.printf(
          "%d of others, or denials, concern Dateline too; see whether they are meant.%n",
          change.others().size());
    }
  }

  private void tell(String state, AclBinding acl, PrintWriter out) {
    if (json) {
      out.println(json(acl).put("state", state));
      return;
    }
    AccessControlEntry entry = acl.entry();
    out.printf(
        "%-8s %s %s %s %s%n",
        state,
        entry.principal(),
        entry.permissionType() == AclPermissionType.DENY ? "may not" : "may",
        entry.operation(),
        Right.named(acl.pattern()));
  }

  private static ObjectNode json(AclBinding acl) {
    return JSON.createObjectNode()
        .put("principal", acl.entry().principal())
        .put("permission", acl.entry().permissionType().name())
        .put("operation", acl.entry().operation().name())
        .put("host", acl.entry().host())
        .put("type", acl.pattern().resourceType().name())
        .put("pattern", acl.pattern().patternType().name())
        .put("name", acl.pattern().name());
  }
}
