package dateline.runtime;

import java.net.URI;

/**
 * Addresses of the desk that mails to its own people name.
 *
 * @param desk {@code DATELINE_DESK_URL}, where the staff reach it, without a slash at its end
 * @param secret {@code DATELINE_SECRET}
 */
public record DeskLinks(URI desk, String secret) {

  /** Where somebody outside the house reads one text and answers: GET shows, POST acts. */
  public URI invitation(InvitationLink link) {
    return URI.create(desk + "/invitations/" + link.token(secret));
  }

  /** Where one person answers about one text: GET shows it, POST acts. */
  public URI answer(AnswerLink link) {
    return URI.create(desk + "/answers/" + link.token(secret, AnswerLink.Way.LINK));
  }
}
