package dateline.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody at the desk who begins a note, revises it three times and begins the next. One thread at
 * a time.
 */
final class NoteWriter implements AutoCloseable {

  private static final int EDITIONS = 4;

  private final Connection desk;
  private final Map<String, String> who;
  private final AtomicInteger serials;
  private final int size;
  private int serial;
  private int edition = EDITIONS;
  private String path = "";
  private String etag = "";

  /**
   * @param serials where every writer takes the numbers of its notes from
   * @param size bytes of a text at the least; 0 for two to four kilobytes
   */
  NoteWriter(URI desk, String token, String person, AtomicInteger serials, int size) {
    this.desk = new Connection(desk);
    this.who = Map.of("Authorization", "Bearer " + token, "Dateline-Person", person);
    this.serials = serials;
    this.size = size;
  }

  /** Gives the next command and waits for its answer; {@code wrong} is told if it was not done. */
  void command(Tally wrong) {
    boolean begins = edition == EDITIONS;
    if (begins) {
      serial = serials.incrementAndGet();
      edition = 0;
    }
    edition++;
    try {
      Connection.Answer answer = begins ? begin() : revise();
      if (answer.status() == (begins ? 201 : 200)) {
        path = begins ? answer.header("location") : path;
        etag = answer.header("etag");
      } else {
        giveUp(wrong, "answer " + answer.status());
      }
    } catch (IOException e) {
      giveUp(wrong, e.getClass().getSimpleName());
    }
  }

  private void giveUp(Tally wrong, String why) {
    wrong.wentWrong(why);
    edition = EDITIONS;
    path = "";
  }

  private Connection.Answer begin() throws IOException {
    return desk.send("POST", "/api/notes", headers(Map.of()), text());
  }

  private Connection.Answer revise() throws IOException {
    return desk.send("PUT", path, headers(Map.of("If-Match", etag)), text());
  }

  private byte[] text() {
    return Texts.note(serial, edition, size).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> headers(Map<String, String> more) {
    Map<String, String> headers = new java.util.HashMap<>(who);
    headers.put("Content-Type", "text/plain");
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    headers.putAll(more);
    return headers;
  }

  /** Reads at once what it wrote last; {@code wrong} is told if the desk shows anything else. */
  void readBack(Tally wrong) {
    if (path.isEmpty()) {
      return;
    }
    try {
      Connection.Answer read = desk.get(path, who);
      if (read.status() != 200
          || !read.header("etag").equals(etag)
          || !read.body().contains(Texts.mark(serial, edition))) {
        wrong.wentWrong("not readable");
      }
    } catch (IOException e) {
      wrong.wentWrong("not readable: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() throws IOException {
    desk.close();
  }
}
