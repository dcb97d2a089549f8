package dateline.launcher.registry;

import dateline.launcher.registry.Fact.SchemaStored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the registry knows: the facts of {@code _schemas}, applied in order. Not for several
 * threads; {@link SchemaStore} sees to that.
 */
final class SchemaBook {

  private final NavigableMap<String, NavigableMap<Integer, SchemaStored>> subjects =
      new TreeMap<>();
  private final Map<Optional<String>, Compatibility> levels = new HashMap<>();
  private final Map<Optional<String>, Mode> modes = new HashMap<>();
  private int highestId;

  void apply(Fact fact) {
    switch (fact) {
      case SchemaStored stored -> {
        subjects
            .computeIfAbsent(stored.subject(), _ -> new TreeMap<>())
            .put(stored.version(), stored);
        highestId = Math.max(highestId, stored.id());
      }
      case Fact.SchemaErased(var subject, var version) -> {
        NavigableMap<Integer, SchemaStored> versions = of(subject);
        versions.remove(version);
        if (versions.isEmpty()) {
          subjects.remove(subject);
        }
      }
      case Fact.SubjectDeleted(var subject, var upTo) ->
          of(subject).headMap(upTo, true).replaceAll((_, stored) -> stored.asDeleted());
      case Fact.CompatibilitySet(var subject, var level) ->
          level.ifPresentOrElse(l -> levels.put(subject, l), () -> levels.remove(subject));
      case Fact.ModeSet(var subject, var mode) ->
          mode.ifPresentOrElse(m -> modes.put(subject, m), () -> modes.remove(subject));
      case Fact.Noop(), Fact.Foreign() -> {}
    }
  }

  private NavigableMap<Integer, SchemaStored> of(String subject) {
    return subjects.getOrDefault(subject, new TreeMap<>());
  }

  /** All subjects by name that have a version to show. */
  List<String> subjects(boolean withDeleted) {
    return subjects.keySet().stream().filter(s -> !versions(s, withDeleted).isEmpty()).toList();
  }

  /** The subject's versions, oldest first. */
  List<SchemaStored> versions(String subject, boolean withDeleted) {
    return of(subject).values().stream().filter(v -> withDeleted || !v.deleted()).toList();
  }

  Optional<SchemaStored> version(String subject, int version) {
    return Optional.ofNullable(of(subject).get(version));
  }

  /** Every version of every subject. */
  Stream<SchemaStored> all() {
    return subjects.values().stream().flatMap(versions -> versions.values().stream());
  }

  /** The id of this text under whatever subject, deleted or not, or the next free one. */
  int idFor(String schema) {
    return all()
        .filter(stored -> stored.schema().equals(schema))
        .mapToInt(SchemaStored::id)
        .min()
        .orElse(highestId + 1);
  }

  /** The number of the subject's next version: deleted ones are never used again. */
  int nextVersion(String subject) {
    NavigableMap<Integer, SchemaStored> versions = of(subject);
    return versions.isEmpty() ? 1 : versions.lastKey() + 1;
  }

  /**
   * The level set for exactly this.
   *
   * @param subject empty for the level of all that have none of their own
   */
  Optional<Compatibility> level(Optional<String> subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  /** The mode set for exactly this. */
  Optional<Mode> mode(Optional<String> subject) {
    return Optional.ofNullable(modes.get(subject));
  }

  /** The level that holds for a subject. */
  Compatibility levelFor(String subject) {
    return level(Optional.of(subject))
        .or(() -> level(Optional.empty()))
        .orElse(Compatibility.FULL_TRANSITIVE);
  }

  /** The mode that holds for a subject. */
  Mode modeFor(String subject) {
    return mode(Optional.of(subject)).or(() -> mode(Optional.empty())).orElse(Mode.READWRITE);
  }
}
