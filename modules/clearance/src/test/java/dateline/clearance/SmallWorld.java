package dateline.clearance;

import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.ApproveInEmergency;
import dateline.clearance.ClearanceCommand.Inviting.InviteClearer;
import dateline.clearance.ClearanceCommand.Inviting.RevokeInvitation;
import dateline.clearance.ClearanceCommand.Inviting.UseInvitation;
import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.AskAgain;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.LeaveEdits;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.testkit.EveryPath;
import dateline.testkit.EveryPath.Step;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Small worlds of three people (four where two approve), three offices and two texts, in which
 * everybody may do everything: anybody writes, answers for any office, approves, owns lists,
 * records calls, declares emergencies. All of them ask, answer, approve and recall; each adds what
 * else can be done of one kind, because all kinds at once would have more states than a computer.
 */
enum SmallWorld {
  /** Answers by phone and by deputies, and people who step aside. */
  VOICES,
  /** Stages, and edits that are proposed and left. */
  EDITS,
  /** Offices that are silent or object, and people who go on without them. */
  TIME,
  /** Passages that a new text leaves alone, and lists that change. */
  PASSAGES,
  /** Two approvers. */
  TWO,
  /** Emergencies. */
  EMERGENCY,
  /** Somebody outside the house, whose link takes two steps more to be opened. */
  OUTSIDE;

  /**
   * Accepted commands of a path. A text that is asked for, cleared by two offices, replaced,
   * cleared again and approved has six. Of {@link #OUTSIDE} it is one more.
   */
  private static final int LONGEST = Integer.getInteger("dateline.walk.longest", 6);

  private static final List<PersonId> PEOPLE =
      List.of(new PersonId("a"), new PersonId("b"), new PersonId("c"));
  private static final List<PersonId> FOUR =
      List.of(new PersonId("a"), new PersonId("b"), new PersonId("c"), new PersonId("d"));
  private static final OfficeId LEGAL = new OfficeId("legal");
  private static final OfficeId SECURITY = new OfficeId("security");
  private static final OfficeId TRADE = new OfficeId("trade");
  private static final List<OfficeId> OFFICES = List.of(LEGAL, SECURITY);
  private static final OfficeId GUESTS = new OfficeId("external.norway");
  private static final PersonId GUEST = new PersonId("kari");
  private static final Actor POLICY = Actor.system("policy");
  private static final Instant EARLY = Instant.EPOCH;
  private static final Instant LATE = EARLY.plus(Duration.ofDays(1));
  private static final Term HOUR =
      new Term(
          new OfficeHours(
              ZoneOffset.UTC, LocalTime.MIN, LocalTime.MAX, Set.of(DayOfWeek.values()), Set.of()),
          Duration.ofHours(1));
  private static final Interest THE_SAME = new Interest(List.of(new Digest("ab".repeat(32))));
  private static final SubmittedText ONE = Office.text(1, "One.");
  private static final SubmittedText TWO_TEXT = Office.text(1, "Two.");

  /** Walks every path of this world through these rules. */
  <S> EveryPath.Found walk(Decider<ClearanceCommand, S, ClearanceEvent> rules) {
    return EveryPath.of(
        rules,
        new Steps(this).all(),
        ClearanceBooks.EMPTY,
        this == OUTSIDE ? LONGEST + 1 : LONGEST);
  }

  private static final class Steps {
    private final List<Step<ClearanceCommand>> steps = new ArrayList<>();
    private final SmallWorld world;

    Steps(SmallWorld world) {
      this.world = world;
    }

    List<Step<ClearanceCommand>> all() {
      for (SubmittedText text : List.of(ONE, TWO_TEXT)) {
        ask(text);
        answer(text);
        switch (world) {
          case VOICES -> voices(text);
          case EDITS -> edits(text);
          case TIME -> time(text);
          case PASSAGES -> passages(text);
          case EMERGENCY -> emergency(text);
          case OUTSIDE -> outside(text);
          case TWO -> {
            // The list is what differs.
          }
        }
      }
      return steps;
    }

    private ClearanceList list() {
      Optional<Term> term = world == TIME ? Optional.of(HOUR) : Optional.empty();
      Interest interest = world == PASSAGES ? THE_SAME : Interest.WHOLE;
      int second = world == EDITS ? 2 : 1;
      return new ClearanceList(
          1,
          TRADE,
          world == TWO ? 2 : 1,
          world == OUTSIDE
              ? List.of(new ClearanceLine(LEGAL, Power.CLEAR, true, "x"))
              : List.of(
                  new ClearanceLine(LEGAL, Power.CLEAR, true, "x", 1, interest, term),
                  new ClearanceLine(SECURITY, Power.CLEAR, false, "x", second, interest, term),
                  new ClearanceLine(TRADE, Power.CONSULT, false, "x")));
    }

    /** Two people write, and in one world a list may have nobody on it who must clear. */
    private void ask(SubmittedText text) {
      for (PersonId writer : PEOPLE.subList(0, text.equals(ONE) ? 1 : 2)) {
        SubmittedText by = text.alsoBy(List.of(writer));
        step(
            "asks all for " + by.shown() + " by " + writer,
            POLICY,
            new RequestClearance(by, list()));
      }
      if (world == TWO) {
        step(
            "asks nobody for " + text.shown(),
            POLICY,
            new RequestClearance(
                text.alsoBy(List.of(PEOPLE.getFirst())),
                new ClearanceList(
                    1, List.of(new ClearanceLine(TRADE, Power.CONSULT, false, "x")))));
      }
      step("takes it back", POLICY, new SuspendClearance(text.digest(), ""));
    }

    private void answer(SubmittedText text) {
      for (PersonId person : world == TWO ? FOUR : PEOPLE) {
        step(
            "approves " + text.shown(),
            as(person, TRADE, Role.APPROVER),
            new ApproveNote(text.digest()));
        for (OfficeId office : world == OUTSIDE ? List.of(LEGAL) : OFFICES) {
          for (Answer answer : List.of(Answer.CLEARED, Answer.NOT_CLEARED)) {
            step(
                "says " + answer + " to " + text.shown(),
                as(person, office, Role.REVIEWER),
                new AnswerForOffice(text.digest(), answer, "because"));
          }
        }
      }
    }

    private void voices(SubmittedText text) {
      for (PersonId person : PEOPLE) {
        step("steps aside", as(person, LEGAL, Role.REVIEWER), new Recuse("my cousin"));
        for (PersonId other : PEOPLE) {
          step(
              "writes down that " + other + " of legal clears " + text.shown(),
              as(person, TRADE, Role.PRESS_OFFICER),
              new RecordAnswer(text.digest(), LEGAL, other, Answer.CLEARED, ""));
          step(
              "writes down that a deputy clears for " + other,
              as(person, TRADE, Role.PRESS_OFFICER),
              new RecordAnswer(
                  text.digest(), LEGAL, PEOPLE.getLast(), Answer.CLEARED, "", Optional.of(other)));
          step(
              "clears for " + other,
              as(person, LEGAL, Role.REVIEWER),
              new AnswerForOffice(
                  text.digest(),
                  Answer.CLEARED,
                  "",
                  new Manner(Manner.Channel.DESK, Optional.of(other), Optional.empty())));
        }
      }
    }

    private void edits(SubmittedText text) {
      for (PersonId person : PEOPLE) {
        for (OfficeId office : OFFICES) {
          step(
              "clears with edits",
              as(person, office, Role.REVIEWER),
              new ProposeEdits(
                  text.digest(), Office.note("The bridge", "Three."), "", Manner.AT_THE_DESK));
        }
      }
      for (PersonId person : PEOPLE) {
        step(
            "is consulted",
            as(person, TRADE, Role.REVIEWER),
            new AnswerForOffice(text.digest(), Answer.CLEARED, ""));
      }
      for (OfficeId office : OFFICES) {
        step(
            "leaves the edits of " + office,
            as(PEOPLE.getFirst(), TRADE, Role.PRESS_OFFICER),
            new LeaveEdits(text.digest(), office, "no"));
      }
    }

    private void time(SubmittedText text) {
      steps.add(new Step<>("strikes", Actor.system("clock"), LATE, new NoteTheTime(LATE)));
      for (PersonId person : PEOPLE) {
        for (OfficeId office : OFFICES) {
          for (Role role : List.of(Role.PRESS_OFFICER, Role.APPROVER)) {
            step(
                "goes on without " + office + " as " + role,
                as(person, TRADE, role),
                new ProceedWithout(text.digest(), office, "it must go"));
          }
        }
      }
    }

    private void passages(SubmittedText text) {
      PersonId owner = PEOPLE.getLast();
      for (OfficeId office : OFFICES) {
        for (PersonId person : PEOPLE.subList(1, 3)) {
          step(
              "keeps the answer of " + office,
              as(person, TRADE, Role.PRESS_OFFICER),
              new KeepAnswer(text.digest(), office, "a comma"));
        }
        step(
            "asks again " + office,
            as(owner, TRADE, Role.PRESS_OFFICER),
            new AskAgain(text.digest(), office, "to be sure"));
        step(
            "takes off the list " + office,
            as(owner, TRADE, Role.PRESS_OFFICER),
            new RemoveOffice(office, "not theirs"));
      }
      step(
          "adds security",
          as(owner, TRADE, Role.PRESS_OFFICER),
          new AddOffice(new ClearanceLine(SECURITY, Power.CLEAR, false, "theirs after all")));
    }

    private void outside(SubmittedText text) {
      Actor owner = as(PEOPLE.getLast(), TRADE, Role.PRESS_OFFICER);
      String invitation = "step-" + steps.size();
      step(
          "invites them to " + text.shown(),
          owner,
          new InviteClearer(text.digest(), GUESTS, GUEST, "Kari", false, LATE, "agreed with them"));
      Actor guest = as(GUEST, GUESTS, Role.EXTERNAL_CLEARER);
      step("asks for a code", guest, new UseInvitation(invitation, InvitationUse.CODE_ASKED, 0));
      step("opens the link", guest, new UseInvitation(invitation, InvitationUse.OPENED, 1));
      ClearanceCommand clear = new AnswerForOffice(text.digest(), Answer.CLEARED, "");
      step("clears " + text.shown(), guest, clear);
      steps.add(new Step<>("clears " + text.shown() + " too late", guest, LATE, clear));
      step("clears it by the link", as(PEOPLE.get(1), GUESTS, Role.EXTERNAL_CLEARER), clear);
      step("clears it for them", as(PEOPLE.get(1), GUESTS, Role.REVIEWER), clear);
      step(
          "writes down that they clear it",
          owner,
          new RecordAnswer(text.digest(), GUESTS, GUEST, Answer.CLEARED, ""));
      step("keeps their answer", owner, new KeepAnswer(text.digest(), GUESTS, "a comma"));
      step("ends the link", owner, new RevokeInvitation(GUESTS, "it went astray"));
      step("goes on without them", owner, new ProceedWithout(text.digest(), GUESTS, "it must go"));
    }

    private void emergency(SubmittedText text) {
      for (PersonId person : PEOPLE) {
        step(
            "declares an emergency for " + text.shown(),
            as(person, TRADE, Role.EMERGENCY_AUTHORITY),
            new DeclareEmergency(text.digest(), "a flood"));
        step(
            "lets " + text.shown() + " pass for " + person,
            POLICY,
            new ApproveInEmergency(text.digest(), new Emergency(TRADE, person, "a flood", LATE)));
      }
    }

    private static Actor as(PersonId person, OfficeId office, Role role) {
      return new Actor(person, office, role);
    }

    private void step(String told, Actor actor, ClearanceCommand command) {
      steps.add(new Step<>(told, actor, EARLY, command));
    }
  }
}
