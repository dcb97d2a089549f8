package dateline.launcher.cli;

import picocli.CommandLine.Parameters;

/** The note that a command is about, named first. */
final class GivenNote {

  @Parameters(
      index = "0",
      paramLabel = "NOTE",
      converter = Name.class,
      description = "The note's id or an unambiguous beginning of it.")
  private String name = "";

  /** The note, as far as it is there for the person named. */
  DeskClient.Answer read(DeskClient desk, Talk talk) {
    return NoteCommands.read(desk, talk, name);
  }
}
