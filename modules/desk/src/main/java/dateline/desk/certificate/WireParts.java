package dateline.desk.certificate;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.MannerV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.desk.certificate.Certificate.Agreed;
import dateline.desk.certificate.Certificate.Answer;
import dateline.desk.certificate.Certificate.Attachment;
import dateline.desk.certificate.Certificate.Link;
import dateline.desk.certificate.Certificate.Submission;
import dateline.desk.certificate.Certificate.Waiver;
import dateline.note.CanonicalForm;
import dateline.note.MediaNote;
import dateline.runtime.NoteCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What stands on the log, in a certificate's words. */
final class WireParts {

  private WireParts() {}

  static Answer answer(OfficeAnswerV1 said) {
    Optional<MannerV1> manner = Optional.ofNullable(said.getManner());
    return new Answer(
        said.getAnswer(),
        said.getPerson(),
        said.getAt(),
        said.getDigest(),
        said.getReason(),
        manner.map(MannerV1::getChannel).orElse("DESK"),
        manner.map(MannerV1::getDeputyFor),
        manner.map(MannerV1::getRecordedBy));
  }

  static Link link(DraftingEventV1 event) {
    return link(
        event.getId(),
        event.getCausationId(),
        "drafting.events",
        what(event),
        event.getAt(),
        event.getActor());
  }

  static Link link(ClearanceEventV1 event) {
    return link(
        event.getId(),
        event.getCausationId(),
        "clearance.events",
        what(event),
        event.getAt(),
        event.getActor());
  }

  private static Link link(
      String id, String causedBy, String topic, String what, Instant at, ActorV1 actor) {
    return new Link(
        id, causedBy, topic, what, at, actor.getPerson(), actor.getOffice(), actor.getRole());
  }

  /** The event's name: that of its one field that is set. */
  static String what(SpecificRecord event) {
    return event.getSchema().getFields().stream()
        .filter(field -> event.get(field.pos()) instanceof SpecificRecord)
        .map(Schema.Field::name)
        .filter(name -> !name.equals("actor"))
        .findFirst()
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .orElse("Unknown");
  }

  static Submission submission(DraftingEventV1 event, NoteSubmittedV1 submitted) {
    MediaNote text = NoteCodec.fromWire(submitted.getNote());
    return new Submission(
        event.getActor().getPerson(),
        event.getActor().getOffice(),
        event.getAt(),
        Boolean.TRUE.equals(submitted.getUrgent()),
        submitted.getWaivers().stream()
            .map(waiver -> new Waiver(waiver.getCode(), waiver.getReason()))
            .toList(),
        listed(submitted.getAgreed()).stream()
            .map(one ->
                new Agreed(
                    one.getAgreedWith(),
                    CanonicalForm.lineOf(text.body().get(one.getBlock() - 1)).strip()))
            .toList(),
        listed(submitted.getAttachments()).stream()
            .map(file -> new Attachment(file.getSha256(), file.getName()))
            .toList());
  }

  private static <T> List<T> listed(@Nullable List<T> maybe) {
    return maybe == null ? List.of() : maybe;
  }
}
