package dateline.launcher.registry;

import dateline.launcher.registry.Fact.SchemaStored;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** What the registry does when asked to change something: pure, answers with facts or refuses. */
final class RegistryRules {

  /**
   * A change.
   *
   * @param facts to be written, may be none
   * @param answer for who asked
   */
  record Change<T>(List<Fact> facts, T answer) {}

  private RegistryRules() {}

  /** Registers a schema; the same text again is the same version. Answers its id. */
  static Change<Integer> register(SchemaBook book, String subject, String type, String text) {
    Schema schema = parse(type, text);
    String canonical = schema.toString();
    Optional<SchemaStored> known =
        book.versions(subject, false).stream()
            .filter(stored -> stored.schema().equals(canonical))
            .findFirst();
    if (known.isPresent()) {
      return new Change<>(List.of(), known.get().id());
    }
    mayWrite(book, subject);
    List<String> faults =
        book.levelFor(subject).faults(schema, schemas(book.versions(subject, false)));
    if (!faults.isEmpty()) {
      throw RegistryRefusal.incompatible(String.join("; ", faults));
    }
    int id = book.idFor(canonical);
    var stored = new SchemaStored(subject, book.nextVersion(subject), id, "AVRO", canonical, false);
    return new Change<>(List.of(stored), id);
  }

  /** The version of the subject with this text. */
  static SchemaStored lookUp(
      SchemaBook book, String subject, String type, String text, boolean withDeleted) {
    if (book.versions(subject, withDeleted).isEmpty()) {
      throw RegistryRefusal.subjectNotFound(subject);
    }
    String canonical = parse(type, text).toString();
    return book.versions(subject, withDeleted).stream()
        .filter(stored -> stored.schema().equals(canonical))
        .findFirst()
        .orElseThrow(RegistryRefusal::schemaNotFound);
  }

  /** What is wrong with the schema against these versions under the subject's level. */
  static List<String> faults(
      SchemaBook book, String subject, List<SchemaStored> against, String type, String text) {
    return book.levelFor(subject).faults(parse(type, text), schemas(against));
  }

  /** Marks all versions as deleted, or erases them if they are marked. Answers their numbers. */
  static Change<List<Integer>> deleteSubject(SchemaBook book, String subject, boolean permanent) {
    List<SchemaStored> all = book.versions(subject, true);
    if (all.isEmpty()) {
      throw RegistryRefusal.subjectNotFound(subject);
    }
    mayWrite(book, subject);
    List<SchemaStored> live = book.versions(subject, false);
    if (permanent) {
      if (!live.isEmpty()) {
        throw RegistryRefusal.subjectNotDeleted(subject);
      }
      return new Change<>(
          all.stream().<Fact>map(v -> new Fact.SchemaErased(subject, v.version())).toList(),
          all.stream().map(SchemaStored::version).toList());
    }
    if (live.isEmpty()) {
      throw RegistryRefusal.subjectDeleted(subject);
    }
    return new Change<>(
        List.of(new Fact.SubjectDeleted(subject, live.getLast().version())),
        live.stream().map(SchemaStored::version).toList());
  }

  /** Marks one version as deleted, or erases it if it is marked. Answers its number. */
  static Change<Integer> deleteVersion(
      SchemaBook book, String subject, String version, boolean permanent) {
    SchemaStored stored = version(book, subject, version, true);
    mayWrite(book, subject);
    if (permanent && !stored.deleted()) {
      throw RegistryRefusal.versionNotDeleted(subject, stored.version());
    }
    if (!permanent && stored.deleted()) {
      throw RegistryRefusal.versionDeleted(subject, stored.version());
    }
    Fact fact = permanent ? new Fact.SchemaErased(subject, stored.version()) : stored.asDeleted();
    return new Change<>(List.of(fact), stored.version());
  }

  static Change<Compatibility> setLevel(Optional<String> subject, String level) {
    Compatibility set = Compatibility.of(level);
    return new Change<>(List.of(new Fact.CompatibilitySet(subject, Optional.of(set))), set);
  }

  /** Unsets a level. Answers the one that was set. */
  static Change<Compatibility> unsetLevel(SchemaBook book, Optional<String> subject) {
    Compatibility was =
        book.level(subject)
            .orElseThrow(() -> RegistryRefusal.noCompatibility(subject.orElse("all")));
    return new Change<>(List.of(new Fact.CompatibilitySet(subject, Optional.empty())), was);
  }

  static Change<Mode> setMode(Optional<String> subject, String mode) {
    Mode set = Mode.of(mode);
    return new Change<>(List.of(new Fact.ModeSet(subject, Optional.of(set))), set);
  }

  /** Unsets a mode. Answers the one that was set. */
  static Change<Mode> unsetMode(SchemaBook book, Optional<String> subject) {
    Mode was = book.mode(subject).orElseThrow(() -> RegistryRefusal.noMode(subject.orElse("all")));
    return new Change<>(List.of(new Fact.ModeSet(subject, Optional.empty())), was);
  }

  /**
   * One version of a subject.
   *
   * @param version a number from 1, "latest" or "-1"
   */
  static SchemaStored version(
      SchemaBook book, String subject, String version, boolean withDeleted) {
    int number = number(version);
    List<SchemaStored> versions = book.versions(subject, withDeleted);
    if (versions.isEmpty()) {
      throw RegistryRefusal.subjectNotFound(subject);
    }
    if (number < 0) {
      return versions.getLast();
    }
    return versions.stream()
        .filter(stored -> stored.version() == number)
        .findFirst()
        .orElseThrow(() -> RegistryRefusal.versionNotFound(version));
  }

  private static int number(String version) {
    if (version.equals("latest") || version.equals("-1")) {
      return -1;
    }
    try {
      int number = Integer.parseInt(version);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw RegistryRefusal.invalidVersion();
    }
    throw RegistryRefusal.invalidVersion();
  }

  private static void mayWrite(SchemaBook book, String subject) {
    if (book.modeFor(subject) == Mode.READONLY) {
      throw RegistryRefusal.readOnly(subject);
    }
  }

  private static List<Schema> schemas(List<SchemaStored> versions) {
    return versions.stream().map(v -> parse(v.type(), v.schema())).toList();
  }

  private static Schema parse(String type, String text) {
    if (!type.equals("AVRO")) {
      throw RegistryRefusal.invalidSchema("this registry knows Avro only, not " + type);
    }
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException e) {
      throw RegistryRefusal.invalidSchema(String.valueOf(e.getMessage()));
    }
  }
}
