package dateline.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus format, line by line. */
class CorpusReaderTest {

  private static final String VERSION =
      "{\"title\":\"Gate opens\",\"issuer\":\"Harbour Office\",\"html\":\"<p>It opens.</p>\",\"text\":\"It opens.\"}";

  @TempDir Path folder;

  @Test
  void aLineIsANoteWithItsVersionsOldestFirst() throws Exception {
    Finds finds =
        read(
            """
            {"id":"4711","link":"https://WWW.Harbour.example/gate","published":"2029-05-03T13:00:00+02:00","versions":[%s,{"title":"Gate closes","text":"It closes."}]}
            """
                .formatted(VERSION));
    assertThat(finds.troubles).isEmpty();
    assertThat(finds.notes)
        .singleElement()
        .satisfies(note -> {
          assertThat(note.source()).isEqualTo("www.harbour.example");
          assertThat(note.id()).isEqualTo("4711");
          assertThat(note.published()).contains(Instant.parse("2029-05-03T11:00:00Z"));
          assertThat(note.versions())
              .extracting(SourceVersion::title)
              .containsExactly("Gate opens", "Gate closes");
          assertThat(note.versions().getFirst().issuer()).contains("Harbour Office");
        });
  }

  @Test
  void whatIsWrongIsToldByItsLineAndTheOthersAreRead() throws Exception {
    Finds finds =
        read(
            String.join(
                "\n",
                "{\"id\":\"1\",\"link\":\"https://h.example/1\",\"versions\":[" + VERSION + "]}",
                "{\"id\":\"2\",\"link\":",
                "",
                "{\"link\":\"https://h.example/3\",\"versions\":[" + VERSION + "]}",
                "{\"id\":\"4\",\"link\":\"https://h.example/4\",\"published\":\"May 3\",\"versions\":["
                    + VERSION
                    + "]}",
                "{\"id\":\"5\",\"link\":\"https://h.example/5\",\"versions\":[]}",
                "{\"id\":\"6\",\"versions\":[" + VERSION + "]}",
                "{\"id\":\"7\",\"link\":\"https://h.example/7\",\"versions\":[{\"title\":\"A\"},{\"text\":\"b\"},"
                    + VERSION
                    + "]}",
                "[1, 2] {\"id\":\"8\"}"));
    assertThat(finds.notes).extracting(SourceNote::id).containsExactly("1", "7");
    assertThat(finds.notes.getLast().versions()).hasSize(1);
    assertThat(finds.told())
        .containsExactly(
            "line 2: BROKEN_JSON",
            "line 4: FIELD_MISSING",
            "line 5: NOT_AN_INSTANT",
            "line 6: NO_VERSIONS",
            "line 7: NO_SOURCE",
            "line 8, version 1: EMPTY_VERSION",
            "line 8, version 2: FIELD_MISSING",
            "line 9: BROKEN_JSON");
    assertThat(finds.troubles).allMatch(Trouble::refused);
  }

  @Test
  void versionsThatAreNoListAreToldAndTheOthersAreRead() throws Exception {
    Finds finds =
        read(
            String.join(
                "\n",
                "{\"id\":\"1\",\"link\":\"https://h.example/1\",\"versions\":{\"a\":{}}}",
                "{\"id\":\"2\",\"link\":\"https://h.example/2\",\"versions\":\"none\"}",
                "{\"id\":\"3\",\"link\":\"https://h.example/3\",\"versions\":[" + VERSION + "]}"));
    assertThat(finds.told()).containsExactly("line 1: NO_VERSIONS", "line 2: NO_VERSIONS");
    assertThat(finds.notes).extracting(SourceNote::id).containsExactly("3");
  }

  @Test
  void anIdThatIsAnAddressCountsInTheWholeWorld() throws Exception {
    Finds finds = read("{\"id\":\"tag:h.example,2029:1\",\"versions\":[%s]}".formatted(VERSION));
    assertThat(finds.notes).singleElement().extracting(SourceNote::source).isEqualTo("");
  }

  @Test
  void aLineThatUnpacksToFarTooMuchIsPassedOverAndTheNextIsRead() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    byte[] much = new byte[1 << 20];
    Arrays.fill(much, (byte) ' ');
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write("{".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i <= CorpusReader.LONGEST_LINE >> 20; i++) {
        gzip.write(much);
      }
      gzip.write(
          ("}\n{\"id\":\"2\",\"link\":\"https://h.example/2\",\"versions\":[" + VERSION + "]}")
              .getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("bomb.jsonl.gz"), bomb.toByteArray());
    try (Input input = Input.open(file, _ -> {})) {
      assertThat(input.form()).isEqualTo(Input.Form.CORPUS);
      Finds finds = Finds.inCorpus(input.stream());
      assertThat(finds.told()).containsExactly("line 1: LINE_TOO_LONG");
      assertThat(finds.notes).extracting(SourceNote::id).containsExactly("2");
    }
  }

  @Test
  void aLineInAnotherEncodingIsNotGuessed() throws Exception {
    byte[] latin =
        "{\"id\":\"1\",\"link\":\"https://h.example/1\",\"versions\":[{\"title\":\"Caf\u00e9\",\"text\":\"b\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Finds.inCorpus(new ByteArrayInputStream(latin)).told())
        .containsExactly("line 1: NOT_UTF8");
    assertThat(read("\ufeff{\"id\":1,").told()).containsExactly("line 1: BROKEN_JSON");
  }

  @Test
  void aFileThatEndsTooEarlyIsToldAndWhatStandsBeforeIsRead() throws Exception {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
      for (int i = 1; i < 2_000; i++) {
        gzip.write(
            "{\"id\":\"%d\",\"link\":\"https://h.example/%s\",\"versions\":[%s]}\n"
                .formatted(i, Integer.toHexString(i * 7919), VERSION)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
    Path file = Files.write(folder.resolve("half.gz"), half);
    try (Input input = Input.open(file, _ -> {})) {
      Finds finds = Finds.inCorpus(input.stream());
      assertThat(finds.notes).isNotEmpty();
      assertThat(finds.troubles)
          .singleElement()
          .extracting(Trouble::code)
          .isEqualTo("UNREADABLE_FILE");
    }
  }

  @Test
  void whatAFileHoldsIsSeenFromItsFirstCharacter() throws IOException {
    assertThat(form("\n  {\"id\":1}")).isEqualTo(Input.Form.CORPUS);
    assertThat(form("\ufeff<?xml version=\"1.0\"?>")).isEqualTo(Input.Form.FEED);
    assertThat(form("A text")).isEqualTo(Input.Form.NEITHER);
    assertThat(form("")).isEqualTo(Input.Form.NEITHER);
  }

  @Test
  void aVersionHasTheSameNameInEachCopy() throws Exception {
    String line =
        "{\"id\":\"1\",\"link\":\"https://h.example/1\",\"versions\":[%s]}".formatted(VERSION);
    SourceVersion one = read(line).notes.getFirst().versions().getFirst();
    SourceVersion again = read("\n\n" + line).notes.getFirst().versions().getFirst();
    SourceVersion other =
        read(line.replace("It opens", "It shuts")).notes.getFirst().versions().getFirst();
    assertThat(one.name()).isEqualTo(again.name()).isNotEqualTo(other.name());
  }

  private Input.Form form(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("form"), text);
    try (Input input = Input.open(file, _ -> {})) {
      return input.form();
    }
  }

  private static Finds read(String text) throws InterruptedException {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return Finds.inCorpus(in);
  }
}
