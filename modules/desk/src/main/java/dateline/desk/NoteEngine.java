package dateline.desk;

import dateline.contracts.Topic;
import dateline.desk.DeskEntry.NoteEntry;

/** The engines that a note goes through. */
enum NoteEngine {
  DRAFTING(Topic.DRAFTING_COMMANDS),
  CLEARANCE(Topic.CLEARANCE_COMMANDS),
  PUBLISHING(Topic.PUBLISHING_COMMANDS);

  private final Topic commands;

  NoteEngine(Topic commands) {
    this.commands = commands;
  }

  Topic commands() {
    return commands;
  }

  /** How many of its events the desk knows of this note. */
  long version(NoteEntry note) {
    return switch (this) {
      case DRAFTING -> note.draft().version();
      case CLEARANCE -> note.clearance().version();
      case PUBLISHING -> note.release().version();
    };
  }
}
