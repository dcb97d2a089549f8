package dateline.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who works here, in which office and roles, and which offices must clear what. */
final class DirectoryApi {

  private final ReadModel model;
  private final Callers callers;

  DirectoryApi(ReadModel model, Callers callers) {
    this.model = model;
    this.callers = callers;
  }

  List<Route> routes() {
    return List.of(Route.get("/api/directory", this::directory));
  }

  private Response directory(Request request) {
    callers.reader(request);
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    model
        .pressOffice()
        .ifPresent(office ->
            json.put("version", office.directoryVersion())
                .put("pressOffice", office.name())
                .put("zone", office.zone()));
    Optional<PressOfficeEntry> press = model.pressOffice();
    ArrayNode offices = json.putArray("offices");
    model
        .offices()
        .forEach(office -> {
          ObjectNode one = tree(office);
          press
              .map(it -> it.calendars().get(office.id()))
              .ifPresent(hours -> one.set("hours", tree(hours).without("zone")));
          offices.add(one);
        });
    ArrayNode people = json.putArray("people");
    model.people().forEach(person -> people.add(person(person)));
    json.set("rules", list(press, PressOfficeEntry::rules));
    json.set("deadlines", list(press, PressOfficeEntry::deadlines));
    json.set("twoApprovers", list(press, PressOfficeEntry::twoApprovers));
    press
        .flatMap(PressOfficeEntry::emergencyWithin)
        .ifPresent(within -> json.putObject("emergency").put("within", within.toString()));
    return Content.json(200, json);
  }

  private static ObjectNode person(PersonEntry person) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("id", person.id());
    json.put("name", person.name());
    json.put("office", person.office());
    ArrayNode roles = json.putArray("roles");
    person.roles().stream().sorted().forEach(role -> roles.add(role.name()));
    if (!person.deputies().isEmpty()) {
      json.set("deputies", DeskJson.MAPPER.valueToTree(person.deputies()));
    }
    if (!person.away().isEmpty()) {
      json.set("away", DeskJson.MAPPER.valueToTree(person.away()));
    }
    return json;
  }

  private static JsonNode list(
      Optional<PressOfficeEntry> press, Function<PressOfficeEntry, List<?>> what) {
    return DeskJson.MAPPER.valueToTree(press.<List<?>>map(what).orElse(List.of()));
  }

  private static ObjectNode tree(Object entry) {
    return DeskJson.MAPPER.valueToTree(entry);
  }
}
