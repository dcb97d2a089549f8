package dateline.runtime;

import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts one policy: an event in, at most one command of our own out, with an id that follows from
 * the event.
 */
final class PolicyProcessor<F, C> implements Processor<String, byte[], String, Out> {

  private static final Logger log = LoggerFactory.getLogger(PolicyProcessor.class);

  private final Engine.Reaction<F, C> reaction;
  private final WireCodec<C, ?> commands;
  private final Wire wire;
  private final Topic commandTopic;
  private final DeadLetters deadLetters;
  private ProcessorContext<String, Out> context;
  private Commits commits;

  PolicyProcessor(
      String engine,
      WireCodec<C, ?> commands,
      Engine.Reaction<F, C> reaction,
      Wire wire,
      EngineMetrics metrics) {
    this.reaction = reaction;
    this.commands = commands;
    this.wire = wire;
    this.commandTopic = Topic.of(engine, "commands");
    this.deadLetters = new DeadLetters(engine, reaction.policy().name(), wire, metrics::setAside);
  }

  @Override
  public void init(ProcessorContext<String, Out> context) {
    this.context = context;
    this.commits = Commits.of(context);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    Optional<Trace> trace = Trace.of(record.headers());
    try (Trace.Logged _ = Trace.logging(trace)) {
      react(record, trace);
    }
  }

  private void react(Record<String, byte[]> record, Optional<Trace> trace) {
    Optional<Out> out;
    try {
      out = command(record);
    } catch (UnreadableRecordException e) {
      Optional<Out> instead = instead(record);
      deadLetters.send(context, record, e);
      instead.ifPresent(o -> forward(o, record, trace));
      return;
    }
    if (!isWithheld(record)) {
      out.ifPresent(o -> forward(o, record, trace));
    }
  }

  private void forward(Out out, Record<String, byte[]> record, Optional<Trace> trace) {
    context.forward(new Record<>(out.key(), out, record.timestamp(), Trace.headers(trace)));
    commits.soon(record.timestamp());
  }

  /**
   * What is commanded because nobody knows what an event says: once for an event, by the first that
   * cannot read it.
   */
  private Optional<Out> instead(Record<String, byte[]> record) {
    if (reaction.unheard().isEmpty() || record.key() == null || deadLetters.have(context, record)) {
      return Optional.empty();
    }
    RecordMetadata place = context.recordMetadata().orElseThrow();
    Envelope<C> command =
        Envelope.of(
            MessageId.of(
                "unheard/%s/%d/%d".formatted(place.topic(), place.partition(), place.offset())),
            record.key(),
            Instant.ofEpochMilli(record.timestamp()),
            Actor.system(reaction.policy().name()),
            reaction.unheard().get());
    return Optional.of(
        new Out(commandTopic, record.key(), wire.write(commandTopic, commands.toWire(command))));
  }

  /** An event that is taken again commands nothing while a younger one of its key is unheard. */
  private boolean isWithheld(Record<String, byte[]> record) {
    return reaction.unheard().isPresent()
        && Origin.isTakenAgain(context.recordMetadata())
        && deadLetters.haveYounger(context, record);
  }

  private Optional<Out> command(Record<String, byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no value");
    }
    return reaction
        .codec()
        .read(wire.read(reaction.source(), record.value()))
        .flatMap(this::command)
        .map(c -> new Out(commandTopic, c.key(), wire.write(commandTopic, commands.toWire(c))));
  }

  /**
   * A policy is pure: if it throws, the fault is its own or the event's, and the machinery can go
   * on.
   */
  private Optional<Envelope<C>> command(Envelope<F> event) {
    try {
      return reaction
          .policy()
          .when(event)
          .map(command ->
              event.command(reaction.policy().name(), reaction.policy().keyOf(event), command));
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("policy", reaction.policy().name())
          .setCause(e)
          .log("policy failed");
      throw new UnreadableRecordException(
          "FAULT", reaction.policy().name() + " failed on it with " + e.getClass().getSimpleName());
    }
  }
}
