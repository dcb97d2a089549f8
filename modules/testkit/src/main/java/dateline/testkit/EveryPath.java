package dateline.testkit;

import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks every path that commands can take through the real {@code decide} and {@code evolve} of a
 * decider in a small world, in every order, until nothing new is found. Beside the decider's state
 * it keeps books of its own, which see commands and events alone, so that it can find what a state
 * forgets. Two paths that lead to the same state and the same books are walked on once.
 */
public final class EveryPath {

  /**
   * One thing somebody may do at any point of a path.
   *
   * @param told as a path tells it: {@code "legal clears text one"}
   * @param at when, as the command says; a world in which time matters has the command at several
   *     instants
   */
  public record Step<C>(String told, Actor actor, Instant at, C command) {
    @Override
    public String toString() {
      return actor.person()
          + (actor.office().value().isEmpty() ? "" : " of " + actor.office())
          + ' '
          + told;
    }
  }

  /**
   * What the walker knows by itself. A value: two books that know the same are equal.
   *
   * @param <B> the type itself
   */
  public interface Books<C, E, B extends Books<C, E, B>> {

    /** The books after a command that was accepted with these events. */
    B after(Step<C> step, List<E> events);

    /** Whether these events are what must not happen wrongly: a note cleared, a text released. */
    boolean isGoal(List<E> events);

    /** What is wrong if this command is accepted with these events here, or empty. */
    Optional<String> wrongWith(Step<C> step, List<E> events);
  }

  /**
   * What a walk found.
   *
   * @param places how many different pairs of state and books there are
   * @param moves how many commands were decided
   * @param depth how many accepted commands lie between the start and the farthest place
   * @param goals how many moves reached the goal
   * @param took how long it took
   * @param violation a shortest path to what is wrong, one command a line, or empty
   */
  public record Found(
      int places, long moves, int depth, int goals, Duration took, Optional<String> violation) {
    @Override
    public String toString() {
      return "%,d states, %,d commands decided, depth %d, %,d times at the goal, %.1f s"
          .formatted(places, moves, depth, goals, took.toMillis() / 1_000.0);
    }
  }

  private EveryPath() {}

  /**
   * Walks until nothing new is found, or to the first thing that is wrong.
   *
   * @param steps all that anybody can do in this world
   * @param books before anything happened
   */
  public static <C, S, E, B extends Books<C, E, B>> Found of(
      Decider<C, S, E> decider, List<Step<C>> steps, B books) {
    return of(decider, steps, books, Integer.MAX_VALUE);
  }

  /**
   * The same for a world in which too much can happen to walk it to its end.
   *
   * @param longest how many accepted commands a path has at most
   */
  public static <C, S, E, B extends Books<C, E, B>> Found of(
      Decider<C, S, E> decider, List<Step<C>> steps, B books, int longest) {
    return new Walk<C, S, E, B>(decider, steps, longest).from(books);
  }

  private record Place<S, B>(S state, B books) {}

  private record Arrival<C, S, B>(int depth, Optional<Place<S, B>> from, Optional<Step<C>> by) {}

  private static final class Walk<C, S, E, B extends Books<C, E, B>> {
    private final Decider<C, S, E> decider;
    private final List<Envelope<C>> commands = new ArrayList<>();
    private final List<Step<C>> steps;
    private final Map<Place<S, B>, Arrival<C, S, B>> seen = new HashMap<>();
    private final Deque<Map.Entry<Place<S, B>, Integer>> open = new ArrayDeque<>();
    private final long began = System.nanoTime();
    private long moves;
    private final int longest;
    private int depth;
    private int goals;

    Walk(Decider<C, S, E> decider, List<Step<C>> steps, int longest) {
      this.decider = decider;
      this.longest = longest;
      this.steps = List.copyOf(steps);
      for (int i = 0; i < steps.size(); i++) {
        Step<C> step = steps.get(i);
        MessageId id = new MessageId("step-" + i);
        commands.add(Envelope.of(id, "note", step.at(), step.actor(), step.command()));
      }
    }

    Found from(B books) {
      arrive(
          new Place<>(decider.initialState(), books),
          new Arrival<>(0, Optional.empty(), Optional.empty()));
      while (!open.isEmpty()) {
        Map.Entry<Place<S, B>, Integer> here = open.remove();
        for (int i = 0; i < steps.size(); i++) {
          Optional<String> wrong = move(here.getKey(), here.getValue(), i);
          if (wrong.isPresent()) {
            return found(Optional.of(path(here.getKey(), steps.get(i), wrong.get())));
          }
        }
      }
      return found(Optional.empty());
    }

    private Optional<String> move(Place<S, B> here, int depthHere, int step) {
      moves++;
      Envelope<C> asked = commands.get(step);
      if (!(decider.decide(asked, here.state()) instanceof Decision.Accepted<E>(var events))) {
        return Optional.empty();
      }
      if (here.books().isGoal(events)) {
        goals++;
      }
      Optional<String> wrong = here.books().wrongWith(steps.get(step), events);
      if (wrong.isPresent()) {
        return wrong;
      }
      S state = here.state();
      for (int i = 0; i < events.size(); i++) {
        state = decider.evolve(state, asked.event(i, events.get(i)));
      }
      arrive(
          new Place<>(state, here.books().after(steps.get(step), events)),
          new Arrival<>(depthHere + 1, Optional.of(here), Optional.of(steps.get(step))));
      return Optional.empty();
    }

    private void arrive(Place<S, B> place, Arrival<C, S, B> arrival) {
      if (seen.putIfAbsent(place, arrival) == null) {
        depth = Math.max(depth, arrival.depth());
        if (arrival.depth() < longest) {
          open.add(Map.entry(place, arrival.depth()));
        }
      }
    }

    private String path(Place<S, B> end, Step<C> last, String wrong) {
      List<String> lines = new ArrayList<>(List.of(last.toString(), wrong));
      Optional<Arrival<C, S, B>> arrival = Optional.ofNullable(seen.get(end));
      while (arrival.isPresent()) {
        arrival.get().by().ifPresent(step -> lines.addFirst(step.toString()));
        arrival = arrival.get().from().map(seen::get);
      }
      return String.join("\n", lines);
    }

    private Found found(Optional<String> violation) {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return new Found(seen.size(), moves, depth, goals, took, violation);
    }
  }
}
