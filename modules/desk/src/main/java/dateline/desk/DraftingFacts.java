package dateline.desk;

import dateline.contracts.DraftAbandonedV1;
import dateline.contracts.DraftCreatedV1;
import dateline.contracts.DraftReopenedV1;
import dateline.contracts.DraftRevisedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.NoteRecalledV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.runtime.NoteCodec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk's view of drafting's events. */
final class DraftingFacts {

  /**
   * What an event made of a draft.
   *
   * @param what the event's name
   * @param detail for people; may be empty
   */
  record Fact(Draft after, String what, String detail) {}

  private DraftingFacts() {}

  static NoteEntry apply(NoteEntry note, DraftingEventV1 event) {
    Draft before = note.draft();
    Fact fact =
        onText(before, event)
            .or(() -> onStatus(before, event))
            .or(() -> PapersFacts.of(before, event))
            .orElseGet(() -> new Fact(before.beside(before.papers()), "Unknown", ""));
    return note.with(
        fact.after(),
        new HistoryLine(
            event.getAt(),
            "drafting",
            fact.after().version(),
            fact.what(),
            event.getActor().getPerson(),
            event.getActor().getOffice(),
            event.getActor().getRole(),
            fact.detail(),
            event.getId(),
            event.getCausationId()));
  }

  private static Optional<Fact> onText(Draft before, DraftingEventV1 event) {
    String person = event.getActor().getPerson();
    @Nullable DraftCreatedV1 created = event.getDraftCreated();
    if (created != null) {
      Draft after =
          before.created(
              event.getActor().getOffice(),
              NoteCodec.fromWire(created.getNote()),
              created.getDigest(),
              event.getAt(),
              person);
      return fact(after, "DraftCreated", "revision 1");
    }
    @Nullable DraftRevisedV1 revised = event.getDraftRevised();
    if (revised == null) {
      return Optional.empty();
    }
    MediaNote text = NoteCodec.fromWire(revised.getNote());
    List<String> parts =
        before.note().map(former -> Part.changed(former, text)).orElse(List.of()).stream()
            .map(Part::component)
            .toList();
    Optional<String> proposedBy = Optional.ofNullable(revised.getProposedBy());
    Draft after =
        before.revised(text, revised.getDigest(), parts, event.getAt(), person, proposedBy);
    return fact(
        after,
        "DraftRevised",
        "revision %d: %s%s"
            .formatted(
                revised.getRevision(),
                String.join(", ", parts),
                proposedBy.map(one -> "; proposed by " + one).orElse("")));
  }

  private static Optional<Fact> onStatus(Draft before, DraftingEventV1 event) {
    @Nullable NoteSubmittedV1 submitted = event.getNoteSubmitted();
    if (submitted != null) {
      Draft after =
          before.submitted(
              submitted.getContributors(),
              submitted.getWaivers().stream()
                  .map(waiver -> new Draft.Waiver(waiver.getCode(), waiver.getReason()))
                  .toList());
      return fact(
          after,
          "NoteSubmitted",
          "revision %d%s"
              .formatted(
                  submitted.getRevision(),
                  Boolean.TRUE.equals(submitted.getUrgent()) ? ", urgent" : ""));
    }
    @Nullable NoteRecalledV1 recalled = event.getNoteRecalled();
    if (recalled != null) {
      return fact(before.now(Draft.Status.OPEN), "NoteRecalled", recalled.getReason());
    }
    @Nullable DraftReopenedV1 reopened = event.getDraftReopened();
    if (reopened != null) {
      return fact(before.now(Draft.Status.OPEN), "DraftReopened", reopened.getReason());
    }
    @Nullable DraftAbandonedV1 abandoned = event.getDraftAbandoned();
    if (abandoned != null) {
      Draft after =
          before.abandoned(event.getActor().getPerson(), event.getAt(), abandoned.getReason());
      return fact(after, "DraftAbandoned", abandoned.getReason());
    }
    if (event.getDraftRestored() != null) {
      return fact(before.now(Draft.Status.OPEN), "DraftRestored", "");
    }
    return event.getDraftClosed() == null
        ? Optional.empty()
        : fact(before.now(Draft.Status.CLOSED), "DraftClosed", "");
  }

  private static Optional<Fact> fact(Draft after, String what, String detail) {
    return Optional.of(new Fact(after, what, detail));
  }
}
