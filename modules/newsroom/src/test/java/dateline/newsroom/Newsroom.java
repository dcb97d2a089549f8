package dateline.newsroom;

import dateline.contracts.NotificationCommandV1;
import dateline.runtime.Health;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Routes;
import dateline.runtime.wire.RegistryUnavailableException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A newsroom without a socket and without a log. */
final class Newsroom {
  static final String SECRET = "a secret of this test only";

  final ShownNotes notes = new ShownNotes();
  final List<NotificationCommandV1> sent = new ArrayList<>();
  boolean away;
  final Routes routes;

  Newsroom() {
    Assets assets = Assets.load();
    Site site =
        new Site(
            "Ministry of Ports",
            URI.create("https://news.ports.example"),
            ZoneId.of("America/New_York"),
            assets.path());
    Subscriptions subscriptions =
        new Subscriptions(
            site,
            SECRET,
            Clock.fixed(Samples.NOON, ZoneOffset.UTC),
            command -> {
              if (away) {
                throw new RegistryUnavailableException("away");
              }
              sent.add(command);
              return CompletableFuture.completedFuture(null);
            });
    routes = Pages.routes(site, assets, notes, subscriptions, () -> Health.ready("newsroom"));
  }

  /** As a browser asks. */
  Response browse(String target) {
    return routes.answer(
        Request.of("GET", target)
            .withHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
  }

  Content content(String target) {
    return (Content) browse(target);
  }

  String text(String target) {
    return content(target).body().text();
  }

  Response post(String target, String form) {
    return routes.answer(
        Request.of("POST", target)
            .withHeader("Accept", "text/html")
            .withBody("application/x-www-form-urlencoded", form));
  }
}
