package dateline.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.intake.Hint;
import dateline.intake.Manuscript;
import dateline.intake.Manuscripts;
import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.Reading;
import dateline.note.Span;
import dateline.runtime.http.Body;
import dateline.runtime.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The texts that clients send: whole notes, parts and blocks of one. */
final class TextReading {

  /** Parts that a text says in more than one line. */
  private static final Set<Part> LONG = Set.of(Part.BODY, Part.CONTACTS, Part.BOILERPLATE);

  /** A file of which nothing is said. */
  private static final String ANY_FILE = "application/octet-stream";

  private static final MediaNote NOTHING = saying(List.of());

  /** Findings of a text that says a part, and what is said of it instead. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "UNSAFE_LINK",
          "The text links to something that is no address of the web, of mail or of a telephone, at line %d, column %d; link to an address that readers can open, or take the link out.",
          "UNREADABLE_CHARACTERS",
          "The text holds a character that no text can hold, at line %d, column %d; put in what was meant.");

  private TextReading() {}

  /**
   * A request with its whole body, which is read only when it is known who sends it.
   *
   * @throws dateline.runtime.http.ProblemException 413 if it is longer than any note's file
   */
  static Request whole(Request sent) {
    try {
      byte[] body = sent.body().stream().readNBytes(Manuscripts.LARGEST + 1);
      if (body.length > Manuscripts.LARGEST) {
        throw Fields.wrong(
            413,
            "BODY_TOO_LARGE",
            "The body has more than %d bytes; send the text alone, and pictures as attachments."
                .formatted(Manuscripts.LARGEST));
      }
      return sent.withBody(Body.of(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A note that was sent as a file or as JSON.
   *
   * @throws dateline.runtime.http.ProblemException 415 or 422 if it is none
   */
  static Reading note(Request request) {
    if (isJson(request)) {
      return Reading.of(DeskJson.note(request.json()));
    }
    Reading reading = read(request, Manuscripts::read);
    if (reading.note().headline().isBlank()) {
      throw Fields.wrong(
          422, "NO_HEADLINE", "The text has no headline; put one on its first line.");
    }
    return reading;
  }

  /**
   * A note that says this part, and nothing else that counts. A part of one line is sent as that
   * line; body, contacts and boilerplate as a text that says them and nothing else; JSON has its
   * value as a note has it.
   *
   * @throws dateline.runtime.http.ProblemException 415 or 422 if it is none
   */
  static MediaNote part(Part part, Request request) {
    if (isJson(request)) {
      return of(part, request.json());
    }
    if (!LONG.contains(part)) {
      return line(part, request);
    }
    Reading reading = body(request);
    return switch (part) {
      case CONTACTS -> of(part, DeskJson.MAPPER.valueToTree(LongPart.contacts(reading)));
      case BOILERPLATE -> of(part, DeskJson.MAPPER.valueToTree(LongPart.boilerplate(reading)));
      default -> part.into(NOTHING, reading.note());
    };
  }

  /**
   * A text of more than one line. A part is answered without its reading: what that would say of
   * links and of characters is refused, as in JSON.
   */
  private static Reading body(Request request) {
    Reading reading = read(request, Manuscripts::readBody);
    reading.findings().stream()
        .filter(finding -> REFUSED.containsKey(finding.code()))
        .findFirst()
        .ifPresent(wrong -> {
          throw Fields.wrong(
              422,
              wrong.code(),
              REFUSED.getOrDefault(wrong.code(), "").formatted(wrong.line(), wrong.column()));
        });
    return reading;
  }

  private static MediaNote line(Part part, Request request) {
    requireText(request);
    String line = request.body().text().replaceAll("\\s*\\R\\s*", " ").strip();
    JsonNodeFactory json = JsonNodeFactory.instance;
    JsonNode value = line.isEmpty() ? json.nullNode() : json.textNode(line);
    if (part == Part.LANGUAGES) {
      value =
          json.arrayNode()
              .addAll(
                  Arrays.stream(line.split("[,\\s]+", -1))
                      .filter(tag -> !tag.isEmpty())
                      .map(json::textNode)
                      .toList());
    } else if (part == Part.HEADLINE) {
      value = json.textNode(line);
    }
    return of(part, value);
  }

  private static MediaNote of(Part part, JsonNode value) {
    if (part == Part.HEADLINE && !value.isTextual()) {
      throw Fields.wrong(422, "NO_HEADLINE", "A headline is a text; send one.");
    }
    NoteShape.requirePart(part, value);
    ObjectNode note = DeskJson.MAPPER.valueToTree(NOTHING);
    note.set(part.component(), value);
    return DeskJson.ofShape(note);
  }

  /**
   * A note whose body says what stands instead of a block: paragraphs, parted by empty lines, or
   * blocks as JSON. One paragraph keeps the form of the block.
   *
   * @throws dateline.runtime.http.ProblemException 415 or 422 if it is none
   */
  static MediaNote blocks(Block former, Request request) {
    if (isJson(request)) {
      JsonNode json = request.json();
      return of(Part.BODY, json.isArray() ? json : JsonNodeFactory.instance.arrayNode().add(json));
    }
    requireText(request);
    String body = request.body().text();
    Unfit.in(body)
        .ifPresent(unfit -> {
          throw Fields.wrong(422, unfit.name(), "The text " + unfit.whatAndWhatToDo() + '.');
        });
    List<List<Span>> paragraphs =
        Arrays.stream(body.split("\\R[ \\t]*\\R", -1))
            .map(text -> text.replaceAll("\\s*\\R\\s*", " ").strip())
            .filter(text -> !text.isEmpty())
            .map(text -> List.of(Span.plain(text)))
            .toList();
    return saying(
        paragraphs.size() == 1
            ? List.of(formed(former, paragraphs.getFirst()))
            : paragraphs.stream().<Block>map(Block.Paragraph::new).toList());
  }

  private static Block formed(Block former, List<Span> spans) {
    return switch (former) {
      case Block.Paragraph _, Block.TableRow _ -> new Block.Paragraph(spans);
      case Block.Heading _ -> new Block.Heading(spans);
      case Block.ListItem(var marker, int level, _) -> new Block.ListItem(marker, level, spans);
      case Block.Quotation _ -> new Block.Quotation(spans);
      case Block.Footnote(var mark, _) -> new Block.Footnote(mark, spans);
    };
  }

  private static MediaNote saying(List<Block> body) {
    return new MediaNote(
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        body,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** Every file that is no JSON is read here, whatever it says it is: its content decides. */
  private static Reading read(Request request, BiFunction<byte[], Hint, Manuscript> reader) {
    String sent = request.header("Content-Type").orElse("");
    Hint hint = Hint.mediaType(sent);
    if (hint.format().isEmpty() && !type(request).equalsIgnoreCase(ANY_FILE)) {
      throw Fields.wrong(
          415,
          "UNSUPPORTED_MEDIA_TYPE",
          "A note is sent as text/plain, text/markdown, text/html, a .docx, %s or application/json; send it as one of these."
              .formatted(ANY_FILE));
    }
    return switch (reader.apply(request.body().bytes(), hint)) {
      case Manuscript.Read(Reading reading, _, _) -> reading;
      case Manuscript.Refused(Manuscript.Code code, String reason) ->
          throw Fields.wrong(code == Manuscript.Code.TOO_LARGE ? 413 : 422, code.name(), reason);
    };
  }

  private static void requireText(Request request) {
    if (!type(request).equalsIgnoreCase("text/plain")) {
      throw Fields.wrong(
          415,
          "UNSUPPORTED_MEDIA_TYPE",
          "A text is sent as text/plain or application/json; send it as one of these.");
    }
  }

  static boolean isJson(Request request) {
    return type(request).equalsIgnoreCase("application/json");
  }

  private static String type(Request request) {
    return request.header("Content-Type").orElse("").split(";", -1)[0].strip();
  }
}
