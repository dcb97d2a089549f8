package dateline.desk;

import dateline.runtime.Answer;
import dateline.runtime.http.Problem;
import java.util.Locale;

/** How an engine's refusal is said over HTTP. */
final class Refusals {

  private Refusals() {}

  static Problem problem(Answer.Refused refused) {
    return problem(refused.code(), refused.reason());
  }

  /** The same of what an engine refused in an event of its own. */
  static Problem problem(String code, String reason) {
    return Problem.of(status(code), code, title(code), reason);
  }

  private static int status(String code) {
    if (code.startsWith("STALE_")) {
      return 412;
    }
    return switch (code) {
      case "WRONG_ROLE",
          "NOT_YOUR_ROLE",
          "OWN_TEXT",
          "OWN_PROPOSAL",
          "NOT_ON_LIST",
          "NOT_YOUR_LIST",
          "RECUSED",
          "DEPUTY_OF_WRITER",
          "RECORDS_THEMSELVES",
          "CLEARED_IT_TOO",
          "DECLARED_IT_TOO",
          "NOT_THE_SUBSCRIBER",
          "NOT_YOURS_TO_CONFIRM",
          "NOT_A_DRAFTER",
          "NOT_YOUR_OFFICE",
          "NOT_YOUR_LOCK",
          "NOT_YOUR_COMMENT",
          "NOT_INVITED",
          "ONLY_BY_INVITATION",
          "CODE_NEEDED" ->
          403;
      case "ANOTHER_LINK", "LINK_REVOKED", "LINK_EXPIRED", "LINK_LOCKED", "LINK_OF_FORMER_TEXT" ->
          410;
      case "UNKNOWN_PARTY", "UNKNOWN_NOTE", "UNKNOWN_REVISION", "UNKNOWN_COMMENT", "UNKNOWN_LOCK" ->
          404;
      case "NOTE_TOO_LARGE" -> 413;
      case "INCOMPLETE",
          "BLOCKING_FINDINGS",
          "UNKNOWN_WAIVER",
          "WAIVER_WITHOUT_REASON",
          "NO_HEADLINE",
          "HEADLINE_TOO_LONG",
          "REASON_MISSING",
          "REASON_TOO_LONG",
          "INFORM_ONLY",
          "SEEN_IS_NO_ANSWER",
          "EDITS_MISSING",
          "EDITS_CHANGE_NOTHING",
          "UNKNOWN_ZONE",
          "PAST_INSTANT",
          "UNUSABLE_ADDRESS",
          "UNUSABLE_INTERESTS",
          "UNUSABLE_TEXT",
          "UNKNOWN_BLOCK",
          "NO_BLOCKS",
          "AGREED_WITH_MISSING",
          "PASSAGE_NOT_FOUND",
          "QUOTE_TOO_LONG",
          "NO_COMMENT",
          "COMMENT_TOO_LONG",
          "NOT_A_LANGUAGE",
          "TRANSLATION_OF_ITSELF",
          "NO_DESCRIPTION",
          "NOT_A_FILE_NAME",
          "NOT_EXTERNAL",
          "UNUSABLE_TIME",
          "NO_NAMES",
          "UNUSABLE_NAME",
          "TOO_MANY_ENDORSERS" ->
          422;
      case "SET_ASIDE" -> 500;
      default -> 409;
    };
  }

  /** {@code STALE_REVISION} is "Stale revision". */
  private static String title(String code) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.isEmpty()
        ? "Refused"
        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
