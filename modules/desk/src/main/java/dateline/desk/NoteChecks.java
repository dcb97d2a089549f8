package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.note.Finding;
import dateline.note.Reading;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checks say of a note, in the style of the house and on the press office's day: the zone
 * is the directory's, and UTC until a directory is applied. What stops a submission, drafting
 * decides, and it does not depend on this.
 */
final class NoteChecks {

  private final HouseStyle style;
  private final ReadModel model;
  private final InstantSource clock;

  NoteChecks(HouseStyle style, ReadModel model, InstantSource clock) {
    this.style = style;
    this.model = model;
    this.clock = clock;
  }

  /** Findings without a place; of a public note as on the day of its release. */
  List<Finding> of(NoteEntry note) {
    Instant at = note.release().releasedAt().orElseGet(clock::instant);
    Stream<Finding> stale =
        note
            .draft()
            .papers()
            .source()
            .filter(Papers.Source::isStale)
            .map(NoteChecks::stale)
            .stream();
    Stream<Finding> found =
        note.draft().note().stream().flatMap(text -> Checks.run(text, style, day(at)).stream());
    return Stream.concat(stale, found).toList();
  }

  /** Drafting says the same of a translation whose source says something else by now. */
  private static Finding stale(Papers.Source source) {
    return new Finding(
        "STALE_TRANSLATION",
        Finding.Severity.BLOCKS,
        0,
        0,
        "The source is at revision %d and this text says revision %d of it."
            .formatted(source.newest(), source.confirmed()),
        "Translate what changed, then confirm the translation.");
  }

  /** Findings at their places in the text that was read. */
  List<Finding> of(Reading reading) {
    return Checks.run(reading, style, day(clock.instant()));
  }

  private Optional<LocalDate> day(Instant at) {
    ZoneId zone =
        model.pressOffice().map(PressOfficeEntry::zone).map(ZoneId::of).orElse(ZoneOffset.UTC);
    return Optional.of(LocalDate.ofInstant(at, zone));
  }
}
