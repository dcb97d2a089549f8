package dateline.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.attachments.Intake.Code;
import dateline.attachments.Intake.Outcome;
import dateline.attachments.Intake.Said;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken in, what is refused, and how that is said. */
class IntakeTest {

  private static final byte[] SVG =
      utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>");

  @TempDir Path folder = Path.of("");
  private Intake intake = new Intake(new NoStore());

  @BeforeEach
  void open() throws IOException {
    intake = new Intake(new FolderStore(folder));
  }

  @ParameterizedTest
  @EnumSource
  void everyAllowedTypeIsKnownByItsContent(AttachmentType type) throws IOException {
    Attachment attachment = taken(sample(type), "plan." + type.extension(), type.mediaType());
    assertThat(attachment.type()).isEqualTo(type);
    assertThat(attachment.name()).isEqualTo("plan." + type.extension());
    assertThat(attachment.size()).isEqualTo(sample(type).length);
    assertThat(kept()).containsExactly(attachment.digest().hex());
  }

  @ParameterizedTest
  @EnumSource
  void aContentThatIsNotWhatItsNameOrTypeSaysIsRefused(AttachmentType type) throws IOException {
    for (AttachmentType other : AttachmentType.values()) {
      if (other != type
          && !Set.of(AttachmentType.TXT, AttachmentType.CSV).containsAll(Set.of(type, other))) {
        Code byName = refused(sample(type), "plan." + other.extension(), "").code();
        assertThat(byName).as(type + " named " + other).isEqualTo(Code.TYPE_MISMATCH);
        Code bySaying = refused(sample(type), "plan." + type.extension(), other.mediaType()).code();
        assertThat(bySaying).as(type + " sent as " + other).isEqualTo(Code.TYPE_MISMATCH);
      }
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatMayNotBeAttachedIsRefusedWhateverItIsCalled() throws IOException {
    Map<String, byte[]> contents =
        Map.of(
            "html",
            utf8("<!doctype html><html><body><script>1</script></body></html>"),
            "svg",
            SVG,
            "program",
            new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0},
            "zip",
            zip(Map.of("readme.txt", "x")),
            "docm",
            office(AttachmentType.DOCX, "macroEnabled"),
            "bytes",
            new byte[] {0, 1, 2, 3, 4, 5},
            "latin",
            new byte[] {'G', (byte) 0xe9, 't', 'e'});
    contents.forEach((kind, content) -> {
      for (String name : List.of("plan.pdf", "plan.txt", "plan.docx", "plan")) {
        assertThat(refused(content, name, "").code())
            .as(kind + " as " + name)
            .isEqualTo(Code.TYPE_NOT_ALLOWED);
      }
    });
    assertThat(refused(SVG, "map.svg", "image/svg+xml").reason())
        .contains("SVG")
        .contains("scripts");
    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PDF", "PNG", "JPEG", "DOCX", "XLSX"})
  void aFileThatEndsTooEarlyIsRefused(AttachmentType type) throws IOException {
    byte[] whole = sample(type);
    byte[] cut = Arrays.copyOf(whole, whole.length - 8);
    assertThat(refused(cut, "plan." + type.extension(), "").code()).isEqualTo(Code.DAMAGED);
    assertThat(kept()).isEmpty();
  }

  @Test
  void nothingStandsBehindTheEndOfAPng() throws IOException {
    byte[] picture = png(1, 1);
    byte[] more = Arrays.copyOf(picture, picture.length + 1);
    Outcome.Refused refused = refused(more, "plan.png", "image/png");
    assertThat(refused.code()).isEqualTo(Code.DAMAGED);
    assertThat(refused.reason()).contains("behind its end");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aPictureOfTwelveBytesIsNone() throws IOException {
    byte[] start = Arrays.copyOf(png(1, 1), 12);
    assertThat(refused(start, "plan.png", "image/png").code()).isEqualTo(Code.DAMAGED);
    byte[] startOfJpeg = Arrays.copyOf(jpeg(1, 1), 12);
    assertThat(refused(startOfJpeg, "plan.jpg", "image/jpeg").code()).isEqualTo(Code.DAMAGED);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aPictureHasASizeThatAReaderCanOpen() throws IOException {
    assertThat(refused(png(0, 5), "plan.png", "").code()).isEqualTo(Code.DAMAGED);
    assertThat(refused(png(30_001, 1), "plan.png", "").code()).isEqualTo(Code.UNPACKS_TOO_LARGE);
    assertThat(refused(png(-1, -1), "plan.png", "").code()).isEqualTo(Code.UNPACKS_TOO_LARGE);
    assertThat(refused(jpeg(20_000, 20_000), "plan.jpg", "").code())
        .isEqualTo(Code.UNPACKS_TOO_LARGE);
    assertThat(taken(png(12_000, 9_000), "plan.png", "").size()).isPositive();
  }

  /** What decoders pass over: stray bytes, bytes that fill, markers without content. */
  @ParameterizedTest
  @ValueSource(
      strings = {"00", "0d0a", "ff", "ffff", "ff00", "12ff0034", "ffd0", "ff01", "ff00ffd7ff"})
  void aJpegMayHaveWhatDecodersPassOverBetweenItsSegments(String stray) throws IOException {
    byte[] whole = jpeg(5, 5);
    for (int at : new int[] {20, 33}) {
      byte[] strayed = with(whole, at, HexFormat.of().parseHex(stray));
      assertThat(taken(strayed, "plan.jpg", "").size()).isEqualTo(strayed.length);
      byte[] cut = Arrays.copyOf(strayed, strayed.length - 8);
      assertThat(refused(cut, "plan.jpg", "").code()).isEqualTo(Code.DAMAGED);
      byte[] cutBefore = Arrays.copyOf(strayed, at + stray.length() / 2);
      assertThat(refused(cutBefore, "plan.jpg", "").code()).isEqualTo(Code.DAMAGED);
    }
  }

  @Test
  void bytesBetweenTheSegmentsDoNotHideHowLargeAJpegIs() throws IOException {
    byte[] strayed = with(jpeg(20_000, 20_000), 20, new byte[] {1, (byte) 0xff, 0, 2});
    assertThat(refused(strayed, "plan.jpg", "").code()).isEqualTo(Code.UNPACKS_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ffd8", "ff02", "ffd9"})
  void aMarkerThatCannotStandBeforeAScanIsNotPassedOver(String marker) throws IOException {
    byte[] whole = with(jpeg(5, 5), 20, HexFormat.of().parseHex(marker));
    assertThat(refused(whole, "plan.jpg", "").code()).isEqualTo(Code.DAMAGED);
  }

  /** A scanner does not know how long a page is before it has read it (DNL). */
  @Test
  void aJpegMaySayItsHeightBehindItsScan() throws IOException {
    byte[] open = jpeg(5, 0);
    assertThat(refused(open, "plan.jpg", "").code()).isEqualTo(Code.DAMAGED);
    byte[] said = with(open, open.length - 2, HexFormat.of().parseHex("ffdc00040007"));
    assertThat(taken(said, "plan.jpg", "").size()).isEqualTo(said.length);
    byte[] nothing = with(open, open.length - 2, HexFormat.of().parseHex("ffdc00040000"));
    assertThat(refused(nothing, "plan.jpg", "").code()).isEqualTo(Code.DAMAGED);
    byte[] tall = with(open, open.length - 2, HexFormat.of().parseHex("ffdc0004ffff"));
    assertThat(refused(tall, "plan.jpg", "").code()).isEqualTo(Code.UNPACKS_TOO_LARGE);
    assertThat(refused(Arrays.copyOf(said, said.length - 2), "plan.jpg", "").code())
        .isEqualTo(Code.DAMAGED);
  }

  private static byte[] with(byte[] whole, int at, byte[] more) {
    return ByteBuffer.allocate(whole.length + more.length)
        .put(whole, 0, at)
        .put(more)
        .put(whole, at, whole.length - at)
        .array();
  }

  @ParameterizedTest
  @EnumSource(names = {"DOCX", "XLSX"})
  void aDocumentThatUnpacksToFarMoreThanItIsIsRefused(AttachmentType type) throws IOException {
    byte[] bomb = archive(type, Map.of("word/media/a.xml", 3_000_000), 3_000_000);
    assertThat(bomb).hasSizeLessThan(10_000);
    assertThat(refused(bomb, "plan." + type.extension(), "").code())
        .isEqualTo(Code.UNPACKS_TOO_LARGE);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aDocumentIsUnpackedWhateverItSaysOfItsSize() throws IOException {
    byte[] liar = archive(AttachmentType.DOCX, Map.of("word/document.xml", 3_000_000), 7);
    Code code = refused(liar, "plan.docx", "").code();
    assertThat(code).isIn(Code.UNPACKS_TOO_LARGE, Code.DAMAGED);
    assertThat(taken(archive(AttachmentType.DOCX, Map.of("a.xml", 900_000), 900_000), "a.docx", ""))
        .as("small, and packed well")
        .isNotNull();
  }

  @Test
  void aDocumentOfVeryManyFilesIsRefused() throws IOException {
    Map<String, Integer> many =
        IntStream.range(0, 10_001)
            .boxed()
            .collect(Collectors.toMap(i -> "word/" + i + ".xml", _ -> 0));
    assertThat(refused(archive(AttachmentType.DOCX, many, 0), "plan.docx", "").code())
        .isEqualTo(Code.UNPACKS_TOO_LARGE);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(refused(new byte[0], "plan.pdf", "").code()).isEqualTo(Code.EMPTY);
  }

  @Test
  void aFileIsTakenUpTo25MegabytesAndNotReadBeyond() throws IOException {
    byte[] most = new byte[(int) Intake.MOST_BYTES];
    Arrays.fill(most, (byte) 'x');
    assertThat(taken(most, "most.txt", "text/plain").size()).isEqualTo(25_000_000);
    Endless endless = new Endless();
    Outcome outcome = intake.take(endless, new Said("e.txt", Optional.empty(), Optional.empty()));
    assertThat(((Outcome.Refused) outcome).code()).isEqualTo(Code.TOO_LARGE);
    assertThat(endless.read).isEqualTo(25_000_001);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aFileThatDidNotArriveAsItWasSentIsRefused() throws IOException {
    byte[] content = sample(AttachmentType.TXT);
    String digest = StoreContract.sha(content).hex();
    Said wrong = new Said("a.txt", Optional.empty(), Optional.of("0".repeat(64)));
    assertThat(((Outcome.Refused) intake.take(new ByteArrayInputStream(content), wrong)).code())
        .isEqualTo(Code.DIGEST_MISMATCH);
    Said right =
        new Said("a.txt", Optional.empty(), Optional.of(digest.toUpperCase(java.util.Locale.ROOT)));
    assertThat(intake.take(new ByteArrayInputStream(content), right))
        .isInstanceOf(Outcome.Taken.class);
  }

  @Test
  void aSenderWhoHangsUpLeavesNothing() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("hung up");
          }

          @Override
          public int read(byte[] into, int at, int most) throws IOException {
            return read();
          }
        };
    assertThatThrownBy(
            () -> intake.take(broken, new Said("a.txt", Optional.empty(), Optional.empty())))
        .hasMessage("hung up");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aNameIsSafeOnAnySystem() {
    Map<String, String> names =
        Map.ofEntries(
            Map.entry("../../etc/passwd", "passwd"),
            Map.entry("C:\\temp\\plan.pdf", "plan.pdf"),
            Map.entry("plan\u202efdp.exe", "planfdp.exe"),
            Map.entry(" .hidden. ", "hidden"),
            Map.entry("a\r\nb\u0000: c?.pdf", "ab_ c_.pdf"),
            Map.entry("CON.pdf", "_CON.pdf"),
            Map.entry("..", "attachment"),
            Map.entry("", "attachment"),
            Map.entry("Été 日本 سلام.pdf", "Été 日本 سلام.pdf"),
            Map.entry("\uD83D\uDE80".repeat(90) + ".pdf", "\uD83D\uDE80".repeat(58) + ".pdf"));
    names.forEach((given, safe) -> assertThat(FileNames.safe(given)).isEqualTo(safe));
  }

  @Test
  void aNameWithoutEndingGetsTheOneOfItsContent() throws IOException {
    assertThat(taken(sample(AttachmentType.PDF), "plan", "").name()).isEqualTo("plan.pdf");
  }

  private Attachment taken(byte[] content, String name, String type) throws IOException {
    Outcome outcome = take(content, name, type);
    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    return ((Outcome.Taken) outcome).attachment();
  }

  private Outcome.Refused refused(byte[] content, String name, String type) {
    try {
      Outcome outcome = take(content, name, type);
      assertThat(outcome).as(name + " " + type).isInstanceOf(Outcome.Refused.class);
      return (Outcome.Refused) outcome;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Outcome take(byte[] content, String name, String type) throws IOException {
    Optional<String> said = Optional.of(type).filter(text -> !text.isEmpty());
    return intake.take(new ByteArrayInputStream(content), new Said(name, said, Optional.empty()));
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  private static byte[] sample(AttachmentType type) throws IOException {
    return switch (type) {
      case PDF -> utf8("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
      case PNG -> png(1, 1);
      case JPEG -> jpeg(1, 1);
      case GIF -> utf8("GIF89a\u0001\u0000\u0001\u0000");
      case WEBP -> utf8("RIFF\u0010\u0000\u0000\u0000WEBPVP8 \u0000\u0000\u0000\u0000");
      case MP3 -> utf8("ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000");
      case MP4 -> utf8("\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom");
      case DOCX, XLSX -> office(type, "");
      case CSV -> utf8("Gate,Ships\n3,12\n");
      case ICS -> utf8("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
      case TXT -> utf8("The third gate opened — at last.\n");
    };
  }

  private static byte[] png(int width, int height) {
    return ByteBuffer.allocate(8 + 25 + 22 + 12)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(utf8("IHDR"))
        .putInt(width)
        .putInt(height)
        .put(new byte[5 + 4])
        .putInt(10)
        .put(utf8("IDAT"))
        .put(new byte[10 + 4])
        .putInt(0)
        .put(utf8("IEND"))
        .putInt(0)
        .array();
  }

  private static byte[] jpeg(int width, int height) {
    return ByteBuffer.allocate(2 + 18 + 13 + 10 + 8 + 2)
        .putShort((short) 0xffd8)
        .putShort((short) 0xffe0)
        .putShort((short) 16)
        .put(utf8("JFIF"))
        .put(new byte[10])
        .putShort((short) 0xffc0)
        .putShort((short) 11)
        .put((byte) 8)
        .putShort((short) height)
        .putShort((short) width)
        .put(new byte[4])
        .putShort((short) 0xffda)
        .putShort((short) 8)
        .put(new byte[6])
        .put(new byte[8])
        .putShort((short) 0xffd9)
        .array();
  }

  /**
   * An office document with entries that hold so many bytes.
   *
   * @param said what its list of contents says of each of them
   */
  private static byte[] archive(AttachmentType type, Map<String, Integer> entries, int said)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(utf8("<Types ContentType=\"%s.main+xml\"/>".formatted(type.mediaType())));
      for (Map.Entry<String, Integer> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(new byte[entry.getValue()]);
      }
    }
    ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 28 < all.limit(); at++) {
      boolean listed = all.getInt(at) == 0x02014b50;
      if (listed && entries.containsValue(all.getInt(at + 24))) {
        all.putInt(at + 24, said);
      }
    }
    return all.array();
  }

  private static byte[] office(AttachmentType type, String macros) throws IOException {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/d.xml\" ContentType=\"%s.main+xml\"/>%s</Types>"
                .formatted(type.mediaType(), macros)));
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(utf8(entry.getValue()));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The letter x without end; counts what was read of it. */
  private static final class Endless extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 'x';
    }

    @Override
    public int read(byte[] into, int at, int most) {
      Arrays.fill(into, at, at + most, (byte) 'x');
      read += most;
      return most;
    }
  }

  /** In place of a store before the test begins. */
  private static final class NoStore implements AttachmentStore {
    @Override
    public void put(Sha256 digest, Path content) throws IOException {
      throw new IOException("no store");
    }

    @Override
    public boolean holds(Sha256 digest) {
      return false;
    }

    @Override
    public Optional<InputStream> get(Sha256 digest) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
