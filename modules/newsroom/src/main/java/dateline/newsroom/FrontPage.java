package dateline.newsroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The front page: notes by day, newest first.
 *
 * @param number of this page, from 1
 * @param of how many pages there are, at least 1
 */
record FrontPage(Site site, List<Day> days, int number, int of) {
  static final int NOTES = 20;

  /**
   * The notes of one of the office's days.
   *
   * @param name {@code "July 26, 2018"}
   * @param date {@code "2018-07-26"}
   */
  record Day(String name, String date, List<PublicNote> notes) {}

  static FrontPage of(Site site, List<PublicNote> notes, int number, int of) {
    Map<String, List<PublicNote>> byDay = new LinkedHashMap<>();
    for (PublicNote note : notes) {
      String day = note.published().atZone(site.zone()).toLocalDate().toString();
      byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(note);
    }
    List<Day> days = new ArrayList<>();
    byDay.forEach(
        (date, list) -> days.add(new Day(site.day(list.getFirst().published()), date, list)));
    return new FrontPage(site, days, number, of);
  }

  Optional<String> newer() {
    return number > 1 ? Optional.of(address(number - 1)) : Optional.empty();
  }

  Optional<String> older() {
    return number < of ? Optional.of(address(number + 1)) : Optional.empty();
  }

  String title() {
    return number == 1 ? site.name() : site.name() + ", page " + number;
  }

  private static String address(int number) {
    return number == 1 ? "/" : "/?page=" + number;
  }
}
