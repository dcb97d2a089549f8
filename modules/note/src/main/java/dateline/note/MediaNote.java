package dateline.note;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A media note: what a press office says, as the public will read it. Every part but the headline
 * may be missing; what a text does not say is empty here and never invented. All of it is public
 * text and all of it counts in the {@link Digest}.
 *
 * @param headline as printed, without feed furniture; 1 to 1,000 characters
 * @param subheadline a second headline line
 * @param kind what the note calls itself, in the field's spelling: {@code "Media Note"}, {@code
 *     "Readout"}, {@code "Press Statement"}
 * @param issuer the issuing office or speaker, as printed: {@code "Office of the Spokesperson"}
 * @param place of the dateline, as printed: {@code "Washington, DC"}
 * @param date of the dateline: the issuing office's day
 * @param releaseLine as printed: {@code "FOR IMMEDIATE RELEASE"}
 * @param embargoLine as printed; reported, never acted on
 * @param attribution the line that says whose words these are: {@code "The below is attributable to
 *     …:"}
 * @param correction a correction notice printed in the text
 * @param releaseNumber as printed: {@code "17-329"}
 * @param body the text itself, in order
 * @param contacts whom the press may ask, in order of appearance; where the body names them its
 *     words stay there, and renderings show only the others
 * @param boilerplate site notices and standing paragraphs that are not the note's own text
 * @param endMark as printed: {@code "###"}
 * @param languages BCP 47 tags, main language first: {@code ["en"]}
 */
public record MediaNote(
    String headline,
    Optional<String> subheadline,
    Optional<String> kind,
    Optional<String> issuer,
    Optional<String> place,
    Optional<LocalDate> date,
    Optional<String> releaseLine,
    Optional<String> embargoLine,
    Optional<String> attribution,
    Optional<String> correction,
    Optional<String> releaseNumber,
    List<Block> body,
    List<MediaContact> contacts,
    List<String> boilerplate,
    Optional<String> endMark,
    List<String> languages) {

  public MediaNote {
    body = List.copyOf(body);
    contacts = List.copyOf(contacts);
    boilerplate = List.copyOf(boilerplate);
    languages = List.copyOf(languages);
  }
}
