package dateline.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record that was set aside and not settled since.
 *
 * @param overtaken whether one of those that set it aside took a later record of its key
 * @param processors the nodes of the topology that set it aside, in the order in which they did
 * @param trace what the record came of, if that is known
 * @param letter DeadLetterV1 on the wire: the record, whole
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
record OpenLetter(boolean overtaken, Set<String> processors, Optional<Trace> trace, byte[] letter) {

  OpenLetter {
    processors = Collections.unmodifiableSet(new LinkedHashSet<>(processors));
  }

  OpenLetter overtake() {
    return new OpenLetter(true, processors, trace, letter);
  }

  /** Set aside by this one too. */
  OpenLetter by(String processor) {
    Set<String> more = new LinkedHashSet<>(processors);
    more.add(processor);
    return new OpenLetter(overtaken, more, trace, letter);
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(letter.length + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeBoolean(overtaken);
      out.writeUTF(String.join("\n", processors));
      out.writeUTF(trace.map(Trace::traceparent).orElse(""));
      out.write(letter);
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes all", e);
    }
    return bytes.toByteArray();
  }

  static OpenLetter fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new OpenLetter(
          in.readBoolean(),
          new LinkedHashSet<>(List.of(in.readUTF().split("\n", -1))),
          Trace.read(in.readUTF()),
          in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("not what was written", e);
    }
  }
}
