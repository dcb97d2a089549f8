package dateline.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * T9 and T10: how long the work of a killed process waits, and whether a mail is lost or doubled.
 */
final class KilledServices implements AutoCloseable {

  private static final double TARGET_SECONDS = 30;

  /** In which a mail that is sent twice would come a second time. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(30);

  private static final String SECONDS = "s";

  private final ComposeCluster cluster;
  private final PressDesk desk;
  private final Users users;
  private final List<PressDesk.Ready> released;
  private final Deque<PressDesk.Ready> ready = new ArrayDeque<>();
  private final Deque<PressDesk.Cleared> cleared = new ArrayDeque<>();
  private final Map<Victim, Rounds> waited = new EnumMap<>(Victim.class);
  private int serial;

  /**
   * @param released notes, of which everybody on the press list has a mail already
   */
  KilledServices(ComposeCluster cluster, List<PressDesk.Ready> released) {
    this.cluster = cluster;
    this.desk = new PressDesk(cluster.client(), ComposeCluster.INBOX, Patience.LONGEST);
    this.users = new Users(cluster, ClusterBench.CONTACTS);
    this.released = new ArrayList<>(released);
    this.serial = released.size();
  }

  /** Kills each service so often, one after the other, and answers what came of it as Markdown. */
  String measure(int kills) throws IOException, InterruptedException, ExecutionException {
    Map<String, Integer> before = restarts();
    prepare(kills);
    for (int kill = 1; kill <= kills; kill++) {
      for (Victim victim : Victim.values()) {
        if (victim == Victim.BROKER) {
          cluster.brokers().awaitLeader(2, cluster.containers().of("kafka-1"));
        }
        double seconds = kill(victim);
        waited.computeIfAbsent(victim, _ -> new Rounds(SECONDS)).add(seconds);
        Progress.say("kill %d of %s: %.1f s".formatted(kill, victim.service(), seconds));
        cluster.awaitAll();
      }
    }
    for (PressDesk.Ready note : released) {
      var _ = users.lastMail(note);
    }
    PressDesk.pause(AFTERWARDS);
    return report(kills, users.count(released), restartsBeside(before, kills));
  }

  /** Every note waits for its step before anything is killed. */
  private void prepare(int kills) throws InterruptedException {
    for (int kill = 0; kill < kills; kill++) {
      for (Victim victim : Victim.values()) {
        if (victim.release() != Victim.Release.NONE) {
          ready.add(desk.prepare(++serial));
        }
      }
      cleared.add(desk.clear(++serial));
    }
    Progress.say("%d notes are ready for the kills".formatted(ready.size() + cleared.size()));
  }

  /** From the kill until users see the work done, in seconds; 0 if it was done before. */
  private double kill(Victim victim) throws IOException, InterruptedException, ExecutionException {
    Container container = cluster.containers().of(victim.service());
    PressDesk.Ready note = ready.getFirst();
    if (victim.release() != Victim.Release.NONE) {
      released.add(ready.removeFirst());
    }
    if (victim.release() == Victim.Release.BEFORE) {
      users.release(note);
    }
    Instant killed = cluster.kill(container);
    Instant seen =
        switch (victim) {
          case DRAFTING -> users.submit(desk.officer(), ++serial);
          case CLEARANCE -> users.approve(cleared.removeFirst());
          case PUBLISHING, NEWSROOM -> users.publish(note);
          case NOTIFICATION, DISPATCHER -> users.lastMail(note);
          case DESK -> users.read(note);
          case BROKER -> later(users.publish(note), users.lastMail(note));
        };
    return Math.max(0, Duration.between(killed, seen).toMillis()) / 1e3;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Map<String, Integer> restarts() throws IOException, InterruptedException {
    return cluster.containers().all().stream()
        .collect(Collectors.toMap(Container::service, Container::restarts));
  }

  /** What ended beside the kills, and how often; and what was killed for its memory. */
  private List<String> restartsBeside(Map<String, Integer> before, int kills)
      throws IOException, InterruptedException {
    List<String> beside = new ArrayList<>();
    for (Container container : cluster.containers().all()) {
      String service = container.service();
      int killed =
          waited.keySet().stream().anyMatch(it -> it.service().equals(service)) ? kills : 0;
      int more = container.restarts() - before.getOrDefault(service, 0) - killed;
      if (more != 0) {
        beside.add("%s %d times".formatted(service, more));
      }
      if (container.lackedMemory()) {
        beside.add(service + " for its memory");
      }
    }
    return beside;
  }

  private String report(int kills, Users.Mails mails, List<String> beside) {
    StringBuilder out = new StringBuilder();
    out.append(
        "From the kill of a service's main process until its users see the work done, %d kills of each, s:\n\n"
            .formatted(kills));
    out.append("| killed | work given and seen | min | median | max |\n|---|---|---:|---:|---:|\n");
    waited.forEach((victim, each) ->
        out.append(
            "| %s | %s | %s | %s | %s |\n"
                .formatted(
                    victim.service(),
                    victim.work(),
                    Rounds.number(each.min(SECONDS)),
                    Rounds.number(each.median(SECONDS)),
                    Rounds.number(each.max(SECONDS)))));
    double longest = waited.values().stream().mapToDouble(it -> it.max(SECONDS)).max().orElse(0);
    out.append(
        "\n* work recovered: longest %s s, target ≤ %s s: %s\n"
            .formatted(
                Rounds.number(longest),
                Rounds.number(TARGET_SECONDS),
                met(longest <= TARGET_SECONDS)));
    out.append(
        "* mails to the press lost: %d of %d, target 0: %s\n"
            .formatted(mails.missing(), mails.planned(), met(mails.missing() == 0)));
    out.append(
        "* mails to the press sent twice: %d, target 0: %s\n"
            .formatted(mails.twice(), met(mails.twice() == 0)));
    out.append(
        "\nIn doubt: %d mails, of which %d did not come. What the desk's clients were told before it was done: %s. Ended beside the kills: %s.\n"
            .formatted(
                mails.inDoubt(),
                mails.inDoubtAndAbsent(),
                users.told().isEmpty() ? "nothing" : users.told(),
                beside.isEmpty() ? "none" : String.join(", ", beside)));
    return out.toString();
  }

  private static String met(boolean met) {
    return met ? "met" : "**missed**";
  }

  @Override
  public void close() throws IOException {
    desk.close();
    users.close();
  }
}
