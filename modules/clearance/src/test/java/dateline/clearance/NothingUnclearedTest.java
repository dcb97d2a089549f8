package dateline.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.Clearance.UnderReview;
import dateline.clearance.ClearanceCommand.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearancesVoided;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.testkit.EveryPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * On no path is a note cleared unless every office that must has cleared this very text by somebody
 * who did not write it, and an approver approved who neither wrote nor cleared it. The planted
 * bugs, each a defect of a system that does this job today, show that the search finds what it
 * looks for.
 */
class NothingUnclearedTest {

  @Test
  void onNoPathIsANoteClearedThatMustNotBe() {
    EveryPath.Found found = SmallWorld.walk(new ClearanceDecider());
    System.out.println("every path of clearance: " + found);
    assertThat(found.violation()).isEmpty();
    assertThat(found.places()).as("the world is not empty").isGreaterThan(1_000);
    assertThat(found.depth()).as("far beyond ask, clear, clear, approve").isGreaterThan(6);
    assertThat(found.goals()).as("notes do get cleared in it").isGreaterThan(10);
  }

  @Test
  void theSearchFindsThatAnswersOutliveAChangedText() {
    bites(
        new Bugged() {
          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            if (state instanceof UnderReview(Review review)) {
              if (event.payload() instanceof ClearancesVoided) {
                return state;
              }
              if (event.payload() instanceof ClearanceRequested(var text, var list)) {
                Map<OfficeId, OfficeAnswer> moved = new HashMap<>();
                review
                    .answers()
                    .forEach((office, answer) ->
                        moved.put(
                            office,
                            new OfficeAnswer(
                                office,
                                answer.answer(),
                                answer.person(),
                                text.digest(),
                                answer.at(),
                                answer.reason())));
                return new UnderReview(new Review(text, list, moved));
              }
            }
            return super.evolve(state, event);
          }
        });
  }

  @Test
  void theSearchFindsThatAStaleScreenCounts() {
    bites(
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            if (state instanceof UnderReview(Review review)
                && command.payload() instanceof AnswerForOffice answer) {
              return super.decide(
                  command.with(
                      new AnswerForOffice(
                          review.text().digest(), answer.answer(), answer.reason())),
                  state);
            }
            return super.decide(command, state);
          }
        });
  }

  @Test
  void theSearchFindsThatOnlyTheLastContributorIsKnown() {
    bites(
        new Bugged() {
          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            if (event.payload() instanceof ClearanceRequested(var text, var list)) {
              SubmittedText byTheLast =
                  new SubmittedText(
                      text.revision(),
                      text.note(),
                      text.digest(),
                      List.of(text.contributors().getLast()));
              return super.evolve(state, event.with(new ClearanceRequested(byTheLast, list)));
            }
            return super.evolve(state, event);
          }
        });
  }

  @Test
  void theSearchFindsThatAQuorumCountsAnswers() {
    bites(
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            Decision<ClearanceEvent> sound = super.decide(command, state);
            if (sound instanceof Decision.Refused<ClearanceEvent>(var code, _)
                && code.equals("NOT_ALL_CLEARED")
                && state instanceof UnderReview(Review review)
                && review.counted().size() >= 2) {
              return Decision.accept(
                  new NoteCleared(review.text(), review.counted(), command.actor().person()));
            }
            return sound;
          }
        });
  }

  @Test
  void theSearchFindsThatANoteWithoutAWorkflowPasses() {
    bites(
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            if (command.payload() instanceof RequestClearance(var text, var list)
                && !list.asksForClearance()) {
              return Decision.accept(new ClearanceRequested(text, list));
            }
            if (command.payload() instanceof ApproveNote
                && state instanceof UnderReview(Review review)
                && !review.list().asksForClearance()) {
              return Decision.accept(
                  new NoteCleared(review.text(), List.of(), command.actor().person()));
            }
            return super.decide(command, state);
          }
        });
  }

  @Test
  void theSearchFindsThatAnObjectionCountsAsAnAnswer() {
    bites(
        new Bugged() {
          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            return event.payload() instanceof ClearanceEvent.NoteReturned(var answer)
                    && state instanceof UnderReview(Review review)
                    && !answer.office().equals(OfficeId.NONE)
                ? new UnderReview(
                    review.with(
                        new OfficeAnswer(
                            answer.office(),
                            Answer.CLEARED,
                            answer.person(),
                            answer.digest(),
                            answer.at(),
                            answer.reason())))
                : super.evolve(state, event);
          }
        });
  }

  @Test
  void theSearchFindsThatWhoClearedApprovesToo() {
    bites(
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            Decision<ClearanceEvent> sound = super.decide(command, state);
            return sound instanceof Decision.Refused<ClearanceEvent>(var code, _)
                    && code.equals("CLEARED_IT_TOO")
                    && state instanceof UnderReview(Review review)
                ? Decision.accept(
                    new NoteCleared(review.text(), review.counted(), command.actor().person()))
                : sound;
          }
        });
  }

  private static void bites(Bugged bugged) {
    assertThat(SmallWorld.walk(bugged).violation()).isPresent();
  }

  /** The real rules, of which a test breaks one. */
  private abstract static class Bugged
      implements Decider<ClearanceCommand, Clearance, ClearanceEvent> {
    private final ClearanceDecider sound = new ClearanceDecider();

    @Override
    public Clearance initialState() {
      return sound.initialState();
    }

    @Override
    public Decision<ClearanceEvent> decide(Envelope<ClearanceCommand> command, Clearance state) {
      return sound.decide(command, state);
    }

    @Override
    public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
      return sound.evolve(state, event);
    }
  }
}
