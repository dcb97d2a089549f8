package dateline.launcher.imports;

import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.DeskRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Imports files. One thread reads; a few notes at a time are under way to the desk, each on a
 * virtual thread, so that the desk and its engines stay free for people. Nothing is kept between
 * two imports: what is there is asked of the desk.
 */
public final class Importer implements AutoCloseable {

  /** How an import goes on; called often, by several threads. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param done bytes of the given files; all of them when all is done, and only then
     * @param all bytes of the given files; 1 if they have none
     * @param notes of which at least one version is done with
     */
    void at(long done, long all, long notes);
  }

  private final PatientDesk desk;
  private final Sources sources;
  private final Tally tally;
  private final Progress progress;
  private final Semaphore free;
  private final int atOnce;
  private final Set<String> underWay = new HashSet<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Optional<Throwable> stopped = Optional.empty();
  private final AtomicLong done = new AtomicLong();
  private volatile long all;

  /**
   * @param person who imports
   * @param source what ids that are no addresses count within; the site of the note's link if empty
   * @param atOnce notes under way at once, from 1
   * @param told is given each trouble as it is met
   */
  public Importer(
      DeskClient desk,
      String person,
      Optional<String> source,
      int atOnce,
      Progress progress,
      Consumer<Trouble> told) {
    this.desk = new PatientDesk(desk, person);
    this.sources = new Sources(source);
    this.atOnce = atOnce;
    this.free = new Semaphore(atOnce);
    this.progress = progress;
    this.tally = new Tally(told);
  }

  /**
   * Imports these files, the copies of a feed in the order in which they were made. Corpora first,
   * each as it is read; then all feeds, once all are read.
   *
   * @throws DeskRefusal if the desk is away for too long or lets this person import nothing
   */
  public void run(List<Path> files) throws IOException, InterruptedException {
    List<Path> feeds = new ArrayList<>();
    all = Math.max(1, files.stream().mapToLong(file -> file.toFile().length()).sum());
    for (Path file : files) {
      long before = done.get();
      try (Input input = Input.open(file, this::read)) {
        switch (input.form()) {
          case CORPUS ->
              new CorpusReader(sources, this::take).read(file.toString(), input.stream());
          case FEED -> {
            done.set(before); // It is read later.
            feeds.add(file);
          }
          case NEITHER -> take(notAFeed(file));
        }
      } catch (IOException e) {
        take(unreadable(file, e));
      }
    }
    feeds(feeds);
    free.acquire(atOnce);
    free.release(atOnce);
    stopIfStopped();
    progress.at(all, all, tally.notes());
  }

  private void feeds(List<Path> files) throws IOException, InterruptedException {
    if (files.isEmpty()) {
      return;
    }
    Set<Path> given = new HashSet<>();
    files.forEach(file -> given.add(file.toAbsolutePath().normalize()));
    long read = done.get();
    try (Spool spool = Spool.open()) {
      FeedReader reader = new FeedReader(sources, spool, this::take, given);
      for (int i = 0; i < files.size(); i++) {
        reader.read(files.get(i), i);
      }
      long bytes = 0;
      for (Path file : files) {
        bytes += Files.size(file);
      }
      Sent sent = new Sent(read, bytes, spool.notes());
      spool.give(found -> {
        take(found);
        sent.one();
      });
    }
  }

  /** Feeds count as done by the notes that were sent. */
  private final class Sent {
    private final long before;
    private final long bytes;
    private final long notes;
    private long count;

    Sent(long before, long bytes, long notes) {
      this.before = before;
      this.bytes = bytes;
      this.notes = notes;
    }

    void one() {
      count++;
      done.set(before + bytes * count / notes);
    }
  }

  public Summary summary() {
    return tally.summary();
  }

  private void read(long bytes) {
    done.addAndGet(bytes);
  }

  private void take(Found found) throws InterruptedException {
    stopIfStopped();
    switch (found) {
      case SourceNote note -> begin(note);
      case Trouble trouble -> {
        tally.unread(trouble);
        goesOn();
      }
      case DeletedEntry entry -> {
        tally.deleted(entry);
        goesOn();
      }
    }
  }

  private void begin(SourceNote note) throws InterruptedException {
    free.acquire();
    enter(note.noteId());
    CompletableFuture<Void> _ =
        CompletableFuture.runAsync(() -> bring(note), threads)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                stopped = stopped.or(() -> Optional.of(failure));
              }
              leave(note.noteId());
              free.release();
            });
  }

  private void bring(SourceNote note) {
    try {
      new NoteImport(desk, note, tally, this::goesOn).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is read is ahead of what is sent. */
  private void goesOn() {
    progress.at(Math.clamp(done.get(), 0, all - 1), all, tally.notes());
  }

  /** The same note may stand in two files; it goes one after the other. */
  private void enter(String noteId) throws InterruptedException {
    synchronized (underWay) {
      while (!underWay.add(noteId)) {
        underWay.wait();
      }
    }
  }

  private void leave(String noteId) {
    synchronized (underWay) {
      underWay.remove(noteId);
      underWay.notifyAll();
    }
  }

  private void stopIfStopped() {
    if (stopped.isPresent()) {
      throw stopped.get().getCause() instanceof DeskRefusal refusal
          ? refusal
          : new IllegalStateException("a note could not be imported", stopped.get());
    }
  }

  private static Trouble notAFeed(Path file) {
    return Trouble.refused(
        new Place(file.toString(), ""),
        "NOT_A_FEED",
        "The file is neither JSON lines nor XML; give a corpus, an RSS or an Atom feed.");
  }

  private static Trouble unreadable(Path file, IOException e) {
    return Trouble.refused(
        new Place(file.toString(), ""),
        "UNREADABLE_FILE",
        "The file cannot be read (%s); mend it and import it again.".formatted(e.getMessage()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
