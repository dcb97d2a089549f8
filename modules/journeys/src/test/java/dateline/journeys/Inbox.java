package dateline.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The mails that arrived, read from the mail sink's pages. */
final class Inbox {

  private final Terminal browser;
  private final String address;

  /**
   * @param browser reads it
   * @param address of the inbox, without a path
   */
  Inbox(Terminal browser, String address) {
    this.browser = browser;
    this.address = address;
  }

  /** One mail: what it says, whole, and which delivery it is. */
  record Mail(String text, String delivery) {}

  /** What this person got. */
  List<Mail> of(String recipient) throws IOException, InterruptedException {
    List<Mail> all = new ArrayList<>();
    for (JsonNode mail :
        Terminal.json(browser.get(address + "/mails.json?to=" + recipient).body())) {
      String raw = browser.get(address + "/mails/" + mail.path("id").asText() + "/raw").body();
      String text = raw.replace("=\r\n", "").replace("=3D", "=").replace("&amp;", "&");
      all.add(new Mail(text, mail.path("messageId").asText().replaceAll("^<|@.*$", "")));
    }
    return all;
  }

  /** Everybody of these who got this note, as often as they got it. */
  List<String> recipients(String note, Set<String> people)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    for (String person : new TreeSet<>(people)) {
      for (Mail mail : of(person)) {
        if (mail.text().contains(note)) {
          all.add(person);
        }
      }
    }
    return all;
  }
}
