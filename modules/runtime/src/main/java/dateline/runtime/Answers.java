package dateline.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The newest answers by command, and those who wait for one. For use by any number of threads. */
final class Answers {

  private static final int REMEMBERED = 10_000;

  /** By command id, oldest use first; guarded by itself. Answered or asked for, both in here. */
  private final Map<String, CompletableFuture<Answer>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Answer>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The newest answer if there is one, else the next. */
  CompletableFuture<Answer> answerTo(String commandId) {
    synchronized (known) {
      return known.computeIfAbsent(commandId, _ -> new CompletableFuture<>()).copy();
    }
  }

  /** The next answer, whatever was answered before; from now on it is also the newest. */
  CompletableFuture<Answer> nextAnswerTo(String commandId) {
    synchronized (known) {
      return known
          .compute(
              commandId,
              (_, before) -> before == null || before.isDone() ? new CompletableFuture<>() : before)
          .copy();
    }
  }

  void post(Answer answer) {
    CompletableFuture<Answer> waiting;
    synchronized (known) {
      waiting = known.computeIfAbsent(answer.commandId(), _ -> new CompletableFuture<>());
      if (waiting.isDone()) {
        known.put(answer.commandId(), CompletableFuture.completedFuture(answer));
      }
    }
    waiting.complete(answer);
  }
}
