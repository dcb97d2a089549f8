package dateline.runtime;

import dateline.contracts.AnswerV1;
import dateline.contracts.Topic;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a face learns what became of a command: it follows the engines' answers and knows those of
 * the last minutes. For use by any number of threads.
 */
public final class AnswerBoard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerBoard.class);
  private static final Duration BEFORE_START = Duration.ofMinutes(10);

  private final Answers answers = new Answers();
  private final LogFollower follower;

  private AnswerBoard(String name, Map<String, Object> consumer, Wire wire, Collection<Topic> of) {
    LogFollower.From from = new LogFollower.From.Since(Instant.now().minus(BEFORE_START));
    this.follower =
        LogFollower.start(name + "-answers", consumer, wire, of, from, batch -> on(batch));
  }

  /**
   * Begins to follow. It also reads the answers of the ten minutes before, so that a face that was
   * started again can still say what became of a command.
   *
   * @param name of the face: {@code "desk"}
   * @param answers the answers topics of the engines it gives commands to
   */
  public static AnswerBoard follow(
      String name, Map<String, Object> consumer, Wire wire, Collection<Topic> answers) {
    return new AnswerBoard(name, consumer, wire, answers);
  }

  /**
   * The answer to a command, as soon as it is there: ask at any time. Never completes if there is
   * no such command; wait with a limit.
   */
  public CompletableFuture<Answer> answerTo(String commandId) {
    return answers.answerTo(commandId);
  }

  /**
   * The answer to a command that is about to be sent, perhaps again: one that is known from before
   * does not count, because the engine decides a refused command anew.
   */
  public CompletableFuture<Answer> nextAnswerTo(String commandId) {
    return answers.nextAnswerTo(commandId);
  }

  /** Reads the log behind the board; its health is the board's. */
  public LogFollower follower() {
    return follower;
  }

  @Override
  public void close() {
    follower.close();
  }

  private void on(List<LogRecord> batch) {
    for (LogRecord record : batch) {
      record
          .value()
          .filter(AnswerV1.class::isInstance)
          .map(AnswerV1.class::cast)
          .ifPresent(answer -> post(record, answer));
    }
  }

  private void post(LogRecord record, AnswerV1 wire) {
    Answer answer;
    try {
      answer = Answer.fromWire(wire);
    } catch (UnreadableRecordException e) {
      LOG.atWarn()
          .addKeyValue("topic", record.topic().topicName())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("code", e.code())
          .log("answer skipped: it cannot be read");
      return;
    }
    answers.post(answer);
  }
}
