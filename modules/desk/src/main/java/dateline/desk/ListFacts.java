package dateline.desk;

import dateline.contracts.AskedV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.EditsLeftV1;
import dateline.contracts.OfficeAddedV1;
import dateline.contracts.OfficeAskedAgainV1;
import dateline.contracts.OfficePassedOverV1;
import dateline.contracts.OfficeProposedV1;
import dateline.contracts.OfficeRemovedV1;
import dateline.contracts.OfficesAskedV1;
import dateline.contracts.OfficesRemindedV1;
import dateline.contracts.OfficesSilentV1;
import dateline.contracts.PassedOverV1;
import dateline.contracts.PersonRecusedV1;
import dateline.contracts.TermV1;
import dateline.desk.ClearanceFacts.Fact;
import dateline.desk.OfficeList.Line;
import dateline.desk.OfficeList.Proposed;
import dateline.desk.OfficeList.Removed;
import dateline.desk.Standing.Decided;
import dateline.desk.Standing.Turn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The desk's view of clearance's events: who is asked, and what is decided about the list. */
final class ListFacts {

  private ListFacts() {}

  static Optional<Fact> of(Clearance before, ClearanceEventV1 event) {
    return onTime(before, event)
        .or(() -> onList(before, event))
        .or(() -> onOffice(before, event))
        .or(() -> onPerson(before, event));
  }

  /** The list as a text was sent to it. */
  static OfficeList list(OfficeList before, ClearanceRequestedV1 requested) {
    return before.requested(
        requested.getDirectoryVersion(),
        Optional.ofNullable(requested.getOwner()).orElse(""),
        Optional.ofNullable(requested.getApprovers()).orElse(1),
        requested.getLines().stream().map(wire -> line(wire, Optional.empty())).toList());
  }

  private static Optional<Fact> onTime(Clearance before, ClearanceEventV1 event) {
    @Nullable OfficesAskedV1 asked = event.getOfficesAsked();
    if (asked != null) {
      Map<String, Turn> turns = new HashMap<>();
      for (AskedV1 one : asked.getAsked()) {
        turns.put(
            one.getOffice(),
            Turn.of(
                event.getAt(),
                Optional.ofNullable(one.getRemindAt()),
                Optional.ofNullable(one.getDue())));
      }
      return Fact.of(
          before.asking(turns),
          "OfficesAsked",
          asked.getAsked().stream().map(ListFacts::untilWhen).collect(Collectors.joining(", ")));
    }
    @Nullable OfficesRemindedV1 reminded = event.getOfficesReminded();
    if (reminded != null) {
      return Fact.of(
          before.with(reminded.getOffices(), standing -> standing.reminded(event.getAt())),
          "OfficesReminded",
          String.join(", ", reminded.getOffices()));
    }
    @Nullable OfficesSilentV1 silent = event.getOfficesSilent();
    return silent == null
        ? Optional.empty()
        : Fact.of(
            before.with(silent.getOffices(), standing -> standing.silent(event.getAt())),
            "OfficesSilent",
            String.join(", ", silent.getOffices()));
  }

  private static String untilWhen(AskedV1 asked) {
    return asked.getOffice()
        + Optional.ofNullable(asked.getDue()).map(due -> " until " + due).orElse("");
  }

  private static Optional<Fact> onList(Clearance before, ClearanceEventV1 event) {
    @Nullable OfficeProposedV1 proposed = event.getOfficeProposed();
    if (proposed != null) {
      Proposed one =
          new Proposed(
              proposed.getOffice(),
              proposed.getPower(),
              event.getActor().getOffice(),
              ClearanceFacts.decided(event, proposed.getReason()));
      return Fact.of(
          before.with(before.list().proposing(one)),
          "OfficeProposed",
          detail(proposed.getOffice(), proposed.getReason()));
    }
    @Nullable OfficeAddedV1 added = event.getOfficeAdded();
    if (added != null) {
      ClearanceLineV1 wire = added.getLine();
      Decided decision = ClearanceFacts.decided(event, wire.getBecause());
      return Fact.of(
          before.with(
              before.list().adding(line(wire, Optional.of(decision))),
              wire.getOffice(),
              standing -> standing.withoutReceipt(before.digest())),
          "OfficeAdded",
          detail(wire.getOffice(), wire.getBecause()));
    }
    @Nullable OfficeRemovedV1 removed = event.getOfficeRemoved();
    return removed == null
        ? Optional.empty()
        : Fact.of(
            before.with(
                before
                    .list()
                    .removing(
                        new Removed(
                            removed.getOffice(),
                            ClearanceFacts.decided(event, removed.getReason()))),
                removed.getOffice(),
                standing -> standing.offTheList(before.digest())),
            "OfficeRemoved",
            detail(removed.getOffice(), removed.getReason()));
  }

  private static Optional<Fact> onOffice(Clearance before, ClearanceEventV1 event) {
    @Nullable EditsLeftV1 left = event.getEditsLeft();
    if (left != null) {
      return Fact.of(
          before.with(List.of(left.getOffice()), Standing::anew),
          "EditsLeft",
          detail(left.getOffice(), left.getReason()));
    }
    @Nullable OfficeAskedAgainV1 again = event.getOfficeAskedAgain();
    if (again != null) {
      return Fact.of(
          before.with(List.of(again.getOffice()), Standing::anew),
          "OfficeAskedAgain",
          detail(again.getOffice(), again.getReason()));
    }
    @Nullable OfficePassedOverV1 passed = event.getOfficePassedOver();
    if (passed == null) {
      return Optional.empty();
    }
    PassedOverV1 wire = passed.getDecision();
    Decided decision = new Decided(wire.getPerson(), wire.getAt(), wire.getReason());
    return Fact.of(
        before.with(List.of(wire.getOffice()), standing -> standing.passedOver(decision)),
        "OfficePassedOver",
        detail(wire.getOffice(), wire.getReason()));
  }

  private static Optional<Fact> onPerson(Clearance before, ClearanceEventV1 event) {
    @Nullable PersonRecusedV1 recused = event.getPersonRecused();
    return recused == null
        ? Optional.empty()
        : Fact.of(
            before.recusing(new Decided(recused.getPerson(), event.getAt(), recused.getReason())),
            "PersonRecused",
            recused.getReason());
  }

  private static Line line(ClearanceLineV1 wire, Optional<Decided> added) {
    return new Line(
        wire.getOffice(),
        wire.getPower(),
        wire.getMandatory(),
        wire.getBecause(),
        Optional.ofNullable(wire.getStage()).orElse(1),
        Optional.ofNullable(wire.getTerm()).map(TermV1::getWithinMs).map(Duration::ofMillis),
        added);
  }

  private static String detail(String office, String reason) {
    return office + ": " + reason;
  }
}
