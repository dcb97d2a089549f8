package dateline.launcher.imports;

import dateline.launcher.cli.TerminalWriter;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How whoever waits for an import sees that it goes on. */
sealed interface ImportProgress extends Importer.Progress, AutoCloseable {

  /** Says something in between. */
  void say(String line);

  @Override
  void close();

  /** A bar at a terminal, on standard error. */
  final class Bar implements ImportProgress {
    private static final long MEBIBYTE = 1 << 20;

    private final ProgressBar bar;

    Bar() {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Import")
              .setInitialMax(1)
              .setUnit(" MiB", MEBIBYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(250)
              .build();
    }

    @Override
    public void at(long done, long all, long notes) {
      bar.maxHint(all);
      bar.stepTo(done);
      bar.setExtraMessage(" %,d notes".formatted(notes));
    }

    @Override
    public void say(String line) {
      // Over the bar, which draws itself anew below.
      System.err.println("\r\u001b[K" + TerminalWriter.shown(line));
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line now and then, for a file or a pipe. */
  final class Lines implements ImportProgress {
    private static final int PARTS = 10;

    private final PrintWriter out;
    private final PrintWriter err;
    private long said;

    Lines(PrintWriter out, PrintWriter err) {
      this.out = out;
      this.err = err;
    }

    @Override
    public synchronized void at(long done, long all, long notes) {
      long part = done * PARTS / all;
      if (part > said) {
        said = part;
        out.printf("Read %3d %%  %,d notes%n", part * 100 / PARTS, notes);
        out.flush();
      }
    }

    @Override
    public synchronized void say(String line) {
      err.println(line);
      err.flush();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** For programs: troubles are in the answer. */
  record Silent() implements ImportProgress {
    @Override
    public void at(long done, long all, long notes) {
      // They read the answer.
    }

    @Override
    public void say(String line) {
      // They read the answer.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
