package dateline.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.launcher.doctor.Doctor;
import dateline.launcher.doctor.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Look over the deployment that the settings name, as its modules would meet it, and say what is wrong and how to mend it. Ends with 1 if anything is.")
final class DoctorCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line, for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> variables = System.getenv();
    try (Doctor doctor = new Doctor(variables, Module.faults(variables))) {
      List<Finding> all = doctor.examine(this::tell);
      long wrong = all.stream().filter(it -> it.state() == Finding.State.WRONG).count();
      if (!json) {
        say(wrong == 0 ? "All is well." : "%d to mend.".formatted(wrong));
      }
      return wrong == 0 ? 0 : Dateline.FAILED;
    }
  }

  private void tell(Finding finding) {
    String state = finding.state().name().toLowerCase(Locale.ROOT);
    if (json) {
      say(
          JSON.createObjectNode()
              .put("check", finding.check())
              .put("state", state)
              .put("what", finding.what())
              .put("mend", finding.mend())
              .toString());
      return;
    }
    say("%-8s %-13s %s".formatted(mark(finding.state()), finding.check(), finding.what()));
    if (!finding.mend().isEmpty()) {
      say("%-22s To mend it: %s.".formatted("", finding.mend()));
    }
  }

  private static String mark(Finding.State state) {
    return switch (state) {
      case OK -> "ok";
      case WRONG -> "WRONG";
      case UNKNOWN -> "?";
    };
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
