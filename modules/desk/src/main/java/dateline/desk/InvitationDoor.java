package dateline.desk;

import java.util.Optional;

/**
 * The page before the text: it asks for the code.
 *
 * @param style address of the stylesheet
 * @param house name of who invites
 * @param name of who is invited
 * @param mailed whether a code is on its way or there
 * @param fault what is wrong with what was typed
 * @param ends when the link does
 */
record InvitationDoor(
    String style,
    String house,
    String name,
    boolean mailed,
    Optional<String> fault,
    AnswerPage.When ends) {}
