package dateline.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/** Commands at fixed times, however long those before take; each is timed from when it was due. */
final class FixedRate {

  static final int A_SECOND = 20;

  private FixedRate() {}

  /** Makes the people who write. */
  @FunctionalInterface
  interface Writers {
    NoteWriter writer();
  }

  /**
   * Gives commands, {@link #A_SECOND} a second.
   *
   * @param readBackEvery so many commands one is read back
   * @param goesOn by the number of those given; asked when the next is due
   */
  static void run(Writers writers, int readBackEvery, IntPredicate goesOn, Tally tally)
      throws InterruptedException, ExecutionException, IOException {
    ConcurrentLinkedDeque<NoteWriter> idle = new ConcurrentLinkedDeque<>();
    long apart = Duration.ofSeconds(1).toNanos() / A_SECOND;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> commands = new ArrayList<>();
      long first = System.nanoTime() + apart;
      for (int i = 0; goesOn.test(i); i++) {
        long due = first + i * apart;
        boolean readsBack = i % readBackEvery == 0;
        await(due);
        commands.add(
            threads.submit(() -> {
              NoteWriter free = idle.pollFirst();
              NoteWriter writer = free == null ? writers.writer() : free;
              writer.command(tally);
              tally.took(Duration.ofNanos(System.nanoTime() - due));
              if (readsBack) {
                writer.readBack(tally);
              }
              idle.addFirst(writer);
            }));
      }
      all(commands);
    }
    for (NoteWriter writer : idle) {
      writer.close();
    }
  }

  private static void await(long due) throws InterruptedException {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  static void all(List<Future<?>> started) throws InterruptedException, ExecutionException {
    for (Future<?> one : started) {
      one.get();
    }
  }
}
