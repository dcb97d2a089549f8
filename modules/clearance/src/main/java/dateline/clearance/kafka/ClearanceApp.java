package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceDecider;
import dateline.clearance.ClearanceEvent;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Owed;
import dateline.clearance.ClearanceEvent.Owed.EmergencyDenied;
import dateline.clearance.ClearanceEvent.Owed.EmergencyOpened;
import dateline.clearance.ClearanceEvent.Reviewing;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesAsked;
import dateline.clearance.Directory;
import dateline.clearance.Emergency;
import dateline.contracts.Topic;
import dateline.kernel.Decider;
import dateline.kernel.Envelope;
import dateline.runtime.Engine;
import dateline.runtime.EngineTopology;
import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogFollower;
import dateline.runtime.StreamsApp;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  public static ClearanceApp start(KafkaSettings settings, Wire wire, Meters meters)
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
          StreamsApp.start(
              "clearance", EngineTopology.of(engine(directory), wire, meters), settings, meters);
      follower.meterBy(meters);
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
                new WhenNoteRecalledSuspendClearance()),
            new Engine.Reaction<>(
                Topic.CLEARANCE_EVENTS,
                OwnEvents.only(EmergencyDeclared.class),
                new WhenEmergencyDeclaredOpenIt(directory)),
            new Engine.Reaction<>(
                Topic.CLEARANCE_EVENTS,
                OwnEvents.only(EmergencyOpened.class),
                new WhenEmergencyOpenedApproveNote()),
            new Engine.Reaction<>(
                Topic.CLEARANCE_EVENTS,
                OwnEvents.only(EmergencyDenied.class),
                new WhenEmergencyDeniedRefuseIt()),
            new Engine.Reaction<>(
                Topic.CLEARANCE_EVENTS, OwnEvents::readEnded, new WhenEmergencyEndedSettleIt())),
        Engine.Publications.none(),
        Optional.of(new WhenTimeIsUpNoteIt()));
  }

  /** An office that was asked is reminded, and its silence recorded, at the instants set then. */
  private static final class WhenTimeIsUpNoteIt
      implements Engine.Clock<ClearanceCommand, ClearanceEvent> {

    @Override
    public Set<Instant> dueAfter(Envelope<ClearanceEvent> event) {
      return switch (event.payload()) {
        case OfficesAsked(var asked) ->
            asked.stream()
                .flatMap(one -> Stream.concat(one.remindAt().stream(), one.due().stream()))
                .collect(Collectors.toSet());
        case NoteCleared cleared ->
            cleared.emergency().map(Emergency::due).map(Set::of).orElse(Set.of());
        case ClearanceRequested _, NoteReturned _, ClearanceSuspended _, Reviewing _, Owed _ ->
            Set.of();
      };
    }

    @Override
    public ClearanceCommand command(Instant due) {
      return new NoteTheTime(due);
    }

    @Override
    public Optional<Instant> due(ClearanceCommand command) {
      return command instanceof NoteTheTime(Instant due) ? Optional.of(due) : Optional.empty();
    }
  }

  /** The engine it runs: not ready once it no longer follows the directory. */
  public Health health() {
    return follower
        .stopped("it no longer follows the directory; its log says why")
        .map(why -> Health.broken("clearance", why))
        .orElseGet(streams::health);
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
