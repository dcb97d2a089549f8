package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who hears which answer. */
class AnswersTest {
  private static final Answer REFUSED =
      new Answer.Refused("command", "note", 1, "NOT_CLEARED", "It is not cleared; wait.");
  private static final Answer DONE = new Answer.Done("command", "note", 2, List.of("event"));

  private final Answers answers = new Answers();

  @Test
  void anAnswerIsHeardByWhoeverAskedBeforeAndAfter() {
    CompletableFuture<Answer> before = answers.answerTo("command");
    CompletableFuture<Answer> sender = answers.nextAnswerTo("command");
    answers.post(DONE);

    assertThat(before).isCompletedWithValue(DONE);
    assertThat(sender).isCompletedWithValue(DONE);
    assertThat(answers.answerTo("command")).isCompletedWithValue(DONE);
  }

  @Test
  void aRefusedCommandThatIsSentAgainHearsWhatIsDecidedThen() {
    CompletableFuture<Answer> first = answers.nextAnswerTo("command");
    answers.post(REFUSED);
    CompletableFuture<Answer> second = answers.nextAnswerTo("command");

    assertThat(first).isCompletedWithValue(REFUSED);
    assertThat(second).isNotDone();
    answers.post(DONE);
    assertThat(second).isCompletedWithValue(DONE);
    assertThat(first).isCompletedWithValue(REFUSED);
    assertThat(answers.answerTo("command")).isCompletedWithValue(DONE);
  }

  @Test
  void theNewestAnswerIsTheOneThatIsKnown() {
    answers.post(REFUSED);
    answers.post(DONE);
    assertThat(answers.answerTo("command")).isCompletedWithValue(DONE);
  }

  @Test
  void askingForAnAnswerDoesNotForgetIt() {
    answers.post(REFUSED);
    assertThat(answers.answerTo("command")).isCompletedWithValue(REFUSED);
    assertThat(answers.answerTo("command")).isCompletedWithValue(REFUSED);
  }
}
