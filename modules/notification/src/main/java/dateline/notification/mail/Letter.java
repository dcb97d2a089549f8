package dateline.notification.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * What a mail to a person of the house says.
 *
 * @param html a fragment, safe
 * @param token of the one link by which it can be answered; empty if it asks for no answer or for
 *     several. It is in the mail's id, so that a reply names it
 * @param replies where a reply goes; empty if nobody reads replies
 */
public record Letter(
    String subject,
    String text,
    String html,
    Optional<String> token,
    Optional<InternetAddress> replies) {}
