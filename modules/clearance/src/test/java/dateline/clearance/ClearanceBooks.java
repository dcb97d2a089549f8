package dateline.clearance;

import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.Invited.InvitationRevoked;
import dateline.clearance.ClearanceEvent.Invited.InvitationUsed;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.EditsLeft;
import dateline.clearance.ClearanceEvent.Reviewing.EditsProposed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.ClearanceEvent.Reviewing.NoteApproved;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAskedAgain;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeRemoved;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.clearance.ClearanceEvent.Reviewing.PersonRecused;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.testkit.EveryPath.Books;
import dateline.testkit.EveryPath.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a walk knows by itself of who wrote, whom was asked and who said what. It never looks into
 * the decider's states: what a state forgets or mixes up, it finds.
 *
 * @param asked the text last asked for, empty before the first request
 * @param lines of its list by office, as the events tell
 * @param owner of the list
 * @param approversNeeded by the list
 * @param writers everyone who contributed to any text asked for
 * @param recused everyone who stepped aside
 * @param words each office's last word on the present text
 * @param former with which office cleared a former text last, unless it said otherwise since
 * @param objections to which text an office objected last, unless it said otherwise since
 * @param kept offices whose former word was said to stand for the present text
 * @param silent offices that let the time pass
 * @param passedOver by whom in which role
 * @param approvals of the present text
 * @param declared who declared an emergency for the present text
 * @param links that parties outside the house hold, while nobody ended them
 */
record ClearanceBooks(
    Optional<Digest> asked,
    Map<OfficeId, ClearanceLine> lines,
    OfficeId owner,
    int approversNeeded,
    Set<PersonId> writers,
    Set<PersonId> recused,
    Map<OfficeId, OfficeAnswer> words,
    Map<OfficeId, OfficeAnswer> former,
    Map<OfficeId, Digest> objections,
    Set<OfficeId> kept,
    Set<OfficeId> silent,
    Map<OfficeId, Actor> passedOver,
    Set<PersonId> approvals,
    Set<PersonId> declared,
    Map<OfficeId, Link> links)
    implements Books<ClearanceCommand, ClearanceEvent, ClearanceBooks> {

  static final ClearanceBooks EMPTY =
      new ClearanceBooks(
          Optional.empty(),
          Map.of(),
          OfficeId.NONE,
          1,
          Set.of(),
          Set.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Set.of(),
          Set.of(),
          Map.of(),
          Set.of(),
          Set.of(),
          Map.of());

  /** A link, and whether the text was shown to who holds it. */
  record Link(Digest digest, PersonId person, Instant until, boolean opened) {}

  /** The same knowledge while it is being added to. */
  private static final class Open {
    private Optional<Digest> asked;
    private final Map<OfficeId, ClearanceLine> lines;
    private OfficeId owner;
    private int approversNeeded;
    private final Set<PersonId> writers;
    private final Set<PersonId> recused;
    private final Map<OfficeId, OfficeAnswer> words;
    private final Map<OfficeId, OfficeAnswer> former;
    private final Map<OfficeId, Digest> objections;
    private final Set<OfficeId> kept;
    private final Set<OfficeId> silent;
    private final Map<OfficeId, Actor> passedOver;
    private final Set<PersonId> approvals;
    private final Set<PersonId> declared;
    private final Map<OfficeId, Link> links;

    Open(ClearanceBooks books) {
      asked = books.asked;
      lines = new HashMap<>(books.lines);
      owner = books.owner;
      approversNeeded = books.approversNeeded;
      writers = new HashSet<>(books.writers);
      recused = new HashSet<>(books.recused);
      words = new HashMap<>(books.words);
      former = new HashMap<>(books.former);
      objections = new HashMap<>(books.objections);
      kept = new HashSet<>(books.kept);
      silent = new HashSet<>(books.silent);
      passedOver = new HashMap<>(books.passedOver);
      approvals = new HashSet<>(books.approvals);
      declared = new HashSet<>(books.declared);
      links = new HashMap<>(books.links);
    }

    void take(Step<ClearanceCommand> step, ClearanceEvent event) {
      switch (event) {
        case ClearanceRequested(var text, var list) -> request(text, list);
        case OfficeAnswered(var answer) -> say(step.command(), answer);
        case EditsProposed(var answer, _) -> say(step.command(), answer);
        case NoteReturned(var answer) when !answer.office().equals(OfficeId.NONE) ->
            say(step.command(), answer);
        case EditsLeft(var office, _) -> words.remove(office);
        case OfficeAskedAgain(var office, _) -> kept.remove(office);
        case PersonRecused(var person, _) -> recused.add(person);
        case OfficeAdded(var line) -> {
          lines.merge(line.office(), line, ClearanceLine::and);
          kept.remove(line.office());
        }
        case OfficeRemoved(var office, _) -> {
          lines.remove(office);
          kept.remove(office);
          passedOver.remove(office);
        }
        case OfficesSilent(var offices) -> silent.addAll(offices);
        case OfficePassedOver(var decision) -> passedOver.put(decision.office(), step.actor());
        case AnswersKept(var digest, var offices, _) -> keep(digest, offices);
        case NoteApproved(_, var approver) -> approvals.add(approver);
        case EmergencyDeclared(_, var authority, _, _) -> declared.add(authority);
        case ClearerInvited it -> {
          links.put(it.party(), new Link(it.digest(), it.person(), it.until(), false));
          passedOver.remove(it.party());
          silent.remove(it.party());
        }
        case InvitationRevoked(var party, _) -> links.remove(party);
        case InvitationUsed(var party, _, var use, _, _) when use == InvitationUse.OPENED ->
            links.computeIfPresent(
                party, (_, link) -> new Link(link.digest(), link.person(), link.until(), true));
        case ClearanceSuspended _ -> approvals.clear();
        case ClearanceEvent _ -> {
          // Changes nothing that a clearance depends on.
        }
      }
    }

    /** Whatever the event says: who answers has read the text that the command names. */
    private void say(ClearanceCommand command, OfficeAnswer event) {
      Digest read =
          switch (command) {
            case AnswerForOffice it -> it.digest();
            case RecordAnswer it -> it.digest();
            case ProposeEdits it -> it.digest();
            case ClearanceCommand _ -> event.digest();
          };
      OfficeAnswer answer =
          new OfficeAnswer(
              event.office(),
              event.answer(),
              event.person(),
              read,
              event.at(),
              event.reason(),
              event.manner());
      words.put(answer.office(), answer);
      objections.remove(answer.office());
      if (answer.answer() == Answer.NOT_CLEARED) {
        objections.put(answer.office(), answer.digest());
      }
      kept.remove(answer.office());
      passedOver.remove(answer.office());
    }

    /** What is kept before the new text is asked for stands for that one. */
    private void keep(Digest digest, List<OfficeId> offices) {
      if (asked.equals(Optional.of(digest))) {
        kept.addAll(offices);
      } else {
        offices.forEach(office -> keptNext.add(office));
      }
    }

    private final Set<OfficeId> keptNext = new HashSet<>();

    private void request(SubmittedText text, ClearanceList list) {
      if (!asked.equals(Optional.of(text.digest()))) {
        words.forEach((office, word) -> {
          if (word.answer() == Answer.CLEARED) {
            former.put(office, word);
          } else {
            former.remove(office);
          }
        });
        words.clear();
        kept.clear();
        kept.addAll(keptNext);
        declared.clear();
      }
      asked = Optional.of(text.digest());
      lines.clear();
      list.lines().forEach(line -> lines.put(line.office(), line));
      owner = list.owner();
      approversNeeded = list.approvers();
      writers.addAll(text.contributors());
      silent.clear();
      passedOver.clear();
      approvals.clear();
    }

    ClearanceBooks close() {
      return new ClearanceBooks(
          asked,
          Map.copyOf(lines),
          owner,
          approversNeeded,
          Set.copyOf(writers),
          Set.copyOf(recused),
          Map.copyOf(words),
          Map.copyOf(former),
          Map.copyOf(objections),
          Set.copyOf(kept),
          Set.copyOf(silent),
          Map.copyOf(passedOver),
          Set.copyOf(approvals),
          Set.copyOf(declared),
          Map.copyOf(links));
    }
  }

  @Override
  public ClearanceBooks after(Step<ClearanceCommand> step, List<ClearanceEvent> events) {
    Open open = new Open(this);
    events.forEach(event -> open.take(step, event));
    return open.close();
  }

  @Override
  public boolean isGoal(List<ClearanceEvent> events) {
    return events.stream().anyMatch(NoteCleared.class::isInstance);
  }

  @Override
  public Optional<String> wrongWith(Step<ClearanceCommand> step, List<ClearanceEvent> events) {
    return events.stream()
        .flatMap(event ->
            switch (event) {
              case NoteCleared it -> wrongWith(step, it).stream();
              case AnswersKept(_, var offices, _) ->
                  offices.stream().flatMap(office -> wrongToKeep(office).stream());
              case OfficePassedOver(var decision) -> wrongToPassOver(step, decision).stream();
              case OfficeRemoved(var office, _) -> wrongToRemove(step, office).stream();
              case OfficeAnswered(var answer) -> wrongFromOutside(step, answer).stream();
              case NoteReturned(var answer) -> wrongFromOutside(step, answer).stream();
              case ClearanceEvent _ -> Optional.<String>empty().stream();
            })
        .findFirst();
  }

  /** Why this is no answer of somebody outside the house who had the text before them. */
  private Optional<String> wrongFromOutside(Step<ClearanceCommand> step, OfficeAnswer answer) {
    if (!answer.office().isExternal()) {
      return Optional.empty();
    }
    Optional<Link> link = Optional.ofNullable(links.get(answer.office()));
    boolean sound =
        step.actor().role() == Role.EXTERNAL_CLEARER
            && link.filter(Link::opened)
                .filter(one -> one.digest().equals(answer.digest()))
                .filter(one -> one.person().equals(answer.person()))
                .filter(one -> step.at().isBefore(one.until()))
                .isPresent();
    return sound ? Optional.empty() : Optional.of("nobody opened a link for " + answer.office());
  }

  private boolean isOpenTo(PersonId person) {
    return !writers.contains(person) && !recused.contains(person);
  }

  /** Why this text must not have been cleared by this approver, or empty. */
  private Optional<String> wrongWith(Step<ClearanceCommand> step, NoteCleared cleared) {
    if (!asked.equals(Optional.of(cleared.text().digest()))
        || !Digest.of(cleared.text().note()).equals(cleared.text().digest())) {
      return Optional.of("another text was cleared than the one asked for last");
    }
    return cleared.emergency().isPresent()
        ? wrongInEmergency(step, cleared, cleared.emergency().get())
        : wrongInPeace(step);
  }

  private Optional<String> wrongInEmergency(
      Step<ClearanceCommand> step, NoteCleared cleared, Emergency emergency) {
    if (step.actor().role() != Role.SYSTEM) {
      return Optional.of("an emergency went past the office's debts");
    }
    if (!declared.contains(emergency.authority())
        || !cleared.approver().equals(emergency.authority())) {
      return Optional.of("nobody declared this emergency");
    }
    if (approversNeeded > 1) {
      return Optional.of("one person let pass what needs several");
    }
    return isOpenTo(emergency.authority())
        ? Optional.empty()
        : Optional.of("the authority wrote part of it or stepped aside");
  }

  private Optional<String> wrongInPeace(Step<ClearanceCommand> step) {
    if (step.actor().role() != Role.APPROVER) {
      return Optional.of("cleared by a " + step.actor().role());
    }
    if (step.command() instanceof ClearanceCommand.ApproveNote(var read)
        && !asked.equals(Optional.of(read))) {
      return Optional.of("the approver read another text");
    }
    Set<PersonId> approvers = new HashSet<>(approvals);
    approvers.add(step.actor().person());
    if (approvers.size() < approversNeeded) {
      return Optional.of("not enough people approved it");
    }
    if (!approvers.stream().allMatch(this::isOpenTo)) {
      return Optional.of("an approver wrote part of it or stepped aside");
    }
    List<ClearanceLine> must =
        lines.values().stream().filter(line -> line.power() == Power.CLEAR).toList();
    if (must.isEmpty()) {
      return Optional.of("nobody had to clear it");
    }
    return must.stream()
        .filter(line -> !isCleared(line, approvers) && !passedOver.containsKey(line.office()))
        .findFirst()
        .map(line -> line.office() + " did not clear it by anybody but its writers and approvers");
  }

  private boolean isCleared(ClearanceLine line, Set<PersonId> approvers) {
    Optional<OfficeAnswer> word = Optional.ofNullable(words.get(line.office()));
    if (word.isPresent()) {
      return asked.equals(Optional.of(word.get().digest())) && counts(word.get(), approvers);
    }
    return !line.mandatory()
        && kept.contains(line.office())
        && Optional.ofNullable(former.get(line.office()))
            .filter(before -> counts(before, approvers))
            .isPresent();
  }

  private boolean counts(OfficeAnswer word, Set<PersonId> approvers) {
    List<PersonId> behind = new ArrayList<>(List.of(word.person()));
    word.manner().recordedBy().ifPresent(behind::add);
    return word.answer() == Answer.CLEARED
        && behind.stream().allMatch(one -> isOpenTo(one) && !approvers.contains(one))
        && word.manner().deputyFor().map(this::isOpenTo).orElse(true);
  }

  private Optional<String> wrongToKeep(OfficeId office) {
    OfficeAnswer before = words.containsKey(office) ? words.get(office) : former.get(office);
    return before != null && before.answer() == Answer.CLEARED && isOpenTo(before.person())
        ? Optional.empty()
        : Optional.of(office + "'s answer was kept, and it never cleared");
  }

  private Optional<String> wrongToPassOver(Step<ClearanceCommand> step, PassedOver decision) {
    OfficeId office = decision.office();
    boolean approver = step.actor().role() == Role.APPROVER;
    boolean objected =
        asked.isPresent() && asked.equals(Optional.ofNullable(objections.get(office)));
    if (!isOpenTo(step.actor().person())) {
      return Optional.of("a writer went on without " + office);
    }
    if (!approver && !step.actor().office().equals(owner)) {
      return Optional.of("another office went on without " + office);
    }
    if (!approver && isMandatory(office)) {
      return Optional.of("the action office went on without mandatory " + office);
    }
    if (!approver && objected) {
      return Optional.of("the action office went on over an objection of " + office);
    }
    boolean nobodyCanAnswer =
        office.isExternal()
            && Optional.ofNullable(links.get(office))
                .filter(link -> asked.equals(Optional.of(link.digest())))
                .filter(link -> step.at().isBefore(link.until()))
                .isEmpty();
    return silent.contains(office) || objected || nobodyCanAnswer
        ? Optional.empty()
        : Optional.of("somebody went on without " + office + " before its time was up");
  }

  private Optional<String> wrongToRemove(Step<ClearanceCommand> step, OfficeId office) {
    if (!step.actor().office().equals(owner)) {
      return Optional.of("another office took " + office + " off the list");
    }
    if (objections.containsKey(office)) {
      return Optional.of(office + " was taken off the list after it objected");
    }
    return isMandatory(office)
        ? Optional.of("mandatory " + office + " was taken off the list")
        : Optional.empty();
  }

  private boolean isMandatory(OfficeId office) {
    return Optional.ofNullable(lines.get(office)).filter(ClearanceLine::mandatory).isPresent();
  }
}
