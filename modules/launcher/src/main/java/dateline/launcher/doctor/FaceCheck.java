package dateline.launcher.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Whether desk or newsroom answers where people reach it, and says that it is ready. */
final class FaceCheck implements Check {

  private static final Duration MOST = Duration.ofSeconds(5);

  private final String face;
  private final URI url;
  private final String setting;

  FaceCheck(String face, URI url, String setting) {
    this.face = face;
    this.url = url;
    this.setting = setting;
  }

  @Override
  public String name() {
    return face;
  }

  @Override
  public boolean needsTheLog() {
    return false;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health")).timeout(MOST).build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(MOST).build()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return List.of(
          answer.statusCode() == 200
              ? Finding.ok(this, "The %s at %s is ready.".formatted(face, url))
              : Finding.wrong(
                  this,
                  "The %s at %s answers %d: %s"
                      .formatted(face, url, answer.statusCode(), answer.body().strip()),
                  "mend what it waits for"));
    } catch (IOException e) {
      return List.of(
          Finding.wrong(
              this,
              "Nothing answers at %s.".formatted(url),
              "start the %s, or say with %s where it is".formatted(face, setting)));
    }
  }
}
