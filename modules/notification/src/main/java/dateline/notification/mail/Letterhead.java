package dateline.notification.mail;

import dateline.runtime.NewsroomLinks;
import jakarta.mail.internet.InternetAddress;

/**
 * What all mails of one press office share.
 *
 * @param from whom they come from; its domain also makes message ids and return paths
 * @param links addresses of the newsroom that mails name
 */
public record Letterhead(InternetAddress from, NewsroomLinks links) {

  /** The office's name as mail programs show it. */
  public String name() {
    String personal = from.getPersonal();
    return personal == null ? from.getAddress() : personal;
  }

  String domain() {
    return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
  }

  /** Stable: a mail that is tried again is the same mail. */
  String messageId(String name) {
    return '<' + name + '@' + domain() + '>';
  }

  /** Where failures are reported: VERP, so that a report names its delivery. */
  String returnPath(String deliveryId) {
    return "bounces+" + deliveryId + '@' + domain();
  }
}
