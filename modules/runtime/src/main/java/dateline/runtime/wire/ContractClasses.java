package dateline.runtime.wire;

import dateline.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Which classes a record may become: those generated for the topics, and no others. Avro refuses to
 * load classes that a schema names unless they are declared as trusted; this declares the
 * contract's package once a process.
 */
final class ContractClasses {

  private static final String PACKAGE = Topic.class.getPackageName();

  private static final Map<String, Schema> BY_NAME =
      Arrays.stream(Topic.values())
          .map(Topic::schema)
          .collect(Collectors.toUnmodifiableMap(Schema::getFullName, s -> s, (one, _) -> one));

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(PACKAGE)));
  }

  private ContractClasses() {}

  /** Our schema for records of this full name, empty if no topic has such records. */
  static Optional<Schema> readerSchema(String fullName) {
    return Optional.ofNullable(BY_NAME.get(fullName));
  }

  /** Declares the contract's package as trusted, if that has not happened. */
  static void trust() {}
}
