package dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A decider's rule in one sentence: {@code given(decider).by(author, new
 * DraftCreated(…)).when(colleague, new SubmitNote(…)).then(new NoteSubmitted(…))}. One {@code
 * when}; everything before it is history and asserts nothing.
 */
public final class DeciderScenario<C, S, E> {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Decider<C, S, E> decider;
  private final List<Envelope<E>> history = new ArrayList<>();
  private String key = "note-under-test";
  private Instant now = NOON;

  private DeciderScenario(Decider<C, S, E> decider) {
    this.decider = decider;
  }

  public static <C, S, E> DeciderScenario<C, S, E> given(Decider<C, S, E> decider) {
    return new DeciderScenario<>(decider);
  }

  /** This fact is history, caused by a command of this person. One second passes. */
  public DeciderScenario<C, S, E> by(Actor actor, E event) {
    MessageId cause = MessageId.of("history/" + history.size());
    history.add(Envelope.of(cause, key, now, actor, event).event(0, event));
    now = now.plusSeconds(1);
    return this;
  }

  /** From here on it is about this key: where a decider keeps more than notes. */
  public DeciderScenario<C, S, E> about(String other) {
    key = other;
    return this;
  }

  /** From here on it is this instant. */
  public DeciderScenario<C, S, E> at(Instant instant) {
    now = instant;
    return this;
  }

  /**
   * This person's command is decided and, if accepted, is history too: for scenarios told in
   * commands alone.
   */
  public DeciderScenario<C, S, E> after(Actor actor, C command) {
    Envelope<C> asked =
        Envelope.of(MessageId.of("history/" + history.size()), key, now, actor, command);
    switch (decider.decide(asked, decider.replay(history))) {
      case Decision.Accepted<E>(List<E> events) -> {
        for (int i = 0; i < events.size(); i++) {
          history.add(asked.event(i, events.get(i)));
        }
      }
      case Decision.NothingToDo<E> nothing ->
          throw new AssertionError("Given was not accepted: " + nothing);
      case Decision.Refused<E> refused ->
          throw new AssertionError("Given was not accepted: " + refused);
    }
    now = now.plusSeconds(1);
    return this;
  }

  /** The one command the scenario is about. */
  public Outcome<E> when(Actor actor, C command) {
    Envelope<C> asked = Envelope.of(MessageId.of("command-under-test"), key, now, actor, command);
    return new Outcome<>(decider.decide(asked, decider.replay(history)));
  }

  /** What the decider said. */
  public record Outcome<E>(Decision<E> decision) {

    /** It accepted with exactly these facts. */
    @SafeVarargs
    public final void then(E... events) {
      List<E> expected = new ArrayList<>();
      for (E event : events) {
        expected.add(event);
      }
      assertThat(decision).isEqualTo(Decision.accept(expected));
    }

    /** It refused with this code and said why in a sentence. */
    public void isRefused(String code) {
      assertThat(decision).isInstanceOf(Decision.Refused.class);
      Decision.Refused<E> refused = (Decision.Refused<E>) decision;
      assertThat(refused.code()).isEqualTo(code);
      assertThat(refused.reason()).as("the reason is a sentence").endsWith(".").contains(" ");
    }

    /** It had nothing to do. */
    public void isNothingToDo() {
      assertThat(decision).isInstanceOf(Decision.NothingToDo.class);
    }

    /** It accepted, and among the facts is one of this type, which is returned. */
    public <T extends E> T thenSome(Class<T> type) {
      assertThat(decision).isInstanceOf(Decision.Accepted.class);
      return ((Decision.Accepted<E>) decision)
          .events().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
  }
}
