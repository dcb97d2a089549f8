package dateline.desk;

import dateline.attachments.AttachmentSettings;
import dateline.note.checks.HouseStyle;
import dateline.runtime.HouseStyleFile;
import dateline.runtime.KafkaSettings;
import dateline.runtime.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a desk runs.
 *
 * @param kafka where the log is; its {@code DATELINE_DATA} is the folder in which the desk keeps
 *     its index, under {@code desk/}
 * @param host {@code DATELINE_DESK_HOST}, address to listen on; default {@code 127.0.0.1}; {@code
 *     0.0.0.0} is every address of the machine
 * @param port {@code DATELINE_DESK_PORT}, 0 to 65535, 0 for any free one; default 8081
 * @param tokens {@code DATELINE_DESK_TOKENS}, file with a line for each token: its SHA-256 in hex,
 *     a space, the id of the person who holds it or {@code *} for the operator's; default {@code
 *     desk-tokens} in {@code DATELINE_DATA}
 * @param style {@code DATELINE_HOUSE_STYLE}, file in which the house says what its notes are
 *     checked for, {@code /etc/dateline/house-style.yaml}; default none, the usual style
 * @param secret {@code DATELINE_SECRET}, 16 characters or more, the same for every module of one
 *     press office; makes subscriber ids of addresses and the links of mails
 * @param attachments where the files of notes are kept
 * @param mail where answers by mail are taken; empty if they are not
 */
public record DeskSettings(
    KafkaSettings kafka,
    String host,
    int port,
    Path tokens,
    HouseStyle style,
    String secret,
    AttachmentSettings attachments,
    Optional<DeskMail> mail) {

  /**
   * Reads the settings.
   *
   * @throws dateline.runtime.SettingsException naming every faulty variable
   */
  public static DeskSettings from(Map<String, String> variables) {
    SettingsReader read = new SettingsReader(variables);
    KafkaSettings kafka = KafkaSettings.read(read);
    DeskSettings settings =
        new DeskSettings(
            kafka,
            read.text("DATELINE_DESK_HOST", "127.0.0.1"),
            read.integer("DATELINE_DESK_PORT", 8081, 0, 65_535),
            read.path("DATELINE_DESK_TOKENS", kafka.data().resolve("desk-tokens")),
            HouseStyleFile.setting(read),
            read.secret(),
            AttachmentSettings.from(read),
            DeskMail.from(read));
    settings.checkTokens(read);
    read.done();
    return settings;
  }

  private void checkTokens(SettingsReader read) {
    if (!Files.isReadable(tokens)) {
      read.fault(
          "DATELINE_DESK_TOKENS",
          "names " + tokens + ", which cannot be read; write a token's SHA-256 and a person there");
      return;
    }
    try {
      DeskTokens.read(tokens);
    } catch (IllegalArgumentException e) {
      read.fault("DATELINE_DESK_TOKENS", "names " + tokens + ", where " + e.getMessage());
    }
  }
}
