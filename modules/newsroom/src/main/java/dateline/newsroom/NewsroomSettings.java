package dateline.newsroom;

import dateline.runtime.KafkaSettings;
import dateline.runtime.SettingsReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/**
 * Settings of the newsroom.
 *
 * @param kafka where the log is, and {@code DATELINE_DATA}: the index is kept in {@code newsroom}
 *     below it and can be deleted at any time
 * @param host {@code DATELINE_NEWSROOM_HOST}, address to listen on; default {@code 127.0.0.1};
 *     {@code 0.0.0.0} for everybody
 * @param port {@code DATELINE_NEWSROOM_PORT}, 0 to 65535; default 8080; 0 is any free one
 * @param url {@code DATELINE_NEWSROOM_URL}, where the public reaches it, for links in feeds and
 *     mails; default {@code http://localhost:<port>}; example {@code https://news.example.org}
 * @param name {@code DATELINE_OFFICE_NAME}, as the public knows the press office; default {@code
 *     Newsroom}; example {@code Ministry of Ports}
 * @param zone {@code DATELINE_ZONE}, the office's time zone, which decides the day of a release;
 *     default {@code UTC}; example {@code America/New_York}
 * @param secret {@code DATELINE_SECRET}, at least 16 characters, the same for every module; no
 *     default
 */
public record NewsroomSettings(
    KafkaSettings kafka, String host, int port, URI url, String name, ZoneId zone, String secret) {

  /**
   * Reads the settings.
   *
   * @throws dateline.runtime.SettingsException naming every faulty variable
   */
  public static NewsroomSettings from(Map<String, String> variables) {
    SettingsReader read = new SettingsReader(variables);
    int port = read.integer("DATELINE_NEWSROOM_PORT", 8080, 0, 65535);
    NewsroomSettings settings =
        new NewsroomSettings(
            KafkaSettings.read(read),
            read.text("DATELINE_NEWSROOM_HOST", "127.0.0.1"),
            port,
            read.url("DATELINE_NEWSROOM_URL", URI.create("http://localhost:" + port)),
            read.text("DATELINE_OFFICE_NAME", "Newsroom"),
            zone(read),
            read.secret());
    read.done();
    return settings;
  }

  private static ZoneId zone(SettingsReader read) {
    String text = read.text("DATELINE_ZONE", "UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      read.fault("DATELINE_ZONE", "is no time zone; use a name such as America/New_York");
      return ZoneId.of("UTC");
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "NewsroomSettings[" + host + ':' + port + ", " + url + ", " + zone + ']';
  }
}
