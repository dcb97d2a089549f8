package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What drafters decide about a draft beside its words. */
public final class DraftCommands {

  private DraftCommands() {}

  /** What is done with a co-drafter. */
  enum Naming {
    ADD,
    REMOVE
  }

  @Command(
      name = "co-drafter",
      mixinStandardHelpOptions = true,
      description = "Let a press officer of another office write on a draft, or end it.")
  public static final class CoDrafter implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(index = "1", paramLabel = "add|remove", description = "Which of the two.")
    private Naming naming = Naming.ADD;

    @Parameters(
        index = "2",
        paramLabel = "PERSON",
        converter = Name.class,
        description = "An id of the directory or its beginning.")
    private String person = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        String path =
            NoteCommands.path(read.body())
                + "/co-drafters/"
                + DeskClient.quote(talk.people(desk).person(person));
        String officer = talk.drafter(desk, read.body());
        DeskClient.Answer named =
            switch (naming) {
              case ADD ->
                  desk.put(path, officer, read.etag(), JsonNodeFactory.instance.objectNode());
              case REMOVE -> desk.delete(path, officer, read.etag());
            };
        talk.show(named.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + PapersText.coDrafters(n));
        return 0;
      }
    }
  }

  @Command(
      name = "lock",
      mixinStandardHelpOptions = true,
      description = "Agree on paragraphs with somebody: nobody changes a character of them.")
  public static final class Lock implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "BLOCK",
        description = "Blocks of the body, as show --blocks counts them.")
    private List<Integer> blocks = new ArrayList<>();

    @Option(
        names = "--on",
        paramLabel = "WORDS",
        description = "The block that says these words. May be repeated.")
    private List<String> words = new ArrayList<>();

    @Option(
        names = "--with",
        required = true,
        paramLabel = "WHOM",
        description = "With whom it was agreed.")
    private String with = "";

    @Override
    public Integer call() {
      if (blocks.isEmpty() && words.isEmpty()) {
        throw talk.misused("Nothing is named; say which blocks were agreed, or words with --on.");
      }
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("agreedWith", with);
        blocks.forEach(body.withArray("blocks")::add);
        words.forEach(some -> body.withArray("blocks").add(Passages.withWords(read.body(), some)));
        DeskClient.Answer locked =
            desk.post(
                NoteCommands.path(read.body()) + "/agreed",
                talk.drafter(desk, read.body()),
                read.etag(),
                body);
        talk.show(locked.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + PapersText.agreed(n));
        return 0;
      }
    }
  }

  @Command(
      name = "unlock",
      mixinStandardHelpOptions = true,
      description = "Open agreed paragraphs again, with a reason.")
  public static final class Unlock implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(
        index = "1",
        paramLabel = "LOCK",
        converter = Name.class,
        description = "As show names it, or its beginning.")
    private String lock = "";

    @Parameters(index = "2", paramLabel = "REASON", description = "Why, for the record.")
    private String reason = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        JsonNode meant =
            OfNote.one(read.body().path("agreed"), lock, "agreed paragraph", "lock", "agreedWith");
        DeskClient.Answer opened =
            desk.delete(
                "%s/agreed/%s?reason=%s"
                    .formatted(
                        NoteCommands.path(read.body()),
                        DeskClient.quote(meant.path("lock").asText()),
                        DeskClient.quote(reason)),
                talk.drafter(desk, read.body()),
                read.etag());
        talk.show(opened.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + PapersText.agreed(n));
        return 0;
      }
    }
  }

  @Command(
      name = "translate",
      mixinStandardHelpOptions = true,
      description =
          "Say that a note is a translation of another; it goes stale when that one changes.")
  public static final class Translate implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Parameters(
        paramLabel = "NOTE",
        converter = Name.class,
        description = "The translation: its id or an unambiguous beginning of it.")
    private String note = "";

    @Option(
        names = "--of",
        paramLabel = "SOURCE",
        converter = Name.class,
        description = "The note that it translates.")
    private Optional<String> source = Optional.empty();

    @Option(
        names = "--language",
        paramLabel = "TAG",
        description = "Language of the translation, as in BCP 47: fr, pt-BR.")
    private Optional<String> language = Optional.empty();

    @Option(
        names = "--confirm",
        description = "Say that it says what the newest revision of its source says.")
    private boolean confirm;

    @Option(names = "--unlink", description = "Say that it is no translation.")
    private boolean unlink;

    @Override
    public Integer call() {
      int asked = (source.isPresent() ? 1 : 0) + (confirm ? 1 : 0) + (unlink ? 1 : 0);
      if (asked != 1 || source.isPresent() != language.isPresent()) {
        throw talk.misused(
            "A translation is linked with --of SOURCE --language TAG, confirmed with --confirm or unlinked with --unlink; give one of these.");
      }
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = NoteCommands.read(desk, talk, note);
        talk.show(
            asked(desk, read, talk.drafter(desk, read.body())).body(),
            n -> NoteText.line(n) + WhatIsSo.of(n) + PapersText.translations(n));
        return 0;
      }
    }

    private DeskClient.Answer asked(DeskClient desk, DeskClient.Answer read, String officer) {
      String path = NoteCommands.path(read.body()) + "/translation";
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      if (unlink) {
        return desk.delete(path, officer, read.etag());
      }
      if (confirm) {
        body.put("sourceRevision", read.body().path("translationOf").path("newest").asInt());
        return desk.post(path + "/confirmation", officer, read.etag(), body);
      }
      body.put("source", source.orElse("")).put("language", language.orElse(""));
      return desk.put(path, officer, read.etag(), body);
    }
  }
}
