package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A line of a note's clearance list that a command is about: the note, then the office. */
final class GivenLine {

  @Mixin private GivenNote note = new GivenNote();

  @Parameters(
      index = "1",
      paramLabel = "OFFICE",
      converter = Name.class,
      description = "An id of the directory or its beginning.")
  private String name = "";

  /** The note, as far as it is there for the person named. */
  DeskClient.Answer read(DeskClient desk, Talk talk) {
    return note.read(desk, talk);
  }

  String office(DeskClient desk, Talk talk, JsonNode read) {
    return talk.office(desk, read, name);
  }
}
