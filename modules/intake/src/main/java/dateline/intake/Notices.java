package dateline.intake;

import dateline.note.Finding;
import dateline.note.Reading.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what is to be said about how a manuscript was read: each thing once. */
final class Notices {

  private record Seen(Place first, int times) {}

  private final Map<Notice, Seen> seen = new EnumMap<>(Notice.class);
  private final List<Finding> said = new ArrayList<>();

  /** One more of these. */
  void count(Notice notice, Place place) {
    count(notice, place, 1);
  }

  void count(Notice notice, Place place, int times) {
    seen.merge(
        notice, new Seen(place, times), (a, b) -> new Seen(a.first(), a.times() + b.times()));
  }

  /** This, of the whole file or of one place. */
  void say(Notice notice, Place place, String word) {
    said.add(finding(notice, place, notice.message().formatted(word)));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(said);
    seen.forEach((notice, what) ->
        findings.add(finding(notice, what.first(), notice.message().formatted(what.times()))));
    return findings;
  }

  private static Finding finding(Notice notice, Place place, String message) {
    return new Finding(
        notice.name(), notice.severity(), place.line(), place.column(), message, notice.fix());
  }
}
