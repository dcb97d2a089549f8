package dateline.intake;

import dateline.note.Finding.Severity;
import dateline.note.Links;

/** What may have to be said about how a manuscript was read. The name is the finding's code. */
enum Notice {
  BYTE_ORDER_MARK(
      Severity.ADVISES,
      "The file begins with a byte order mark, which is no part of the text.",
      "Nothing needs to be done."),
  ENCODING_GUESSED(
      Severity.WARNS,
      "The file is not UTF-8 and does not say what it is; it was read as %s.",
      "Look at accents and quotation marks, or save the file as UTF-8."),
  ENCODING_UNCLEAR(
      Severity.WARNS,
      "The file is not UTF-8 and does not say what it is; read as %s, many of its words are none.",
      "Save the file as UTF-8 and hand it in again, or say its encoding."),
  OTHER_ENCODING(
      Severity.WARNS,
      "The file was said to be in another encoding; it was read as %s, which it is.",
      "Say the right encoding, or none."),
  UNKNOWN_ENCODING(
      Severity.WARNS,
      "The file was said to be in an encoding that is not known, %s.",
      "Say the right encoding, or none."),
  OTHER_FORMAT(Severity.WARNS, "The file was said to be %s.", "Say the right format, or none."),
  MOJIBAKE_MENDED(
      Severity.WARNS,
      "Letters that had been read in the wrong encoding were put right: %s.",
      "Compare them with the original."),
  MIXED_LINE_ENDS(
      Severity.ADVISES,
      "The lines of the file end in different ways; all of them were read as line ends.",
      "Nothing needs to be done."),
  OLD_LINE_ENDS(
      Severity.ADVISES,
      "The lines of the file end in a carriage return alone; each was read as a line end.",
      "Nothing needs to be done."),
  UNREADABLE_CHARACTERS(
      Severity.WARNS,
      "Characters that no text can hold were read as U+FFFD (%d), the first of them here.",
      "Put in what was meant."),
  SCRIPT_LEFT_OUT(
      Severity.WARNS,
      "Scripts were left out (%d), the first of them here.",
      "Take them out of the file."),
  HIDDEN_TEXT(
      Severity.WARNS,
      "Text that no reader sees was left out (%d), the first of it here.",
      "Take it out of the file, or make it seen if it belongs to the note."),
  UNSAFE_LINK(Severity.WARNS, Links.NOT_KEPT, Links.NOT_KEPT_MEND),
  FRONT_MATTER(
      Severity.ADVISES,
      "Above the text stand things that are no part of a note or are said twice; they were kept as boilerplate: %s.",
      "Take them out, or say them in the text."),
  PICTURE_LEFT_OUT(
      Severity.ADVISES,
      "Pictures were left out (%d), the first of them here.",
      "Attach them to the note."),
  STRUCK_OUT(
      Severity.WARNS,
      "Words are struck out (%d), the first of them here; they were read as text.",
      "Take out what is not to be published."),
  TRACKED_CHANGES(
      Severity.WARNS,
      "The document has changes that nobody accepted (%d), the first of them here; it was read"
          + " as if all were accepted.",
      "Accept or reject the changes."),
  COMMENTS(
      Severity.WARNS,
      "Comments were left out (%d), the first of them on this paragraph.",
      "Settle and delete the comments."),
  EMBEDDED_DOCUMENT(
      Severity.WARNS,
      "Other documents are embedded and were left out (%d), the first of them here.",
      "Copy their text into the document."),
  TEXT_BOX(
      Severity.ADVISES,
      "Text boxes were read behind the paragraphs they hang on (%d), the first of them here.",
      "Look at the order of the text.");

  private final Severity severity;
  private final String message;
  private final String fix;

  Notice(Severity severity, String message, String fix) {
    this.severity = severity;
    this.message = message;
    this.fix = fix;
  }

  Severity severity() {
    return severity;
  }

  /** One sentence, with a place for a number or a word. */
  String message() {
    return message;
  }

  String fix() {
    return fix;
  }
}
