package dateline.desk;

import dateline.contracts.ForgetClearerV1;
import dateline.contracts.InviteClearerV1;
import dateline.contracts.KnowClearerV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.RevokeInvitationV1;
import dateline.contracts.Topic;
import dateline.desk.CommandDesk.Order;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Actor;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.runtime.ActorCodec;
import dateline.runtime.SubscriberId;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** Who outside the house is asked to clear a text. */
final class InvitationsApi {

  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Pattern PARTY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

  private final ReadModel model;
  private final Callers callers;
  private final NoteChanges changes;
  private final CommandDesk desk;
  private final String secret;
  private final InstantSource clock;

  /**
   * @param secret makes subscriber ids of addresses
   */
  InvitationsApi(
      ReadModel model,
      Callers callers,
      NoteChanges changes,
      CommandDesk desk,
      String secret,
      InstantSource clock) {
    this.model = model;
    this.callers = callers;
    this.changes = changes;
    this.desk = desk;
    this.secret = secret;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/invitations", this::invite),
        Route.delete("/api/notes/{note}/invitations/{party}", this::revoke),
        Route.post("/api/clearers/forgetting", this::forget));
  }

  private Response invite(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    String party = party(fields.text("party"));
    String address = fields.text("address").strip();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    InviteClearerV1 payload =
        new InviteClearerV1(
            fields.digest(),
            party,
            SubscriberId.of(secret, address),
            fields.text("name").strip(),
            fields.flag("mandatory"),
            fields.instant("until").orElseGet(() -> now.plus(A_WEEK)),
            fields.textOr("reason", ""));
    AtomicBoolean learnt = new AtomicBoolean();
    Response invited =
        changes.clearance(
            change,
            "invitation of " + party,
            command -> {
              requireOutside(address);
              learnt.set(know(change.actor(), command.getId(), address, payload));
              return command.setInviteClearer(payload);
            });
    if (invited instanceof Problem && learnt.get()) {
      forget(change.actor(), payload.getPerson());
    }
    return invited;
  }

  /** Of whom nothing is asked after all, no address is kept. */
  private void forget(Actor actor, String person) {
    String id = CommandId.random();
    NotificationCommandV1 command =
        notification(person, id, actor)
            .setForgetClearer(new ForgetClearerV1("The invitation was refused."))
            .build();
    Response _ = give(person, id, command);
  }

  private Response give(String person, String id, NotificationCommandV1 command) {
    return desk.give(
        Topic.NOTIFICATION_COMMANDS,
        person,
        new Order(id, false),
        command,
        _ -> Optional.of(Content.json(200, Map.of())));
  }

  /** The line of a party, which may be named with or without what all begin with. */
  private static String party(String typed) {
    String name =
        typed.startsWith(OfficeId.EXTERNAL) ? typed.substring(OfficeId.EXTERNAL.length()) : typed;
    if (!PARTY.matcher(name).matches()) {
      throw Fields.unusable(
          "UNUSABLE_PARTY",
          "party",
          "is no name of 1 to 40 lower-case letters, digits and dashes, such as norway-mfa");
    }
    return OfficeId.EXTERNAL + name;
  }

  /** Nobody of the house clears as if they were outside it. */
  private void requireOutside(String address) {
    boolean ours =
        model.people().stream().anyMatch(person -> person.email().equalsIgnoreCase(address));
    if (ours) {
      throw Fields.unusable(
          "ADDRESS_OF_STAFF",
          "address",
          "is that of somebody of the house; put their office on the list instead");
    }
  }

  /**
   * Has notification know the address first: an invitation to nowhere would be worse than none.
   *
   * @return whether it did not know it before
   */
  private boolean know(Actor actor, String commandId, String address, InviteClearerV1 payload) {
    String id = MessageId.of("known for\n" + commandId).value();
    NotificationCommandV1 command =
        notification(payload.getPerson(), id, actor)
            .setKnowClearer(new KnowClearerV1(address, payload.getName()))
            .build();
    Response known = give(payload.getPerson(), id, command);
    if (known instanceof Problem problem) {
      throw new ProblemException(problem);
    }
    if (known.status() != 200) {
      throw new ProblemException(
          Problem.of(
                  503,
                  "ADDRESS_UNDER_WAY",
                  "Not invited yet",
                  "Whether mail can go to that address is not decided yet, so nobody was invited; send it again with the same Idempotency-Key.")
              .withHeader("Retry-After", "5"));
    }
    return known instanceof Content content && content.header(CommandDesk.NOTHING_TO_DO).isEmpty();
  }

  private NotificationCommandV1.Builder notification(String person, String id, Actor actor) {
    return NotificationCommandV1.newBuilder()
        .setId(id)
        .setCausationId(id)
        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setActor(ActorCodec.toWire(actor))
        .setSubscriberId(person);
  }

  private Response revoke(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    RevokeInvitationV1 payload =
        new RevokeInvitationV1(
            party(request.param("party")), Fields.ofQuery(request).textOr("reason", ""));
    return changes.clearance(
        change,
        "invitation of " + payload.getParty(),
        command -> command.setRevokeInvitation(payload));
  }

  /** Erases an address, unless something else needs it. */
  private Response forget(Request request) {
    Actor actor = callers.as(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    String person = SubscriberId.of(secret, fields.text("address"));
    Order order = desk.order(request, actor, "clearer " + person);
    NotificationCommandV1 command =
        notification(person, order.id(), actor)
            .setForgetClearer(new ForgetClearerV1(fields.textOr("reason", "")))
            .build();
    return desk.give(
        Topic.NOTIFICATION_COMMANDS,
        person,
        order,
        command,
        _ -> Optional.of(Content.json(200, Map.of("id", person, "state", "FORGOTTEN"))));
  }
}
