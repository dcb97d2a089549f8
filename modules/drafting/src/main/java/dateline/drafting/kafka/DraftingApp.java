package dateline.drafting.kafka;

import dateline.contracts.Topic;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingDecider;
import dateline.drafting.DraftingEvent;
import dateline.note.checks.Checks;
import dateline.runtime.Engine;
import dateline.runtime.Engine.Publications;
import dateline.runtime.Engine.Reaction;
import java.util.List;
import java.util.Optional;

/** The drafting engine, whole. */
public final class DraftingApp {

  private DraftingApp() {}

  /** The engine, for {@code EngineTopology}. */
  public static Engine<DraftingCommand, ?, DraftingEvent> engine() {
    return new Engine<>(
        "drafting",
        new DraftingDecider(Checks::blocking),
        new CommandCodec(),
        new EventCodec(),
        List.of(
            new Reaction<>(
                Topic.CLEARANCE_EVENTS,
                WhenNoteReturnedReopenDraft::read,
                new WhenNoteReturnedReopenDraft()),
            new Reaction<>(
                Topic.PUBLISHING_EVENTS,
                WhenNoteReleasedCloseDraft::read,
                new WhenNoteReleasedCloseDraft()),
            new Reaction<>(
                Topic.DRAFTING_EVENTS,
                WhenTranslationLinkedRegisterIt::read,
                new WhenTranslationLinkedRegisterIt()),
            new Reaction<>(
                Topic.DRAFTING_EVENTS,
                WhenSourceChangedOutdateTranslation::read,
                new WhenSourceChangedOutdateTranslation()),
            new Reaction<>(
                Topic.DRAFTING_EVENTS,
                WhenNumberRequestedAllocateIt::read,
                new WhenNumberRequestedAllocateIt()),
            new Reaction<>(
                Topic.DRAFTING_EVENTS,
                WhenNumberAllocatedNumberNote::read,
                new WhenNumberAllocatedNumberNote())),
        Publications.none(),
        Optional.empty());
  }
}
