package dateline.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.Draft.Open;
import dateline.drafting.Draft.Submitted;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteNumbered;
import dateline.drafting.DraftingEvent.Numbered;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.drafting.DraftingEvent.TranslationOutdated;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.note.Digest;
import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.testkit.Seed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is asked in whatever order, the promises hold; and rules with a bug are caught. */
class DraftingWalkTest {

  private static final Seed SEED = Seed.ofThisRun();
  private static final int WALKS = 2_000;
  private static final int COMMANDS = 60;

  /** What none of so many walks does, no walk does: some kinds come in few of hundreds. */
  private static final int MOST_WALKS = 20_000;

  private static final List<String> KINDS =
      List.of(
          "AttachmentRemoved",
          "CoDrafterAdded",
          "CoDrafterRemoved",
          "CommentMade",
          "CommentReplied",
          "CommentResolved",
          "DraftAbandoned",
          "DraftClosed",
          "DraftCreated",
          "DraftReopened",
          "DraftRestored",
          "DraftRevised",
          "FileAttached",
          "NoteNumbered",
          "NoteRecalled",
          "NoteSubmitted",
          "NumberRequested",
          "ParagraphsLocked",
          "ParagraphsUnlocked",
          "SourceChanged",
          "TranslationConfirmed",
          "TranslationLinked",
          "TranslationOutdated",
          "TranslationRegistered",
          "TranslationUnlinked");

  @Test
  void noSequenceOfCommandsBreaksAPromise() {
    for (int i = 0; i < WALKS; i++) {
      assertThat(brokenBy(Bug.RULES, i)).as("walk %d, %s", i, SEED).isEmpty();
    }
  }

  @Test
  void theWalksGoEverywhere() {
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < MOST_WALKS && !seen.containsAll(KINDS); i++) {
      DraftingWalk walk = new DraftingWalk(SEED.round(i));
      walk.run(Bug.RULES, COMMANDS);
      walk.history().forEach(event -> seen.add(event.payload().getClass().getSimpleName()));
    }
    assertThat(seen).as("%s", SEED).containsExactlyElementsOf(KINDS);
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
      Decider<DraftingCommand, Draft, DraftingEvent> rules, int round) {
    DraftingWalk walk = new DraftingWalk(SEED.round(round));
    walk.run(rules, COMMANDS);
    return DraftPromises.brokenBy(walk.history());
  }

  private static List<Finding> findings(MediaNote note) {
    return note.equals(Drafts.saying("Blocked."))
        ? List.of(new Finding("BLOCKED", Finding.Severity.BLOCKS, 1, 1, "It is so.", "Mend it."))
        : List.of();
  }

  /** The rules with one of them missing. */
  enum Bug implements Decider<DraftingCommand, Draft, DraftingEvent> {
    REVISES_WHAT_IS_SUBMITTED("a submitted text does not change") {
      @Override
      public Decision<DraftingEvent> decide(Envelope<DraftingCommand> command, Draft state) {
        return state instanceof Submitted(Manuscript text, _)
                && command.payload() instanceof ReviseDraft
            ? RULES.decide(command, new Open(text))
            : RULES.decide(command, state);
      }

      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return state instanceof Submitted(Manuscript text, boolean urgent)
                && event.payload() instanceof DraftRevised revised
            ? new Submitted(text.after(event, revised), urgent)
            : RULES.evolve(state, event);
      }
    },
    COUNTS_THE_LAST_WRITER_ALONE("everyone who changed a character is named") {
      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return event.payload() instanceof DraftRevised
                && RULES.evolve(state, event) instanceof Open(Manuscript it)
            ? new Open(
                new Manuscript(
                    it.office(),
                    it.zone(),
                    it.revisions(),
                    List.of(event.actor().person()),
                    it.coDrafters(),
                    it.comments(),
                    it.agreed(),
                    it.attachments(),
                    it.translations()))
            : RULES.evolve(state, event);
      }
    },
    FORGETS_WHO_PROPOSED_WHAT_IT_TAKES("everyone who changed a character is named") {
      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return event.payload() instanceof DraftRevised(int number, var note, var digest, _, _)
            ? RULES.evolve(state, event.with(new DraftRevised(number, note, digest)))
            : RULES.evolve(state, event);
      }
    },
    TAKES_EVERY_SAVE_FOR_A_CHANGE("a revision changes a character") {
      @Override
      public Decision<DraftingEvent> decide(Envelope<DraftingCommand> command, Draft state) {
        return state instanceof Open(Manuscript text)
                && command.payload() instanceof ReviseDraft(int expected, MediaNote note, _)
                && expected == text.current().number()
            ? Decision.accept(new DraftRevised(expected + 1, note, Digest.of(note)))
            : RULES.decide(command, state);
      }
    },
    FORGETS_THAT_IT_CLOSED("a closed draft never changes") {
      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return event.payload() instanceof DraftClosed || event.payload() instanceof Numbered
            ? state
            : RULES.evolve(state, event);
      }
    },
    FORGETS_WHAT_WAS_AGREED("an agreed paragraph does not change") {
      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return event.payload() instanceof ParagraphsLocked ? state : RULES.evolve(state, event);
      }
    },
    LETS_EVERY_OFFICE_WRITE("drafters alone write") {
      @Override
      public Decision<DraftingEvent> decide(Envelope<DraftingCommand> command, Draft state) {
        Actor actor = command.actor();
        return state instanceof Open(Manuscript text)
            ? RULES.decide(
                new Envelope<>(
                    command.id(),
                    command.causationId(),
                    command.key(),
                    command.at(),
                    new Actor(actor.person(), text.office(), actor.role()),
                    command.payload()),
                state)
            : RULES.decide(command, state);
      }
    },
    DOES_NOT_NOTICE_A_STALE_TRANSLATION("a stale translation is submitted with a reason only") {
      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return event.payload() instanceof TranslationOutdated ? state : RULES.evolve(state, event);
      }
    },
    WRITES_ON_WHAT_WAS_GIVEN_UP("an abandoned draft does not change") {
      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return event.payload() instanceof DraftAbandoned ? state : RULES.evolve(state, event);
      }
    },
    NUMBERS_AGAIN("a note has one number") {
      @Override
      public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
        return event.payload() instanceof NoteNumbered ? state : RULES.evolve(state, event);
      }
    };

    private static final DraftingDecider RULES = new DraftingDecider(DraftingWalkTest::findings);

    private final String breaks;

    Bug(String breaks) {
      this.breaks = breaks;
    }

    @Override
    public Draft initialState() {
      return RULES.initialState();
    }

    @Override
    public Decision<DraftingEvent> decide(Envelope<DraftingCommand> command, Draft state) {
      return RULES.decide(command, state);
    }

    @Override
    public Draft evolve(Draft state, Envelope<DraftingEvent> event) {
      return RULES.evolve(state, event);
    }
  }
}
