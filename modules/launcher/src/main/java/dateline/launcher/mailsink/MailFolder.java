package dateline.launcher.mailsink;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mails as files: one {@code .eml} each, headed by its envelope as {@code Return-Path}, {@code
 * Delivered-To} and {@code X-Received-At}. A mail is there whole and on disk, or not at all.
 */
final class MailFolder {

  private static final String SUFFIX = ".eml";

  private final Path folder;
  private final ConcurrentSkipListMap<String, ReceivedMail> mails = new ConcurrentSkipListMap<>();
  private long newest;

  private MailFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder with the mails that are in it already.
   *
   * @throws IOException if it cannot be made or read
   */
  static MailFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    MailFolder mails = new MailFolder(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(SUFFIX)) {
          mails.remember(read(name.substring(0, name.length() - SUFFIX.length()), file));
        }
      }
    }
    return mails;
  }

  /** Stores a mail; when this returns it is on disk. */
  ReceivedMail store(String from, List<String> to, byte[] content) throws IOException {
    Instant at = Instant.ofEpochMilli(System.currentTimeMillis());
    String id = nextId(at);
    Path unfinished = folder.resolve(id + ".tmp");
    try (FileChannel out =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(out, envelope(from, to, at).getBytes(UTF_8));
      write(out, content);
      out.force(true);
    }
    Path file = file(id);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
    ReceivedMail mail = read(id, file);
    remember(mail);
    return mail;
  }

  /** Newest first. */
  List<ReceivedMail> all() {
    return List.copyOf(mails.descendingMap().values());
  }

  Optional<ReceivedMail> find(String id) {
    return Optional.ofNullable(mails.get(id));
  }

  /** The mail's file, whole, envelope first. */
  byte[] content(ReceivedMail mail) {
    try {
      return Files.readAllBytes(file(mail.id()));
    } catch (IOException e) {
      throw new UncheckedIOException("a stored mail cannot be read", e);
    }
  }

  static MimeMessage parse(byte[] content) throws MessagingException {
    return new MimeMessage(null, new ByteArrayInputStream(content));
  }

  private void remember(ReceivedMail mail) {
    mails.put(mail.id(), mail);
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }

  /** Unique and in order of arrival, also when the clock goes back. */
  private synchronized String nextId(Instant at) {
    long last = mails.isEmpty() ? 0 : Long.parseLong(mails.lastKey().replace("-", ""));
    newest = Math.max(Math.max(newest, last) + 1, at.toEpochMilli() * 1_000);
    return "%013d-%03d".formatted(newest / 1_000, newest % 1_000);
  }

  private static String envelope(String from, List<String> to, Instant at) {
    StringBuilder head = new StringBuilder("Return-Path: <").append(from).append(">\r\n");
    to.forEach(recipient -> head.append("Delivered-To: ").append(recipient).append("\r\n"));
    return head.append("X-Received-At: ").append(at).append("\r\n").toString();
  }

  private static void write(FileChannel out, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }

  private static ReceivedMail read(String id, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage mail = new MimeMessage(null, in);
      String from = header(mail, "Return-Path");
      String[] to = mail.getHeader("Delivered-To");
      return new ReceivedMail(
          id,
          from.replaceAll("[<>]", ""),
          to == null ? List.of() : Arrays.asList(to),
          decoded(header(mail, "Subject")),
          Instant.parse(header(mail, "X-Received-At")),
          header(mail, "Message-ID"));
    } catch (MessagingException e) {
      throw new IOException("the stored mail " + file + " cannot be read; remove it", e);
    }
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    String @Nullable [] values = mail.getHeader(name);
    return values == null ? "" : MimeUtility.unfold(values[0]).strip();
  }

  private static String decoded(String text) {
    try {
      return MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException e) {
      return text;
    }
  }
}
