package dateline.desk;

import java.util.List;
import java.util.Optional;

/**
 * A page that says what is so and what to do.
 *
 * @param style address of the stylesheet
 * @param sentences in order
 * @param code the broken rule; empty if none is
 * @param difference what changed, as HTML
 * @param typed what the reader had written and is not recorded
 */
record AnswerNotice(
    String style,
    String title,
    List<String> sentences,
    Optional<String> code,
    Optional<String> difference,
    Optional<AnswerForm.Typed> typed) {

  AnswerNotice {
    sentences = List.copyOf(sentences);
  }
}
