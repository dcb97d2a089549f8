package dateline.clearance.kafka;

import dateline.clearance.Answer;
import dateline.clearance.Asked;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.ApproveInEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.RefuseEmergency;
import dateline.clearance.ClearanceCommand.Inviting.InviteClearer;
import dateline.clearance.ClearanceCommand.Inviting.RevokeInvitation;
import dateline.clearance.ClearanceCommand.Inviting.UseInvitation;
import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.AskAgain;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.LeaveEdits;
import dateline.clearance.ClearanceCommand.Listing.ProposeOffice;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.Owing.OpenEmergency;
import dateline.clearance.ClearanceCommand.Owing.SettleEmergency;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceEvent;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.Invited.InvitationRevoked;
import dateline.clearance.ClearanceEvent.Invited.InvitationUsed;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Owed.EmergencyDenied;
import dateline.clearance.ClearanceEvent.Owed.EmergencyOpened;
import dateline.clearance.ClearanceEvent.Owed.EmergencySettled;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.ClearancesVoided;
import dateline.clearance.ClearanceEvent.Reviewing.EditsLeft;
import dateline.clearance.ClearanceEvent.Reviewing.EditsProposed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyLapsed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyOverdue;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyRefused;
import dateline.clearance.ClearanceEvent.Reviewing.NoteApproved;
import dateline.clearance.ClearanceEvent.Reviewing.NoteClearedAfterTheFact;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAskedAgain;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeProposed;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeRemoved;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesAsked;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesReminded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.clearance.ClearanceEvent.Reviewing.PersonRecused;
import dateline.clearance.ClearanceLine;
import dateline.clearance.ClearanceList;
import dateline.clearance.Emergency;
import dateline.clearance.Interest;
import dateline.clearance.InvitationUse;
import dateline.clearance.Manner;
import dateline.clearance.OfficeAnswer;
import dateline.clearance.OfficeHours;
import dateline.clearance.PassedOver;
import dateline.clearance.Power;
import dateline.clearance.SubmittedText;
import dateline.clearance.Term;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Any message clearance can write, from a seed: the same seed gives the same messages. */
final class Anything {

  private static final String SIGNS = "aZ9 é\u00a0日本\ud83d\ude00\"\\\n\t<&'\u200f.";

  private static final ZoneId[] ZONES = {ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo")};

  private final SplittableRandom random;

  Anything(long seed) {
    random = new SplittableRandom(seed);
  }

  Envelope<ClearanceCommand> command() {
    return envelope(
        switch (random.nextInt(23)) {
          case 0 -> new RequestClearance(text(), list());
          case 1 -> new AnswerForOffice(digest(), one(Answer.values()), words(), manner());
          case 2 -> new ApproveNote(digest());
          case 3 -> new SuspendClearance(digest(), words());
          case 4 -> new ProposeEdits(digest(), note(), words(), manner());
          case 5 ->
              new RecordAnswer(
                  digest(), office(), person(), one(Answer.values()), words(), maybe(this::person));
          case 6 -> new Recuse(words());
          case 7 -> new ProposeOffice(office(), one(Power.values()), words());
          case 8 -> new AddOffice(line());
          case 9 -> new RemoveOffice(office(), words());
          case 10 -> new AskAgain(digest(), office(), words());
          case 11 -> new KeepAnswer(digest(), office(), words());
          case 12 -> new LeaveEdits(digest(), office(), words());
          case 13 -> new ProceedWithout(digest(), office(), words());
          case 14 -> new NoteTheTime(instant());
          case 15 -> new DeclareEmergency(digest(), words());
          case 16 -> new ApproveInEmergency(digest(), emergency());
          case 17 -> new RefuseEmergency(digest(), words());
          case 18 -> new OpenEmergency(id().value(), digest(), maybe(this::emergency));
          case 19 ->
              new InviteClearer(
                  digest(), office(), person(), words(), random.nextBoolean(), instant(), words());
          case 20 -> new RevokeInvitation(office(), words());
          case 21 ->
              new UseInvitation(id().value(), one(InvitationUse.values()), random.nextInt(20));
          default -> new SettleEmergency(id().value(), digest());
        });
  }

  Envelope<ClearanceEvent> event() {
    return envelope(
        switch (random.nextInt(29)) {
          case 0 -> new ClearanceRequested(text(), list());
          case 1 -> new ClearancesVoided(digest(), some(this::office));
          case 2 -> new OfficeAnswered(answer());
          case 3 -> new NoteReturned(answer());
          case 4 ->
              new NoteCleared(
                  text(),
                  some(this::answer),
                  person(),
                  some(this::person),
                  some(this::passedOver),
                  maybe(this::emergency));
          case 5 -> new ClearanceSuspended(digest(), words());
          case 6 -> new AnswersKept(digest(), some(this::office), words());
          case 7 -> new OfficesAsked(some(() -> asked()));
          case 8 -> new OfficesReminded(some(this::office));
          case 9 -> new OfficesSilent(some(this::office));
          case 10 -> new EditsProposed(answer(), note());
          case 11 -> new EditsLeft(office(), words());
          case 12 -> new OfficeAskedAgain(office(), words());
          case 13 -> new PersonRecused(person(), words());
          case 14 -> new OfficeProposed(office(), one(Power.values()), words());
          case 15 -> new OfficeAdded(line());
          case 16 -> new OfficeRemoved(office(), words());
          case 17 -> new OfficePassedOver(passedOver());
          case 18 -> new NoteApproved(digest(), person());
          case 19 -> new EmergencyDeclared(digest(), person(), office(), words());
          case 20 -> new EmergencyRefused(digest(), words());
          case 21 -> new EmergencyLapsed(digest(), office());
          case 22 -> new EmergencyOverdue(digest());
          case 23 ->
              new NoteClearedAfterTheFact(
                  digest(), office(), some(this::answer), person(), some(this::passedOver));
          case 24 -> new EmergencyOpened(id().value(), digest(), emergency());
          case 25 ->
              new ClearerInvited(id().value(), digest(), office(), person(), words(), instant());
          case 26 -> new InvitationRevoked(office(), words());
          case 27 ->
              new InvitationUsed(
                  office(),
                  id().value(),
                  one(InvitationUse.values()),
                  random.nextInt(20),
                  maybe(this::instant));
          default ->
              random.nextBoolean()
                  ? new EmergencyDenied(id().value(), digest(), words())
                  : new EmergencySettled(id().value(), digest());
        });
  }

  private <P> Envelope<P> envelope(P payload) {
    return new Envelope<>(
        id(),
        id(),
        id().value(),
        instant(),
        new Actor(person(), office(), one(Role.values())),
        payload);
  }

  private SubmittedText text() {
    return new SubmittedText(1 + random.nextInt(50), note(), digest(), some(this::person));
  }

  private ClearanceList list() {
    return new ClearanceList(
        random.nextInt(100),
        random.nextBoolean() ? office() : OfficeId.NONE,
        1 + random.nextInt(3),
        some(this::line));
  }

  private ClearanceLine line() {
    Power power = one(Power.values());
    return new ClearanceLine(
        office(),
        power,
        power == Power.CLEAR && random.nextBoolean(),
        words(),
        1 + random.nextInt(3),
        new Interest(some(this::digest)),
        maybe(this::term));
  }

  private Term term() {
    return new Term(
        new OfficeHours(
            one(ZONES),
            LocalTime.of(random.nextInt(12), random.nextInt(60)),
            LocalTime.of(12 + random.nextInt(12), 1 + random.nextInt(59)),
            Set.of(one(DayOfWeek.values())),
            Set.copyOf(some(() -> LocalDate.ofEpochDay(random.nextInt(40_000))))),
        Duration.ofMillis(1 + random.nextLong(1_000_000_000L)));
  }

  private Asked asked() {
    return new Asked(office(), maybe(this::instant), maybe(this::instant));
  }

  private PassedOver passedOver() {
    return new PassedOver(office(), person(), instant(), words());
  }

  private Emergency emergency() {
    return new Emergency(office(), person(), words(), instant());
  }

  private Manner manner() {
    return random.nextBoolean()
        ? Manner.AT_THE_DESK
        : new Manner(one(Manner.Channel.values()), maybe(this::person), maybe(this::person));
  }

  private OfficeAnswer answer() {
    return new OfficeAnswer(
        office(), one(Answer.values()), person(), digest(), instant(), words(), manner());
  }

  private MediaNote note() {
    return new MediaNote(
        words(),
        maybe(this::words),
        maybe(this::words),
        maybe(this::words),
        maybe(this::words),
        maybe(() -> LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000)),
        maybe(this::words),
        maybe(this::words),
        maybe(this::words),
        maybe(this::words),
        maybe(this::words),
        some(this::block),
        some(() ->
            new MediaContact(
                maybe(this::words), maybe(this::words), maybe(this::words), some(this::words))),
        some(this::words),
        maybe(this::words),
        some(this::words));
  }

  private Block block() {
    return switch (random.nextInt(6)) {
      case 0 -> new Block.Paragraph(some(this::span));
      case 1 -> new Block.Heading(some(this::span));
      case 2 -> new Block.ListItem(words(), random.nextInt(9), some(this::span));
      case 3 -> new Block.Quotation(some(this::span));
      case 4 -> new Block.Footnote(words(), some(this::span));
      default -> new Block.TableRow(some(() -> some(this::span)));
    };
  }

  private Span span() {
    return new Span(words(), maybe(this::words));
  }

  private MessageId id() {
    return MessageId.of("id/" + random.nextLong());
  }

  private PersonId person() {
    return new PersonId("person." + random.nextInt(1_000));
  }

  private OfficeId office() {
    return new OfficeId("office-" + random.nextInt(1_000));
  }

  private Digest digest() {
    return new Digest(
        MessageId.of("digest/" + random.nextLong()).value()
            + MessageId.of("digest/" + random.nextLong()).value());
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L));
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    int[] signs = SIGNS.codePoints().toArray();
    for (int i = random.nextInt(12); i > 0; i--) {
      words.appendCodePoint(signs[random.nextInt(signs.length)]);
    }
    return words.toString();
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(4)).toList();
  }
}
