package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.EndorsersAddedV1;
import dateline.contracts.EndorsersProposedV1;
import dateline.contracts.Topic;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.LogRecord;
import dateline.runtime.index.Entries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the desk makes of the log. */
class DeskProjectionTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote FIRST = Facts.text("A bridge opens", Span.plain("For 7."));
  private static final MediaNote SECOND = Facts.text("A bridge opens", Span.plain("For 8."));

  private final Facts facts = new Facts();
  private final DeskProjection projection = new DeskProjection();

  @Test
  void aNoteIsWhereItsEnginesLeftIt() {
    Memory memory = new Memory();
    assertThat(memory.after(facts.created(NOTE, "c", FIRST))).isEqualTo(NoteState.DRAFT);
    assertThat(memory.after(facts.submitted(NOTE, 1, FIRST))).isEqualTo(NoteState.SUBMITTED);
    assertThat(memory.after(facts.requested(NOTE, 1, FIRST, "legal")))
        .isEqualTo(NoteState.UNDER_REVIEW);
    assertThat(memory.after(facts.returned(NOTE, FIRST, "legal"))).isEqualTo(NoteState.RETURNED);
    assertThat(memory.after(facts.reopened(NOTE, 1))).isEqualTo(NoteState.RETURNED);
    assertThat(memory.after(facts.revised(NOTE, "r", 2, SECOND))).isEqualTo(NoteState.DRAFT);
    assertThat(memory.after(facts.submitted(NOTE, 2, SECOND))).isEqualTo(NoteState.SUBMITTED);
    assertThat(memory.after(facts.requested(NOTE, 2, SECOND, "legal")))
        .isEqualTo(NoteState.UNDER_REVIEW);
    assertThat(memory.after(facts.cleared(NOTE, SECOND, "legal")))
        .isEqualTo(NoteState.UNDER_REVIEW);
    assertThat(memory.after(facts.approved(NOTE, 2, SECOND))).isEqualTo(NoteState.CLEARED);
    assertThat(memory.after(facts.prepared(NOTE, 2, SECOND))).isEqualTo(NoteState.READY);
    assertThat(memory.after(facts.released(NOTE, SECOND))).isEqualTo(NoteState.RELEASED);
  }

  @Test
  void theOrderInWhichTopicsAreReadMakesNoDifference() {
    List<LogRecord> log =
        List.of(
            facts.created(NOTE, "c", FIRST),
            facts.submitted(NOTE, 1, FIRST),
            facts.requested(NOTE, 1, FIRST, "legal", "press"),
            facts.returned(NOTE, FIRST, "legal"),
            facts.reopened(NOTE, 1),
            facts.revised(NOTE, "r", 2, SECOND),
            facts.submitted(NOTE, 2, SECOND),
            facts.requested(NOTE, 2, SECOND, "legal", "press"),
            facts.cleared(NOTE, SECOND, "legal"),
            facts.approved(NOTE, 2, SECOND),
            facts.prepared(NOTE, 2, SECOND),
            facts.released(NOTE, SECOND));
    Memory inOrder = new Memory();
    log.forEach(inOrder::after);
    NoteEntry note = inOrder.note();
    assertThat(note.draft().version() + note.clearance().version() + note.release().version())
        .as("each event is one of its history")
        .isEqualTo(note.recent().size());
    for (long seed = 0; seed < 200; seed++) {
      Memory shuffled = new Memory();
      interleaved(log, new Random(seed)).forEach(shuffled::after);
      assertThat(normal(shuffled.note())).as("seed %d", seed).isEqualTo(normal(note));
    }
  }

  @Test
  void whatIsStoredIsReadAgain() {
    Memory memory = new Memory();
    memory.after(facts.created(NOTE, "c", FIRST));
    memory.after(facts.submitted(NOTE, 1, FIRST));
    memory.after(facts.requested(NOTE, 1, FIRST, "legal"));
    memory.after(facts.prepared(NOTE, 1, FIRST));
    memory.after(facts.released(NOTE, FIRST));
    memory.after(
        facts.publishing(
            NOTE,
            Facts.AUTHOR,
            it ->
                it.setEndorsersProposed(
                    new EndorsersProposedV1(
                        Facts.digest(FIRST), List.of("Norland", "Sudland"), "Note verbale."))));
    memory.after(
        facts.publishing(
            NOTE,
            "ann.approver",
            it ->
                it.setEndorsersAdded(
                    new EndorsersAddedV1(Facts.digest(FIRST), 1, List.of("Norland")))));
    NoteEntry note = memory.note();
    assertThat(note.release().endorsers().printed()).hasSize(1);
    assertThat(note.release().endorsers().proposed()).hasSize(1);

    assertThat(projection.read(projection.write(note))).isEqualTo(note);
  }

  @Test
  void aReviewAndItsEditsAreReadAgain() {
    ReviewFacts review = new ReviewFacts(facts, NOTE);
    Memory memory = new Memory();
    memory.after(facts.created(NOTE, "c", FIRST));
    memory.after(review.requested(1, FIRST, 2, ReviewFacts.line("legal", "CLEAR", true, 1)));
    memory.after(review.asked(ReviewFacts.DUE, "legal"));
    memory.after(review.silent("legal"));
    memory.after(review.edits("legal", "lea.legal", FIRST, SECOND));
    memory.after(review.kept(SECOND, "legal"));
    memory.after(review.passedOver("legal", "ann.approver"));
    memory.after(review.removed("press"));
    memory.after(review.proposed("ports", "CLEAR"));
    memory.after(review.recused("lea.legal"));
    memory.after(review.approvedFirst(FIRST, "ann.approver"));
    memory.after(review.declared(FIRST, "eve.minister"));
    memory.after(review.granted(1, FIRST, "eve.minister"));
    memory.after(review.opened(FIRST, "eve.minister"));

    memory
        .entries
        .values()
        .forEach(entry -> assertThat(projection.read(projection.write(entry))).isEqualTo(entry));
    assertThat(memory.entries)
        .containsOnlyKeys(
            "note:" + NOTE,
            "revision:" + NOTE + "/1",
            "edits:" + NOTE + "/legal",
            "records:" + NOTE,
            "owed:press");
  }

  /** Keeps the order of each topic, as the log does. */
  private static List<LogRecord> interleaved(List<LogRecord> log, Random random) {
    Map<Topic, Deque<LogRecord>> topics =
        log.stream()
            .collect(
                Collectors.groupingBy(LogRecord::topic, Collectors.toCollection(ArrayDeque::new)));
    List<LogRecord> mixed = new ArrayList<>();
    while (mixed.size() < log.size()) {
      List<Deque<LogRecord>> left =
          topics.values().stream().filter(topic -> !topic.isEmpty()).toList();
      mixed.add(left.get(random.nextInt(left.size())).remove());
    }
    return mixed;
  }

  private static NoteEntry normal(NoteEntry note) {
    return new NoteEntry(
        note.id(),
        note.draft(),
        note.clearance(),
        note.release(),
        note.earlier(),
        note.recent().stream().sorted(HistoryLine.IN_ORDER).toList());
  }

  private final class Memory implements Entries<DeskEntry> {
    private final Map<String, DeskEntry> entries = new HashMap<>();

    NoteState after(LogRecord record) {
      projection.apply(record, this);
      return note().state();
    }

    NoteEntry note() {
      return get(NoteEntry.entryId(NOTE)).map(NoteEntry.class::cast).orElseThrow();
    }

    @Override
    public Optional<DeskEntry> get(String id) {
      return Optional.ofNullable(entries.get(id));
    }

    @Override
    public void put(String id, DeskEntry entry) {
      entries.put(id, entry);
    }

    @Override
    public void remove(String id) {
      entries.remove(id);
    }
  }
}
