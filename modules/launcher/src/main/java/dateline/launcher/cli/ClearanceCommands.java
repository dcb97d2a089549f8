package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A review at large: where it is, and what is decided in it beside an office's own answer. */
public final class ClearanceCommands {

  private ClearanceCommands() {}

  /** What is asked of a note that was read. */
  @FunctionalInterface
  interface Asking {
    DeskClient.Answer of(DeskClient desk, DeskClient.Answer read);
  }

  /** Reads a note, asks for a change of its clearance and shows the note as it is then. */
  static int change(
      Talk talk, BiFunction<DeskClient, Talk, DeskClient.Answer> given, Asking asking) {
    try (DeskClient desk = talk.open()) {
      DeskClient.Answer changed = asking.of(desk, given.apply(desk, talk));
      talk.show(changed.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + ClearanceText.of(n));
      return 0;
    }
  }

  @Command(
      name = "clearances",
      mixinStandardHelpOptions = true,
      description =
          "Show who must clear a note, who answered for which text, by which way, and who still has it.")
  public static final class Clearances implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        talk.show(note.read(desk, talk).body(), n -> NoteText.line(n) + ClearanceText.table(n));
        return 0;
      }
    }
  }

  /** What was said by phone. */
  enum Said {
    CLEARED,
    NOT_CLEARED,
    SEEN;

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Command(
      name = "record-answer",
      mixinStandardHelpOptions = true,
      description = "Write down what somebody of an office said by phone; not they themselves.")
  public static final class RecordAnswer implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenLine line = new GivenLine();

    @Option(
        names = "--person",
        required = true,
        paramLabel = "PERSON",
        converter = Name.class,
        description = "Who said it, an id of the directory or its beginning.")
    private String person = "";

    @Option(
        names = "--answer",
        required = true,
        paramLabel = "ANSWER",
        description = "${COMPLETION-CANDIDATES}.")
    private Said answer = Said.SEEN;

    @Option(
        names = "--reason",
        paramLabel = "REASON",
        description = "What they said; must be given if they did not clear it.")
    private Optional<String> reason = Optional.empty();

    @Override
    public Integer call() {
      return change(
          talk,
          line::read,
          (desk, read) -> {
            JsonNode before = read.body();
            ObjectNode body =
                NoteCommands.digest(read)
                    .put("office", line.office(desk, talk, before))
                    .put("person", talk.people(desk).person(person))
                    .put("answer", answer.name());
            reason.ifPresent(said -> body.put("reason", said));
            String recorder =
                talk.speaker(desk, "DUTY_OFFICER", Optional.empty(), before.path("contributors"));
            return desk.post(
                NoteCommands.path(before) + "/clearances/recorded", recorder, read.etag(), body);
          });
    }
  }

  @Command(
      name = "recuse",
      mixinStandardHelpOptions = true,
      description =
          "Step aside from a note's clearance, whatever its text; what was said counts no longer. Who does is named with --as.")
  public static final class Recuse implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();
    @Mixin private GivenReason reason = new GivenReason();

    @Override
    public Integer call() {
      return change(
          talk,
          note::read,
          (desk, read) -> {
            String person =
                talk.reader(desk)
                    .orElseThrow(() ->
                        talk.misused(
                            "Nobody is named who steps aside; name them with --as PERSON."));
            ObjectNode body = DeskClient.JSON.createObjectNode().put("reason", reason.text());
            return desk.post(
                NoteCommands.path(read.body()) + "/recusal", person, read.etag(), body);
          });
    }
  }

  @Command(
      name = "pass-over",
      mixinStandardHelpOptions = true,
      description =
          "Go on without an office that let its time pass; an approver may also without one that is mandatory or objected.")
  public static final class PassOver implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenLine line = new GivenLine();
    @Mixin private GivenReason reason = new GivenReason();

    @Override
    public Integer call() {
      return change(
          talk,
          line::read,
          (desk, read) -> {
            JsonNode before = read.body();
            String approver =
                talk.speaker(desk, "APPROVER", Optional.empty(), before.path("contributors"));
            return desk.post(
                ListCommands.path(before, line.office(desk, talk, before)) + "/passing-over",
                approver,
                read.etag(),
                NoteCommands.digest(read).put("reason", reason.text()));
          });
    }
  }

  @Command(
      name = "owes",
      mixinStandardHelpOptions = true,
      description =
          "Show what an office must still have cleared after emergencies, and by when; what is overdue denies it the next.")
  public static final class Owes implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Parameters(
        paramLabel = "OFFICE",
        converter = Name.class,
        description = "An office's id or its beginning.")
    private String office = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        String id = talk.office(desk, DeskClient.JSON.createObjectNode(), office);
        talk.show(
            desk.get(
                    "/api/offices/%s/emergencies".formatted(DeskClient.quote(id)),
                    talk.reader(desk))
                .body(),
            ClearanceText::owed);
        return 0;
      }
    }
  }

  @Command(
      name = "emergency",
      mixinStandardHelpOptions = true,
      description =
          "Have a text pass before all offices have cleared it, which must then be done after the fact.")
  public static final class Emergency implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();
    @Mixin private GivenReason reason = new GivenReason();

    @Override
    public Integer call() {
      return change(
          talk,
          note::read,
          (desk, read) -> {
            JsonNode before = read.body();
            String authority =
                talk.speaker(
                    desk, "EMERGENCY_AUTHORITY", Optional.empty(), before.path("contributors"));
            return desk.post(
                NoteCommands.path(before) + "/emergency",
                authority,
                read.etag(),
                NoteCommands.digest(read).put("reason", reason.text()));
          });
    }
  }
}
