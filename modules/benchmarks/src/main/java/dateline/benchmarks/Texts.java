package dateline.benchmarks;

import java.util.SplittableRandom;

/** Invented media notes of two to four kilobytes, each different, the same ones every time. */
final class Texts {

  private static final String[] SENTENCES = {
    "The harbour office of Northwater has finished the survey of the outer basin that began in spring.",
    "Pilots, fishers and the owners of the three shipyards took part in the hearings and their answers are published with this note.",
    "Vessels longer than ninety metres will be met by a tug at the second buoy from the first day of next month.",
    "The new signal station was built by local firms and is staffed day and night by officers who trained for it since last year.",
    "Water levels are read every ten minutes and anybody may follow them on the pages of the harbour office.",
    "The northern pier stays closed while its foundations are made safe, and the ferry lands at the grain quay until then.",
    "Partners along the coast share their readings of wind and tide, so that a warning reaches every wheelhouse within minutes.",
    "The office thanks the volunteers of the lifeboat station, who were called out forty times in the winter.",
    "Fees stay as they are for small craft and follow the published table for everybody else.",
    "A second hearing is planned for the autumn, after the dredging of the inner channel has ended.",
    "Children of the harbour school painted the markers of the walking path along the mole.",
    "Questions about berths are answered at the counter in the customs house every weekday morning.",
  };

  private Texts() {}

  /** Stands in the text of this note as of this edition, and in no other. */
  static String mark(int serial, int edition) {
    return "This is report %06d in edition %d.".formatted(serial, edition);
  }

  /** The headline of every edition of this note. */
  static String headline(int serial) {
    return "Northwater Harbour Report %06d".formatted(serial);
  }

  /** A text of two to four kilobytes, as somebody would hand it in. */
  static String note(int serial, int edition) {
    return note(serial, edition, 0);
  }

  /**
   * A text as somebody would hand it in.
   *
   * @param size bytes it has at the least; two to four kilobytes if that is less
   */
  static String note(int serial, int edition, int size) {
    SplittableRandom random = new SplittableRandom(serial);
    StringBuilder text = new StringBuilder(Math.max(4_096, size + 1_024));
    text.append(headline(serial)).append("\n\nMedia Note\nOffice of the Harbour Master\n");
    text.append("Northwater, Ireland\nMay 3, 2029\n\n");
    int paragraphs = random.nextInt(5, 10);
    for (int paragraph = 0; paragraph < paragraphs || text.length() < size; paragraph++) {
      int first = random.nextInt(SENTENCES.length);
      for (int sentence = 0; sentence < 4; sentence++) {
        text.append(SENTENCES[(first + sentence * 5) % SENTENCES.length]).append(' ');
      }
      text.append("\n\n");
    }
    return text.append(mark(serial, edition)).append("\n\n###\n").toString();
  }
}
