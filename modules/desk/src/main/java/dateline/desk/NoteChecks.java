package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.note.Reading;
import dateline.note.checks.CheckedNote;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checks say of a note, in the style of the house and on the press office's day: the zone
 * is the directory's, and UTC until a directory is applied. What stops a submission, drafting
 * decides, and it does not depend on this.
 */
final class NoteChecks {

  /** Of the texts that were checked last and are kept; a usual one weighs 8,000. */
  private static final int MOST_WEIGHT = 2_000_000;

  private final HouseStyle style;
  private final ReadModel model;
  private final InstantSource clock;

  // Guarded by itself.
  private final Map<Looked, CheckedNote> recent = new LinkedHashMap<>(64, 0.75f, true);
  private int recentWeight;

  /** A note that was checked, and the day it was looked at. */
  private record Looked(MediaNote note, Optional<LocalDate> day) {}

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
        note.draft().note().stream().flatMap(text -> look(text, day(at)).findings().stream());
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
    return look(reading.note(), day(clock.instant())).findings(reading);
  }

  /** The checks take longer than all the rest of an answer, and a text is asked for often. */
  private CheckedNote look(MediaNote note, Optional<LocalDate> day) {
    Looked key = new Looked(note, day);
    synchronized (recent) {
      CheckedNote known = recent.get(key);
      if (known != null) {
        return known;
      }
    }
    CheckedNote checked = Checks.look(note, style, day);
    keep(key, checked);
    return checked;
  }

  private void keep(Looked key, CheckedNote checked) {
    if (checked.weight() > MOST_WEIGHT / 4) {
      return;
    }
    synchronized (recent) {
      if (recent.put(key, checked) != null) {
        return;
      }
      recentWeight += checked.weight();
      Iterator<CheckedNote> oldest = recent.values().iterator();
      while (recentWeight > MOST_WEIGHT) {
        recentWeight -= oldest.next().weight();
        oldest.remove();
      }
    }
  }

  private Optional<LocalDate> day(Instant at) {
    ZoneId zone =
        model.pressOffice().map(PressOfficeEntry::zone).map(ZoneId::of).orElse(ZoneOffset.UTC);
    return Optional.of(LocalDate.ofInstant(at, zone));
  }
}
