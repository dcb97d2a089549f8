package dateline.launcher.doctor;

import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.SchemaCheck;
import dateline.runtime.wire.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      for (SchemaCheck one : SchemaCheck.all(registry)) {
        look(one).ifPresent(wrong::add);
      }
    } catch (RegistryUnavailableException e) {
      return List.of(Finding.wrong(this, String.valueOf(e.getMessage())));
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

  private Optional<Finding> look(SchemaCheck one) {
    return switch (one.state()) {
      case REGISTERED -> Optional.empty();
      case INCOMPATIBLE ->
          Optional.of(
              Finding.wrong(
                  this,
                  "The newest schema of %s and ours cannot read each other."
                      .formatted(one.subject()),
                  "see ./dateline schemas diff; find out who registered it, and delete it there if nothing was written with it"));
      case MISSING ->
          writersRegister
              ? Optional.empty()
              : Optional.of(
                  Finding.wrong(
                      this,
                      "The schema of %s is not registered.".formatted(one.subject()),
                      "run ./dateline schemas register, before the modules start"));
    };
  }
}
