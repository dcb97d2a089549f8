package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.AttachmentV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.FileAttachedV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.LogRecord;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is kept, put to its note and handed out to those for whom the note is there. */
class AttachmentsApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("It opens."));
  private static final String TABLE = "gate,ships\n1,7\n";

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.created(NOTE, "c", TEXT)).doing(this::attached);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatIsAttachedIsHandedOutByteForByte() throws Exception {
    JsonNode note = json(desk.answer(attach("ships.csv", TABLE)));
    JsonNode file = note.at("/attachments/0");
    assertThat(file.path("name").asText()).isEqualTo("ships.csv");
    assertThat(file.path("mediaType").asText()).as("by its content").isEqualTo("text/csv");
    assertThat(file.path("size").asInt()).isEqualTo(TABLE.length());

    Response.Stream download =
        (Response.Stream) desk.answer(as(Facts.AUTHOR, "GET", path(file.path("sha256").asText())));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    download.writer().writeTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(TABLE);
    assertThat(download.contentType()).isEqualTo("text/csv");
    assertThat(download.headers())
        .containsEntry("Content-Disposition", "attachment; filename*=UTF-8''ships.csv")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Content-Length", Integer.toString(TABLE.length()));
    assertThat(desk.answer(as(Facts.AUTHOR, "HEAD", path(file.path("sha256").asText()))).status())
        .isEqualTo(200);
  }

  @Test
  void whatIsNotOfTheNoteIsNotHandedOut() {
    assertCode(
        desk.answer(as(Facts.AUTHOR, "GET", path("ab".repeat(32)))), 404, "UNKNOWN_ATTACHMENT");
    assertCode(
        desk.answer(as(Facts.AUTHOR, "GET", path("..%2Fsecret"))), 404, "UNKNOWN_ATTACHMENT");
  }

  @Test
  void aFileIsRefusedForWhatItIsAndNothingIsAsked() {
    assertCode(desk.answer(attach("ships.png", TABLE)), 415, "TYPE_MISMATCH");
    assertCode(
        desk.answer(attach("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
        415,
        "TYPE_NOT_ALLOWED");
    assertCode(desk.answer(attach("a.txt", "")), 422, "FILE_EMPTY");
    assertCode(desk.answer(attach("a.txt&sha256=" + "ab".repeat(32), "x")), 422, "DIGEST_MISMATCH");
    assertCode(desk.answer(attach("a.txt", "x".repeat(25_000_001))), 413, "FILE_TOO_LARGE");
    assertCode(
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/attachments?name=a.txt")
                .withHeader("If-Match", "\"1.0.0\"")
                .withBody("application/octet-stream", "x")),
        422,
        "UNUSABLE_FIELD");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void theSameFileUnderTheSameKeyIsAttachedOnce() {
    Request once = attach("ships.csv", TABLE).withHeader("Idempotency-Key", "once");
    JsonNode first = json(desk.answer(once));
    assertThat(json(desk.answer(once))).isEqualTo(first);
    assertThat(desk.given).hasSize(1);
    assertCode(
        desk.answer(attach("ships.csv", TABLE + "2,8\n").withHeader("Idempotency-Key", "once")),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void anOfficesFileMakesASubmissionStaleThatDidNotKnowIt() {
    desk.answer(attach("ships.csv", TABLE));
    assertCode(
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/submission")
                .withHeader("If-Match", "\"1.0.0\"")),
        412,
        "STALE_VERSION");
  }

  private LogRecord attached(TestDesk.Given given) {
    AttachmentV1 file = ((DraftingCommandV1) given.command()).getAttachFile().getFile();
    return desk.facts.drafting(
        NOTE, given.commandId(), e -> e.setFileAttached(new FileAttachedV1(file)));
  }

  private static String path(String sha256) {
    return "/api/notes/" + NOTE + "/attachments/" + sha256;
  }

  private static Request attach(String name, String content) {
    return as(
            Facts.AUTHOR,
            "POST",
            "/api/notes/" + NOTE + "/attachments?description=Ships%20a%20gate&name=" + name)
        .withHeader("If-Match", "\"1.0.0\"")
        .withBody("application/octet-stream", content);
  }

  private static void assertCode(Response response, int status, String code) {
    assertThat(json(response).path("code").asText()).isEqualTo(code);
    assertThat(response.status()).as(code).isEqualTo(status);
  }
}
