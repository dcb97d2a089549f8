package dateline.note;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A part of a note, as {@link MediaNote} names it. */
public enum Part {
  HEADLINE("headline"),
  SUBHEADLINE("subheadline"),
  KIND("kind"),
  ISSUER("issuer"),
  PLACE("place"),
  DATE("date"),
  RELEASE_LINE("releaseLine"),
  EMBARGO_LINE("embargoLine"),
  ATTRIBUTION("attribution"),
  CORRECTION("correction"),
  RELEASE_NUMBER("releaseNumber"),
  BODY("body"),
  CONTACTS("contacts"),
  BOILERPLATE("boilerplate"),
  END_MARK("endMark"),
  LANGUAGES("languages");

  private final String component;

  Part(String component) {
    this.component = component;
  }

  /** Name of the component of {@link MediaNote}. */
  public String component() {
    return component;
  }

  /** The part of this name ({@code "releaseLine"}), or empty if there is none. */
  public static Optional<Part> named(String component) {
    return Arrays.stream(values()).filter(part -> part.component.equals(component)).findFirst();
  }

  /** The parts in which a reader can tell two texts apart, in a note's order. */
  public static List<Part> changed(MediaNote before, MediaNote after) {
    return Arrays.stream(values())
        .filter(part -> !part.alone(before).equals(part.alone(after)))
        .toList();
  }

  private CanonicalForm alone(MediaNote note) {
    return CanonicalForm.of(into(EMPTY, note));
  }

  /** This note with this one part taken from the other. */
  public MediaNote into(MediaNote note, MediaNote other) {
    return new MediaNote(
        from(HEADLINE, note, other, MediaNote::headline),
        from(SUBHEADLINE, note, other, MediaNote::subheadline),
        from(KIND, note, other, MediaNote::kind),
        from(ISSUER, note, other, MediaNote::issuer),
        from(PLACE, note, other, MediaNote::place),
        from(DATE, note, other, MediaNote::date),
        from(RELEASE_LINE, note, other, MediaNote::releaseLine),
        from(EMBARGO_LINE, note, other, MediaNote::embargoLine),
        from(ATTRIBUTION, note, other, MediaNote::attribution),
        from(CORRECTION, note, other, MediaNote::correction),
        from(RELEASE_NUMBER, note, other, MediaNote::releaseNumber),
        from(BODY, note, other, MediaNote::body),
        from(CONTACTS, note, other, MediaNote::contacts),
        from(BOILERPLATE, note, other, MediaNote::boilerplate),
        from(END_MARK, note, other, MediaNote::endMark),
        from(LANGUAGES, note, other, MediaNote::languages));
  }

  private <T> T from(Part part, MediaNote note, MediaNote other, Function<MediaNote, T> component) {
    return component.apply(this == part ? other : note);
  }

  private static final MediaNote EMPTY =
      new MediaNote(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());

  /**
   * A stretch of the source text, from its first character to after its last, and where it went.
   */
  record Taken(Part part, int start, int end) {}
}
