package dateline.desk;

import dateline.runtime.SettingsReader;
import java.util.Optional;

/**
 * Where the desk takes answers by mail.
 *
 * @param address {@code DATELINE_DESK_MAIL}, the address that mails asking for clearance are
 *     answered to; no default; example {@code clearance@desk.example}
 * @param host {@code DATELINE_DESK_MAIL_HOST}, address to listen on; default {@code 127.0.0.1}
 * @param port {@code DATELINE_DESK_MAIL_PORT}, where it speaks SMTP, 0 to 65535; default 0, which
 *     takes none
 */
record DeskMail(String address, String host, int port) {

  /** Empty if no mail is taken. */
  static Optional<DeskMail> from(SettingsReader read) {
    String host = read.text("DATELINE_DESK_MAIL_HOST", "127.0.0.1");
    int port = read.integer("DATELINE_DESK_MAIL_PORT", 0, 0, 65_535);
    Optional<String> address = read.optional("DATELINE_DESK_MAIL");
    if (address.filter(it -> !it.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+")).isPresent()) {
      read.fault("DATELINE_DESK_MAIL", "is no address; write it as clearance@desk.example");
    }
    if (port > 0 && address.isEmpty()) {
      read.fault(
          "DATELINE_DESK_MAIL",
          "is not set, but DATELINE_DESK_MAIL_PORT is; set it, for example to clearance@desk.example");
    }
    return address.filter(_ -> port > 0).map(it -> new DeskMail(it, host, port));
  }
}
