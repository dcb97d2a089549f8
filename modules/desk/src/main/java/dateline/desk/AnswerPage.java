package dateline.desk;

import java.util.List;
import java.util.Optional;

/**
 * A text with what is asked about it.
 *
 * @param style address of the stylesheet
 * @param office name of who is asked
 * @param person name of who answers for it
 * @param deputyFor name of whom they stand in for
 * @param because why the office is asked
 * @param until when it is to answer; empty if it has no term
 * @param recorded what the office has said already
 * @param difference from the text that it cleared last, as HTML
 * @param article the text, as HTML
 * @param offices every office that is asked
 * @param form empty if nothing can be answered any more
 * @param ends when the link does
 */
record AnswerPage(
    String style,
    String office,
    String person,
    Optional<String> deputyFor,
    String because,
    Optional<When> until,
    Optional<String> recorded,
    Optional<String> difference,
    String article,
    List<Office> offices,
    Optional<AnswerForm> form,
    When ends) {

  AnswerPage {
    offices = List.copyOf(offices);
  }

  /**
   * A moment, for people and for programs.
   *
   * @param words {@code "Monday, March 2, 2026, 9:30 AM EST"}
   * @param utc {@code "2026-03-02T14:30:00Z"}
   */
  record When(String words, String utc) {}

  /**
   * Where one office is with the text.
   *
   * @param says {@code "has cleared it"}
   * @param own whether it is the reader's
   */
  record Office(String name, String says, boolean own) {}

  Optional<AnswerForm.Fault> fault() {
    return form.flatMap(AnswerForm::fault);
  }

  String title() {
    return fault().isPresent() ? "Not recorded yet: your answer for " + office : heading();
  }

  String heading() {
    return form.filter(AnswerForm::informs).isPresent()
        ? "For your information: " + office
        : form.isPresent()
            ? "Your clearance is asked: " + office
            : "A text that was asked about: " + office;
  }
}
