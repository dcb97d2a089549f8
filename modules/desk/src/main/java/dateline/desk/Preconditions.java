package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Every change names the version it was made against (RFC 6585, 428; RFC 9110, 412). */
final class Preconditions {

  private Preconditions() {}

  /**
   * Holds if neither the text nor where the draft is has changed since the client read it. What was
   * said or done beside the text meanwhile does not count.
   *
   * @param history of the note, whole
   * @throws ProblemException 428 if If-Match names none, 412 saying who changed what if it is stale
   */
  static void requireDraft(
      Request request, NoteEntry note, Reader reader, Supplier<List<HistoryLine>> history) {
    long read = versionRead(request, note);
    if (read < note.draft().settled()) {
      // Who only sees what is public is not told how it came about.
      List<HistoryLine> told = reader.seesDrafting(note) ? history.get() : List.of();
      WhatChanged changed = WhatChanged.since(note, told, read);
      throw new ProblemException(
          changed.on(stale(note.version(), changed.isNothing() ? "" : ": " + changed.inWords())));
    }
  }

  /**
   * The revision that the client read. Whether it may be another than the current one is for the
   * engine to say.
   *
   * @throws ProblemException 428 if If-Match names none, 412 if it is no tag of this note
   */
  static int revisionRead(Request request, NoteEntry note) {
    return note.draft().revisionAt(versionRead(request, note));
  }

  /** Version of the draft that the client read: the first number of the newest tag it names. */
  private static long versionRead(Request request, NoteEntry note) {
    long known = note.draft().version();
    return tags(request).stream()
        .mapToLong(Preconditions::draft)
        .filter(read -> read > 0 && read <= known)
        .max()
        .orElseThrow(() -> new ProblemException(stale(note.version(), "")));
  }

  /**
   * Holds if nothing has changed since the client read it.
   *
   * @throws ProblemException 428 if If-Match names none, 412 if it is stale
   */
  static void require(Request request, String version) {
    if (!tags(request).contains('"' + version + '"')) {
      throw new ProblemException(stale(version, ""));
    }
  }

  /**
   * Holds if the client names any version.
   *
   * @throws ProblemException 428 if it names none
   */
  static void requireTag(Request request) {
    tags(request);
  }

  /** First number of a note's tag: 4 of {@code "4.2.1"}; 0 if it is none. */
  private static long draft(String tag) {
    String number = tag.replaceFirst("^\"([0-9]{1,9})\\..*$", "$1");
    return number.matches("[0-9]{1,9}") ? Long.parseLong(number) : 0;
  }

  private static List<String> tags(Request request) {
    String header = request.header("If-Match").map(String::strip).orElse("");
    if (header.isEmpty()) {
      throw required(
          "IF_MATCH_MISSING",
          "A change names the version it was made against; send the ETag you read as If-Match.");
    }
    if (header.equals("*")) {
      throw required(
          "IF_MATCH_NAMES_NONE",
          "If-Match: * stands for any version and names none; send the ETag you read instead.");
    }
    // A compressed answer has a tag of its own, of the same version.
    return Arrays.stream(header.split("\\s*,\\s*"))
        .map(tag -> tag.replaceFirst("-gzip\"$", "\""))
        .toList();
  }

  /** Not 412: a star holds for whatever is there (RFC 9110, 13.1.1), so nothing has failed. */
  private static ProblemException required(String code, String detail) {
    return new ProblemException(Problem.of(428, code, "Precondition required", detail));
  }

  private static Problem stale(String version, String who) {
    return Problem.of(
            412,
            "STALE_VERSION",
            "Stale version",
            "It has changed since you read it%s; read it again and do this on what it says now."
                .formatted(who))
        .withHeader("ETag", '"' + version + '"');
  }
}
