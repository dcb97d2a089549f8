package dateline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** T7: from {@code ./dateline up} to ready, and what it holds in memory. */
@Command(
    name = "T7",
    mixinStandardHelpOptions = true,
    description = "./dateline up to ready on an empty and on a used data folder, and its memory.")
final class StartBench implements Callable<Integer> {

  private static final int CONTACTS = 3;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(
      names = "--releases",
      defaultValue = "10",
      description = "Notes taken from draft to inbox in each round; default ${DEFAULT-VALUE}.")
  private int releases = 10;

  private Duration offices = Duration.ZERO;

  @Override
  public Integer call() throws Exception {
    Rounds start = new Rounds("empty folder s", "used folder s", "stop s");
    Rounds memory =
        new Rounds("empty, ready MiB", "after notes MiB", "most ever MiB", "used, ready MiB");
    Others others = new Others();
    try (Workplace work = Workplace.open()) {
      String machine = Machine.markdown(work);
      for (int round = 1; round <= rounds; round++) {
        round(work, work.data("data-" + round), start, memory);
        Progress.say("round %d of %d done".formatted(round, rounds));
      }
      System.out.print(report(machine, start, memory));
      System.out.print("\n" + others.line(offices));
    }
    return 0;
  }

  private void round(Workplace work, Path data, Rounds start, Rounds memory) throws Exception {
    try (Office first = Office.start(work, data)) {
      double ready = first.residentMiB();
      use(first);
      double used = first.residentMiB();
      double most = first.mostResidentMiB();
      offices = offices.plus(first.cpu());
      Duration stopped = first.stop();
      try (Office again = Office.start(work, data)) {
        start.add(seconds(first.readyAfter()), seconds(again.readyAfter()), seconds(stopped));
        offices = offices.plus(again.cpu());
        memory.add(ready, used, most, again.residentMiB());
      }
    }
  }

  /** What the demo does, several times: notes from text to inbox. */
  private void use(Office office) throws Exception {
    try (PressDesk desk = new PressDesk(office)) {
      desk.contacts(CONTACTS);
      List<PressDesk.Ready> notes = desk.prepare(1, releases);
      notes.forEach(desk::release);
      var _ = desk.mails(notes, CONTACTS);
    }
  }

  private String report(String machine, Rounds start, Rounds memory) {
    return "`./dateline bench T7 --rounds %d --releases %d`\n\n".formatted(rounds, releases)
        + "Each of %d rounds: start on an empty folder, take %d notes from text to %d inboxes, stop, start again.\n\n"
            .formatted(rounds, releases, CONTACTS)
        + machine
        + "\nFrom the start of `./dateline up` to \"Ready\", and from SIGTERM to its end:\n\n"
        + start.markdown()
        + "\nResident (VmRSS; \"most ever\" is VmHWM), after %d notes went to %d inboxes each:\n\n"
            .formatted(releases, CONTACTS)
        + memory.markdown()
        + "\n"
        + start.atMost("empty folder s", 8, "s")
        + start.atMost("used folder s", 8, "s")
        + memory.atMost("empty, ready MiB", 1_024, "MiB")
        + memory.atMost("after notes MiB", 1_024, "MiB");
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
