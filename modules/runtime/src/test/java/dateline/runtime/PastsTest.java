package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A history that was replayed once is not replayed for every command, and comes to the same. */
class PastsTest {

  /** Its state is the words of its history. */
  private static final Decider<String, String, String> WORDS =
      new Decider<>() {
        @Override
        public String initialState() {
          return "";
        }

        @Override
        public Decision<String> decide(Envelope<String> command, String state) {
          return Decision.accept(command.payload());
        }

        @Override
        public String evolve(String state, Envelope<String> event) {
          return state + event.payload();
        }
      };

  @Test
  void whatGrewEventByEventIsWhatAReplayMakes() {
    List<Envelope<String>> history = new ArrayList<>();
    Past<String> grown = Past.of(WORDS, List.of());
    for (int i = 0; i < 20; i++) {
      List<Envelope<String>> events = events("command-" + i, i % 3);
      history.addAll(events);
      grown = grown.after(events, grown.next(WORDS, events));
    }

    assertThat(grown).isEqualTo(Past.of(WORDS, history));
    assertThat(grown.version()).isEqualTo(history.size());
    assertThat(grown.byCommand().get(MessageId.of("command-2"))).hasSize(2);
    assertThat(grown.byCommand()).doesNotContainKey(MessageId.of("command-0"));
  }

  @Test
  void theNewestKeysAreKeptAndNotTooManyEventsInAll() {
    Pasts<String> pasts = new Pasts<>();
    for (int i = 0; i < 100; i++) {
      pasts.keep("key-" + i, past(1));
    }
    assertThat(pasts.of("key-0")).isEmpty();
    assertThat(pasts.of("key-99")).isPresent();

    pasts.keep("long", past(9_999));
    assertThat(pasts.of("long")).isPresent();
    assertThat(pasts.of("key-50")).isEmpty();
    pasts.keep("other", past(2));
    assertThat(pasts.of("other")).isPresent();
    assertThat(pasts.of("long")).isEmpty();
  }

  @Test
  void aHistoryThatIsLongerThanAllMayBeIsKeptWhileItIsTheNewest() {
    Pasts<String> pasts = new Pasts<>();
    pasts.keep("endless", past(50_000));
    assertThat(pasts.of("endless")).isPresent();
    pasts.keep("endless", past(50_001));
    assertThat(pasts.of("endless").orElseThrow().version()).isEqualTo(50_001);
    pasts.keep("short", past(1));
    assertThat(pasts.of("endless")).isEmpty();
    assertThat(pasts.of("short")).isPresent();
  }

  private static Past<String> past(long version) {
    return new Past<>(version, "", Map.of());
  }

  private static List<Envelope<String>> events(String command, int count) {
    Envelope<String> asked =
        Envelope.of(MessageId.of(command), "key", Instant.EPOCH, Actor.system("test"), "a" + count);
    List<Envelope<String>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(asked.event(i, asked.payload() + i));
    }
    return events;
  }
}
