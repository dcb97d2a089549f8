package dateline.desk;

import dateline.runtime.Health;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether this desk can do its work. */
final class HealthApi {

  private final Supplier<List<Health>> parts;

  HealthApi(Supplier<List<Health>> parts) {
    this.parts = parts;
  }

  List<Route> routes() {
    return List.of(Route.get("/health", this::health));
  }

  private Response health(Request request) {
    List<Health> now = parts.get();
    boolean live = now.stream().allMatch(Health::live);
    boolean ready = now.stream().allMatch(Health::ready);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("live", live);
    json.put("ready", ready);
    json.put(
        "parts",
        now.stream()
            .map(part ->
                Map.of(
                    "part", part.component(),
                    "live", part.live(),
                    "ready", part.ready(),
                    "why", part.why()))
            .toList());
    return Content.json(live && ready ? 200 : 503, json).withHeader("Cache-Control", "no-store");
  }
}
