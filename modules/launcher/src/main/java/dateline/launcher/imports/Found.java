package dateline.launcher.imports;

/** What a reader comes upon in a file, in the order in which it stands there. */
sealed interface Found permits SourceNote, Trouble, DeletedEntry {

  /** Takes what is found; may take its time. */
  @FunctionalInterface
  interface Taker {
    void take(Found found) throws InterruptedException;
  }
}
