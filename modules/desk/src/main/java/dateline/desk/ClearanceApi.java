package dateline.desk;

import dateline.contracts.DeclareEmergencyV1;
import dateline.contracts.ProceedWithoutV1;
import dateline.contracts.RecordAnswerV1;
import dateline.contracts.RecuseV1;
import dateline.desk.CommandDesk.Order;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Role;
import dateline.runtime.http.Problem;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.Optional;

/**
 * What is said about a text by other ways than an office's own answer: by phone, by stepping aside,
 * by going on without an office or without all of them.
 */
final class ClearanceApi {

  private final NoteChanges changes;
  private final NotesApi notes;
  private final Deputies deputies;

  ClearanceApi(NoteChanges changes, NotesApi notes, Deputies deputies) {
    this.changes = changes;
    this.notes = notes;
    this.deputies = deputies;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/clearances/recorded", this::record),
        Route.post("/api/notes/{note}/recusal", this::recuse),
        Route.post("/api/notes/{note}/clearance-list/{office}/passing-over", this::passOver),
        Route.post("/api/notes/{note}/emergency", this::declare));
  }

  private Response record(Request request) {
    Change change = changes.asked(request, Role.DUTY_OFFICER, Role.REVIEWER, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    String office = fields.text("office");
    String person = fields.text("person");
    RecordAnswerV1 payload =
        new RecordAnswerV1(
            fields.digest(),
            office,
            person,
            fields.oneOf("answer", "CLEARED", "NOT_CLEARED", "SEEN"),
            fields.textOr("reason", ""),
            deputies.standsInFor(person, office).orElse(null));
    Response response =
        changes.clearance(
            change,
            "clearances by phone",
            command -> {
              requireSpeaksFor(payload.getPerson(), payload.getOffice());
              return command.setRecordAnswer(payload);
            });
    return NoteChangesApi.withRelease(response, change.note());
  }

  /** A reviewer of that office, or who stands in for one of them today. */
  private void requireSpeaksFor(String person, String office) {
    if (!deputies.speaksFor(person, office)) {
      throw Fields.wrong(
          422,
          "NOT_OF_THAT_OFFICE",
          "The directory has no reviewer of that office who is called so, nor a deputy of one today; name who said it.");
    }
  }

  private Response recuse(Request request) {
    Change change = changes.asked(request, Role.REVIEWER, Role.APPROVER);
    RecuseV1 payload = new RecuseV1(Fields.of(request).textOr("reason", ""));
    return changes.clearance(change, "recusal", command -> command.setRecuse(payload));
  }

  private Response passOver(Request request) {
    Change change = changes.asked(request, Role.APPROVER, Role.PRESS_OFFICER);
    String office = request.param("office");
    Fields fields = Fields.of(request);
    ProceedWithoutV1 payload =
        new ProceedWithoutV1(fields.digest(), office, fields.textOr("reason", ""));
    return changes.clearance(
        change, "passing over " + office, command -> command.setProceedWithout(payload));
  }

  /**
   * It is declared, and then granted or refused by what the action office owes already: two answers
   * of the engine, of which the second counts.
   */
  private Response declare(Request request) {
    Change change = changes.asked(request, Role.EMERGENCY_AUTHORITY);
    Fields fields = Fields.of(request);
    DeclareEmergencyV1 payload =
        new DeclareEmergencyV1(fields.digest(), fields.textOr("reason", ""));
    Order order = changes.order(change, "emergency");
    Response declared =
        changes.give(
            change,
            order,
            NoteEngine.CLEARANCE,
            () -> changes.clearance(change, order, command -> command.setDeclareEmergency(payload)),
            NotesApi::whereItIs);
    return changes.awaiting(
        declared, change, order, ClearanceApi::isDecided, now -> decided(now, change, order));
  }

  private static boolean isDecided(NoteEntry note) {
    return note.clearance()
        .emergency()
        .filter(it -> it.stage() != EmergencyCase.Stage.DECLARED)
        .isPresent();
  }

  private Response decided(NoteEntry now, Change change, Order order) {
    return now.clearance()
        .emergency()
        .flatMap(ClearanceApi::whyNot)
        .<Response>map(problem -> problem.withHeader("ETag", '"' + now.version() + '"'))
        .orElseGet(() ->
            notes.content(200, now, change.reader()).withHeader("Dateline-Command", order.id()));
  }

  private static Optional<Problem> whyNot(EmergencyCase emergency) {
    return switch (emergency.stage()) {
      case REFUSED -> no("EMERGENCY_REFUSED", emergency.refusedBecause());
      case LAPSED ->
          emergency.due().isPresent()
              ? Optional.empty()
              : no(
                  "EMERGENCY_LAPSED",
                  "The text was taken back or replaced before it could pass; read the note again.");
      case DECLARED, GRANTED, CLEARED_AFTER_THE_FACT -> Optional.empty();
    };
  }

  private static Optional<Problem> no(String code, String because) {
    return Optional.of(Refusals.problem(code, because));
  }
}
