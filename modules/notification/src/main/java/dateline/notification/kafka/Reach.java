package dateline.notification.kafka;

import dateline.runtime.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One partition's subscribers in the order in which they get mail, and how far each open plan has
 * come among them. A subscriber who changes place while a plan is open is neither mailed twice nor
 * passed over: the plan keeps an exception for them.
 */
final class Reach {

  /** Prefixes of {@code lane/domain/subscriber id}; they sort as the mails go. */
  static final String PRESS = "1/";

  static final String PUBLIC = "2/";
  private static final String END = "3";

  /** Subscriber id to {@link Reached}. */
  private static final String SUBSCRIBERS = "subscribers";

  /** {@code lane/domain/subscriber id} to what they want. */
  private static final String REACH = "reach";

  /** Release id to PlanV1 on the wire. */
  private static final String PLANS = "plans";

  /**
   * Release id to the last key of {@link #REACH} that was planned; {@link #TRACE} and release id to
   * the release's trace.
   */
  private static final String CURSORS = "cursors";

  private static final String TRACE = "trace/";

  /** {@code release id/subscriber id} to nothing (pass over) or to their key (plan at the end). */
  private static final String EXCEPTIONS = "exceptions";

  static final List<String> STORES = List.of(SUBSCRIBERS, REACH, PLANS, CURSORS, EXCEPTIONS);

  private final KeyValueStore<String, byte[]> subscribers;
  private final KeyValueStore<String, byte[]> reach;
  private final KeyValueStore<String, byte[]> plans;
  private final KeyValueStore<String, byte[]> cursors;
  private final KeyValueStore<String, byte[]> exceptions;

  private Reach(ProcessingContext context) {
    subscribers = context.getStateStore(SUBSCRIBERS);
    reach = context.getStateStore(REACH);
    plans = context.getStateStore(PLANS);
    cursors = context.getStateStore(CURSORS);
    exceptions = context.getStateStore(EXCEPTIONS);
  }

  static Reach of(ProcessingContext context) {
    return new Reach(context);
  }

  Reached subscriber(String id) {
    return Optional.ofNullable(subscribers.get(id)).map(Reached::fromBytes).orElse(Reached.NOBODY);
  }

  /** This is how it is with the subscriber now. */
  void put(String id, Reached now) {
    String before = subscriber(id).key(id);
    String after = now.key(id);
    if (now.equals(Reached.NOBODY)) {
      subscribers.delete(id);
    } else {
      subscribers.put(id, now.toBytes());
    }
    if (!before.isEmpty() && !before.equals(after)) {
      reach.delete(before);
    }
    if (!after.isEmpty()) {
      reach.put(after, Reached.toBytes(now.subscriber().wants()));
    }
    if (!before.equals(after)) {
      moved(id, before, after);
    }
  }

  private void moved(String id, String before, String after) {
    try (KeyValueIterator<String, byte[]> open = plans.all()) {
      open.forEachRemaining(plan -> moved(plan.key, id, before, after));
    }
  }

  /**
   * Who was behind the cursor has been planned and must not come again; who was ahead of it and is
   * no more must still come; who came new is not owed this release, but may get it.
   */
  private void moved(String release, String id, String before, String after) {
    String cursor = cursor(release);
    Optional<byte[]> exception = Optional.ofNullable(exceptions.get(release + '/' + id));
    boolean was = !before.isEmpty() || exception.isPresent();
    boolean planned =
        exception
            .map(late -> late.length == 0)
            .orElse(!before.isEmpty() && before.compareTo(cursor) <= 0);
    if (planned) {
      exceptions.put(release + '/' + id, new byte[0]);
    } else if (after.isEmpty()) {
      exceptions.delete(release + '/' + id);
    } else if (was && after.compareTo(cursor) <= 0) {
      exceptions.put(release + '/' + id, Texts.bytes(after));
    } else {
      exceptions.delete(release + '/' + id);
    }
  }

  /** The plans under way: release id and PlanV1 on the wire. */
  List<KeyValue<String, byte[]>> plans() {
    List<KeyValue<String, byte[]>> all = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> open = plans.all()) {
      open.forEachRemaining(all::add);
    }
    return all;
  }

  void open(String release, byte[] plan, Optional<Trace> trace) {
    plans.put(release, plan);
    trace.ifPresent(it -> cursors.put(TRACE + release, Texts.bytes(it.traceparent())));
    cursors.put(release, new byte[0]);
  }

  /** What the release came of, if that is known. */
  Optional<Trace> trace(String release) {
    return Optional.ofNullable(cursors.get(TRACE + release)).map(Texts::text).flatMap(Trace::read);
  }

  /** The last place that was planned; empty text at the beginning. */
  String cursor(String release) {
    return Optional.ofNullable(cursors.get(release)).map(Texts::text).orElse("");
  }

  void advance(String release, String cursor) {
    cursors.put(release, Texts.bytes(cursor));
  }

  /** Everybody who comes after this place, in order. To be closed. */
  KeyValueIterator<String, byte[]> after(String cursor) {
    return reach.range(cursor + '\0', END);
  }

  /** Whether this plan passes them over, having planned them where they were before. */
  boolean isPlanned(String release, String id) {
    return Optional.ofNullable(exceptions.get(release + '/' + id)).isPresent();
  }

  /** Keys of those a plan must still plan because they moved behind its cursor. */
  List<String> late(String release, int most) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all =
        exceptions.range(release + '/', release + (char) ('/' + 1))) {
      while (all.hasNext() && keys.size() < most) {
        byte[] key = all.next().value;
        if (key.length > 0) {
          keys.add(Texts.text(key));
        }
      }
    }
    return keys;
  }

  /** What somebody at this place wants; empty if nobody is there any more. */
  Optional<byte[]> at(String key) {
    return Optional.ofNullable(reach.get(key));
  }

  void settle(String release, String id) {
    exceptions.put(release + '/' + id, new byte[0]);
  }

  /** The plan is done; forgets all about it. */
  void close(String release) {
    plans.delete(release);
    cursors.delete(release);
    cursors.delete(TRACE + release);
    List<String> done = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all =
        exceptions.range(release + '/', release + (char) ('/' + 1))) {
      all.forEachRemaining(entry -> done.add(entry.key));
    }
    done.forEach(exceptions::delete);
  }
}
