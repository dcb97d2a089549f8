package dateline.notification.kafka;

import dateline.contracts.NoticeV1;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.notification.notices.Matter;
import dateline.notification.notices.Matter.Question.Form;
import dateline.notification.notices.Notice;
import dateline.notification.notices.Part;
import dateline.notification.notices.Word;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where notices meet the wire's. */
public final class NoticeCodec {

  private static final String ENDED = "ENDED";

  private NoticeCodec() {}

  /**
   * What follows for one person, as a record under their id.
   *
   * @param event id of what it follows from
   * @param at when that happened
   */
  static NoticeV1 toWire(Word word, String event, String noteId, Instant at) {
    NoticeV1.Builder wire =
        NoticeV1.newBuilder()
            .setId(MessageId.of(event + '\n' + word.person() + '\n' + word.place()).value())
            .setPerson(word.person().value())
            .setNoteId(noteId)
            .setPlace(word.place())
            .setAt(at)
            .setKind(ENDED);
    if (word instanceof Word.Tell(Notice notice)) {
      wire.setDigest(notice.text().hex());
      wire.setDeputyFor(notice.deputyFor().map(PersonId::value).orElse(null));
      set(wire, notice.matter());
    }
    return wire.build();
  }

  private static void set(NoticeV1.Builder wire, Matter matter) {
    switch (matter) {
      case Matter.Question it -> {
        wire.setKind(it.form().name());
        wire.setOffice(it.office().value()).setPart(it.part().name()).setReason(it.because());
        wire.setDue(it.due().orElse(null)).setFormer(it.former().map(Digest::hex).orElse(null));
      }
      case Matter.Informed(var office, var because) ->
          wire.setKind("INFORMED").setOffice(office.value()).setReason(because);
      case Matter.Kept(var office, var reason, var former) ->
          wire.setKind("KEPT").setOffice(office.value()).setReason(reason).setFormer(former.hex());
      case Matter.Silence(var office, var part, var due) ->
          wire.setKind("SILENT")
              .setOffice(office.value())
              .setPart(part.name())
              .setDue(due.orElse(null));
      case Matter.NobodyThere(var office, var part, var due) ->
          wire.setKind("NOBODY")
              .setOffice(office.value())
              .setPart(part.name())
              .setDue(due.orElse(null));
      case Matter.Objection(var office, var by, var reason, boolean returned) ->
          wire.setKind(returned ? "RETURNED" : "OBJECTED")
              .setOffice(office.value())
              .setBy(by.value())
              .setReason(reason);
      case Matter.Proposal(var office, var by, var reason, var former) ->
          wire.setKind("PROPOSED")
              .setOffice(office.value())
              .setBy(by.value())
              .setReason(reason)
              .setFormer(former.hex());
      case Matter.ApprovalAwaited(boolean afterTheFact) ->
          wire.setKind(afterTheFact ? "TO_APPROVE_AFTER_THE_FACT" : "TO_APPROVE");
      case Matter.Cleared(var by, var how) ->
          wire.setBy(by.value())
              .setKind(
                  switch (how) {
                    case IN_ORDER -> "CLEARED";
                    case IN_EMERGENCY -> "CLEARED_IN_EMERGENCY";
                    case AFTER_THE_FACT -> "CLEARED_AFTER_THE_FACT";
                  });
      case Matter.Overdue(var authority) -> wire.setKind("OVERDUE").setBy(authority.value());
      case Matter.Invitation(var party, var invitation, var name, var until) ->
          wire.setKind("INVITED")
              .setOffice(party.value())
              .setInvitation(invitation)
              .setName(name)
              .setDue(until);
      case Matter.Code(var party, var invitation, var name, int number, var until) ->
          wire.setKind("CODE")
              .setOffice(party.value())
              .setInvitation(invitation)
              .setName(name)
              .setCode(number)
              .setDue(until);
      case Matter.Released() -> wire.setKind("RELEASED");
    }
  }

  /** Whether it takes back what stands at its place. */
  static boolean isEnd(NoticeV1 wire) {
    return wire.getKind().equals(ENDED);
  }

  /**
   * The notice of a record that takes nothing back.
   *
   * @throws UnreadableRecordException if its kind is not known or lacks what it must have
   */
  public static Notice fromWire(NoticeV1 wire) {
    try {
      return new Notice(
          new PersonId(wire.getPerson()),
          Optional.ofNullable(wire.getDeputyFor()).map(PersonId::new),
          wire.getNoteId(),
          new Digest(wire.getDigest()),
          wire.getAt(),
          matter(wire));
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException("UNREADABLE", "a notice holds what is none: " + e);
    }
  }

  private static Matter matter(NoticeV1 wire) {
    return switch (wire.getKind()) {
      case "ASKED", "AGAIN", "OVERTAKEN", "REMINDED", "OWED" ->
          new Matter.Question(
              Form.valueOf(wire.getKind()),
              office(wire),
              part(wire),
              wire.getReason(),
              Optional.ofNullable(wire.getDue()),
              Optional.ofNullable(wire.getFormer()).map(Digest::new));
      case "INFORMED" -> new Matter.Informed(office(wire), wire.getReason());
      case "KEPT" -> new Matter.Kept(office(wire), wire.getReason(), former(wire));
      case "SILENT" ->
          new Matter.Silence(office(wire), part(wire), Optional.ofNullable(wire.getDue()));
      case "NOBODY" ->
          new Matter.NobodyThere(office(wire), part(wire), Optional.ofNullable(wire.getDue()));
      case "RETURNED" -> new Matter.Objection(office(wire), by(wire), wire.getReason(), true);
      case "OBJECTED" -> new Matter.Objection(office(wire), by(wire), wire.getReason(), false);
      case "PROPOSED" ->
          new Matter.Proposal(office(wire), by(wire), wire.getReason(), former(wire));
      case "TO_APPROVE" -> new Matter.ApprovalAwaited(false);
      case "TO_APPROVE_AFTER_THE_FACT" -> new Matter.ApprovalAwaited(true);
      case "CLEARED" -> new Matter.Cleared(by(wire), Matter.Cleared.How.IN_ORDER);
      case "CLEARED_IN_EMERGENCY" -> new Matter.Cleared(by(wire), Matter.Cleared.How.IN_EMERGENCY);
      case "CLEARED_AFTER_THE_FACT" ->
          new Matter.Cleared(by(wire), Matter.Cleared.How.AFTER_THE_FACT);
      case "OVERDUE" -> new Matter.Overdue(by(wire));
      case "RELEASED" -> new Matter.Released();
      case "INVITED" ->
          new Matter.Invitation(
              office(wire),
              said(wire.getInvitation(), "invitation"),
              said(wire.getName(), "name"),
              said(wire.getDue(), "time"));
      case "CODE" ->
          new Matter.Code(
              office(wire),
              said(wire.getInvitation(), "invitation"),
              said(wire.getName(), "name"),
              said(wire.getCode(), "code"),
              said(wire.getDue(), "time"));
      default -> throw new UnreadableRecordException("UNKNOWN_KIND", "no known kind of notice");
    };
  }

  private static OfficeId office(NoticeV1 wire) {
    return Optional.ofNullable(wire.getOffice())
        .map(OfficeId::new)
        .orElseThrow(() -> lacks("office"));
  }

  private static Part part(NoticeV1 wire) {
    return Optional.ofNullable(wire.getPart()).map(Part::valueOf).orElseThrow(() -> lacks("part"));
  }

  private static PersonId by(NoticeV1 wire) {
    return Optional.ofNullable(wire.getBy()).map(PersonId::new).orElseThrow(() -> lacks("person"));
  }

  private static Digest former(NoticeV1 wire) {
    return Optional.ofNullable(wire.getFormer())
        .map(Digest::new)
        .orElseThrow(() -> lacks("former text"));
  }

  private static <T> T said(@Nullable T value, String what) {
    if (value == null) {
      throw lacks(what);
    }
    return value;
  }

  private static UnreadableRecordException lacks(String what) {
    return new UnreadableRecordException("UNREADABLE", "a notice lacks its " + what);
  }
}
