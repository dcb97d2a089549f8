package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.Answer;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
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
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceDecider;
import dateline.clearance.ClearanceEvent;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceLine;
import dateline.clearance.ClearanceList;
import dateline.clearance.Emergency;
import dateline.clearance.Interest;
import dateline.clearance.InvitationUse;
import dateline.clearance.Power;
import dateline.clearance.SubmittedText;
import dateline.clearance.kafka.ClearanceApp;
import dateline.contracts.ClearanceEventV1;
import dateline.desk.certificate.Certificate;
import dateline.desk.certificate.CertificateCheck;
import dateline.desk.certificate.CertificateCheck.Verdict;
import dateline.desk.certificate.Certification;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.PlainTextReader;
import dateline.runtime.WireCodec;
import dateline.testkit.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Reviews at random, by the real rules and in the log's own form: of every approval there is one
 * certificate, which the log bears out and which keeps the rules as the certificate's own check
 * knows them.
 */
class EveryApprovalIsCertifiedTest {

  private static final int REVIEWS = 400;
  private static final int COMMANDS = 80;
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final OfficeId PRESS = new OfficeId("press");
  private static final List<OfficeId> OFFICES =
      List.of(new OfficeId("legal"), new OfficeId("europe"), new OfficeId("trade"));
  private static final List<PersonId> PEOPLE =
      List.of(
          new PersonId("ana"),
          new PersonId("ben"),
          new PersonId("cem"),
          new PersonId("dan"),
          new PersonId("eva"));
  private static final Actor GUEST =
      new Actor(new PersonId("guest"), new OfficeId("external.norway"), Role.EXTERNAL_CLEARER);
  private static final Interest SOME = new Interest(List.of(new Digest("ab".repeat(32))));
  private static final WireCodec<ClearanceEvent, ?> EVENTS =
      ClearanceApp.engine(
              () -> {
                throw new AssertionError("nobody asks the directory");
              })
          .events();
  private static final List<SubmittedText> TEXTS = List.of(text(1, "One"), text(2, "Two"));

  @Test
  void ofEveryApprovalThereIsOneCertificateThatTheLogBearsOut() {
    Seed seed = Seed.ofThisRun();
    int approvals = 0;
    int emergencies = 0;
    for (int n = 0; n < REVIEWS; n++) {
      List<ClearanceEventV1> log = new Review(seed.round(n)).held(ClearanceDecider.rules());
      List<Certificate> certificates = Certification.of(List.of(), log);

      assertThat(certificates)
          .as("%s, review %d", seed, n)
          .hasSize((int) log.stream().filter(one -> one.getNoteCleared() != null).count())
          .allSatisfy(one ->
              assertThat(CertificateCheck.of(one.json(), List.of(), log))
                  .as("%s", one.text())
                  .isEqualTo(new CertificateCheck.Result(Verdict.GENUINE, List.of())));
      approvals += certificates.size();
      emergencies += (int) certificates.stream().filter(one -> one.emergency().isPresent()).count();
    }
    assertThat(approvals).as("texts do get approved").isGreaterThan(REVIEWS / 10);
    assertThat(emergencies).as("also in emergencies").isPositive().isLessThan(approvals);
  }

  @Test
  void whoIsOutsideTheHouseIsInTheCertificateWithEachUseOfTheirLink() {
    Digest digest = TEXTS.getFirst().digest();
    Actor officer = new Actor(PEOPLE.get(1), PRESS, Role.PRESS_OFFICER);
    Told note = new Told(ClearanceDecider.rules());
    note.say(Actor.system("policy"), Review.request(TEXTS.getFirst()));
    String invitation =
        note.say(
            officer,
            new InviteClearer(
                digest,
                GUEST.office(),
                GUEST.person(),
                "Kari Nordmann",
                true,
                START.plusSeconds(3600),
                "agreed with them"));
    note.say(GUEST, new UseInvitation(invitation, InvitationUse.CODE_ASKED, 0));
    note.say(GUEST, new UseInvitation(invitation, InvitationUse.WRONG_CODE, 1));
    note.say(GUEST, new UseInvitation(invitation, InvitationUse.OPENED, 1));
    ClearanceCommand clear = new AnswerForOffice(digest, Answer.CLEARED, "");
    note.say(GUEST, clear);
    note.say(new Actor(PEOPLE.get(2), OFFICES.get(0), Role.REVIEWER), clear);
    note.say(new Actor(PEOPLE.get(3), OFFICES.get(1), Role.REVIEWER), clear);
    note.say(new Actor(PEOPLE.get(4), PRESS, Role.APPROVER), new ApproveNote(digest));

    Certificate certificate = Certification.of(List.of(), note.log).getFirst();
    assertThat(CertificateCheck.of(certificate.json(), List.of(), note.log))
        .isEqualTo(new CertificateCheck.Result(Verdict.GENUINE, List.of()));
    assertThat(certificate.list())
        .filteredOn(line -> line.office().equals(GUEST.office().value()))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.answer().orElseThrow().channel()).isEqualTo("LINK");
          assertThat(line.invitation().orElseThrow().name()).isEqualTo("Kari Nordmann");
          assertThat(line.invitation().orElseThrow().uses())
              .extracting(Certificate.Use::what)
              .containsExactly("CODE_ASKED", "WRONG_CODE", "OPENED");
        });

    List<ClearanceEventV1> unopened =
        note.log.stream()
            .filter(event ->
                event.getInvitationUsed() == null
                    || !event.getInvitationUsed().getUse().equals("OPENED"))
            .toList();
    Certificate forged = Certification.of(List.of(), unopened).getFirst();
    assertThat(CertificateCheck.of(forged.json(), List.of(), unopened).verdict())
        .as("a log in which nobody opened the link")
        .isEqualTo(Verdict.FALSE);
  }

  /** One note, told command by command, each of which must be accepted. */
  private static final class Told {
    private final List<ClearanceEventV1> log = new ArrayList<>();
    private final List<Envelope<ClearanceEvent>> history = new ArrayList<>();
    private final Decider<ClearanceCommand, ?, ClearanceEvent> rules;

    Told(Decider<ClearanceCommand, ?, ClearanceEvent> rules) {
      this.rules = rules;
    }

    String say(Actor actor, ClearanceCommand command) {
      MessageId id = MessageId.of("command-" + history.size());
      Envelope<ClearanceCommand> said =
          Envelope.of(id, "note", START.plusSeconds(history.size()), actor, command);
      Decision<ClearanceEvent> decision = decided(rules, said);
      if (!(decision instanceof Decision.Accepted<ClearanceEvent>(List<ClearanceEvent> facts))) {
        throw new AssertionError(command + ": " + decision);
      }
      for (int n = 0; n < facts.size(); n++) {
        Envelope<ClearanceEvent> event = said.event(n, facts.get(n));
        history.add(event);
        log.add((ClearanceEventV1) EVENTS.toWire(event));
      }
      return id.value();
    }

    private <S> Decision<ClearanceEvent> decided(
        Decider<ClearanceCommand, S, ClearanceEvent> all, Envelope<ClearanceCommand> said) {
      return all.decide(said, all.replay(history));
    }
  }

  private static SubmittedText text(int revision, String headline) {
    MediaNote note =
        PlainTextReader.read(headline + "\n\nMedia Note\n\nThe bridge opens.\n").note();
    return new SubmittedText(revision, note, Digest.of(note), List.of(PEOPLE.getFirst()));
  }

  /** One note's review, in which anybody may do anything. */
  private static final class Review {
    private final Random random;
    private final boolean guests;
    private String invitation = "";

    /** What the guest does next with the newest invitation, from 0. */
    private int step;

    private boolean guestSpeaks;

    Review(Random random) {
      this.random = random;
      this.guests = random.nextInt(4) == 0;
    }

    /** Its events, as they would stand on the log. */
    <S> List<ClearanceEventV1> held(Decider<ClearanceCommand, S, ClearanceEvent> rules) {
      S state = rules.initialState();
      List<ClearanceEventV1> log = new ArrayList<>();
      for (int i = 0; i < COMMANDS; i++) {
        Envelope<ClearanceCommand> command = envelope(i, i == 0 ? request() : command());
        if (rules.decide(command, state)
            instanceof Decision.Accepted<ClearanceEvent>(List<ClearanceEvent> facts)) {
          for (int n = 0; n < facts.size(); n++) {
            Envelope<ClearanceEvent> event = command.event(n, facts.get(n));
            state = rules.evolve(state, event);
            log.add((ClearanceEventV1) EVENTS.toWire(event));
            if (event.payload() instanceof ClearerInvited invited) {
              invitation = invited.invitation();
              step = 0;
            }
          }
        }
      }
      return log;
    }

    private Envelope<ClearanceCommand> envelope(int i, ClearanceCommand command) {
      Actor actor =
          switch (command) {
            case RequestClearance _, ApproveInEmergency _, SuspendClearance _ ->
                Actor.system("policy");
            case ApproveNote _ -> new Actor(one(PEOPLE), PRESS, Role.APPROVER);
            case ProceedWithout _ ->
                new Actor(one(PEOPLE), PRESS, one(List.of(Role.APPROVER, Role.PRESS_OFFICER)));
            case DeclareEmergency _ -> new Actor(one(PEOPLE), PRESS, Role.EMERGENCY_AUTHORITY);
            case ClearanceCommand.Listing _ -> new Actor(one(PEOPLE), PRESS, Role.PRESS_OFFICER);
            case RecordAnswer _ -> new Actor(one(PEOPLE), PRESS, Role.PRESS_OFFICER);
            case ClearanceCommand.Inviting.UseInvitation _ -> GUEST;
            case ClearanceCommand.Inviting _ -> new Actor(one(PEOPLE), PRESS, Role.PRESS_OFFICER);
            case AnswerForOffice _ when guestSpeaks -> GUEST;
            default -> new Actor(one(PEOPLE), one(OFFICES), Role.REVIEWER);
          };
      MessageId id = MessageId.of("command-" + i);
      return Envelope.of(id, "note", START.plusSeconds(i), actor, command);
    }

    private ClearanceCommand command() {
      Digest digest = text().digest();
      guestSpeaks = !invitation.isEmpty() && step < 3 && random.nextBoolean();
      if (guestSpeaks) {
        return guestGoesOn(digest);
      }
      return switch (random.nextInt(guests ? 21 : 18)) {
        case 18 ->
            new InviteClearer(
                digest,
                GUEST.office(),
                GUEST.person(),
                "Kari Nordmann",
                random.nextBoolean(),
                START.plusSeconds(3600),
                "agreed with them");
        case 19 -> new RevokeInvitation(GUEST.office(), "it went astray");
        case 20 -> new UseInvitation(invitation, InvitationUse.WRONG_CODE, 1);
        case 0 -> request();
        case 1 -> random.nextInt(3) > 0 ? request() : new SuspendClearance(digest, "a comma");
        case 2, 3, 4 -> new ApproveNote(digest);
        case 5 -> new AnswerForOffice(digest, Answer.NOT_CLEARED, "no");
        case 6 -> new RecordAnswer(digest, one(OFFICES), one(PEOPLE), Answer.CLEARED, "");
        case 7 -> random.nextInt(6) > 0 ? new ApproveNote(digest) : new Recuse("my cousin");
        case 8 -> new ProceedWithout(digest, one(OFFICES), "it must go");
        case 9 ->
            new AddOffice(new ClearanceLine(one(OFFICES), Power.CLEAR, false, "theirs after all"));
        case 10 -> new RemoveOffice(one(OFFICES), "not theirs");
        case 11 -> new KeepAnswer(digest, one(OFFICES), "a comma");
        case 12 -> new AskAgain(digest, one(OFFICES), "to be sure");
        case 13 -> new DeclareEmergency(digest, "a flood");
        case 14 ->
            new ApproveInEmergency(
                digest, new Emergency(PRESS, one(PEOPLE), "a flood", START.plusSeconds(3600)));
        default -> new AnswerForOffice(digest, Answer.CLEARED, "");
      };
    }

    /** What who was invited does next: has a code sent, opens the link, answers. */
    private ClearanceCommand guestGoesOn(Digest digest) {
      return switch (step++) {
        case 0 -> new UseInvitation(invitation, InvitationUse.CODE_ASKED, 0);
        case 1 -> new UseInvitation(invitation, InvitationUse.OPENED, 1);
        default -> new AnswerForOffice(digest, Answer.CLEARED, "");
      };
    }

    /** Who is invited to one of two texts is seldom asked about the same again. */
    private SubmittedText text() {
      return guests ? TEXTS.getFirst() : one(TEXTS);
    }

    private RequestClearance request() {
      return request(text());
    }

    static RequestClearance request(SubmittedText text) {
      return new RequestClearance(
          text,
          new ClearanceList(
              1,
              PRESS,
              1,
              List.of(
                  new ClearanceLine(OFFICES.get(0), Power.CLEAR, true, "every note"),
                  new ClearanceLine(
                      OFFICES.get(1), Power.CLEAR, false, "it names it", 1, SOME, Optional.empty()),
                  new ClearanceLine(OFFICES.get(2), Power.CONSULT, false, "it may matter"))));
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }
  }
}
