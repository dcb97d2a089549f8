package dateline.launcher.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.note.Finding.Severity;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import dateline.note.checks.Rule;
import dateline.runtime.HouseStyleFile;
import dateline.runtime.SettingsReader;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a note is checked for: {@code ./dateline checks}. Needs no press office. */
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    description =
        "What a note is checked for, and how grave it is, in the house's own style"
            + " (DATELINE_HOUSE_STYLE).")
public final class ChecksCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line, for programs.")
  private boolean json;

  @Override
  public Integer call() {
    SettingsReader read = new SettingsReader(System.getenv());
    HouseStyle style = HouseStyleFile.setting(read);
    read.done();
    PrintWriter out = spec.commandLine().getOut();
    for (Rule rule : Checks.rules()) {
      if (json) {
        out.println(object(rule, style));
      } else {
        String grave = word(style.severity(rule));
        out.printf("%-8s %-20s %s%n", grave, rule.code(), rule.sentence());
        out.printf("%-29s %s%n", "", rule.mend());
      }
    }
    out.flush();
    return 0;
  }

  /** A check that is off has no severity. */
  private static ObjectNode object(Rule rule, HouseStyle style) {
    ObjectNode object = DeskClient.JSON.createObjectNode().put("code", rule.code());
    style.severity(rule).ifPresent(severity -> object.put("severity", severity.name()));
    return object
        .put("usually", rule.severity().name())
        .put("sentence", rule.sentence())
        .put("mend", rule.mend())
        .put("example", rule.example());
  }

  private static String word(Optional<Severity> severity) {
    return severity.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("off");
  }
}
