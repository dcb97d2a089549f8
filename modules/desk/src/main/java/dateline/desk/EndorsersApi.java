package dateline.desk;

import dateline.contracts.AddEndorsersV1;
import dateline.contracts.LeaveEndorsersV1;
import dateline.contracts.ProposeEndorsersV1;
import dateline.contracts.PublishingCommandV1;
import dateline.contracts.RemoveEndorserV1;
import dateline.desk.CommandDesk.Order;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Role;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.function.UnaryOperator;

/** Who endorses a public joint statement: one person proposes them, another adds them. */
final class EndorsersApi {

  private final NoteChanges changes;

  EndorsersApi(NoteChanges changes) {
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/endorsers", this::add),
        Route.post("/api/notes/{note}/endorsers/proposals", this::propose),
        Route.post("/api/notes/{note}/endorsers/leaving", this::leave),
        Route.post("/api/notes/{note}/endorsers/withdrawal", this::remove));
  }

  private Response propose(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    ProposeEndorsersV1 payload =
        new ProposeEndorsersV1(fields.digest(), fields.texts("names"), fields.textOr("reason", ""));
    return give(change, "proposed endorsers", it -> it.setProposeEndorsers(payload));
  }

  private Response add(Request request) {
    Change change = changes.asked(request, Role.APPROVER);
    Fields fields = Fields.of(request);
    AddEndorsersV1 payload = new AddEndorsersV1(fields.digest(), fields.texts("names"));
    return give(change, "endorsers", it -> it.setAddEndorsers(payload));
  }

  private Response leave(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER, Role.APPROVER);
    Fields fields = Fields.of(request);
    LeaveEndorsersV1 payload =
        new LeaveEndorsersV1(fields.digest(), fields.texts("names"), fields.textOr("reason", ""));
    return give(change, "endorsers left", it -> it.setLeaveEndorsers(payload));
  }

  private Response remove(Request request) {
    Change change = changes.asked(request, Role.APPROVER);
    Fields fields = Fields.of(request);
    RemoveEndorserV1 payload =
        new RemoveEndorserV1(fields.digest(), fields.text("name"), fields.textOr("reason", ""));
    return give(change, "endorser withdrawn", it -> it.setRemoveEndorser(payload));
  }

  private Response give(
      Change change, String what, UnaryOperator<PublishingCommandV1.Builder> payload) {
    Order order = changes.order(change, what);
    return changes.give(
        change,
        order,
        NoteEngine.PUBLISHING,
        () -> {
          change.requireDraft();
          return payload.apply(changes.publishing(change, order)).build();
        });
  }
}
