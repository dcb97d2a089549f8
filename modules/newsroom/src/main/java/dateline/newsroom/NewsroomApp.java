package dateline.newsroom;

import dateline.contracts.Topic;
import dateline.runtime.CommandSender;
import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.http.CannotListenException;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Routes;
import dateline.runtime.index.LogIndex;
import dateline.runtime.index.Rebuilt;
import dateline.runtime.metrics.HttpMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The newsroom, running: its index over the log, its sender of commands and its server. */
public final class NewsroomApp implements AutoCloseable {

  private static final List<Topic> TOPICS = List.of(Topic.RELEASES);

  private final Wire wire;
  private final LogIndex<PublicNote> index;
  private final CommandSender sender;
  private final HttpServer server;

  private NewsroomApp(
      Wire wire, LogIndex<PublicNote> index, CommandSender sender, HttpServer server) {
    this.wire = wire;
    this.index = index;
    this.sender = sender;
    this.server = server;
  }

  /**
   * Starts it. Pages are answered at once, from what the index has; {@link #caughtUp()} says when
   * it has all.
   *
   * @throws CannotListenException if the port is taken
   * @throws java.io.UncheckedIOException if the data folder cannot be written or is in use
   */
  public static NewsroomApp start(NewsroomSettings settings, Meters meters) {
    List<Runnable> undo = new ArrayList<>();
    boolean started = false;
    try {
      NewsroomApp app = start(settings, meters, undo);
      started = true;
      return app;
    } finally {
      if (!started) {
        undo.reversed().forEach(Runnable::run);
      }
    }
  }

  private static NewsroomApp start(NewsroomSettings settings, Meters meters, List<Runnable> undo) {
    Wire wire = new Wire(settings.kafka().wire());
    undo.add(wire::close);
    LogIndex<PublicNote> index =
        LogIndex.open(
            "newsroom",
            folder(settings.kafka()),
            settings.kafka().client(),
            wire,
            TOPICS,
            new ReleaseProjection());
    undo.add(index::close);
    index.meterBy(meters);
    CommandSender sender = new CommandSender(settings.kafka().client(), wire);
    undo.add(sender::close);
    Assets assets = Assets.load();
    Site site = new Site(settings.name(), settings.url(), settings.zone(), assets.path());
    Subscriptions subscriptions =
        new Subscriptions(
            site,
            settings.secret(),
            Clock.systemUTC(),
            command ->
                sender.send(Topic.NOTIFICATION_COMMANDS, command.getSubscriberId(), command));
    Routes routes =
        Pages.routes(site, assets, new ReleasedIndex(index), subscriptions, index::health);
    HttpServer server =
        HttpServer.start(
            "newsroom", settings.host(), settings.port(), routes.measured(new HttpMetrics(meters)));
    return new NewsroomApp(wire, index, sender, server);
  }

  /**
   * Builds a newsroom's index anew, while no newsroom uses the folder.
   *
   * @throws java.io.UncheckedIOException if the folder cannot be written, or a running newsroom has
   *     it open
   * @throws ExecutionException if the log cannot be read
   */
  public static Rebuilt rebuild(KafkaSettings settings, Wire wire)
      throws InterruptedException, ExecutionException {
    return Rebuilt.of(
        "newsroom", folder(settings), settings.client(), wire, TOPICS, new ReleaseProjection());
  }

  private static Path folder(KafkaSettings settings) {
    return settings.data().resolve("newsroom");
  }

  /** Where this machine reaches it: {@code "http://127.0.0.1:8080"}. */
  public String url() {
    return server.url();
  }

  /** How it is. */
  public Health health() {
    return index.health();
  }

  /** Completes when everything is shown that was released before it was started. */
  public CompletableFuture<Void> caughtUp() {
    return index.caughtUp();
  }

  @Override
  public void close() {
    server.close();
    sender.close();
    index.close();
    wire.close();
  }
}
