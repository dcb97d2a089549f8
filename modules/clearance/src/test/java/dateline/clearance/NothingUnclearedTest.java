package dateline.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.Clearance.UnderReview;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.InEmergency.ApproveInEmergency;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.ClearancesVoided;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeRemoved;
import dateline.clearance.ClearanceEvent.Reviewing.PersonRecused;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.note.Digest;
import dateline.testkit.EveryPath;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On no path is a note cleared unless every office that must has cleared this very text by somebody
 * who did not write it, and an approver approved who neither wrote nor cleared it. The planted
 * bugs, each a defect of a system that does this job today, show that the search finds what it
 * looks for.
 */
class NothingUnclearedTest {

  @ParameterizedTest
  @EnumSource
  void onNoPathIsANoteClearedThatMustNotBe(SmallWorld world) {
    EveryPath.Found found = world.walk(new ClearanceDecider());
    System.out.println("every path of clearance, " + world + ": " + found);
    assertThat(found.violation()).isEmpty();
    assertThat(found.places()).as("the world is not empty").isGreaterThan(1_000);
    assertThat(found.depth()).as("far beyond ask, clear, clear, approve").isGreaterThanOrEqualTo(6);
    assertThat(found.goals()).as("notes do get cleared in it").isGreaterThan(10);
  }

  @Test
  void theSearchFindsThatAnswersOutliveAChangedText() {
    bites(
        SmallWorld.TWO,
        new Bugged() {
          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            return event.payload() instanceof ClearancesVoided(var former, var offices)
                ? super.evolve(
                    state,
                    event.with(new AnswersKept(other(former), offices, "nobody asked for this")))
                : super.evolve(state, event);
          }
        });
  }

  /** The digest of the other of the two texts. */
  private static Digest other(Digest digest) {
    Digest one = Office.text(1, "One.").digest();
    return digest.equals(one) ? Office.text(1, "Two.").digest() : one;
  }

  @Test
  void theSearchFindsThatAStaleScreenCounts() {
    bites(
        SmallWorld.TIME,
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
        SmallWorld.TIME,
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
        SmallWorld.EDITS,
        inSpiteOf(
            "NOT_ALL_CLEARED",
            (command, state) ->
                state instanceof UnderReview(Review review) && review.counted().size() >= 2
                    ? Optional.of(
                        new NoteCleared(review.text(), review.counted(), command.actor().person()))
                    : Optional.empty()));
  }

  @Test
  void theSearchFindsThatANoteWithoutAWorkflowPasses() {
    bites(
        SmallWorld.TWO,
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
        SmallWorld.TIME,
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
    bites(SmallWorld.TWO, blindTo("CLEARED_IT_TOO"));
  }

  @Test
  void theSearchFindsThatWhoWroteDownACallApproves() {
    bites(SmallWorld.VOICES, blindTo("CLEARED_IT_TOO"));
  }

  @Test
  void theSearchFindsThatADeputyAnswersForAWriter() {
    bites(
        SmallWorld.VOICES,
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            return command.payload()
                        instanceof AnswerForOffice(var digest, var answer, var why, var how)
                    && how.deputyFor().isPresent()
                ? super.decide(command.with(new AnswerForOffice(digest, answer, why)), state)
                        instanceof Decision.Accepted<ClearanceEvent>(var events)
                    ? Decision.accept(events.stream().map(event -> saying(event, how)).toList())
                    : super.decide(command, state)
                : super.decide(command, state);
          }

          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            return event.payload() instanceof OfficeAnswered(var answer)
                ? super.evolve(state, event.with(saying(event.payload(), Manner.AT_THE_DESK)))
                : super.evolve(state, event);
          }

          private ClearanceEvent saying(ClearanceEvent event, Manner how) {
            return event instanceof OfficeAnswered(var it)
                ? new OfficeAnswered(
                    new OfficeAnswer(
                        it.office(),
                        it.answer(),
                        it.person(),
                        it.digest(),
                        it.at(),
                        it.reason(),
                        how))
                : event;
          }
        });
  }

  @Test
  void theSearchFindsThatWhoSteppedAsideStillCounts() {
    bites(
        SmallWorld.VOICES,
        new Bugged() {
          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            return event.payload() instanceof PersonRecused ? state : super.evolve(state, event);
          }
        });
  }

  @Test
  void theSearchFindsThatAnOfficeIsPassedOverBeforeItsTime() {
    bites(SmallWorld.TIME, goingOnInSpiteOf("NOT_SILENT"));
  }

  @Test
  void theSearchFindsThatAMandatoryOfficeIsPassedOverByTheActionOffice() {
    bites(SmallWorld.TIME, goingOnInSpiteOf("MANDATORY_LINE"));
  }

  @Test
  void theSearchFindsThatAnObjectionIsPassedOverByTheActionOffice() {
    bites(SmallWorld.TIME, goingOnInSpiteOf("OBJECTED"));
  }

  @Test
  void theSearchFindsThatAMandatoryOfficesAnswerIsKept() {
    bites(
        SmallWorld.PASSAGES,
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            return command.payload() instanceof RequestClearance(var text, var list)
                ? super.decide(command.with(new RequestClearance(text, softened(list))), state)
                        instanceof Decision.Accepted<ClearanceEvent>(var events)
                    ? Decision.accept(
                        events.stream()
                            .map(event ->
                                event instanceof ClearanceRequested(var asked, _)
                                    ? new ClearanceRequested(asked, list)
                                    : event)
                            .toList())
                    : super.decide(command, state)
                : super.decide(command, state);
          }

          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            return event.payload() instanceof ClearanceRequested(var text, var list)
                ? super.evolve(state, event.with(new ClearanceRequested(text, softened(list))))
                : super.evolve(state, event);
          }

          private ClearanceList softened(ClearanceList list) {
            return list.withLines(
                list.lines().stream()
                    .map(line ->
                        new ClearanceLine(
                            line.office(),
                            line.power(),
                            false,
                            line.because(),
                            line.stage(),
                            line.interest(),
                            line.term()))
                    .toList());
          }
        });
  }

  @Test
  void theSearchFindsThatOnePersonApprovesTwice() {
    bites(
        SmallWorld.TWO,
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            Decision<ClearanceEvent> sound = super.decide(command, state);
            return sound instanceof Decision.NothingToDo<ClearanceEvent>
                    && command.payload() instanceof ApproveNote
                    && state instanceof UnderReview(Review review)
                ? Decision.accept(
                    new NoteCleared(review.text(), review.counted(), command.actor().person()))
                : sound;
          }
        });
  }

  @Test
  void theSearchFindsAnEmergencyThatNobodyDeclared() {
    bites(
        SmallWorld.EMERGENCY,
        new Bugged() {
          @Override
          public Decision<ClearanceEvent> decide(
              Envelope<ClearanceCommand> command, Clearance state) {
            return command.payload() instanceof ApproveInEmergency(var digest, var emergency)
                    && state instanceof UnderReview(Review review)
                    && review.isOf(digest)
                ? Decision.accept(
                    new NoteCleared(
                        review.text(),
                        review.counted(),
                        emergency.authority(),
                        List.of(),
                        List.of(),
                        Optional.of(emergency)))
                : super.decide(command, state);
          }
        });
  }

  @Test
  void theSearchFindsThatALinkAloneAnswers() {
    bites(SmallWorld.OUTSIDE, answeredInSpiteOf("CODE_NEEDED"));
  }

  @Test
  void theSearchFindsThatALinkAnswersAfterItsTime() {
    bites(SmallWorld.OUTSIDE, answeredInSpiteOf("LINK_EXPIRED"));
  }

  @Test
  void theSearchFindsThatTheHouseAnswersForSomebodyOutside() {
    bites(SmallWorld.OUTSIDE, answeredInSpiteOf("ONLY_BY_INVITATION"));
  }

  @Test
  void theSearchFindsThatSomebodyElseAnswersByALink() {
    bites(SmallWorld.OUTSIDE, answeredInSpiteOf("NOT_INVITED"));
  }

  @Test
  void theSearchFindsThatSomebodyOutsideIsPassedOverWhileTheirLinkIsOpen() {
    bites(SmallWorld.OUTSIDE, goingOnInSpiteOf("NOT_SILENT"));
  }

  @Test
  void theSearchFindsThatAPassingOverOutlivesANewInvitation() {
    bites(
        SmallWorld.OUTSIDE,
        new Bugged() {
          @Override
          public Clearance evolve(Clearance state, Envelope<ClearanceEvent> event) {
            Clearance after = super.evolve(state, event);
            if (event.payload() instanceof ClearerInvited it
                && state instanceof UnderReview(Review review)) {
              Optional<PassedOver> before =
                  Optional.ofNullable(review.progress().passedOver().get(it.party()));
              return before.isPresent()
                  ? super.evolve(after, event.with(new OfficePassedOver(before.get())))
                  : after;
            }
            return after;
          }
        });
  }

  @Test
  void theSearchFindsThatWhoObjectedIsTakenOffTheList() {
    bites(
        SmallWorld.PASSAGES,
        inSpiteOf(
            "OBJECTED",
            (command, _) ->
                command.payload() instanceof RemoveOffice(var office, var reason)
                    ? Optional.of(new OfficeRemoved(office, reason))
                    : Optional.empty()));
  }

  /** Rules without one refusal of an answer. */
  private static Bugged answeredInSpiteOf(String refusal) {
    return inSpiteOf(
        refusal,
        (command, _) ->
            command.payload() instanceof AnswerForOffice(var digest, var answer, _, _)
                ? Optional.of(
                    new OfficeAnswered(
                        new OfficeAnswer(
                            command.actor().office(),
                            answer,
                            command.actor().person(),
                            digest,
                            command.at(),
                            "")))
                : Optional.empty());
  }

  /** Rules without one refusal of going on without an office. */
  private static Bugged goingOnInSpiteOf(String refusal) {
    return inSpiteOf(
        refusal,
        (command, _) ->
            command.payload() instanceof ProceedWithout(_, var office, var reason)
                ? Optional.of(
                    new OfficePassedOver(
                        new PassedOver(office, command.actor().person(), command.at(), reason)))
                : Optional.empty());
  }

  /** Rules without one refusal of an approval. */
  private static Bugged blindTo(String refusal) {
    return inSpiteOf(
        refusal,
        (command, state) ->
            state instanceof UnderReview(Review review)
                ? Optional.of(
                    new NoteCleared(review.text(), review.counted(), command.actor().person()))
                : Optional.empty());
  }

  /**
   * Rules without one refusal.
   *
   * @param done what they accept where the sound rules refuse with it; empty if they refuse too
   */
  private static Bugged inSpiteOf(
      String refusal,
      BiFunction<Envelope<ClearanceCommand>, Clearance, Optional<ClearanceEvent>> done) {
    return new Bugged() {
      @Override
      public Decision<ClearanceEvent> decide(Envelope<ClearanceCommand> command, Clearance state) {
        Decision<ClearanceEvent> sound = super.decide(command, state);
        return sound instanceof Decision.Refused<ClearanceEvent>(var code, _)
                && code.equals(refusal)
            ? done.apply(command, state)
                .<Decision<ClearanceEvent>>map(event -> Decision.accept(event))
                .orElse(sound)
            : sound;
      }
    };
  }

  private static void bites(SmallWorld world, Bugged bugged) {
    assertThat(world.walk(bugged).violation()).isPresent();
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
