package dateline.launcher.doctor;

import dateline.contracts.Topic;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Whether the registry answers and knows this version's schema of every topic. */
final class RegistryCheck implements Check {

  private final SchemaRegistry registry;
  private final boolean writersRegister;

  RegistryCheck(SchemaRegistry registry, boolean writersRegister) {
    this.registry = registry;
    this.writersRegister = writersRegister;
  }

  @Override
  public String name() {
    return "schemas";
  }

  @Override
  public boolean needsTheLog() {
    return false;
  }

  @Override
  public List<Finding> look() {
    List<Finding> wrong = new ArrayList<>();
    try {
      for (Topic topic : Topic.values()) {
        look(topic).ifPresent(wrong::add);
      }
    } catch (RegistryUnavailableException e) {
      return List.of(
          Finding.wrong(
              this,
              String.valueOf(e.getMessage()),
              "start it, or name another with DATELINE_REGISTRY"));
    }
    return wrong.isEmpty()
        ? List.of(
            Finding.ok(
                this,
                writersRegister
                    ? "The registry knows the schemas, or whoever writes first registers them."
                    : "The registry knows the schema of every topic."))
        : wrong;
  }

  private Optional<Finding> look(Topic topic) {
    String subject = SchemaRegistry.valueSubject(topic.topicName());
    if (registry.idOf(subject, topic.schema()).isPresent()) {
      return Optional.empty();
    }
    boolean strange =
        registry
            .latest(subject)
            .map(SchemaRegistry.Version::schema)
            .filter(theirs -> !reads(theirs, topic.schema()) || !reads(topic.schema(), theirs))
            .isPresent();
    if (strange) {
      return Optional.of(
          Finding.wrong(
              this,
              "The newest schema of %s and ours cannot read each other.".formatted(subject),
              "find out who registered it; delete it there if nothing was written with it"));
    }
    return writersRegister
        ? Optional.empty()
        : Optional.of(
            Finding.wrong(
                this,
                "The schema of %s is not registered.".formatted(subject),
                "run ./dateline schemas register, before the modules start"));
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }
}
