package dateline.clearance.kafka;

import dateline.clearance.Answer;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceEvent;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.ClearancesVoided;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.OfficeAnswered;
import dateline.clearance.ClearanceLine;
import dateline.clearance.ClearanceList;
import dateline.clearance.OfficeAnswer;
import dateline.clearance.Power;
import dateline.clearance.SubmittedText;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Any message clearance can write, from a seed: the same seed gives the same messages. */
final class Anything {

  private static final String SIGNS = "aZ9 é\u00a0日本\ud83d\ude00\"\\\n\t<&'\u200f.";

  private final SplittableRandom random;

  Anything(long seed) {
    random = new SplittableRandom(seed);
  }

  Envelope<ClearanceCommand> command() {
    return envelope(
        switch (random.nextInt(4)) {
          case 0 -> new RequestClearance(text(), list());
          case 1 -> new AnswerForOffice(digest(), one(Answer.values()), words());
          case 2 -> new ApproveNote(digest());
          default -> new SuspendClearance(digest(), words());
        });
  }

  Envelope<ClearanceEvent> event() {
    return envelope(
        switch (random.nextInt(6)) {
          case 0 -> new ClearanceRequested(text(), list());
          case 1 -> new ClearancesVoided(digest(), some(this::office));
          case 2 -> new OfficeAnswered(answer());
          case 3 -> new NoteReturned(answer());
          case 4 -> new NoteCleared(text(), some(this::answer), person());
          default -> new ClearanceSuspended(digest(), words());
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
        some(() -> {
          Power power = one(Power.values());
          return new ClearanceLine(
              office(), power, power == Power.CLEAR && random.nextBoolean(), words());
        }));
  }

  private OfficeAnswer answer() {
    return new OfficeAnswer(office(), one(Answer.values()), person(), digest(), instant(), words());
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
