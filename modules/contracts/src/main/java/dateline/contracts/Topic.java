package dateline.contracts;

import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Every topic of Dateline: what it is called, what its records are, who alone writes it and how
 * long it is kept. {@code docs/flow.md} shows the same as a table.
 */
@org.jspecify.annotations.NullMarked
public enum Topic {
  DRAFTING_COMMANDS("drafting.commands", DraftingCommandV1.getClassSchema(), "desk", Kept.WEEK),
  DRAFTING_EVENTS("drafting.events", DraftingEventV1.getClassSchema(), "drafting", Kept.FOR_EVER),
  DRAFTING_ANSWERS("drafting.answers", AnswerV1.getClassSchema(), "drafting", Kept.WEEK),
  DRAFTING_DEAD_LETTERS(
      "drafting.dead-letters", DeadLetterV1.getClassSchema(), "drafting", Kept.FOR_EVER),

  CLEARANCE_COMMANDS("clearance.commands", ClearanceCommandV1.getClassSchema(), "desk", Kept.WEEK),
  CLEARANCE_EVENTS(
      "clearance.events", ClearanceEventV1.getClassSchema(), "clearance", Kept.FOR_EVER),
  CLEARANCE_ANSWERS("clearance.answers", AnswerV1.getClassSchema(), "clearance", Kept.WEEK),
  CLEARANCE_DEAD_LETTERS(
      "clearance.dead-letters", DeadLetterV1.getClassSchema(), "clearance", Kept.FOR_EVER),

  PUBLISHING_COMMANDS(
      "publishing.commands", PublishingCommandV1.getClassSchema(), "desk", Kept.WEEK),
  PUBLISHING_EVENTS(
      "publishing.events", PublishingEventV1.getClassSchema(), "publishing", Kept.FOR_EVER),
  PUBLISHING_ANSWERS("publishing.answers", AnswerV1.getClassSchema(), "publishing", Kept.WEEK),
  PUBLISHING_DEAD_LETTERS(
      "publishing.dead-letters", DeadLetterV1.getClassSchema(), "publishing", Kept.FOR_EVER),

  NOTIFICATION_COMMANDS(
      "notification.commands", NotificationCommandV1.getClassSchema(), "desk, newsroom", Kept.WEEK),
  NOTIFICATION_EVENTS(
      "notification.events", NotificationEventV1.getClassSchema(), "notification", Kept.FOR_EVER),
  NOTIFICATION_ANSWERS(
      "notification.answers", AnswerV1.getClassSchema(), "notification", Kept.WEEK),
  NOTIFICATION_DEAD_LETTERS(
      "notification.dead-letters", DeadLetterV1.getClassSchema(), "notification", Kept.FOR_EVER),
  NOTIFICATION_PLANS("notification.plans", PlanV1.getClassSchema(), "notification", Kept.WEEK),
  NOTIFICATION_NOTICES(
      "notification.notices", NoticeV1.getClassSchema(), "notification", Kept.WEEK),

  RELEASES("releases", ReleaseV1.getClassSchema(), "publishing", Kept.FOR_EVER),
  DIRECTORY(
      "directory", DirectoryEntryV1.getClassSchema(), "dateline directory apply", Kept.NEWEST),
  ADDRESSES("addresses", AddressV1.getClassSchema(), "notification", Kept.NEWEST),
  DELIVERIES("deliveries", DeliveryBatchV1.getClassSchema(), "notification", Kept.FOR_EVER),
  OUTCOMES("outcomes", OutcomeV1.getClassSchema(), "dispatcher", Kept.FOR_EVER);

  /** How long a topic keeps its records. */
  public enum Kept {
    /** {@code retention.ms=-1}. */
    FOR_EVER,
    /** Seven days. */
    WEEK,
    /** The newest record of each key: {@code cleanup.policy=compact}. */
    NEWEST;

    /** The retention, empty where time does not end it. */
    public Optional<Duration> retention() {
      return this == WEEK ? Optional.of(Duration.ofDays(7)) : Optional.empty();
    }
  }

  private final String topicName;
  private final Schema schema;
  private final String writer;
  private final Kept kept;

  Topic(String name, Schema schema, String writer, Kept kept) {
    this.topicName = "dateline." + name + ".v1";
    this.schema = schema;
    this.writer = writer;
    this.kept = kept;
  }

  /** The Kafka topic's name: {@code "dateline.drafting.events.v1"}. */
  public String topicName() {
    return topicName;
  }

  /** The schema of the records' values. */
  public Schema schema() {
    return schema;
  }

  /** Who writes it, beside the engine's own policies and clock for a commands topic. */
  public String writer() {
    return writer;
  }

  public Kept kept() {
    return kept;
  }

  /**
   * Decisions about what is public: flushed to disk before a write is acknowledged, because Kafka
   * never does so by itself.
   */
  public boolean flushed() {
    return switch (this) {
      case CLEARANCE_EVENTS, PUBLISHING_EVENTS, RELEASES -> true;
      case DRAFTING_COMMANDS,
          DRAFTING_EVENTS,
          DRAFTING_ANSWERS,
          DRAFTING_DEAD_LETTERS,
          CLEARANCE_COMMANDS,
          CLEARANCE_ANSWERS,
          CLEARANCE_DEAD_LETTERS,
          PUBLISHING_COMMANDS,
          PUBLISHING_ANSWERS,
          PUBLISHING_DEAD_LETTERS,
          NOTIFICATION_COMMANDS,
          NOTIFICATION_EVENTS,
          NOTIFICATION_ANSWERS,
          NOTIFICATION_DEAD_LETTERS,
          NOTIFICATION_PLANS,
          NOTIFICATION_NOTICES,
          DIRECTORY,
          ADDRESSES,
          DELIVERIES,
          OUTCOMES ->
          false;
    };
  }

  /** The topic of this engine's commands, events, answers or dead letters. */
  public static Topic of(String engine, String suffix) {
    return valueOf((engine + '_' + suffix).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }
}
