package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writing on a note: its text, the revisions it had, what differs between them. */
public final class WritingCommands {

  private WritingCommands() {}

  @Command(
      name = "revise",
      mixinStandardHelpOptions = true,
      description =
          "Change a draft's text: whole with a FILE, or one part or block of it. What others wrote meanwhile is never lost.")
  public static final class Revise implements Callable<Integer> {

    /** Parts that a FILE says; the others are said on the command line. */
    private static final Set<String> LONG = Set.of("body", "contacts", "boilerplate");

    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(
        index = "1",
        paramLabel = "FILE|TEXT",
        description =
            "The new text, - for standard input; with --part or --block the new words themselves, \"\" to take it out.")
    private String text = "";

    @Option(
        names = "--part",
        paramLabel = "PART",
        description =
            "Only this part: headline, subheadline, kind, issuer, place, date, attribution …; body, contacts and boilerplate are taken from a FILE.")
    private Optional<String> part = Optional.empty();

    @Option(
        names = "--block",
        paramLabel = "N",
        description = "Only this block of the body, as show --blocks counts them.")
    private Optional<Integer> block = Optional.empty();

    @Option(
        names = "--revision",
        paramLabel = "N",
        description = "The revision that you worked on; default the newest.")
    private Optional<Integer> revision = Optional.empty();

    @Override
    public Integer call() throws IOException {
      if (part.isPresent() && block.isPresent()) {
        throw talk.misused("A part or a block is revised, not both; leave --part or --block out.");
      }
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        Optional<String> etag =
            revision.isEmpty()
                ? read.etag()
                : desk.get(NoteCommands.revision(read.body(), revision.get()), talk.reader(desk))
                    .etag();
        String path = NoteCommands.path(read.body()) + where();
        DeskClient.Answer revised =
            desk.putText(path, talk.drafter(desk, read.body()), etag, mediaType(), content());
        talk.show(
            revised.body(),
            n ->
                NoteText.line(n)
                    + "  revision %d%n".formatted(n.path("revision").asInt())
                    + WhatIsSo.of(n)
                    + NoteText.findings(n.has("reading") ? n.path("reading") : n));
        return 0;
      }
    }

    private String where() {
      return part.map(name -> "/parts/" + DeskClient.quote(name))
          .or(() -> block.map(number -> "/blocks/" + number))
          .orElse("");
    }

    private boolean isSaid() {
      return block.isPresent() || part.filter(name -> !LONG.contains(name)).isPresent();
    }

    private String mediaType() {
      return isSaid() ? "text/plain" : GivenFile.mediaType(text);
    }

    private byte[] content() throws IOException {
      return isSaid() ? text.getBytes(StandardCharsets.UTF_8) : SubmitCommand.text(text);
    }
  }

  @Command(
      name = "revisions",
      mixinStandardHelpOptions = true,
      description = "List every text a note ever had; show NOTE --revision N shows one.")
  public static final class Revisions implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        String path = NoteCommands.path(note.read(desk, talk).body());
        talk.show(desk.get(path + "/revisions", talk.reader(desk)).body(), Revisions::table);
        return 0;
      }
    }

    private static String table(JsonNode answer) {
      StringBuilder out =
          new StringBuilder("REVISION  MADE                  BY                    CHANGED\n");
      for (JsonNode made : answer.path("revisions")) {
        List<String> parts = new ArrayList<>();
        made.path("parts").forEach(name -> parts.add(name.asText()));
        out.append(
            "%-9d %-21s %-21s %s%n"
                .formatted(
                    made.path("revision").asInt(),
                    NoteText.instant(made.path("at")),
                    made.path("person").asText(),
                    String.join(", ", parts)));
      }
      return out.toString();
    }
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description =
          "Show what differs between two revisions, word by word; with --for since an office cleared one.")
  public static final class Diff implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "FROM",
        description = "A revision; default the one before TO.")
    private Optional<Integer> from = Optional.empty();

    @Parameters(
        index = "2",
        arity = "0..1",
        paramLabel = "TO",
        description = "A revision; default the newest.")
    private Optional<Integer> to = Optional.empty();

    @Option(
        names = "--for",
        paramLabel = "OFFICE",
        converter = Name.class,
        description = "From the text that this office cleared last, instead of FROM.")
    private Optional<String> office = Optional.empty();

    @Mixin private GivenPage page = new GivenPage();

    @Override
    public Integer call() {
      if (office.isPresent() && from.isPresent()) {
        throw talk.misused(
            "The difference begins at FROM or at what an office cleared, not at both; leave one out.");
      }
      try (DeskClient desk = talk.open()) {
        JsonNode read = note.read(desk, talk).body();
        String path = NoteCommands.path(read) + "/difference" + query(desk, read);
        page.show(desk, talk, path, Diff::heading);
        return 0;
      }
    }

    private String query(DeskClient desk, JsonNode read) {
      List<String> said = new ArrayList<>();
      office.ifPresent(name -> said.add("for=" + DeskClient.quote(talk.office(desk, read, name))));
      from.ifPresent(number -> said.add("from=" + number));
      to.ifPresent(number -> said.add("to=" + number));
      return said.isEmpty() ? "" : '?' + String.join("&", said);
    }

    private static String heading(JsonNode difference) {
      return "From %s%nto   %s%n%n"
          .formatted(made(difference.path("from")), made(difference.path("to")));
    }

    private static String made(JsonNode revision) {
      return "revision %d, by %s, %s"
          .formatted(
              revision.path("revision").asInt(),
              revision.path("person").asText(),
              NoteText.instant(revision.path("at")));
    }
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Take an abandoned note up again, or make an earlier text the newest one.")
  public static final class Restore implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Option(
        names = "--revision",
        paramLabel = "N",
        description = "The text of this revision becomes the newest one.")
    private Optional<Integer> revision = Optional.empty();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        String path =
            revision
                    .map(number -> NoteCommands.revision(read.body(), number))
                    .orElseGet(() -> NoteCommands.path(read.body()))
                + "/restoration";
        DeskClient.Answer restored =
            desk.post(
                path,
                talk.drafter(desk, read.body()),
                read.etag(),
                JsonNodeFactory.instance.objectNode());
        talk.show(
            restored.body(),
            n ->
                NoteText.line(n)
                    + "  revision %d%n".formatted(n.path("revision").asInt())
                    + WhatIsSo.of(n));
        return 0;
      }
    }
  }

  @Command(
      name = "abandon",
      mixinStandardHelpOptions = true,
      description = "Give a draft up, with a reason; restore takes it up again.")
  public static final class Abandon implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(index = "1", paramLabel = "REASON", description = "Why, for the record.")
    private String reason = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        DeskClient.Answer abandoned =
            desk.post(
                NoteCommands.path(read.body()) + "/abandonment",
                talk.drafter(desk, read.body()),
                read.etag(),
                JsonNodeFactory.instance.objectNode().put("reason", reason));
        talk.show(abandoned.body(), n -> NoteText.line(n) + WhatIsSo.of(n));
        return 0;
      }
    }
  }
}
