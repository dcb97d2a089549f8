package dateline.desk;

import dateline.kernel.MessageId;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of a command that somebody gives at the desk. Under an idempotency key it follows from
 * person, key and request, so that the engine knows a command that is sent again, and the log shows
 * which request a key was used for: {@code <32 hex of person and key>.<16 hex of the request>}.
 */
final class CommandId {

  private static final int KEY_PART = 32;

  private CommandId() {}

  static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /**
   * @param request everything that makes it this request and no other
   */
  static String of(String person, String idempotencyKey, String request) {
    String key = MessageId.of("desk\n" + person + '\n' + idempotencyKey).value();
    return key + '.' + MessageId.of(request).value().substring(0, 16);
  }

  /** The part that person and key make, if the id was made under a key. */
  static Optional<String> keyPart(String commandId) {
    return commandId.length() > KEY_PART && commandId.charAt(KEY_PART) == '.'
        ? Optional.of(commandId.substring(0, KEY_PART))
        : Optional.empty();
  }
}
