package dateline.notification.notices;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.notification.notices.Matter.Question.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is told what when something happens to a note, and of what nobody needs to hear any more.
 *
 * <pre>
 * invited, code asked for     who is outside the house and invited
 * asked, reminded             who may answer for the office: reviewers who are there, today's deputies
 * kept                        who gave the answer that stands
 * time over, nobody there     the action office's press officers, and the approvers
 * objected, edits proposed    who of the action office wrote the text
 * everybody has answered      approvers who neither wrote it nor answered
 * cleared                     duty officers and who wrote it; whoever may still answer, if in an emergency
 * clearance overdue           the authority, and the action office's press officers
 * released                    who wrote it, who answered, who approved
 * </pre>
 */
public final class WhoIsTold {

  private final String noteId;
  private final Followed before;
  private final Followed after;
  private final Staff staff;
  private final Instant at;

  private WhoIsTold(String noteId, List<Fact> past, Fact fact, Staff staff, Instant at) {
    this.noteId = noteId;
    this.before = Followed.after(past);
    this.after = before.after(fact);
    this.staff = staff;
    this.at = at;
  }

  /**
   * What follows for whom.
   *
   * @param past of the note, oldest fact first
   * @param fact what happened now
   * @param at when it did
   */
  public static List<Word> when(
      String noteId, List<Fact> past, Fact fact, Staff staff, Instant at) {
    return new WhoIsTold(noteId, past, fact, staff, at).words(fact);
  }

  private List<Word> words(Fact fact) {
    List<Notice> told = new ArrayList<>(told(fact));
    if (after.awaitsApproval()
        && !(before.awaitsApproval() && before.text().equals(after.text()))) {
      told.addAll(approval(after));
    }
    Set<Word.Unsay> over = standing(before);
    over.removeAll(standing(after));
    told.forEach(notice -> over.remove(unsay(notice)));
    return Stream.concat(over.stream(), told.stream().<Word>map(Word.Tell::new)).toList();
  }

  private List<Notice> told(Fact fact) {
    return switch (fact) {
      case Fact.Requested _,
          Fact.Reopened _,
          Fact.Recused _,
          Fact.Listed _,
          Fact.Unlisted _,
          Fact.PassedOver _,
          Fact.Revoked _,
          Fact.Suspended _ ->
          List.of();
      case Fact.Invited it -> List.of(invitation(it));
      case Fact.CodeAsked(var party, int number, var until) ->
          after.invitationOf(party).stream()
              .map(it ->
                  outside(it, new Matter.Code(party, it.invitation(), it.name(), number, until)))
              .toList();
      case Fact.Kept(var text, var offices, var reason) -> kept(text, offices, reason);
      case Fact.Asked(var turns) ->
          turns.stream()
              .flatMap(turn -> line(turn.office()).stream())
              .flatMap(this::asked)
              .toList();
      case Fact.Reminded(var offices) ->
          lines(offices).flatMap(line -> question(line, Form.REMINDED)).toList();
      case Fact.FellSilent(var offices) ->
          lines(offices).flatMap(line -> silence(after, line)).toList();
      case Fact.Answered(var said) ->
          said.answer() == Said.Answer.NOT_CLEARED ? objection(said, false) : List.of();
      case Fact.Returned(var said) -> objection(said, true);
      case Fact.Proposed(var said, var edited) ->
          tell(
              writers(after),
              edited,
              new Matter.Proposal(said.office(), said.person(), said.reason(), said.text()));
      case Fact.Cleared(var approvers, var authority) ->
          cleared(approvers.getFirst(), authority.isPresent());
      case Fact.ClearedAfterTheFact(var approver) ->
          tell(
              Stream.concat(everybodyWhoWrote(), before.authority().stream()).toList(),
              new Matter.Cleared(approver, Matter.Cleared.How.AFTER_THE_FACT));
      case Fact.Overdue() ->
          after
              .authority()
              .map(authority ->
                  tell(
                      Stream.concat(Stream.of(authority), owners(after)).toList(),
                      new Matter.Overdue(authority)))
              .orElse(List.of());
      case Fact.Released(var text) -> released(text);
    };
  }

  private Stream<Notice> asked(Fact.Line line) {
    if (line.part() == Part.INFORM) {
      return respondents(after, line).stream()
          .map(one -> notice(one, new Matter.Informed(line.office(), line.because())));
    }
    if (line.office().isExternal()) {
      Optional<Fact.Invited> link = after.invitationOf(line.office());
      return link.isPresent()
          ? link.filter(_ -> after.of(line.office()).former().isPresent()).stream()
              .map(this::invitation)
          : tell(
              owners(after).toList(), new Matter.NobodyThere(line.office(), line.part(), due(line)))
              .stream();
    }
    return staff.isThere(line.office(), after::isOpenTo, at)
        ? question(line, form(line))
        : Stream.concat(
            question(line, form(line)),
            tell(
                escalated(after, line),
                new Matter.NobodyThere(line.office(), line.part(), due(line)))
                .stream());
  }

  private Form form(Fact.Line line) {
    OfficeStanding office = after.of(line.office());
    if (after.authority().isPresent()) {
      return Form.OWED;
    }
    if (office.overtaken() || office.read(after.text()).isPresent()) {
      return Form.OVERTAKEN;
    }
    return office.former().isPresent() ? Form.AGAIN : Form.ASKED;
  }

  private Stream<Notice> question(Fact.Line line, Form form) {
    Matter.Question question =
        new Matter.Question(
            form,
            line.office(),
            line.part(),
            line.because(),
            due(line),
            after.of(line.office()).read(after.text()));
    return respondents(after, line).stream().map(one -> notice(one, question));
  }

  private Optional<Instant> due(Fact.Line line) {
    return after.of(line.office()).turn().flatMap(Fact.Turn::due);
  }

  private List<Notice> kept(Digest text, List<OfficeId> offices, String reason) {
    return offices.stream()
        .flatMap(office -> after.of(office).said().stream())
        .flatMap(said ->
            tell(List.of(said.person()), text, new Matter.Kept(said.office(), reason, said.text()))
                .stream())
        .toList();
  }

  private Stream<Notice> silence(Followed note, Fact.Line line) {
    return tell(escalated(note, line), new Matter.Silence(line.office(), line.part(), due(line)))
        .stream();
  }

  private List<Notice> objection(Said said, boolean returned) {
    return tell(
        writers(after),
        new Matter.Objection(said.office(), said.person(), said.reason(), returned));
  }

  private List<Notice> cleared(PersonId approver, boolean inEmergency) {
    List<PersonId> people =
        Stream.concat(staff.thoseThere(has(Role.DUTY_OFFICER), at).stream(), everybodyWhoWrote())
            .toList();
    Matter.Cleared.How how =
        inEmergency ? Matter.Cleared.How.IN_EMERGENCY : Matter.Cleared.How.IN_ORDER;
    return Stream.concat(
            tell(people, new Matter.Cleared(approver, how)).stream(),
            after.questions().stream().flatMap(line -> question(line, Form.OWED)))
        .toList();
  }

  private List<Notice> released(Digest text) {
    List<PersonId> people = new ArrayList<>(everybodyWhoWrote().toList());
    after.answers().forEach(said -> people.add(said.person()));
    people.addAll(after.approvers());
    return tell(people, text, new Matter.Released());
  }

  private List<Notice> approval(Followed note) {
    Set<PersonId> spoke =
        note.answers().stream()
            .filter(said -> said.answer() == Said.Answer.CLEARED)
            .flatMap(said -> Stream.concat(Stream.of(said.person()), said.recordedBy().stream()))
            .collect(Collectors.toSet());
    return tell(
        staff.thoseThere(
            member ->
                member.roles().contains(Role.APPROVER)
                    && note.isOpenTo(member.id())
                    && !spoke.contains(member.id())
                    && !note.authority().equals(Optional.of(member.id())),
            at),
        new Matter.ApprovalAwaited(note.authority().isPresent()));
  }

  /** What somebody is sent who has a link to this very text. */
  private Notice invitation(Fact.Invited it) {
    return outside(it, new Matter.Invitation(it.party(), it.invitation(), it.name(), it.until()));
  }

  private Notice outside(Fact.Invited invited, Matter matter) {
    return new Notice(invited.person(), Optional.empty(), noteId, invited.text(), at, matter);
  }

  /** Everything that is so about the note now and may not have been said yet. */
  private Set<Word.Unsay> standing(Followed note) {
    Set<Word.Unsay> all = new LinkedHashSet<>();
    Stream.concat(note.questions().stream(), note.informed().stream())
        .forEach(line ->
            respondents(note, line)
                .forEach(one -> all.add(new Word.Unsay(one.person(), "office/" + line.office()))));
    if (note.phase() == Followed.Phase.UNDER_REVIEW) {
      note.invited()
          .values()
          .forEach(it ->
              note.invitationOf(it.party())
                  .ifPresent(_ -> {
                    all.add(new Word.Unsay(it.person(), "invitation/" + it.party()));
                    all.add(new Word.Unsay(it.person(), "code/" + it.party()));
                  }));
    }
    note.questions().stream()
        .filter(line -> note.invitationOf(line.office()).isEmpty() || isSilent(note, line))
        .forEach(line ->
            escalated(note, line)
                .forEach(person -> all.add(new Word.Unsay(person, "silence/" + line.office()))));
    if (note.awaitsApproval()) {
      approval(note).forEach(notice -> all.add(unsay(notice)));
    }
    note.standings()
        .forEach((office, standing) -> {
          if (standing.said().filter(WhoIsTold::wantsAReply).isPresent()) {
            writers(note).forEach(person -> all.add(new Word.Unsay(person, "answer/" + office)));
          }
          if (note.isLive() && standing.keptFor().equals(Optional.of(note.text()))) {
            standing
                .said()
                .ifPresent(said -> all.add(new Word.Unsay(said.person(), "office/" + office)));
          }
        });
    if (note.phase() == Followed.Phase.CLEARED) {
      Stream.concat(
              staff.thoseThere(has(Role.DUTY_OFFICER), at).stream(),
              note.request().contributors().stream())
          .forEach(person -> all.add(new Word.Unsay(person, "outcome")));
    }
    return all;
  }

  private static boolean isSilent(Followed note, Fact.Line line) {
    return note.of(line.office()).silent();
  }

  private static boolean wantsAReply(Said said) {
    return said.answer() == Said.Answer.NOT_CLEARED
        || said.answer() == Said.Answer.CLEARED_WITH_EDITS;
  }

  private List<Staff.Respondent> respondents(Followed note, Fact.Line line) {
    return staff.respondents(line.office(), note::isOpenTo, at);
  }

  /** Who can do something about an office that does not answer; of one that is consulted, less. */
  private List<PersonId> escalated(Followed note, Fact.Line line) {
    return line.part() == Part.CONSULT
        ? owners(note).toList()
        : Stream.concat(
                owners(note),
                staff
                    .thoseThere(
                        member ->
                            member.roles().contains(Role.APPROVER) && note.isOpenTo(member.id()),
                        at)
                    .stream())
            .toList();
  }

  private Stream<PersonId> owners(Followed note) {
    return staff
        .thoseThere(
            member ->
                member.office().equals(note.request().owner())
                    && member.roles().contains(Role.PRESS_OFFICER),
            at)
        .stream();
  }

  /** Who of the action office wrote the text; if none of them is there any more, its officers. */
  private List<PersonId> writers(Followed note) {
    OfficeId owner = note.request().owner();
    List<PersonId> writers =
        note.request().contributors().stream()
            .filter(person ->
                staff
                    .person(person)
                    .filter(member -> owner.equals(OfficeId.NONE) || member.office().equals(owner))
                    .isPresent())
            .toList();
    return writers.isEmpty() ? owners(note).toList() : writers;
  }

  private Stream<PersonId> everybodyWhoWrote() {
    return after.request().contributors().stream();
  }

  private static java.util.function.Predicate<Staff.Member> has(Role role) {
    return member -> member.roles().contains(role);
  }

  private Stream<Fact.Line> lines(List<OfficeId> offices) {
    return offices.stream().flatMap(office -> line(office).stream());
  }

  private Optional<Fact.Line> line(OfficeId office) {
    return after.request().lines().stream()
        .filter(line -> line.office().equals(office))
        .findFirst();
  }

  private List<Notice> tell(List<PersonId> people, Matter matter) {
    return tell(people, after.text(), matter);
  }

  /** One notice a person, however many reasons there are to tell them. */
  private List<Notice> tell(List<PersonId> people, Digest text, Matter matter) {
    return people.stream()
        .distinct()
        .filter(person -> staff.person(person).isPresent())
        .map(person -> new Notice(person, Optional.empty(), noteId, text, at, matter))
        .toList();
  }

  private Notice notice(Staff.Respondent one, Matter matter) {
    return new Notice(one.person(), one.deputyFor(), noteId, after.text(), at, matter);
  }

  private static Word.Unsay unsay(Notice notice) {
    return new Word.Unsay(notice.person(), notice.matter().place());
  }
}
