package dateline.runtime;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import dateline.contracts.Principal;
import dateline.contracts.Topic;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each principal must be able to do on the log, and no more. It follows from the catalogue of
 * topics, and from what Kafka asks of whoever commits positions or writes in transactions.
 */
public final class Rights {

  /** Those who read as a consumer group, which is called {@code dateline-} and their name. */
  public static final Set<Principal> GROUPED =
      Collections.unmodifiableSet(
          EnumSet.of(
              Principal.DRAFTING,
              Principal.CLEARANCE,
              Principal.PUBLISHING,
              Principal.NOTIFICATION,
              Principal.DISPATCHER));

  private Rights() {}

  /** All rights of a principal, in the order of the catalogue. */
  public static Set<Right> of(Principal who) {
    Set<Right> rights = new LinkedHashSet<>();
    for (Topic topic : Topic.values()) {
      grant(rights, TOPIC, topic.topicName(), LITERAL, on(topic, who));
    }
    String own = "dateline-" + who.id();
    switch (who) {
      case DRAFTING, CLEARANCE, PUBLISHING, NOTIFICATION -> {
        // Kafka Streams makes the changelogs of its stores by itself.
        grant(rights, TOPIC, own + '-', PREFIXED, EnumSet.of(READ, WRITE, CREATE));
        grant(rights, GROUP, own, LITERAL, EnumSet.of(READ));
        grant(rights, TRANSACTIONAL_ID, own + '-', PREFIXED, EnumSet.of(WRITE));
      }
      case DISPATCHER -> {
        grant(rights, GROUP, own, LITERAL, EnumSet.of(READ));
        grant(rights, TRANSACTIONAL_ID, own + '-', PREFIXED, EnumSet.of(WRITE));
      }
      case OPERATOR -> {
        grant(rights, TRANSACTIONAL_ID, "dateline-directory-apply", LITERAL, EnumSet.of(WRITE));
        grantDoctor(rights);
      }
      case NEWSROOM, DESK, AUDITOR -> {}
    }
    return rights;
  }

  /**
   * What {@code dateline doctor} asks beside the topics: whether somebody runs each group, the
   * brokers' settings and, by a position that it stores and deletes, their clock.
   */
  private static void grantDoctor(Set<Right> rights) {
    for (Principal reader : GROUPED) {
      grant(rights, GROUP, "dateline-" + reader.id(), LITERAL, EnumSet.of(DESCRIBE));
    }
    grant(rights, GROUP, "dateline-doctor", LITERAL, EnumSet.of(READ, DELETE));
    grant(rights, TOPIC, "__consumer_offsets", LITERAL, EnumSet.of(DESCRIBE));
    grant(rights, CLUSTER, Resource.CLUSTER_NAME, LITERAL, EnumSet.of(DESCRIBE_CONFIGS));
  }

  /** The topics that somebody has anything to do with, in the order of the catalogue. */
  static List<Topic> topics(Principal who) {
    return Arrays.stream(Topic.values()).filter(topic -> !on(topic, who).isEmpty()).toList();
  }

  /**
   * What somebody must be able to do with a topic. Reading and writing imply describing; a module
   * also looks at its topics' settings when it starts.
   */
  static Set<AclOperation> on(Topic topic, Principal who) {
    EnumSet<AclOperation> operations = EnumSet.noneOf(AclOperation.class);
    if (who == Principal.AUDITOR || topic.readers().contains(who)) {
      operations.add(READ);
    }
    if (topic.writers().contains(who)) {
      operations.add(WRITE);
    }
    if (who == Principal.OPERATOR) {
      operations.addAll(EnumSet.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS));
    } else if (who != Principal.AUDITOR && !operations.isEmpty()) {
      operations.add(DESCRIBE_CONFIGS);
    }
    return operations;
  }

  private static void grant(
      Set<Right> rights,
      ResourceType type,
      String name,
      PatternType pattern,
      Set<AclOperation> operations) {
    ResourcePattern resource = new ResourcePattern(type, name, pattern);
    operations.forEach(operation -> rights.add(new Right(operation, resource)));
  }
}
