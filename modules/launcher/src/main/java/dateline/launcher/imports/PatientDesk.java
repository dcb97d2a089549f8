package dateline.launcher.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.DeskRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A desk that is asked again, under the same key, while it is away, busy or still at it: for five
 * minutes a request, then the import stops.
 */
final class PatientDesk {

  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** The engine has not answered yet. */
  private static final int ACCEPTED = 202;

  private final DeskClient desk;
  private final String person;

  PatientDesk(DeskClient desk, String person) {
    this.desk = desk;
    this.person = person;
  }

  /**
   * What the desk has of a note.
   *
   * @param etag of the note as it is
   * @param versions names of those that became revisions, oldest first
   * @param newest when the source made the newest of them, ISO 8601
   */
  record Known(Optional<String> etag, List<String> versions, Optional<String> newest) {}

  /** Empty if the desk has no such note. */
  Optional<Known> known(String noteId) throws InterruptedException {
    try {
      DeskClient.Answer answer = asked(() -> desk.get("/api/notes/" + noteId + "/origin", person));
      List<String> versions = new ArrayList<>();
      Optional<String> newest = Optional.empty();
      for (var version : answer.body().path("origin").path("versions")) {
        versions.add(version.path("version").asText());
        newest = version.has("updated") ? Optional.of(version.path("updated").asText()) : newest;
      }
      return Optional.of(new Known(answer.etag(), versions, newest));
    } catch (DeskRefusal e) {
      if (e.code().equals("UNKNOWN_NOTE")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  DeskClient.Answer begin(String key, ObjectNode note) throws InterruptedException {
    return asked(() -> desk.postOnce("/api/notes", person, key, note));
  }

  DeskClient.Answer revise(String noteId, Optional<String> etag, String key, ObjectNode note)
      throws InterruptedException {
    return asked(() -> desk.putOnce("/api/notes/" + noteId, person, etag, key, note));
  }

  /** Whether every further request would be refused for the same reason. */
  static boolean isForAll(DeskRefusal refusal) {
    return isPassing(refusal) || refusal.isForAll();
  }

  private static boolean isPassing(DeskRefusal refusal) {
    return refusal.isAway() || refusal.status() == ACCEPTED;
  }

  private static DeskClient.Answer asked(Supplier<DeskClient.Answer> request)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Duration wait = FIRST_WAIT;
    while (true) {
      try {
        return request.get();
      } catch (DeskRefusal e) {
        if (!isPassing(e) || System.nanoTime() > end) {
          throw e;
        }
      }
      Thread.sleep(wait);
      Duration longer = wait.multipliedBy(2);
      wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }
  }
}
