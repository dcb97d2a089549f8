package dateline.desk;

import dateline.contracts.MannerV1;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who answers for an office in the stead of somebody there. */
final class Deputies {

  private final ReadModel model;
  private final InstantSource clock;

  Deputies(ReadModel model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
  }

  /**
   * An answer that somebody gives for an office.
   *
   * @param change by them, for that office
   * @param deputyFor id of whom they stand in for; empty if they are of the office themselves
   */
  record Answering(Change change, Optional<String> deputyFor) {

    /** How it is given, as the wire says it. */
    @Nullable MannerV1 manner() {
      return deputyFor.map(person -> new MannerV1("DESK", person, null)).orElse(null);
    }
  }

  /**
   * What a reviewer asks, for the office they name: their own, also if they name none, or that of
   * somebody whom they stand in for today.
   *
   * @throws ProblemException 403 if they stand in for nobody there, 422 if there is no such office
   */
  Answering answering(Change change, Optional<String> office) {
    Actor actor = change.actor();
    Optional<String> other = office.filter(id -> !id.equals(actor.office().value()));
    if (other.isEmpty()) {
      return new Answering(change, Optional.empty());
    }
    String id = other.get();
    if (model.office(id).isEmpty()) {
      throw Fields.unusable(
          "UNKNOWN_OFFICE", "office", "names no office of the directory; look it up there");
    }
    PersonEntry principal = principal(actor.person().value(), id).orElseThrow(() -> notADeputy(id));
    return new Answering(
        change.by(new Actor(actor.person(), new OfficeId(id), Role.REVIEWER)),
        Optional.of(principal.id()));
  }

  /** Whether this person answers for this office: a reviewer there, or a deputy of one today. */
  boolean speaksFor(String person, String office) {
    return reviewersOf(office).anyMatch(one -> one.id().equals(person))
        || (model.person(person).isPresent() && principal(person, office).isPresent());
  }

  /**
   * Id of the reviewer of this office for whom this person stands in today; empty if they are one
   * themselves, or stand in for nobody there.
   */
  Optional<String> standsInFor(String person, String office) {
    return reviewersOf(office).anyMatch(one -> one.id().equals(person))
        ? Optional.empty()
        : principal(person, office).map(PersonEntry::id);
  }

  /** The reviewer of this office for whom this person stands in on the office's present day. */
  private Optional<PersonEntry> principal(String deputy, String office) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone(office));
    return reviewersOf(office)
        .filter(person ->
            person.deputies().stream()
                .anyMatch(one -> one.person().equals(deputy) && one.isOn(today)))
        .findFirst();
  }

  /** Whether anybody answers for this office. */
  boolean isAnsweredFor(String office) {
    return reviewersOf(office).findAny().isPresent();
  }

  private Stream<PersonEntry> reviewersOf(String office) {
    return model.people().stream()
        .filter(person -> person.office().equals(office) && person.roles().contains(Role.REVIEWER));
  }

  /** The zone of this office's days and hours. */
  ZoneId zone(String office) {
    return model
        .office(office)
        .map(OfficeEntry::zone)
        .filter(zone -> !zone.isBlank())
        .or(() -> model.pressOffice().map(PressOfficeEntry::zone))
        .filter(zone -> !zone.isBlank())
        .map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }

  private static ProblemException notADeputy(String office) {
    return new ProblemException(
        Problem.of(
            403,
            "NOT_A_DEPUTY",
            "Forbidden",
            "You are not of %s and stand in for nobody there today; ask a reviewer of that office, or have an administrator make you a deputy of one."
                .formatted(office)));
  }
}
