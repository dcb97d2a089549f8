package dateline.clearance.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceEvent;
import dateline.contracts.ActorV1;
import dateline.contracts.ApproveNoteV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.Topic;
import dateline.kernel.Envelope;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClearanceCodecsTest {

  private static final int MESSAGES = 2_000;

  private final Wire wire =
      new Wire(
          Map.of("schema.registry.url", "mock://clearance-codecs", "auto.register.schemas", true));

  @AfterEach
  void closeTheWire() {
    wire.close();
  }

  @Test
  void everyCommandComesBackFromTheBytesAsItWas() {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 0; seed < MESSAGES; seed++) {
      Envelope<ClearanceCommand> command = new Anything(seed).command();
      byte[] bytes = wire.write(Topic.CLEARANCE_COMMANDS, ClearanceCodecs.COMMANDS.toWire(command));
      assertThat(
              ClearanceCodecs.COMMANDS.fromWire(
                  (ClearanceCommandV1) wire.read(Topic.CLEARANCE_COMMANDS, bytes)))
          .as("seed %d", seed)
          .isEqualTo(command);
      kinds.add(command.payload().getClass());
    }
    assertThat(kinds).isEqualTo(kindsOf(ClearanceCommand.class));
  }

  @Test
  void everyEventComesBackFromTheBytesAsItWas() {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 0; seed < MESSAGES; seed++) {
      Envelope<ClearanceEvent> event = new Anything(seed).event();
      byte[] bytes = wire.write(Topic.CLEARANCE_EVENTS, ClearanceCodecs.EVENTS.toWire(event));
      assertThat(
              ClearanceCodecs.EVENTS.fromWire(
                  (ClearanceEventV1) wire.read(Topic.CLEARANCE_EVENTS, bytes)))
          .as("seed %d", seed)
          .isEqualTo(event);
      kinds.add(event.payload().getClass());
    }
    assertThat(kinds).isEqualTo(kindsOf(ClearanceEvent.class));
  }

  /** The records of a sealed interface, through all of its groups. */
  private static Set<Class<?>> kindsOf(Class<?> type) {
    if (!type.isSealed()) {
      return Set.of(type);
    }
    Set<Class<?>> kinds = new HashSet<>();
    for (Class<?> part : type.getPermittedSubclasses()) {
      kinds.addAll(kindsOf(part));
    }
    return kinds;
  }

  @Test
  void aRecordOfNoKnownKindIsNotRead() {
    assertThatThrownBy(() -> ClearanceCodecs.COMMANDS.fromWire(command().build()))
        .isInstanceOf(UnreadableRecordException.class)
        .extracting("code")
        .isEqualTo("UNKNOWN_KIND");
  }

  @Test
  void aDigestThatIsNoneIsNotRead() {
    assertThatThrownBy(() ->
            ClearanceCodecs.COMMANDS.fromWire(
                command().setApproveNote(new ApproveNoteV1("the latest")).build()))
        .isInstanceOf(UnreadableRecordException.class)
        .extracting("code")
        .isEqualTo("UNREADABLE");
  }

  private static ClearanceCommandV1.Builder command() {
    return ClearanceCommandV1.newBuilder()
        .setId("1")
        .setCausationId("1")
        .setAt(Instant.EPOCH)
        .setActor(new ActorV1("vera", "press", "APPROVER"))
        .setNoteId("note");
  }
}
