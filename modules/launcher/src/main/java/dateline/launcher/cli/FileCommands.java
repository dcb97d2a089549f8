package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.attachments.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of a note. */
public final class FileCommands {

  private FileCommands() {}

  private static MessageDigest hash() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Command(
      name = "attach",
      mixinStandardHelpOptions = true,
      description =
          "Put a file to a note: pdf, png, jpg, gif, webp, mp3, mp4, docx, xlsx, csv, ics or txt, up to 25 MB.")
  public static final class Attach implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(
        names = "--description",
        required = true,
        paramLabel = "TEXT",
        description = "What it shows or holds, for those who cannot see it.")
    private String description = "";

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "What it is called there; default as here.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() throws IOException {
      String sha256 = sha256(file);
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        String path =
            "%s/attachments?name=%s&description=%s&sha256=%s"
                .formatted(
                    NoteCommands.path(read.body()),
                    DeskClient.quote(name.orElse(String.valueOf(file.getFileName()))),
                    DeskClient.quote(description),
                    sha256);
        DeskClient.Answer attached =
            desk.postFile(path, talk.drafter(desk, read.body()), read.etag(), file);
        talk.show(
            attached.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + PapersText.attachments(n));
        return 0;
      }
    }

    private static String sha256(Path file) {
      try {
        // Said here, as the desk hangs up on what is too large.
        if (Files.size(file) > Intake.MOST_BYTES) {
          throw DeskRefusal.of(
              "FILE_TOO_LARGE",
              "The file %s has more than %,d bytes; attach a smaller one."
                  .formatted(file, Intake.MOST_BYTES));
        }
        MessageDigest digest = hash();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
      } catch (IOException e) {
        throw GivenFile.refusal(file, "name the file to attach", e);
      }
    }
  }

  @Command(
      name = "attachments",
      mixinStandardHelpOptions = true,
      description = "List the files of a note, or fetch one.")
  public static final class Attachments implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Option(
        names = "--get",
        paramLabel = "FILE",
        converter = Name.class,
        description = "Fetch this one: its name, or the beginning of its SHA-256.")
    private Optional<String> wanted = Optional.empty();

    @Option(
        names = "--to",
        paramLabel = "PATH",
        description = "Where to write it; default its name, here. Nothing is overwritten.")
    private Optional<Path> to = Optional.empty();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        JsonNode files = read.body().path("attachments");
        if (wanted.isEmpty()) {
          talk.show(
              files,
              _ ->
                  files.isEmpty()
                      ? "No files.%n".formatted()
                      : PapersText.attachments(read.body()));
          return 0;
        }
        JsonNode file = OfNote.one(files, wanted.get(), "file", "sha256", "name");
        Path target = to.orElseGet(() -> Path.of(file.path("name").asText()));
        String sha256 = file.path("sha256").asText();
        String path = NoteCommands.path(read.body()) + "/attachments/" + sha256;
        byte[] content = desk.bytes(path, talk.reader(desk), "*/*");
        refuseIfDamaged(content, sha256);
        write(target, content);
        talk.show(
            file, _ -> "%s, %,d bytes, SHA-256 %s%n".formatted(target, content.length, sha256));
        return 0;
      }
    }

    private static void refuseIfDamaged(byte[] content, String sha256) {
      String arrived = HexFormat.of().formatHex(hash().digest(content));
      if (!arrived.equals(sha256)) {
        throw DeskRefusal.of(
            "DIGEST_MISMATCH",
            "What came is not the file of the note: it has the SHA-256 %s, the note's file %s. Nothing is written; fetch it again."
                .formatted(arrived, sha256));
      }
    }

    private static void write(Path target, byte[] content) {
      try {
        Files.write(target, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        throw DeskRefusal.of(
            "FILE_EXISTS", "There is a file %s already; name another with --to.".formatted(target));
      } catch (IOException e) {
        throw FileFault.unwritable(target, e);
      }
    }
  }

  @Command(
      name = "detach",
      mixinStandardHelpOptions = true,
      description = "Take a file off a note.")
  public static final class Detach implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();
    @Mixin private GivenNote note = new GivenNote();

    @Parameters(
        index = "1",
        paramLabel = "FILE",
        converter = Name.class,
        description = "Its name, or the beginning of its SHA-256.")
    private String file = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        DeskClient.Answer read = note.read(desk, talk);
        JsonNode meant =
            OfNote.one(read.body().path("attachments"), file, "file", "sha256", "name");
        DeskClient.Answer detached =
            desk.delete(
                NoteCommands.path(read.body()) + "/attachments/" + meant.path("sha256").asText(),
                talk.drafter(desk, read.body()),
                read.etag());
        talk.show(
            detached.body(), n -> NoteText.line(n) + WhatIsSo.of(n) + PapersText.attachments(n));
        return 0;
      }
    }
  }
}
