package dateline.notification.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * What a mail to a person of the house says.
 *
 * @param html a fragment, safe
 * @param token by which a reply answers it; empty if it asks for no answer or for several, or
 *     nobody reads replies. It is in the mail's id, so that a reply names it
 * @param replies where a reply goes; empty if nobody reads replies
 */
public record Letter(
    String subject,
    String text,
    String html,
    Optional<String> token,
    Optional<InternetAddress> replies) {}
