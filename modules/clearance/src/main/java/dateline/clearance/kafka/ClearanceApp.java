package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceDecider;
import dateline.clearance.ClearanceEvent;
import dateline.clearance.Directory;
import dateline.contracts.Topic;
import dateline.kernel.Decider;
import dateline.runtime.Engine;
import dateline.runtime.EngineTopology;
import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogFollower;
import dateline.runtime.StreamsApp;
import dateline.runtime.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** The clearance engine as an application: the directory's follower, and behind it the engine. */
public final class ClearanceApp implements AutoCloseable {

  private final LogFollower follower;
  private final StreamsApp streams;

  private ClearanceApp(LogFollower follower, StreamsApp streams) {
    this.follower = follower;
    this.streams = streams;
  }

  /**
   * Reads the directory to its end, then starts the engine: were it the other way round, a note
   * submitted before a restart would find no rules after it.
   *
   * @throws ExecutionException if the directory cannot be read
   */
  public static ClearanceApp start(KafkaSettings settings, Wire wire)
      throws InterruptedException, ExecutionException {
    LiveDirectory directory = new LiveDirectory();
    LogFollower follower =
        LogFollower.start(
            "clearance-directory",
            settings.client(),
            wire,
            List.of(Topic.DIRECTORY),
            new LogFollower.From.Beginning(),
            directory::on);
    boolean started = false;
    try {
      follower.caughtUp().get();
      StreamsApp streams =
          StreamsApp.start("clearance", EngineTopology.of(engine(directory), wire), settings);
      started = true;
      return new ClearanceApp(follower, streams);
    } finally {
      if (!started) {
        follower.close();
      }
    }
  }

  /**
   * The engine.
   *
   * @param directory as last applied; asked once for each submitted note, never while replaying
   */
  public static Engine<ClearanceCommand, ?, ClearanceEvent> engine(Supplier<Directory> directory) {
    return engine(ClearanceDecider.rules(), directory);
  }

  private static <S> Engine<ClearanceCommand, S, ClearanceEvent> engine(
      Decider<ClearanceCommand, S, ClearanceEvent> rules, Supplier<Directory> directory) {
    return new Engine<>(
        "clearance",
        rules,
        ClearanceCodecs.COMMANDS,
        ClearanceCodecs.EVENTS,
        List.of(
            new Engine.Reaction<>(
                Topic.DRAFTING_EVENTS,
                DraftingEvents::readSubmitted,
                new WhenNoteSubmittedRequestClearance(directory)),
            new Engine.Reaction<>(
                Topic.DRAFTING_EVENTS,
                DraftingEvents::readRecalled,
                new WhenNoteRecalledSuspendClearance())),
        Engine.Publications.none(),
        Optional.empty());
  }

  /** The engine it runs: not ready once it no longer follows the directory. */
  public Health health() {
    return follower.ended().isDone()
        ? Health.broken("clearance", "it no longer follows the directory; its log says why")
        : streams.health();
  }

  /** The application that runs the engine, to wait for. */
  public StreamsApp streams() {
    return streams;
  }

  @Override
  public void close() {
    streams.close();
    follower.close();
  }
}
