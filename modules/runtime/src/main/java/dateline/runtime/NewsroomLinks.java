package dateline.runtime;

import java.net.URI;

/**
 * Addresses of the public's newsroom that mails name. Whoever holds a mail's link reads that mail's
 * inbox, so a link needs no sign-in.
 *
 * @param newsroom {@code DATELINE_NEWSROOM_URL}, without a slash at its end
 * @param tokens of the press office's secret
 */
public record NewsroomLinks(URI newsroom, Tokens tokens) {

  /** The page of a released note. */
  public URI note(String noteId) {
    return URI.create(newsroom + "/notes/" + noteId);
  }

  /** Where the person behind an address says yes: GET shows a button, POST acts. */
  public URI confirm(String subscriberId) {
    return subscription("confirm", Tokens.Purpose.CONFIRM, subscriberId);
  }

  /**
   * Where the person behind an address ends it: GET shows a button, POST acts, also as RFC 8058's
   * one click.
   */
  public URI unsubscribe(String subscriberId) {
    return subscription("unsubscribe", Tokens.Purpose.UNSUBSCRIBE, subscriberId);
  }

  private URI subscription(String what, Tokens.Purpose purpose, String subscriberId) {
    return URI.create(
        newsroom
            + "/subscriptions/"
            + what
            + "?subscriber="
            + subscriberId
            + "&token="
            + tokens.of(purpose, subscriberId));
  }
}
