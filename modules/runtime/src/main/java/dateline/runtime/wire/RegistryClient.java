package dateline.runtime.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dateline.runtime.wire.RegistrySettings.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Gets an answer from a registry that has one or several addresses. They are asked in their order,
 * from the one that answered last, all of them again after a pause; a call ends within (retries +
 * 1) × addresses × (connect + read timeout). What a registry answers is an answer, also if it
 * refuses: another address is asked only when one does not answer, fails itself (5xx) or has too
 * much to do (429).
 */
final class RegistryClient implements AutoCloseable {

  private static final String JSON = "application/vnd.schemaregistry.v1+json";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** What a proxy that speaks HTML says, in short. */
  private static final Pattern TITLE = Pattern.compile("<title>([^<]{1,80})</title>");

  /**
   * What was answered.
   *
   * @param from who answered
   * @param asked method and path
   * @param status neither 401, 403, 429 nor 5xx
   * @param json missing if it is no JSON
   * @param text a few words about it
   */
  record Answer(Address from, String asked, int status, JsonNode json, String text) {

    /** Whether a registry says that it has no such thing: Confluent's codes from 40401. */
    boolean isNotFound() {
      return status == 404 && json.path("error_code").asInt() / 100 == 404;
    }

    /** For an answer that no registry gives to this. */
    RegistryAccessException unexpected() {
      return new RegistryAccessException(
          "What answers at %s is no schema registry, or refuses (%s to %s); see that DATELINE_REGISTRY has its whole address, which for Apicurio Registry ends with /apis/ccompat/v7."
              .formatted(from, text, asked));
    }
  }

  private final RegistrySettings settings;
  private final HttpClient http;
  private final AtomicInteger preferred = new AtomicInteger();

  RegistryClient(RegistrySettings settings) {
    this.settings = settings;
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(atLeastOneMilli(settings.connectTimeout()));
    settings
        .tls()
        .ifPresent(tls -> client.sslContext(tls.context()).sslParameters(tls.parameters()));
    this.http = client.build();
  }

  /**
   * Asks until one answers.
   *
   * @param body JSON, empty for none
   * @throws RegistryUnavailableException if none does
   * @throws RegistryAccessException if the one that answers does not let us in, or there is no TLS
   *     with any
   */
  Answer ask(String method, String path, String body) {
    Map<Address, IOException> faults = new LinkedHashMap<>();
    for (int round = 0; round <= settings.retries(); round++) {
      if (round > 0) {
        pause(settings.retryWait());
      }
      int start = preferred.get();
      for (int i = 0; i < settings.addresses().size(); i++) {
        int index = (start + i) % settings.addresses().size();
        Address address = settings.addresses().get(index);
        try {
          Answer answer = askOne(address, method, path, body);
          preferred.set(index);
          return answer;
        } catch (IOException e) {
          faults.merge(address, e, RegistryClient::whichTellsMore);
        }
      }
    }
    throw RegistryFaults.of(faults, settings.tls());
  }

  /** A handshake that fails can also look like a connection that breaks. */
  private static IOException whichTellsMore(IOException before, IOException now) {
    return before instanceof SSLException ? before : now;
  }

  /**
   * @throws IOException if there is no answer, or one that a second try may better
   */
  private Answer askOne(Address address, String method, String path, String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.uri() + path))
            .timeout(atLeastOneMilli(settings.readTimeout()))
            .header("Accept", JSON + ", application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", JSON);
    }
    address.authorization().ifPresent(value -> request.header("Authorization", value));
    HttpResponse<String> response;
    try {
      response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    int status = response.statusCode();
    if (status >= 500 || status == 429) {
      throw new IOException("it answers with status " + status);
    }
    String asked = method + ' ' + path;
    return switch (status) {
      case 401 -> throw RegistryFaults.notLetIn(address);
      case 403 -> throw RegistryFaults.notAllowed(address, asked);
      case 400 -> refused(answer(address, asked, status, response.body()));
      default -> answer(address, asked, status, response.body());
    };
  }

  /** Proxies of nginx's kind say in HTML that a certificate of ours is missing or not known. */
  private static Answer refused(Answer answer) {
    if (answer.text().contains("SSL certificate")) {
      throw RegistryFaults.certificateRefused(answer.from(), answer.text());
    }
    return answer;
  }

  private static Answer answer(Address address, String asked, int status, String body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      String text = json.path("message").asText("status " + status);
      return new Answer(address, asked, status, json, text);
    } catch (JsonProcessingException e) {
      Matcher title = TITLE.matcher(body);
      String text = title.find() ? title.group(1).strip() : "status " + status + ", no JSON";
      return new Answer(address, asked, status, MissingNode.getInstance(), text);
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Duration atLeastOneMilli(Duration duration) {
    return duration.isZero() ? Duration.ofMillis(1) : duration;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
