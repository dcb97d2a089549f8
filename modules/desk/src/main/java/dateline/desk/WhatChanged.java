package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.Draft.Revised;
import dateline.runtime.http.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who changed what of a draft since somebody read it, oldest first.
 *
 * @param changes events of drafting after the version that was read
 */
record WhatChanged(List<Change> changes) {

  /** Changes that are told in words; of more, the newest are. */
  private static final int TOLD = 5;

  /**
   * One of them.
   *
   * @param revision what it made of the text; empty if it was beside the text
   */
  record Change(HistoryLine line, Optional<Revised> revision) {

    private String inWords() {
      return revision
          .map(made ->
              "%s changed %s in revision %d at %s"
                  .formatted(made.by(), String.join(", ", made.parts()), made.number(), made.at()))
          .orElseGet(() -> "%s by %s at %s".formatted(line.what(), line.person(), line.at()));
    }

    private ObjectNode json() {
      ObjectNode json =
          DeskJson.MAPPER
              .createObjectNode()
              .put("what", line.what())
              .put("person", line.person())
              .put("at", line.at().toString());
      revision.ifPresent(made -> {
        json.put("revision", made.number());
        made.parts().forEach(json.putArray("parts")::add);
      });
      return json;
    }
  }

  /**
   * @param history of the note, whole
   * @param version of the draft that was read
   */
  static WhatChanged since(NoteEntry note, List<HistoryLine> history, long version) {
    return new WhatChanged(
        history.stream()
            .filter(line -> line.engine().equals("drafting") && line.number() > version)
            .sorted(Comparator.comparingLong(HistoryLine::number))
            .map(line -> new Change(line, madeBy(note, line)))
            .toList());
  }

  /** Who changed the text since this revision, and nothing else. */
  static WhatChanged sinceRevision(NoteEntry note, List<HistoryLine> history, int revision) {
    long version = note.draft().revision(revision).map(Revised::version).orElse(0L);
    return new WhatChanged(
        since(note, history, version).changes().stream()
            .filter(change -> change.revision().isPresent())
            .toList());
  }

  private static Optional<Revised> madeBy(NoteEntry note, HistoryLine line) {
    return note.draft().revisions().stream()
        .filter(made -> made.version() == line.number())
        .findFirst();
  }

  boolean isNothing() {
    return changes.isEmpty();
  }

  String inWords() {
    int first = Math.max(0, changes.size() - TOLD);
    return (first == 0 ? "" : first + " earlier changes, ")
        + changes.subList(first, changes.size()).stream()
            .map(Change::inWords)
            .collect(Collectors.joining(", "));
  }

  /** The problem with these as {@code changes}, for programs. */
  Problem on(Problem problem) {
    if (isNothing()) {
      return problem;
    }
    ArrayNode all = DeskJson.MAPPER.createArrayNode();
    changes.forEach(change -> all.add(change.json()));
    return problem.with("changes", all);
  }
}
