package dateline.runtime;

import dateline.contracts.AnswerV1;
import dateline.contracts.DoneV1;
import dateline.contracts.NothingToDoV1;
import dateline.contracts.RefusedV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts one decider: reads the key's history unless it did so a moment ago, replays, decides,
 * writes history, events, publications and answer. Kafka Streams makes one transaction of it with
 * the consumed offset.
 *
 * <p>Everything that can fail comes before the first write. A failure of the command itself sets it
 * aside in the dead letters and the next command goes on; a failure of the machinery (store,
 * registry, log) is thrown and stops the application, so that nothing is skipped.
 */
final class DeciderProcessor<C, S, E> implements Processor<String, byte[], String, Out> {

  private static final Logger log = LoggerFactory.getLogger(DeciderProcessor.class);

  /**
   * How often the clock looks; a scheduled release is at most this and one loop of the thread late.
   */
  private static final Duration TICK = Duration.ofMillis(25);

  /** Commands one tick may send; the rest wait for the next, so that no callback takes long. */
  private static final int DUE_A_TICK = 1_000;

  private final Engine<C, S, E> engine;
  private final Wire wire;
  private final Topic commandTopic;
  private final Topic eventTopic;
  private final Topic answerTopic;
  private final DeadLetters deadLetters;
  private final EngineMetrics metrics;
  private ProcessorContext<String, Out> context;
  private Commits commits;
  private History<E, ?> history;
  private Optional<DueInstants> due = Optional.empty();
  private Pasts<S> pasts = new Pasts<>();

  /** Of the command at hand; what it leads to has the same. */
  private Optional<Trace> trace = Optional.empty();

  DeciderProcessor(Engine<C, S, E> engine, Wire wire, EngineMetrics metrics) {
    this.engine = engine;
    this.wire = wire;
    this.commandTopic = Topic.of(engine.name(), "commands");
    this.eventTopic = Topic.of(engine.name(), "events");
    this.answerTopic = Topic.of(engine.name(), "answers");
    this.deadLetters =
        new DeadLetters(engine.name(), EngineTopology.DECIDE, wire, metrics::setAside);
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Out> context) {
    this.context = context;
    this.commits = Commits.of(context);
    this.pasts = new Pasts<>();
    this.history =
        new History<>(context.getStateStore(History.STORE), eventTopic, engine.events(), wire);
    if (engine.clock().isPresent()) {
      this.due = Optional.of(new DueInstants(context.getStateStore(DueInstants.STORE)));
      context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }
  }

  @Override
  public void process(Record<String, byte[]> record) {
    trace = Trace.of(record.headers());
    try (Trace.Logged _ = Trace.logging(trace)) {
      handle(record);
    }
  }

  private void handle(Record<String, byte[]> record) {
    long began = System.nanoTime();
    Envelope<C> command;
    try {
      command = read(engine.commands(), record);
    } catch (UnreadableRecordException e) {
      deadLetters.send(context, record, e);
      return;
    }
    Optional<Decided<S, E>> decided = decided(command, record);
    write(decided.map(Decided::step).orElseGet(() -> setAside(command)), record.timestamp());
    decided.ifPresent(done -> {
      pasts.keep(command.key(), done.after());
      measureLateness(command, done.step());
    });
    metrics.decided(Duration.ofNanos(System.nanoTime() - began));
    commits.soon(record.timestamp());
  }

  private void measureLateness(Envelope<C> command, Step<E> step) {
    if (!step.events().isEmpty()) {
      engine
          .clock()
          .flatMap(clock -> clock.due(command.payload()))
          .ifPresent(
              due -> metrics.happened(due, Instant.ofEpochMilli(context.currentSystemTimeMs())));
    }
  }

  /**
   * A decision, and what the key's history comes to with it.
   *
   * @param past before it
   * @param next the state after it
   */
  private record Decided<S, E>(Past<S> past, Step<E> step, S next) {

    /** Only once the step is written. */
    Past<S> after() {
      return past.after(step.events(), next);
    }
  }

  /** Empty if that cannot be done; the command then lies in the dead letters. */
  private Optional<Decided<S, E>> decided(Envelope<C> command, Record<String, byte[]> record) {
    try {
      Past<S> past = past(command.key());
      Step<E> step = step(command, past);
      S next = guarded(() -> past.next(engine.decider(), step.events()));
      return Optional.of(new Decided<>(past, step, next));
    } catch (UnreadableRecordException e) {
      deadLetters.send(context, record, e);
      return Optional.empty();
    }
  }

  private Past<S> past(String key) {
    return pasts
        .of(key)
        .orElseGet(() -> {
          List<Envelope<E>> events = history.of(key);
          return guarded(() -> Past.of(engine.decider(), events));
        });
  }

  /** Whoever asked is told; the command itself is kept whole in the dead letters. */
  private Step<E> setAside(Envelope<C> command) {
    return step(
        command,
        0,
        List.of(),
        AnswerV1.newBuilder()
            .setRefused(
                new RefusedV1(
                    "SET_ASIDE",
                    "Dateline could not handle this and has set it aside; nothing has changed."
                        + " Tell whoever runs it: they find it in %s."
                            .formatted(deadLetters.topicName()),
                    0L)));
  }

  /**
   * What one command leads to, decided and encoded but not yet written.
   *
   * @param version how many events the key had before
   * @param events the new events
   * @param encoded the same, in Confluent's wire format
   * @param others publications and the answer, encoded
   */
  private record Step<E>(
      String key, long version, List<Envelope<E>> events, List<byte[]> encoded, List<Out> others) {}

  private <W extends SpecificRecord> Envelope<C> read(
      WireCodec<C, W> codec, Record<String, byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no value");
    }
    Envelope<C> command =
        codec.fromWire(codec.wireType().cast(wire.read(commandTopic, record.value())));
    if (!command.key().equals(record.key()) || command.key().indexOf('\0') >= 0) {
      throw new UnreadableRecordException("WRONG_KEY", "its key is not what it says it is about");
    }
    return command;
  }

  private Step<E> step(Envelope<C> command, Past<S> past) {
    long version = past.version();
    List<MessageId> before = past.byCommand().getOrDefault(command.id(), List.of());
    if (!before.isEmpty()) {
      return step(command, version, List.of(), done(before, version));
    }
    return switch (decide(command, past.state())) {
      case Decision.Accepted<E>(List<E> facts) -> {
        List<Envelope<E>> events = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
          events.add(command.event(i, facts.get(i)));
        }
        yield step(command, version, events, done(ids(events), version + events.size()));
      }
      case Decision.NothingToDo<E>(String because) ->
          step(
              command,
              version,
              List.of(),
              AnswerV1.newBuilder().setNothingToDo(new NothingToDoV1(because, version)));
      case Decision.Refused<E>(String code, String reason) ->
          step(
              command,
              version,
              List.of(),
              AnswerV1.newBuilder().setRefused(new RefusedV1(code, reason, version)));
    };
  }

  private Step<E> step(
      Envelope<C> command, long version, List<Envelope<E>> events, AnswerV1.Builder answer) {
    List<Out> others = new ArrayList<>();
    if (!events.isEmpty()) {
      for (Engine.Publication publication :
          guarded(() -> engine.publications().of(command, events))) {
        others.add(encode(publication));
      }
    }
    answer.setCommandId(command.id().value()).setKey(command.key()).setAt(command.at());
    others.add(new Out(answerTopic, command.key(), wire.write(answerTopic, answer.build())));
    List<byte[]> encoded =
        events.stream()
            .map(event -> wire.write(eventTopic, engine.events().toWire(event)))
            .toList();
    metrics.answered(answer);
    return new Step<>(command.key(), version, events, encoded, others);
  }

  private Out encode(Engine.Publication publication) {
    return new Out(
        publication.topic(),
        publication.key(),
        publication.value().map(value -> wire.write(publication.topic(), value)).orElse(null));
  }

  private static <E> List<MessageId> ids(List<Envelope<E>> events) {
    return events.stream().map(Envelope::id).toList();
  }

  private static AnswerV1.Builder done(List<MessageId> events, long version) {
    return AnswerV1.newBuilder()
        .setDone(new DoneV1(events.stream().map(MessageId::value).toList(), version));
  }

  private Decision<E> decide(Envelope<C> command, S state) {
    return guarded(() -> engine.decider().decide(command, state));
  }

  /**
   * Rules are pure: if they throw, the fault is theirs or the command's, and the machinery can go
   * on.
   */
  private static <T> T guarded(java.util.function.Supplier<T> rules) {
    try {
      return rules.get();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("rules failed");
      throw new UnreadableRecordException(
          "FAULT", "the rules failed on it with " + e.getClass().getSimpleName());
    }
  }

  /** Nothing in here fails but the machinery. */
  private void write(Step<E> step, long timestamp) {
    long sequence = step.version();
    for (int i = 0; i < step.events().size(); i++) {
      Envelope<E> event = step.events().get(i);
      history.append(step.key(), sequence, step.encoded().get(i));
      sequence++;
      remind(event);
      forward(new Out(eventTopic, step.key(), step.encoded().get(i)), timestamp);
    }
    for (Out out : step.others()) {
      forward(out, timestamp);
    }
  }

  private void remind(Envelope<E> event) {
    if (engine.clock().isPresent() && due.isPresent()) {
      for (Instant instant : engine.clock().get().dueAfter(event)) {
        due.get().add(new DueInstants.Due(instant, event.key(), trace));
      }
    }
  }

  /** Sends the commands whose instant has come. */
  private void tick(long now) {
    if (engine.clock().isEmpty() || due.isEmpty()) {
      return;
    }
    for (DueInstants.Due reached : due.get().until(Instant.ofEpochMilli(now), DUE_A_TICK)) {
      Envelope<C> command =
          Envelope.of(
              MessageId.of("due/" + reached.key() + '/' + reached.instant().toEpochMilli()),
              reached.key(),
              Instant.ofEpochMilli(now),
              Actor.system("clock"),
              engine.clock().get().command(reached.instant()));
      byte[] encoded = wire.write(commandTopic, engine.commands().toWire(command));
      due.get().remove(reached);
      trace = reached.trace();
      forward(new Out(commandTopic, reached.key(), encoded), now);
      commits.soon(now);
    }
  }

  private void forward(Out out, long timestamp) {
    context.forward(new Record<>(out.key(), out, timestamp, Trace.headers(trace)));
  }
}
