package dateline.launcher.mailsink;

import java.time.Instant;
import java.util.List;

/**
 * One mail the sink has, without its content.
 *
 * @param id sorts by arrival; letters, digits and hyphens
 * @param from envelope sender; empty for a bounce
 * @param to envelope recipients
 * @param subject decoded; empty if there is none
 * @param receivedAt when the sink had it, UTC milliseconds
 * @param messageId with its brackets; empty if there is none
 */
public record ReceivedMail(
    String id, String from, List<String> to, String subject, Instant receivedAt, String messageId) {

  public ReceivedMail {
    to = List.copyOf(to);
  }
}
