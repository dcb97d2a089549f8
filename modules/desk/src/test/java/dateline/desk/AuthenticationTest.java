package dateline.desk;

import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask at all. */
class AuthenticationTest {
  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void withoutATokenNothingIsSaid() {
    Request bare = Request.of("GET", "/api/notes");
    assertRefused(bare, 401, "NO_TOKEN");
    assertRefused(bare.withHeader("Authorization", "Basic b3BlcmF0b3I="), 401, "NO_TOKEN");
    assertRefused(bare.withHeader("Authorization", "Bearer guess"), 401, "UNKNOWN_TOKEN");
    assertThat(((Content) desk.answer(bare)).header("WWW-Authenticate"))
        .contains("Bearer realm=\"dateline-desk\"");
  }

  @Test
  void aTokenIsKnownByItsHashAlone() {
    String hash = "06e55b633481f7bb072957eabcf110c972e86691c3cfedabe088024bffe42f23";
    assertRefused(
        Request.of("GET", "/api/notes").withHeader("Authorization", "Bearer " + hash),
        401,
        "UNKNOWN_TOKEN");
  }

  @Test
  void theOperatorSpeaksForSomebodyInTheDirectory() {
    Request operator =
        Request.of("GET", "/api/notes").withHeader("Authorization", "Bearer operator");
    assertThat(desk.answer(operator).status()).as("reading as nobody").isEqualTo(200);
    assertRefused(
        Request.of("POST", "/api/notes").withHeader("Authorization", "Bearer operator"),
        403,
        "NO_PERSON");
    assertRefused(operator.withHeader("Dateline-Person", "nobody"), 403, "UNKNOWN_PERSON");
    Response response = desk.answer(operator.withHeader("Dateline-Person", "lea.legal"));
    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void aPersonalTokenSpeaksForItsHolderAlone() {
    Request mayas = Request.of("GET", "/api/notes").withHeader("Authorization", "bearer mayas");
    assertThat(desk.answer(mayas).status()).isEqualTo(200);
    assertRefused(mayas.withHeader("Dateline-Person", "lea.legal"), 403, "NOT_YOUR_TOKEN");
  }

  @Test
  void whoLeftTheDirectoryIsRefused() {
    desk.apply(
        new dateline.runtime.LogRecord(
            dateline.contracts.Topic.DIRECTORY,
            0,
            99,
            "person/" + Facts.AUTHOR,
            java.util.Optional.empty()));
    assertRefused(
        Request.of("GET", "/api/notes").withHeader("Authorization", "Bearer mayas"),
        403,
        "UNKNOWN_PERSON");
  }

  @Test
  void aTokenFileNamesItsFaultyLine() {
    assertThatThrownBy(() -> DeskTokens.of(List.of("", "# fine", "abc maya.okafor")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 3 ");
  }

  private void assertRefused(Request request, int status, String code) {
    Response response = desk.answer(request);
    assertThat(response.status()).isEqualTo(status);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
  }
}
