package dateline.launcher.imports;

/**
 * Something that is not imported, or is there only in part. The import goes on with the rest.
 *
 * @param refused whether a note or a version stays out because of it; otherwise it is only told
 * @param code for programs: {@code "BROKEN_JSON"}
 * @param sentence what is so and what to do
 */
public record Trouble(Place place, boolean refused, String code, String sentence) implements Found {

  static Trouble refused(Place place, String code, String sentence) {
    return new Trouble(place, true, code, sentence);
  }

  static Trouble told(Place place, String code, String sentence) {
    return new Trouble(place, false, code, sentence);
  }

  @Override
  public String toString() {
    return "%s: [%s] %s".formatted(place, code, sentence);
  }
}
