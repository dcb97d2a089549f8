package dateline.note.checks;

/** A note without anybody to ask. */
final class MissingContact implements Check {

  private static final Rule RULE =
      Rule.advises(
          "NO_CONTACT",
          "The note names nobody whom the press may ask.",
          "Gate Opened",
          "Add a contact with an e-mail address or a telephone number.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (page.note().contacts().isEmpty()) {
      page.report(RULE, RULE.sentence());
    }
  }
}
