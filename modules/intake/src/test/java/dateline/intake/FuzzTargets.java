package dateline.intake;

import dateline.note.CanonicalForm;
import dateline.note.HtmlRendering;
import dateline.note.LaidOutNothingLost;
import dateline.note.PlainText;
import dateline.note.Reading;
import dateline.note.checks.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer runs: any bytes are read or refused, and what is read can be used and lacks no word.
 */
public final class FuzzTargets {

  private FuzzTargets() {}

  /** Any of the others, as the first byte says. */
  public static final class All {
    private All() {}

    public static void fuzzerTestOneInput(byte[] data) {
      byte[] rest = data.length == 0 ? data : Arrays.copyOfRange(data, 1, data.length);
      switch (data.length == 0 ? 'A' : data[0]) {
        case 'H' -> Html.fuzzerTestOneInput(rest);
        case 'M' -> Markdown.fuzzerTestOneInput(rest);
        case 'W' -> Word.fuzzerTestOneInput(rest);
        default -> Anything.fuzzerTestOneInput(rest);
      }
    }
  }

  /** Bytes as they come. */
  public static final class Anything {
    private Anything() {}

    public static void fuzzerTestOneInput(byte[] data) {
      check(Manuscripts.read(data, Hint.NONE));
    }
  }

  public static final class Html {
    private Html() {}

    public static void fuzzerTestOneInput(byte[] data) {
      String html = new String(data, StandardCharsets.UTF_8);
      check(Manuscripts.readHtml("Gate Opens", html));
      check(Manuscripts.read(data, Hint.mediaType("text/html")));
    }
  }

  public static final class Markdown {
    private Markdown() {}

    public static void fuzzerTestOneInput(byte[] data) {
      check(Manuscripts.read(data, Hint.fileName("note.md")));
    }
  }

  /** A document with this XML in its body, and a file of these bytes after a document's first. */
  public static final class Word {
    private Word() {}

    public static void fuzzerTestOneInput(byte[] data) {
      String xml = new String(data, StandardCharsets.UTF_8);
      check(Manuscripts.read(Docx.body(xml).with("styles", xml).bytes(), Hint.NONE));
      byte[] file = Docx.body(Docx.p("Gate Opens")).bytes();
      for (int i = 1; i < data.length; i += 2) {
        file[((data[i - 1] & 0xFF) << 3) % file.length] = data[i];
      }
      check(Manuscripts.read(file, Hint.NONE));
    }
  }

  private static void check(Manuscript manuscript) {
    switch (manuscript) {
      case Manuscript.Refused(_, var reason) -> {
        if (!reason.endsWith(".")) {
          throw new AssertionError(reason);
        }
      }
      case Manuscript.Read(var reading, var format, _) -> check(reading, format);
    }
  }

  private static void check(Reading reading, Format format) {
    CanonicalForm.of(reading.note());
    HtmlRendering.of(reading.note());
    PlainText.of(reading.note());
    Checks.run(reading);
    boolean parallel =
        reading.blocks().size() == reading.note().body().size()
            && reading.contacts().size() == reading.note().contacts().size();
    List<String> lost =
        format == Format.PLAIN_TEXT ? List.of() : LaidOutNothingLost.complaints(reading.source());
    if (!parallel || !lost.isEmpty()) {
      throw new AssertionError(lost.toString());
    }
  }
}
