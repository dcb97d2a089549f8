package dateline.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.attachments.AttachmentStore;
import dateline.attachments.FolderStore;
import dateline.contracts.Topic;
import dateline.note.checks.HouseStyle;
import dateline.runtime.Answer;
import dateline.runtime.Health;
import dateline.runtime.LogExcerpt;
import dateline.runtime.LogRecord;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Routes;
import dateline.runtime.index.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** A desk without socket and log: commands go to a function that plays the engines. */
final class TestDesk implements AutoCloseable {
  static final String SECRET = "sixteen letters!";

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-03-02T12:00:00.123456Z"));

  /** SHA-256 of "operator" and of "mayas". */
  private static final List<String> TOKENS =
      List.of(
          "06e55b633481f7bb072957eabcf110c972e86691c3cfedabe088024bffe42f23 *",
          "# a comment",
          "f6250b5ff15087c34ad1ebf04cea12d56e1880a747911da702e8beed2a88f061 maya.okafor");

  /** A command as it went to the log. */
  record Given(Topic topic, String key, String commandId, SpecificRecord command) {}

  final Facts facts = new Facts();
  final List<Given> given = new ArrayList<>();
  private final List<LogRecord> record = new ArrayList<>();
  private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  final Table<DeskEntry> table;
  private Function<Given, CompletableFuture<Answer>> engine = _ -> new CompletableFuture<>();
  private CompletableFuture<Void> log = CompletableFuture.completedFuture(null);
  private HouseStyle style = HouseStyle.usual();
  private final AttachmentStore files;
  private Routes routes;

  TestDesk(Path folder) {
    table = Table.open("test", folder.resolve("index"), new DeskProjection());
    try {
      files = new FolderStore(folder.resolve("files"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    routes = start();
    apply(
        facts.office("press"),
        facts.office("legal"),
        facts.office("europe"),
        facts.person(Facts.AUTHOR, "press", "PRESS_OFFICER"),
        facts.person("zoe.europe", "europe", "PRESS_OFFICER"),
        facts.person("pia.press", "press", "ADMINISTRATOR"),
        facts.person("lea.legal", "legal", "REVIEWER"),
        facts.person("ann.approver", "press", "APPROVER", "REVIEWER"),
        facts.person("dan.duty", "press", "DUTY_OFFICER"));
  }

  /** Another instance of the desk over the same read model, as after a restart. */
  void restart() {
    table.commit();
    routes = start();
  }

  /** The same desk with another house style. */
  TestDesk inStyle(HouseStyle houseStyle) {
    style = houseStyle;
    routes = start();
    return this;
  }

  private Routes start() {
    return Desk.routes(
        new ReadModel(table),
        DeskTokens.of(TOKENS),
        this::give,
        files,
        this::recorded,
        this::answerTo,
        style,
        SECRET,
        NOON,
        () -> List.of(Health.ready("desk")));
  }

  private Engines.UnderWay give(Topic topic, String key, String id, SpecificRecord command) {
    Given one = new Given(topic, key, id, command);
    given.add(one);
    return new Engines.UnderWay(log, engine.apply(one));
  }

  /** What takes mail, of the same desk. */
  AnswerMails mails() {
    return AnswerMails.of(new ReadModel(table), this::give, SECRET, NOON);
  }

  TestDesk apply(LogRecord... records) {
    table.apply(List.of(records));
    record.addAll(List.of(records));
    return this;
  }

  private List<SpecificRecord> recorded(Topic topic, String key, LogExcerpt.Stretch stretch) {
    return record.stream()
        .filter(one -> one.topic() == topic && one.key().equals(key))
        .filter(one -> one.offset() >= stretch.first() && one.offset() <= stretch.last())
        .map(one -> one.value().orElseThrow())
        .toList();
  }

  /** The engines answer so. */
  TestDesk answering(Function<Given, Answer> answer) {
    engine = given -> CompletableFuture.completedFuture(answer.apply(given));
    return this;
  }

  /** The engines answer nothing. */
  TestDesk silent() {
    engine = _ -> new CompletableFuture<>();
    return this;
  }

  TestDesk refusing(String code) {
    return answering(
        given -> new Answer.Refused(given.commandId(), given.key(), 1, code, "It is so; do that."));
  }

  TestDesk logIs(CompletableFuture<Void> written) {
    log = written;
    return this;
  }

  /** The engine answers a command that nobody waits for any more. */
  void answersLater(Answer answer) {
    answerTo(answer.commandId()).complete(answer);
  }

  private CompletableFuture<Answer> answerTo(String commandId) {
    return answers.computeIfAbsent(commandId, _ -> new CompletableFuture<>());
  }

  Response answer(Request request) {
    return routes.answer(request);
  }

  /** A request of this person under the operator's token. */
  static Request as(String person, String method, String target) {
    return Request.of(method, target)
        .withHeader("Authorization", "Bearer operator")
        .withHeader("Dateline-Person", person);
  }

  static JsonNode json(Response response) {
    try {
      return DeskJson.MAPPER.readTree(((Content) response).body().bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engine does as it is asked: the records of its events, and that it is done. */
  TestDesk doing(Function<Given, LogRecord> event) {
    return answering(given -> {
      apply(event.apply(given));
      NoteEngine engine =
          Arrays.stream(NoteEngine.values())
              .filter(one -> one.commands() == given.topic())
              .findFirst()
              .orElseThrow();
      long version =
          table
              .get(DeskEntry.NoteEntry.entryId(given.key()))
              .map(DeskEntry.NoteEntry.class::cast)
              .map(engine::version)
              .orElseThrow();
      return new Answer.Done(given.commandId(), given.key(), version, List.of("event"));
    });
  }

  /** What a person gets of an address. */
  JsonNode read(String person, String target) {
    return json(answer(as(person, "GET", target)));
  }

  @Override
  public void close() {
    files.close();
    table.close();
  }
}
