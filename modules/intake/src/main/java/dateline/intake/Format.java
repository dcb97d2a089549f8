package dateline.intake;

/** What a manuscript can be. */
public enum Format {
  PLAIN_TEXT("plain text", "text/plain"),
  MARKDOWN("Markdown", "text/markdown"),
  HTML("HTML", "text/html"),
  DOCX(
      "a Word document (.docx)",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final String words;
  private final String mediaType;

  Format(String words, String mediaType) {
    this.words = words;
    this.mediaType = mediaType;
  }

  /** As a sentence names it. */
  public String words() {
    return words;
  }

  /** As HTTP names it: {@code "text/markdown"}. */
  public String mediaType() {
    return mediaType;
  }
}
