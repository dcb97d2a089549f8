package dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The search itself, on a counter whose every path is known. */
class EveryPathTest {

  /** Counts to a limit, and one step further if it is broken. */
  private record Counter(int limit) implements Decider<Integer, Integer, Integer> {
    @Override
    public Integer initialState() {
      return 0;
    }

    @Override
    public Decision<Integer> decide(Envelope<Integer> command, Integer state) {
      return state + command.payload() <= limit
          ? Decision.accept(command.payload())
          : Decision.refuse("TOO_FAR", "It would be too far.");
    }

    @Override
    public Integer evolve(Integer state, Envelope<Integer> event) {
      return state + event.payload();
    }
  }

  private record Sum(int sum) implements EveryPath.Books<Integer, Integer, Sum> {
    @Override
    public Sum after(EveryPath.Step<Integer> step, List<Integer> events) {
      return new Sum(sum + step.command());
    }

    @Override
    public boolean isGoal(List<Integer> events) {
      return sum + events.getFirst() == 5;
    }

    @Override
    public Optional<String> wrongWith(EveryPath.Step<Integer> step, List<Integer> events) {
      return sum + events.getFirst() > 5 ? Optional.of("more than five") : Optional.empty();
    }
  }

  private static EveryPath.Found walk(int limit) {
    List<EveryPath.Step<Integer>> steps =
        Stream.of(1, 2)
            .map(by -> new EveryPath.Step<>("adds " + by, Actor.system("test"), Instant.EPOCH, by))
            .toList();
    return EveryPath.of(new Counter(limit), steps, new Sum(0));
  }

  @Test
  void everyPlaceIsFoundOnceWithItsShortestDistance() {
    EveryPath.Found found = walk(5);
    assertThat(found.violation()).isEmpty();
    assertThat(found.places()).isEqualTo(6);
    assertThat(found.moves()).isEqualTo(12);
    assertThat(found.depth()).as("two, two, one").isEqualTo(3);
    assertThat(found.goals()).as("from three by two, from four by one").isEqualTo(2);
  }

  @Test
  void whatIsWrongIsToldByAShortestPath() {
    assertThat(walk(6).violation().orElseThrow().lines()).hasSize(4).endsWith("more than five");
  }
}
