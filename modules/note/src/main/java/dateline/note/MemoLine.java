package dateline.note;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a memo's head, {@code "Subject: Ports Open"}: what it says is said by its label.
 *
 * @param part what stands behind the label; boilerplate if it is nothing of the note's
 * @param length of the label, with its colon
 */
record MemoLine(Part part, int length) {

  private static final Pattern LABEL = Pattern.compile("(\\p{L}[\\p{L} ]{0,14}):\\s+(?=\\S)");

  private static final Map<String, Part> PARTS =
      Map.ofEntries(
          Map.entry("from", Part.ISSUER),
          Map.entry("issued by", Part.ISSUER),
          Map.entry("issuer", Part.ISSUER),
          Map.entry("author", Part.ISSUER),
          Map.entry("to", Part.BOILERPLATE),
          Map.entry("subject", Part.HEADLINE),
          Map.entry("title", Part.HEADLINE),
          Map.entry("headline", Part.HEADLINE),
          Map.entry("betreff", Part.HEADLINE),
          Map.entry("objet", Part.HEADLINE),
          Map.entry("asunto", Part.HEADLINE),
          Map.entry("type", Part.KIND),
          Map.entry("place", Part.PLACE),
          Map.entry("location", Part.PLACE),
          Map.entry("date", Part.DATE));

  static Optional<MemoLine> of(String text) {
    Matcher label = LABEL.matcher(text);
    return label.lookingAt()
        ? Optional.ofNullable(PARTS.get(label.group(1).toLowerCase(Locale.ROOT)))
            .map(part -> new MemoLine(part, label.end()))
        : Optional.empty();
  }
}
