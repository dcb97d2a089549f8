package dateline.note.checks;

/** One thing that goes wrong in notes. Pure; takes time in proportion to the text. */
interface Check {

  Rule rule();

  /** Reports to the page what it finds there. */
  void look(Page page);
}
