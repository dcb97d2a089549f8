package dateline.notification.notices;

import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That one person is told something about one note.
 *
 * @param person who is told; a subscriber id if they are outside the house
 * @param deputyFor whom they stand in for today, if they are told for that alone
 * @param noteId of the note
 * @param text the text it is about
 * @param at when what it tells happened
 */
public record Notice(
    PersonId person,
    Optional<PersonId> deputyFor,
    String noteId,
    Digest text,
    Instant at,
    Matter matter) {

  /** How long after the time for an answer, or the question, a link still answers. */
  private static final Duration GRACE = Duration.ofDays(3);

  private static final Duration LONGEST = Duration.ofDays(14);

  /** What only tells is no news after that. */
  private static final Duration NEWS = Duration.ofDays(3);

  /** Until when it can be answered by a link, if an office's answer is wanted or possible. */
  public Instant until() {
    Instant least = at.plus(GRACE);
    Instant most = at.plus(LONGEST);
    Instant wanted =
        matter instanceof Matter.Question question
            ? question.due().map(due -> due.plus(GRACE)).orElse(most)
            : most;
    return wanted.isBefore(least) ? least : wanted.isAfter(most) ? most : wanted;
  }

  /**
   * Whether it comes too late for anybody, after a long stop or when an old log is read for the
   * first time.
   */
  public boolean isStale(Instant now) {
    Instant end =
        switch (matter) {
          case Matter.Question _ -> until();
          case Matter.Invitation it -> it.until();
          case Matter.Code it -> it.until();
          case Matter.Informed _, Matter.Kept _, Matter.Released _ -> at.plus(NEWS);
          case Matter.Silence _,
              Matter.NobodyThere _,
              Matter.Objection _,
              Matter.Proposal _,
              Matter.ApprovalAwaited _,
              Matter.Cleared _,
              Matter.Overdue _ ->
              at.plus(LONGEST);
        };
    return !now.isBefore(end);
  }
}
