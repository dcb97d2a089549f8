package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.AddPressContactV1;
import dateline.contracts.InterestsV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.RemovePressContactV1;
import dateline.contracts.SubscribeV1;
import dateline.contracts.Topic;
import dateline.desk.CommandDesk.Fresh;
import dateline.desk.CommandDesk.Order;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.runtime.ActorCodec;
import dateline.runtime.SubscriberId;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The press list, and subscriptions that staff enter for somebody. */
final class ContactsApi {

  private static final Role[] KEEPERS = {Role.PRESS_OFFICER, Role.DUTY_OFFICER, Role.ADMINISTRATOR};

  private final ReadModel model;
  private final Callers callers;
  private final CommandDesk desk;
  private final String secret;
  private final InstantSource clock;

  /**
   * @param secret makes subscriber ids of addresses
   */
  ContactsApi(
      ReadModel model, Callers callers, CommandDesk desk, String secret, InstantSource clock) {
    this.model = model;
    this.callers = callers;
    this.desk = desk;
    this.secret = secret;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/contacts", this::list),
        Route.post("/api/contacts", this::add),
        Route.get("/api/contacts/{contact}", this::one),
        Route.delete("/api/contacts/{contact}", this::remove),
        Route.post("/api/subscriptions", this::subscribe));
  }

  private Response list(Request request) {
    callers.reader(request);
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    ArrayNode contacts = json.putArray("contacts");
    model.contacts().forEach(contact -> contacts.add(view(contact)));
    json.put("subscribers", model.countSubscribers());
    return Content.json(200, json);
  }

  private Response one(Request request) {
    callers.reader(request);
    return content(200, model.contactBeginning(request.param("contact")));
  }

  private Response add(Request request) {
    Actor actor = callers.as(request, KEEPERS);
    Fields fields = Fields.of(request);
    String address = fields.text("address").strip();
    String id = SubscriberId.of(secret, address);
    Order order = desk.order(request, actor, "contact " + id);
    Predicate<ContactEntry> listed =
        contact -> contact.listedAt().isPresent() && !contact.address().isEmpty();
    Fresh fresh =
        fresh(
            id,
            listed,
            contact -> content(201, contact).withHeader("Location", "/api/contacts/" + id));
    if (order.done()) {
      return desk.again(order, fresh);
    }
    NotificationCommandV1.Builder command = command(id, order, actor);
    command.setAddPressContact(
        new AddPressContactV1(
            address, fields.text("name"), fields.textOr("outlet", ""), interests(fields)));
    return desk.give(Topic.NOTIFICATION_COMMANDS, id, order, command.build(), fresh);
  }

  private Response remove(Request request) {
    Actor actor = callers.as(request, KEEPERS);
    String param = request.param("contact");
    ContactEntry contact = model.contact(param).orElseGet(() -> model.contactBeginning(param));
    Order order = desk.order(request, actor, "contact " + contact.id());
    Fresh fresh = fresh(contact.id(), _ -> true, ContactsApi::removal);
    if (order.done() || contact.commands().contains(order.id())) {
      return desk.again(order, fresh);
    }
    ContactEntry listed = model.contactBeginning(contact.id());
    Preconditions.require(request, Long.toString(listed.version()));
    NotificationCommandV1.Builder command = command(contact.id(), order, actor);
    command.setRemovePressContact(
        new RemovePressContactV1(Fields.ofQuery(request).textOr("reason", "")));
    return desk.give(Topic.NOTIFICATION_COMMANDS, contact.id(), order, command.build(), fresh);
  }

  private static Content removal(ContactEntry contact) {
    String state = contact.listedAt().isPresent() ? "LISTED" : "REMOVED";
    return Content.json(200, Map.of("id", contact.id(), "state", state));
  }

  private Response subscribe(Request request) {
    Actor actor = callers.as(request, KEEPERS);
    Fields fields = Fields.of(request);
    String address = fields.text("address").strip();
    String id = SubscriberId.of(secret, address);
    Order order = desk.order(request, actor, "subscription " + id);
    Fresh fresh =
        fresh(
            id,
            contact -> true,
            contact ->
                Content.json(
                    201, Map.of("id", id, "state", contact.subscribed() ? "ACTIVE" : "PENDING")));
    if (order.done()) {
      return desk.again(order, fresh);
    }
    NotificationCommandV1.Builder command = command(id, order, actor);
    command.setSubscribe(new SubscribeV1(address, interests(fields)));
    return desk.give(Topic.NOTIFICATION_COMMANDS, id, order, command.build(), fresh);
  }

  private Fresh fresh(
      String id, Predicate<ContactEntry> wanted, Function<ContactEntry, Content> content) {
    return version -> {
      Predicate<ContactEntry> holds = contact -> contact.version() >= version;
      return model.awaitContact(id, holds.and(wanted), CommandDesk.PATIENCE)
          ? model.contact(id).map(content)
          : Optional.empty();
    };
  }

  private NotificationCommandV1.Builder command(String id, Order order, Actor actor) {
    return NotificationCommandV1.newBuilder()
        .setId(order.id())
        .setCausationId(order.id())
        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setActor(ActorCodec.toWire(actor))
        .setSubscriberId(id);
  }

  private static InterestsV1 interests(Fields fields) {
    Fields wanted = fields.object("interests");
    return new InterestsV1(
        wanted.texts("kinds"), wanted.texts("issuers"), wanted.texts("languages"));
  }

  /** A contact with its ETag. */
  static Content content(int status, ContactEntry contact) {
    return Content.json(status, view(contact)).withEtag(Long.toString(contact.version()));
  }

  /** Whoever is not on the press list is an id and no more. */
  private static ObjectNode view(ContactEntry contact) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("id", contact.id());
    json.put("version", Long.toString(contact.version()));
    contact
        .listedAt()
        .ifPresent(at -> {
          json.put("name", contact.name());
          json.put("outlet", contact.outlet());
          json.put("address", contact.address());
          json.set("interests", DeskJson.MAPPER.valueToTree(contact.interests()));
          json.put("listedAt", at.toString());
        });
    return json;
  }
}
