package dateline.launcher.registry;

import dateline.launcher.registry.Fact.SchemaStored;
import dateline.launcher.registry.RegistryJson.Sent;
import dateline.runtime.http.Request;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Confluent's REST API over the book, for Avro schemas without references. */
final class RegistryRoutes {

  private final SchemaStore store;

  RegistryRoutes(SchemaStore store) {
    this.store = store;
  }

  Routes routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(RegistryJson.get("/", _ -> Map.of()));
    routes.add(RegistryJson.get("/contexts", _ -> List.of(".")));
    routes.add(
        RegistryJson.get(
            "/v1/metadata/version", _ -> Map.of("version", "dateline", "commitId", "")));
    schemas(routes);
    subjects(routes);
    settings(routes);
    return Routes.of(routes).showingProblems((_, problem) -> RegistryJson.refusal(problem));
  }

  private void schemas(List<Route> routes) {
    routes.add(RegistryJson.get("/schemas/types", _ -> List.of("AVRO")));
    routes.add(
        RegistryJson.get(
            "/schemas",
            r ->
                store.ask(book ->
                    book.all().filter(v -> shown(r, v)).map(RegistryRoutes::whole).toList())));
    routes.add(
        RegistryJson.get("/schemas/ids/{id}", r -> content(store.ask(book -> byId(book, r)))));
    routes.add(
        Route.get(
            "/schemas/ids/{id}/schema",
            RegistryJson.refusing(
                r -> RegistryJson.json(200, store.ask(book -> byId(book, r)).schema()))));
    routes.add(
        RegistryJson.get(
            "/schemas/ids/{id}/subjects",
            r -> uses(r).stream().map(SchemaStored::subject).distinct().toList()));
    routes.add(
        RegistryJson.get(
            "/schemas/ids/{id}/versions",
            r ->
                uses(r).stream()
                    .map(v -> ordered("subject", v.subject(), "version", v.version()))
                    .toList()));
  }

  private void subjects(List<Route> routes) {
    routes.add(
        RegistryJson.get(
            "/subjects",
            r ->
                store.ask(book -> book.subjects(flag(r, "deleted"))).stream()
                    .filter(s -> s.startsWith(prefix(r)))
                    .toList()));
    routes.add(RegistryJson.get("/subjects/{subject}/versions", r -> numbers(r)));
    routes.add(
        RegistryJson.get(
            "/subjects/{subject}/versions/{version}", r -> whole(version(r, flag(r, "deleted")))));
    routes.add(
        Route.get(
            "/subjects/{subject}/versions/{version}/schema",
            RegistryJson.refusing(
                r -> RegistryJson.json(200, version(r, flag(r, "deleted")).schema()))));
    routes.add(
        RegistryJson.get(
            "/subjects/{subject}/versions/{version}/referencedby",
            r -> {
              version(r, true);
              return List.of();
            }));
    routes.add(
        RegistryJson.post(
            "/subjects/{subject}/versions",
            r -> {
              Sent sent = RegistryJson.sent(r);
              int id =
                  store.change(book ->
                      RegistryRules.register(book, r.param("subject"), sent.type(), sent.schema()));
              return Map.of("id", id);
            }));
    routes.add(
        RegistryJson.post(
            "/subjects/{subject}",
            r -> {
              Sent sent = RegistryJson.sent(r);
              return whole(
                  store.ask(book ->
                      RegistryRules.lookUp(
                          book,
                          r.param("subject"),
                          sent.type(),
                          sent.schema(),
                          flag(r, "deleted"))));
            }));
    routes.add(
        RegistryJson.delete(
            "/subjects/{subject}",
            r ->
                store.change(book ->
                    RegistryRules.deleteSubject(book, r.param("subject"), flag(r, "permanent")))));
    routes.add(
        RegistryJson.delete(
            "/subjects/{subject}/versions/{version}",
            r ->
                store.change(book ->
                    RegistryRules.deleteVersion(
                        book, r.param("subject"), r.param("version"), flag(r, "permanent")))));
    routes.add(
        RegistryJson.post("/compatibility/subjects/{subject}/versions", this::compatibleWithAll));
    routes.add(
        RegistryJson.post(
            "/compatibility/subjects/{subject}/versions/{version}", this::compatible));
  }

  private void settings(List<Route> routes) {
    for (String path : List.of("/config", "/config/{subject}")) {
      routes.add(
          RegistryJson.get(
              path, r -> Map.of("compatibilityLevel", store.ask(book -> level(book, r)).name())));
      routes.add(
          RegistryJson.put(
              path,
              r -> {
                String level = RegistryJson.text(RegistryJson.body(r), "compatibility");
                return Map.of(
                    "compatibility",
                    store.change(_ -> RegistryRules.setLevel(scope(r), level)).name());
              }));
      routes.add(
          RegistryJson.delete(
              path,
              r ->
                  Map.of(
                      "compatibilityLevel",
                      store.change(book -> RegistryRules.unsetLevel(book, scope(r))).name())));
    }
    for (String path : List.of("/mode", "/mode/{subject}")) {
      routes.add(
          RegistryJson.get(path, r -> Map.of("mode", store.ask(book -> mode(book, r)).name())));
      routes.add(
          RegistryJson.put(
              path,
              r -> {
                String mode = RegistryJson.text(RegistryJson.body(r), "mode");
                return Map.of(
                    "mode", store.change(_ -> RegistryRules.setMode(scope(r), mode)).name());
              }));
      routes.add(
          RegistryJson.delete(
              path,
              r ->
                  Map.of(
                      "mode",
                      store.change(book -> RegistryRules.unsetMode(book, scope(r))).name())));
    }
  }

  private static Compatibility level(SchemaBook book, Request request) {
    Optional<String> subject = scope(request);
    if (subject.isEmpty() || flag(request, "defaultToGlobal")) {
      return book.levelFor(subject.orElse(""));
    }
    return book.level(subject)
        .orElseThrow(() -> RegistryRefusal.noCompatibility(subject.orElse("")));
  }

  private static Mode mode(SchemaBook book, Request request) {
    Optional<String> subject = scope(request);
    if (subject.isEmpty() || flag(request, "defaultToGlobal")) {
      return book.modeFor(subject.orElse(""));
    }
    return book.mode(subject).orElseThrow(() -> RegistryRefusal.noMode(subject.orElse("")));
  }

  private Object compatible(Request request) {
    Sent sent = RegistryJson.sent(request);
    return verdict(
        request,
        store.ask(book -> {
          String subject = request.param("subject");
          SchemaStored against =
              RegistryRules.version(book, subject, request.param("version"), false);
          return RegistryRules.faults(book, subject, List.of(against), sent.type(), sent.schema());
        }));
  }

  private Object compatibleWithAll(Request request) {
    Sent sent = RegistryJson.sent(request);
    String subject = request.param("subject");
    return verdict(
        request,
        store.ask(book ->
            RegistryRules.faults(
                book, subject, book.versions(subject, false), sent.type(), sent.schema())));
  }

  private static Object verdict(Request request, List<String> faults) {
    return flag(request, "verbose")
        ? ordered("is_compatible", faults.isEmpty(), "messages", faults)
        : Map.of("is_compatible", faults.isEmpty());
  }

  private List<Integer> numbers(Request request) {
    String subject = request.param("subject");
    List<SchemaStored> versions =
        store.ask(book -> book.versions(subject, flag(request, "deleted")));
    if (versions.isEmpty()) {
      throw RegistryRefusal.subjectNotFound(subject);
    }
    return versions.stream().map(SchemaStored::version).toList();
  }

  private SchemaStored version(Request request, boolean withDeleted) {
    return store.ask(book ->
        RegistryRules.version(
            book, request.param("subject"), request.param("version"), withDeleted));
  }

  private static SchemaStored byId(SchemaBook book, Request request) {
    int id = id(request);
    return book.all()
        .filter(stored -> stored.id() == id)
        .findFirst()
        .orElseThrow(() -> RegistryRefusal.schemaNotFound(id));
  }

  private List<SchemaStored> uses(Request request) {
    int id = id(request);
    List<SchemaStored> all =
        store.ask(book -> book.all().filter(stored -> stored.id() == id).toList());
    if (all.isEmpty()) {
      throw RegistryRefusal.schemaNotFound(id);
    }
    return all.stream().filter(stored -> shown(request, stored)).toList();
  }

  private static boolean shown(Request request, SchemaStored stored) {
    return (!stored.deleted() || flag(request, "deleted"))
        && stored.subject().startsWith(prefix(request));
  }

  private static int id(Request request) {
    try {
      return Integer.parseInt(request.param("id"));
    } catch (NumberFormatException e) {
      throw RegistryRefusal.malformed("The schema id is not a number.");
    }
  }

  private static Map<String, Object> content(SchemaStored stored) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("schema", stored.schema());
    if (!stored.type().equals("AVRO")) {
      answer.put("schemaType", stored.type());
    }
    return answer;
  }

  private static Map<String, Object> whole(SchemaStored stored) {
    Map<String, Object> answer = ordered("subject", stored.subject(), "version", stored.version());
    answer.put("id", stored.id());
    answer.putAll(content(stored));
    return answer;
  }

  private static Map<String, Object> ordered(String one, Object is, String other, Object isThat) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(one, is);
    answer.put(other, isThat);
    return answer;
  }

  /** The subject in the path; empty where the path is about all subjects. */
  private static Optional<String> scope(Request request) {
    return Optional.ofNullable(request.params().get("subject"));
  }

  private static String prefix(Request request) {
    // Confluent's clients send ":*:" for "all contexts"; there is one.
    return request.query("subjectPrefix").filter(p -> !p.startsWith(":")).orElse("");
  }

  private static boolean flag(Request request, String name) {
    return request.query(name).map(value -> value.equals("true")).orElse(false);
  }
}
