package dateline.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may be attached. SVG may not: it can hold scripts, and a picture that was made harmless is
 * not the one whose digest was cleared. Nor may documents with macros.
 */
public enum AttachmentType {
  PDF("application/pdf", "pdf", ""),
  PNG("image/png", "png", ""),
  JPEG("image/jpeg", "jpg jpeg", "image/jpg image/pjpeg"),
  GIF("image/gif", "gif", ""),
  WEBP("image/webp", "webp", ""),
  MP3("audio/mpeg", "mp3", "audio/mp3"),
  MP4("video/mp4", "mp4 m4v", "application/mp4 video/x-m4v"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", ""),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", ""),
  CSV("text/csv", "csv", "application/csv application/vnd.ms-excel text/plain"),
  ICS("text/calendar", "ics", ""),
  TXT("text/plain", "txt", "");

  private final String mediaType;

  /** Separated by a space, the usual one first. */
  private final String extensions;

  private final String alsoSaid;

  AttachmentType(String mediaType, String extensions, String alsoSaid) {
    this.mediaType = mediaType;
    this.extensions = extensions;
    this.alsoSaid = alsoSaid;
  }

  /** As in {@code Content-Type}, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** The usual ending of a file's name, without its dot. */
  public String extension() {
    return extensions.split(" ", 2)[0];
  }

  /** All allowed endings, for people: {@code "pdf, png, jpg, …"}. */
  public static String list() {
    return Arrays.stream(values()).map(AttachmentType::extension).collect(Collectors.joining(", "));
  }

  boolean isNamed(String extension) {
    return List.of(extensions.split(" ", -1)).contains(extension.toLowerCase(Locale.ROOT));
  }

  /** Whether a sender who says this can mean this type. Parameters and case do not count. */
  boolean isSaid(String contentType) {
    String said = bare(contentType);
    return isCalled(said);
  }

  static String bare(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** What a content looks like. Plain text and tables have no look of their own. */
  static Optional<AttachmentType> of(String mediaType) {
    return Arrays.stream(values())
        .filter(type -> type != CSV && type != TXT && type.isCalled(mediaType))
        .findFirst();
  }

  private boolean isCalled(String bare) {
    return bare.equals(mediaType) || List.of(alsoSaid.split(" ", -1)).contains(bare);
  }
}
