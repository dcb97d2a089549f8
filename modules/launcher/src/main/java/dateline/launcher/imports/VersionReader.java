package dateline.launcher.imports;

import dateline.intake.Hint;
import dateline.intake.Manuscript;
import dateline.intake.Manuscripts;
import dateline.note.MediaNote;
import dateline.note.Reading;
import dateline.note.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Makes a note of one version of a source. */
final class VersionReader {

  private static final Hint PLAIN = Hint.mediaType("text/plain; charset=utf-8");

  private VersionReader() {}

  /** What came of it. */
  sealed interface Read {
    /**
     * It is a note.
     *
     * @param scripts whether it had scripts, which were left out
     * @param unsafeLinks whether it had links that are not safe, which lost their targets
     */
    record Note(MediaNote note, boolean scripts, boolean unsafeLinks) implements Read {}

    /** It is none. */
    record Refused(Trouble trouble) implements Read {}
  }

  /**
   * The title is the headline; the text is the HTML if it shows anything, else the plain text. Who
   * issued it is said by the text, or else by the source. Refuses with {@code EMPTY_VERSION} and
   * the codes of {@link Manuscript.Code}.
   */
  static Read read(SourceVersion version) {
    boolean html = shows(plain(version.html()));
    if (!html && !shows(version.text())) {
      return new Read.Refused(
          Trouble.refused(
              version.place(),
              "EMPTY_VERSION",
              "The version shows no text below its title; give it some."));
    }
    return switch (html ? Manuscripts.readHtml(version.title(), version.html()) : text(version)) {
      case Manuscript.Read(var reading, _, _) ->
          new Read.Note(
              note(reading.note(), version),
              had(reading, "SCRIPT_LEFT_OUT"),
              had(reading, "UNSAFE_LINK"));
      case Manuscript.Refused(var code, String reason) ->
          new Read.Refused(Trouble.refused(version.place(), code.name(), reason));
    };
  }

  private static Manuscript text(SourceVersion version) {
    String text = version.title() + "\n\n" + version.text();
    return Manuscripts.read(text.getBytes(StandardCharsets.UTF_8), PLAIN);
  }

  private static boolean shows(String text) {
    return !VisibleText.of(text).isEmpty();
  }

  /** What a reader sees of a line of HTML. */
  static String plain(String html) {
    return Jsoup.parseBodyFragment(html).text();
  }

  private static boolean had(Reading reading, String code) {
    return reading.findings().stream().anyMatch(finding -> finding.code().equals(code));
  }

  private static MediaNote note(MediaNote read, SourceVersion version) {
    Optional<String> issuer = read.issuer().or(version::issuer);
    return new MediaNote(
        version.title(),
        read.subheadline(),
        read.kind(),
        issuer,
        read.place(),
        read.date(),
        read.releaseLine(),
        read.embargoLine(),
        read.attribution(),
        read.correction(),
        read.releaseNumber(),
        read.body(),
        read.contacts(),
        read.boilerplate(),
        read.endMark(),
        read.languages());
  }
}
