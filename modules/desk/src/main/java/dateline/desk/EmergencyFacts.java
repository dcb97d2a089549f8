package dateline.desk;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.EmergencyDeclaredV1;
import dateline.contracts.EmergencyOpenedV1;
import dateline.contracts.EmergencyRefusedV1;
import dateline.contracts.EmergencySettledV1;
import dateline.contracts.NoteClearedAfterTheFactV1;
import dateline.contracts.NoteClearedV1;
import dateline.desk.ClearanceFacts.Fact;
import dateline.desk.OwedEntry.Debt;
import dateline.desk.Standing.Decided;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk's view of clearance's events: what passed in an emergency, and what is owed for it. */
final class EmergencyFacts {

  /** What the keys of offices' debts begin with; no note's id does. */
  private static final String KEYS = "emergencies/";

  private EmergencyFacts() {}

  static Optional<Fact> of(Clearance before, ClearanceEventV1 event) {
    @Nullable EmergencyDeclaredV1 declared = event.getEmergencyDeclared();
    if (declared != null) {
      Decided by = new Decided(declared.getAuthority(), event.getAt(), declared.getReason());
      return Fact.of(
          before.with(
              Optional.of(EmergencyCase.declared(declared.getDigest(), declared.getOffice(), by))),
          "EmergencyDeclared",
          declared.getReason());
    }
    @Nullable EmergencyRefusedV1 refused = event.getEmergencyRefused();
    if (refused != null) {
      return Fact.of(
          before.with(before.emergency().map(it -> it.refused(refused.getBecause()))),
          "EmergencyRefused",
          refused.getBecause());
    }
    if (event.getEmergencyLapsed() != null) {
      return Fact.of(
          before.with(before.emergency().map(EmergencyCase::lapsed)), "EmergencyLapsed", "");
    }
    if (event.getEmergencyOverdue() != null) {
      return Fact.of(
          before.with(before.emergency().map(it -> it.overdue(event.getAt()))),
          "EmergencyOverdue",
          "");
    }
    @Nullable NoteClearedAfterTheFactV1 cleared = event.getNoteClearedAfterTheFact();
    if (cleared == null) {
      return Optional.empty();
    }
    Decided by = new Decided(cleared.getApprover(), event.getAt(), "");
    return Fact.of(
        before.with(before.emergency().map(it -> it.cleared(by))), "NoteClearedAfterTheFact", "");
  }

  /** The emergency in which a text was approved; empty if in none. */
  static Optional<EmergencyCase> granted(Clearance before, NoteClearedV1 cleared) {
    return Optional.ofNullable(cleared.getEmergency())
        .flatMap(granted -> before.emergency().map(it -> it.granted(granted.getDue())));
  }

  /** Whether this is the key of what an office owes, and not of a note. */
  static boolean isKey(String key) {
    return key.startsWith(KEYS);
  }

  static String officeOf(String key) {
    return key.substring(KEYS.length());
  }

  /** What an office owes after one more event under its key. */
  static OwedEntry apply(OwedEntry before, ClearanceEventV1 event) {
    @Nullable EmergencyOpenedV1 opened = event.getEmergencyOpened();
    if (opened != null) {
      return before.plus(
          new Debt(
              opened.getNote(),
              opened.getDigest(),
              opened.getEmergency().getAuthority(),
              opened.getEmergency().getReason(),
              event.getAt(),
              opened.getEmergency().getDue()));
    }
    @Nullable EmergencySettledV1 settled = event.getEmergencySettled();
    return settled == null ? before : before.without(settled.getNote());
  }
}
