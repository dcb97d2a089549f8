package dateline.attachments;

import dateline.attachments.Intake.Code;
import dateline.attachments.Intake.Outcome.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Whether a file that begins as its type does also goes on and ends so. Pictures are not decoded,
 * and of what an archive unpacks to nothing is kept.
 */
final class Structure {

  /** A picture's side and its area, in pixels: beyond it only opens to fill a reader's memory. */
  private static final int LONGEST_SIDE = 30_000;

  private static final long MOST_PIXELS = 200_000_000;

  /** Bytes that a document may unpack to, and how many times its own size. */
  private static final long MOST_UNPACKED = 10 * Intake.MOST_BYTES;

  private static final int MOST_TIMES = 100;

  /** Bytes that any document may unpack to, however small it is. */
  private static final long ALWAYS_UNPACKED = 1_000_000;

  private static final int MOST_ENTRIES = 10_000;

  /** In which a PDF begins and ends; some stand between other bytes. */
  private static final int PDF_MARGIN = 1_024;

  /** Markers of a JPEG, without the byte FF before them: the least that has content. */
  private static final int LEAST = 0xC0;

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;

  /** The marker of a number of lines (DNL), whole, with its length. */
  private static final int LINES = 0xFFDC0004;

  private Structure() {}

  /** Why it may not be attached although its type may. */
  static Optional<Refused> fault(Path file, AttachmentType type) throws IOException {
    return switch (type) {
      case PDF -> pdf(mapped(file)).map(why -> damaged("PDF", why));
      case PNG -> picture("PNG", png(mapped(file)));
      case JPEG -> picture("JPEG", jpeg(mapped(file)));
      case DOCX, XLSX -> archive(file);
      case GIF, WEBP, MP3, MP4, CSV, ICS, TXT -> Optional.empty();
    };
  }

  /** A file may have 25 MB and many may come at once: none is read into the heap. */
  private static ByteBuffer mapped(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  private static Optional<String> pdf(ByteBuffer file) {
    int margin = Math.min(PDF_MARGIN, file.remaining());
    String start = latin(file.slice(0, margin));
    String end = latin(file.slice(file.remaining() - margin, margin));
    if (!start.contains("%PDF-")) {
      return Optional.of("it has no beginning");
    }
    return end.contains("%%EOF") ? Optional.empty() : Optional.of("it has no end");
  }

  private static String latin(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes).toString();
  }

  /** What a picture says of itself. */
  private sealed interface Seen {
    record Whole(long width, long height) implements Seen {}

    record Broken(String why) implements Seen {}
  }

  private static Optional<Refused> picture(String type, Seen seen) {
    return switch (seen) {
      case Seen.Broken(String why) -> Optional.of(damaged(type, why));
      case Seen.Whole(long width, long height) when width < 1 || height < 1 ->
          Optional.of(damaged(type, "it has no size"));
      case Seen.Whole(long width, long height)
          when width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS ->
          Optional.of(
              new Refused(
                  Code.UNPACKS_TOO_LARGE,
                  "The picture has %,d by %,d pixels, more than %,d a side or %,d in all; attach a smaller one."
                      .formatted(width, height, LONGEST_SIDE, MOST_PIXELS)));
      case Seen.Whole _ -> Optional.empty();
    };
  }

  /**
   * Chunks, each of length, name, content and checksum: IHDR first, IDAT, IEND last with nothing
   * behind.
   */
  private static Seen png(ByteBuffer file) {
    file.position(8);
    Seen.Whole size = new Seen.Whole(0, 0);
    boolean content = false;
    for (boolean first = true; file.remaining() >= 12; first = false) {
      int length = file.getInt();
      String name = latin(file.slice(file.position(), 4));
      int at = file.position() + 4;
      if (length < 0 || length > file.remaining() - 8) {
        return new Seen.Broken("it ends within a piece");
      }
      if (first != name.equals("IHDR") || (first && length != 13)) {
        return new Seen.Broken("it does not begin with its size");
      }
      if (first) {
        size =
            new Seen.Whole(
                Integer.toUnsignedLong(file.getInt(at)),
                Integer.toUnsignedLong(file.getInt(at + 4)));
      }
      if (name.equals("IEND") && length + 8 < file.remaining()) {
        return new Seen.Broken("it goes on behind its end");
      }
      if (name.equals("IEND")) {
        return content ? size : new Seen.Broken("it shows nothing");
      }
      content |= name.equals("IDAT");
      file.position(at + length + 4);
    }
    return new Seen.Broken("it has no end");
  }

  /**
   * Segments, each of marker, length and content, up to the scan (SOS); the size is in the frame's
   * (SOFn), but for a height of 0, which stands behind the scan (DNL). Bytes before a marker are
   * passed over, as decoders do, and so are markers without content. In a scan the marker of the
   * end (EOI) stands for nothing else.
   */
  private static Seen jpeg(ByteBuffer file) {
    file.position(2);
    Seen.Whole size = new Seen.Whole(0, 0);
    for (int marker = marker(file); marker != END; marker = marker(file)) {
      if (isAlone(marker)) {
        continue;
      }
      if (marker < LEAST || marker == START) {
        return new Seen.Broken("it has a piece that stands in no JPEG");
      }
      int start = file.position();
      int length = file.remaining() < 2 ? 0 : Short.toUnsignedInt(file.getShort(start));
      if (length < 2 || length > file.remaining()) {
        return new Seen.Broken("it ends within a piece");
      }
      if (isFrame(marker) && length >= 7) {
        size =
            new Seen.Whole(
                Short.toUnsignedInt(file.getShort(start + 5)),
                Short.toUnsignedInt(file.getShort(start + 3)));
      }
      file.position(start + length);
      if (marker == SCAN) {
        return ends(file) ? withLines(file, size) : new Seen.Broken("it has no end");
      }
    }
    return new Seen.Broken("it shows nothing");
  }

  /** The next marker, with what it has behind it; that of the end if there is none. */
  private static int marker(ByteBuffer file) {
    boolean filled = false;
    while (file.hasRemaining()) {
      int next = Byte.toUnsignedInt(file.get());
      if (filled && next != 0 && next != 0xFF) {
        return next;
      }
      filled = next == 0xFF;
    }
    return END;
  }

  /** Restarts (RSTn) and the one that means nothing (TEM). */
  private static boolean isAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
  }

  /** C4, C8 and CC are tables and no frames. */
  private static boolean isFrame(int marker) {
    return marker >= LEAST && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** The number of lines stands behind the scan if the frame does not say it. */
  private static Seen withLines(ByteBuffer scan, Seen.Whole size) {
    for (int at = scan.position(); size.height() == 0 && at <= scan.limit() - 6; at++) {
      if (scan.getInt(at) == LINES) {
        return new Seen.Whole(size.width(), Short.toUnsignedInt(scan.getShort(at + 4)));
      }
    }
    return size;
  }

  private static boolean ends(ByteBuffer scan) {
    for (int at = scan.limit() - 2; at >= scan.position(); at--) {
      if (Short.toUnsignedInt(scan.getShort(at)) == 0xFFD9) {
        return true;
      }
    }
    return false;
  }

  /**
   * What an archive says of its sizes is not believed: each entry is unpacked to nowhere, and no
   * more of it than is allowed.
   */
  private static Optional<Refused> archive(Path file) throws IOException {
    long size = Files.size(file);
    long most = Math.min(MOST_UNPACKED, Math.max(ALWAYS_UNPACKED, MOST_TIMES * size));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        return Optional.of(unpacksTo("more than %,d files".formatted(MOST_ENTRIES)));
      }
      Set<String> names = new HashSet<>();
      long packed = 0;
      long left = most;
      byte[] buffer = new byte[64 * 1024];
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        packed += entry.getCompressedSize();
        // Entries over one another unpack the same bytes again and again.
        if (!names.add(entry.getName()) || packed > size) {
          return Optional.of(damaged("document", "its parts lie over one another"));
        }
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
              return Optional.of(unpacksTo("more than %,d bytes".formatted(most)));
            }
          }
        }
      }
      return Optional.empty();
    } catch (ZipException | EOFException _) {
      return Optional.of(damaged("document", "it cannot be unpacked"));
    }
  }

  private static Refused damaged(String type, String why) {
    return new Refused(
        Code.DAMAGED,
        "The file is a %s that is damaged or cut off: %s; save it again and attach that."
            .formatted(type, why));
  }

  private static Refused unpacksTo(String what) {
    return new Refused(
        Code.UNPACKS_TOO_LARGE,
        "The document unpacks to %s, far more than its own size; attach it as a PDF."
            .formatted(what));
  }
}
