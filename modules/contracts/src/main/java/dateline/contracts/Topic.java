package dateline.contracts;

import static dateline.contracts.Principal.CLEARANCE;
import static dateline.contracts.Principal.DESK;
import static dateline.contracts.Principal.DISPATCHER;
import static dateline.contracts.Principal.DRAFTING;
import static dateline.contracts.Principal.NEWSROOM;
import static dateline.contracts.Principal.NOTIFICATION;
import static dateline.contracts.Principal.OPERATOR;
import static dateline.contracts.Principal.PUBLISHING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Every topic of Dateline: what it is called, what its records are, who alone writes it, who reads
 * it and how long it is kept. {@code docs/flow.md} shows the same as a table, and Kafka's rights
 * follow from it.
 */
@org.jspecify.annotations.NullMarked
public enum Topic {
  DRAFTING_COMMANDS(
      "drafting.commands",
      DraftingCommandV1.getClassSchema(),
      by(DESK, DRAFTING),
      to(DRAFTING),
      Kept.WEEK),
  DRAFTING_EVENTS(
      "drafting.events",
      DraftingEventV1.getClassSchema(),
      by(DRAFTING),
      to(DRAFTING, CLEARANCE, DESK),
      Kept.FOR_EVER),
  DRAFTING_ANSWERS(
      "drafting.answers", AnswerV1.getClassSchema(), by(DRAFTING), to(DESK), Kept.WEEK),
  DRAFTING_DEAD_LETTERS(
      "drafting.dead-letters",
      DeadLetterV1.getClassSchema(),
      by(DRAFTING),
      to(OPERATOR),
      Kept.FOR_EVER),

  CLEARANCE_COMMANDS(
      "clearance.commands",
      ClearanceCommandV1.getClassSchema(),
      by(DESK, CLEARANCE),
      to(CLEARANCE),
      Kept.WEEK),
  CLEARANCE_EVENTS(
      "clearance.events",
      ClearanceEventV1.getClassSchema(),
      by(CLEARANCE),
      to(DRAFTING, CLEARANCE, PUBLISHING, NOTIFICATION, DISPATCHER, DESK),
      Kept.FOR_EVER),
  CLEARANCE_ANSWERS(
      "clearance.answers", AnswerV1.getClassSchema(), by(CLEARANCE), to(DESK), Kept.WEEK),
  CLEARANCE_DEAD_LETTERS(
      "clearance.dead-letters",
      DeadLetterV1.getClassSchema(),
      by(CLEARANCE),
      to(OPERATOR),
      Kept.FOR_EVER),

  PUBLISHING_COMMANDS(
      "publishing.commands",
      PublishingCommandV1.getClassSchema(),
      by(DESK, PUBLISHING),
      to(PUBLISHING),
      Kept.WEEK),
  PUBLISHING_EVENTS(
      "publishing.events",
      PublishingEventV1.getClassSchema(),
      by(PUBLISHING),
      to(DRAFTING, DESK),
      Kept.FOR_EVER),
  PUBLISHING_ANSWERS(
      "publishing.answers", AnswerV1.getClassSchema(), by(PUBLISHING), to(DESK), Kept.WEEK),
  PUBLISHING_DEAD_LETTERS(
      "publishing.dead-letters",
      DeadLetterV1.getClassSchema(),
      by(PUBLISHING),
      to(OPERATOR),
      Kept.FOR_EVER),

  NOTIFICATION_COMMANDS(
      "notification.commands",
      NotificationCommandV1.getClassSchema(),
      by(DESK, NEWSROOM),
      to(NOTIFICATION),
      Kept.WEEK),
  NOTIFICATION_EVENTS(
      "notification.events",
      NotificationEventV1.getClassSchema(),
      by(NOTIFICATION),
      to(NOTIFICATION, DISPATCHER, DESK),
      Kept.FOR_EVER),
  NOTIFICATION_ANSWERS(
      "notification.answers", AnswerV1.getClassSchema(), by(NOTIFICATION), to(DESK), Kept.WEEK),
  NOTIFICATION_DEAD_LETTERS(
      "notification.dead-letters",
      DeadLetterV1.getClassSchema(),
      by(NOTIFICATION, DISPATCHER),
      to(OPERATOR),
      Kept.FOR_EVER),
  NOTIFICATION_PLANS(
      "notification.plans", PlanV1.getClassSchema(), by(NOTIFICATION), to(NOTIFICATION), Kept.WEEK),
  NOTIFICATION_NOTICES(
      "notification.notices",
      NoticeV1.getClassSchema(),
      by(NOTIFICATION),
      to(NOTIFICATION),
      Kept.WEEK),

  RELEASES(
      "releases",
      ReleaseV1.getClassSchema(),
      by(PUBLISHING),
      to(NOTIFICATION, DISPATCHER, NEWSROOM),
      Kept.FOR_EVER),
  DIRECTORY(
      "directory",
      DirectoryEntryV1.getClassSchema(),
      by(OPERATOR),
      to(CLEARANCE, NOTIFICATION, DISPATCHER, DESK, OPERATOR),
      Kept.NEWEST),
  ADDRESSES(
      "addresses",
      AddressV1.getClassSchema(),
      by(NOTIFICATION),
      to(NOTIFICATION, DISPATCHER, DESK),
      Kept.NEWEST),
  DELIVERIES(
      "deliveries",
      DeliveryBatchV1.getClassSchema(),
      by(NOTIFICATION),
      to(DISPATCHER, DESK),
      Kept.FOR_EVER),
  OUTCOMES(
      "outcomes", OutcomeV1.getClassSchema(), by(DISPATCHER), to(DISPATCHER, DESK), Kept.FOR_EVER),
  RESUBMISSIONS(
      "resubmissions",
      ResubmissionV1.getClassSchema(),
      by(OPERATOR),
      to(DRAFTING, CLEARANCE, PUBLISHING, NOTIFICATION),
      Kept.WEEK);

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
  private final List<Principal> writers;
  private final List<Principal> readers;
  private final Kept kept;

  Topic(String name, Schema schema, List<Principal> writers, List<Principal> readers, Kept kept) {
    this.topicName = "dateline." + name + ".v1";
    this.schema = schema;
    this.writers = writers;
    this.readers = readers;
    this.kept = kept;
  }

  private static List<Principal> by(Principal... writers) {
    return List.of(writers);
  }

  private static List<Principal> to(Principal... readers) {
    return List.of(readers);
  }

  /** The Kafka topic's name: {@code "dateline.drafting.events.v1"}. */
  public String topicName() {
    return topicName;
  }

  /** The schema of the records' values. */
  public Schema schema() {
    return schema;
  }

  /**
   * Who writes it, and nobody else: one, but for commands, which people's faces give beside the
   * engine's own policies and clock, and for notification's dead letters.
   */
  public List<Principal> writers() {
    return writers;
  }

  /** Who reads it, beside the {@linkplain Principal#AUDITOR auditor}, who reads all. */
  public List<Principal> readers() {
    return readers;
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
          OUTCOMES,
          RESUBMISSIONS ->
          false;
    };
  }

  /** The topic of this engine's commands, events, answers or dead letters. */
  public static Topic of(String engine, String suffix) {
    return valueOf((engine + '_' + suffix).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }
}
