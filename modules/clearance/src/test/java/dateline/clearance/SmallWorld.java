package dateline.clearance;

import dateline.clearance.ClearanceCommand.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.testkit.EveryPath;
import dateline.testkit.EveryPath.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Three people, three offices and two texts, and everything that anybody can do with them: anybody
 * writes, answers for any office and approves.
 */
final class SmallWorld {

  private static final List<PersonId> PEOPLE =
      List.of(new PersonId("a"), new PersonId("b"), new PersonId("c"));
  private static final OfficeId LEGAL = new OfficeId("legal");
  private static final OfficeId SECURITY = new OfficeId("security");
  private static final OfficeId TRADE = new OfficeId("trade");
  private static final List<OfficeId> OFFICES = List.of(LEGAL, SECURITY, TRADE);
  private static final ClearanceLine ASK_TRADE =
      new ClearanceLine(TRADE, Power.CONSULT, false, "x");
  private static final ClearanceList LIST =
      new ClearanceList(
          1,
          List.of(
              new ClearanceLine(LEGAL, Power.CLEAR, true, "x"),
              new ClearanceLine(SECURITY, Power.CLEAR, false, "x"),
              ASK_TRADE));
  private static final ClearanceList NOBODY = new ClearanceList(1, List.of(ASK_TRADE));
  private static final Map<String, SubmittedText> TEXTS =
      Map.of("one", Office.text(1, "One."), "two", Office.text(1, "Two."));

  private final List<Step<ClearanceCommand>> steps = new ArrayList<>();

  private SmallWorld() {
    TEXTS.forEach(this::add);
  }

  /** Walks every path of this world through these rules. */
  static <S> EveryPath.Found walk(Decider<ClearanceCommand, S, ClearanceEvent> rules) {
    return EveryPath.of(rules, new SmallWorld().steps, ClearanceBooks.EMPTY);
  }

  private void add(String name, SubmittedText text) {
    Actor policy = Actor.system("policy");
    for (PersonId writer : PEOPLE.subList(0, 2)) {
      SubmittedText by = text.alsoBy(List.of(writer));
      step("asks all for text " + name + " by " + writer, policy, new RequestClearance(by, LIST));
      step(
          "asks nobody for text " + name + " by " + writer,
          policy,
          new RequestClearance(by, NOBODY));
    }
    step("takes text " + name + " back", policy, new SuspendClearance(text.digest(), ""));
    for (PersonId person : PEOPLE) {
      step(
          "approves text " + name,
          new Actor(person, TRADE, Role.APPROVER),
          new ApproveNote(text.digest()));
      for (OfficeId office : OFFICES) {
        Actor reviewer = new Actor(person, office, Role.REVIEWER);
        for (Answer answer : List.of(Answer.CLEARED, Answer.NOT_CLEARED)) {
          step(
              "says " + answer + " to text " + name,
              reviewer,
              new AnswerForOffice(text.digest(), answer, "because"));
        }
      }
    }
  }

  private void step(String told, Actor actor, ClearanceCommand command) {
    steps.add(new Step<>(told, actor, Instant.EPOCH, command));
  }
}
