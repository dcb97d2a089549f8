package dateline.desk;

import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.MessageId;
import dateline.runtime.Answer;
import dateline.runtime.LogUnavailableException;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.wire.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Gives commands to the engines and waits for what they say, so that people read their own writes.
 */
final class CommandDesk {

  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Header of an answer that changed nothing, because it was so already: {@code true}. */
  static final String NOTHING_TO_DO = "Dateline-Nothing-To-Do";

  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(15);
  private static final int REMEMBERED = 10_000;

  private final Engines engines;
  private final ReadModel model;

  /** Request part of command ids by key part, newest uses; guarded by itself. */
  private final Map<String, String> requests =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  CommandDesk(Engines engines, ReadModel model) {
    this.engines = engines;
    this.model = model;
  }

  /**
   * A command that somebody is about to give.
   *
   * @param id of the command
   * @param done whether the log is known to show that an earlier request did it; a fresh one may
   *     only show in the entry itself
   */
  record Order(String id, boolean done) {}

  /** What became of a command. */
  @FunctionalInterface
  interface Fresh {
    /**
     * The resource as it is now.
     *
     * @param version how many events of the engine it must hold at least
     * @return empty if the read model does not hold them in time
     */
    Optional<Content> at(long version) throws InterruptedException;
  }

  /**
   * The command of a request, the same for each repetition under one idempotency key.
   *
   * @param about what it is about, whole: a prefix of an id may mean another note tomorrow
   * @throws ProblemException 400 for a key that is none, 422 if it was used for another request
   */
  Order order(Request request, Actor actor, String about) {
    // Byte by byte, in whatever encoding; the same bytes are another text in another format.
    String body = new String(request.body().bytes(), StandardCharsets.ISO_8859_1);
    String type = request.header("Content-Type").orElse("").split(";", -1)[0].strip();
    return order(request, actor, about, type.toLowerCase(Locale.ROOT) + '\n' + body);
  }

  /**
   * The same for a request whose body is read elsewhere.
   *
   * @param content what makes its body this one and no other
   */
  Order order(Request request, Actor actor, String about, String content) {
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isEmpty()) {
      return new Order(CommandId.random(), false);
    }
    if (!key.get().matches("[\\x21-\\x7e]{1,200}")) {
      throw new ProblemException(
          Problem.badRequest(
              "UNUSABLE_IDEMPOTENCY_KEY",
              "An idempotency key is 1 to 200 visible ASCII characters; make another."));
    }
    String what = String.join("\n", request.method(), about, request.query().toString());
    String id = CommandId.of(actor.person().value(), key.get(), what + '\n' + content);
    String keyPart = CommandId.keyPart(id).orElseThrow();
    List<String> before = model.commandsUnder(keyPart);
    String first;
    synchronized (requests) {
      first = requests.computeIfAbsent(keyPart, part -> before.isEmpty() ? id : before.getFirst());
    }
    if (!first.equals(id)) {
      throw new ProblemException(
          Problem.of(
              422,
              "IDEMPOTENCY_KEY_REUSED",
              "Idempotency key reused",
              "You used this key for another request; send this one under a new key."));
    }
    return new Order(id, before.contains(id));
  }

  /** Gives the command and answers with what became of it. */
  Response give(Topic topic, String key, Order order, SpecificRecord command, Fresh fresh) {
    try {
      Engines.UnderWay underWay = engines.give(topic, key, order.id(), command);
      Optional<Problem> lost = write(underWay.written());
      if (lost.isPresent()) {
        return lost.get();
      }
      Optional<Answer> answer = within(underWay.answer());
      return answer.isEmpty() ? stillWorking(order.id()) : said(answer.get(), order, fresh);
    } catch (RegistryUnavailableException e) {
      return unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable();
    }
  }

  /** Answers again what was done before. */
  Response again(Order order, Fresh fresh) {
    try {
      return fresh
          .at(0)
          .<Response>map(content -> content.withHeader("Dateline-Command", order.id()))
          .orElseGet(() -> stillWorking(order.id()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable();
    }
  }

  /** The answer, or empty if there is none yet after two seconds. */
  static Optional<Answer> within(CompletableFuture<Answer> answer) throws InterruptedException {
    try {
      return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is never a failure", e);
    }
  }

  static Content stillWorking(String commandId) {
    String location = "/api/commands/" + commandId;
    return Content.json(202, Map.of("command", commandId, "location", location))
        .withHeader("Location", location)
        .withHeader("Retry-After", "1");
  }

  private static Response said(Answer answer, Order order, Fresh fresh)
      throws InterruptedException {
    return switch (answer) {
      case Answer.Done done -> now(done.version(), order, fresh);
      case Answer.NothingToDo nothing -> {
        Response now = now(nothing.version(), order, fresh);
        yield now instanceof Content content ? content.withHeader(NOTHING_TO_DO, "true") : now;
      }
      case Answer.Refused refused -> Refusals.problem(refused);
    };
  }

  private static Response now(long version, Order order, Fresh fresh) throws InterruptedException {
    return fresh
        .at(version)
        .map(content -> content.withHeader("Dateline-Command", order.id()))
        .orElseGet(() -> stillWorking(order.id()));
  }

  /** What went wrong, or empty if the record is in the log. */
  private static Optional<Problem> write(CompletableFuture<Void> written)
      throws InterruptedException {
    try {
      written.get(WRITTEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of(unavailable());
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case LogUnavailableException _ -> Optional.of(unavailable());
        case RecordTooLargeException _ ->
            Optional.of(
                Problem.of(
                    413,
                    "NOTE_TOO_LARGE",
                    "Note too large",
                    "The log takes no record of this size; shorten the text."));
        case null, default -> throw new IllegalStateException("a command was not written", e);
      };
    }
  }

  private static Problem unavailable() {
    return Problem.of(
            503,
            "LOG_UNAVAILABLE",
            "Log unavailable",
            "The log does not take commands just now; send it again with the same Idempotency-Key.")
        .withHeader("Retry-After", "5");
  }

  /** The id of whatever a command begins. */
  static String idOf(Order order) {
    return MessageId.of("begun by\n" + order.id()).value();
  }
}
