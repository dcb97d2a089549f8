package dateline.runtime.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * From our encoding to that of the subject's newest schema, for {@code use.latest.version}. Fields
 * meet by name, as when reading: Confluent's serializer goes by position, which is wrong as soon as
 * a field was added anywhere but at the end.
 */
sealed interface Transcoding {

  /** The newest schema is ours. */
  Transcoding NONE = new Same();

  byte[] transcode(byte[] ours);

  static Transcoding between(Schema ours, Schema latest) {
    return ours.equals(latest) ? NONE : new Between(ours, latest);
  }

  record Same() implements Transcoding {
    @Override
    public byte[] transcode(byte[] ours) {
      return ours;
    }
  }

  record Between(Schema ours, Schema latest) implements Transcoding {
    @Override
    public byte[] transcode(byte[] bytes) {
      try {
        Object value =
            new GenericDatumReader<>(ours, latest)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        var out = new ByteArrayOutputStream(bytes.length + 16);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(latest).write(value, encoder);
        encoder.flush();
        return out.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
