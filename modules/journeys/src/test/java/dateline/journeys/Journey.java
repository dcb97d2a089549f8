package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.testkit.Guarantee;
import dateline.testkit.Observed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The way of notes from the schemas to the inbox, and what must be true after it: the one contract
 * of Dateline as several processes, by {@link EachModuleAloneIT} on this machine itself and by
 * {@link ContainersIT} in the images that users run.
 */
final class Journey {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Set<String> RECIPIENTS = Set.of("ada@harbour-post.example");

  private final Terminal terminal;
  private final String newsroom;
  private final Inbox inbox;
  private final LogReader log;
  private final Set<String> released = new LinkedHashSet<>();

  /**
   * @param terminal of somebody at the desk
   * @param newsroom the public's address
   * @param inbox where mails arrive
   * @param log of the same press office
   */
  Journey(Terminal terminal, String newsroom, Inbox inbox, LogReader log) {
    this.terminal = terminal;
    this.newsroom = newsroom;
    this.inbox = inbox;
    this.log = log;
  }

  /** The command line beside brokers and registry, as an operator has it. */
  interface Dateline {
    Ran runs(String... arguments) throws IOException, InterruptedException;
  }

  /** Schemas, topics and directory are there before any module starts. */
  static void prepares(Dateline dateline) throws IOException, InterruptedException {
    Ran before = dateline.runs("schemas", "check");
    assertThat(before.exitCode()).as(before.everything()).isEqualTo(1);
    assertThat(before.out()).contains("NOT REGISTERED", "./dateline schemas register");
    does(dateline, "schemas", "register");
    does(dateline, "schemas", "check");
    assertThat(does(dateline, "schemas", "diff").out())
        .isEqualTo("Every schema is as the registry has it.\n");
    does(dateline, "topics", "make");
    Path directory = Checkout.root().resolve("docs/sample-directory.yaml");
    does(dateline, "directory", "apply", directory.toString());
  }

  private static Ran does(Dateline dateline, String... arguments)
      throws IOException, InterruptedException {
    Ran ran = dateline.runs(arguments);
    assertThat(ran.exitCode()).as(ran.everything()).isZero();
    return ran;
  }

  /** One note goes from a text to the page and to everybody on the press list. */
  void aNoteTravels() throws IOException, InterruptedException {
    terminal.does("contacts", "add", "ada@harbour-post.example", "Ada Lund");
    String note = isSubmitted();
    terminal.clearsByAll(note);
    terminal.does("release", note);
    arrives(note);
  }

  /** A text is handed in; answers the note's id. */
  String isSubmitted() {
    return terminal.submits(Checkout.text("lighthouse-note.txt").toString());
  }

  /** Somebody asks once for a note's release; answers what they are told, taken or not. */
  String asksForRelease(String note) {
    Ran ran = terminal.says("release", note);
    return ran.exitCode() == 0 ? "taken" : ran.err().strip();
  }

  /**
   * Somebody releases a note, again if the desk cannot take it at once.
   *
   * @return what they were told before it was taken
   */
  List<String> isReleased(String note) {
    List<String> told = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          Ran ran = terminal.says("release", note);
          if (ran.exitCode() == 0) {
            return true;
          }
          told.add(ran.err().strip());
          return false;
        });
    return told;
  }

  /** A note that was released is public, and everybody has it once. */
  void arrives(String note) throws IOException, InterruptedException {
    released.add(note);
    await()
        .atMost(PATIENCE)
        .until(() -> terminal.get(newsroom + "/notes/" + note).statusCode() == 200);
    await().atMost(PATIENCE).until(() -> !inbox.recipients(note, RECIPIENTS).isEmpty());
    hasArrivedOnce(note);
  }

  private void hasArrivedOnce(String note) throws IOException, InterruptedException {
    assertThat(inbox.recipients(note, RECIPIENTS)).containsExactlyInAnyOrderElementsOf(RECIPIENTS);
  }

  /** By the log alone, and by the mails that arrived. */
  void everyPromiseWasKept() throws IOException, InterruptedException {
    for (String note : released) {
      hasArrivedOnce(note);
    }
    List<WholeLog.Mail> arrived = new ArrayList<>();
    for (String recipient : RECIPIENTS) {
      inbox.of(recipient).forEach(m -> arrived.add(new WholeLog.Mail(recipient, m.delivery())));
    }
    // A mail is in the inbox a moment before its outcome is on the log; and the people of the
    // house are told of the release a few seconds after it.
    Observed seen =
        await()
            .atMost(PATIENCE)
            .until(
                () -> new WholeLog(log).observed(arrived),
                all -> Guarantee.NOTHING_LOST.violations(all).isEmpty());
    assertThat(seen.released()).hasSameSizeAs(released);
    assertThat(seen.delivered()).hasSameSizeAs(released);
    assertThat(seen.planned()).isNotEmpty();
    assertThat(seen.approvals()).hasAtLeastOneElementOfType(Observed.Cleared.class);
    // Nothing was scheduled here: NOTHING_EARLY would be kept by nothing at all.
    for (Guarantee guarantee :
        List.of(
            Guarantee.NOTHING_LOST,
            Guarantee.NOTHING_TWICE,
            Guarantee.NOTHING_UNCLEARED,
            Guarantee.IN_ORDER_PER_NOTE)) {
      assertThat(guarantee.violations(seen)).as(guarantee.name()).isEmpty();
    }
    assertThat(new WholeLog(log).deadLetters()).isEmpty();
  }
}
