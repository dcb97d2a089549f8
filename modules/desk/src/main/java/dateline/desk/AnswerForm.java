package dateline.desk;

import dateline.note.MediaNote;
import dateline.runtime.http.Form;
import java.util.Optional;

/**
 * The form by which a text is answered, with what was typed into it.
 *
 * @param round tells one asking of the same text from the next, so that a form of the former is not
 *     taken for an answer to the latter
 * @param informs whether it only asks to be seen
 * @param fault what is wrong with what was sent
 */
record AnswerForm(String round, boolean informs, Typed typed, Optional<Fault> fault) {

  /**
   * What stands in the fields.
   *
   * @param reason why the text is not cleared
   * @param headline as the office would have it
   * @param text the body, as the office would have it
   * @param because why it would have it so
   */
  record Typed(String reason, String headline, String text, String because) {

    static Typed nothing(MediaNote note) {
      return new Typed("", note.headline(), EditableText.of(note), "");
    }

    static Typed of(Form form) {
      return new Typed(
          field(form, "reason"),
          field(form, "headline"),
          field(form, "text"),
          field(form, "because"));
    }

    /** A browser ends lines with CR LF. */
    private static String field(Form form, String name) {
      return form.first(name).orElse("").replace("\r\n", "\n");
    }

    /** The fields that were not sent are as they are on a new page. */
    Typed or(Typed fresh) {
      return text.isEmpty() && headline.isEmpty()
          ? new Typed(reason, fresh.headline, fresh.text, because)
          : this;
    }

    boolean isNothing() {
      return (reason + headline + text + because).isBlank();
    }
  }

  /**
   * What is wrong.
   *
   * @param answer which was given: {@code "NOT_CLEARED"}
   * @param sentence what is so, then what to do
   */
  record Fault(String answer, String sentence) {}

  /** What is wrong with this answer, if it is what is wrong. */
  Optional<Fault> faultOf(String answer) {
    return fault.filter(it -> it.answer().equals(answer));
  }
}
