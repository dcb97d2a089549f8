package dateline.desk;

import dateline.runtime.Answer;

/** What an engine may say. */
final class TestFunctions {
  private TestFunctions() {}

  static Answer nothingToDo(TestDesk.Given given) {
    return new Answer.NothingToDo(given.commandId(), given.key(), 0, "It is so already.");
  }
}
