package dateline.launcher.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskJson;
import dateline.kernel.MessageId;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.DeskRefusal;
import dateline.launcher.imports.History.Step;
import dateline.launcher.imports.PatientDesk.Known;
import dateline.launcher.imports.VersionReader.Read;
import dateline.note.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one note in, version after version: each is sent when the one before it is answered. All
 * that is sent has a key that follows from the note, the version and the text, so that nothing is
 * made twice, and where a version stands is seen from the desk, not from any file kept here.
 */
final class NoteImport {

  /** How often it looks again because somebody else changes the same note. */
  private static final int ATTEMPTS = 5;

  /** Somebody was faster. */
  private static final Set<String> MOVED_ON =
      Set.of("STALE_VERSION", "STALE_REVISION", "ALREADY_BEGUN");

  private final PatientDesk desk;
  private final SourceNote note;
  private final Tally tally;
  private final Runnable goesOn;
  private final Map<Integer, Outcome> outcomes = new LinkedHashMap<>();

  /**
   * @param goesOn is run once for each version, when it is done with, whatever became of it
   */
  NoteImport(PatientDesk desk, SourceNote note, Tally tally, Runnable goesOn) {
    this.desk = desk;
    this.note = note;
    this.tally = tally;
    this.goesOn = goesOn;
  }

  /**
   * Brings it in.
   *
   * @throws DeskRefusal if every further request would be refused
   */
  void run() throws InterruptedException {
    List<Step> read = read();
    try {
      boolean done = read.isEmpty();
      for (int attempt = 1; !done; attempt++) {
        done = send(read, attempt == ATTEMPTS);
      }
    } finally {
      tally.count(outcomes.values());
    }
  }

  /** A version is done with, once and for all. */
  private void done(int index, Outcome outcome) {
    if (outcomes.put(index, outcome) == null) {
      if (outcomes.size() == 1) {
        tally.note();
      }
      goesOn.run();
    }
  }

  /** The versions that differ from the one before them. */
  private List<Step> read() {
    List<Step> steps = new ArrayList<>();
    Optional<Digest> before = Optional.empty();
    for (int i = 0; i < note.versions().size(); i++) {
      SourceVersion version = note.versions().get(i);
      switch (VersionReader.read(version)) {
        case Read.Refused(Trouble trouble) -> refuse(i, trouble);
        case Read.Note(var text, boolean scripts, boolean unsafeLinks) -> {
          if (scripts) {
            tally.scripts(version.place());
          }
          if (unsafeLinks) {
            tally.unsafeLinks(version.place());
          }
          Digest digest = Digest.of(text);
          if (before.filter(digest::equals).isPresent()) {
            done(i, Outcome.UNCHANGED);
          } else {
            steps.add(new Step(i, version, version.name(), text));
            before = Optional.of(digest);
          }
        }
      }
    }
    return steps;
  }

  /** Sends what the desk lacks; false if it must be looked at anew. */
  private boolean send(List<Step> read, boolean last) throws InterruptedException {
    List<Step> open = read.stream().filter(step -> !isDone(step.index())).toList();
    Optional<Known> known = desk.known(note.noteId());
    History history = History.of(read, known);
    history
        .outcomes()
        .forEach((index, outcome) -> {
          if (!isDone(index)) {
            done(index, outcome);
          }
        });
    boolean begun = known.isPresent();
    Optional<String> etag = known.flatMap(Known::etag);
    for (Step step : history.steps()) {
      if (open.stream().noneMatch(it -> it.index() == step.index())) {
        continue;
      }
      try {
        DeskClient.Answer answer =
            begun
                ? desk.revise(note.noteId(), etag, key("revision", step), body(step))
                : desk.begin(key("note", step), body(step));
        if (!begun && isThere(answer) && !last) {
          return false; // Somebody began it meanwhile, maybe with another version.
        }
        done(step.index(), outcome(answer, begun));
        begun = true;
        etag = answer.etag();
      } catch (DeskRefusal e) {
        if (PatientDesk.isForAll(e)) {
          throw e;
        }
        if (MOVED_ON.contains(e.code()) && !last) {
          return false;
        }
        refuse(step.index(), refused(step, e));
      }
    }
    return true;
  }

  private boolean isDone(int index) {
    return outcomes.containsKey(index);
  }

  private static Outcome outcome(DeskClient.Answer answer, boolean revision) {
    if (isThere(answer)) {
      return Outcome.ALREADY_THERE;
    }
    return revision ? Outcome.REVISED : Outcome.MADE;
  }

  private static boolean isThere(DeskClient.Answer answer) {
    return answer.body().path("nothingToDo").asBoolean();
  }

  private void refuse(int index, Trouble trouble) {
    tally.tell(trouble);
    done(index, Outcome.REFUSED);
  }

  private static Trouble refused(Step step, DeskRefusal refusal) {
    return Trouble.refused(
        step.version().place(), refusal.code(), String.valueOf(refusal.getMessage()));
  }

  /**
   * @param as what it is sent as: a key is for one request only
   */
  private String key(String as, Step step) {
    String what = String.join("\n", note.noteId(), as, step.name(), Digest.of(step.note()).hex());
    return "import-" + MessageId.of(what).value();
  }

  private ObjectNode body(Step step) {
    ObjectNode json = DeskJson.of(step.note());
    ObjectNode origin =
        json.putObject("origin")
            .put("source", note.source())
            .put("id", note.id())
            .put("version", step.name());
    note.link().ifPresent(it -> origin.put("link", it));
    note.published().ifPresent(it -> origin.put("published", it.toString()));
    step.version().updated().ifPresent(it -> origin.put("updated", it.toString()));
    return json;
  }
}
