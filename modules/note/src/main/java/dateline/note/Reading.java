package dateline.note;

import java.util.List;
import java.util.Map;

/**
 * What the reader made of a text.
 *
 * @param note the parts it found
 * @param missing names of the parts of {@link MediaNote} that the text does not say, in that
 *     record's order: {@code ["place", "date"]}
 * @param places where each part began in the source, and how sure the reader is, by part name
 * @param blocks the same for each block of the body, in the body's order
 * @param contacts the same for each contact, in the note's order
 * @param links of the body, in order
 * @param handles of the body, in order
 * @param findings what the reader mended, left out or could not make sense of; what is wrong with
 *     the text itself the checks say
 * @param source the text that was read; empty if the note was not read from a text
 */
public record Reading(
    MediaNote note,
    List<String> missing,
    Map<String, Found> places,
    List<Found> blocks,
    List<Found> contacts,
    List<Link> links,
    List<Handle> handles,
    List<Finding> findings,
    Source source) {
  public Reading {
    missing = List.copyOf(missing);
    places = Map.copyOf(places);
    blocks = List.copyOf(blocks);
    contacts = List.copyOf(contacts);
    links = List.copyOf(links);
    handles = List.copyOf(handles);
    findings = List.copyOf(findings);
  }

  /** A note that was not read from a text: nothing is missing and nothing has a place. */
  public static Reading of(MediaNote note) {
    Mentions mentions = new Mentions();
    note.body().forEach(mentions::add);
    return new Reading(
        note,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        mentions.links(),
        mentions.handles(),
        List.of(),
        new Source(""));
  }

  /** This reading with these findings. */
  public Reading with(List<Finding> found) {
    return new Reading(note, missing, places, blocks, contacts, links, handles, found, source);
  }

  /**
   * A place in the source: in a text file line and column from 1, the column in UTF-16 units; in a
   * Word document the paragraph and the column in it; 0 and 0 for what is not in the file.
   */
  public record Place(int line, int column) {}

  /** Where something was found, as in {@link Place}, and how sure that is. */
  public record Found(int line, int column, Sureness sureness) {
    static Found at(Place place, Sureness sureness) {
      return new Found(place.line(), place.column(), sureness);
    }
  }

  /**
   * A link.
   *
   * @param text what is linked, as printed
   * @param target as written, also if it leads nowhere
   */
  public record Link(String text, String target, Found found) {}

  /**
   * The name of an account on a social network.
   *
   * @param name with its sign, as printed: {@code "@StateCIP"}
   */
  public record Handle(String name, Found found) {}
}
