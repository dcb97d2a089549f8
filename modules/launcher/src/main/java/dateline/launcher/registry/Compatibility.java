package dateline.launcher.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/** Which changes of a schema a subject allows: Confluent's levels. */
enum Compatibility {
  NONE(false, false, false),
  /** The new schema reads what the newest version wrote. */
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  /** The newest version reads what the new schema writes. */
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  /** Both ways. */
  FULL(true, true, false),
  /**
   * Both ways, with every version there ever was: the default here, because the log is for ever.
   */
  FULL_TRANSITIVE(true, true, true);

  private final boolean newReadsOld;
  private final boolean oldReadsNew;
  private final boolean everyVersion;

  Compatibility(boolean newReadsOld, boolean oldReadsNew, boolean everyVersion) {
    this.newReadsOld = newReadsOld;
    this.oldReadsNew = oldReadsNew;
    this.everyVersion = everyVersion;
  }

  /**
   * @throws RegistryRefusal 42203
   */
  static Compatibility of(String name) {
    for (Compatibility level : values()) {
      if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
        return level;
      }
    }
    throw RegistryRefusal.invalidCompatibility();
  }

  /**
   * What is wrong with the schema as the next version, each in a line; empty if nothing.
   *
   * @param earlier the subject's versions, oldest first
   */
  List<String> faults(Schema next, List<Schema> earlier) {
    List<Schema> compared =
        everyVersion || earlier.isEmpty() ? earlier : List.of(earlier.getLast());
    List<String> faults = new ArrayList<>();
    for (Schema old : compared.reversed()) {
      if (newReadsOld) {
        faults.addAll(faults(next, old, "the new schema cannot read an earlier one's records"));
      }
      if (oldReadsNew) {
        faults.addAll(faults(old, next, "an earlier schema cannot read the new one's records"));
      }
    }
    return faults;
  }

  private static List<String> faults(Schema reader, Schema writer, String what) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(fault -> sentence(fault.getType(), fault.getLocation(), fault.getMessage(), what))
        .toList();
  }

  private static String sentence(
      SchemaIncompatibilityType type, String location, String message, String what) {
    return what + ": " + type + " at " + location + " (" + message + ")";
  }
}
