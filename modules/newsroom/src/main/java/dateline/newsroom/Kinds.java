package dateline.newsroom;

import java.util.List;

/** Kinds of notes that people can choose when they subscribe, in the order of the form. */
final class Kinds {
  static final List<String> ALL =
      List.of(
          "Media Note",
          "Press Statement",
          "Joint Statement",
          "Readout",
          "Fact Sheet",
          "Remarks",
          "Transcript",
          "Media Advisory",
          "Notice to the Press",
          "Public Schedule",
          "Taken Question",
          "Travel Announcement");

  private Kinds() {}
}
