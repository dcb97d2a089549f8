package dateline.attachments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;

/** What the content of a file is, whatever it is called. */
sealed interface Contents {

  /** Something that may be attached. */
  record Allowed(AttachmentType type) implements Contents {}

  /** Something else; why it may not be is the end of a sentence. */
  record Other(String mediaType, String why) implements Contents {}

  /**
   * Looks at the file. The ending of its name tells a table from other plain text, nothing else.
   */
  static Contents of(Path file, String extension) throws IOException {
    String mediaType = Detection.mediaType(file);
    if (Detection.ARCHIVES.contains(mediaType)) {
      return Detection.office(file)
          .<Contents>map(Allowed::new)
          .orElse(new Other("a zip archive", "which may hold anything"));
    }
    if (mediaType.equals("text/plain")) {
      return Detection.text(file, extension);
    }
    if (mediaType.equals("image/svg+xml")) {
      return new Other("an SVG picture", "which may hold scripts");
    }
    return AttachmentType.of(mediaType)
        .<Contents>map(Allowed::new)
        .orElse(new Other(mediaType, "which may not be attached"));
  }

  /** How it is found out. */
  final class Detection {

    /** What Tika calls a zip, and one that begins as office documents do. */
    private static final Set<String> ARCHIVES =
        Set.of("application/zip", "application/x-tika-ooxml");

    private static final Detector DETECTOR = new DefaultDetector();
    private static final int MOST_OF_A_LISTING = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;

    private Detection() {}

    /** By the first bytes. */
    private static String mediaType(Path file) throws IOException {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        return DETECTOR.detect(in, new Metadata()).getBaseType().toString();
      }
    }

    /** A Word document or a table, by the list of contents that each begins with. */
    private static Optional<AttachmentType> office(Path file) throws IOException {
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (entry.getName().equals("[Content_Types].xml")) {
            byte[] listing = zip.readNBytes(MOST_OF_A_LISTING);
            return office(new String(listing, StandardCharsets.UTF_8));
          }
          if (++entries > MOST_ENTRIES) {
            return Optional.empty();
          }
        }
        return Optional.empty();
      } catch (ZipException | IllegalArgumentException _) {
        return Optional.empty(); // An archive that cannot be read is no document.
      }
    }

    private static Optional<AttachmentType> office(String listing) {
      if (listing.contains("macroEnabled") || listing.contains("vbaProject")) {
        return Optional.empty();
      }
      for (AttachmentType type : new AttachmentType[] {AttachmentType.DOCX, AttachmentType.XLSX}) {
        if (listing.contains('"' + type.mediaType() + ".main+xml\"")) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }

    private static Contents text(Path file, String extension) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      if (!isText(bytes)) {
        return new Other("a text in no encoding that is known here", "save it as UTF-8");
      }
      String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
      if (start.replace("\ufeff", "").stripLeading().startsWith("BEGIN:VCALENDAR")) {
        return new Allowed(AttachmentType.ICS);
      }
      boolean table = AttachmentType.CSV.isNamed(extension);
      return new Allowed(table ? AttachmentType.CSV : AttachmentType.TXT);
    }

    /** UTF-8, or UTF-16 that says so, without controls that no text has. */
    private static boolean isText(byte[] bytes) {
      boolean wide =
          bytes.length > 1
              && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                  || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
      try {
        CharSequence text =
            (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes));
        return text.chars().noneMatch(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0);
      } catch (CharacterCodingException _) {
        return false;
      }
    }
  }
}
