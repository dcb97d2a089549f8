package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "comment",
    mixinStandardHelpOptions = true,
    description =
        "Say something about a passage, reply, resolve; without any of these, list the comments.")
public final class CommentCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private GivenNote note = new GivenNote();

  @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT", description = "What is to say.")
  private Optional<String> text = Optional.empty();

  @Option(
      names = "--on",
      paramLabel = "WORDS",
      description = "The words it is about; default the whole of --block.")
  private String words = "";

  @Option(
      names = "--block",
      paramLabel = "N",
      description =
          "The block they stand in, as show --blocks counts them; 0 is the headline. Default the one that says WORDS.")
  private Optional<Integer> block = Optional.empty();

  @Option(
      names = "--reply",
      paramLabel = "COMMENT",
      converter = Name.class,
      description = "TEXT answers this comment.")
  private Optional<String> reply = Optional.empty();

  @Option(
      names = "--resolve",
      paramLabel = "COMMENT",
      converter = Name.class,
      description = "This comment is dealt with.")
  private Optional<String> resolve = Optional.empty();

  @Override
  public Integer call() {
    refuseNonsense();
    try (DeskClient desk = talk.open()) {
      DeskClient.Answer read = note.read(desk, talk);
      JsonNode shown = said(desk, read).map(DeskClient.Answer::body).orElse(read.body());
      talk.show(
          shown,
          n -> {
            String comments = PapersText.comments(n);
            return NoteText.line(n)
                + WhatIsSo.of(n)
                + (comments.isEmpty() ? "  no comments%n".formatted() : comments);
          });
      return 0;
    }
  }

  private void refuseNonsense() {
    if (resolve.isPresent() && (text.isPresent() || reply.isPresent())) {
      throw talk.misused("A comment is resolved without further words; reply first.");
    }
    if (reply.isPresent() && text.isEmpty()) {
      throw talk.misused("A reply says something; give its TEXT.");
    }
    if ((!words.isEmpty() || block.isPresent()) && (text.isEmpty() || reply.isPresent())) {
      throw talk.misused("--on and --block go with the TEXT of a new comment; give it.");
    }
  }

  /** Empty if nothing is said, only listed. */
  private Optional<DeskClient.Answer> said(DeskClient desk, DeskClient.Answer read) {
    JsonNode about = read.body();
    String path = NoteCommands.path(about) + "/comments";
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (resolve.isPresent()) {
      return Optional.of(
          desk.post(
              path + '/' + id(about, resolve.get()) + "/resolution",
              talk.drafter(desk, about),
              read.etag(),
              body));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    body.put("text", text.get());
    String speaker = talk.drafter(desk, about);
    if (reply.isPresent()) {
      String replies = path + '/' + id(about, reply.get()) + "/replies";
      return Optional.of(desk.post(replies, speaker, read.etag(), body));
    }
    int at = block.orElseGet(() -> words.isEmpty() ? 0 : Passages.withWords(about, words));
    body.put("block", at).put("words", words);
    return Optional.of(desk.post(path, speaker, read.etag(), body));
  }

  private static String id(JsonNode note, String said) {
    JsonNode comment = OfNote.one(note.path("comments"), said, "comment", "id", "text");
    return DeskClient.quote(comment.path("id").asText());
  }
}
