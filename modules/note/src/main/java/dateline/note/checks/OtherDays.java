package dateline.note.checks;

import java.time.LocalDate;

/** A note that is dated another day than the one on which it is looked at. */
final class OtherDays implements Check {

  private static final Rule RULE =
      Rule.advises(
          "OTHER_DAY",
          "The note is dated another day than today.",
          "May 3, 2029",
          "Correct the note’s date, or leave it if the note goes out on that day.");

  private static final int FAR_DAYS = 30;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (page.day().isEmpty() || page.note().date().isEmpty()) {
      return;
    }
    LocalDate today = page.day().get();
    LocalDate dated = page.note().date().get();
    if (dated.isBefore(today) || dated.isAfter(today.plusDays(FAR_DAYS))) {
      page.report(RULE, "The note is dated " + dated + ", and today is " + today + ".");
    }
  }
}
