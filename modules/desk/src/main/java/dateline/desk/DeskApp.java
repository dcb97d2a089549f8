package dateline.desk;

import dateline.attachments.AttachmentStore;
import dateline.contracts.Topic;
import dateline.runtime.AnswerBoard;
import dateline.runtime.CommandSender;
import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogExcerpt;
import dateline.runtime.LogFollower;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Routes;
import dateline.runtime.index.LogIndex;
import dateline.runtime.index.Rebuilt;
import dateline.runtime.metrics.HttpMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A running desk: its index of the log, its way to the engines, its HTTP server and its mailbox.
 */
public final class DeskApp implements AutoCloseable {

  private static final List<Topic> ANSWERS =
      List.of(
          Topic.DRAFTING_ANSWERS,
          Topic.CLEARANCE_ANSWERS,
          Topic.PUBLISHING_ANSWERS,
          Topic.NOTIFICATION_ANSWERS);

  /** The name by which the health of its ear for answers is told. */
  private static final String BOARD = "desk's answers";

  private final LogIndex<DeskEntry> index;
  private final AnswerBoard board;
  private final CommandSender sender;
  private final AttachmentStore files;
  private final HttpServer server;
  private final Optional<AnswerMailbox> mailbox;

  private DeskApp(
      LogIndex<DeskEntry> index,
      AnswerBoard board,
      CommandSender sender,
      AttachmentStore files,
      HttpServer server,
      Optional<AnswerMailbox> mailbox) {
    this.index = index;
    this.board = board;
    this.sender = sender;
    this.files = files;
    this.server = server;
    this.mailbox = mailbox;
  }

  /**
   * Starts a desk. It answers at once; what it says is whole when {@link #health} is ready.
   *
   * @param wire stays the caller's to close
   * @throws dateline.runtime.http.CannotListenException if the port is taken
   * @throws UncheckedIOException if the index folder, the token file, the folder of attachments or
   *     the port for mail cannot be used
   */
  public static DeskApp start(DeskSettings settings, Wire wire, Meters meters) {
    Map<String, Object> client = settings.kafka().client();
    DeskTokens tokens = DeskTokens.read(settings.tokens());
    List<Runnable> undo = new ArrayList<>();
    boolean started = false;
    try {
      LogIndex<DeskEntry> index =
          LogIndex.open(
              "desk",
              folder(settings.kafka()),
              client,
              wire,
              DeskProjection.TOPICS,
              new DeskProjection());
      undo.add(index::close);
      AnswerBoard board = AnswerBoard.follow("desk", client, wire, ANSWERS);
      undo.add(board::close);
      index.meterBy(meters);
      board.follower().meterBy(meters);
      CommandSender sender = new CommandSender(client, wire);
      undo.add(sender::close);
      AttachmentStore files = files(settings);
      undo.add(files::close);
      ReadModel model = new ReadModel(index.table());
      Engines engines = Engines.behind(sender, board);
      Routes routes =
          Desk.routes(
              model,
              tokens,
              engines,
              files,
              new LogExcerpt(client, wire)::of,
              board::answerTo,
              settings.style(),
              settings.secret(),
              InstantSource.system(),
              () -> List.of(index.health(), boardHealth(board.follower())));
      HttpServer server =
          HttpServer.start(
              "desk", settings.host(), settings.port(), routes.measured(new HttpMetrics(meters)));
      undo.add(server::close);
      AnswerMails mails = AnswerMails.of(model, engines, settings.secret(), InstantSource.system());
      Optional<AnswerMailbox> mailbox =
          settings.mail().map(it -> AnswerMailbox.start(it.address(), it.host(), it.port(), mails));
      started = true;
      return new DeskApp(index, board, sender, files, server, mailbox);
    } finally {
      if (!started) {
        undo.reversed().forEach(Runnable::run);
      }
    }
  }

  /**
   * Builds a desk's index anew, while no desk uses the folder.
   *
   * @throws UncheckedIOException if the folder cannot be written, or a running desk has it open
   * @throws ExecutionException if the log cannot be read
   */
  public static Rebuilt rebuild(KafkaSettings settings, Wire wire)
      throws InterruptedException, ExecutionException {
    return Rebuilt.of(
        "desk",
        folder(settings),
        settings.client(),
        wire,
        DeskProjection.TOPICS,
        new DeskProjection());
  }

  private static Path folder(KafkaSettings settings) {
    return settings.data().resolve("desk");
  }

  private static AttachmentStore files(DeskSettings settings) {
    try {
      return settings.attachments().open();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of attachments %s cannot be used (DATELINE_ATTACHMENTS)."
              .formatted(settings.attachments().folder()),
          e);
    }
  }

  /** Where this machine reaches it: {@code "http://127.0.0.1:8081"}. */
  public String url() {
    return server.url();
  }

  /** How it is: the index and the answers it waits for. */
  public Health health() {
    Health ofIndex = index.health();
    Health ofBoard = boardHealth(board.follower());
    return ofIndex.ready() && !ofBoard.ready() ? ofBoard : ofIndex;
  }

  /** Completes when it knows everything that was in the log when it started. */
  public CompletableFuture<Void> caughtUp() {
    return CompletableFuture.allOf(index.caughtUp(), board.follower().positioned());
  }

  /** Lets requests under way finish for two seconds, then closes everything. */
  @Override
  public void close() {
    mailbox.ifPresent(AnswerMailbox::close);
    server.close();
    files.close();
    sender.close();
    board.close();
    index.close();
  }

  private static Health boardHealth(LogFollower follower) {
    Optional<String> stopped =
        follower.stopped("It no longer hears the engines' answers; its log says why. Restart it.");
    if (stopped.isPresent()) {
      return Health.broken(BOARD, stopped.get());
    }
    Optional<String> waits = follower.waitingFor();
    if (waits.isPresent()) {
      return Health.starting(BOARD, waits.get());
    }
    return follower.positioned().isDone()
        ? Health.ready(BOARD)
        : Health.starting(BOARD, "It is about to hear the engines' answers.");
  }
}
