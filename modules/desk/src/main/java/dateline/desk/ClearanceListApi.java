package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.AddOfficeV1;
import dateline.contracts.AskAgainV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.KeepAnswerV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.ProposeOfficeV1;
import dateline.contracts.RemoveOfficeV1;
import dateline.contracts.TermV1;
import dateline.desk.DeskEntry.HoursEntry;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.runtime.http.Content;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whose clearance a note needs: the action office decides, the others propose. */
final class ClearanceListApi {

  private final ReadModel model;
  private final Callers callers;
  private final NoteChanges changes;
  private final Deputies deputies;
  private final InstantSource clock;

  ClearanceListApi(
      ReadModel model,
      Callers callers,
      NoteChanges changes,
      Deputies deputies,
      InstantSource clock) {
    this.model = model;
    this.callers = callers;
    this.changes = changes;
    this.deputies = deputies;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/clearance-list/proposals", this::propose),
        Route.put("/api/notes/{note}/clearance-list/{office}", this::add),
        Route.delete("/api/notes/{note}/clearance-list/{office}", this::remove),
        Route.post("/api/notes/{note}/clearance-list/{office}/asking", this::askAgain),
        Route.post("/api/notes/{note}/clearance-list/{office}/keeping", this::keep),
        Route.get("/api/offices/{office}/emergencies", this::emergencies));
  }

  private Response propose(Request request) {
    Change change = changes.asked(request, Role.REVIEWER);
    Fields fields = Fields.of(request);
    ProposeOfficeV1 payload =
        new ProposeOfficeV1(fields.text("office"), power(fields), fields.textOr("reason", ""));
    return changes.clearance(
        change,
        "proposals of offices",
        command -> {
          requireOffice(payload.getOffice());
          return command.setProposeOffice(payload);
        });
  }

  private Response add(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    String office = request.param("office");
    String power = power(fields);
    int stage = fields.number("stage").orElse(1);
    if (stage < 1) {
      throw Fields.unusable("UNUSABLE_FIELD", "stage", "counts from 1; send 1 or more");
    }
    String reason = fields.textOr("reason", "").strip();
    return changes.clearance(
        change,
        "office " + office,
        command -> {
          requireOffice(office);
          requireSomebody(office, power);
          ClearanceLineV1 line =
              new ClearanceLineV1(
                  office,
                  power,
                  false,
                  reason,
                  stage,
                  null,
                  term(change.note(), office).orElse(null));
          return command.setAddOffice(new AddOfficeV1(line));
        });
  }

  private static String power(Fields fields) {
    return fields.oneOf("power", "CLEAR", "CONSULT", "INFORM");
  }

  /** As much working time as the others of the list have, by the office's own calendar. */
  private Optional<TermV1> term(NoteEntry note, String office) {
    Optional<HoursEntry> hours =
        model.pressOffice().flatMap(rules -> Optional.ofNullable(rules.calendars().get(office)));
    return note.clearance()
        .list()
        .within()
        .flatMap(within ->
            hours.map(its ->
                new TermV1(
                    new OfficeHoursV1(
                        its.zone(), its.from(), its.until(), its.days(), its.holidays()),
                    within.toMillis())));
  }

  private Response remove(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    RemoveOfficeV1 payload =
        new RemoveOfficeV1(request.param("office"), Fields.ofQuery(request).textOr("reason", ""));
    return changes.clearance(
        change, "office " + payload.getOffice(), command -> command.setRemoveOffice(payload));
  }

  private Response askAgain(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    AskAgainV1 payload =
        new AskAgainV1(fields.digest(), request.param("office"), fields.textOr("reason", ""));
    return changes.clearance(
        change, "asking " + payload.getOffice(), command -> command.setAskAgain(payload));
  }

  private Response keep(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    KeepAnswerV1 payload =
        new KeepAnswerV1(fields.digest(), request.param("office"), fields.textOr("reason", ""));
    return changes.clearance(
        change, "keeping " + payload.getOffice(), command -> command.setKeepAnswer(payload));
  }

  /** What an office owes, without notes that are not there for this reader. */
  private Response emergencies(Request request) {
    Reader reader = callers.reader(request);
    String office = request.param("office");
    OwedEntry owed = model.owed(office);
    if (owed.debts().isEmpty()) {
      requireOffice(office);
    }
    Instant now = clock.instant();
    ObjectNode json = DeskJson.MAPPER.createObjectNode().put("office", office);
    ArrayNode owes = json.putArray("owes");
    for (OwedEntry.Debt debt : owed.debts()) {
      model
          .note(debt.note())
          .filter(reader::sees)
          .ifPresent(note ->
              owes.addObject()
                  .put("note", debt.note())
                  .put("headline", NoteView.headline(note))
                  .put("digest", debt.digest())
                  .put("authority", debt.authority())
                  .put("reason", debt.reason())
                  .put("since", debt.since().toString())
                  .put("due", debt.due().toString())
                  .put("overdue", !debt.due().isAfter(now)));
    }
    return Content.json(200, json);
  }

  /**
   * Holds if the directory has this office.
   *
   * @throws ProblemException 404
   */
  private void requireOffice(String office) {
    boolean known = model.office(office).isPresent() || new OfficeId(office).isExternal();
    if (!known) {
      throw Fields.wrong(
          404,
          "UNKNOWN_OFFICE",
          "The directory has no office of this id; look it up in the directory.");
    }
  }

  /** Nobody waits for an office in which nobody could answer. */
  private void requireSomebody(String office, String power) {
    boolean somebody =
        power.equals("INFORM")
            || deputies.isAnsweredFor(office)
            || new OfficeId(office).isExternal();
    if (!somebody) {
      throw Fields.wrong(
          409,
          "NOBODY_TO_ASK",
          "That office has nobody with the role REVIEWER who could answer; inform it, or have an administrator add one.");
    }
  }
}
