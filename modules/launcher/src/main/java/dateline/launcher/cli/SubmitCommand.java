package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description =
        "Read a text, begin a note with it and hand it in for clearance; or go on with a draft.",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:All was done.",
      "1:At least one text was refused; the others were taken, unless one sentence says that all are refused."
    })
public final class SubmitCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "The text; - for standard input. Several become a note each. Not needed with --note.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--note",
      paramLabel = "NOTE",
      converter = Name.class,
      description =
          "Go on with this note, a draft or returned: FILE, if given, becomes its next revision.")
  private Optional<String> note = Optional.empty();

  @Option(
      names = "--waive",
      paramLabel = "CODE=REASON",
      description =
          "Submit although a check blocks it, with a reason for the record. May be repeated.")
  private Map<String, String> waivers = new LinkedHashMap<>();

  @Option(
      names = "--urgent",
      description = "The offices have only the time that the directory gives for urgent notes.")
  private boolean urgent;

  @Option(
      names = "--draft",
      description = "Do not hand it in yet; submit --note NOTE does so later.")
  private boolean draft;

  @Override
  public Integer call() throws IOException {
    if (draft && urgent) {
      throw talk.misused(
          "A draft is not handed in, so no office has to answer yet; leave out --draft or --urgent.");
    }
    if (draft && !waivers.isEmpty()) {
      throw talk.misused(
          "A draft is not handed in, so nothing is waived with %s; leave out --draft or --waive."
              .formatted(String.join(", ", waivers.keySet())));
    }
    if (note.isPresent() && files.size() > 1) {
      throw talk.misused("A note has one next revision; name one FILE with --note.");
    }
    try (DeskClient desk = talk.open()) {
      if (files.size() > 1) {
        return each(desk);
      }
      talk.show(one(desk, files.stream().findFirst()), this::line);
      return 0;
    }
  }

  /**
   * A text that is refused does not keep out the others. What would refuse all of them, no desk or
   * a wrong token, is said once and ends it.
   */
  private int each(DeskClient desk) throws IOException {
    officer(desk);
    long refused = 0;
    for (int i = 0; i < files.size(); i++) {
      String file = files.get(i);
      try {
        JsonNode handed = one(desk, Optional.of(file));
        talk.out().print(talk.json() ? said(file, "note", handed) : line(handed) + "\n");
      } catch (DeskRefusal e) {
        if (e.isForAll()) {
          throw i == 0
              ? e
              : e.saying(
                  "%s; give the others again, from %s on.".formatted(count(i, refused), file));
        }
        refused++;
        if (talk.json()) {
          talk.out().print(said(file, "refused", e.problem()));
        } else {
          String.valueOf(e.getMessage())
              .lines()
              .forEach(sentence -> talk.err().printf("dateline: %s: %s%n", file, sentence));
        }
      }
      talk.out().flush();
      talk.err().flush();
    }
    if (!talk.json()) {
      talk.out().println(count(files.size(), refused));
      talk.out().flush();
    }
    return refused == 0 ? 0 : 1;
  }

  /** What became of so many files. */
  private String count(long files, long refused) {
    return "%s %s%s"
        .formatted(
            NoteText.many(files - refused, "file"),
            draft ? "kept as drafts" : "submitted",
            refused == 0 ? "" : ", %s refused".formatted(NoteText.many(refused, "file")));
  }

  /** Who begins notes. */
  private String officer(DeskClient desk) {
    return talk.speaker(
        desk, "PRESS_OFFICER", Optional.empty(), JsonNodeFactory.instance.arrayNode());
  }

  /** One JSON object a line and file, for programs. */
  private static String said(String file, String what, JsonNode it) {
    return DeskClient.JSON.createObjectNode().put("file", file).set(what, it) + "\n";
  }

  private String line(JsonNode note) {
    return (draft ? "Draft      " : "Submitted  ") + NoteText.line(note) + WhatIsSo.of(note);
  }

  /** Begins or revises a note and hands it in. */
  private JsonNode one(DeskClient desk, Optional<String> file) throws IOException {
    Optional<DeskClient.Answer> read = note.map(one -> NoteCommands.read(desk, talk, one));
    String officer = read.map(one -> talk.drafter(desk, one.body())).orElseGet(() -> officer(desk));
    DeskClient.Answer begun = text(desk, officer, read, file);
    if (!talk.json()) {
      talk.out().printf("Read%n%s", NoteText.fields(begun.body()));
      JsonNode reading = begun.body().has("reading") ? begun.body().path("reading") : begun.body();
      talk.out().print(NoteText.found(NoteText.findings(reading)));
      talk.out().flush();
    }
    JsonNode handed = draft ? begun.body() : submit(desk, officer, begun);
    return withPlaces(handed, begun.body());
  }

  /** The note to hand in: begun, revised or as it is. */
  private DeskClient.Answer text(
      DeskClient desk, String officer, Optional<DeskClient.Answer> read, Optional<String> file)
      throws IOException {
    if (read.isEmpty()) {
      return desk.postText(
          "/api/notes", officer, GivenFile.mediaType(file.orElse("-")), text(file.orElse("-")));
    }
    DeskClient.Answer one = read.get();
    return file.isEmpty()
        ? one
        : desk.putText(
            NoteCommands.path(one.body()),
            officer,
            one.etag(),
            GivenFile.mediaType(file.get()),
            text(file.get()));
  }

  private JsonNode submit(DeskClient desk, String officer, DeskClient.Answer begun) {
    try {
      return NoteCommands.handIn(desk, officer, begun, waivers, urgent).body();
    } catch (DeskRefusal e) {
      String id = NoteText.shortId(begun.body());
      DeskRefusal kept = e.with("note", begun.body().path("id"));
      JsonNode findings = begun.body().path("reading").path("findings");
      DeskRefusal placed =
          e.problem().has("findings") && findings.isArray()
              ? kept.with("findings", findings)
              : kept;
      throw placed.saying(
          "The text is kept as note %s. Go on with ./dateline submit --note %s and the mended FILE%s."
              .formatted(
                  id, id, e.code().equals("BLOCKING_FINDINGS") ? ", or --waive CODE=REASON" : ""));
    }
  }

  /** The note with its findings where the reader met them in the text that was handed in. */
  private static JsonNode withPlaces(JsonNode note, JsonNode begun) {
    JsonNode reading = begun.path("reading");
    if (!reading.has("findings") || !(note instanceof ObjectNode object)) {
      return note;
    }
    ObjectNode placed = object.deepCopy();
    placed.set("reading", reading);
    placed.set("findings", reading.path("findings"));
    return placed;
  }

  /** The text in a file, or on standard input for a dash. */
  static byte[] text(String file) throws IOException {
    if (file.equals("-")) {
      return System.in.readAllBytes();
    }
    return GivenFile.read(Path.of(file), "name the text to submit");
  }
}
