package dateline.clearance.kafka;

import dateline.clearance.Answer;
import dateline.clearance.Asked;
import dateline.clearance.ClearanceLine;
import dateline.clearance.ClearanceList;
import dateline.clearance.Emergency;
import dateline.clearance.Interest;
import dateline.clearance.Manner;
import dateline.clearance.OfficeAnswer;
import dateline.clearance.OfficeHours;
import dateline.clearance.PassedOver;
import dateline.clearance.Power;
import dateline.clearance.SubmittedText;
import dateline.clearance.Term;
import dateline.contracts.AskedV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.EmergencyV1;
import dateline.contracts.MannerV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.PassedOverV1;
import dateline.contracts.TermV1;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.runtime.NoteCodec;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that clearance's commands and events share, as rule types and on the wire. */
final class WireValues {

  private WireValues() {}

  static SubmittedText text(
      int revision, MediaNoteV1 note, String digest, List<String> contributors) {
    return new SubmittedText(
        revision,
        NoteCodec.fromWire(note),
        new Digest(digest),
        contributors.stream().map(PersonId::new).toList());
  }

  static List<String> people(SubmittedText text) {
    return text.contributors().stream().map(PersonId::value).toList();
  }

  static List<OfficeId> offices(List<String> wire) {
    return wire.stream().map(OfficeId::new).toList();
  }

  static List<String> ids(List<OfficeId> offices) {
    return offices.stream().map(OfficeId::value).toList();
  }

  static ClearanceList list(
      long directoryVersion,
      @Nullable String owner,
      @Nullable Integer approvers,
      List<ClearanceLineV1> lines) {
    return new ClearanceList(
        directoryVersion,
        owner == null ? OfficeId.NONE : new OfficeId(owner),
        approvers == null ? 1 : approvers,
        lines.stream().map(WireValues::line).toList());
  }

  static @Nullable String owner(ClearanceList list) {
    return list.owner().equals(OfficeId.NONE) ? null : list.owner().value();
  }

  static @Nullable Integer approvers(ClearanceList list) {
    return list.approvers() == 1 ? null : list.approvers();
  }

  static List<ClearanceLineV1> lines(ClearanceList list) {
    return list.lines().stream().map(WireValues::line).toList();
  }

  static ClearanceLineV1 line(ClearanceLine line) {
    List<Digest> passages = line.interest().passages();
    return new ClearanceLineV1(
        line.office().value(),
        line.power().name(),
        line.mandatory(),
        line.because(),
        line.stage() == 1 ? null : line.stage(),
        passages.isEmpty() ? null : passages.stream().map(Digest::hex).toList(),
        line.term().map(WireValues::term).orElse(null));
  }

  static ClearanceLine line(ClearanceLineV1 wire) {
    return new ClearanceLine(
        new OfficeId(wire.getOffice()),
        Power.valueOf(wire.getPower()),
        wire.getMandatory(),
        wire.getBecause(),
        wire.getStage() == null ? 1 : wire.getStage(),
        wire.getPassages() == null
            ? Interest.WHOLE
            : new Interest(wire.getPassages().stream().map(Digest::new).toList()),
        Optional.ofNullable(wire.getTerm()).map(WireValues::term));
  }

  private static TermV1 term(Term term) {
    return new TermV1(hours(term.hours()), term.within().toMillis());
  }

  private static Term term(TermV1 wire) {
    return new Term(hours(wire.getHours()), Duration.ofMillis(wire.getWithinMs()));
  }

  private static OfficeHoursV1 hours(OfficeHours hours) {
    return new OfficeHoursV1(
        hours.zone().getId(),
        hours.from().toString(),
        hours.until().toString(),
        hours.days().stream().sorted().map(DayOfWeek::name).toList(),
        hours.holidays().stream().sorted().map(LocalDate::toString).toList());
  }

  static OfficeHours hours(OfficeHoursV1 wire) {
    return new OfficeHours(
        ZoneId.of(wire.getZone()),
        LocalTime.parse(wire.getFrom()),
        LocalTime.parse(wire.getUntil()),
        wire.getDays().stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
        wire.getHolidays().stream().map(LocalDate::parse).collect(Collectors.toSet()));
  }

  static AskedV1 asked(Asked asked) {
    return new AskedV1(
        asked.office().value(), asked.remindAt().orElse(null), asked.due().orElse(null));
  }

  static Asked asked(AskedV1 wire) {
    return new Asked(
        new OfficeId(wire.getOffice()),
        Optional.ofNullable(wire.getRemindAt()),
        Optional.ofNullable(wire.getDue()));
  }

  static PassedOverV1 passedOver(PassedOver decision) {
    return new PassedOverV1(
        decision.office().value(), decision.person().value(), decision.at(), decision.reason());
  }

  static PassedOver passedOver(PassedOverV1 wire) {
    return new PassedOver(
        new OfficeId(wire.getOffice()),
        new PersonId(wire.getPerson()),
        wire.getAt(),
        wire.getReason());
  }

  static EmergencyV1 emergency(Emergency emergency) {
    return new EmergencyV1(
        emergency.office().value(),
        emergency.authority().value(),
        emergency.reason(),
        emergency.due());
  }

  static Emergency emergency(EmergencyV1 wire) {
    return new Emergency(
        new OfficeId(wire.getOffice()),
        new PersonId(wire.getAuthority()),
        wire.getReason(),
        wire.getDue());
  }

  static OfficeAnswerV1 answer(OfficeAnswer answer) {
    return new OfficeAnswerV1(
        answer.office().value(),
        answer.answer().name(),
        answer.person().value(),
        answer.digest().hex(),
        answer.at(),
        answer.reason(),
        manner(answer.manner()));
  }

  static OfficeAnswer answer(OfficeAnswerV1 wire) {
    return new OfficeAnswer(
        new OfficeId(wire.getOffice()),
        Answer.valueOf(wire.getAnswer()),
        new PersonId(wire.getPerson()),
        new Digest(wire.getDigest()),
        wire.getAt(),
        wire.getReason(),
        manner(wire.getManner()));
  }

  static @Nullable MannerV1 manner(Manner manner) {
    return manner.equals(Manner.AT_THE_DESK)
        ? null
        : new MannerV1(
            manner.channel().name(),
            manner.deputyFor().map(PersonId::value).orElse(null),
            manner.recordedBy().map(PersonId::value).orElse(null));
  }

  static Manner manner(@Nullable MannerV1 wire) {
    return wire == null
        ? Manner.AT_THE_DESK
        : new Manner(
            Manner.Channel.valueOf(wire.getChannel()),
            Optional.ofNullable(wire.getDeputyFor()).map(PersonId::new),
            Optional.ofNullable(wire.getRecordedBy()).map(PersonId::new));
  }
}
