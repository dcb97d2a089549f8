package dateline.drafting;

import static dateline.drafting.Drafts.FIRST;
import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.SECOND;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.reason;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.testkit.DeciderScenario;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts that were taken from elsewhere. */
class ImportedTest {

  private static final MediaNote THIRD = saying("The ferry sails at noon.");

  @Test
  void whereATextWasTakenFromIsOnTheRecord() {
    nothing()
        .when(MAYA, new CreateDraft(FIRST, Optional.empty(), version("1")))
        .then(new DraftCreated(FIRST, Digest.of(FIRST), Optional.empty(), version("1")));
    imported()
        .when(MAYA, new ReviseDraft(1, SECOND, version("2")))
        .then(new DraftRevised(2, SECOND, Digest.of(SECOND), version("2"), Optional.empty()));
  }

  @Test
  void aVersionIsImportedOnceWhoeverImportsIt() {
    twice().when(TOM, new ReviseDraft(2, FIRST, version("1"))).isNothingToDo();
    twice().when(TOM, new ReviseDraft(2, THIRD, version("2"))).isNothingToDo();
    twice().when(TOM, new ReviseDraft(2, THIRD, version("3"))).thenSome(DraftRevised.class);
  }

  @Test
  void whatWasWrittenHereIsNotReplaced() {
    assertThat(
            reason(
                imported()
                    .by(TOM, revised(2, THIRD))
                    .when(MAYA, new ReviseDraft(2, SECOND, version("2")))))
        .startsWith("Revision 2 was written here by tom");
    imported()
        .by(TOM, revised(2, THIRD))
        .when(MAYA, new ReviseDraft(2, SECOND, version("2")))
        .isRefused("CHANGED_HERE");
    nothing()
        .by(MAYA, Drafts.created(FIRST))
        .when(MAYA, new ReviseDraft(1, SECOND, version("1")))
        .isRefused("CHANGED_HERE");
  }

  @Test
  void whatWasWrittenHereAndSaysTheSameIsLeftAsItIs() {
    imported()
        .by(TOM, revised(2, SECOND))
        .when(MAYA, new ReviseDraft(2, SECOND, version("2")))
        .isNothingToDo();
  }

  @Test
  void anotherNotesVersionIsNoVersionOfThisOne() {
    Optional<Origin> other = version("2").map(it -> at("elsewhere.example", it.version()));
    imported().when(MAYA, new ReviseDraft(1, SECOND, other)).isRefused("CHANGED_HERE");
  }

  @Test
  void aVersionThatWasRestoredByHandWasWrittenHere() {
    twice()
        .when(MAYA, new RestoreRevision(2, 1))
        .then(new DraftRevised(3, FIRST, Digest.of(FIRST), Optional.empty(), Optional.empty()));
  }

  @Test
  void aStaleImportIsStale() {
    twice().when(MAYA, new ReviseDraft(1, THIRD, version("3"))).isRefused("STALE_REVISION");
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> imported() {
    return nothing()
        .by(MAYA, new DraftCreated(FIRST, Digest.of(FIRST), Optional.empty(), version("1")));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> twice() {
    return imported()
        .by(MAYA, new DraftRevised(2, SECOND, Digest.of(SECOND), version("2"), Optional.empty()));
  }

  private static Optional<Origin> version(String name) {
    return Optional.of(at("www.example.org", name));
  }

  private static Origin at(String source, String version) {
    return new Origin(
        source,
        "4711",
        Optional.of("https://www.example.org/ferries"),
        Optional.of(Instant.parse("2021-05-20T22:14:56Z")),
        version,
        Optional.empty());
  }
}
