package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which press contact got which note, and how often, as the mail sink has it. */
final class PressMails implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Connection inbox;
  private final int contacts;

  /**
   * @param contacts how many {@link PressDesk#contacts} listed
   */
  PressMails(URI inbox, int contacts) {
    this.inbox = new Connection(inbox);
    this.contacts = contacts;
  }

  /** For each contact's address when this note's mails came, in order; none for who has none. */
  Map<String, List<Instant>> of(PressDesk.Ready note) throws IOException {
    Map<String, List<Instant>> arrived = new TreeMap<>();
    for (int i = 0; i < contacts; i++) {
      arrived.put(PressDesk.contact(i), new ArrayList<>());
    }
    for (JsonNode mail : JSON.readTree(inbox.get("/mails.json", Map.of()).body())) {
      if (mail.path("subject").asText().equals(note.headline())) {
        Instant at = Instant.parse(mail.path("receivedAt").asText());
        for (JsonNode to : mail.path("to")) {
          List<Instant> mails = arrived.get(to.asText());
          if (mails != null) {
            mails.add(at);
          }
        }
      }
    }
    arrived.values().forEach(mails -> mails.sort(Instant::compareTo));
    return arrived;
  }

  @Override
  public void close() throws IOException {
    inbox.close();
  }
}
