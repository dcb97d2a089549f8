package dateline.desk;

import dateline.contracts.AnswerForOfficeV1;
import dateline.contracts.ApproveNoteV1;
import dateline.contracts.CancelScheduleV1;
import dateline.contracts.PublishingCommandV1;
import dateline.contracts.RecallNoteV1;
import dateline.contracts.ReleaseNowV1;
import dateline.contracts.ScheduleReleaseV1;
import dateline.contracts.SubmitNoteV1;
import dateline.contracts.WaiverV1;
import dateline.desk.CommandDesk.Order;
import dateline.desk.Deputies.Answering;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Role;
import dateline.runtime.http.Problem;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a draft to its release: each request is one command to one engine. */
final class NoteChangesApi {

  private final NoteChanges changes;
  private final NoteChecks checks;
  private final Deputies deputies;

  NoteChangesApi(NoteChanges changes, NoteChecks checks, Deputies deputies) {
    this.changes = changes;
    this.checks = checks;
    this.deputies = deputies;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/submission", this::submit),
        Route.post("/api/notes/{note}/recall", this::recall),
        Route.post("/api/notes/{note}/clearances", this::clear),
        Route.post("/api/notes/{note}/approval", this::approve),
        Route.post("/api/notes/{note}/release", this::release),
        Route.delete("/api/notes/{note}/release", this::cancel));
  }

  private Response submit(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    List<WaiverV1> waivers = new ArrayList<>();
    for (Fields waiver : fields.objects("waivers")) {
      waivers.add(new WaiverV1(waiver.text("code"), waiver.textOr("reason", "")));
    }
    boolean urgent = fields.flag("urgent");
    Order order = changes.order(change, "submission");
    Response response =
        changes.give(
            change,
            order,
            NoteEngine.DRAFTING,
            () -> {
              change.requireDraft();
              return changes
                  .drafting(change, order)
                  .setSubmitNote(
                      new SubmitNoteV1(
                          change.note().draft().revision(), waivers, urgent ? true : null))
                  .build();
            });
    return withFindings(response, change.note());
  }

  /** A refusal for findings shows them. */
  private Response withFindings(Response response, NoteEntry note) {
    return response instanceof Problem problem && problem.code().equals("BLOCKING_FINDINGS")
        ? problem.with("findings", DeskJson.MAPPER.valueToTree(checks.of(note)))
        : response;
  }

  private Response recall(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    String reason = Fields.of(request).textOr("reason", "");
    Order order = changes.order(change, "recall");
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          change.requireDraft();
          return changes.drafting(change, order).setRecallNote(new RecallNoteV1(reason)).build();
        });
  }

  private Response clear(Request request) {
    Change asked = changes.asked(request, Role.REVIEWER);
    Fields fields = Fields.of(request);
    Answering answering =
        deputies.answering(asked, fields.optional("office").or(() -> request.query("office")));
    Change change = answering.change();
    String answer = fields.oneOf("answer", "CLEARED", "NOT_CLEARED", "SEEN");
    AnswerForOfficeV1 payload =
        new AnswerForOfficeV1(
            fields.digest(), answer, fields.textOr("reason", ""), answering.manner());
    Response response =
        changes.clearance(change, "clearances", command -> command.setAnswerForOffice(payload));
    return withRelease(response, change.note());
  }

  /** Clearance knows of the approval alone; whoever returns a public note is told that it is. */
  static Response withRelease(Response response, NoteEntry note) {
    if (response instanceof Problem problem
        && problem.code().equals("ALREADY_CLEARED")
        && note.state() == NoteState.RELEASED) {
      return Problem.of(
          409,
          "NOTE_RELEASED",
          "Note released",
          "The note is public%s and is no longer returned; what is public changes only by a correction."
              .formatted(note.release().releasedAt().map(at -> " since " + at).orElse("")));
    }
    return response;
  }

  private Response approve(Request request) {
    Change change = changes.asked(request, Role.APPROVER);
    ApproveNoteV1 payload = new ApproveNoteV1(Fields.of(request).digest());
    return changes.clearance(change, "approval", command -> command.setApproveNote(payload));
  }

  private Response release(Request request) {
    Change change = changes.asked(request, Role.DUTY_OFFICER);
    Fields fields = Fields.of(request);
    String digest = fields.digest();
    Order order = changes.order(change, "release");
    PublishingCommandV1.Builder command = changes.publishing(change, order);
    Optional<ReleaseTime> time =
        fields.optional("at").map(at -> ReleaseTime.of(at, fields.optional("zone")));
    if (time.isPresent()) {
      command.setScheduleRelease(new ScheduleReleaseV1(digest, time.get().at(), time.get().zone()));
    } else {
      Optional<Instant> insteadOf = fields.instant("insteadOf");
      command.setReleaseNow(new ReleaseNowV1(digest, insteadOf.orElse(null)));
    }
    return changes.give(
        change,
        order,
        NoteEngine.PUBLISHING,
        () -> {
          change.requireDraft();
          return command.build();
        });
  }

  /**
   * The command names no instant, so the whole version must stand: a schedule that a colleague made
   * since is not this officer's to take back.
   */
  private Response cancel(Request request) {
    Change change = changes.asked(request, Role.DUTY_OFFICER);
    Order order = changes.order(change, "release");
    String reason = Fields.ofQuery(request).textOr("reason", "");
    return changes.give(
        change,
        order,
        NoteEngine.PUBLISHING,
        () -> {
          Preconditions.require(request, change.note().version());
          return changes
              .publishing(change, order)
              .setCancelSchedule(new CancelScheduleV1(reason))
              .build();
        });
  }
}
