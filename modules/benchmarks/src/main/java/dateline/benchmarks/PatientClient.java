package dateline.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Somebody at the desk who sends a request again, under the same key, until it is done. One thread
 * at a time.
 */
final class PatientClient implements AutoCloseable {

  /** As the command line waits for an answer. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

  private static final Duration APART = Duration.ofMillis(250);

  private final Connection desk;
  private final String token;
  private final Map<String, Integer> told = new TreeMap<>();

  PatientClient(URI desk, String token) {
    this.desk = new Connection(desk, ANSWERED_WITHIN);
    this.token = token;
  }

  /**
   * Gives a command and answers when it is done.
   *
   * @param etag of what was read; empty when something is made
   * @param type media type of the body
   */
  Connection.Answer gives(
      String path, String person, Optional<String> etag, String type, byte[] body)
      throws InterruptedException {
    Map<String, String> headers = new HashMap<>(who(person));
    headers.put("Content-Type", type);
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    etag.ifPresent(tag -> headers.put("If-Match", tag));
    return Patience.until(
        "an answer to POST " + path,
        APART,
        () -> {
          Connection.Answer answer = asked(() -> desk.send("POST", path, headers, body));
          if (answer.status() == 200 || answer.status() == 201) {
            return Optional.of(answer);
          }
          if (answer.status() != 202 && answer.status() != 429 && answer.status() < 500) {
            throw new CannotMeasureException(
                "The desk refused POST %s with %d: %s"
                    .formatted(path, answer.status(), answer.body()));
          }
          tell(Integer.toString(answer.status()));
          return Optional.empty();
        });
  }

  /** Reads something until it is there and as it shall be. */
  Connection.Answer reads(String path, String person, Predicate<Connection.Answer> wanted)
      throws InterruptedException {
    return Patience.until(
        path + " as it shall be",
        APART,
        () -> {
          Connection.Answer answer = asked(() -> desk.get(path, who(person)));
          if (answer.status() != 200) {
            tell(Integer.toString(answer.status()));
          }
          return Optional.of(answer).filter(it -> it.status() == 200 && wanted.test(it));
        });
  }

  /** What it was told before it was done: an answer's status, or that there was none; how often. */
  Map<String, Integer> told() {
    return new TreeMap<>(told);
  }

  /** One request. */
  private interface Exchange {
    Connection.Answer answer() throws IOException;
  }

  private Connection.Answer asked(Exchange exchange) throws IOException {
    try {
      return exchange.answer();
    } catch (IOException e) {
      tell("no answer");
      throw e;
    }
  }

  private void tell(String what) {
    told.merge(what, 1, Integer::sum);
  }

  private Map<String, String> who(String person) {
    return Map.of("Authorization", "Bearer " + token, "Dateline-Person", person);
  }

  @Override
  public void close() throws IOException {
    desk.close();
  }
}
