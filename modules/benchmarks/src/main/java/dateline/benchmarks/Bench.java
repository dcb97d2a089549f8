package dateline.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks: {@code ./dateline bench T1}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure Dateline; the figures go to standard output as Markdown.",
    subcommands = {
      CommandBench.class,
      ReleaseBench.class,
      StartBench.class,
      RebuildBench.class,
      DifferenceBench.class,
      ChecksBench.class,
      ImportBench.class,
      ReadBench.class,
      ReviewBench.class,
      ClusterBench.class
    },
    synopsisSubcommandLabel =
        "(T1 | T2 | T7 | T8 | difference | checks | import | read | review | cluster)")
final class Bench {

  private Bench() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Bench())
            .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
            .execute(args));
  }

  private static int failed(Exception failure) throws Exception {
    if (failure instanceof CannotMeasureException) {
      String.valueOf(failure.getMessage()).lines().forEach(Progress::say);
      return 1;
    }
    throw failure;
  }
}
