package dateline.newsroom;

import java.util.List;
import java.util.Optional;

/** What is public. Holds nothing that may not be shown. */
interface ReleasedNotes {

  /** The note of this id; empty if it was never released, whatever the reason. */
  Optional<PublicNote> note(String id);

  /**
   * By first release, newest first.
   *
   * @param skip how many of the first to leave out
   * @param most how many at most
   */
  List<PublicNote> newest(int skip, int most);

  /** By first release, oldest first: the same note stays at the same place for ever. */
  List<PublicNote> oldest(int skip, int most);

  /** How many there are. */
  int count();
}
