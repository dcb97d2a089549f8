package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;

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
    json.set("offices", DeskJson.MAPPER.valueToTree(model.offices()));
    ArrayNode people = json.putArray("people");
    model
        .people()
        .forEach(person -> {
          ObjectNode one = people.addObject();
          one.put("id", person.id());
          one.put("name", person.name());
          one.put("office", person.office());
          ArrayNode roles = one.putArray("roles");
          person.roles().stream().sorted().forEach(role -> roles.add(role.name()));
        });
    json.set(
        "rules",
        DeskJson.MAPPER.valueToTree(
            model.pressOffice().map(PressOfficeEntry::rules).orElse(List.of())));
    return Content.json(200, json);
  }
}
