package dateline.journeys.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** A record with every field set, and what it looks like as JSON, made from a schema alone. */
final class Samples {

  /** 2026-01-26T05:01:00.123Z in milliseconds; larger than an int. */
  private static final long LONG = 1_769_403_660_123L;

  private static final byte[] BYTES = {0, 1, -1};
  private static final JsonNodeFactory JSON = new JsonMapper().getNodeFactory();

  private Samples() {}

  /** The sample in the wire's form. */
  static byte[] bytes(int id, Schema schema) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(5).putInt(1, id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(value(schema, ""), encoder);
    return out.toByteArray();
  }

  private static Object value(Schema schema, String path) {
    return switch (schema.getType()) {
      case RECORD -> {
        GenericData.Record fields = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
          fields.put(field.pos(), value(field.schema(), path + "/" + field.name()));
        }
        yield fields;
      }
      case ARRAY ->
          List.of(
              value(schema.getElementType(), path + "/0"),
              value(schema.getElementType(), path + "/1"));
      case UNION -> value(schema.getTypes().getLast(), path);
      case STRING -> text(path);
      case INT -> -7;
      case LONG -> LONG;
      case BOOLEAN -> true;
      case BYTES -> ByteBuffer.wrap(BYTES);
      case MAP, ENUM, FIXED, FLOAT, DOUBLE, NULL -> throw unused(schema);
    };
  }

  /** What a reader of another language must see; bytes as Node.js shows them. */
  static JsonNode json(Schema schema) {
    return json(schema, "");
  }

  private static JsonNode json(Schema schema, String path) {
    return switch (schema.getType()) {
      case RECORD -> {
        ObjectNode fields = JSON.objectNode();
        for (Schema.Field field : schema.getFields()) {
          fields.set(field.name(), json(field.schema(), path + "/" + field.name()));
        }
        yield fields;
      }
      case ARRAY -> {
        ArrayNode items = JSON.arrayNode();
        items.add(json(schema.getElementType(), path + "/0"));
        items.add(json(schema.getElementType(), path + "/1"));
        yield items;
      }
      case UNION -> json(schema.getTypes().getLast(), path);
      case STRING -> JSON.textNode(text(path));
      case INT -> JSON.numberNode(-7);
      case LONG -> JSON.numberNode(LONG);
      case BOOLEAN -> JSON.booleanNode(true);
      case BYTES -> {
        ArrayNode data = JSON.arrayNode();
        for (byte b : BYTES) {
          data.add(b & 0xff);
        }
        ObjectNode buffer = JSON.objectNode().put("type", "Buffer");
        buffer.set("data", data);
        yield buffer;
      }
      case MAP, ENUM, FIXED, FLOAT, DOUBLE, NULL -> throw unused(schema);
    };
  }

  private static String text(String path) {
    return path + " – “ünï” 🗞 \u00a0 end";
  }

  private static IllegalArgumentException unused(Schema schema) {
    return new IllegalArgumentException(
        "the contract has no " + schema.getType() + "; add it here");
  }
}
