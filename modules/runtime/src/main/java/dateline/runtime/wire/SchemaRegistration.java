package dateline.runtime.wire;

import dateline.contracts.Topic;
import java.util.ArrayList;
import java.util.List;

/** Tells a registry our schemas, so that applications need not: what a release does once. */
public final class SchemaRegistration {

  /** Records are kept for ever: every version reads every other's. */
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  /** A topic's schema and the id it has now. */
  public record Registered(Topic topic, String subject, int id) {}

  private SchemaRegistration() {}

  /**
   * Registers every topic's schema under its subject, after requiring FULL_TRANSITIVE of it. Can be
   * repeated.
   *
   * @throws SchemaRefusedException at the first that is refused; those before it are registered
   * @throws RegistryUnavailableException if the registry does not answer
   */
  public static List<Registered> registerAll(SchemaRegistry registry) {
    List<Registered> done = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      String subject = SchemaRegistry.valueSubject(topic.topicName());
      registry.requireCompatibility(subject, COMPATIBILITY);
      done.add(new Registered(topic, subject, registry.register(subject, topic.schema())));
    }
    return done;
  }
}
