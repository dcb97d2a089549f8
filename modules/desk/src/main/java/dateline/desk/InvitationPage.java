package dateline.desk;

import java.util.Optional;

/**
 * A text for somebody outside the house, with what is asked about it.
 *
 * @param style address of the stylesheet
 * @param house name of who asks
 * @param name of who is asked
 * @param because why they are asked
 * @param recorded what they have said already
 * @param difference from the text that they cleared last, as HTML
 * @param article the text, as HTML
 * @param reason that was typed and is not recorded
 * @param fault what is wrong with it
 * @param ends when the link does
 */
record InvitationPage(
    String style,
    String house,
    String name,
    String because,
    Optional<String> recorded,
    Optional<String> difference,
    String article,
    String reason,
    Optional<String> fault,
    AnswerPage.When ends) {}
