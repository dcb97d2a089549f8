package dateline.notification.notices;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One note's clearance as far as it decides who is told what. It trusts the facts: the rules are
 * clearance's own.
 *
 * @param request the text at hand, its writers and the list
 * @param standings where each office stands
 * @param recused who has no part in it
 * @param authority who let the text pass, while its clearance is owed
 * @param approvers who approved it
 * @param invited the newest invitation of each party outside the house, unless it ended
 */
record Followed(
    Phase phase,
    Fact.Requested request,
    Map<OfficeId, OfficeStanding> standings,
    Set<PersonId> recused,
    Optional<PersonId> authority,
    List<PersonId> approvers,
    Map<OfficeId, Fact.Invited> invited) {

  /** Where the note is. */
  enum Phase {
    /** Nobody was asked. */
    IDLE,
    UNDER_REVIEW,
    RETURNED,
    SUSPENDED,
    CLEARED,
    /** Not part of what is kept of a note's past: clearance knows nothing of it. */
    RELEASED
  }

  private static final Digest NO_TEXT = new Digest("0".repeat(64));

  static final Followed NOTHING =
      new Followed(
          Phase.IDLE,
          new Fact.Requested(NO_TEXT, List.of(), OfficeId.NONE, List.of()),
          Map.of(),
          Set.of(),
          Optional.empty(),
          List.of(),
          Map.of());

  Followed {
    standings = Map.copyOf(standings);
    recused = Set.copyOf(recused);
    approvers = List.copyOf(approvers);
    invited = Map.copyOf(invited);
  }

  /** A note with this past, oldest fact first. */
  static Followed after(List<Fact> past) {
    Followed followed = NOTHING;
    for (Fact fact : past) {
      followed = followed.after(fact);
    }
    return followed;
  }

  Digest text() {
    return request.text();
  }

  OfficeStanding of(OfficeId office) {
    return standings.getOrDefault(office, OfficeStanding.NONE);
  }

  /** Whether this person can have a say: they neither wrote any of it nor stepped aside. */
  boolean isOpenTo(PersonId person) {
    return !request.contributors().contains(person) && !recused.contains(person);
  }

  /** What an office said, if it counts. */
  Optional<Said> answerOf(OfficeId office) {
    return of(office).said().filter(said -> said.speakers().allMatch(this::isOpenTo));
  }

  /** Whether offices are waited for: it is under review, or its clearance is owed. */
  boolean isLive() {
    return phase == Phase.UNDER_REVIEW || (isCleared() && authority.isPresent());
  }

  /** Lines whose office was asked for an answer that is still to come. */
  List<Fact.Line> questions() {
    return isLive()
        ? request.lines().stream()
            .filter(line -> line.part() != Part.INFORM && isAwaited(line.office()))
            .toList()
        : List.of();
  }

  /** Lines whose office was told, and has not said that it has seen it. */
  List<Fact.Line> informed() {
    return phase == Phase.UNDER_REVIEW || isCleared()
        ? request.lines().stream()
            .filter(line -> line.part() == Part.INFORM && isAwaited(line.office()))
            .toList()
        : List.of();
  }

  private boolean isCleared() {
    return phase == Phase.CLEARED || phase == Phase.RELEASED;
  }

  private boolean isAwaited(OfficeId office) {
    return of(office).turn().isPresent() && answerOf(office).isEmpty() && !of(office).passedOver();
  }

  /** Whether only the final approval is left. */
  boolean awaitsApproval() {
    return isLive()
        && request.lines().stream()
            .filter(line -> line.part() == Part.MANDATORY || line.part() == Part.CLEAR)
            .map(Fact.Line::office)
            .allMatch(office -> of(office).passedOver() || hasCleared(office));
  }

  /** Of a text that passed in an emergency every answer counts, an objection too. */
  private boolean hasCleared(OfficeId office) {
    return answerOf(office)
        .filter(said -> authority.isPresent() || said.answer() == Said.Answer.CLEARED)
        .isPresent();
  }

  /** Who said anything that counts. */
  List<Said> answers() {
    return request.lines().stream().flatMap(line -> answerOf(line.office()).stream()).toList();
  }

  /** After one more fact. */
  Followed after(Fact fact) {
    return switch (fact) {
      case Fact.Requested next -> after(next);
      case Fact.Kept(var text, var offices, _) -> each(offices, one -> one.keeping(text));
      case Fact.Asked(var turns) -> {
        Followed asked = this;
        for (Fact.Turn turn : turns) {
          asked = asked.each(List.of(turn.office()), one -> one.asked(turn));
        }
        yield asked;
      }
      case Fact.Reminded _ -> this;
      case Fact.FellSilent(var offices) -> each(offices, OfficeStanding::fallenSilent);
      case Fact.Answered(var said) -> saying(said);
      case Fact.Proposed(var said, _) -> saying(said);
      case Fact.Returned(var said) -> saying(said).in(Phase.RETURNED);
      case Fact.Reopened(var office) -> each(List.of(office), OfficeStanding::reopened);
      case Fact.Recused(var person) -> {
        Set<PersonId> more = new HashSet<>(recused);
        more.add(person);
        yield new Followed(phase, request, standings, more, authority, approvers, invited);
      }
      case Fact.Listed(var line) -> {
        List<Fact.Line> lines = new ArrayList<>(linesWithout(line.office()));
        lines.add(line);
        yield listing(lines).withoutReceipt(line.office());
      }
      case Fact.Unlisted(var office) -> listing(linesWithout(office)).withoutReceipt(office);
      case Fact.Invited it -> inviting(it.party(), Optional.of(it));
      case Fact.Revoked(var party) -> inviting(party, Optional.empty());
      case Fact.CodeAsked _ -> this;
      case Fact.PassedOver(var office) -> each(List.of(office), OfficeStanding::passed);
      case Fact.Cleared(var people, var emergency) ->
          new Followed(Phase.CLEARED, request, standings, recused, emergency, people, invited);
      case Fact.Suspended() -> in(Phase.SUSPENDED);
      case Fact.Overdue() -> this;
      case Fact.ClearedAfterTheFact(var approver) ->
          new Followed(
              phase, request, standings, recused, Optional.empty(), List.of(approver), invited);
      case Fact.Released _ ->
          new Followed(Phase.RELEASED, request, standings, recused, authority, approvers, invited);
    };
  }

  private Followed after(Fact.Requested next) {
    Map<OfficeId, OfficeStanding> anew = new HashMap<>();
    standings.forEach(
        (office, standing) -> anew.put(office, standing.askedAnew(next.text(), text())));
    return new Followed(
        Phase.UNDER_REVIEW, next, anew, recused, Optional.empty(), List.of(), invited);
  }

  private Followed saying(Said said) {
    return each(List.of(said.office()), one -> one.saying(said));
  }

  private Followed each(List<OfficeId> offices, UnaryOperator<OfficeStanding> change) {
    Map<OfficeId, OfficeStanding> changed = new HashMap<>(standings);
    offices.forEach(office -> changed.put(office, change.apply(of(office))));
    return new Followed(phase, request, changed, recused, authority, approvers, invited);
  }

  private Followed withoutReceipt(OfficeId office) {
    return each(List.of(office), one -> one.withoutReceipt(text()));
  }

  /** An approval, and what was owed for it, ends with every other phase. */
  private Followed in(Phase other) {
    return new Followed(other, request, standings, recused, Optional.empty(), List.of(), invited);
  }

  private List<Fact.Line> linesWithout(OfficeId office) {
    return request.lines().stream().filter(line -> !line.office().equals(office)).toList();
  }

  private Followed listing(List<Fact.Line> lines) {
    return new Followed(
        phase,
        new Fact.Requested(text(), request.contributors(), request.owner(), lines),
        standings,
        recused,
        authority,
        approvers,
        invited);
  }

  private Followed inviting(OfficeId party, Optional<Fact.Invited> link) {
    Map<OfficeId, Fact.Invited> links = new HashMap<>(invited);
    links.remove(party);
    link.ifPresent(it -> links.put(party, it));
    return new Followed(phase, request, standings, recused, authority, approvers, links);
  }

  /** The invitation by which this party can answer about the text at hand. */
  Optional<Fact.Invited> invitationOf(OfficeId party) {
    return Optional.ofNullable(invited.get(party)).filter(it -> it.text().equals(text()));
  }
}
