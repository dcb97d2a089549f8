package dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each guarantee against a history that keeps it and histories that break it: a checker that cannot
 * fail checks nothing.
 */
class GuaranteeTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static final Observed.Sent FIRST = new Observed.Sent("note", "c1");
  private static final Observed.Sent SECOND = new Observed.Sent("note", "c2");
  private static final Observed.Answered DONE_FIRST =
      new Observed.Answered("note", "c1", List.of("e1"));
  private static final Observed.Answered DONE_SECOND =
      new Observed.Answered("note", "c2", List.of("e2"));
  private static final Observed.Happened EVENT_FIRST = new Observed.Happened("note", "e1", "c1");
  private static final Observed.Happened EVENT_SECOND = new Observed.Happened("note", "e2", "c2");
  private static final Observed.Cleared CLEARED =
      new Observed.Cleared("note", "digest", NINE.minusSeconds(60));
  private static final Observed.Scheduled AT_NINE = new Observed.Scheduled("note", "digest", NINE);
  private static final Observed.Unscheduled TAKEN_BACK = new Observed.Unscheduled("note");
  private static final Observed.Went PUBLIC = new Observed.Went("note", 1);
  private static final Observed.Released RELEASED =
      new Observed.Released("note", 1, "digest", NINE, true);
  private static final Observed.Delivered MAIL = new Observed.Delivered("note", 1, "ada");

  private static final Observed GOOD =
      new Observed(
          List.of(FIRST, FIRST, SECOND),
          List.of(DONE_FIRST, DONE_FIRST, DONE_SECOND),
          List.of(EVENT_FIRST, EVENT_SECOND),
          List.of(),
          List.of(CLEARED),
          List.of(AT_NINE, PUBLIC),
          List.of(RELEASED),
          List.of("mail"),
          List.of("mail"),
          List.of(MAIL),
          List.of(
              new Observed.Said("note", List.of("One.", "We agree.", "Two.")),
              new Observed.Locked("note", "lock", List.of(2)),
              new Observed.Said("note", List.of("We agree.", "More.")),
              new Observed.Unlocked("note", "lock"),
              new Observed.Said("note", List.of("More.")),
              new Observed.Numbered("numbers/press/2026", 1, "note"),
              new Observed.Numbered("numbers/legal/2026", 1, "other"),
              new Observed.Numbered("numbers/press/2026", 2, "other")));

  @Test
  void aGoodHistoryKeepsThemAll() {
    for (Guarantee guarantee : Guarantee.values()) {
      assertThat(guarantee.violations(GOOD)).as(guarantee.name()).isEmpty();
    }
  }

  @Test
  void aCommandWithoutAnAnswerIsLost() {
    assertThat(broken(List.of(DONE_SECOND), GOOD.events(), Guarantee.NOTHING_LOST)).hasSize(1);
  }

  @Test
  void aCommandInTheDeadLettersIsNotLost() {
    Observed seen =
        new Observed(
            GOOD.sent(),
            List.of(DONE_SECOND),
            GOOD.events(),
            List.of("c1"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(Guarantee.NOTHING_LOST.violations(seen)).isEmpty();
  }

  @Test
  void anAnsweredEventThatIsNotThereIsLost() {
    assertThat(broken(GOOD.answered(), List.of(EVENT_FIRST), Guarantee.NOTHING_LOST)).hasSize(1);
  }

  @Test
  void aPlannedMailOfWhichNothingBecameIsLost() {
    Observed seen =
        new Observed(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("mail", "other mail"),
            List.of("mail"),
            List.of(),
            List.of());
    assertThat(Guarantee.NOTHING_LOST.violations(seen)).hasSize(1);
  }

  @Test
  void theSameEventAgainIsTwice() {
    assertThat(
            broken(
                GOOD.answered(),
                List.of(EVENT_FIRST, EVENT_FIRST, EVENT_SECOND),
                Guarantee.NOTHING_TWICE))
        .hasSize(1);
  }

  @Test
  void aCommandDoneAgainWithOtherEventsIsTwice() {
    assertThat(
            broken(
                List.of(DONE_FIRST, new Observed.Answered("note", "c1", List.of("e3"))),
                GOOD.events(),
                Guarantee.NOTHING_TWICE))
        .hasSize(1);
  }

  @Test
  void theSameReleaseOrMailAgainIsTwice() {
    Observed seen =
        new Observed(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(RELEASED, RELEASED),
            List.of(),
            List.of(),
            List.of(MAIL, MAIL),
            List.of());
    assertThat(Guarantee.NOTHING_TWICE.violations(seen)).hasSize(2);
  }

  @Test
  void aMillisecondBeforeItsInstantIsEarly() {
    assertThat(early(releasedAt(NINE.minusMillis(1), true), AT_NINE, PUBLIC)).hasSize(1);
  }

  @Test
  void aReleaseAtOnceOverAStandingInstantIsEarly() {
    assertThat(early(releasedAt(NINE.minusSeconds(1), false), AT_NINE, PUBLIC)).hasSize(1);
  }

  @Test
  void anEarlierInstantThatWasTakenBackMakesNothingDue() {
    Observed.Scheduled atEight =
        new Observed.Scheduled("note", "digest", NINE.minus(Duration.ofHours(1)));
    Observed.Released released = releasedAt(NINE.minusSeconds(1), true);
    assertThat(early(released, atEight, TAKEN_BACK, AT_NINE, PUBLIC)).hasSize(1);
    assertThat(early(released, atEight, AT_NINE, PUBLIC)).hasSize(1);
  }

  @Test
  void aReleaseByAScheduleThatDoesNotStandIsEarly() {
    assertThat(early(releasedAt(NINE, true), PUBLIC)).hasSize(1);
    assertThat(early(releasedAt(NINE, true), AT_NINE, TAKEN_BACK, PUBLIC)).hasSize(1);
    assertThat(early(releasedAt(NINE, true), PUBLIC, AT_NINE)).hasSize(1);
    assertThat(early(releasedAt(NINE, true), new Observed.Scheduled("note", "other", NINE), PUBLIC))
        .hasSize(1);
    assertThat(early(releasedAt(NINE, true), new Observed.Scheduled("another", "digest", NINE)))
        .hasSize(1);
  }

  @Test
  void aReleaseAtOnceAfterTheInstantWasTakenBackIsNotEarly() {
    assertThat(early(releasedAt(NINE.minusSeconds(1), false), AT_NINE, TAKEN_BACK, PUBLIC))
        .isEmpty();
  }

  @Test
  void aTextThatNobodyApprovedIsUncleared() {
    Observed.Released other = new Observed.Released("note", 1, "other", NINE, true);
    assertThat(Guarantee.NOTHING_UNCLEARED.violations(releasing(other))).hasSize(1);
  }

  @Test
  void anApprovalOfAnotherNoteClearsNothing() {
    Observed.Released other = new Observed.Released("another", 1, "digest", NINE, true);
    assertThat(Guarantee.NOTHING_UNCLEARED.violations(releasing(other))).hasSize(1);
  }

  @Test
  void anApprovalThatWasWithdrawnClearsNothing() {
    Observed.Withdrawn withdrawn = new Observed.Withdrawn("note", "digest", NINE.minusSeconds(30));
    assertThat(uncleared(CLEARED, withdrawn)).hasSize(1);
    assertThat(uncleared(withdrawn, CLEARED)).isEmpty();
    assertThat(uncleared(CLEARED, withdrawn, CLEARED)).isEmpty();
  }

  @Test
  void anApprovalThatWasWithdrawnAfterTheReleaseHeld() {
    assertThat(uncleared(CLEARED, new Observed.Withdrawn("note", "digest", NINE.plusSeconds(1))))
        .isEmpty();
  }

  @Test
  void anApprovalThatCameAfterTheReleaseClearsNothing() {
    assertThat(uncleared(new Observed.Cleared("note", "digest", NINE.plusSeconds(1)))).hasSize(1);
  }

  @Test
  void eventsAgainstTheOrderOfTheirCommandsAreOutOfOrder() {
    assertThat(
            broken(
                GOOD.answered(), List.of(EVENT_SECOND, EVENT_FIRST), Guarantee.IN_ORDER_PER_NOTE))
        .hasSize(1);
  }

  @Test
  void anAgreedParagraphThatChangesOrGoesIsNoticed() {
    Observed.Said text = new Observed.Said("note", List.of("One.", "We agree.", "We act."));
    Observed.Locked locked = new Observed.Locked("note", "lock", List.of(2, 3));
    for (List<String> other :
        List.of(
            List.of("We agree!", "We act."),
            List.of("We agree."),
            List.of("We act.", "We agree."),
            List.<String>of())) {
      assertThat(
              broken(Guarantee.AGREED_TEXT_STAYS, text, locked, new Observed.Said("note", other)))
          .hasSize(1);
    }
    assertThat(
            broken(
                Guarantee.AGREED_TEXT_STAYS,
                text,
                locked,
                new Observed.Unlocked("note", "other lock"),
                new Observed.Said("note", List.of("We act."))))
        .hasSize(1);
  }

  @Test
  void aGapADoubleNumberAndANoteWithTwoAreNoticed() {
    Observed.Numbered one = new Observed.Numbered("numbers/press/2026", 1, "a");
    assertThat(
            broken(
                Guarantee.NUMBERS_WITHOUT_A_GAP,
                one,
                new Observed.Numbered("numbers/press/2026", 3, "b")))
        .hasSize(1);
    assertThat(
            broken(
                Guarantee.NUMBERS_WITHOUT_A_GAP,
                one,
                new Observed.Numbered("numbers/press/2026", 1, "b")))
        .hasSize(1);
    assertThat(
            broken(
                Guarantee.NUMBERS_WITHOUT_A_GAP,
                one,
                new Observed.Numbered("numbers/press/2026", 2, "a")))
        .hasSize(1);
  }

  private static List<String> broken(
      List<Observed.Answered> answered, List<Observed.Happened> events, Guarantee guarantee) {
    return guarantee.violations(Observed.ofCommands(GOOD.sent(), answered, events));
  }

  private static Observed.Released releasedAt(Instant at, boolean bySchedule) {
    return new Observed.Released("note", 1, "digest", at, bySchedule);
  }

  private static List<String> early(Observed.Released released, Observed.Timing... timings) {
    return Guarantee.NOTHING_EARLY.violations(
        releasing(released, List.of(CLEARED), List.of(timings)));
  }

  private static List<String> uncleared(Observed.Approval... approvals) {
    return Guarantee.NOTHING_UNCLEARED.violations(
        releasing(RELEASED, List.of(approvals), List.of(AT_NINE, PUBLIC)));
  }

  private static Observed releasing(Observed.Released released) {
    return releasing(released, List.of(CLEARED), List.of(AT_NINE, PUBLIC));
  }

  private static Observed releasing(
      Observed.Released released,
      List<Observed.Approval> approvals,
      List<Observed.Timing> timings) {
    return new Observed(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        approvals,
        timings,
        List.of(released),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> broken(Guarantee guarantee, Observed.Drafted... drafted) {
    return guarantee.violations(
        new Observed(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(drafted)));
  }
}
