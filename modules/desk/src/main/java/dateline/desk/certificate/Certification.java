package dateline.desk.certificate;

import dateline.contracts.AnswersKeptV1;
import dateline.contracts.AskedV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearerInvitedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.EmergencyV1;
import dateline.contracts.InvitationRevokedV1;
import dateline.contracts.InvitationUsedV1;
import dateline.contracts.NoteClearedAfterTheFactV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.PassedOverV1;
import dateline.desk.certificate.Certificate.Approval;
import dateline.desk.certificate.Certificate.Decision;
import dateline.desk.certificate.Certificate.Emergency;
import dateline.desk.certificate.Certificate.Ended;
import dateline.desk.certificate.Certificate.Invitation;
import dateline.desk.certificate.Certificate.Line;
import dateline.desk.certificate.Certificate.Link;
import dateline.desk.certificate.Certificate.Use;
import dateline.kernel.MessageId;
import dateline.kernel.Role;
import dateline.note.CanonicalForm;
import dateline.note.MediaNote;
import dateline.runtime.NoteCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the certificates of one note of its events on the log: one for each text that was approved.
 * It knows nothing of the desk's own view and decides nothing again.
 */
public final class Certification {

  /** Clearance's policy that asks for it; the id of its command follows from the submission's. */
  private static final String POLICY = "WhenNoteSubmittedRequestClearance";

  /** By the id of the command with which clearance was asked for. */
  private final Map<String, DraftingEventV1> submissions;

  private final List<Approved> approved = new ArrayList<>();
  private final List<Link> chain = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Decision> approvals = new ArrayList<>();
  private final Map<String, ClearanceLineV1> list = new LinkedHashMap<>();
  private final Map<String, Turn> turns = new HashMap<>();
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<String, Invitation> invitations = new HashMap<>();
  private Optional<Asking> asking = Optional.empty();

  /** The text that is asked about, and what it was asked with. */
  private record Asking(String causedBy, ClearanceRequestedV1 request) {}

  /** For which text an answer to a former one stands. */
  private record Kept(String digest, Decision decision) {}

  /** How far an office was asked. */
  private record Turn(
      Instant askedAt,
      Optional<Instant> due,
      Optional<Instant> remindedAt,
      Optional<Instant> silentSince) {}

  private Certification(List<DraftingEventV1> drafting) {
    this.submissions =
        drafting.stream()
            .filter(event -> event.getNoteSubmitted() != null)
            .collect(
                Collectors.toMap(
                    event -> new MessageId(event.getId()).derive(POLICY).value(),
                    Function.identity(),
                    (first, _) -> first,
                    LinkedHashMap::new));
  }

  /**
   * The certificates, oldest approval first; none if no text was approved.
   *
   * @param drafting events of this note's draft, of which the submissions count
   * @param clearance all events of this note's clearance, in the log's order
   */
  public static List<Certificate> of(
      List<DraftingEventV1> drafting, List<ClearanceEventV1> clearance) {
    Certification certification = new Certification(drafting);
    clearance.forEach(certification::learn);
    return certification.approved.stream().map(Approved::certificate).toList();
  }

  private void learn(ClearanceEventV1 event) {
    if (event.getClearanceRequested() != null) {
      request(event, event.getClearanceRequested());
    }
    chain.add(WireParts.link(event));
    learnTurns(event);
    learnList(event);
    learnDecisions(event);
    learnInvitations(event);
    learnOfEmergency(event);
    if (event.getNoteCleared() != null) {
      approve(event, event.getNoteCleared());
    } else if (event.getClearanceSuspended() != null) {
      end(event, event.getClearanceSuspended().getReason());
    }
  }

  private void request(ClearanceEventV1 event, ClearanceRequestedV1 request) {
    Optional<String> former = asking.map(one -> one.request().getDigest());
    if (!former.equals(Optional.of(request.getDigest()))) {
      turns.clear();
    }
    end(event, "");
    asking = Optional.of(new Asking(event.getCausationId(), request));
    approvals.clear();
    list.clear();
    request.getLines().forEach(line -> list.put(line.getOffice(), line));
    Optional.ofNullable(submissions.get(event.getCausationId()))
        .map(WireParts::link)
        .ifPresent(chain::add);
  }

  private void learnTurns(ClearanceEventV1 event) {
    Instant at = event.getAt();
    if (event.getOfficesAsked() != null) {
      for (AskedV1 asked : event.getOfficesAsked().getAsked()) {
        turns.put(
            asked.getOffice(),
            new Turn(at, Optional.ofNullable(asked.getDue()), Optional.empty(), Optional.empty()));
      }
    } else if (event.getOfficesReminded() != null) {
      event
          .getOfficesReminded()
          .getOffices()
          .forEach(office ->
              turns.computeIfPresent(
                  office,
                  (_, turn) ->
                      new Turn(turn.askedAt(), turn.due(), Optional.of(at), turn.silentSince())));
    } else if (event.getOfficesSilent() != null) {
      event
          .getOfficesSilent()
          .getOffices()
          .forEach(office ->
              turns.computeIfPresent(
                  office,
                  (_, turn) ->
                      new Turn(turn.askedAt(), turn.due(), turn.remindedAt(), Optional.of(at))));
    }
  }

  private void learnList(ClearanceEventV1 event) {
    if (event.getOfficeAdded() != null) {
      ClearanceLineV1 line = event.getOfficeAdded().getLine();
      list.put(line.getOffice(), line);
      kept.remove(line.getOffice());
      decide(event, "OfficeAdded", line.getOffice(), line.getBecause());
    } else if (event.getOfficeRemoved() != null) {
      list.remove(event.getOfficeRemoved().getOffice());
      kept.remove(event.getOfficeRemoved().getOffice());
      decide(
          event,
          "OfficeRemoved",
          event.getOfficeRemoved().getOffice(),
          event.getOfficeRemoved().getReason());
    } else if (event.getOfficeProposed() != null) {
      decide(
          event,
          "OfficeProposed",
          event.getOfficeProposed().getOffice(),
          event.getOfficeProposed().getReason());
    } else if (event.getAnswersKept() != null) {
      AnswersKeptV1 answers = event.getAnswersKept();
      answers
          .getOffices()
          .forEach(office ->
              kept.put(
                  office,
                  new Kept(
                      answers.getDigest(),
                      decide(event, "AnswersKept", office, answers.getReason()))));
    }
  }

  private void learnDecisions(ClearanceEventV1 event) {
    if (event.getOfficeAskedAgain() != null) {
      String office = event.getOfficeAskedAgain().getOffice();
      kept.remove(office);
      decide(event, "OfficeAskedAgain", office, event.getOfficeAskedAgain().getReason());
    } else if (event.getOfficeAnswered() != null) {
      kept.remove(event.getOfficeAnswered().getAnswer().getOffice());
    } else if (event.getEditsProposed() != null) {
      say(event, "EditsProposed", event.getEditsProposed().getAnswer());
    } else if (event.getEditsLeft() != null) {
      decide(
          event, "EditsLeft", event.getEditsLeft().getOffice(), event.getEditsLeft().getReason());
    } else if (event.getNoteReturned() != null) {
      say(event, "NoteReturned", event.getNoteReturned().getAnswer());
    } else if (event.getPersonRecused() != null) {
      decide(event, "PersonRecused", "", event.getPersonRecused().getReason());
      approvals.removeIf(one -> one.person().equals(event.getPersonRecused().getPerson()));
    } else if (event.getOfficePassedOver() != null) {
      PassedOverV1 decision = event.getOfficePassedOver().getDecision();
      decide(event, "OfficePassedOver", decision.getOffice(), decision.getReason());
    } else if (event.getNoteApproved() != null) {
      approvals.add(decide(event, "NoteApproved", "", ""));
    }
  }

  private void learnInvitations(ClearanceEventV1 event) {
    if (event.getClearerInvited() != null) {
      ClearerInvitedV1 it = event.getClearerInvited();
      decide(event, "ClearerInvited", it.getParty(), it.getName());
      invitations.put(
          it.getParty(),
          new Invitation(
              it.getInvitation(),
              it.getPerson(),
              it.getName(),
              it.getDigest(),
              event.getActor().getPerson(),
              event.getAt(),
              it.getUntil(),
              List.of(),
              Optional.empty()));
    } else if (event.getInvitationUsed() != null) {
      InvitationUsedV1 it = event.getInvitationUsed();
      if (it.getUse().equals("OPENED")) {
        String name =
            Optional.ofNullable(invitations.get(it.getParty())).map(Invitation::name).orElse("");
        decide(event, "InvitationOpened", it.getParty(), name);
      }
      invitations.computeIfPresent(
          it.getParty(),
          (_, link) -> using(link, new Use(it.getUse(), it.getCode(), event.getAt())));
    } else if (event.getInvitationRevoked() != null) {
      InvitationRevokedV1 it = event.getInvitationRevoked();
      Decision decision = decide(event, "InvitationRevoked", it.getParty(), it.getReason());
      invitations.computeIfPresent(it.getParty(), (_, link) -> revoking(link, decision));
    }
  }

  private static Invitation using(Invitation link, Use use) {
    List<Use> uses = new ArrayList<>(link.uses());
    uses.add(use);
    return new Invitation(
        link.id(),
        link.person(),
        link.name(),
        link.digest(),
        link.by(),
        link.at(),
        link.until(),
        uses,
        link.revoked());
  }

  private static Invitation revoking(Invitation link, Decision decision) {
    return new Invitation(
        link.id(),
        link.person(),
        link.name(),
        link.digest(),
        link.by(),
        link.at(),
        link.until(),
        link.uses(),
        Optional.of(decision));
  }

  private void learnOfEmergency(ClearanceEventV1 event) {
    if (event.getEmergencyDeclared() != null) {
      decide(
          event,
          "EmergencyDeclared",
          event.getEmergencyDeclared().getOffice(),
          event.getEmergencyDeclared().getReason());
    } else if (event.getEmergencyRefused() != null) {
      decide(event, "EmergencyRefused", "", event.getEmergencyRefused().getBecause());
    } else if (event.getEmergencyLapsed() != null) {
      decide(event, "EmergencyLapsed", event.getEmergencyLapsed().getOffice(), "");
    } else if (event.getEmergencyOverdue() != null && !approved.isEmpty()) {
      approved.getLast().overdueSince = Optional.of(event.getAt());
    } else if (event.getNoteClearedAfterTheFact() != null && !approved.isEmpty()) {
      NoteClearedAfterTheFactV1 cleared = event.getNoteClearedAfterTheFact();
      Approved last = approved.getLast();
      last.clearedAfterTheFact =
          Optional.of(decide(event, "NoteClearedAfterTheFact", cleared.getOffice(), ""));
      last.lines = lines(cleared.getDigest(), cleared.getAnswers(), cleared.getPassedOver());
      last.decisions = List.copyOf(decisions);
      last.chain = List.copyOf(chain);
    }
  }

  private void approve(ClearanceEventV1 event, NoteClearedV1 cleared) {
    asking.ifPresent(asked -> approved.add(new Approved(event, cleared, asked)));
  }

  /** An approval that was in force is so no longer. */
  private void end(ClearanceEventV1 event, String reason) {
    if (!approved.isEmpty() && approved.getLast().ended.isEmpty()) {
      approved.getLast().ended =
          Optional.of(new Ended(event.getId(), WireParts.what(event), event.getAt(), reason));
    }
  }

  private Decision decide(ClearanceEventV1 event, String what, String office, String reason) {
    return decide(event, event.getActor().getPerson(), what, office, reason);
  }

  /** What an office said beside its answer; who wrote it down for them did not decide it. */
  private void say(ClearanceEventV1 event, String what, OfficeAnswerV1 answer) {
    decide(event, answer.getPerson(), what, answer.getOffice(), answer.getReason());
  }

  private Decision decide(
      ClearanceEventV1 event, String person, String what, String office, String reason) {
    Decision decision =
        new Decision(what, office, person, event.getActor().getRole(), event.getAt(), reason);
    decisions.add(decision);
    return decision;
  }

  /** The list as it stands, with these answers. */
  private List<Line> lines(
      String digest, List<OfficeAnswerV1> answers, @Nullable List<PassedOverV1> passedOver) {
    Map<String, OfficeAnswerV1> said = new HashMap<>();
    answers.forEach(answer -> said.put(answer.getOffice(), answer));
    Map<String, Decision> without = new HashMap<>();
    for (PassedOverV1 one : passedOver == null ? List.<PassedOverV1>of() : passedOver) {
      decisions.stream()
          .filter(decision -> decision.what().equals("OfficePassedOver"))
          .filter(decision -> decision.office().equals(one.getOffice()))
          .reduce((_, newer) -> newer)
          .ifPresent(decision -> without.put(one.getOffice(), decision));
    }
    return list.values().stream()
        .map(line ->
            line(
                line,
                Optional.ofNullable(said.get(line.getOffice())),
                kept(line.getOffice(), digest),
                Optional.ofNullable(without.get(line.getOffice()))))
        .toList();
  }

  private Optional<Decision> kept(String office, String digest) {
    return Optional.ofNullable(kept.get(office))
        .filter(receipt -> receipt.digest().equals(digest))
        .map(Kept::decision);
  }

  private Line line(
      ClearanceLineV1 line,
      Optional<OfficeAnswerV1> answer,
      Optional<Decision> receipt,
      Optional<Decision> passedOver) {
    Optional<Turn> turn = Optional.ofNullable(turns.get(line.getOffice()));
    return new Line(
        line.getOffice(),
        line.getPower(),
        line.getMandatory(),
        line.getStage() == null ? 1 : line.getStage(),
        line.getBecause(),
        Optional.ofNullable(line.getPassages()).map(List::size),
        turn.map(Turn::askedAt),
        turn.flatMap(Turn::due),
        turn.flatMap(Turn::remindedAt),
        turn.flatMap(Turn::silentSince),
        Optional.ofNullable(invitations.get(line.getOffice())),
        answer.map(WireParts::answer),
        answer.flatMap(_ -> receipt),
        passedOver);
  }

  /** A text that was approved, and what became of it since. */
  private final class Approved {
    private final ClearanceEventV1 event;
    private final NoteClearedV1 cleared;
    private final Asking asked;
    private final List<Decision> approvedBy;
    private List<Line> lines;
    private List<Decision> decisions;
    private List<Link> chain;
    private Optional<Instant> overdueSince = Optional.empty();
    private Optional<Decision> clearedAfterTheFact = Optional.empty();
    private Optional<Ended> ended = Optional.empty();

    Approved(ClearanceEventV1 event, NoteClearedV1 cleared, Asking asked) {
      this.event = event;
      this.cleared = cleared;
      this.asked = asked;
      this.approvedBy = new ArrayList<>(approvals);
      this.approvedBy.add(
          new Decision(
              "NoteCleared",
              "",
              cleared.getApprover(),
              cleared.getEmergency() == null
                  ? event.getActor().getRole()
                  : Role.EMERGENCY_AUTHORITY.name(),
              event.getAt(),
              ""));
      this.lines = lines(cleared.getDigest(), cleared.getAnswers(), cleared.getPassedOver());
      this.decisions = List.copyOf(Certification.this.decisions);
      this.chain = List.copyOf(Certification.this.chain);
    }

    Certificate certificate() {
      MediaNote text = NoteCodec.fromWire(cleared.getNote());
      ClearanceRequestedV1 request = asked.request();
      return new Certificate(
          Certificate.FORMAT,
          event.getNoteId(),
          cleared.getRevision(),
          text.headline(),
          cleared.getDigest(),
          CanonicalForm.of(text).text(),
          cleared.getContributors(),
          Optional.ofNullable(submissions.get(asked.causedBy()))
              .map(one -> WireParts.submission(one, one.getNoteSubmitted())),
          Optional.ofNullable(request.getOwner()).orElse(""),
          request.getDirectoryVersion(),
          lines,
          decisions,
          new Approval(
              event.getId(),
              event.getAt(),
              Optional.ofNullable(request.getApprovers()).orElse(1),
              approvedBy),
          Optional.ofNullable(cleared.getEmergency()).map(this::emergency),
          ended,
          chain);
    }

    private Emergency emergency(EmergencyV1 emergency) {
      return new Emergency(
          emergency.getAuthority(),
          emergency.getOffice(),
          emergency.getReason(),
          emergency.getDue(),
          overdueSince,
          clearedAfterTheFact);
    }
  }
}
