package dateline.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** T1: from an HTTP request to a decision that is committed, answered and readable. */
@Command(
    name = "T1",
    mixinStandardHelpOptions = true,
    description = "HTTP command to committed, answered, readable; and how many a second.")
final class CommandBench implements Callable<Integer> {

  private static final int READ_BACK_EVERY = 20;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "Of each half of a round; default ${DEFAULT-VALUE}.")
  private int seconds = 20;

  @Option(
      names = "--warm-up",
      defaultValue = "60",
      description = "Seconds at full speed before it counts; default ${DEFAULT-VALUE}.")
  private int warmUp = 60;

  @Option(
      names = "--clients",
      defaultValue = "64",
      description = "At once, for the sustained rate; default ${DEFAULT-VALUE}.")
  private int clients = 64;

  @Option(
      names = "--body",
      defaultValue = "0",
      description = "Kilobytes of a text at the least; by default texts have two to four.")
  private int body = 0;

  private final AtomicInteger serials = new AtomicInteger();

  @Override
  public Integer call() throws Exception {
    try (Workplace work = Workplace.open()) {
      String machine = Machine.markdown(work);
      try (Office office = Office.start(work, work.data("data"))) {
        measure(office, machine);
      }
    }
    return 0;
  }

  private void measure(Office office, String machine) throws Exception {
    Others others = new Others();
    Duration before = office.cpu();
    String token = office.operatorToken();
    String person = office.pressOfficer();
    FixedRate.Writers writers =
        () -> new NoteWriter(office.desk(), token, person, serials, body * 1_000);
    Progress.say("warming up for %d s with %d clients".formatted(warmUp, clients));
    sustained(office, writers, warmUp, new Tally());
    Rounds steady = new Rounds("p50 ms", "p90 ms", "p99 ms", "max ms", "commands", "failures");
    Rounds full =
        new Rounds("commands/s", "p50 ms", "p99 ms", "failures", "office's CPU %", "load's CPU %");
    Tally allSteady = new Tally();
    Tally allFull = new Tally();
    for (int round = 1; round <= rounds; round++) {
      Tally tally = steady(writers);
      allSteady.add(tally);
      steady.add(
          tally.percentile(50),
          tally.percentile(90),
          tally.percentile(99),
          tally.max(),
          (double) tally.count(),
          (double) tally.failures());
      Progress.say("round %d: %s".formatted(round, tally.line("commands at a fixed rate")));
      Tally hurried = new Tally();
      full.add(sustained(office, writers, seconds, hurried));
      allFull.add(hurried);
      Progress.say("round %d: %s".formatted(round, hurried.line("commands as fast as it goes")));
    }
    System.out.print(report(machine, steady, allSteady, full, allFull));
    System.out.print("\n" + others.line(office.cpu().minus(before)));
  }

  private String report(
      String machine, Rounds steady, Tally allSteady, Rounds full, Tally allFull) {
    return "`./dateline bench T1 --rounds %d --seconds %d --warm-up %d --clients %d%s`\n\n"
            .formatted(rounds, seconds, warmUp, clients, body == 0 ? "" : " --body " + body)
        + "A note is begun and revised three times; every %dth command is read back at once. Warm-up %d s at full speed, then %d rounds on one office.\n\n"
            .formatted(READ_BACK_EVERY, warmUp, rounds)
        + machine
        + "\nAt a fixed %d commands a second, timed from when each was due:\n\n"
            .formatted(FixedRate.A_SECOND)
        + steady.markdown()
        + "\n"
        + allSteady.line("commands together")
        + "\n\nAs fast as %d clients go, each waiting for its answer:\n\n".formatted(clients)
        + full.markdown()
        + "\n"
        + allFull.line("commands together")
        + "\n\n"
        + steady.atMost("p50 ms", 40, "ms")
        + steady.atMost("p99 ms", 120, "ms")
        + full.atLeast("commands/s", 1_000, "a second");
  }

  private Tally steady(FixedRate.Writers writers) throws Exception {
    Tally tally = new Tally();
    int commands = FixedRate.A_SECOND * seconds;
    FixedRate.run(writers, READ_BACK_EVERY, given -> given < commands, tally);
    return tally;
  }

  /** Each client gives its next command when the last is answered. */
  private double[] sustained(Office office, FixedRate.Writers writers, int lasting, Tally tally)
      throws Exception {
    Duration officeBefore = office.cpu();
    Duration ownBefore = Machine.ownCpu();
    long began = System.nanoTime();
    long until = began + Duration.ofSeconds(lasting).toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        working.add(
            threads.submit(() -> {
              try (NoteWriter writer = writers.writer()) {
                work(writer, until, tally);
              }
              return null;
            }));
      }
      FixedRate.all(working);
    }
    double took = (System.nanoTime() - began) / 1e9;
    double cpu = took * Machine.cores() / 100;
    return new double[] {
      (double) (tally.count() - tally.failures()) / took,
      tally.percentile(50),
      tally.percentile(99),
      (double) tally.failures(),
      office.cpu().minus(officeBefore).toNanos() / 1e9 / cpu,
      Machine.ownCpu().minus(ownBefore).toNanos() / 1e9 / cpu,
    };
  }

  private static void work(NoteWriter writer, long until, Tally tally) {
    for (int i = 1; System.nanoTime() < until; i++) {
      long began = System.nanoTime();
      writer.command(tally);
      tally.took(Duration.ofNanos(System.nanoTime() - began));
      if (i % READ_BACK_EVERY == 0) {
        writer.readBack(tally);
      }
    }
  }
}
