package dateline.drafting;

import static dateline.drafting.Drafts.FIRST;
import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.POLICY;
import static dateline.drafting.Drafts.begin;
import static dateline.drafting.Drafts.close;
import static dateline.drafting.Drafts.closed;
import static dateline.drafting.Drafts.draft;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.numberOf;
import static dateline.drafting.Drafts.submitted;
import static dateline.drafting.Drafts.submittedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.drafting.DraftingCommand.AllocateNumber;
import dateline.drafting.DraftingCommand.NumberNote;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.NoteNumbered;
import dateline.drafting.DraftingEvent.NumberAllocated;
import dateline.drafting.DraftingEvent.NumberRequested;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.note.Digest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Release numbers: unique and without a gap, for each office and each year of its day. */
class NumbersTest {

  private static final NumberSeries PRESS_2026 = series("press", 2026);

  // The note

  @Test
  void aNumberIsAskedForOnceTheNoteIsPublicAndNotBefore() {
    submitted().when(POLICY, close(FIRST)).then(new DraftClosed(Digest.of(FIRST)), numberOf(2026));
    closed().when(POLICY, close(FIRST)).isNothingToDo();
  }

  @Test
  void theYearIsThatOfTheOfficesDay() {
    Instant newYearInUtc = Instant.parse("2027-01-01T03:00:00Z");
    assertThat(yearOfARelease(newYearInUtc, Optional.of(ZoneId.of("America/New_York"))))
        .isEqualTo(2026);
    assertThat(yearOfARelease(newYearInUtc, Optional.of(ZoneId.of("Asia/Tokyo")))).isEqualTo(2027);
    assertThat(yearOfARelease(newYearInUtc, Optional.empty())).isEqualTo(2027);
  }

  @Test
  void aPublicNoteGetsItsNumberOnce() {
    closed().when(POLICY, new NumberNote(PRESS_2026, 7)).then(new NoteNumbered(PRESS_2026, 7));
    closed()
        .by(POLICY, new NoteNumbered(PRESS_2026, 7))
        .when(POLICY, new NumberNote(PRESS_2026, 8))
        .isNothingToDo();
  }

  @Test
  void aNoteThatIsNotPublicHasNoNumber() {
    draft().when(POLICY, new NumberNote(PRESS_2026, 7)).isRefused("NOT_RELEASED");
    submitted().when(POLICY, new NumberNote(PRESS_2026, 7)).isRefused("NOT_RELEASED");
    nothing().when(POLICY, new NumberNote(PRESS_2026, 7)).isRefused("UNKNOWN_NOTE");
  }

  @Test
  void nobodyGivesNumbersByHand() {
    closed().when(MAYA, new NumberNote(PRESS_2026, 7)).isRefused("WRONG_ROLE");
    nothing().when(MAYA, new AllocateNumber(PRESS_2026, "note")).isRefused("WRONG_ROLE");
  }

  // The numbers

  @Test
  void numbersAreGivenInOrderAndOnceToEachNote() {
    List<Integer> given = new ArrayList<>();
    List<Envelope<DraftingEvent>> history = new ArrayList<>();
    for (String note : List.of("a", "b", "a", "c", "b", "d")) {
      for (DraftingEvent event : allocate(history, PRESS_2026.key(), note)) {
        given.add(((NumberAllocated) event).number());
      }
    }
    assertThat(given).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aNumberIsTakenFromItsOwnSeriesOnly() {
    assertThat(allocate(new ArrayList<>(), series("press", 2025).key(), "a")).isEmpty();
    assertThat(allocate(new ArrayList<>(), series("legal", 2026).key(), "a")).isEmpty();
    assertThat(allocate(new ArrayList<>(), "note-1", "a")).isEmpty();
  }

  @Test
  void noNoteIsBegunWhereNumbersAreKept() {
    Decider<DraftingCommand, Draft, DraftingEvent> rules = new DraftingDecider(_ -> List.of());
    Envelope<DraftingCommand> begin =
        Envelope.of(MessageId.of("x"), PRESS_2026.key(), Instant.EPOCH, MAYA, begin(FIRST));
    assertThat(rules.decide(begin, rules.initialState()))
        .isInstanceOfSatisfying(
            Decision.Refused.class, it -> assertThat(it.code()).isEqualTo("NOT_A_NOTE_ID"));
    List<Envelope<DraftingEvent>> history = new ArrayList<>();
    assertThat(allocate(history, PRESS_2026.key(), "a")).hasSize(1);
    assertThat(rules.decide(begin, rules.replay(history)))
        .isInstanceOfSatisfying(
            Decision.Refused.class, it -> assertThat(it.code()).isEqualTo("NOT_A_NOTE_ID"));
  }

  @Test
  void aHistoryWithAGapIsNotReplayed() {
    DraftingDecider rules = new DraftingDecider(_ -> List.of());
    Envelope<DraftingEvent> second =
        Envelope.of(
            MessageId.of("x"),
            PRESS_2026.key(),
            Instant.EPOCH,
            POLICY,
            new NumberAllocated(PRESS_2026, 2, "b"));
    assertThatThrownBy(() -> rules.replay(List.of(second)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NumberAllocated");
  }

  /** Asks for a number as the policy does, and adds what happened to the history. */
  private static List<DraftingEvent> allocate(
      List<Envelope<DraftingEvent>> history, String key, String note) {
    DraftingDecider rules = new DraftingDecider(_ -> List.of());
    Envelope<DraftingCommand> asked =
        Envelope.of(
            MessageId.of("ask/" + history.size() + note),
            key,
            Instant.EPOCH,
            POLICY,
            new AllocateNumber(PRESS_2026, note));
    if (rules.decide(asked, rules.replay(history))
        instanceof Decision.Accepted<DraftingEvent>(List<DraftingEvent> events)) {
      events.forEach(event -> history.add(asked.event(0, event)));
      return events;
    }
    return List.of();
  }

  private static int yearOfARelease(Instant released, Optional<ZoneId> zone) {
    return nothing()
        .by(MAYA, new DraftCreated(FIRST, Digest.of(FIRST), zone))
        .by(MAYA, submittedBy(FIRST, "maya"))
        .at(released)
        .when(POLICY, close(FIRST))
        .thenSome(NumberRequested.class)
        .series()
        .year();
  }

  private static NumberSeries series(String office, int year) {
    return new NumberSeries(new OfficeId(office), year);
  }
}
