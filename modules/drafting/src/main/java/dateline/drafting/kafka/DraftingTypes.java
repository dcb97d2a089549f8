package dateline.drafting.kafka;

import dateline.contracts.AgreedParagraphV1;
import dateline.contracts.AttachmentV1;
import dateline.contracts.NumberSeriesV1;
import dateline.contracts.OriginV1;
import dateline.contracts.PassageV1;
import dateline.contracts.WaiverV1;
import dateline.drafting.AgreedParagraph;
import dateline.drafting.Attachment;
import dateline.drafting.NumberSeries;
import dateline.drafting.Origin;
import dateline.drafting.Waiver;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Part;
import dateline.note.Passage;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What drafting's commands and events share on the wire. */
final class DraftingTypes {

  private DraftingTypes() {}

  static List<WaiverV1> waiversToWire(List<Waiver> waivers) {
    return waivers.stream().map(it -> new WaiverV1(it.code(), it.reason())).toList();
  }

  static List<Waiver> waivers(List<WaiverV1> wire) {
    return wire.stream().map(it -> new Waiver(it.getCode(), it.getReason())).toList();
  }

  static OriginV1 toWire(Origin it) {
    return new OriginV1(
        it.source(),
        it.id(),
        it.link().orElse(null),
        it.published().orElse(null),
        it.version(),
        it.updated().orElse(null));
  }

  static Optional<Origin> origin(@Nullable OriginV1 wire) {
    return Optional.ofNullable(wire)
        .map(it ->
            new Origin(
                it.getSource(),
                it.getId(),
                Optional.ofNullable(it.getLink()),
                Optional.ofNullable(it.getPublished()),
                it.getVersion(),
                Optional.ofNullable(it.getUpdated())));
  }

  static AgreedParagraphV1 toWire(AgreedParagraph it) {
    return new AgreedParagraphV1(it.block(), it.lock(), it.office().value(), it.agreedWith());
  }

  static List<AgreedParagraph> agreed(@Nullable List<AgreedParagraphV1> wire) {
    return wire == null
        ? List.of()
        : wire.stream()
            .map(it ->
                new AgreedParagraph(
                    it.getBlock(), it.getLock(), new OfficeId(it.getOffice()), it.getAgreedWith()))
            .toList();
  }

  static AttachmentV1 toWire(Attachment it) {
    return new AttachmentV1(it.sha256(), it.mediaType(), it.size(), it.name(), it.description());
  }

  static Attachment file(AttachmentV1 wire) {
    return new Attachment(
        wire.getSha256(),
        wire.getMediaType(),
        wire.getSize(),
        wire.getName(),
        wire.getDescription());
  }

  static List<Attachment> files(@Nullable List<AttachmentV1> wire) {
    return wire == null ? List.of() : wire.stream().map(DraftingTypes::file).toList();
  }

  static PassageV1 toWire(Passage it) {
    return new PassageV1(it.block(), it.words());
  }

  static Passage passage(PassageV1 wire) {
    return new Passage(wire.getBlock(), wire.getWords());
  }

  static NumberSeriesV1 toWire(NumberSeries it) {
    return new NumberSeriesV1(it.office().value(), it.year());
  }

  static NumberSeries series(NumberSeriesV1 wire) {
    return new NumberSeries(new OfficeId(wire.getOffice()), wire.getYear());
  }

  /** What is not so is not said. */
  static @Nullable Boolean ifTrue(boolean fact) {
    return fact ? Boolean.TRUE : null;
  }

  static PersonId person(String wire) {
    return EnvelopeCodec.people(List.of(wire)).getFirst();
  }

  /**
   * @throws UnreadableRecordException if a note has no such part
   */
  static Part part(String wire) {
    return Part.named(wire)
        .orElseThrow(
            () -> new UnreadableRecordException("UNREADABLE", "a note has no part of this name"));
  }

  /**
   * @throws UnreadableRecordException if it is no zone
   */
  static Optional<ZoneId> zone(@Nullable String wire) {
    try {
      return Optional.ofNullable(wire).map(ZoneId::of);
    } catch (DateTimeException e) {
      throw new UnreadableRecordException("UNREADABLE", "the office's zone is not a time zone");
    }
  }

  static UnreadableRecordException unknownKind(String what) {
    return new UnreadableRecordException(
        "UNKNOWN_KIND", "the " + what + " is of a kind that this version does not know");
  }
}
