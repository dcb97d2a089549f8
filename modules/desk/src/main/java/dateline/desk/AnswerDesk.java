package dateline.desk;

import dateline.contracts.ClearanceCommandV1;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.kernel.MessageId;
import dateline.kernel.Role;
import dateline.runtime.AnswerLink;
import dateline.runtime.AnswerLink.Way;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Response;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Where those answer who are not signed in: a link says for whom, for which office and about which
 * text, the directory whether that is still so, and the engine decides.
 */
final class AnswerDesk {

  private final ReadModel model;
  private final Deputies deputies;
  private final ClearanceVoice voice;
  private final String secret;
  private final InstantSource clock;

  /**
   * @param secret {@code DATELINE_SECRET}, with which links are made
   */
  AnswerDesk(
      ReadModel model,
      Deputies deputies,
      ClearanceVoice voice,
      String secret,
      InstantSource clock) {
    this.model = model;
    this.deputies = deputies;
    this.voice = voice;
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * Who holds this link.
   *
   * @throws ProblemException 403 {@code LINK_DAMAGED} if it is none of ours, 410 {@code
   *     LINK_EXPIRED}, 403 {@code UNKNOWN_PERSON} or {@code NOT_OF_THAT_OFFICE} if the directory
   *     does not have it so any more, 404 {@code UNKNOWN_NOTE}
   */
  Holder holder(Way way, String token) {
    AnswerLink link =
        AnswerLink.of(secret, way, token)
            .orElseThrow(() ->
                no(
                    403,
                    "LINK_DAMAGED",
                    "This link does not work",
                    "It is not complete, or was not made here; open it from the mail, or copy it whole."));
    if (!clock.instant().isBefore(link.until())) {
      throw no(
          410,
          "LINK_EXPIRED",
          "This link has ended",
          "Its time is over; answer at the desk, by phone, or from the newest mail about this note.");
    }
    PersonEntry person =
        model
            .person(link.person())
            .orElseThrow(() ->
                no(
                    403,
                    "UNKNOWN_PERSON",
                    "This link does not work any more",
                    "Whom it was made for is not in the directory any more; a colleague of the office answers, who has a mail of their own."));
    if (!person.roles().contains(Role.REVIEWER)
        || !deputies.speaksFor(person.id(), link.office())) {
      throw no(
          403,
          "NOT_OF_THAT_OFFICE",
          "This link does not work any more",
          "Whom it was made for answers for that office no longer, nor stands in for anybody there today; a colleague of the office answers, who has a mail of their own.");
    }
    NoteEntry note =
        model
            .note(link.noteId())
            .orElseThrow(() ->
                no(
                    404,
                    "UNKNOWN_NOTE",
                    "There is no such note here",
                    "If the mail is new, try again in a minute; else tell the press office."));
    return new Holder(token, link, person, deputies.standsInFor(person.id(), link.office()), note);
  }

  /** The same holder once the note is so, or as it is after two seconds. */
  Holder awaiting(Holder holder, Predicate<Holder> wanted) {
    return holder.at(voice.awaiting(holder.note(), now -> wanted.test(holder.at(now))));
  }

  /**
   * The id of a command: the same however often the same is sent.
   *
   * @param what everything that makes it this answer and no other
   */
  static String commandId(Holder holder, String... what) {
    return MessageId.of("answer by link\n" + holder.token() + '\n' + String.join("\n", what))
        .value();
  }

  /**
   * Gives clearance what a holder says and waits for what became of it.
   *
   * @param payload sets what they say
   * @param shown what is answered if it is recorded
   * @return what {@code shown} made, the problem if it was refused, or 202 if there is no answer
   *     yet
   */
  Response give(
      Holder holder,
      String commandId,
      UnaryOperator<ClearanceCommandV1.Builder> payload,
      Function<Holder, Content> shown) {
    return NoteChangesApi.withRelease(
        voice.give(
            holder.note(), holder.actor(), commandId, payload, now -> shown.apply(holder.at(now))),
        holder.note());
  }

  private static ProblemException no(int status, String code, String title, String detail) {
    return new ProblemException(Problem.of(status, code, title, detail));
  }
}
