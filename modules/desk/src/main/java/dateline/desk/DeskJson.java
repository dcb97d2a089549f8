package dateline.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The desk's JSON: notes and entries as records, what is not known left out. */
public final class DeskJson {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule("desk")
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Instants())
                  .addSerializer(Duration.class, ToStringSerializer.instance)
                  .addDeserializer(Duration.class, new Durations())
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new Days())
                  .addSerializer(Block.class, new BlockWriter())
                  .addDeserializer(Block.class, new BlockReader()))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private DeskJson() {}

  /** A note as a client sends it, {@code docs/api.md}. */
  public static ObjectNode of(MediaNote note) {
    return MAPPER.valueToTree(note);
  }

  /**
   * A note that a client sent.
   *
   * @throws ProblemException 422 if it is none
   */
  static MediaNote note(JsonNode json) {
    NoteShape.requireNote(json);
    if (json.path("headline").asText("").isBlank()) {
      throw new ProblemException(
          Problem.of(422, "NO_HEADLINE", "No headline", "The note has no headline; give it one."));
    }
    return ofShape(json);
  }

  /** A note of JSON that has the shape of one, {@link NoteShape}. */
  static MediaNote ofShape(JsonNode json) {
    try {
      return MAPPER.treeToValue(json, MediaNote.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what has the shape of a note is one", e);
    }
  }

  private static final class Instants extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    Instants() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String value, DeserializationContext context) {
      return Instant.parse(value);
    }
  }

  private static final class Durations extends FromStringDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    Durations() {
      super(Duration.class);
    }

    @Override
    protected Duration _deserialize(String value, DeserializationContext context) {
      return Duration.parse(value);
    }
  }

  private static final class Days extends FromStringDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    Days() {
      super(LocalDate.class);
    }

    @Override
    protected LocalDate _deserialize(String value, DeserializationContext context) {
      return LocalDate.parse(value);
    }
  }

  /** A block in JSON; {@code form} is as on the wire. */
  private record Shape(
      String form, String mark, int level, List<Span> spans, List<List<Span>> cells) {}

  private static final class BlockWriter extends StdSerializer<Block> {
    private static final long serialVersionUID = 1L;

    BlockWriter() {
      super(Block.class);
    }

    @Override
    public void serialize(Block block, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      Shape shape =
          switch (block) {
            case Block.Paragraph(var spans) -> new Shape("paragraph", "", 0, spans, List.of());
            case Block.Heading(var spans) -> new Shape("heading", "", 0, spans, List.of());
            case Block.ListItem(var mark, int level, var spans) ->
                new Shape("item", mark, level, spans, List.of());
            case Block.Quotation(var spans) -> new Shape("quotation", "", 0, spans, List.of());
            case Block.Footnote(var mark, var spans) ->
                new Shape("footnote", mark, 0, spans, List.of());
            case Block.TableRow(var cells) -> new Shape("row", "", 0, List.of(), cells);
          };
      out.writeStartObject();
      out.writeStringField("form", shape.form());
      if (!shape.mark().isEmpty()) {
        out.writeStringField("mark", shape.mark());
      }
      if (shape.level() > 0) {
        out.writeNumberField("level", shape.level());
      }
      if (shape.form().equals("row")) {
        provider.defaultSerializeField("cells", shape.cells(), out);
      } else {
        provider.defaultSerializeField("spans", shape.spans(), out);
      }
      out.writeEndObject();
    }
  }

  private static final class BlockReader extends StdDeserializer<Block> {
    private static final long serialVersionUID = 1L;

    BlockReader() {
      super(Block.class);
    }

    @Override
    public Block deserialize(JsonParser in, DeserializationContext context) throws IOException {
      JsonNode json = context.readTree(in);
      String form = json.path("form").asText();
      Shape shape = context.readTreeAsValue(json, Shape.class);
      String mark = json.path("mark").asText("");
      return switch (form) {
        case "paragraph" -> new Block.Paragraph(shape.spans());
        case "heading" -> new Block.Heading(shape.spans());
        case "item" -> new Block.ListItem(mark, shape.level(), shape.spans());
        case "quotation" -> new Block.Quotation(shape.spans());
        case "footnote" -> new Block.Footnote(mark, shape.spans());
        case "row" -> new Block.TableRow(shape.cells());
        default -> (Block) context.handleWeirdStringValue(Block.class, form, "no form of a block");
      };
    }
  }
}
