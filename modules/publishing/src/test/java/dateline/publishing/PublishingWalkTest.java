package dateline.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.PersonId;
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingEvent.EndorserProposalLeft;
import dateline.publishing.PublishingEvent.EndorserWithdrew;
import dateline.publishing.PublishingEvent.EndorsersProposed;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.Release.Prepared;
import dateline.publishing.Release.Scheduled;
import dateline.testkit.Seed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is asked in whatever order, the promises hold; and rules with a bug are caught. */
class PublishingWalkTest {

  private static final Seed SEED = Seed.ofThisRun();
  private static final int WALKS = 3_000;
  private static final int COMMANDS = 50;

  @Test
  void noSequenceOfCommandsBreaksAPromise() {
    for (int i = 0; i < WALKS; i++) {
      assertThat(brokenBy(new PublishingDecider(), i)).as("walk %d, %s", i, SEED).isEmpty();
    }
  }

  @Test
  void theWalksGoEverywhere() {
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 500; i++) {
      PublishingWalk walk = new PublishingWalk(SEED.round(i));
      walk.run(new PublishingDecider(), COMMANDS);
      for (Envelope<PublishingEvent> event : walk.history()) {
        seen.add(
            event.payload() instanceof NoteReleased released
                ? "NoteReleased "
                    + (released.scheduledFor().isPresent() ? "by schedule" : "at once")
                : event.payload().getClass().getSimpleName());
      }
    }
    assertThat(seen)
        .as("%s", SEED)
        .containsExactly(
            "EndorserProposalLeft",
            "EndorserWithdrew",
            "EndorsersAdded",
            "EndorsersProposed",
            "NoteReleased at once",
            "NoteReleased by schedule",
            "ReleaseDiscarded",
            "ReleasePrepared",
            "ReleaseScheduled",
            "ScheduleCancelled");
  }

  @ParameterizedTest
  @EnumSource
  void aPlantedBugIsCaught(Bug bug) {
    Set<String> broken = new TreeSet<>();
    for (int i = 0; i < WALKS && !broken.contains(bug.breaks); i++) {
      broken.addAll(brokenBy(bug, i));
    }
    assertThat(broken).as("%s", SEED).contains(bug.breaks);
  }

  private static List<String> brokenBy(
      Decider<PublishingCommand, Release, PublishingEvent> rules, int round) {
    PublishingWalk walk = new PublishingWalk(SEED.round(round));
    walk.run(rules, COMMANDS);
    return PublicPromises.brokenBy(walk.history(), walk.approved());
  }

  /** The rules with one of them missing. */
  enum Bug implements Decider<PublishingCommand, Release, PublishingEvent> {
    NEVER_COMPARES_THE_DIGEST("the digest is the text's own") {
      @Override
      public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, Release state) {
        return command.payload() instanceof PrepareRelease it
                && state instanceof Release.NotPrepared
            ? Decision.accept(
                new ReleasePrepared(it.revision(), it.note(), it.digest(), it.contributors()))
            : RULES.decide(command, state);
      }
    },
    BELIEVES_THE_REMINDER("its instant has come") {
      @Override
      public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, Release state) {
        return command.payload() instanceof ReleaseDue && state instanceof Scheduled it
            ? Decision.accept(
                new NoteReleased(
                    it.text().note(), it.text().digest(), 1, Optional.of(it.releaseAt())))
            : RULES.decide(command, state);
      }
    },
    IGNORES_THE_SCHEDULE("its instant has come") {
      @Override
      public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, Release state) {
        return command.payload() instanceof ReleaseNow && state instanceof Scheduled it
            ? RULES.decide(command, new Prepared(it.text()))
            : RULES.decide(command, state);
      }
    },
    FORGETS_THAT_IT_RELEASED("nothing but endorsers follows a release") {
      @Override
      public Release evolve(Release state, Envelope<PublishingEvent> event) {
        return event.payload() instanceof NoteReleased ? state : RULES.evolve(state, event);
      }
    },
    KEEPS_WHAT_IS_NO_LONGER_CLEARED("its clearance still holds") {
      @Override
      public Release evolve(Release state, Envelope<PublishingEvent> event) {
        return event.payload() instanceof PublishingEvent.ReleaseDiscarded
            ? state
            : RULES.evolve(state, event);
      }
    },
    LETS_WRITERS_RELEASE("nobody makes public what they wrote") {
      @Override
      public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, Release state) {
        return state instanceof Prepared(ClearedText text)
            ? RULES.decide(
                command,
                new Prepared(
                    new ClearedText(text.revision(), text.note(), text.digest(), List.of())))
            : RULES.decide(command, state);
      }
    },
    LETS_ONE_PERSON_ADD("nobody adds whom they proposed") {
      @Override
      public Release evolve(Release state, Envelope<PublishingEvent> event) {
        return event.payload() instanceof EndorsersProposed
            ? RULES.evolve(state, by("nobody", event))
            : RULES.evolve(state, event);
      }
    },
    LETS_WRITERS_ADD("nobody makes public what they wrote") {
      @Override
      public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, Release state) {
        return command.payload() instanceof AddEndorsers
            ? RULES.decide(by("nobody", command), state)
            : RULES.decide(command, state);
      }
    },
    FORGETS_THAT_IT_WAS_LEFT("who is added was proposed") {
      @Override
      public Release evolve(Release state, Envelope<PublishingEvent> event) {
        return event.payload() instanceof EndorserProposalLeft ? state : RULES.evolve(state, event);
      }
    },
    COUNTS_A_WITHDRAWAL_AS_NONE("who withdraws endorsed it") {
      @Override
      public Release evolve(Release state, Envelope<PublishingEvent> event) {
        return event.payload() instanceof EndorserWithdrew ? state : RULES.evolve(state, event);
      }
    };

    private static final PublishingDecider RULES = new PublishingDecider();

    private static <P> Envelope<P> by(String person, Envelope<P> message) {
      Actor actor = message.actor();
      return new Envelope<>(
          message.id(),
          message.causationId(),
          message.key(),
          message.at(),
          new Actor(new PersonId(person), actor.office(), actor.role()),
          message.payload());
    }

    private final String breaks;

    Bug(String breaks) {
      this.breaks = breaks;
    }

    @Override
    public Release initialState() {
      return RULES.initialState();
    }

    @Override
    public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, Release state) {
      return RULES.decide(command, state);
    }

    @Override
    public Release evolve(Release state, Envelope<PublishingEvent> event) {
      return RULES.evolve(state, event);
    }
  }
}
