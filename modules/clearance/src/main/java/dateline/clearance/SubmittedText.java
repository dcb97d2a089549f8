package dateline.clearance;

import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text as drafting handed it in.
 *
 * @param revision drafting's, from 1
 * @param note the text, whole
 * @param digest of its canonical form
 * @param contributors everyone who changed any character, in order of first change, each once
 */
public record SubmittedText(
    int revision, MediaNote note, Digest digest, List<PersonId> contributors) {

  public SubmittedText {
    contributors = List.copyOf(new LinkedHashSet<>(contributors));
  }

  /** Whether this person changed any character of it. */
  boolean isBy(PersonId person) {
    return contributors.contains(person);
  }

  /** The same text by these people too, who come first. */
  SubmittedText alsoBy(List<PersonId> earlier) {
    Set<PersonId> everyone = new LinkedHashSet<>(earlier);
    everyone.addAll(contributors);
    return new SubmittedText(revision, note, digest, List.copyOf(everyone));
  }

  /** Whether the digest it names is its own text's. */
  boolean isItself() {
    return Digest.of(note).equals(digest);
  }

  /** As a refusal prints it: {@code "revision 3, text 9f2c41d07ab3"}. */
  String shown() {
    return "revision " + revision + ", text " + shown(digest);
  }

  /** The first twelve characters, which tell two texts of one note apart for people. */
  static String shown(Digest digest) {
    return digest.hex().substring(0, 12);
  }
}
