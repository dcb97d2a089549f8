package dateline.notification.dispatch;

import dateline.contracts.AddressV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.Topic;
import dateline.kernel.Envelope;
import dateline.notification.NotificationDecider;
import dateline.notification.NotificationEvent;
import dateline.notification.Subscriber;
import dateline.notification.kafka.NotificationCodecs;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everybody is reached and whether they still want mail, a few milliseconds behind the log.
 * Kept in memory, about 300 bytes a person, and reread from the beginning at each start.
 */
final class AddressBook implements AutoCloseable {

  /**
   * Somebody.
   *
   * @param address empty if none is on file, or no more
   */
  record Person(Optional<AddressV1> address, Subscriber subscriber) {
    static final Person UNKNOWN = new Person(Optional.empty(), Subscriber.UNKNOWN);

    Person with(Optional<AddressV1> other) {
      return new Person(other, subscriber);
    }

    Person with(Subscriber other) {
      return new Person(address, other);
    }
  }

  private static final Logger log = LoggerFactory.getLogger(AddressBook.class);

  private final NotificationDecider rules = new NotificationDecider();
  private final NotificationCodecs.Events events = new NotificationCodecs.Events();
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final LogFollower follower;

  AddressBook(Map<String, Object> client, Wire wire) {
    follower =
        LogFollower.start(
            "address-book",
            client,
            wire,
            List.of(Topic.ADDRESSES, Topic.NOTIFICATION_EVENTS),
            new LogFollower.From.Beginning(),
            batch -> batch.forEach(this::learnIfReadable));
  }

  LogFollower follower() {
    return follower;
  }

  Person of(String subscriberId) {
    return people.getOrDefault(subscriberId, Person.UNKNOWN);
  }

  /** One record that makes no sense must not end the mail of all. */
  private void learnIfReadable(LogRecord record) {
    try {
      learn(record);
    } catch (UnreadableRecordException e) {
      log.atWarn()
          .addKeyValue("topic", record.topic().topicName())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("code", e.code())
          .log("record skipped: it cannot be read");
    }
  }

  private void learn(LogRecord record) {
    Person before = of(record.key());
    people.put(
        record.key(),
        record.topic() == Topic.ADDRESSES
            ? before.with(record.value().map(AddressV1.class::cast))
            : before.with(subscriber(before, record.value())));
  }

  private Subscriber subscriber(Person before, Optional<SpecificRecord> value) {
    Envelope<NotificationEvent> event =
        events.fromWire(
            (NotificationEventV1)
                value.orElseThrow(
                    () -> new UnreadableRecordException("UNREADABLE", "it has no value")));
    return rules.evolve(before.subscriber(), event);
  }

  @Override
  public void close() {
    follower.close();
  }
}
