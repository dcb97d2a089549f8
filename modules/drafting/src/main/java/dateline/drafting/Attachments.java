package dateline.drafting;

import dateline.drafting.DraftingCommand.AttachFile;
import dateline.drafting.DraftingCommand.Attaching;
import dateline.drafting.DraftingCommand.RemoveAttachment;
import dateline.drafting.DraftingEvent.Attached;
import dateline.drafting.DraftingEvent.AttachmentRemoved;
import dateline.drafting.DraftingEvent.FileAttached;
import dateline.kernel.Decision;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a note, in the order in which they came, and the rules of attaching. */
record Attachments(List<Attachment> files) {

  static final Attachments NONE = new Attachments(List.of());

  /** Bytes of a file: 25 MB, as the store takes them. */
  static final long SIZE = 25_000_000;

  /** Files of a note. */
  static final int FILES = 50;

  /** Code points of a file's name. */
  static final int NAME = 120;

  /** Code points of a file's description. */
  static final int DESCRIPTION = 1_000;

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** RFC 6838, section 4.2. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}");

  Attachments {
    files = List.copyOf(files);
  }

  Attachments after(Attached it) {
    return switch (it) {
      case FileAttached(Attachment file) ->
          has(file.sha256())
              ? new Attachments(
                  files.stream()
                      .map(old -> old.sha256().equals(file.sha256()) ? file : old)
                      .toList())
              : new Attachments(Stream.concat(files.stream(), Stream.of(file)).toList());
      case AttachmentRemoved(String sha256) ->
          new Attachments(files.stream().filter(file -> !file.sha256().equals(sha256)).toList());
    };
  }

  Decision<DraftingEvent> decide(Attaching command) {
    return switch (command) {
      case AttachFile(Attachment file) -> attach(file);
      case RemoveAttachment(String sha256) ->
          has(sha256)
              ? Decision.accept(new AttachmentRemoved(sha256))
              : Decision.nothingToDo("The note has no file %s.".formatted(sha256));
    };
  }

  private Decision<DraftingEvent> attach(Attachment file) {
    if (files.contains(file)) {
      return Decision.nothingToDo("The note has this file, described like this, already.");
    }
    Optional<Decision<DraftingEvent>> broken = brokenBy(file);
    if (broken.isPresent()) {
      return broken.get();
    }
    if (files.size() >= FILES && !has(file.sha256())) {
      return Decision.refuse(
          "TOO_MANY_ATTACHMENTS",
          "A note has at most %d files; take one off first.".formatted(FILES));
    }
    return Decision.accept(new FileAttached(file));
  }

  private boolean has(String sha256) {
    return files.stream().anyMatch(file -> file.sha256().equals(sha256));
  }

  private static Optional<Decision<DraftingEvent>> brokenBy(Attachment file) {
    if (!SHA_256.matcher(file.sha256()).matches()) {
      return refused(
          "NOT_A_SHA256", "A file is named by its SHA-256, 64 lower-case hex digits; name it so.");
    }
    if (file.size() < 1 || file.size() > SIZE) {
      return refused(
          "WRONG_SIZE",
          "The file has %d bytes; a file that is attached has 1 to %d. Make it smaller."
              .formatted(file.size(), SIZE));
    }
    if (!MEDIA_TYPE.matcher(file.mediaType()).matches()) {
      return refused(
          "NOT_A_MEDIA_TYPE", "A file's type is written like image/png; say which it is.");
    }
    if (!isName(file.name())) {
      return refused(
          "NOT_A_FILE_NAME",
          "A file's name has 1 to %d characters without slashes and control characters; rename it."
              .formatted(NAME));
    }
    return TextLimits.says(file.description())
            && TextLimits.length(file.description()) <= DESCRIPTION
        ? Optional.empty()
        : refused(
            "NO_DESCRIPTION",
            "A file is described in 1 to %d characters for those who cannot see it; say what it shows."
                .formatted(DESCRIPTION));
  }

  private static boolean isName(String name) {
    return TextLimits.says(name)
        && TextLimits.length(name) <= NAME
        && !name.equals(".")
        && !name.equals("..")
        && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }

  private static Optional<Decision<DraftingEvent>> refused(String code, String reason) {
    return Optional.of(Decision.refuse(code, reason));
  }
}
